"""A pasted text as front matter and body: the same record, where an editor can correct it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Final

from newsarc.errors import Problem
from newsarc.model import Article
from newsarc.reading.adopting.writing import entries_completed, entries_of_text
from newsarc.reading.fields import read_fields
from newsarc.reading.front_matter import FrontMatter, split_front_matter
from newsarc.reading.front_matter.values import Value
from newsarc.reading.front_matter.yaml_writing import write_yaml
from newsarc.reading.reader import Reader, Reading, says_all
from newsarc.reading.reviewing.questions import questions_on

_MAY_DIFFER: Final = frozenset({"digest", "encoding", "body", "evidence", "diagnostics", "removed"})
"""What a record says of how it was read; the body is compared as text."""
_NOT_IN_A_COMMENT = re.compile(
    r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\uf900-\ufefe\uff00-\ufffd]+|[\[\]{}]+"
)
"""What YAML does not take, and brackets, which would count as values inside values."""
_LONGEST_COMMENT: Final = 160


@dataclass(frozen=True, slots=True)
class Adoption:
    """A source rewritten."""

    text: str
    """Front matter and body."""
    fields: int
    """How many fields the front matter gives."""
    completed: bool
    """Whether there was front matter, to which the text's fields were added."""
    left_out: int
    """Lines that are no part of the story, and in neither."""


def adopt(reader: Reader, path: str, data: bytes, shown: str) -> Adoption | tuple[Problem, ...]:
    """A source with its fields in front matter; nothing (no problem) where they are so already.

    Reading the result gives the same record. Where that cannot be, a problem says so.
    """
    reading = reader.read(path, data, shown)
    if reading.article is None:
        return reading.problems
    front_matter = split_front_matter(reading.text, shown)
    given = front_matter if isinstance(front_matter, FrontMatter) else None
    if given is not None and says_all(given, read_fields(given, reading.text, shown)[0]):
        return ()
    entries = _entries(reading.article, given, reading.text, shown)
    text = _rewritten(reading, reading.article, entries)
    again = reader.read(path, text.encode(), shown)
    if differing := _differing(reading, again):
        message = f"front matter cannot say the same of {', '.join(differing)} as this text does"
        return (Problem(shown, message, hint="write the front matter by hand"),)
    return Adoption(text, len(entries), given is not None, len(reading.article.removed))


def _entries(
    article: Article, given: FrontMatter | None, text: str, shown: str
) -> dict[str, Value]:
    if given is None:
        return entries_of_text(article)
    return entries_completed(article, given, read_fields(given, text, shown)[0])


def _rewritten(reading: Reading, article: Article, entries: dict[str, Value]) -> str:
    head = f"---\n{''.join(_comments(article))}{write_yaml(entries)}---\n"
    return head.replace("\n", _line_break(reading.text)) + reading.body


def _line_break(text: str) -> str:
    """The line break that a text uses."""
    if "\r\n" in text:
        return "\r\n"
    return "\r" if "\r" in text and "\n" not in text else "\n"


def _comments(article: Article) -> Iterator[str]:
    """What stayed open, for the editor: a line that is neither a field nor body is told so."""
    for found in questions_on(article):
        message = _NOT_IN_A_COMMENT.sub(" ", found.message)
        cut = message if len(message) <= _LONGEST_COMMENT else f"{message[:_LONGEST_COMMENT]}…"
        line = f"Line {found.line} of the pasted text: " if found.line else ""
        yield f"# {line}{cut}\n"


def _differing(before: Reading, after: Reading) -> list[str]:
    """The fields in which two readings differ."""
    first, second = before.article, after.article
    if first is None or second is None:
        return ["anything"]
    names = [field.name for field in fields(Article) if field.name not in _MAY_DIFFER]
    differing = [name for name in names if getattr(first, name) != getattr(second, name)]
    return differing + ["body"] * (before.body != after.body)

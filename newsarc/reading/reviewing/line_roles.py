"""What each line of a source was read as, in words for its margin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from newsarc.model import Confidence, Evidence
from newsarc.reading.lines import Line, lines_of
from newsarc.reading.reader import Reading
from newsarc.reading.record import Part
from newsarc.reading.reviewing.questions import questions_on

BODY: Final = "body"
BLANK: Final = "blank"
REMOVED: Final = "removed"
FRONT_MATTER: Final = "front matter"
UNASSIGNED: Final = "unassigned"

_WORDS: Mapping[str, str] = MappingProxyType(
    {"furniture": REMOVED, "front-matter": FRONT_MATTER, BLANK: ""}
)
"""Roles of parts that have another word here."""
_FIELDS: Final = (
    *("title", "dek", "date", "updated", "byline", "authors", "source", "dateline", "image"),
    *("caption", "credit", "tags", "section", "url", "lang", "slug", "aliases", "draft"),
)
_OF_THE_BYLINE: Final = frozenset({"authors", "source"})
"""Fields that go without saying beside the byline that they were read from."""
_ORDER_OF_CONFIDENCE: Final[tuple[Confidence, ...]] = ("low", "medium", "high")


@dataclass(frozen=True, slots=True)
class LineRole:
    """A line, and what it was read as."""

    number: int
    text: str
    role: str
    """That of its part of the text, in one word: ``body``, ``removed``, ``meta``."""
    words: tuple[str, ...]
    """What it says, in words for its margin: the fields that were read from it, else the role."""
    rule: str | None = None
    """The rule by which it was removed."""
    confidence: Confidence = "high"
    """The least with which a field was read from it."""
    open_question: bool = False
    """Whether a diagnostic asks an editor to look at it."""

    @property
    def in_front_matter(self) -> bool:
        """Whether it stands in front matter."""
        return self.role == FRONT_MATTER


def line_roles(reading: Reading) -> tuple[LineRole, ...]:
    """Every line of a source that gave a record, with what it was read as."""
    if reading.article is None:
        return ()
    lines = lines_of(reading.text)
    article = reading.article
    reasons = _reasons_by_line(article.evidence)
    rules = {removed.line: removed.rule for removed in article.removed}
    asked = {found.line: found.code for found in questions_on(article) if found.line}
    return tuple(
        _line_role(line, part, reasons.get(line.number, []), rules, asked)
        for line, part in zip(lines, _parts_of_lines(lines, reading.parts), strict=True)
    )


def _reasons_by_line(evidence: Iterable[Evidence]) -> Mapping[int, list[Evidence]]:
    found: dict[int, list[Evidence]] = {}
    for reason in evidence:
        for number in reason.lines:
            found.setdefault(number, []).append(reason)
    return found


def _parts_of_lines(lines: Iterable[Line], parts: Iterable[Part]) -> Iterator[str]:
    """The role of the part in which each line begins."""
    remaining = iter(parts)
    part = next(remaining, None)
    for line in lines:
        while part is not None and part.span.end <= line.start:
            part = next(remaining, None)
        yield part.role if part is not None else BLANK


def _line_role(
    line: Line,
    part: str,
    reasons: list[Evidence],
    rules: Mapping[int, str],
    asked: Mapping[int, str],
) -> LineRole:
    role = _WORDS.get(part, part) if line.value else ""
    fields = _fields(reasons)
    if role in (BODY, UNASSIGNED, FRONT_MATTER, REMOVED):
        words = (*fields, *([] if fields and role == FRONT_MATTER else [role]))
    else:
        words = fields or ((_asked_word(asked[line.number]),) if line.number in asked else (role,))
    return LineRole(
        line.number,
        line.text,
        role or BLANK,
        tuple(filter(None, words)),
        rules.get(line.number),
        _least(reasons),
        line.number in asked,
    )


def _fields(reasons: Iterable[Evidence]) -> tuple[str, ...]:
    """The fields that were read from a line, without those that go without saying."""
    names = {reason.field for reason in reasons}
    if "byline" in names:
        names -= _OF_THE_BYLINE
    known = [name for name in _FIELDS if name in names]
    return (*known, *sorted(names.difference(known)))


def _asked_word(code: str) -> str:
    """A word for a line of which only a question is known: ``date?``."""
    return f"{code.partition('_')[0].lower()}?"


def _least(reasons: Iterable[Evidence]) -> Confidence:
    found = {reason.confidence for reason in reasons}
    return next((confidence for confidence in _ORDER_OF_CONFIDENCE if confidence in found), "high")

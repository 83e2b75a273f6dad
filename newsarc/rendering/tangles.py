"""Markdown that would take a library minutes is told from Markdown that will not.

Python-Markdown looks from every opening bracket to the end of the paragraph for one that closes
it, from every ``<`` to the end of the text, and copies the rest of a block at every heading in it.
Articles keep such ways short; logs, code and noise saved as Markdown do not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

_TOO_FAR = 10_000_000
"""Characters to look at: some seconds of work. A long article needs a thousandth of it."""
_TOO_SHORT_TO_TELL = 3_000

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_BRACKET = re.compile(r"\]\(|[\[\])]")
_TAG = re.compile(r"<[a-zA-Z/!?]")
_TAG_END = re.compile(r"[<>]")
_HEADING = re.compile(r"^ {0,3}(?:#|(?:=+|-+) *$)", re.MULTILINE)
_NOTE = re.compile(r"\[\^[^\]\s]+\]")


class TangledError(ValueError):
    """A text that cannot be read as Markdown in a sensible time."""


def is_tangled(text: str) -> bool:
    """Whether reading a text as Markdown would take very long."""
    if len(text) < _TOO_SHORT_TO_TELL:
        return False
    limit = _TOO_FAR + 10 * len(text)
    return any(far > limit for far in _running_sum(_ways(text)))


def _running_sum(ways: Iterator[int]) -> Iterator[int]:
    total = 0
    for way in ways:
        total += way
        yield total


def _ways(text: str) -> Iterator[int]:
    yield from _ways_from_tags(text)
    yield sum(count * count for count in Counter(_NOTE.findall(text)).values())
    for block in _BLANK_LINE.split(text):
        yield from _ways_from_brackets(block)
        yield from (len(block) - heading.start() for heading in _HEADING.finditer(block))


def _ways_from_tags(text: str) -> Iterator[int]:
    """A tag that another begins within, or whose quotes stay open, is looked for to the end."""
    for tag in _TAG.finditer(text):
        end = _TAG_END.search(text, tag.end())
        if end is None or end[0] == "<" or text.count('"', tag.start(), end.start()) % 2:
            yield len(text) - tag.start()


def _ways_from_brackets(block: str) -> Iterator[int]:
    """From every square bracket, and from the round one of a link, to the one that closes it."""
    squares: list[int] = []
    rounds: list[int] = []
    for bracket in _BRACKET.finditer(block):
        if bracket[0] == "[":
            squares.append(bracket.start())
            continue
        waiting = rounds if bracket[0] == ")" else squares
        if waiting:
            yield bracket.start() - waiting.pop()
        if bracket[0] == "](":
            rounds.append(bracket.start())
    yield from (len(block) - place for place in (*squares, *rounds))

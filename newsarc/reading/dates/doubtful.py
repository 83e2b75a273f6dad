"""Dates that do not say which day they mean: in two readings, without a year, or relative."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from newsarc.model import Date
from newsarc.reading.dates.words import DateWords
from newsarc.reading.languages.lexicon import fold

LONGEST: Final = 120
"""In a longer line no day without a year is looked for: it is one of a story's."""

_PARTS_BEFORE = re.compile(r"[|•·—–,:;.(\[/>»-]\s{0,3}\Z")
_PARTS_AFTER = re.compile(r"\s{0,3}(?:\Z|[|•·—,:;.()\[\]<«]|[-–/](?!\s?\d)|电|電)")
_NEXT_WORD = re.compile(r"\s{0,2}([^\W\d_]{1,24})")
_LAST_WORDS = re.compile(r"(?:[^\W\d_]{1,24}\s{1,2}){0,2}[^\W\d_]{1,24}\s{0,2}\Z")


@dataclass(frozen=True, slots=True)
class DoubtfulDate:
    """A date inside a line that gives no day; ``code`` is that of its diagnostic."""

    code: str
    text: str
    """As it is written."""
    start: int
    end: int
    message: str
    readings: tuple[Date, ...] = ()
    """What an ambiguous date can stand for, in order."""
    month_and_day: tuple[int, int] | None = None
    """Of a date without a year."""


def ambiguous(line: str, start: int, end: int, readings: tuple[Date, ...]) -> DoubtfulDate:
    """A numeric date that can be read in several ways."""
    either = " or ".join(map(str, readings))
    message = f'"{line[start:end]}" can be read as {either}'
    return DoubtfulDate("DATE_AMBIGUOUS", line[start:end], start, end, message, readings)


def without_year(line: str, start: int, end: int, month_and_day: tuple[int, int]) -> DoubtfulDate:
    """A month and a day."""
    message = f'"{line[start:end]}" has no year'
    return DoubtfulDate(
        "DATE_NO_YEAR", line[start:end], start, end, message, month_and_day=month_and_day
    )


def relative(line: str, start: int, end: int) -> DoubtfulDate:
    """Words such as "3 hours ago"."""
    message = f'"{line[start:end]}" is relative to a day that is not known'
    return DoubtfulDate("DATE_RELATIVE", line[start:end], start, end, message)


def opens_piece(text: str, start: int, words: DateWords) -> bool:
    """Whether nothing, a separator or a label such as "Updated" stands before a place."""
    before = text[max(0, start - 60) : start]
    if not before.strip() or _PARTS_BEFORE.search(before):
        return True
    match = _LAST_WORDS.search(before)
    if match is None:
        return False
    last = fold(match[0]).split()
    return any(" ".join(last[first:]) in words.labels for first in range(len(last)))


def ends_piece(text: str, end: int, words: DateWords) -> bool:
    """Whether nothing, a separator or a word such as "by" stands behind a place."""
    if _PARTS_AFTER.match(text, end):
        return True
    following = _NEXT_WORD.match(text, end)
    if following is None:
        return False
    word = fold(following[1])
    return word in words.by or word in words.labels

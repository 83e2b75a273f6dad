"""Dates as news writes them: ISO 8601, written out, numeric; and the first date inside a line.

Nothing is guessed: a numeric date that can be read in two ways is no date here, and
``numeric_readings`` says which two. Nothing goes through UTC, and the clock is never asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as calendar_date
from typing import Final

from newsarc.model import Date
from newsarc.reading.lines import BLANKS
from newsarc.reading.months import (
    english_month,
    is_english_weekday,
    is_weekday,
    month_of,
)
from newsarc.reading.times import read_time_after, read_time_before

LONGEST: Final = 100
"""A longer text is not looked at as a date."""


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date of a line, from ``start`` to before ``end``, its weekday and time included."""

    date: Date
    start: int
    end: int
    rule: str
    """How it is written: ``iso``, ``year-first``, ``long``, ``numeric`` or ``month``."""


# Every repetition is bounded, so that a search takes time in proportion to the line.
_WORD = r"(?P<word>[^\W\d_][^\s\d,;:/|·•()\[\]–—.-]{1,14})"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_DAY = r"(?P<day>\d{1,2})"
_OF = r"(?:(?:of|de|del)\s{1,2})?"
_MONTH_FIRST = rf"(?<!\w){_WORD}\.?\s{{1,2}}{_DAY}(?:st|nd|rd|th)?(?:,\s{{0,2}}|\s{{1,2}}){_YEAR}"
_DAY_FIRST = (
    rf"(?<![\w.:/-]){_DAY}(?:st|nd|rd|th|er|º|ª|\.)?[\s.-]{{0,2}}{_OF}"
    rf"{_WORD}[.,]{{0,2}}[\s.-]{{0,2}}{_OF}{_YEAR}"
)
_FORMS = tuple(
    (rule, re.compile(pattern, re.IGNORECASE))
    for rule, pattern in (
        ("iso", rf"(?<!\d)(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-{_DAY}(?!\d)"),
        ("year-first", rf"(?<!\d)(?P<year>\d{{4}})([/.])(?P<month>\d{{1,2}})\2{_DAY}(?!\d)"),
        (
            "year-first",
            rf"(?<!\d)(?P<year>\d{{4}})\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월]\s?{_DAY}\s?[日일号]",
        ),
        ("long", _MONTH_FIRST),
        ("long", _DAY_FIRST),
        ("numeric", r"(?<![\d.:/-])(?P<numeric>\d{1,2}([-/.])\d{1,2}\2\d{4})(?![\d/-])"),
        ("month", rf"(?<!\w){_WORD}\.?,?\s{{1,2}}{_OF}{_YEAR}"),
    )
)
_YEAR_SOMEWHERE = re.compile(r"\d{4}")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_CENTURIES = (1900, 2000)
_AFTER_A_NUMBER = re.compile(r"\d\w{0,2}[.,]?\s?(?:of\s)?\Z")
_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]\S{1,14}?)[.,]{0,2}\s{1,2}\Z")
_OPEN_BEFORE = re.compile(
    r"(?:\A|[|•·—–,(:]|\b[a-z]{2,12}|(?i:published|updated|posted|modified))\s{0,2}\Z"
)


def parse_date(text: str) -> Date | None:
    """The date that a whole text is, or None.

    None too for a date that does not exist (``2019-13-02``) and for one that can be read in two
    ways (``03/04/2020``).
    """
    text = text.strip(BLANKS)
    if not 4 <= len(text) <= LONGEST:
        return None
    if re.fullmatch(r"[0-9]{4}", text):
        return Date(text) if int(text) >= 1000 else None
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}", text):
        return Date(text) if _day(int(text[:4]), int(text[5:]), 1) else None
    if compact := _COMPACT.match(text):
        day = _day(*map(int, compact.groups()))
        match = day and _with_time(text, 0, compact.end(), day, "compact")
    else:
        match = find_date(text)
    return match.date if match and (match.start, match.end) == (0, len(text)) else None


def find_date(line: str) -> DateMatch | None:
    """The first date inside a line, with the weekday and the time written next to it.

    A year alone, and digits run together as ``20201013``, are not taken for dates here; a month
    with its year only where the name is English, or where there is nothing else.
    """
    if not _YEAR_SOMEWHERE.search(line):
        return None
    found = min(
        _dates(line), key=lambda match: (match.start, match.start - match.end), default=None
    )
    if found is None:
        return None
    start = _start_of_weekday(line, found.start, english=found.rule != "long")
    return _with_time(line, start, found.end, found.date.iso, found.rule)


def numeric_readings(text: str) -> tuple[Date, ...]:
    """The dates that a numeric date such as ``03/04/2020`` or ``16/12/16`` can stand for.

    In order; one where it is certain, none where the text is not a numeric date.
    """
    match = _NUMERIC.fullmatch(text.strip(BLANKS))
    if match is None:
        return ()
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    years = (year,) if len(match[4]) == 4 else tuple(century + year for century in _CENTURIES)
    days = {
        _day(year, month, day)
        for year in years
        for month, day in ((first, second), (second, first))
    }
    return tuple(Date(day) for day in sorted(filter(None, days)))


def _dates(line: str) -> Iterator[DateMatch]:
    """The first date of each form."""
    for rule, pattern in _FORMS:
        for match in pattern.finditer(line):
            if iso := _iso(match, line):
                yield DateMatch(Date(iso), match.start(), match.end(), rule)
                break


def _iso(match: re.Match[str], line: str) -> str | None:
    """The date of a match, down to its day or month; None where there is no such date."""
    groups = match.groupdict()
    if numeric := groups.get("numeric"):
        readings = numeric_readings(numeric)
        return readings[0].iso if len(readings) == 1 else None
    year, word, day = int(groups["year"]), groups.get("word"), groups.get("day")
    if word is None:
        return _day(year, int(groups["month"]), int(groups["day"]))
    if day is not None:
        month = month_of(word)
        return _day(year, month, int(day)) if month else None
    if _AFTER_A_NUMBER.search(line, max(0, match.start() - 8), match.start()):
        return None
    month = month_of(word) if match[0] == line.strip(BLANKS) else english_month(word)
    first = _day(year, month, 1) if month else None
    return first and first[:7]


def _day(year: int, month: int, day: int) -> str | None:
    """``YYYY-MM-DD``, or None where the calendar has no such day."""
    try:
        return calendar_date(year, month, day).isoformat() if year >= 1000 else None
    except ValueError:
        return None


def _start_of_weekday(line: str, start: int, *, english: bool) -> int:
    """Where a weekday before the date begins, else where the date does."""
    match = _WORD_BEFORE.search(line, max(0, start - 22), start)
    if match is None:
        return start
    word = match[1]
    if len(word) > 5 and is_english_weekday(word):
        return match.start()
    # "Quillon Sun, October 13" names a newspaper.
    if not _OPEN_BEFORE.search(line, max(0, match.start() - 22), match.start()):
        return start
    is_day = is_english_weekday(word) if english else is_weekday(word)
    return match.start() if is_day else start


def _with_time(line: str, start: int, end: int, iso: str, rule: str) -> DateMatch:
    """The date with the time of day that follows it, or else stands before it."""
    if len(iso) == 10:
        if after := read_time_after(line, end):
            return DateMatch(Date(f"{iso}T{after.iso}"), start, after.end, rule)
        if before := read_time_before(line, start):
            return DateMatch(Date(f"{iso}T{before.iso}"), before.start, end, rule)
    return DateMatch(Date(iso), start, end, rule)

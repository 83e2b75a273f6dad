"""Dates that do not say which day they mean: in two readings, without a year, or relative."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from newsarc.reading.dates import numeric_readings
from newsarc.reading.lexicon import alternatives, words
from newsarc.reading.months import ENGLISH_MONTHS
from newsarc.reading.times import read_time_after

LONGEST: Final = 120
"""In a longer line no doubtful date is looked for."""


@dataclass(frozen=True, slots=True)
class DoubtfulDate:
    """A date inside a line that gives no day; ``code`` is that of its diagnostic."""

    code: str
    start: int
    end: int
    message: str


_NUMERIC = re.compile(r"(?<![\w./-])\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d\d)(?![\w/-])")
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s)?"
_MONTH = rf"(?:{alternatives(ENGLISH_MONTHS)})\b\.?"
_MONTH_AND_DAY = re.compile(
    rf"(?<!\w){_WEEKDAY}(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH})"
    r"(?![\w/-])",
    re.IGNORECASE,
)


def find_doubtful_date(line: str) -> DoubtfulDate | None:
    """The first doubtful date inside a line that holds no date which is certain."""
    if len(line) > LONGEST:
        return None
    return min(_all(line), key=lambda found: found.start, default=None)


def find_relative_date(line: str) -> re.Match[str] | None:
    """The first words such as "2 hours ago" inside a line."""
    return _relative().search(line)


def _all(line: str) -> Iterator[DoubtfulDate]:
    for match in _NUMERIC.finditer(line):
        readings = numeric_readings(match[0])
        if len(readings) > 1:
            either = " or ".join(map(str, readings))
            yield _doubtful(line, match, "DATE_AMBIGUOUS", f"can be read as {either}")
            break
    if day := _MONTH_AND_DAY.search(line):
        yield _doubtful(line, day, "DATE_NO_YEAR", "has no year")
    if relative := find_relative_date(line):
        yield _doubtful(line, relative, "DATE_RELATIVE", "is relative to a day that is not known")


def _doubtful(line: str, match: re.Match[str], code: str, what: str) -> DoubtfulDate:
    time = read_time_after(line, match.end())
    end = time.end if time else match.end()
    return DoubtfulDate(code, match.start(), end, f'"{line[match.start() : end]}" {what}')


@cache
def _relative() -> re.Pattern[str]:
    numbers = alternatives(words("dates", "numbers"))
    units = alternatives(words("dates", "units"))
    ago = alternatives(words("dates", "ago"))
    alone = alternatives(words("dates", "relative"))
    return re.compile(
        rf"(?<!\w)(?:(?:\d{{1,3}}|{numbers})\s?(?:{units})\.?\s(?:{ago})|{alone})(?!\w)",
        re.IGNORECASE,
    )

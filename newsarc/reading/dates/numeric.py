"""Dates of three numbers: which of them is the day, the month and the year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as calendar_date
from typing import Final

from newsarc.model import Date
from newsarc.reading.lines import BLANKS

_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)")
_CENTURIES: Final = (1900, 2000)
_FIRST_YEAR_OF_LAST_CENTURY: Final = 70
YEAR_FIRST: Final = frozenset(("ja", "zh", "ko", "hu", "lt"))
"""The languages that write ``24.04.16`` for a day of 2024."""


def day_of(year: int, month: int, day: int) -> str | None:
    """``YYYY-MM-DD``, or None where the calendar has no such day."""
    try:
        return calendar_date(year, month, day).isoformat() if year >= 1000 else None
    except ValueError:
        return None


def numeric_readings(text: str, language: str | None = None) -> tuple[Date, ...]:
    """The dates that a numeric date such as ``03/04/2020`` or ``16/12/16`` can stand for.

    In order; one where it is certain, none where the text is not a numeric date. In a known
    language other than English the day comes before the month.
    """
    match = _NUMERIC.fullmatch(text.strip(BLANKS))
    if match is None:
        return ()
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    years = (year,) if len(match[4]) == 4 else tuple(century + year for century in _CENTURIES)
    days = {day for year in years for day in _orders(first, second, year, language)}
    return tuple(map(Date, sorted(days)))


def days_of_numbers(first: str, second: str, last: str, language: str | None) -> tuple[str, ...]:
    """The days that three numbers of a date, its year not first as in ISO, can stand for.

    A year of two digits is one from 1970 to 2069 where it alone leaves a doubt.
    """
    numbers = int(first), int(second), int(last)
    if len(last) == 4:
        return tuple(sorted(set(_orders(*numbers, language))))
    if language in YEAR_FIRST:
        day = day_of(_whole_year(numbers[0]), numbers[1], numbers[2])
        return (day,) if day else ()
    likely = set(_orders(numbers[0], numbers[1], _whole_year(numbers[2]), language))
    if len(likely) < 2:
        return tuple(likely)
    years = [century + numbers[2] for century in _CENTURIES]
    return tuple(sorted({day for year in years for day in _orders(*numbers[:2], year, language)}))


def _whole_year(short: int) -> int:
    return short + (1900 if short >= _FIRST_YEAR_OF_LAST_CENTURY else 2000)


def _orders(first: int, second: int, year: int, language: str | None) -> Iterator[str]:
    """Day first, and month first where the language allows it or there is no such day."""
    day_first = day_of(year, second, first)
    month_first = day_of(year, first, second)
    if day_first:
        yield day_first
    if month_first and (day_first is None or language is None or language.startswith("en")):
        yield month_first

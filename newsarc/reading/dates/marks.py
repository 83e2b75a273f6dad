"""Dates whose numbers have words or signs of their own: ``2024年4月24日``, ``22 tháng 10``."""

from __future__ import annotations

from typing import Final

from newsarc.reading.dates.numbers import Found, Numbers
from newsarc.reading.dates.numeric import day_of

# The year before the first of each era.
_ERAS: Final = {
    "明治": 1867,
    "大正": 1911,
    "昭和": 1925,
    "平成": 1988,
    "令和": 2018,
    "民國": 1911,
    "民国": 1911,
}
YEAR_MARKS: Final = frozenset("年년")
MONTH_MARKS: Final = frozenset("月월")
_DAY_MARKS: Final = frozenset("日일号號")
_VIETNAMESE_MONTH: Final = frozenset(("tháng", "thang", "thg", "th"))
_VIETNAMESE_YEAR: Final = frozenset(("năm", "nam", ",", "/", "-", ""))


def read_cjk(numbers: Numbers, index: int, year: str, *, base: int = 0) -> Found | None:
    """``2024年4月24日``, ``2024년 4월 24일``, and the month alone."""
    gaps, digits = numbers.gaps, numbers.digits
    if gaps[index + 1].strip() not in YEAR_MARKS or index + 1 >= len(digits):
        return None
    month = gaps[index + 2].strip()
    start = numbers.starts[index]
    if month[:1] not in MONTH_MARKS or not month:
        return None
    whole = int(year) + base
    if month in MONTH_MARKS and index + 2 < len(digits):
        mark = gaps[index + 3].lstrip()
        date = day_of(whole, int(digits[index + 1]), int(digits[index + 2]))
        if date and mark[:1] in _DAY_MARKS and mark:
            end = numbers.text.index(mark[0], numbers.end(index + 2)) + 1
            return Found(start, end, "year-first", (date,), cjk=True)
    date = day_of(whole, int(digits[index + 1]), 1)
    end = numbers.text.index(month[0], numbers.end(index + 1)) + 1
    return Found(start, end, "month", (date[:7],), cjk=True) if date else None


def read_cjk_day(numbers: Numbers, index: int) -> Found | None:
    """``4月24日``"""
    gaps, digits = numbers.gaps, numbers.digits
    if index + 1 >= len(digits) or len(gaps[index + 1].strip()) != 1:
        return None
    mark = gaps[index + 2].lstrip()
    if mark[:1] not in _DAY_MARKS or not mark:
        return None
    end = numbers.text.index(mark[0], numbers.end(index + 1)) + 1
    month, day = int(digits[index]), int(digits[index + 1])
    if day_of(2000, month, day) is None:
        return None
    return Found(numbers.starts[index], end, "no-year", month_and_day=(month, day), cjk=True)


def read_era(numbers: Numbers, index: int) -> Found | None:
    """``令和6年4月24日``: the year counts from the one before the first of its era."""
    base = _ERAS.get(numbers.gaps[index].rstrip()[-2:])
    if base is None:
        return None
    found = read_cjk(numbers, index, numbers.digits[index], base=base)
    if found is None:
        return None
    era = len(numbers.gaps[index]) - len(numbers.gaps[index].rstrip()) + 2
    return found._replace(start=found.start - era)


def read_vietnamese(numbers: Numbers, index: int) -> Found | None:
    """``22 tháng 10 năm 2025``"""
    found = read_vietnamese_day(numbers, index)
    if found is None or found.month_and_day is None or index + 2 >= len(numbers.digits):
        return None
    year, gap = numbers.digits[index + 2], numbers.gaps[index + 2].strip(" ,").casefold()
    if len(year) != 4 or gap not in _VIETNAMESE_YEAR:
        return None
    date = day_of(int(year), *found.month_and_day)
    return Found(found.start, numbers.end(index + 2), "long", (date,)) if date else None


def read_vietnamese_day(numbers: Numbers, index: int) -> Found | None:
    """``22 tháng 10``"""
    gaps, digits = numbers.gaps, numbers.digits
    word = gaps[index + 1].strip(" .").casefold()
    if word not in _VIETNAMESE_MONTH or index + 1 >= len(digits) or len(digits[index + 1]) > 2:
        return None
    month, day = int(digits[index + 1]), int(digits[index])
    return day_without_year(numbers.starts[index], numbers.end(index + 1), month, day)


def day_without_year(start: int, end: int, month: int, day: int) -> Found | None:
    # A leap year, so that 29 February is a day.
    if day_of(2000, month, day) is None:
        return None
    return Found(start, end, "no-year", month_and_day=(month, day))

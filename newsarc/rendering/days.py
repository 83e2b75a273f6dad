"""A day as the CLDR has it written, put together from parts that many days share.

babel takes 0.1 ms for a day, and an archive names every one of its days, in several styles. But
"October" is that of every October: each part of a style is asked for once.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from babel import Locale

Style: TypeAlias = Literal["full", "long", "medium"]

_FIELD = re.compile(r"%\(((\w)\w*)\)s")
_MONDAY = datetime.date(2001, 1, 1)
# What a field depends on, by its first letter (Unicode TR 35, Date Field Symbol Table), and a day
# that has the same.
_NUMBER_OF: Mapping[str, Callable[[datetime.date], int]] = {
    **dict.fromkeys("yu", lambda day: day.year),
    **dict.fromkeys("ML", lambda day: day.month),
    "d": lambda day: day.day,
    **dict.fromkeys("Eec", datetime.date.weekday),
}
_DAY_WITH: Mapping[str, Callable[[int], datetime.date]] = {
    **dict.fromkeys("yu", lambda number: _MONDAY.replace(year=number)),
    **dict.fromkeys("ML", lambda number: _MONDAY.replace(month=number)),
    "d": lambda number: _MONDAY.replace(day=number),
    **dict.fromkeys("Eec", lambda number: _MONDAY.replace(day=1 + number)),
}


@lru_cache
def locale_of(language: str) -> Locale:
    """The locale of a BCP 47 code; of its first part, or English, where CLDR has no such one."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - see ``formatting``

    for code in (language, language.partition("-")[0]):
        try:
            return Locale.parse(code, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")


@lru_cache(maxsize=4096)  # a day is named by its page, its articles and those around them
def written_day(day: datetime.date, style: Style, language: str) -> str:
    """What ``babel.dates.format_date`` gives."""
    pattern, fields = _pattern_of_month(style, language, day.year, day.month)
    if fields is None:
        from babel import dates  # noqa: PLC0415

        return dates.format_date(day, style, locale_of(language))
    return pattern % {field: _part(field, _NUMBER_OF[field[0]](day), language) for field in fields}


@lru_cache(maxsize=1024)
def _pattern_of_month(
    style: Style, language: str, year: int, month: int
) -> tuple[str, tuple[str, ...] | None]:
    """The same as ``_pattern``, with what all days of a month share written out."""
    pattern, fields = _pattern(style, language)
    if fields is None:
        return pattern, None
    first = datetime.date(year, month, 1)
    parts = {
        field: _part(field, _NUMBER_OF[field[0]](first), language).replace("%", "%%")
        for field in fields
        if field[0] in "yuML"
    }
    rest = tuple(field for field in fields if field not in parts)
    return pattern.replace("%%", "%%%%") % (parts | {name: f"%({name})s" for name in rest}), rest


@lru_cache
def _pattern(style: Style, language: str) -> tuple[str, tuple[str, ...] | None]:
    """A style's pattern for ``%`` and its fields; None where one of them is beyond this module."""
    from babel import dates  # noqa: PLC0415

    pattern = str(dates.get_date_format(style, locale_of(language)).format)
    fields = _FIELD.findall(pattern)
    known = all(letter in _NUMBER_OF for _, letter in fields)
    return pattern, tuple(name for name, _ in fields) if known else None


@lru_cache(maxsize=4096)
def _part(field: str, number: int, language: str) -> str:
    from babel import dates  # noqa: PLC0415

    return dates.DateTimeFormat(_DAY_WITH[field[0]](number), locale_of(language))[field]

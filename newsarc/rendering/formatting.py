"""Dates, periods and numbers as people write them, in the site's language.

The names and orders are those of the Unicode CLDR, from babel, which is imported with the first
date: whoever has nothing to render does not wait for it. No date is moved to another time zone.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import lru_cache

from jinja2 import Environment, pass_environment
from jinja2.filters import do_truncate

from newsarc.model import Date, Precision
from newsarc.rendering.days import locale_of, written_day
from newsarc.rendering.translations import translations_of
from newsarc.site.views import Calendar, CardGroup, PeriodCount

_SINGLE_QUOTES = (("“", "‘"), ("”", "’"), ("„", "‚"), ('"', "'"))


@lru_cache
def direction(language: str) -> str:
    """``rtl`` for a language written from right to left, else ``ltr``."""
    return "rtl" if locale_of(language).character_order == "right-to-left" else "ltr"


@lru_cache(maxsize=4096)
def long_date(date: Date, language: str, with_time: bool = True) -> str:
    """``2020`` → "2020", ``2020-10`` → "October 2020", with day and time as far as known.

    Midnight is not shown: it is how programs write a date of which they know no time.
    """
    if date.day is None:
        return period_name(date.iso, language)
    day = written_day(_day(date.day), "long", language)
    if date.precision is not Precision.INSTANT or not with_time:
        return day
    time = datetime.datetime.fromisoformat(date.iso).time()
    if time == datetime.time():
        return day
    pattern = str(locale_of(language).datetime_formats["medium"])
    return pattern.format(_short_time(time, language), day)


@lru_cache(maxsize=2048)
def _short_time(time: datetime.time, language: str) -> str:
    from babel import dates  # noqa: PLC0415

    return dates.format_time(time, "short", locale=locale_of(language))


@lru_cache(maxsize=4096)
def short_date(date: Date, language: str) -> str:
    """``2020-10-13`` → "Oct 13, 2020"; never with a time."""
    if date.day is not None:
        return written_day(_day(date.day), "medium", language)
    return _by_skeleton("yMMM" if date.month else "y", _day(date.iso), language)


@lru_cache(maxsize=4096)
def period_name(period: str, language: str) -> str:
    """``2020-10-13`` → "Tuesday, October 13, 2020"; ``2020-10`` → "October 2020"; "2020"."""
    if len(period) == 10:
        return written_day(_day(period), "full", language)
    return _by_skeleton("yMMMM" if len(period) == 7 else "y", _day(period), language)


def _by_skeleton(skeleton: str, day: datetime.date, language: str) -> str:
    from babel import dates  # noqa: PLC0415

    return dates.format_skeleton(skeleton, day, locale=locale_of(language))


@lru_cache(maxsize=1024)
def month_name(period: str, language: str) -> str:
    """``2020-10`` → "October"; likewise of a day."""
    from babel import dates  # noqa: PLC0415

    return dates.format_date(_day(period[:7]), "LLLL", locale_of(language))


@lru_cache(maxsize=1024)
def day_of_month(period: str, language: str) -> str:
    """``2020-10-13`` or ``10-13`` → "October 13"."""
    from babel import dates  # noqa: PLC0415

    # A year that has a February 29.
    day = _day(period if len(period) == len("2020-10-13") else f"2000-{period}")
    return dates.format_skeleton("MMMMd", day, locale=locale_of(language))


@lru_cache(maxsize=4096)
def weekday_name(period: str, language: str) -> str:
    """``2020-10-13`` → "Tuesday"."""
    return weekdays(language)[_day(period).weekday()][1]


@lru_cache
def weekdays(language: str) -> tuple[tuple[str, str], ...]:
    """From Monday on, each in short and in full: ("M", "Monday")."""
    from babel import dates  # noqa: PLC0415

    locale = locale_of(language)
    short = dates.get_day_names("narrow", "stand-alone", locale)
    full = dates.get_day_names("wide", "stand-alone", locale)
    return tuple((short[day], full[day]) for day in range(7))


@lru_cache
def month_names(language: str) -> tuple[tuple[str, str], ...]:
    """From January on, each in short and in full: ("Jan", "January")."""
    from babel import dates  # noqa: PLC0415

    locale = locale_of(language)
    short = dates.get_month_names("abbreviated", "stand-alone", locale)
    full = dates.get_month_names("wide", "stand-alone", locale)
    return tuple((short[month], full[month]) for month in range(1, 13))


def _day(period: str) -> datetime.date:
    """The day, or the first one of a month or a year."""
    return datetime.date.fromisoformat((period + "-01-01")[:10])


@lru_cache(maxsize=1024)
def number(count: int, language: str) -> str:
    """12345 → "12,345"."""
    from babel import numbers  # noqa: PLC0415

    return numbers.format_decimal(count, locale=locale_of(language))


@pass_environment
def truncate(
    environment: Environment,
    text: str,
    length: int = 255,
    killwords: bool = False,
    end: str = "...",
    leeway: int | None = None,
) -> str:
    """Jinja's filter of this name, which text that is short enough need not pass through."""
    if type(text) is str and len(text) <= length >= len(end) and leeway is None:
        return text
    return do_truncate(environment, text, length, killwords, end, leeway)


def single_quotes(text: str) -> str:
    """Text that is to stand within double quotation marks: its own become single."""
    for double, single in _SINGLE_QUOTES:
        text = text.replace(double, single)
    return text


@lru_cache(maxsize=4096)
def counted(count: int, one: str, many: str, *, language: str) -> str:
    """12345, "{number} article", "{number} articles" → "12,345 articles"."""
    form = translations_of(language).ngettext(one, many, count)
    return form.replace("{number}", number(count, language))


def shade(articles: int, largest: int) -> int:
    """How dark a day of so many articles is in a calendar: 0 for none, then 1 to 4.

    By the square root of the share of the largest day, as a few days hold most of the news; a
    calendar whose largest day has fewer than 16 articles is paler, so that one article a day is
    not a flood.
    """
    largest = max(largest, 16)
    return next(level for level in range(5) if level * level * largest >= 16 * articles)


def share(articles: int, largest: int) -> int:
    """The length of a bar in twentieths of the longest; 0 only where there is nothing."""
    return -(-20 * articles // max(largest, 1))


def busiest_day(calendars: Iterable[Calendar]) -> int:
    """The number of articles of the day that has most."""
    weeks = (week for calendar in calendars for week in calendar.weeks)
    return max((day.articles for week in weeks for day in week if day is not None), default=0)


def largest(periods: Iterable[PeriodCount]) -> int:
    """The number of articles of the period that has most; 1 where there is none."""
    return max((period.articles for period in periods), default=1)


def without_cards(groups: Iterable[CardGroup]) -> list[PeriodCount]:
    """The periods of a listing whose articles are on pages of their own."""
    return [group.period for group in groups if not group.cards]

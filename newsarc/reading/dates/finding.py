"""Dates as news writes them, in any language: those of a line, and the one that a text is.

Nothing is guessed: a numeric date that can be read in two ways is a doubtful one, with both of its
readings. Nothing goes through UTC, and the clock is never asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as calendar_date
from typing import Final

from newsarc.model import Date
from newsarc.reading.dates import doubtful
from newsarc.reading.dates.doubtful import DoubtfulDate as DoubtfulDate
from newsarc.reading.dates.extent import end_of, is_foreign, start_of, weekday_beside
from newsarc.reading.dates.forms import read_date_at, read_day_at
from newsarc.reading.dates.iso import iso_date
from newsarc.reading.dates.numbers import Found, Numbers, has_digit, numbers_of, plain
from newsarc.reading.dates.numeric import day_of
from newsarc.reading.dates.numeric import numeric_readings as numeric_readings
from newsarc.reading.dates.relative import LONGEST as LONGEST_WITHOUT_NUMBER
from newsarc.reading.dates.relative import find_relative_words, read_relative_at
from newsarc.reading.dates.times import TimeMatch, read_time_after, read_time_before
from newsarc.reading.dates.words import DateWords, words_of
from newsarc.reading.languages.lexicon import Lexicon, lexicon_of
from newsarc.reading.lines import BLANKS

LONGEST: Final = 100
"""A longer text is not looked at as a date."""
YEARS: Final = range(1600, 2200)
"""No line of news is from another year: there was none before, and a number can be anything."""


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date of a line, from ``start`` to before ``end``, its weekday and time included."""

    date: Date
    start: int
    end: int
    rule: str
    """How it is written: ``iso``, ``year-first``, ``long``, ``numeric``, ``numeric-weekday`` (its
    weekday tells day and month apart), ``numeric-short-year`` or ``month``."""


_SHORT_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2})?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_LETTER = re.compile(r"[^\W\d_]")


def find_dates(line: str, lexicon: Lexicon) -> tuple[DateMatch | DoubtfulDate, ...]:
    """The dates of a line, certain and doubtful ones, in order and not overlapping."""
    short = len(line) <= LONGEST_WITHOUT_NUMBER
    if not has_digit(line):
        return tuple(_in_words(line, line, [], words_of(lexicon))) if short else ()
    words = words_of(lexicon)
    text = plain(line)
    found = list(_in_numbers(line, numbers_of(text), words))
    return tuple(_in_words(line, text, found, words) if short else found)


def parse_date(text: str, lexicon: Lexicon | None = None) -> Date | None:
    """The date that a whole text is, or None.

    None too for a date that does not exist (``2019-13-02``) and for one that can be read in two
    ways (``03/04/2020``), be it only in its century (``16/12/16``).
    """
    text = text.strip(BLANKS)
    if not 4 <= len(text) <= LONGEST:
        return None
    if (date := iso_date(text)) is not None or _SHORT_ISO.fullmatch(text):
        return date
    if compact := _COMPACT.match(text):
        day = day_of(*map(int, compact.groups()))
        time = read_time_after(text, compact.end()) if day else None
        whole = (time.end if time else compact.end()) == len(text)
        return Date(_with_time(day, time)) if day and whole else None
    if lexicon:
        return _parse(text, lexicon)
    date = _parse(text, lexicon_of("en"))
    # The words of all languages take their time to load, and most dates need none of them.
    return _parse(text, lexicon_of(None)) if date is None and _has_words(text) else date


def _has_words(text: str) -> bool:
    return has_digit(text) and _LETTER.search(text) is not None


def _parse(text: str, lexicon: Lexicon) -> Date | None:
    words, numbers = words_of(lexicon), numbers_of(plain(text))
    for index in range(len(numbers.digits)):
        if found := read_date_at(numbers, index, words):
            date = _whole(text, numbers, found, words)
            if not isinstance(date, DateMatch) or date.rule == "numeric-short-year":
                return None
            return date.date if (date.start, date.end) == (0, len(text)) else None
    return None


def _in_numbers(
    line: str, numbers: Numbers, words: DateWords
) -> Iterator[DateMatch | DoubtfulDate]:
    """The dates of a line that hold a number."""
    position = 0
    without_year = len(line) <= doubtful.LONGEST
    for index, start in enumerate(numbers.starts):
        if start < position:
            continue
        found = read_date_at(numbers, index, words)
        if found and all(int(date[:4]) in YEARS for date in found.dates):
            date: DateMatch | DoubtfulDate | None = _whole(line, numbers, found, words, position)
        elif place := read_relative_at(numbers, index, words):
            date = doubtful.relative(line, *place)
        else:
            day = read_day_at(numbers, index, words) if without_year else None
            date = day and _without_year(line, numbers.text, day, words, position)
        if date and date.start >= position:
            yield date
            position = date.end


def _in_words(
    line: str, text: str, found: list[DateMatch | DoubtfulDate], words: DateWords
) -> list[DateMatch | DoubtfulDate]:
    """The dates that were found, and the relative ones without a number between them."""
    number = len(found)
    for start, end in find_relative_words(text, words):
        if all(end <= other.start or other.end <= start for other in found):
            time = read_time_after(text, end, words.times)
            found.append(doubtful.relative(line, start, time.end if time else end))
    return found if len(found) == number else sorted(found, key=lambda date: date.start)


def _whole(
    line: str, numbers: Numbers, found: Found, words: DateWords, floor: int = 0
) -> DateMatch | DoubtfulDate:
    """A date with all that belongs to it."""
    text, rule = numbers.text, found.rule
    foreign = is_foreign(text, found, words)
    start = start_of(text, found.start, words, floor, foreign=foreign)
    end = end_of(text, found.end, words, foreign=foreign)
    dates = found.dates
    if len(dates) > 1:
        dates = _of_weekday(dates, weekday_beside(text, start, end, found, words))
        rule = "numeric-weekday" if len(dates) == 1 else rule
    time = _time_beside(text, start, end, words, floor) if rule != "month" else None
    if time:
        start, end = min(start, time.start), max(end, time.end)
    if len(dates) == 1:
        return DateMatch(Date(_with_time(dates[0], time)), start, end, rule)
    readings = tuple(Date(_with_time(date, time)) for date in dates)
    return doubtful.ambiguous(line, start, end, readings)


def _of_weekday(dates: tuple[str, ...], weekday: int | None) -> tuple[str, ...]:
    """The dates that are on a weekday; all, where there is none or the weekday does not help."""
    days = tuple(day for day in dates if calendar_date.fromisoformat(day).weekday() == weekday)
    return days if len(days) == 1 else dates


def _without_year(
    line: str, text: str, found: Found, words: DateWords, floor: int
) -> DoubtfulDate | None:
    """A month and a day with all that belongs to them, if they are a piece of the line."""
    start = start_of(text, found.start, words, floor, foreign=False)
    end = end_of(text, found.end, words, foreign=False)
    time = _time_beside(text, start, end, words, floor)
    if time:
        start, end = min(start, time.start), max(end, time.end)
    ends = (time and time.end == end) or doubtful.ends_piece(text, end, words)
    if not ends or not (found.cjk or doubtful.opens_piece(text, start, words)):
        return None
    return doubtful.without_year(line, start, end, found.month_and_day or (0, 0))


def _time_beside(text: str, start: int, end: int, words: DateWords, floor: int) -> TimeMatch | None:
    """The time behind a date, or else before it."""
    if end < len(text) and (time := read_time_after(text, end, words.times)):
        return time
    before = read_time_before(text, start, words.times) if start > floor + 3 else None
    return before if before and before.start >= floor else None


def _with_time(day: str, time: TimeMatch | None) -> str:
    return f"{day}T{time.iso}" if time else day

"""What belongs to a date on either side of it: weekday, time, and words such as "le" and "года"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from newsarc.reading.dates.months import english_month
from newsarc.reading.dates.numbers import Found
from newsarc.reading.dates.words import DateWords
from newsarc.reading.languages.lexicon import fold

_LONGEST_BEFORE: Final = 34
_MOST_STEPS: Final = 4
_CHARACTER: Final = r"[^\s\d,;:|·•()\[\]–—/“”\"-]"
_LAST_WORDS = re.compile(
    rf"(?P<first>(?<!\w){_CHARACTER}{{2,14}}[\s-])?(?<!\w)(?P<last>[^\W\d_]{_CHARACTER}{{0,17}}?)"
    r"(?P<end>[.,]{0,2}\s{0,3}|\s{0,2}[|·•–—-]\s{0,2})\Z"
)
_OPEN_BEFORE = re.compile(
    r"(?:\A|[|•·—–,(:/>-]|\b[a-z]{2,12}|(?i:published|updated|posted|modified))\s{0,2}\Z"
)
_BRACKETED = re.compile(r"\s?[(\[]\s?([^\W\d_][^\s\d()\[\]]{0,14})\s?[)\]]")
_FOLLOWING = re.compile(
    r"[\s,|·]{0,3}(?P<first>[^\W\d_][^\s\d,;:|()/]{1,14})(?:[\s][^\W\d_]\S{1,6})?"
)
_NAME = re.compile(r"[^\W\d_][^\s\d,;:|()/]{1,14}")
_YEAR_WORD = re.compile(r"\s{0,2}([^\W\d_][^\s\d,;:|()/]{0,9})")


def is_foreign(text: str, found: Found, words: DateWords) -> bool:
    """Whether a date of a text in an unknown language is in another one than English.

    Its weekday is then looked for in all of them.
    """
    if words.language is not None or found.rule != "long":
        return False
    return not any(map(english_month, _NAME.findall(text[found.start : found.end])))


def start_of(text: str, start: int, words: DateWords, floor: int, *, foreign: bool) -> int:
    """Where a date starts with the weekday and the small words before it, from a place on."""
    for _ in range(_MOST_STEPS):
        before = text[max(floor, start - _LONGEST_BEFORE) : start]
        length = _length_before(words, before, foreign) if before else 0
        if not length:
            break
        start -= length
    return start


@lru_cache(maxsize=4096)
def _length_before(words: DateWords, before: str, foreign: bool) -> int:
    """How long the weekday or small word is that a text ends with."""
    match = _LAST_WORDS.search(before)
    if match is None:
        return 0
    last, first = match["last"], match["first"]
    if first:
        both = first + last
        if words.weekday(both, all_languages=foreign) is not None or _is_small(
            words, both, match["end"]
        ):
            return len(before) - match.start("first")
    start = match.start("last")
    if _is_small(words, last, match["end"]):
        return len(before) - start
    if words.weekday(last, all_languages=foreign) is None:
        return 0
    # "Quillon Sun, October 13" names a newspaper.
    is_full = words.is_full_weekday(last, all_languages=foreign)
    return len(before) - start if is_full or _OPEN_BEFORE.search(before, 0, start) else 0


def _is_small(words: DateWords, text: str, end: str) -> bool:
    return end.isspace() and fold(text) in words.before


def end_of(text: str, end: int, words: DateWords, *, foreign: bool) -> int:
    """Where a date ends with the word for "year" and the weekday behind it."""
    if end == len(text):
        return end
    if words.year and (match := _YEAR_WORD.match(text, end)):
        word = fold(match[1])
        if word.rstrip(".") in words.year:
            end = match.end()
    return _end_of_weekday(text, end, words, foreign=foreign)


def _end_of_weekday(text: str, end: int, words: DateWords, *, foreign: bool) -> int:
    if match := _BRACKETED.match(text, end):
        named = words.weekday(match[1], all_languages=foreign) is not None
        return match.end() if named else end
    match = _FOLLOWING.match(text, end)
    if match is None:
        return end
    for place in (match.end(), match.end("first")):
        if words.is_full_weekday(text[match.start("first") : place], all_languages=foreign):
            return place
    return end


def weekday_beside(text: str, start: int, end: int, found: Found, words: DateWords) -> int | None:
    """The weekday, 0 for Monday, that stands beside the numbers of a date."""
    for name in _NAME.findall(text[start : found.start]) + _NAME.findall(text[found.end : end]):
        weekday = words.weekday(name)
        if weekday is not None:
            return weekday
    return None

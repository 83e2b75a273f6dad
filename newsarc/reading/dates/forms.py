"""The forms of a date, each told by a number and what stands around it."""

from __future__ import annotations

import re
from typing import Final

from newsarc.reading.dates.marks import (
    MONTH_MARKS,
    YEAR_MARKS,
    day_without_year,
    read_cjk,
    read_cjk_day,
    read_era,
    read_vietnamese,
    read_vietnamese_day,
)
from newsarc.reading.dates.numbers import Found, Numbers
from newsarc.reading.dates.numeric import day_of, days_of_numbers
from newsarc.reading.dates.words import (
    LONGEST_NAME,
    DateWords,
    is_no_verb,
    month_after,
    month_before,
    month_between,
)

_SEPARATORS: Final = frozenset(("-", "/", ".", ". ", " / ", " - "))
_TIED: Final = frozenset(".:/,-")
_UNFIT_BEFORE: Final = frozenset("$€£¥₹#+_@=%&\\'’")
_TIGHT_AFTER: Final = re.compile(r"[-/_](?!\d{1,2}:\d\d)\w|\.?\d|[a-zß-öø-ÿ](?!\.)|%")
_VIETNAMESE_INITIALS: Final = frozenset("tT")
_FIRST_YEAR_OF_BUDDHA: Final = 2400
_THAI = re.compile("[\u0e00-\u0e7f]")


def read_date_at(numbers: Numbers, index: int, words: DateWords) -> Found | None:
    """The date that begins with a number, or with a month before it."""
    size = len(numbers.digits[index])
    if size <= 2:
        found = _from_day(numbers, index, words)
    elif size == 4:
        found = _from_year(numbers, index, words)
    else:
        found = read_era(numbers, index) if size == 3 else None
    return found if found and _stands_free(numbers, index) else None


def _from_day(numbers: Numbers, index: int, words: DateWords) -> Found | None:
    # What is cheap to ask is asked first: most numbers of a story are none of a date.
    digits, gap = numbers.digits, numbers.gaps[index + 1]
    if gap in _SEPARATORS:
        return _numeric(numbers, index, words)
    if index + 1 < len(digits) and len(digits[index + 1]) == 4:
        return _with_name(numbers, index, words)
    if gap.lstrip()[:1] in _VIETNAMESE_INITIALS:
        return read_vietnamese(numbers, index)
    return read_era(numbers, index) if "年" in gap else None


def _from_year(numbers: Numbers, index: int, words: DateWords) -> Found | None:
    gap = numbers.gaps[index + 1]
    if gap in _SEPARATORS:
        found = _year_first(numbers, index)
    elif gap.strip() in YEAR_MARKS:
        found = read_cjk(numbers, index, numbers.digits[index])
    else:
        found = _year_first_with_name(numbers, index, words)
    return found or _month_and_year(numbers, index, words)


def read_day_at(numbers: Numbers, index: int, words: DateWords) -> Found | None:
    """The date without a year that a number and the month beside it are."""
    day = numbers.digits[index]
    if len(day) > 2 or not 1 <= int(day) <= 31 or not _stands_free(numbers, index):
        return None
    text, gap = numbers.text, numbers.gaps[index + 1]
    start, end = numbers.starts[index], numbers.end(index)
    if gap.lstrip()[:1] in MONTH_MARKS and gap.strip():
        return read_cjk_day(numbers, index)
    if found := read_vietnamese_day(numbers, index):
        return found
    if after := month_after(words, gap[:LONGEST_NAME]):
        month, length = after
        if is_no_verb(text[end : end + length]):
            return day_without_year(start, end + length, month, int(day))
    before = numbers.gaps[index][-LONGEST_NAME:]
    name = month_before(words, before, all_languages=False)
    if name is None or not is_no_verb(before[-name[1] :]):
        return None
    ordinal = re.match(r"(?:st|nd|rd|th)\b", gap)
    end += ordinal.end() if ordinal else 0
    return day_without_year(start - name[1], end, name[0], int(day))


def _stands_free(numbers: Numbers, index: int) -> bool:
    """Whether a number is not the rest of another, of a price, of an address or of a code."""
    gap = numbers.gaps[index]
    if not gap:
        return index == 0
    last = gap[-1]
    if last == " ":
        return True
    if last in _UNFIT_BEFORE or (index and gap in _TIED):
        return False
    if last in "-/":
        return len(gap) == 1 or gap[-2] == " "
    # "Published13 October" is run together; "B12" is a name.
    return not (last.isascii() and last.isalpha()) or (last.islower() and gap[-2:-1].isalpha())


def _year_first(numbers: Numbers, index: int) -> Found | None:
    """``2020-10-13``, ``2020/10/13``, ``2024. 4. 24.``"""
    gaps, digits = numbers.gaps, numbers.digits
    separator = gaps[index + 1]
    if separator not in _SEPARATORS or index + 2 >= len(digits) or gaps[index + 2] != separator:
        return None
    year, month, day = digits[index : index + 3]
    end = numbers.end(index + 2)
    if len(month) > 2 or len(day) > 2 or _is_tight(numbers, index + 2):
        return None
    date = day_of(int(year), int(month), int(day))
    if date is None:
        return None
    if separator == ". " and numbers.text.startswith(".", end):
        end += 1
    rule = "iso" if separator == "-" else "year-first"
    return Found(numbers.starts[index], end, rule, (date,))


def _is_tight(numbers: Numbers, index: int) -> bool:
    """Whether something is tied to the end of a number, as in ``1.10.2020.7`` or an address."""
    following = numbers.text[numbers.end(index) : numbers.end(index) + 8]
    if following[:1] in {"T", "t"} and following[1:2].isdigit():
        return False
    glued_time = numbers.gaps[index + 1] == "" and index + 1 < len(numbers.digits)
    return not glued_time and _TIGHT_AFTER.match(following) is not None


def _numeric(numbers: Numbers, index: int, words: DateWords) -> Found | None:
    """``13/10/2020``, ``13. 10. 2020``, ``16/12/16``."""
    gaps, digits = numbers.gaps, numbers.digits
    separator = gaps[index + 1]
    if separator not in _SEPARATORS or index + 2 >= len(digits) or gaps[index + 2] != separator:
        return None
    first, second, last = digits[index : index + 3]
    if len(second) > 2 or len(last) not in {2, 4} or _is_tight(numbers, index + 2):
        return None
    short = len(last) == 2
    # "1.2.10" is a version and "3-1-20" a score.
    if short and separator != "/" and not len(first) == len(second) == 2:
        return None
    # "13. 10. 2020" is how Czech and its neighbours write it; in English it is three sentences.
    if len(separator) > 1 and (short or (words.language or "").startswith("en")):
        return None
    days = days_of_numbers(first, second, last, words.language)
    if not days:
        return None
    rule = "numeric-short-year" if short else "numeric"
    return Found(numbers.starts[index], numbers.end(index + 2), rule, days)


def _with_name(numbers: Numbers, index: int, words: DateWords) -> Found | None:
    """``13 October 2020``, and ``October 13, 2020``."""
    gaps, digits = numbers.gaps, numbers.digits
    gap = gaps[index + 1]
    if index + 1 >= len(digits) or len(gap) > LONGEST_NAME + 8 or len(digits[index + 1]) != 4:
        return None
    month = month_between(words, gap)
    if month is None:
        return None
    start = numbers.starts[index]
    if month == 0:
        found = month_before(words, gaps[index][-LONGEST_NAME:], all_languages=True)
        if found is None:
            return None
        month, start = found[0], start - found[1]
    date = day_of(_year(numbers, index + 1), month, int(digits[index]))
    return Found(start, numbers.end(index + 1), "long", (date,)) if date else None


def _year_first_with_name(numbers: Numbers, index: int, words: DateWords) -> Found | None:
    """``2020. október 13.``, ``2020 Oct 13``."""
    gaps, digits = numbers.gaps, numbers.digits
    gap = gaps[index + 1]
    if (
        index + 1 >= len(digits)
        or len(gap) > LONGEST_NAME
        or len(digits[index + 1]) > 2
        or "," in gap
        or gaps[index].rstrip()[-1:].isalnum()
    ):
        return None
    month = month_between(words, gap)
    if not month or (index + 2 < len(digits) and len(digits[index + 2]) == 4):
        return None
    date = day_of(_year(numbers, index), month, int(digits[index + 1]))
    end = numbers.end(index + 1)
    end += numbers.text.startswith(".", end)
    return Found(numbers.starts[index], end, "long", (date,)) if date else None


def _month_and_year(numbers: Numbers, index: int, words: DateWords) -> Found | None:
    """``October 2020``"""
    gap = numbers.gaps[index]
    before = gap[-LONGEST_NAME:]
    found = month_before(words, before, all_languages=False)
    start = numbers.starts[index]
    if found is None and words.language is None and index == 0 and not numbers.gaps[1].strip():
        found = month_before(words, before, all_languages=True)
        if found and numbers.text[: start - found[1]].strip():
            found = None
    if found is None:
        return None
    month, length = found
    name = before[-length:]
    # "31 February 2020" is no date at all, and "may 2020" seldom one.
    if (index and length == len(gap.lstrip()) and len(numbers.digits[index - 1]) < 3) or (
        not is_no_verb(name.split()[0]) and length != start
    ):
        return None
    date = day_of(_year(numbers, index), month, 1)
    return Found(start - length, numbers.end(index), "month", (date[:7],)) if date else None


def _year(numbers: Numbers, index: int) -> int:
    """The year of a number; Thai news counts them from the death of the Buddha."""
    year = int(numbers.digits[index])
    start = numbers.starts[index]
    near = numbers.text[max(0, start - LONGEST_NAME) : start + LONGEST_NAME]
    return year - 543 if year >= _FIRST_YEAR_OF_BUDDHA and _THAI.search(near) else year

"""Words that tell a time only from now: "3 hours ago", "Hace 13 horas", "2時間前", "Yesterday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsarc.reading.dates.doubtful import ends_piece, opens_piece
from newsarc.reading.dates.numbers import Numbers
from newsarc.reading.dates.words import DateWords
from newsarc.reading.languages.lexicon import fold

LONGEST: Final = 60
"""In a longer line only a number, a unit and a word such as "ago" are relative."""

_CHARACTER: Final = r"[^\s\d,;:|·•()\[\]–—“”\"<>/.-]"
_WORD = re.compile(rf"{_CHARACTER}{{1,24}}")
_AFTER = re.compile(
    rf"\s{{0,2}}({_CHARACTER}{{1,20}})\.?"
    rf"(?:\s{{1,2}}({_CHARACTER}{{1,20}}))?(?:\s{{1,2}}({_CHARACTER}{{1,20}}))?"
)
_MOST_WORDS: Final = 3


def read_relative_at(numbers: Numbers, index: int, words: DateWords) -> tuple[int, int] | None:
    """Where a relative date around a number starts and ends."""
    gap = numbers.gaps[index + 1]
    if gap.lstrip()[:1].casefold() not in words.unit_initials or len(numbers.digits[index]) > 3:
        return None
    after = _AFTER.match(gap)
    if after is None:
        return None
    start, end = numbers.starts[index], numbers.end(index)
    unit = after[1].casefold()
    if unit not in words.units:
        length = _unit_and_ago(unit, words)
        return (start, end + after.start(1) + length) if length else None
    if length := _ago_after(after, words):
        return start, end + length
    if length := _ago_before(numbers.gaps[index], words):
        return start - length, end + after.end(1)
    return _first_of_two(numbers, index, unit, words)


def _first_of_two(
    numbers: Numbers, index: int, unit: str, words: DateWords
) -> tuple[int, int] | None:
    """Where "1 hour, 5 minutes ago" starts and ends."""
    if index + 1 == len(numbers.digits) or numbers.gaps[index + 1].strip(" ,.").casefold() != unit:
        return None
    after = _AFTER.match(numbers.gaps[index + 2])
    length = _ago_after(after, words) if after and after[1].casefold() in words.units else 0
    return (numbers.starts[index], numbers.end(index + 1) + length) if length else None


def find_relative_words(text: str, words: DateWords) -> Iterator[tuple[int, int]]:
    """Where relative dates without a number stand in a short line: "an hour ago", "yesterday"."""
    if len(text) > LONGEST:
        return
    if not text.isascii() and words.unspaced_relative:
        yield from _unspaced(text, words)
    folded = text.casefold().replace(",", " ").replace(":", " ")
    if words.first_relative.isdisjoint(folded.split()):
        return
    spans = [found.span() for found in _WORD.finditer(text)]
    for index, (start, end_of_word) in enumerate(spans):
        if text[start:end_of_word].casefold() not in words.relative_starts:
            continue
        end = _alone(text, spans, index, words) or _counted_in_words(text, spans, index, words)
        if end and opens_piece(text, start, words):
            yield start, end


def _unspaced(text: str, words: DateWords) -> Iterator[tuple[int, int]]:
    for phrase in words.unspaced_relative:
        start = text.find(phrase)
        end = start + len(phrase)
        if start < 0 or not opens_piece(text, start, words):
            continue
        if ends_piece(text, end, words) or text[end : end + 2].strip()[:1].isdigit():
            yield start, end


def _alone(text: str, spans: list[tuple[int, int]], index: int, words: DateWords) -> int | None:
    """The end of a phrase such as "last night" that starts with a word, if a piece ends there."""
    start = spans[index][0]
    for _, end in reversed(spans[index : index + _MOST_WORDS]):
        if fold(text[start:end]) in words.relative:
            return end if _may_end(text, end, words) else None
    return None


def _may_end(text: str, end: int, words: DateWords) -> bool:
    """Whether a piece ends here, or a time follows: "Today at 5", and no "Today, we know"."""
    following = text[end:].strip(" ,").casefold().split()
    first = following[0] if following else ""
    if first[:1].isdigit() or (first in words.times.at and any(map(str.isdigit, text[end:]))):
        return True
    if text.startswith(",", end) and text[end:].lstrip(" ,")[:1].islower():
        return first in words.by or first in words.labels
    return ends_piece(text, end, words)


def _counted_in_words(
    text: str, spans: list[tuple[int, int]], index: int, words: DateWords
) -> int | None:
    """The end of "two hours ago" or "vor einer Stunde", where it starts with a word."""
    following = [text[start:end].casefold() for start, end in spans[index : index + 6]]
    count = _length_of_phrase(following, words.ago_before)
    if count:
        count += following[count : count + 1] != [] and following[count] in words.numbers
        has_unit = following[count : count + 1] and following[count] in words.units
        return spans[index + count][1] if has_unit else None
    count = int(following[0] in words.numbers)
    if following[count : count + 1] and following[count] in words.units:
        length = _length_of_phrase(following[count + 1 :], words.ago)
        return spans[index + count + length][1] if length else None
    return None


def _length_of_phrase(following: list[str], phrases: frozenset[str]) -> int:
    """How many words the phrase has that some words begin with."""
    for length in range(min(_MOST_WORDS, len(following)), 0, -1):
        if " ".join(following[:length]) in phrases:
            return length
    return 0


def _unit_and_ago(word: str, words: DateWords) -> int:
    """How long a unit and "ago" are that are written as one, as in "2時間前"."""
    if word.isascii():
        return 0
    for length in range(min(len(word) - 1, 6), 0, -1):
        if word[:length] in words.units:
            return max(
                (length + len(ago) for ago in words.ago if word.startswith(ago, length)), default=0
            )
    return 0


def _ago_after(after: re.Match[str], words: DateWords) -> int:
    """How far "hours ago" reaches behind a number; 0 where no "ago" follows the unit."""
    second, third = after[2], after[3]
    if second is None:
        return 0
    if third is not None and f"{second} {third}".casefold() in words.ago:
        return after.end(3)
    return after.end(2) if second.casefold() in words.ago else 0


def _ago_before(gap: str, words: DateWords) -> int:
    """How far "il y a" or "vor" before a number reaches back; 0 where there is none."""
    before = gap[-24:]
    spans = [found.span() for found in _WORD.finditer(before)][-_MOST_WORDS:]
    for start, _ in spans:
        if fold(before[start:]).rstrip(".") in words.ago_before:
            return len(before) - start
    return 0

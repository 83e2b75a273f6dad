"""A line as its numbers and what stands between them: every written-out date holds a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, NamedTuple

# Arabic, Persian, Devanagari, Bengali and further digits, each counting from its zero.
_ZEROS: Final = (
    "\u0660\u06f0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6"
    "\u0c66\u0ce6\u0d66\u0e50\u0ed0\u1040\u17e0\uff10"
)
_PUNCTUATION: Final = dict(zip("،，、：／－．（）‐‑−。۔।", ",,,:/-.()---;;;", strict=True))
_SPACES: Final = (
    "\t\v\f\x85\u00a0\u2007\u2009\u200a\u200b\u200e\u200f\u202f\u2060\u2067\u2069\u3000\ufeff"
)
# One character for one, so that a place in the plain text is a place in the line.
_PLAIN: Final = str.maketrans(
    {chr(ord(zero) + digit): str(digit) for zero in _ZEROS for digit in range(10)}
    | _PUNCTUATION
    | dict.fromkeys(_SPACES, " ")
)
_UNUSUAL = re.compile("[" + "".join(map(re.escape, map(chr, _PLAIN))) + "]")
_DIGITS = re.compile(r"([0-9]{1,40})")
_YEAR_AND_HOUR = re.compile(r"[0-9]{5,6}:")
"""As in "20232:26", which is 2023 and 2:26."""
_ANY_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a line, and the text around them."""

    text: str
    """The line with plain digits, spaces and punctuation; as long as the line."""
    digits: list[str]
    starts: list[int]
    gaps: list[str]
    """``gaps[i]`` stands before number ``i``; the last one behind all of them."""

    def end(self, index: int) -> int:
        """Where a number ends."""
        return self.starts[index] + len(self.digits[index])


class Found(NamedTuple):
    """A date as its numbers and its month give it, without what belongs to it on either side."""

    start: int
    end: int
    rule: str
    dates: tuple[str, ...] = ()
    """One where it is certain, more where it can be read in several ways."""
    month_and_day: tuple[int, int] | None = None
    """Of a date without a year."""
    cjk: bool = False


def has_digit(line: str) -> bool:
    """Whether a line holds a digit that a date could have. (Zeros alone make no date.)"""
    if not line.isascii():
        return _ANY_DIGIT.search(line) is not None
    # Looking for one character after the other is ten times as fast as a pattern.
    return (
        "1" in line
        or "2" in line
        or "3" in line
        or "4" in line
        or "5" in line
        or "6" in line
        or "7" in line
        or "8" in line
        or "9" in line
    )


def plain(line: str) -> str:
    """A line with plain digits, spaces and punctuation, as long as before."""
    if "\t" not in line and (line.isascii() or not _UNUSUAL.search(line)):
        return line.replace("元年", "1年")
    # The first year of an era has a word for its number.
    return line.translate(_PLAIN).replace("元年", "1年")


def numbers_of(text: str) -> Numbers:
    """The numbers of a plain text."""
    parts = _DIGITS.split(text)
    if ":" in parts and _YEAR_AND_HOUR.search(text):
        parts = _parted(parts)
    # A number starts where the gap before it ends.
    starts = list(accumulate(map(len, parts)))[:-1:2]
    return Numbers(text, parts[1::2], starts, parts[0::2])


def _parted(parts: list[str]) -> list[str]:
    """The parts of a line with the year and the hour apart where a page ran them together."""
    parted = []
    for index, part in enumerate(parts):
        if index % 2 and 4 < len(part) < 7 and parts[index + 1] == ":":
            parted += [part[:4], "", part[4:]]
        else:
            parted.append(part)
    return parted

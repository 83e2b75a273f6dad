"""The values of front matter as they are written, each with its place, before any gets a type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from newsarc.errors import Problem
from newsarc.model import Json

# No more digits than any program takes without rounding (IEEE 754 doubles).
_WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})")
_DECIMAL_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,9})\.[0-9]{1,6}")
_NOTHING = ("", "~", "null")
_WORDS: Mapping[str, bool] = {"true": True, "false": False}


class Place(NamedTuple):
    """Where in the file something begins; both from 1, the column in characters."""

    line: int
    column: int


@lru_cache(maxsize=4096)  # the same in file after file, found in a quarter of the time
def place_at(line: int, column: int) -> Place:
    """The place at a line and a column."""
    return Place(line, column)


class Text(NamedTuple):
    """A text, a number, a date or a truth value, as it is written.

    (A tuple, as are lists, since it is made in a third of the time.)
    """

    text: str
    place: Place
    quoted: bool
    """Whether it can only be meant as text."""

    @property
    def empty(self) -> bool:
        """Whether nothing is given: no characters, or the word for nothing."""
        return self.text in _NOTHING if not self.quoted else not self.text.strip()


class Items(NamedTuple):
    """A list."""

    items: tuple[Value, ...]
    place: Place

    @property
    def empty(self) -> bool:
        return not self.items


@dataclass(frozen=True, slots=True)
class Table:
    """Names and their values."""

    entries: Mapping[str, Value]
    place: Place
    names: Mapping[str, Place]
    """Where each name stands."""

    @property
    def empty(self) -> bool:
        return not self.entries


Value: TypeAlias = Text | Items | Table


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields before an article, as they are written."""

    values: Mapping[str, Value]
    """Each value knows its place."""
    places: Mapping[str, Place]
    """Where each name stands."""
    body_start: int
    """How many characters of the text come before the body."""
    problems: tuple[Problem, ...] = ()
    """What is wrong; the values concerned are left out."""


def place_of(text: str, offset: int) -> Place:
    """The line and column of a character, however the lines end; a byte order mark is in none."""
    ends = text.count("\n", 0, offset) + text.count("\r", 0, offset)
    pairs = text.count("\r\n", 0, offset)
    begin = 1 + max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset))
    if begin == 0 and text.startswith("\ufeff"):
        begin = 1
    return Place(1 + ends - pairs, offset - begin + 1)


def to_json(value: Value) -> Json:
    """The value of a field that newsarc does not know.

    Unquoted, ``true``, ``false`` and ``null`` are what they say; a number is one if no character
    of it is lost thereby (``7`` and ``1.5`` are, ``007`` and ``1.10`` stay text). Dates stay text.
    """
    if isinstance(value, Items):
        return [to_json(item) for item in value.items]
    if isinstance(value, Table):
        return {name: to_json(entry) for name, entry in value.entries.items()}
    return value.text if value.quoted else _plain_to_json(value.text)


def _plain_to_json(text: str) -> Json:
    if text in _NOTHING:
        return None
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE_NUMBER.fullmatch(text) and text != "-0":
        return int(text)
    if _DECIMAL_NUMBER.fullmatch(text) and str(float(text)) == text:
        return float(text)
    return text

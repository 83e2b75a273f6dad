"""JSON front matter: its values as they are written, and where.

The outermost object is read here name by name, because the standard library tells neither where a
name stands nor that it stands twice; what is inside of it is the standard library's.
"""

from __future__ import annotations

import json
import re
from json import JSONDecodeError

from newsarc.errors import Problem
from newsarc.reading.front_matter.names import given_twice
from newsarc.reading.front_matter.values import Items, Place, Table, Text, Value, place_of, to_json

_SPACE = re.compile(r"[ \t\r\n]*")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANKS = " \t\r\n"
_LONGEST_SHOWN = 100
_TRAILING_COMMA = "no comma may follow the last value"
# The beginnings of the standard library's messages, in words for editors.
_MESSAGES = (
    ("Expecting property name", "a name in double quotes is wanted here"),
    ("Expecting ':'", "a colon is missing after the name"),
    ("Expecting ','", "a comma is missing before this"),
    ("Expecting value", "a value is wanted here; text stands in double quotes"),
    ("Unterminated string", "the quotation mark is not closed"),
    ("Invalid control character", "the quotation mark is not closed in its line"),
    ("Invalid \\escape", "in double quotes a backslash is written twice"),
    ("Invalid \\u", "in double quotes a backslash is written twice"),
    ("Illegal trailing comma", _TRAILING_COMMA),
    ("Extra data", "nothing may follow the closing brace"),
)


class _Plain(str):
    """A number or a word of JSON, as it is written."""

    __slots__ = ()


_DECODER = json.JSONDecoder(parse_float=_Plain, parse_int=_Plain, parse_constant=_Plain)


def read_json(
    text: str, start: int, path: str, braces: bool = True
) -> tuple[Table, int, tuple[Problem, ...]] | Problem:
    """The object that begins at ``start``, where it ends, and what is wrong with it.

    Without ``braces`` its names and values stand alone, up to the end of the text. Never raises.
    """
    found = _Object(text, path)
    try:
        end = found.read(start, braces)
    except JSONDecodeError as error:
        return _mistake(text, error, path, braces)
    except (RecursionError, ValueError):  # ValueError: a number of thousands of digits
        return Problem(path, "the front matter is too long or too deep", *place_of(text, start))
    table = Table(found.entries, place_of(text, start), found.names)
    return table, end, tuple(found.problems)


def _mistake(text: str, error: JSONDecodeError, path: str, braces: bool) -> Problem:
    """The problem of what the standard library, or this module in its words, cannot read."""
    place = place_of(text, error.pos)
    before = text[: error.pos].rstrip(_BLANKS)
    follows = text[error.pos :].lstrip(_BLANKS)[:1]
    if before.endswith(",") and (follows in ("}", "]") or not (follows or braces)):
        place = place_of(text, len(before) - 1)
        return Problem(path, _TRAILING_COMMA, *place, hint="remove this comma")
    message = next((plain for begin, plain in _MESSAGES if error.msg.startswith(begin)), error.msg)
    hint = _with_comma(text, len(before)) if error.msg.startswith("Expecting ','") else None
    if message == _TRAILING_COMMA:
        hint = "remove this comma"
    return Problem(path, message, *place, hint=hint)


def _with_comma(text: str, position: int) -> str | None:
    """The hint that shows the line with a comma at a position, unless that is too long."""
    begin = 1 + max(text.rfind("\n", 0, position), text.rfind("\r", 0, position))
    line = text[begin : position + _LONGEST_SHOWN + 1].splitlines()[0]
    mended = f"{line[: position - begin]},{line[position - begin :]}".strip()
    return f"write {mended}" if len(mended) <= _LONGEST_SHOWN else None


class _Object:
    """The outermost object, as far as it is read."""

    def __init__(self, text: str, path: str) -> None:
        self.entries: dict[str, Value] = {}
        self.names: dict[str, Place] = {}
        self.problems: list[Problem] = []
        self._text = text
        self._path = path

    def read(self, start: int, braces: bool) -> int:
        """Read from ``start`` and say where the object ends. Raises JSONDecodeError."""
        end = "}" if braces else ""
        position = self._skip(start + len(end))
        if self._at(position) == end:
            return position + len(end)
        while True:
            position = self._entry(position)
            if self._at(position) == end:
                return position + len(end)
            if self._at(position) != ",":
                raise JSONDecodeError("Expecting ','", self._text, position)
            position = self._skip(position + 1)

    def _entry(self, position: int) -> int:
        if self._at(position) != '"':
            raise JSONDecodeError("Expecting property name", self._text, position)
        name, end = _DECODER.raw_decode(self._text, position)
        colon = self._skip(end)
        if self._at(colon) != ":":
            raise JSONDecodeError("Expecting ':'", self._text, colon)
        begin = self._skip(colon + 1)
        value, end = _DECODER.raw_decode(self._text, begin)
        self._keep(name, place_of(self._text, position), _value(value, place_of(self._text, begin)))
        return self._skip(end)

    def _keep(self, name: str, place: Place, value: Value) -> None:
        if name in self.entries:
            same = to_json(self.entries[name]) == to_json(value)
            self.problems.append(given_twice(name, self.names[name], place, same, self._path))
        self.entries[name] = value
        self.names[name] = place

    def _at(self, position: int) -> str:
        return self._text[position : position + 1]

    def _skip(self, position: int) -> int:
        space = _SPACE.match(self._text, position)
        return space.end() if space else position


def _value(value: object, place: Place) -> Value:
    if isinstance(value, dict):
        names = dict.fromkeys(value, place)
        return Table({name: _value(entry, place) for name, entry in value.items()}, place, names)
    if isinstance(value, list):
        return Items(tuple(_value(item, place) for item in value), place)
    if isinstance(value, str):
        # Half a character, which JSON can write and no encoding can.
        whole = _LONE_SURROGATE.sub("\ufffd", value)
        return Text(whole, place, quoted=not isinstance(value, _Plain))
    return Text("" if value is None else str(value).lower(), place, quoted=False)

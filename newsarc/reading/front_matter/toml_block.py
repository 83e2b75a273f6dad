"""TOML front matter: its values as they are written, and where."""

from __future__ import annotations

import datetime
import re
import tomllib

from newsarc.errors import Problem
from newsarc.reading.front_matter.names import are_field_names, field_of, looks_like_fields
from newsarc.reading.front_matter.quoting import hint_to_write, quote
from newsarc.reading.front_matter.values import Items, Place, Table, Text, Value

_REASON = re.compile(
    r"(?P<reason>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)",
    re.DOTALL,
)
_TWICE = "this name is given twice"
# The beginnings of tomllib's messages, in words for editors.
_MESSAGES = (
    ("Invalid value", "text stands in double quotes"),
    ("Expected newline", "nothing may follow a value in its line"),
    ("Expected '=' after a key", "an equals sign is missing after the name"),
    ("Cannot ", _TWICE),
    ("Illegal character '\\n'", "the quotation mark is not closed"),
    ("Unterminated string", "the quotation mark is not closed"),
    ("Unclosed array", "the list is not closed, or a comma is missing in it"),
    ("Unescaped '\\'", "in double quotes a backslash is written twice"),
    ("Invalid statement", "this is not a name"),
)
_ENTRY = re.compile(r"\s*([\w-]+)\s*[=:]\s*((?:\S+(?:\s+(?=\S))?)*+)\s*")
_OUTER_QUOTES = re.compile(r"([\"'])(.*)\1")


class _Digits(str):
    """A number, as it is written."""

    __slots__ = ()


def read_toml(block: str, first_line: int, path: str) -> tuple[Table | None, tuple[Problem, ...]]:
    """The table that a block of TOML holds, and what is wrong with it.

    A block that is no front matter gives None without problems. Never raises.
    """
    start = Place(first_line, 1)
    block = block.replace("\r\n", "\n").replace("\r", "\n")
    lines = block.split("\n")
    try:
        values = tomllib.loads(block, parse_float=_Digits)
        names = {name: _place_of_name(name, lines, start) for name in values}
        entries = {name: _value(value, names[name]) for name, value in values.items()}
    except tomllib.TOMLDecodeError as error:
        if not looks_like_fields(lines):
            return None, ()
        return None, (_problem(error, lines, first_line, path),)
    except (RecursionError, ValueError):  # ValueError: a number of thousands of digits
        return None, (Problem(path, "the front matter is too long or too deep", *start),)
    if not are_field_names(names):
        return None, ()
    return Table(entries, start, names), ()


def _place_of_name(name: str, lines: list[str], start: Place) -> Place:
    """Where a name first begins a line. tomllib does not tell."""
    pattern = re.compile(rf"(\s*\[{{0,2}}\s*)[\"']?{re.escape(name)}[\"']?\s*[=.\]]")
    for index, line in enumerate(lines):
        if found := pattern.match(line):
            return Place(start.line + index, found.end(1) + 1)
    return start


def _value(value: object, place: Place) -> Value:
    if isinstance(value, dict):
        names = dict.fromkeys(value, place)
        entries = {name: _value(entry, place) for name, entry in value.items()}
        return Table(entries, place, names)
    if isinstance(value, list):
        return Items(tuple(_value(item, place) for item in value), place)
    if isinstance(value, bool):
        return Text(str(value).lower(), place, quoted=False)
    if isinstance(value, datetime.date | datetime.time):
        return Text(value.isoformat(), place, quoted=True)
    quoted = isinstance(value, str) and not isinstance(value, _Digits)
    return Text(str(value), place, quoted)


def _problem(
    error: tomllib.TOMLDecodeError, lines: list[str], first_line: int, path: str
) -> Problem:
    told = _REASON.fullmatch(str(error))
    reason = told["reason"] if told else str(error)
    message = next((plain for begin, plain in _MESSAGES if reason.startswith(begin)), reason)
    if told and told["line"]:
        index, column = int(told["line"]) - 1, int(told["column"])
    else:
        index = max((i for i, line in enumerate(lines) if line.strip()), default=0)
        column = 1
    entry = _ENTRY.fullmatch(lines[index]) if index < len(lines) else None
    if entry is None:
        return Problem(path, message, first_line + index, column)
    name, value = entry[1], entry[2]
    if message == _TWICE:
        hint: str | None = "keep the line that is right and delete the other"
        column = entry.start(1) + 1
    elif field_of(name) in ("date", "updated"):
        message, column = "this is not a date as TOML writes it", entry.start(2) + 1
        hint = "write YYYY-MM-DD, or a full ISO time"
    else:
        hint = _hint(name, value)
    return Problem(path, message, first_line + index, column, name, hint)


def _hint(name: str, value: str) -> str | None:
    if value.startswith(("[", "{")) or not value:
        return None
    outer = _OUTER_QUOTES.fullmatch(value)
    return hint_to_write(f"{name} = ", quote(outer[2] if outer else value.strip("\"'")))

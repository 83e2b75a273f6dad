"""YAML front matter of the plainest kind, read without a parser.

    title: Flood in Marl
    date: 2020-10-13T05:52
    authors: [Jane Doe, "AFP"]
    tags:
      - floods
    image:
      credit: Jane Doe

Nearly all front matter is such. PyYAML and making values of its nodes take 55 µs for ten lines of
it, this 20, and nothing needs to be imported, which takes 30 ms; what is not surely plain is left
to PyYAML, and to the library that finds fences. The tests hold that both ways give the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from newsarc.reading.front_matter.names import are_field_names
from newsarc.reading.front_matter.values import (
    FrontMatter,
    Items,
    Place,
    Table,
    Text,
    Value,
    place_at,
)

UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Control characters, which no YAML takes, and what YAML 1.1 takes for line breaks (U+0085, U+2028,
U+2029) and YAML 1.2 and editors do not. Pasting leaves all of them behind, unseen."""

_BEGIN, _END = "---\n", "\n---\n"
_LONGEST: Final = 10_000
_NAME = r"[A-Za-z_][A-Za-z0-9_-]{0,60}"
# No sign of YAML begins it, and no colon or hash in it stands where one would mean something.
_FIRST = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]"
_PLAIN = rf"{_FIRST}[^\n:#]*(?:(?::(?=[^ \n])|(?<! )#)[^\n:#]*)*"
_QUOTED = r"\"[^\"\\\n]*\"[ ]*|'[^'\n]*'[ ]*"
_VALUE = rf"(?:{_PLAIN}|{_QUOTED})"
_ENTRY = re.compile(
    rf"({_NAME}):(?:[ ]+(?:(?P<text>{_VALUE})|\[(?P<brackets>[^\n\[\]{{}}]*)\][ ]*)"
    rf"|(?P<dashes>(?:\n[ ]*-[ ]+{_VALUE})+)"
    rf"|(?P<names>(?:\n[ ]+{_NAME}:[ ]+{_VALUE})+))(?:\n|\Z)"
)
_IN_BRACKETS = re.compile(rf"[ ]*({_FIRST}[^\n:#,\[\]{{}}'\"]*|{_QUOTED})(?:,|\Z)")
_WITH_DASH = re.compile(r"\n([ ]*)-([ ]+)([^\n]+)")
_WITH_NAME = re.compile(r"\n([ ]+)([^:\n]+):([ ]+)([^\n]+)")


def split_plain(text: str) -> FrontMatter | None:
    """The front matter of a text that is plain up to its second fence; None where it is not."""
    if not text.startswith(_BEGIN):
        return None
    end = text.find(_END, len(_BEGIN) - 1, _LONGEST)
    block = text[len(_BEGIN) : end + 1]
    if UNSEEN.search(block) is not None:
        return None
    # Nothing that is read so has a fence in it: no line of it begins like one.
    table = read_plain(block, 2)
    if table is None or not are_field_names(table.names):
        return None
    return FrontMatter(table.entries, table.names, end + len(_END))


def read_plain(block: str, first_line: int) -> Table | None:
    """The table that a block of YAML holds; None where YAML's whole grammar may be needed."""
    if len(block) > _LONGEST or "\t" in block or "\r" in block:
        return None
    entries: dict[str, Value] = {}
    names: dict[str, Place] = {}
    line, position = first_line, 0
    while position < len(block):
        found = _ENTRY.match(block, position)
        value = _value(found, line) if found else None
        if found is None or value is None or found[1] in names:
            return None
        entries[found[1]], names[found[1]] = value, place_at(line, 1)
        line += 1 if found.lastgroup in ("text", "brackets") else found[0].count("\n")
        position = found.end()
    return Table(entries, place_at(first_line, 1), names) if entries else None


def _value(entry: re.Match[str], line: int) -> Value | None:
    kind = entry.lastgroup or ""
    written, column = entry[kind], entry.start(kind) - entry.start() + 1
    if kind == "text":
        return _text(written, line, column)
    if kind == "brackets":
        return _in_brackets(written, place_at(line, column - 1))
    return (_with_dashes if kind == "dashes" else _with_names)(written, line + 1)


def _text(written: str, line: int, column: int) -> Text:
    written = written.rstrip(" ")
    if written[0] in "\"'":
        return Text(written[1:-1], place_at(line, column), quoted=True)
    return Text(written, place_at(line, column), quoted=False)


def _in_brackets(written: str, place: Place) -> Items | None:
    items: list[Text] = []
    position, end = 0, len(written.rstrip(" "))
    while position < end:
        found = _IN_BRACKETS.match(written, position)
        if found is None:
            return None
        items.append(_text(found[1], place.line, place.column + 1 + found.start(1)))
        position = found.end()
    return Items(tuple(items), place)


def _with_dashes(written: str, line: int) -> Items | None:
    found = _WITH_DASH.findall(written)
    indent = found[0][0]
    if any(other != indent for other, _, _ in found):
        return None
    items = (
        _text(item, number, len(indent) + len(gap) + 2)
        for number, (_, gap, item) in enumerate(found, line)
    )
    return Items(tuple(items), place_at(line, len(indent) + 1))


def _with_names(written: str, line: int) -> Table | None:
    found = _WITH_NAME.findall(written)
    indent = found[0][0]
    entries: Mapping[str, Text] = {
        name: _text(value, number, len(indent) + len(name) + len(gap) + 2)
        for number, (_, name, gap, value) in enumerate(found, line)
    }
    if len(entries) < len(found) or any(other != indent for other, *_ in found):
        return None
    names = {name: place_at(number, len(indent) + 1) for number, name in enumerate(entries, line)}
    return Table(entries, place_at(line, len(indent) + 1), names)

"""The entries of a YAML block and the values in them, found by their lines, parsing or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsarc.reading.front_matter.names import LIST_FIELDS, field_of
from newsarc.reading.front_matter.yaml_nodes import parses

_NAME = r"(?:\"[^\"]*\"|'[^']*'|[^\s#\"'](?:[^:]|:(?=\S))*?)"
_NAMED = re.compile(rf"(?!- |-$)(?P<name>{_NAME}) ?:(?=\s|$)")
_VALUE = re.compile(
    rf"(?P<lead>\s*(?:-\s+)*)(?:(?!- |-$)(?P<name>{_NAME}) ?:(?:\s+|$))?(?P<value>.*)"
)
_SIMPLE_NAME = re.compile(r"[A-Za-z_][\w-]*|[\"'].*")
_BLANK = re.compile(r"\s*(?:#.*)?")
_MOST_JOINED = 20
LITERAL = re.compile(r"[|>][-+0-9]{0,2}\s*(?:#.*)?")


@dataclass(frozen=True, slots=True)
class Entry:
    """The lines of one top-level name; ``start`` is the index of the first in its block."""

    start: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def name(self) -> str | None:
        """The name before the first colon, if the entry begins with one."""
        named = _NAMED.match(self.lines[0])
        return named["name"].strip("\"'") if named else None

    @property
    def takes_list(self) -> bool:
        return self.name is not None and field_of(self.name) in LIST_FIELDS


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a value in one line of its entry."""

    line: int
    column: int
    """Both from 0."""
    text: str


@dataclass(frozen=True, slots=True)
class WrittenValue:
    """A value as its lines show it."""

    lead: str
    """What stands before it: its name and a colon, or a dash."""
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)

    @property
    def alone(self) -> str:
        """The value as that of a name of one letter, with its line breaks."""
        return "x: " + "\n  ".join(piece.text for piece in self.pieces)

    def place_of(self, offset: int) -> tuple[int, int]:
        """The line and column, from 0, of a character of ``text``."""
        for piece in self.pieces[:-1]:
            if offset <= len(piece.text):
                return piece.line, piece.column + offset
            offset -= len(piece.text) + 1
        last = self.pieces[-1]
        return last.line, last.column + offset


def entries_of(block: str) -> list[Entry]:
    """The entries of a block, in order, with all its lines.

    An entry begins with a line that is not indented. Lines that are not indented and have no name
    are entries of their own, unless the entry above only parses with them.
    """
    lines = block.splitlines()
    starts = [index for index, line in enumerate(lines) if index == 0 or _begins_entry(line)]
    ends = [*starts[1:], len(lines)]
    entries = [
        Entry(start, tuple(lines[start:end])) for start, end in zip(starts, ends, strict=True)
    ]
    return _joined(entries, block)


def _begins_entry(line: str) -> bool:
    return not (
        _BLANK.fullmatch(line) or line[0] in " \t]}" or line.startswith("- ") or line == "-"
    )


def _joined(entries: Sequence[Entry], block: str) -> list[Entry]:
    """The entries, with lines without a name put to the entry above where it needs them."""
    joined: list[Entry] = []
    position = 0
    while position < len(entries):
        entry, position = entries[position], position + 1
        if not parses(entry.text, block):
            both, end = entry, position
            while end < min(len(entries), position + _MOST_JOINED) and entries[end].name is None:
                both, end = Entry(both.start, both.lines + entries[end].lines), end + 1
                if parses(both.text, block):
                    entry, position = both, end
                    break
        joined.append(entry)
    return joined


def values_of(entry: Entry) -> list[WrittenValue]:
    """The values of an entry, as far as its lines show them."""
    found: list[WrittenValue] = []
    literal: int | None = None
    for index, line in enumerate(entry.lines):
        indent = indent_of(line)
        if _BLANK.fullmatch(line) or (literal is not None and indent > literal):
            continue
        lead, piece, begins = _split_line(line, index, entry.takes_list)
        if begins or not found:
            found.append(WrittenValue(lead, (piece,)))
        elif piece.text:
            last = found[-1]
            found[-1] = WrittenValue(last.lead, (*last.pieces, piece))
        literal = indent if LITERAL.fullmatch(piece.text) else None
    return found


def indent_of(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip())


def _split_line(line: str, index: int, takes_list: bool) -> tuple[str, Piece, bool]:
    """A line's lead, its part of a value, and whether that part begins a value."""
    parts = _VALUE.fullmatch(line)
    assert parts is not None
    dash = "-" in parts["lead"]
    name: str | None = parts["name"]
    if name is not None and index and (takes_list if dash else not _SIMPLE_NAME.fullmatch(name)):
        name = None  # words before a colon, not a name
    start = parts.start("value") if name is not None or parts["name"] is None else parts.end("lead")
    lead = f"{name}: " if name is not None else "- " if dash else ""
    return lead, Piece(index, start, line[start:].rstrip()), bool(lead)

"""Text in the columns of a terminal: how wide it is there, where it breaks, where it is cut."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterator
from typing import Final

_NARROWEST, _WIDEST, _ELSEWHERE = 50, 120, 100
_TOKEN = re.compile(r"\s+|\S+")
_TAB: Final = "    "
_FIRST_PICTURE: Final = 0x2400
"""Where Unicode has the pictures of control characters: ␛ for the one that begins colours."""
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Marks without width, which could turn around the row that they stand in."""


def terminal_width() -> int:
    """How many columns there are to write in; a fixed number where it is no terminal."""
    columns = shutil.get_terminal_size((_ELSEWHERE, 24)).columns
    return max(_NARROWEST, min(columns, _WIDEST))


def harmless(text: str) -> str:
    """A text in one line in which nothing commands the terminal."""
    text = _TURNING.sub("", text.replace("\t", _TAB))
    if text.isprintable():
        return text
    return "".join(_harmless(character) for character in text)


def _harmless(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(_FIRST_PICTURE + code)
    return "\ufffd" if unicodedata.category(character) in ("Cc", "Zl", "Zp") else character


def cells(text: str) -> int:
    """How many columns a text takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut(text: str, width: int) -> str:
    """A text that takes no more columns than a width; … stands for what is left out."""
    return text if cells(text) <= width else f"{_beginning(text, width - 1).rstrip()}…"


def wrapped(text: str, width: int, most: int | None = None) -> list[str]:
    """A text in rows of a width, no more of them than asked for; … stands for the rest."""
    if most is not None:
        # Enough for the rows and for seeing that there is more.
        text = text[: 4 * width * (most + 1)]
    rows: list[str] = []
    for row in _rows(text, width):
        if most is not None and len(rows) == most:
            return [*rows[:-1], f"{_beginning(rows[-1], width - 1).rstrip()}…"]
        rows.append(row)
    return rows or [""]


def _rows(text: str, width: int) -> Iterator[str]:
    row = ""
    for token in _TOKEN.findall(text):
        if cells(row) + cells(token) <= width:
            row += token
            continue
        if token.isspace():
            yield row.rstrip()
            row = ""
            continue
        # What is longer than a row, such as Chinese text, is broken wherever the row ends.
        if row.strip() and cells(token) <= width:
            yield row.rstrip()
            row = ""
        row += token
        while cells(row) > width:
            begun = _beginning(row, width)
            yield begun
            row = row[len(begun) :]
    if row.strip():
        yield row.rstrip()


def _beginning(text: str, width: int) -> str:
    """As much of a text as a width takes."""
    used = 0
    for index, character in enumerate(text):
        used += _cells(character)
        if used > width:
            return text[:index]
    return text

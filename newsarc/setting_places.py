"""Where a TOML file sets what: the parser of the standard library keeps no places.

For messages only, so that a file is looked through by lines, as https://toml.io/en/v1.0.0 has
headers and keys begin them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_PATH = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEADER = re.compile(rf"[ \t]*\[\[?[ \t]*({_PATH})[ \t]*\]")
_KEY = re.compile(rf"[ \t]*({_PATH})[ \t]*=")
_INLINE_KEY = re.compile(rf"[{{,][ \t]*({_PATH})[ \t]*=")
_LONG_QUOTES = re.compile(r"\"\"\"|'''")


def place_of_setting(text: str, setting: str) -> tuple[int, int] | None:
    """The line and the column, both from 1, where a setting such as ``site.title`` is set.

    Or where a table of that name begins, or one that holds it; None if it is not found.
    """
    wanted = tuple(setting.split("."))
    best: tuple[int, int] | None = None
    longest = 0
    for path, line, column in _paths(text):
        if len(path) > longest and path == wanted[: len(path)]:
            best, longest = (line, column), len(path)
    return best


def _paths(text: str) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Each header and key with all tables around it, its line and column."""
    table: tuple[str, ...] = ()
    in_long_text = False
    for number, line in enumerate(text.split("\n"), 1):
        if not in_long_text:
            if header := _HEADER.match(line):
                table = _parts(header[1])
                yield table, number, line.index("[") + 1
            elif key := _KEY.match(line):
                path = (*table, *_parts(key[1]))
                yield path, number, key.start(1) + 1
                for inner in _INLINE_KEY.finditer(line, key.end()):
                    yield (*path, *_parts(inner[1])), number, inner.start(1) + 1
        in_long_text ^= len(_LONG_QUOTES.findall(line)) % 2 == 1


def _parts(path: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_PART, path))

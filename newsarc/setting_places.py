"""Where a TOML file sets what: the parser of the standard library keeps no places.

For messages only, of texts that the parser took: see https://toml.io/en/v1.0.0.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from itertools import chain
from operator import itemgetter
from typing import TypeAlias

_TOKEN = re.compile(
    r'''"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?'{3,5}|\#[^\n]*'''  # long texts, comments
    r"""|(?P<part>"(?:\\.|[^"\\])*"|'[^']*'|[^\s"'#=.,\[\]{}]+)"""  # of a key, or of a value
    r"|[=.,\[\]{}\n]",
    re.DOTALL,
)

_Tokens: TypeAlias = Iterator[re.Match[str]]
_Begin: TypeAlias = tuple[str, int]
"""A setting or table with all around it, such as ``site.title``, and where its name begins."""


def place_of_setting(text: str, setting: str) -> tuple[int, int] | None:
    """The line and the column, both from 1, where a setting such as ``site.title`` is set.

    Or where a table of that name begins, with a header or what is in it, or else one that holds
    it; None if it is not found.
    """
    near = ((_nearness(path, setting), start) for path, start in _begins(text))
    nearness, start = max(near, key=itemgetter(0), default=(0, 0))  # the first of the nearest
    if not nearness:
        return None
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


def _nearness(path: str, setting: str) -> int:
    """What is most for the setting itself, then for what is in it, then for what holds it."""
    if f"{setting}.".startswith(f"{path}."):
        return 2 * len(path)
    return 2 * len(setting) - 1 if path.startswith(f"{setting}.") else 0


def _begins(text: str) -> Iterator[_Begin]:
    tokens = _TOKEN.finditer(text)
    table = ""
    for token in tokens:
        if token[0] == "[":
            table = _key(tokens)
            yield table, token.start()
        elif token["part"]:
            yield from _in_setting(token, tokens, table)


def _key(tokens: _Tokens) -> str:
    """The parts of a key or header up to its end."""
    parts: list[str] = []
    for token in tokens:
        if token[0] in ("=", "]"):
            break
        if part := token["part"]:
            parts.append(part[1:-1] if part[0] in "\"'" else part)
    return ".".join(parts)


def _in_setting(
    first: re.Match[str], tokens: _Tokens, table: str
) -> Generator[_Begin, None, str | None]:
    """A setting and those in its value; returns the mark that ends it."""
    key = _key(chain((first,), tokens))
    path = f"{table}.{key}" if table else key
    yield path, first.start()
    for token in tokens:
        if token[0] in ("\n", ",", "}"):
            return token[0]
        yield from _in_value(token, tokens, path)
    return None


def _in_value(first: re.Match[str], tokens: _Tokens, path: str) -> Iterator[_Begin]:
    """The settings in a list or an inline table that begins here."""
    if first[0] == "[":
        for token in tokens:
            if token[0] == "]":
                return
            yield from _in_value(token, tokens, path)
    elif first[0] == "{":
        for token in tokens:
            if token[0] == "}":
                return
            if token["part"] and (yield from _in_setting(token, tokens, path)) == "}":
                return

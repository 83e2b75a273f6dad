"""How a language orders its letters, from ``newsarc/data/collation.toml``, which says its fields.

A letter's weight is a text that stands in the order of code points where the letter stands in the
language: the letter itself, or another one followed by a character above all letters.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from types import MappingProxyType

ABOVE_LETTERS = "\U000f0000-\U000fffff"
"""Characters for private use, which no weight has but after a letter."""
_TABLES = Path(__file__).parents[1] / "data" / "collation.toml"
_OF_LANGUAGES = 0xF0000
_OF_ALL = 0xFFF00  # a language's own come first: þ stands after the å of Danes
_ALL = "und"


@dataclass(frozen=True, slots=True)
class Tailoring:
    """What is special about a language's order. Letters are small and decomposed."""

    weights: Mapping[str, str]
    """Letters, or several that count as one, that do not weigh what they are."""
    letters: Mapping[str, str]
    """Weights, and the letter of its own that each belongs to, in normal form C."""
    capitals: Mapping[str, str]
    """Capitals, and their small letters, where these are not the usual ones."""
    scripts: tuple[str, ...]
    """All scripts in order, as the names of their characters begin."""
    rows: Mapping[str, str]
    """Scripts, and the first letters of the rows that their letters stand in."""
    han: str
    """The codec in whose order Han characters stand; empty for that of code points."""
    han_name: str
    initials: tuple[tuple[bytes, str], ...]
    """Bytes of that codec, in order, each with the Latin letter from there on, or ``-``."""


@cache
def tailoring_of(language: str) -> Tailoring:
    """The tailoring of a BCP 47 code: what its beginnings have in common, and its own."""
    file = tomllib.loads(_TABLES.read_text(encoding="utf-8"))
    subtags = language.lower().split("-")
    codes = {_ALL, *accumulate(subtags, lambda start, subtag: f"{start}-{subtag}")}
    tables = [
        table
        for table in file["tailoring"]
        if not codes.isdisjoint(table["languages"].lower().split())
    ]
    texts: dict[str, str] = {}
    for table in tables:
        texts |= table
    weights, letters = _weights(tables)
    han = texts.get("han", "")
    return Tailoring(
        weights=MappingProxyType(weights),
        letters=MappingProxyType(letters),
        capitals=MappingProxyType({pair[0]: pair[1] for pair in texts.get("capitals", "").split()}),
        scripts=_scripts(file["scripts"], subtags, texts.get("scripts", "").split()),
        rows=MappingProxyType(file["rows"]),
        han=han,
        han_name=texts.get("han_name", "漢字"),
        initials=tuple(
            (pair[1].encode(han), pair[0]) for pair in texts.get("initials", "").split()
        ),
    )


def decomposed(text: str) -> str:
    """The text in small letters, each followed by its accents."""
    return unicodedata.normalize("NFKD", text).casefold()


def _scripts(
    codes_of: Mapping[str, str], subtags: Iterable[str], first: Iterable[str]
) -> tuple[str, ...]:
    """All scripts: those that a language names, else its own; then the others."""
    language, *others = subtags
    first = tuple(first)
    by_code = {code.lower(): script for script, codes in codes_of.items() for code in codes.split()}
    own = [by_code[code] for code in others if len(code) == 4 and code in by_code]
    own = [script for script in own if script not in first]
    return tuple(dict.fromkeys((*own, *first, by_code.get(language, "LATIN"), *codes_of)))


def _weights(tables: Iterable[Mapping[str, str]]) -> tuple[dict[str, str], dict[str, str]]:
    """Weights by letter, and letters of their own by weight; later tables come before earlier."""
    weights: dict[str, str] = {}
    letters: dict[str, str] = {}
    for table in tables:
        start = _OF_ALL if table["languages"] == _ALL else _OF_LANGUAGES
        for line in table.get("letters", "").splitlines():
            for letter, weight in _weights_of_line(line, weights, start):
                weights[decomposed(letter)] = weight
                letters[weight] = letter
        for pair in table.get("same", "").split():
            letter, _, other = pair.partition("=")
            weights[decomposed(letter)] = _weight(decomposed(other), weights)
    return weights, letters


def _weights_of_line(
    line: str, weights: Mapping[str, str], start: int
) -> Iterator[tuple[str, str]]:
    if not line:
        return
    first, *others = line.split()
    anchor = weights.get(decomposed(first), decomposed(first))
    for place, letter in enumerate(others, start + 1):
        yield unicodedata.normalize("NFC", letter), anchor + chr(place)


def _weight(text: str, weights: Mapping[str, str]) -> str:
    """The weight of letters, the longest that count as one first."""
    if not text:
        return ""
    length = next((n for n in range(len(text), 0, -1) if text[:n] in weights), 0)
    first = weights[text[:length]] if length else text[0]
    return first + _weight(text[length or 1 :], weights)

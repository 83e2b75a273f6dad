"""The words that tell what a line is: one file a language in ``lexicons/``, read as one."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def words(table: str, key: str) -> frozenset[str]:
    """The words of all languages under a key such as ``roles``, ``nouns``; folded by ``fold``."""
    return _all_words()[table, key]


def fold(text: str) -> str:
    """A word or phrase as it is compared: without differences of case and of spaces."""
    return " ".join(text.casefold().split())


def alternatives(phrases: Iterable[str]) -> str:
    """A part of a pattern that matches any of some phrases, the longest first."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(_pattern(phrase) for phrase in ordered)


def _pattern(phrase: str) -> str:
    return r"\s{1,3}".join(map(re.escape, phrase.split()))


@cache
def _all_words() -> dict[tuple[str, str], frozenset[str]]:
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for file in files("newsarc.reading").joinpath("lexicons").iterdir():
        if file.name.endswith(".toml"):
            for table, keys in tomllib.loads(file.read_text(encoding="utf-8")).items():
                for key, phrases in keys.items():
                    found[table, key].update(map(fold, phrases))
    return {place: frozenset(phrases) for place, phrases in found.items()}

"""The words that tell what a line is: one file a language in ``lexicons/``, read when it is needed.

A text is read with the words of its own language and the English ones, which stand on pages of
every language; a text whose language is not known, with those of all.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import chain

_NONE: frozenset[str] = frozenset()


class Lexicon:
    """The words for texts of one language. There is one object a language, so it can be a key."""

    __slots__ = ("_words", "language")

    def __init__(
        self, language: str | None, words: Mapping[tuple[str, str], frozenset[str]]
    ) -> None:
        self.language = language
        """BCP 47 code; None where the texts' language is not known."""
        self._words = words

    def words(self, table: str, key: str) -> frozenset[str]:
        """The words under a key such as ``roles``, ``nouns``, as ``fold`` gives them."""
        return self._words.get((table, key), _NONE)

    def phrases(self) -> Iterator[str]:
        """The words and phrases of all keys."""
        return chain.from_iterable(self._words.values())


@cache
def lexicon_of(language: str | None) -> Lexicon:
    """The words of a language and the English ones; of all languages for None or one not known."""
    known = languages_with_words()
    names = {"en", language} if language in known else known
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for name in sorted(filter(None, names)):
        for place, phrases in _words_of(name).items():
            found[place] |= phrases
    return Lexicon(language, {place: frozenset(phrases) for place, phrases in found.items()})


@cache
def languages_with_words() -> frozenset[str]:
    """The languages that have a file of words."""
    names = (
        file.name for file in files("newsarc.reading.languages").joinpath("lexicons").iterdir()
    )
    return frozenset(name.removesuffix(".toml") for name in names if name.endswith(".toml"))


def fold(text: str) -> str:
    """A word or phrase as it is compared: without differences of case and of spaces.

    The Turkish letters with and without a dot are one, since a capital does not say which is meant;
    so are a letter and its accent, written as one character or as two.
    """
    folded = " ".join(text.casefold().split())
    if folded.isascii():
        return folded
    return unicodedata.normalize("NFC", folded).replace("i\u0307", "i").replace("ı", "i")


def fold_letters(text: str) -> str:
    """A piece of a text as it is compared, its spaces left as they are."""
    return text.casefold().replace("ı", "i")


def alternatives(phrases: Iterable[str]) -> str:
    """A part of a pattern that matches any of some phrases, the longest first."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(_pattern(phrase) for phrase in ordered) or r"(?!)"


def _pattern(phrase: str) -> str:
    return r"\s{1,3}".join(map(re.escape, phrase.split()))


@cache
def _words_of(language: str) -> dict[tuple[str, str], frozenset[str]]:
    file = files("newsarc.reading.languages").joinpath("lexicons", f"{language}.toml")
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return {
        (table, key): frozenset(map(fold, phrases))
        for table, keys in tables.items()
        for key, phrases in keys.items()
    }

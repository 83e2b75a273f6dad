"""The order of terms as the readers of a language expect it, and the headings they look under."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from newsarc.site.slugs import APOSTROPHES, is_unseen
from newsarc.site.tailoring import ABOVE_LETTERS, Tailoring, decomposed, tailoring_of

SIGNS = "#"
"""The heading of what begins with no letter."""

_NUMBER = re.compile(r"\d+")
_UNIT = re.compile(f".[{ABOVE_LETTERS}]*")
# Marks that are vowels or silence them, and so count as letters (DUCET): canonical classes of the
# virama, and of vowels in Telugu, Thai, Lao and Tibetan. All others are accents.
_LETTER_CLASSES = frozenset({0, 9, 84, 91, 103, 118, 129, 130, 132})
_BEFORE_CONSONANTS = re.compile("([เ-ไເ-ໄ])(.)")  # written before, spoken and sorted after
_SMALL_KANA = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
_LONG_VOWELS = tuple(
    (re.compile(f"(?<=[{row}])ー"), row[0])
    for row in (
        *("あかさたなはまやらわ", "いきしちにひみりゐ", "うくすつぬふむゆる"),
        *("えけせてねへめれゑ", "おこそとのほもよろを"),
    )
)


class Heading(NamedTuple):
    """What terms stand under, in the order of headings but for letters of one script."""

    is_signs: bool
    script: int
    """The place of the script among all."""
    text: str


class Place(NamedTuple):
    """The place of a term in an index."""

    is_signs: bool
    script: int
    weight: str
    key: str
    """Of terms that weigh the same each has another one, so no two have one place."""


class Collation:
    """The order of a language."""

    def __init__(self, tailoring: Tailoring) -> None:
        weights = tailoring.weights
        self._tailoring = tailoring
        self._weights = weights
        self._capitals = str.maketrans(dict(tailoring.capitals))
        self._small = {small: capital for capital, small in tailoring.capitals.items()}
        accents = {char for letters in weights for char in letters if _is_accent(char)}
        self._characters = _Characters(tailoring, frozenset(accents))
        self._pattern = _pattern(weights, accents)
        self._ascii_pattern = _pattern([letters for letters in weights if letters.isascii()], ())
        self._headings: dict[str, Heading] = {}

    def place(self, label: str, key: str) -> tuple[Place, str]:
        """Where a term stands, and its heading: places in order have headings in groups."""
        weight = self._weight(label)
        unit = _UNIT.match(weight)
        found = unit[0] if unit else ""
        heading = self._headings.get(found)
        if heading is None:
            heading = self._headings[found] = self._heading(found)
        is_signs, script, text = heading
        return Place(is_signs, script, weight, key), text

    def _weight(self, label: str) -> str:
        """A text that stands among others by code points where the label does among labels."""
        if self._capitals:
            label = label.translate(self._capitals)
        if label.isascii():
            words = " ".join(label.lower().translate(self._characters).split())
            pattern = self._ascii_pattern
        else:
            words = " ".join(decomposed(label).translate(self._characters).split())
            pattern = self._pattern
            if words and max(words) > "\u0dff":
                words = _as_spoken(words)
        words = _NUMBER.sub(_weight_of_number, words)
        weights = self._weights
        # An accent that is part of no letter weighs nothing.
        return pattern.sub(lambda found: weights.get(found[0], ""), words) if pattern else words

    def _heading(self, unit: str) -> Heading:
        """The heading of terms that begin with a letter of this weight."""
        tailoring = self._tailoring
        letter = tailoring.letters.get(unit, unit[:1])
        if not letter[:1].isalpha():
            return Heading(True, 0, SIGNS)
        script = _script(unit[0])
        scripts = tailoring.scripts
        place = scripts.index(script) if script in scripts else len(scripts)
        if script == "CJK":
            return Heading(False, place, tailoring.han_name)
        if row := tailoring.rows.get(script):
            # Korean consonants of their own are other characters than those of syllables.
            firsts = [unicodedata.normalize("NFKD", first) for first in row]
            return Heading(False, place, row[max(bisect(firsts, letter) - 1, 0)])
        return Heading(False, place, self._small.get(letter) or letter.title())


class _Characters(dict[int, str]):
    """What characters weigh before letters are put together, worked out when one is first met."""

    def __init__(self, tailoring: Tailoring, accents: frozenset[str]) -> None:
        super().__init__(dict.fromkeys(APOSTROPHES, ""))
        self._tailoring = tailoring
        self._accents = accents

    def __missing__(self, code: int) -> str:
        self[code] = weight = self._weight(chr(code))
        return weight

    def _weight(self, char: str) -> str:
        if is_unseen(char) or (_is_accent(char) and char not in self._accents):
            return ""
        if unicodedata.category(char)[0] not in "LMN":
            return " "
        if "\u30a1" <= char <= "\u30f6":
            char = chr(ord(char) - 0x60)  # katakana as hiragana
        if self._tailoring.han and _script(char) == "CJK":
            return self._weight_of_han(char)
        return char.translate(_SMALL_KANA)

    def _weight_of_han(self, char: str) -> str:
        tailoring = self._tailoring
        place = char.encode(tailoring.han, "ignore")
        if len(place) != 2:
            return f"一\U000ffffd{char}"
        above = chr(0xF0000 + int.from_bytes(place, "big"))
        number = bisect(tailoring.initials, place, key=lambda initial: initial[0])
        initial = tailoring.initials[number - 1][1] if number else "-"
        return f"{'一' if initial == '-' else initial}{above}"


def _weight_of_number(found: re.Match[str]) -> str:
    """A number before all that are larger: "Route 9", then "Route 10"."""
    digits = "".join(str(unicodedata.decimal(char)) for char in found[0]).lstrip("0")
    return f"{min(len(digits), 99):02}{digits}"


@cache
def collation_of(language: str) -> Collation:
    """The order of a language, given as its BCP 47 code."""
    return Collation(tailoring_of(language))


def _script(char: str) -> str:
    """The first word of a character's name, which is its script's for letters."""
    return unicodedata.name(char, "").partition(" ")[0]


def _is_accent(char: str) -> bool:
    return unicodedata.combining(char) not in _LETTER_CLASSES


def _pattern(letters: Iterable[str], accents: Iterable[str]) -> re.Pattern[str] | None:
    """Finds letters, longest first, and accents that are left."""
    several = sorted((text for text in letters if len(text) > 1), key=lambda text: -len(text))
    single = "".join(sorted({*accents, *(text for text in letters if len(text) == 1)}))
    choices = [*map(re.escape, several), *([f"[{single}]"] if single else [])]
    return re.compile("|".join(choices)) if choices else None


def _as_spoken(words: str) -> str:
    """The words with vowels in their places, and those that a sign makes long written out."""
    words = _BEFORE_CONSONANTS.sub(r"\2\1", words)
    if "ー" in words:
        for pattern, vowel in _LONG_VOWELS:
            words = pattern.sub(vowel, words)
    return words

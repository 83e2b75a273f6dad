"""What language a text is in, told by its script, its common words and its letters.

A wrong language is worse than none: what is short, mixed or in a language not known has none.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from typing import Final

_LONGEST_LOOKED_AT: Final = 4000
"""Characters of a text, from its start, among whose lines a sample is chosen."""
_SAMPLES: Final = (480, 2400)
_LONGEST_LINE: Final = 240
"""Characters of the sample that one line can give: one in another language must not rule it."""
_LETTERS_LOOKED_AT: Final = 80
"""Letters of the sample whose script is looked up."""

_FEWEST_LETTERS: Final = 12
_SHARE_OF_SCRIPT: Final = 0.65
_MOST_FOREIGN_KANA: Final = 0.03
_LEAST_KANA: Final = 0.08
_ENOUGH_SIGNS: Final = 60
"""Han signs after which a text without kana needs nothing more to be Chinese."""

_MOST_OF_A_LETTER: Final = 2
"""A letter counts as a word each time it stands, up to this many."""
_FEWEST_WORDS: Final = 4
_SHARE_OF_WORDS: Final = 0.06
"""Of the different words of a sample, those that must be common ones of its language."""
_RIVALS: Final = 2
"""The languages, next to the first, that could be meant instead."""
_LEAD: Final = 2
"""How many marks of its own a language must have for each of the next language's, and one more."""

# Where the blocks of the scripts begin; letters of the rest ("") count for none.
_BLOCKS: Final = (
    (0x0000, ""),
    (0x0041, "latin"),
    (0x005B, ""),
    (0x0061, "latin"),
    (0x007B, ""),
    (0x00C0, "latin"),
    (0x02B0, ""),
    (0x0370, "greek"),
    (0x0400, "cyrillic"),
    (0x0530, "armenian"),
    (0x0590, "hebrew"),
    (0x0600, "arabic"),
    (0x0700, "other"),
    (0x0750, "arabic"),
    (0x0780, "other"),
    (0x0900, "devanagari"),
    (0x0964, ""),
    (0x0970, "devanagari"),
    (0x0980, "bengali"),
    (0x0A00, "gurmukhi"),
    (0x0A80, "gujarati"),
    (0x0B00, "other"),
    (0x0B80, "tamil"),
    (0x0C00, "telugu"),
    (0x0C80, "kannada"),
    (0x0D00, "malayalam"),
    (0x0D80, "other"),
    (0x0E00, "thai"),
    (0x0E80, "other"),
    (0x10A0, "georgian"),
    (0x1100, "hangul"),
    (0x1200, "other"),
    (0x1E00, "latin"),
    (0x1F00, "greek"),
    (0x2000, ""),
    (0x3040, "kana"),
    (0x3100, "other"),
    (0x3400, "han"),
    (0xA000, "other"),
    (0xAC00, "hangul"),
    (0xD7B0, ""),
    (0xF900, "han"),
    (0xFB00, ""),
    (0xFB50, "arabic"),
    (0xFE00, ""),
    (0xFE70, "arabic"),
    (0xFF00, ""),
    (0xFF66, "kana"),
    (0xFFA0, ""),
    (0x20000, "han"),
    (0x40000, ""),
)
_WITH_CAPITALS: Final = ("latin", "cyrillic")
"""Scripts that have capitals, and letters that may be written as a letter and an accent."""
_STARTS: Final = tuple(chr(start) for start, _ in _BLOCKS)
_NAMES: Final = tuple(name for _, name in _BLOCKS)


@dataclass(frozen=True, slots=True)
class _Marks:
    """What languages are told by."""

    scripts: Mapping[str, str]
    """The language of a script that is that of one only."""
    words: Mapping[str, tuple[str, ...]]
    """The languages that have a word among their common ones."""
    letters: Mapping[str, tuple[str, ...]]
    some_letter: re.Pattern[str]
    signs: frozenset[str]
    """Han that is Chinese and not Japanese."""


def detect_language(text: str) -> str | None:
    """The BCP 47 code of a text's language; None where the evidence does not suffice."""
    # Most texts tell by a few sentences; the others are worth a longer look.
    return next(filter(None, (_language_of(_sample(text, size)) for size in _SAMPLES)), None)


def _language_of(sample: str) -> str | None:
    if sample.isascii():
        letters = len(sample) - sample.count(" ")
        return _by_words(sample.lower()) if letters >= _FEWEST_LETTERS else None
    scripts = _scripts(sample)
    letters = sum(scripts.values())
    if letters < _FEWEST_LETTERS:
        return None
    if scripts["han"] + scripts["kana"] >= letters * _SHARE_OF_SCRIPT:
        return _chinese_or_japanese(sample, scripts)
    script, count = scripts.most_common(1)[0]
    if count < letters * _SHARE_OF_SCRIPT:
        return None
    if script in _marks().scripts:
        return _marks().scripts[script]
    if script in _WITH_CAPITALS:
        sample = unicodedata.normalize("NFC", sample).lower()
    return _by_words(sample)


def _sample(text: str, size: int) -> str:
    """The longest lines near the text's start: its sentences rather than a menu."""
    lines = text[:_LONGEST_LOOKED_AT].splitlines()
    lines.sort(key=len, reverse=True)
    chosen: list[str] = []
    missing = size
    for line in lines:
        chosen.append(line[:_LONGEST_LINE])
        missing -= len(chosen[-1])
        if missing <= 0:
            break
    return " ".join(chosen)


def _scripts(sample: str) -> Counter[str]:
    """How many letters of a script there are among some that are spread over the sample."""
    scripts: Counter[str] = Counter()
    some = sample[:: len(sample) // _LETTERS_LOOKED_AT + 1]
    scripts.update(map(_script_of, some))
    del scripts[""]
    return scripts


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    return _NAMES[bisect(_STARTS, letter) - 1]


def _chinese_or_japanese(sample: str, scripts: Mapping[str, int]) -> str | None:
    kana = scripts["kana"] / (scripts["han"] + scripts["kana"])
    if kana >= _LEAST_KANA:
        return "ja"
    if kana > _MOST_FOREIGN_KANA:
        return None
    has_signs = len(_marks().signs.intersection(sample[: 2 * _ENOUGH_SIGNS])) >= 2
    return "zh" if has_signs or scripts["han"] >= _ENOUGH_SIGNS else None


def _by_words(sample: str) -> str | None:
    """The language whose common words and letters a sample has, if no other is near."""
    words = set(sample.replace("’", " ").replace("'", " ").split())
    common = [*filter(None, map(_marks().words.get, words))]
    marks = common if sample.isascii() else common + _letters(sample)
    points = Counter(chain.from_iterable(marks))
    if not points:
        return None
    first, *rivals = sorted(sorted(points), key=points.__getitem__, reverse=True)[: _RIVALS + 1]
    found = len([0 for languages in common if first in languages])
    if found < max(_FEWEST_WORDS, len(words) * _SHARE_OF_WORDS):
        return None
    of_first = [languages for languages in marks if first in languages]
    for rival in rivals:
        shared = len([0 for languages in of_first if rival in languages])
        if points[first] - shared < _LEAD * (1 + points[rival] - shared):
            return None
    return first


def _letters(sample: str) -> list[tuple[str, ...]]:
    """The languages of each letter of a sample that is a mark of some."""
    letters = _marks().letters
    return [
        languages
        for letter, count in Counter(_marks().some_letter.findall(sample)).items()
        for languages in [letters[letter]] * min(count, _MOST_OF_A_LETTER)
    ]


@cache
def _marks() -> _Marks:
    file = files("newsarc.reading.languages").joinpath("languages.toml")
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    signs = frozenset("".join(tables["letters"].pop("zh").split()))
    words = {language: line.split() for language, line in tables["words"].items()}
    letters = _turned(tables["letters"])
    some_letter = re.compile(f"[{''.join(letters)}]")
    return _Marks(tables["scripts"], _turned(words), letters, some_letter, signs)


def _turned(marks: Mapping[str, Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
    """The languages of each mark, from the marks of each language."""
    turned: defaultdict[str, list[str]] = defaultdict(list)
    for language, its_marks in marks.items():
        for mark in dict.fromkeys(its_marks):
            turned[mark].append(language)
    return {mark: tuple(languages) for mark, languages in turned.items()}

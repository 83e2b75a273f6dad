"""Words by class: common English ones first, then invented ones, drawn by Zipf's law."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.chance import Chance, Ranked, zipf
from benchmarks.names import distinct


def _words(text: str) -> tuple[str, ...]:
    """The words of a text, as often as they stand there."""
    return tuple(text.split())


_NOUNS = (
    "government report council plan minister group city agreement law market company court school "
    "programme region budget election worker leader vote emergency hospital river protest meeting "
    "union inquiry road farmer bank reform border price storm bridge student contract port family "
    "neighbour harbour harvest museum archive railway village campaign deadline factory decision "
    "question service month week coast theatre island valley engineer teacher doctor lawyer judge "
    "visitor committee proposal statement ship train ticket winter summer drought flood fire field "
    "forest mine strike wage tax debt loan grant fund study survey record promise warning dispute "
    "delay permit licence festival concert match club team season player film book letter map road"
)
_VERBS = (
    "announce report reject discuss propose review approve delay extend question welcome consider "
    "defend describe launch open close change support demand accept reach follow remember expect "
    "visit restore replace publish finance inspect record challenge prevent protect abandon repair "
    "measure count cancel borrow collect deliver explain improve order return suspend watch oppose"
)
_ADJECTIVES = (
    "new local national public regional last first recent former independent early serious common "
    "foreign annual civil long rural temporary official joint modest fragile unusual quiet old "
    "large small costly narrow northern southern coastal empty final partial secret historic young"
)
_ADVERBS = (
    "meanwhile yesterday recently later again however officially reportedly finally together "
    "elsewhere quietly eventually today nevertheless"
)

# Simple sounds are repeated, so that most words are easy to say.
_STARTS = _words(
    "b c d f g l m n p r s t v b c d f l m n p r s t br cl cr dr fl gr pl pr sl st tr ch"
)
_MIDDLES = _words("l m n r s t v d l m n r nd nt st lt rr")
_VOWELS = _words("a e i o a e o a e i ea")
_FINALS = _words("n r l m t n r l nd nt st rd")

# How the invented words of a class end, so that they look like English.
_NOUN_ENDS = ("", "", "", "", "er", "ment", "ing", "age")
_ADJECTIVE_ENDS = ("al", "ous", "ive", "ish", "ic", "y")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that the patterns of sentences are filled with."""

    classes: Mapping[str, Ranked[str]]
    """By the letter that stands for a class in a pattern."""

    def fill(self, pattern: str, chance: Chance) -> str:
        """Put words in the place of a pattern's capital letters.

        ``A`` adjective, ``N`` noun, ``S`` nouns, ``B`` verb, ``V`` verb in the past, ``T`` verb in
        the third person, ``R`` adverb. All other words stay; ``a`` becomes ``an`` before a vowel.
        """
        words: list[str] = []
        for token in pattern.split():
            ranked = self.classes.get(token)
            word = token if ranked is None else ranked.draw(chance)
            if words and words[-1] == "a" and word[0] in "aeiou":
                words[-1] = "an"
            words.append(word)
        return " ".join(words).replace(" ,", ",")


def make_vocabulary(chance: Chance) -> Vocabulary:
    """About 8,000 words, half of them in the rare end of their class."""
    nouns = _class(_NOUNS, 3000, _NOUN_ENDS, chance)
    verbs = _class(_VERBS, 900, ("", "", "ate", "en"), chance)
    words = {
        "N": nouns,
        "S": tuple(map(_with_s, nouns)),
        "B": verbs,
        "V": tuple(map(_past, verbs)),
        "T": tuple(map(_with_s, verbs)),
        "A": _class(_ADJECTIVES, 1200, _ADJECTIVE_ENDS, chance),
        "R": _class(_ADVERBS, 150, ("ally", "ously", "ily"), chance),
    }
    return Vocabulary({letter: zipf(ranked, 2.0) for letter, ranked in words.items()})


def _class(common: str, count: int, ends: tuple[str, ...], chance: Chance) -> tuple[str, ...]:
    known = tuple(dict.fromkeys(_words(common)))
    invented = distinct(count - len(known), lambda: _invent(chance) + chance.pick(ends))
    return known + tuple(word for word in invented if word not in known)


def _invent(chance: Chance) -> str:
    word = chance.pick(_STARTS) + chance.pick(_VOWELS)
    if chance.happens(0.4):
        word += chance.pick(_MIDDLES) + chance.pick(_VOWELS)
    return word + chance.pick(_FINALS)


def _with_s(word: str) -> str:
    if re.search("[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    return f"{word}es" if re.search("(s|x|ch|sh)$", word) else f"{word}s"


def _past(verb: str) -> str:
    return f"{verb}d" if verb.endswith("e") else f"{verb}ed"

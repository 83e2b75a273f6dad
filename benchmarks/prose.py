"""Sentences, paragraphs and headlines that look like news."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.chance import Chance
from benchmarks.vocabulary import Vocabulary, make_vocabulary

# An opening has 5 to 13 words and a tail 3 to 12, so that a sentence with names has at most 30.
_OPENINGS = (
    "the A N V the N",
    "the N of the N V a A N",
    "a A N in the N V most S",
    "the S have not V the A N",
    "several S V that the N would B",
    "R , the A S V their own N",
    "the N which the S V last year V the N",
    "neither the N nor the S have V it",
    "at least two S V a N and the N for it",
    "the N V to B the A N of the S",
    "there was no N for the S who V it",
    "S and S from the A N V in the N",
    "S V the A N",
    "the N , which S V in the A N last year , V the S",
)
_TAILS = (
    "after the A N",
    "while the S V a N of the N",
    "because the N had V its A S",
    "until the S of the next N B it",
    ", which V the N and its S",
    ", but the A S V without a N",
    "in the A N of the N",
    "with a N for the S",
    ", as the N had V when the S first V",
    "where S B and the N is A",
    "during a N that V more than a A N and its S",
    "for a N",
    "within one year",
)
_HEADLINE_MIDDLES = (
    "T A N",
    "T N of A S",
    "S B the N",
    "N T S",
    "to B A N",
    "S V in N",
)
_HEADLINE_TAILS = (
    "after A N",
    "as S B N",
    "over N of the N",
    "and S wait for N",
    "despite N",
    "before the A N",
    ", but S B it",
)
_PREFIXES = ("Analysis: ", "Opinion: ", "Q & A: ", "‘No N’: ")
_ROLES = (
    *("a spokesperson for", "the director of", "a member of", "the secretary of"),
    *("the chair of", "a researcher at"),
)
_TABLE_SIZE = 2048


@dataclass(frozen=True, slots=True)
class Cast:
    """The names that a story keeps coming back to; none is empty."""

    people: tuple[str, ...]
    places: tuple[str, ...]
    organisations: tuple[str, ...]
    outlet: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Tables of parts, made once: joining two parts is what makes a million articles affordable."""

    openings: tuple[str, ...]
    capital_openings: tuple[str, ...]
    tails: tuple[str, ...]
    headline_middles: tuple[str, ...]
    headline_tails: tuple[str, ...]

    def sentence(self, chance: Chance) -> str:
        """8 to 25 words."""
        return f"{chance.pick(self.capital_openings)}{chance.pick(self.tails)}."

    def sentence_with_names(self, cast: Cast, chance: Chance) -> str:
        """8 to 30 words, every other time a quote."""
        form = chance.between(0, 5)
        who = chance.pick(cast.people)
        if form == 0:
            role = chance.pick(_ROLES)
            office = f"{role} the {chance.pick(cast.organisations)}"
            return f"“{chance.pick(self.capital_openings)},” said {who}, {office}."
        if form == 1:
            return f"“{chance.pick(self.capital_openings)}{chance.pick(self.tails)},” {who} said."
        if form == 2:
            return f"“{chance.pick(self.capital_openings)},” {who} said{chance.pick(self.tails)}."
        if form == 3:
            return f"{who} told {cast.outlet} that {chance.pick(self.openings)}."
        if form == 4:
            where = chance.pick(cast.places)
            the = "the " if where.startswith("United") else ""
            return f"In {the}{where}, {chance.pick(self.openings)}{chance.pick(self.tails)}."
        opening = chance.pick(self.capital_openings)
        return f"{opening}, according to the {chance.pick(cast.organisations)}."

    def paragraphs(self, words: int, cast: Cast, chance: Chance) -> tuple[str, ...]:
        """Paragraphs of two to five sentences that come to about this many words; at least one."""
        # Half a paragraph: stopping there on the way makes the average come out right.
        enough = words - 28
        paragraphs: list[str] = []
        while enough > 0 or not paragraphs:
            sentences = [
                self.sentence_with_names(cast, chance)
                if chance.happens(0.28)
                else self.sentence(chance)
                for _ in range(chance.between(2, 5))
            ]
            paragraph = " ".join(sentences)
            enough -= paragraph.count(" ") + 1
            paragraphs.append(paragraph)
        return tuple(paragraphs)

    def headline(self, about: str, chance: Chance) -> str:
        """A headline about a name; one in twelve has a colon, some of them quotes or ``&``."""
        middle, tail = chance.pick(self.headline_middles), chance.pick(self.headline_tails)
        prefix = chance.pick(_PREFIXES) if chance.happens(1 / 12) else ""
        return f"{prefix}{about} {middle}{tail}"


def make_prose(chance: Chance) -> Prose:
    """Fill the tables."""
    vocabulary = make_vocabulary(chance)
    openings = _parts(_OPENINGS, vocabulary, chance)
    return Prose(
        openings=openings,
        capital_openings=tuple(opening[0].upper() + opening[1:] for opening in openings),
        tails=_as_tails(_parts(_TAILS, vocabulary, chance)),
        headline_middles=_parts(_HEADLINE_MIDDLES, vocabulary, chance),
        headline_tails=_as_tails(_parts(_HEADLINE_TAILS, vocabulary, chance)),
    )


def _parts(patterns: tuple[str, ...], vocabulary: Vocabulary, chance: Chance) -> tuple[str, ...]:
    return tuple(vocabulary.fill(chance.pick(patterns), chance) for _ in range(_TABLE_SIZE))


def _as_tails(parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part if part.startswith(",") else f" {part}" for part in parts)

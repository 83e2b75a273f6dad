"""Tokens: the capitalised words of a text."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsarc.reading.tagging.gazetteer import Form
from newsarc.reading.tagging.words import Lexicon

# Capitals of the Latin alphabets. A set, as re has none; and as a pattern that begins with a set is
# searched for without entering the matcher, the pattern has no lookbehind.
_CAPITALS = "".join(
    char for char in map(chr, (*range(0x41, 0x250), *range(0x1E00, 0x1F00))) if char.isupper()
)
_LETTERS = r"[^\W_]*(?:['’][^\W_]+)*"
CAPITALISED = re.compile(
    rf"""[{_CAPITALS}](?:
        (?:\.[{_CAPITALS}])+(?![^\W_])\.?                     # U.S., J.K.
      | \.(?=\ [{_CAPITALS}])                                 # the W. of George W. Bush
      | {_LETTERS}
        (?:[-&](?:[a-z]{{1,4}}-)?[{_CAPITALS}]{_LETTERS})*    # Saxe-Coburg, Port-au-Prince
        (?:\.(?:com|org|net|gov|edu|io|mil)(?![^\W_]))?       # Example.com
    )""",
    re.VERBOSE,
)
_OPENING_QUOTES = frozenset("“‘\"'«„‹")
_OPENERS = " \"“”'‘’([*«„»‹›"
_SENTENCE_ENDS = frozenset(".!?:;…—–|•·")
_CONTRACTIONS = frozenset({"t", "re", "ve", "ll", "d", "m"})
_LONGEST_PARTICLE = 5


# Named tuples here and for runs and mentions, as frozen dataclasses take three times as long.
class Token(NamedTuple):
    """A capitalised word, or a known phrase."""

    text: str
    """As it stands, without a possessive ending."""
    plain: str
    """The same, but words in capitals are capitalised: how the lexicon lists it."""
    start: int
    end: int
    known: Form | None
    unknown: bool
    """Whether it is neither a known name nor a word of any list."""


def token_of(
    text: str, plain: str, start: int, end: int, known: Form | None, lexicon: Lexicon
) -> Token:
    """The token of a word or phrase."""
    listed = plain in lexicon.lexical or text.upper() in lexicon.initialisms
    if "-" in plain and not listed:
        listed = all(part.capitalize() in lexicon.lexical for part in plain.split("-"))
    return Token(text, plain, start, end, known, unknown=known is None and not listed)


def without_possessive(word: str, last: Token | None, lexicon: Lexicon) -> str:
    """A word with an apostrophe, without ``'s``; empty for ``Don't``, whole for ``People's``.

    ``last`` is the token before it in the same run.
    """
    ending = word.replace("’", "'").rpartition("'")[2].lower()
    if ending in _CONTRACTIONS:
        return ""
    if ending != "s" or (last and last.plain in ("St", "Saint")):
        return word
    return word if word.lower().replace("’", "'") in lexicon.possessives else word[:-2]


def particle_start(text: str, start: int, lexicon: Lexicon) -> int:
    """Where a name such as ``al-Muhandis`` starts, whose capital stands at ``start``."""
    begin = start - 1
    while begin and start - begin <= _LONGEST_PARTICLE and text[begin - 1].isalpha():
        begin -= 1
    return begin if text[begin : start - 1] in lexicon.hyphenated else start


def starts_sentence(before: str) -> bool:
    """Whether a word that follows this text begins a sentence or a quotation."""
    if before[-1:] in _OPENING_QUOTES:
        return True
    stripped = before.rstrip(_OPENERS)
    return stripped[-1] in _SENTENCE_ENDS if stripped else "(" not in before

"""The shapes of names: what a person's name looks like, with capitals and in other scripts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsarc.reading.languages.lexicon import Lexicon
from newsarc.reading.languages.scripts import is_caseless
from newsarc.reading.lines import BLANKS

_NO_LETTERS: Final = r"\s\d,;:!?¿¡(){}\[\]<>|/\\@#$€£%&*+=^~_\"“”„«»…。！？、，।॥؟،؛"
_NAME_WORD = re.compile(
    rf"[\"“„«'‘(]?(?:[dlDL]['’]|[aAeE]l-)?[^\W\d_]['’]?[^{_NO_LETTERS}]{{0,30}}[\"”»)’]?,?"
)
_INITIAL = re.compile(r"(?:[^\W\d_]{1,2}\.-?){1,4}|[^\W\d_]")
_OPENING_QUOTES: Final = "\"“„«'‘("
_SMALL_PREFIXES: Final = ("d'", "d’", "l'", "l’", "al-", "el-", "ad-", "an-", "as-", "at-", "ben-")


def has_shape_of_name(text: str, lexicon: Lexicon) -> bool:
    """Whether each word begins with a capital, or is a particle such as "van".

    A word of a script without capitals passes for one that has them.
    """
    tokens = text.split()
    if not 1 <= len(tokens) <= 7 or tokens[0].casefold() in lexicon.words("byline", "never"):
        return False
    capitals, particles = 0, lexicon.words("byline", "particles")
    for token in tokens:
        if not _NAME_WORD.fullmatch(token) or token.endswith(("'s", "’s")):
            return False
        letters = token.lstrip(_OPENING_QUOTES)
        if is_caseless(letters[0]) or not letters[0].islower():
            capitals += 1
        elif token not in particles and not letters.startswith(_SMALL_PREFIXES):
            return False
    return 1 <= capitals <= 5


def is_initial(word: str) -> bool:
    """Whether a word is an initial or several: "J.", "J.R.", "Yu.", or a letter alone."""
    return len(word) <= 12 and _INITIAL.fullmatch(word) is not None


def letters_of(text: str) -> str:
    """A word without the full stops and commas around and in it: "Ph.D." is "phd"."""
    return text.casefold().replace(".", "").strip(BLANKS + ",")


def all_letters_of(words: Sequence[str]) -> list[str]:
    """Words as roles and other words of a lexicon are looked up."""
    return [word.casefold().replace(".", "").strip(",:") for word in words]

"""Telling organisations and desks from persons, by a lexicon and by the shape of the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from newsarc.reading.languages.lexicon import Lexicon, fold
from newsarc.reading.languages.scripts import is_unspaced
from newsarc.reading.lines import BLANKS
from newsarc.reading.plain_names import is_plain_name
from newsarc.reading.tagging.words import load_lexicon

_EDGES: Final = BLANKS + "\r\n,;:|/•·–—-()[]（）【】，、；："
_ACRONYM = re.compile(r"[A-Z][A-Z&.-]{2,4}")
_DOMAIN = re.compile(
    r"(?:[\w-]{1,40}\.){1,4}(?:com|net|org|news|info|tv|co|io|[a-z]{2})", re.IGNORECASE
)
_PUNCTUATION = re.compile(r"[:!?*]|[^\W\d_]{3,}\.\s")
_INITIAL_OR_TITLE = re.compile(r"(?:[A-Z]\.|(?:Mr|Mrs|Ms|Dr|Sir|Dame|Prof)\b)")
_LONGEST_NAME: Final = 8
_LONGEST_UNSPACED: Final = 16
_LONGEST_LETTERS: Final = 5


@lru_cache(maxsize=1024)  # the same names stand on article after article
def reads_as_organisation(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is that of a news organisation or a desk rather than of a person."""
    name = name.strip(_EDGES)
    if is_plain_name(name, lexicon):
        return False
    tokens = fold(name).split()
    if not tokens or len(tokens) > _LONGEST_NAME:
        return False
    if _is_known(tokens, lexicon) or _is_desk(tokens, lexicon):
        return True
    if _is_agency(name, lexicon):
        return True
    if len(tokens) == 1 and (_is_acronym(name) or _DOMAIN.fullmatch(name)):
        return True
    if not _has_capitals(name, lexicon):
        return False
    return (
        _has_first_word(tokens, lexicon)
        or tokens[-1] in lexicon.words("organisations", "last_of_bodies")
        or _is_outlet(name, tokens, lexicon)
    )


def reads_as_outlet(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is that of an outlet or a desk, and hardly a headline of a few words."""
    tokens = fold(name).split()
    if not tokens or len(tokens) > _LONGEST_NAME:
        return False
    if _is_known(tokens, lexicon) or _is_desk(tokens, lexicon):
        return True
    return (
        _has_capitals(name, lexicon)
        and _is_outlet(name, tokens, lexicon)
        and not _is_heading(tokens, lexicon)
    )


def signs_alone(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is a byline without a word that says so: an outlet, letters, an address."""
    if reads_as_outlet(name, lexicon):
        return True
    if " " in name:
        return _is_agency(name, lexicon)
    is_heading = _is_heading([fold(name)], lexicon)
    return not is_heading and (_is_acronym(name) or _DOMAIN.fullmatch(name) is not None)


def is_known_organisation(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is in the lexicon: the news agencies and the largest outlets."""
    return fold(name) in lexicon.words("organisations", "names")


def is_desk(name: str, lexicon: Lexicon) -> bool:
    """Whether words name nobody but a desk: "staff reports", "Web Desk"."""
    tokens = fold(name).split()
    return bool(tokens) and _is_desk(tokens, lexicon)


def _is_known(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words are a name in the lexicon, with or without "the" before it."""
    names = lexicon.words("organisations", "names")
    return " ".join(tokens) in names or (tokens[0] == "the" and " ".join(tokens[1:]) in names)


def _is_agency(name: str, lexicon: Lexicon) -> bool:
    """Whether a word stands before the letters of an agency: "Agencia EFE"."""
    words = name.split()
    return (
        len(words) == 2
        and len(words[1]) <= _LONGEST_LETTERS
        and words[1].isupper()
        and not words[0].isupper()
        and is_known_organisation(words[1], lexicon)
    )


def _is_desk(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    desk = lexicon.words("organisations", "last")
    return tokens[-1] in desk and all(
        token in desk or token in lexicon.words("roles", "modifiers") for token in tokens
    )


def _is_acronym(name: str) -> bool:
    """Whether a name is letters such as "AFP", and no word in capitals."""
    return _ACRONYM.fullmatch(name) is not None and name.capitalize() not in load_lexicon().lexical


def _has_capitals(name: str, lexicon: Lexicon) -> bool:
    """Whether each word begins with a capital, "of" and the like excepted."""
    small = lexicon.words("organisations", "small")
    return all(
        not word[0].islower() or word in small for word in name.split()
    ) and not _PUNCTUATION.search(name)


def _has_first_word(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a name begins as those of organisations do.

    "The" does so before a name only: "The Quillon", but not "The Time They Arrived".
    """
    if tokens[0] not in lexicon.words("organisations", "first"):
        return False
    if tokens[0] != "the":
        return True
    common = load_lexicon().lexical
    rest = [token for token in tokens[1:] if token.capitalize() not in common]
    return len(rest) * 2 >= len(tokens) - 1 > 0


def _is_outlet(name: str, tokens: Sequence[str], lexicon: Lexicon) -> bool:
    last = tokens[-1].rstrip(".")
    if last in lexicon.words("organisations", "last"):
        return True
    if last and is_unspaced(last[-1]):
        return len(name) <= _LONGEST_UNSPACED and _ends_as_outlet(last, lexicon)
    if len(tokens) == 1 or last not in lexicon.words("organisations", "last_or_surname"):
        return False
    return not any(map(_INITIAL_OR_TITLE.match, name.split()[:-1]))


def _ends_as_outlet(word: str, lexicon: Lexicon) -> bool:
    """Whether a word of a script without spaces ends with one for an outlet."""
    return any(
        word.endswith(ending) and len(word) - len(ending) > 1
        for ending in _endings_of_outlets(lexicon)
    )


@cache
def _endings_of_outlets(lexicon: Lexicon) -> tuple[str, ...]:
    endings = lexicon.words("organisations", "last")
    return tuple(sorted(ending for ending in endings if is_unspaced(ending[-1])))


def _is_heading(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words are the name of a section or of a part of a page: "Breaking News"."""
    folded = " ".join(tokens)
    return folded in lexicon.words("sections", "names") or folded in lexicon.words("menus", "names")

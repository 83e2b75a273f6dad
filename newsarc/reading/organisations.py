"""Telling organisations and desks from persons, by a lexicon and by the shape of the name."""

from __future__ import annotations

import re
from typing import Final

from newsarc.reading.lexicon import fold, words
from newsarc.reading.lines import BLANKS

_EDGES: Final = BLANKS + "\r\n,;:|/•·–—-()[]"
_ACRONYM = re.compile(r"[A-Z][A-Z&.-]{1,4}")
_DOMAIN = re.compile(
    r"(?:[\w-]{1,40}\.){1,4}(?:com|net|org|news|info|tv|co|io|[a-z]{2})", re.IGNORECASE
)
_PUNCTUATION = re.compile(r"[:!?*]|[^\W\d_]{3,}\.\s")
_INITIAL_OR_TITLE = re.compile(r"(?:[A-Z]\.|(?:Mr|Mrs|Ms|Dr|Sir|Dame|Prof)\b)")


def reads_as_organisation(name: str) -> bool:
    """Whether a name is that of a news organisation or a desk rather than of a person."""
    name = name.strip(_EDGES)
    tokens = fold(name).split()
    if not tokens or len(tokens) > 8:
        return False
    if is_known_organisation(name) or _is_desk(tokens):
        return True
    if len(tokens) == 1 and (_ACRONYM.fullmatch(name) or _DOMAIN.fullmatch(name)):
        return True
    if not _has_capitals(name):
        return False
    return (
        tokens[0] in words("organisations", "first")
        or tokens[-1] in words("organisations", "last_of_bodies")
        or _is_outlet(name, tokens)
    )


def reads_as_outlet(name: str) -> bool:
    """Whether a name is that of an outlet or a desk, and hardly a headline of a few words."""
    tokens = fold(name).split()
    is_outlet = bool(tokens) and _has_capitals(name) and _is_outlet(name, tokens)
    return is_outlet or (bool(tokens) and (is_known_organisation(name) or _is_desk(tokens)))


def _has_capitals(name: str) -> bool:
    """Whether each word begins with a capital, "of" and the like excepted."""
    return all(
        not word[0].islower() or word in words("organisations", "small") for word in name.split()
    ) and not _PUNCTUATION.search(name)


def _is_outlet(name: str, tokens: list[str]) -> bool:
    last = tokens[-1].rstrip(".")
    if last in words("organisations", "last"):
        return True
    is_surname = any(map(_INITIAL_OR_TITLE.match, name.split()[:-1]))
    return len(tokens) > 1 and last in words("organisations", "last_or_surname") and not is_surname


def is_known_organisation(name: str) -> bool:
    """Whether a name is in the lexicon: the news agencies and the largest outlets."""
    return fold(name) in words("organisations", "names")


def _is_desk(tokens: list[str]) -> bool:
    """Whether words name nobody but a desk: "staff reports", "Web Desk"."""
    desk = words("organisations", "last")
    return tokens[-1] in desk and all(
        token in desk or token in words("roles", "modifiers") for token in tokens
    )

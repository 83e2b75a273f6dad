"""The shapes of names and roles: what a person's name looks like, what a role does."""

from __future__ import annotations

import re

from newsarc.reading.lexicon import fold, words
from newsarc.reading.lines import BLANKS

_TOKEN = re.compile(r"\S+")
_NAME_WORD = re.compile(r"[\"“'‘(]?(?:d['’]|al-|el-)?[^\W\d_]['’]?[^\s\d,;:!?]{0,30},?")


def has_shape_of_name(text: str) -> bool:
    """Whether each word begins with a capital, or is a particle such as "van"."""
    tokens = text.split()
    if not 1 <= len(tokens) <= 7 or fold(tokens[0]) in words("byline", "never"):
        return False
    particles = words("byline", "particles")
    capitals = 0
    for token in tokens:
        if not _NAME_WORD.fullmatch(token) or token.endswith(("'s", "’s")):
            return False
        letters = token.lstrip("\"“'‘(")
        if letters[0].islower() and not letters.startswith(("d'", "d’", "al-", "el-")):
            if token not in particles:
                return False
        else:
            capitals += 1
    return 1 <= capitals <= 5


def is_role(tokens: list[str], *, first: bool) -> bool:
    """Whether words are a role. At the head of a byline, only if every one of them is of a role."""
    nouns, modifiers = words("roles", "nouns"), words("roles", "modifiers")
    if not first and len(tokens) <= 8 and any(token in nouns for token in tokens):
        return True
    return any(token in nouns for token in tokens) and all(
        token in nouns or token in modifiers or token in words("byline", "and") for token in tokens
    )


def without_role(text: str) -> str:
    """A name without the role before or after it: "Jane Doe Staff Writer", "Editor Jane Doe"."""
    tokens = list(_TOKEN.finditer(text))
    roles = words("roles", "nouns") | words("roles", "modifiers")
    start, end = 0, len(tokens)
    while end > 2 and letters_of(tokens[end - 1][0]) in roles:
        end -= 1
    if end < len(tokens) and letters_of(tokens[-1][0]) not in words("roles", "nouns"):
        end = len(tokens)
    while start < end - 2 and letters_of(tokens[start][0]) in roles:
        start += 1
    if start and letters_of(tokens[start - 1][0]) not in words("roles", "nouns"):
        start = 0
    return text[tokens[start].start() : tokens[end - 1].end()] if tokens else text


def letters_of(text: str) -> str:
    """A word without the full stops and commas around and in it: "Ph.D." is "phd"."""
    return text.casefold().replace(".", "").strip(BLANKS + ",")

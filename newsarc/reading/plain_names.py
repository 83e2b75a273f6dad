"""Names of two or three plain words that no list knows, which are told at once.

Most names are such. What ``bylines`` looks for are words of the lexicons, initials, marks and words
in capitals: where none of them is, nothing but a person's name is left.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsarc.reading.languages.lexicon import Lexicon, fold

_CAPITALISED = "[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{1,19}"
_PLAIN = re.compile(rf"{_CAPITALISED}(?: {_CAPITALISED}){{1,2}}")


@lru_cache(maxsize=512)  # a line that may be a name is asked about several times
def is_plain_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is two or three capitalised words, none of which is on any list."""
    if not _PLAIN.fullmatch(text):
        return False
    words = fold(text).split()
    first = words[0]
    # "Byby Jane Doe" opens with a by-word, twice.
    is_doubled = first[: len(first) // 2] == first[len(first) // 2 :]
    return not is_doubled and _listed_words(lexicon).isdisjoint(words)


@cache
def _listed_words(lexicon: Lexicon) -> frozenset[str]:
    """Each word of each phrase of a lexicon, with and without its full stops."""
    words = {word for phrase in lexicon.phrases() for word in phrase.split()}
    return frozenset(words | {word.replace(".", "").strip(",:") for word in words})

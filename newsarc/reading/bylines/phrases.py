"""Phrases that a text is asked to begin or to end with, looked up instead of tried one by one."""

from __future__ import annotations

from collections.abc import Iterable

from newsarc.reading.languages.lexicon import fold_letters
from newsarc.reading.languages.scripts import is_unspaced


class Phrases:
    """Folded phrases. Asking costs a few look-ups, however many there are."""

    __slots__ = ("_by_first", "_by_last", "_phrases")

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = frozenset(filter(None, phrases))
        self._by_first = _lengths(self._phrases, 0)
        self._by_last = _lengths(self._phrases, -1)

    def __contains__(self, phrase: str) -> bool:
        return phrase in self._phrases

    def opening(self, text: str) -> int:
        """The length of the longest phrase that a text opens with, as words of their own; or 0."""
        for length in self._by_first.get(fold_letters(text[:1]), ()):
            if fold_letters(text[:length]) in self._phrases and _parted(text, length):
                return length
        return 0

    def ending(self, text: str) -> int:
        """The length of the longest phrase that a text ends with, as words of their own; or 0."""
        for length in self._by_last.get(fold_letters(text[-1:]), ()):
            if fold_letters(text[-length:]) in self._phrases and _parted(text, -length):
                return length
        return 0

    def glued(self, text: str) -> int:
        """The length of the longest phrase that a text opens with, whatever follows; or 0."""
        for length in self._by_first.get(fold_letters(text[:1]), ()):
            if fold_letters(text[:length]) in self._phrases:
                return length
        return 0


def _lengths(phrases: Iterable[str], index: int) -> dict[str, tuple[int, ...]]:
    """The lengths of phrases by their first or last character, the longest first."""
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        found.setdefault(phrase[index], set()).add(len(phrase))
    return {key: tuple(sorted(lengths, reverse=True)) for key, lengths in found.items()}


def _parted(text: str, at: int) -> bool:
    """Whether a word ends at a place in a text, counted from the end where it is negative.

    Scripts without spaces show no end of a word; there, one character alone is too little.
    """
    if abs(at) >= len(text):
        return abs(at) == len(text)
    before, after = text[at - 1], text[at]
    if after.isspace() if at > 0 else before.isspace():
        return True
    inner = before if at > 0 else after
    return abs(at) > 1 and is_unspaced(inner) and is_unspaced(after if at > 0 else before)

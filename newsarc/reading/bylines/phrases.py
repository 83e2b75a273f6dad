"""Phrases that a text is asked to begin or to end with, looked up instead of tried one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsarc.reading.languages.lexicon import fold_letters
from newsarc.reading.languages.scripts import is_unspaced


class Phrases:
    """Folded phrases. Asking costs a few look-ups, however many there are."""

    __slots__ = ("_by_first", "_by_first_two", "_by_last", "_by_last_two", "_phrases")

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = frozenset(filter(None, phrases))
        found = self._phrases
        self._by_first = _lengths((phrase[0], phrase) for phrase in found)
        self._by_last = _lengths((phrase[-1], phrase) for phrase in found)
        # One character can be a phrase by itself.
        self._by_first_two = _lengths(
            (phrase[:2], part) for phrase in found for part in {phrase, phrase[0]} & found
        )
        self._by_last_two = _lengths(
            (phrase[-2:], part) for phrase in found for part in {phrase, phrase[-1]} & found
        )

    def __contains__(self, phrase: str) -> bool:
        return phrase in self._phrases

    def may_open(self, text: str) -> bool:
        """Whether a text begins as one of the phrases does; this is quick to see."""
        return bool(self._lengths_at_start(text))

    def opening(self, text: str) -> int:
        """The length of the longest phrase that a text opens with, as words of their own; or 0."""
        for length in self._lengths_at_start(text):
            if fold_letters(text[:length]) in self._phrases and _parted(text, length):
                return length
        return 0

    def ending(self, text: str) -> int:
        """The length of the longest phrase that a text ends with, as words of their own; or 0."""
        for length in self._lengths_at_end(text):
            if fold_letters(text[-length:]) in self._phrases and _parted(text, -length):
                return length
        return 0

    def glued(self, text: str) -> int:
        """The length of the longest phrase that a text opens with, whatever follows; or 0."""
        for length in self._lengths_at_start(text):
            if fold_letters(text[:length]) in self._phrases:
                return length
        return 0

    # Two characters tell more than one: most texts open as no phrase does. Folded, some characters
    # outside ASCII are two.

    def _lengths_at_start(self, text: str) -> tuple[int, ...]:
        start = text[:2]
        if not start.isascii():
            return self._by_first.get(fold_letters(text[:1]), ())
        start = start.lower()
        return self._by_first_two.get(start) or ((1,) if start[:1] in self._phrases else ())

    def _lengths_at_end(self, text: str) -> tuple[int, ...]:
        end = text[-2:]
        if not end.isascii():
            return self._by_last.get(fold_letters(text[-1:]), ())
        end = end.lower()
        return self._by_last_two.get(end) or ((1,) if end[-1:] in self._phrases else ())


def _lengths(phrases: Iterable[tuple[str, str]]) -> Mapping[str, tuple[int, ...]]:
    """The lengths of phrases by how they begin or end, the longest first."""
    found: dict[str, set[int]] = {}
    for key, phrase in phrases:
        found.setdefault(key, set()).add(len(phrase))
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

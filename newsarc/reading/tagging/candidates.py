"""Candidates: the mentions of a text, gathered under the names they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from newsarc.reading.tagging.folding import fold
from newsarc.reading.tagging.names import VERB_ENDING, Mention, Shape

_LONGEST_NAME = 8
"""Words of a name whose parts are compared with other names."""
_MOST_FORENAMES = 3
"""Mentions by forename for one by the full name."""


@dataclass(slots=True)
class Candidate:
    """A name and its mentions; filled while a text is read."""

    key: str
    """Folded."""
    shape: Shape
    own: list[Mention] = field(default_factory=list)
    """Mentions by the name itself, in any spelling."""
    short: list[Mention] = field(default_factory=list)
    """Mentions by a part of it: a surname, initials."""

    @property
    def mentions(self) -> Sequence[Mention]:
        """All of them."""
        return self.own + self.short if self.short else self.own

    @property
    def count(self) -> int:
        """How often it is named."""
        return len(self.own) + len(self.short)

    @property
    def role(self) -> str:
        """The first title or role in front of it; empty without one."""
        for mention in self.mentions:
            if mention.role:
                return mention.role
        return ""

    def absorb(self, other: Candidate) -> None:
        """Count the mentions of another name as short forms of this one."""
        self.short += other.own + other.short


class Gathering:
    """The candidates of one text, by their key."""

    def __init__(self, aliases: Mapping[str, str]) -> None:
        """``aliases``: folded names, and the folded tags they stand for."""
        self._aliases = aliases
        self._candidates: dict[str, Candidate] = {}
        self._doubtful: list[Mention] = []
        self._introduced: dict[str, str] = {}

    def add(self, mention: Mention) -> None:
        """Take up a mention; one with a doubtful first word is put off until all are known."""
        if mention.doubtful_start and mention.shape is not Shape.WORD:
            self._doubtful.append(mention)
        else:
            self._add(mention)

    def _add(self, mention: Mention) -> None:
        shape = mention.shape
        key = mention.known.key if mention.known else fold(mention.text)
        if key in self._aliases:
            key = self._aliases[key]
            shape = Shape.KNOWN if mention.known else Shape.FULL_NAME
        candidate = self._candidates.get(key)
        if candidate is None:
            candidate = self._candidates[key] = Candidate(key, shape)
        candidate.own.append(mention)
        if mention.introduces:
            self._introduced.setdefault(fold(mention.introduces), key)

    def merged(self, vocabulary: Set[str]) -> list[Candidate]:
        """The candidates, each name one: short forms, initials, surnames counted to the full name.

        ``vocabulary`` are the words of the text: a capitalised one that it has in lower case too
        is an ordinary word.
        """
        for mention in self._doubtful:
            self._settle(mention, vocabulary)
        for short, key in self._introduced.items():
            self._merge(short, key)
        self._merge_long_names()
        self._merge_words()
        return list(self._candidates.values())

    def _settle(self, mention: Mention, vocabulary: Set[str]) -> None:
        """Decide whether the first word of a sentence belongs to the name that it begins."""
        if fold(mention.text) not in self._candidates:
            first, _, rest = mention.text.partition(" ")
            verb = first.endswith(VERB_ENDING) and fold(first) not in self._candidates
            common = verb or first.lower() in vocabulary or fold(rest) in self._candidates
            if common and rest[:1].isupper():
                shape = mention.shape if " " in rest else Shape.WORD
                mention = mention._replace(text=rest, shape=shape)
        self._add(mention._replace(doubtful_start=False))

    def _merge(self, short: str, key: str) -> None:
        if short != key and short in self._candidates and key in self._candidates:
            self._candidates[key].absorb(self._candidates.pop(short))

    def _merge_long_names(self) -> None:
        """Names of several words that are part of longer ones."""
        for key in list(self._candidates):
            longer = self._candidates.get(key)
            if longer is None or not 2 <= key.count(" ") < _LONGEST_NAME:
                continue
            for part in _parts(key.split()):
                shorter = self._candidates.get(part)
                if shorter is None or shorter.shape in (Shape.KNOWN, Shape.WORD):
                    continue
                if _is_fuller_form(longer, shorter):
                    self._merge(key, part)
                    break
                if shorter.count < 2 or shorter.count * 3 <= longer.count:
                    self._merge(part, key)

    def _merge_words(self) -> None:
        """Single words that are a surname, or another part of a name."""
        by_word: dict[str, Candidate] = {}
        for candidate in self._candidates.values():
            if candidate.shape is Shape.FULL_NAME or candidate.shape is Shape.LED_NAME:
                for word in candidate.key.split():
                    other = by_word.get(word)
                    if other is None or candidate.count > other.count:
                        by_word[word] = candidate
        for key, single in list(self._candidates.items()):
            # "al-Muhandis" is two words when folded.
            longer = by_word.get(key.rpartition(" ")[2])
            if longer and _is_part_of(single, longer):
                self._merge(key, longer.key)


def _parts(words: Sequence[str]) -> Iterator[str]:
    for length in range(len(words) - 1, 1, -1):
        for begin in range(len(words) - length + 1):
            yield " ".join(words[begin : begin + length])


def _is_fuller_form(longer: Candidate, shorter: Candidate) -> bool:
    """Whether a longer name only adds to the usual one: "Iraqi Kataib Hezbollah", "Jane Roe Jr"."""
    if longer.shape is Shape.FULL_NAME or shorter.shape is Shape.FULL_NAME:
        return shorter.count >= longer.count
    return longer.key.endswith(shorter.key) and shorter.count > longer.count * 2


def _is_surname(country: Candidate) -> bool:
    """Whether a country's name is one that people bear, and nothing else speaks of the country."""
    return all(mention.known and mention.known.surname for mention in country.own)


def _is_part_of(single: Candidate, longer: Candidate) -> bool:
    """Whether a word alone means a longer name that holds it."""
    if single.shape is not Shape.WORD and not _is_surname(single):
        return False
    located = sum(mention.located for mention in single.own)
    if located * 3 > single.count:
        return False  # a place, as Madrid beside Real Madrid
    if single.own[0].text.isupper():
        return False  # NASA beside NASA Langley
    if longer.key.endswith(single.key):
        return True
    if " " in single.key or longer.shape is not Shape.FULL_NAME:
        return bool(longer.role) and " " not in single.key
    # A forename; but Android is more than Android Auto.
    return bool(longer.role) or single.count <= _MOST_FORENAMES * longer.count

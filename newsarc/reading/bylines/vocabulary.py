"""The words of a lexicon that bylines are read with, in the forms in which they are looked up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from newsarc.reading.bylines.phrases import Phrases
from newsarc.reading.languages.lexicon import Lexicon
from newsarc.reading.languages.scripts import is_unspaced


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Words and phrases, all folded."""

    openings: Phrases
    """All that a word before names begins with, of authors and of others."""
    by_words: Phrases
    after: Phrases
    works: Phrases
    """Words before "by" that tell of pictures."""
    works_by: Phrases
    credit_lines: Phrases
    """What opens the names of editors, translators and others who are no authors."""
    labels: frozenset[str]
    credit_labels: frozenset[str]
    joins: Sequences
    ends: Sequences
    markers: Phrases
    """By-words and roles in scripts without spaces, which stand right beside names."""
    particles: frozenset[str]
    suffixes: frozenset[str]
    role_nouns: frozenset[str]
    role_words: frozenset[str]
    """Nouns and modifiers."""
    sections: frozenset[str]
    places: frozenset[str]
    contacts: frozenset[str]
    """Words beside handles and addresses."""


class Sequences:
    """Phrases of whole words, looked up at a place in a list of words."""

    __slots__ = ("_by_first",)

    def __init__(self, phrases: Iterable[str]) -> None:
        found: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True):
            found.setdefault(words[0], []).append(words)
        self._by_first = found

    def __contains__(self, word: str) -> bool:
        return (word,) in self._by_first.get(word, ())

    def at(self, words: Sequence[str], index: int) -> int:
        """How many words from a place on are one of the phrases; 0 for none."""
        for phrase in self._by_first.get(words[index], ()):
            if tuple(words[index : index + len(phrase)]) == phrase:
                return len(phrase)
        return 0


@cache
def vocabulary_of(lexicon: Lexicon) -> Vocabulary:
    """What the lexicon has for bylines."""
    words = lexicon.words
    by_words, labels = words("byline", "words"), words("byline", "labels")
    nouns, particles = words("roles", "nouns"), words("byline", "particles")
    works, photo_labels = words("credits", "works"), words("credits", "labels")
    not_authors = words("byline", "not_authors")
    credit_lines = words("endings", "reporting") | {name for name in not_authors if " " in name}
    marks = by_words | labels | nouns | words("byline", "after")
    return Vocabulary(
        openings=Phrases(by_words | works | credit_lines),
        by_words=Phrases(by_words),
        after=Phrases(words("byline", "after")),
        works=Phrases(works),
        works_by=Phrases(words("credits", "by")),
        credit_lines=Phrases(credit_lines - by_words),
        labels=labels | by_words,
        credit_labels=(works | photo_labels | not_authors | credit_lines) - labels - by_words,
        joins=Sequences(words("byline", "and")),
        # Italian "da" opens a place, and is of Portuguese names.
        ends=Sequences(
            words("byline", "ends") - (particles if lexicon.language is None else set())
        ),
        markers=Phrases(mark for mark in marks if len(mark) > 1 and all(map(is_unspaced, mark))),
        particles=particles,
        suffixes=words("byline", "suffixes"),
        role_nouns=nouns,
        role_words=nouns | words("roles", "modifiers"),
        sections=words("sections", "names"),
        places=words("places", "names"),
        contacts=words("furniture", "share_words") | words("byline", "contacts"),
    )

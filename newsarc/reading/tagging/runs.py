"""Runs: neighbouring capitalised words, with what joins them."""

from __future__ import annotations

from typing import NamedTuple

from newsarc.reading.tagging.gazetteer import Form, Gazetteer, Kind
from newsarc.reading.tagging.joins import LONGEST_JOIN, is_joined
from newsarc.reading.tagging.tokens import (
    CAPITALISED,
    Token,
    particle_start,
    starts_sentence,
    token_of,
    without_possessive,
)
from newsarc.reading.tagging.words import Lexicon

_NOT_BEFORE = frozenset("/\\@#=~_&$%<{|")
"""Signs of addresses and markup; a capital after them begins no name."""
_NOT_AFTER = frozenset("$@=_\\")
_LONGEST_RUN = 12
"""Tokens; a longer one is no name."""
_ARTICLES = frozenset({"The", "A", "An", "I"})


class Run(NamedTuple):
    """Tokens with nothing but spaces, particles and the like between them."""

    tokens: list[Token]
    joins: list[str]
    """What stands before each token; empty for the first."""
    before: str
    """The text between the token before and this run."""
    initial: bool
    """Whether it begins a sentence, so that its first capital says nothing."""
    work: bool
    """Whether words of grammar are capitalised in it too, as in the title of a work."""
    headline: bool = False
    """Whether its passage is in title case."""


def runs_of(text: str, lexicon: Lexicon, gazetteer: Gazetteer) -> list[Run]:
    """The runs of a passage; none where all of it is in capitals."""
    reader = _Reader(text, lexicon, gazetteer)
    grammar = lexicon.grammar
    capitals = 0
    for match in CAPITALISED.finditer(text):
        start, end = match.span()
        capitals += 1
        word = match.group()
        if word in grammar and start > reader.end + 1 and text[end + 1 : end + 2].islower():
            continue  # "The" of most sentences
        if start < reader.end:
            continue
        if start and text[start - 1] != " ":
            previous = text[start - 1]
            if previous.isalnum() or previous in _NOT_BEFORE:
                continue
            if previous == "-":
                start = particle_start(text, start, lexicon)
                word = text[start:end]
        if end < len(text) and text[end] in _NOT_AFTER:
            continue
        reader.read(word, start, end)
    reader.flush()
    if capitals * 2 > text.count(" ") + 1 and reads_as_title(text, lexicon):
        return [] if text.isupper() else [run._replace(headline=True) for run in reader.runs]
    return reader.runs


def reads_as_title(text: str, lexicon: Lexicon) -> bool:
    """Whether all words but those of grammar are capitalised, or nearly all are in capitals."""
    return not any(
        word[0].islower() and word.isalpha() and word not in lexicon.plain_grammar
        for word in text.split()
    )


class _Reader:
    """Collects the runs of one text."""

    __slots__ = (
        "_before", "_closed", "_gazetteer", "_joins", "_lexicon", "_text", "_tokens", "_work",
        "end", "runs",
    )  # fmt: skip

    def __init__(self, text: str, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._text = text
        self._lexicon = lexicon
        self._gazetteer = gazetteer
        self._tokens: list[Token] = []
        self._joins: list[str] = []
        self._before = ""
        self._closed = False
        self._work = False
        self.runs: list[Run] = []
        self.end = 0
        """Where the last token ends."""

    def read(self, word: str, start: int, end: int) -> None:
        """Take up the capitalised word that stands from ``start`` to ``end``."""
        possessive = False
        if not word.isalpha() and ("'" in word or "’" in word):
            last = self._tokens[-1] if self._tokens else None
            stem = without_possessive(word, last, self._lexicon)
            if not stem:
                return  # It's, Don't
            possessive = stem != word
            word, end = stem, start + len(stem)
        form = self._gazetteer.match(self._text, start, word)
        if form:
            self._add_known(form, start)
        elif "-" not in word or not self._read_compound(word, start):
            self._add_word(word, start, end)
        if possessive and self.end == end:
            self._closed = True  # Iraq's Kataib Hezbollah

    def flush(self) -> None:
        """End the run."""
        if self._tokens:
            initial = starts_sentence(self._before)
            self.runs.append(Run(self._tokens, self._joins, self._before, initial, self._work))
            self._tokens, self._joins = [], []
        self._closed = self._work = False

    def _add_known(self, form: Form, start: int) -> None:
        text, end = form.text, start + len(form.text)
        if form.kind is Kind.ELSEWHERE:
            last = text.rpartition(" ")[2]
            if last.islower():
                return  # Guinea pigs
            plain = last if last in self._lexicon.adjectives else text  # Native American
            self._add(token_of(text, plain, start, end, None, self._lexicon))
        else:
            self._add(Token(text, text, start, end, form, unknown=False))

    def _add_word(self, word: str, start: int, end: int) -> None:
        plain = word.capitalize() if len(word) > 1 and word.isupper() else word
        if plain not in self._lexicon.grammar or self._is_name_too(plain, start, end):
            self._add(token_of(word, plain, start, end, None, self._lexicon))
        elif self._tokens and start == self.end + 1 and self._text[self.end] == " ":
            self._work = not self._tokens[-1].text.endswith(".")

    def _is_name_too(self, word: str, start: int, end: int) -> bool:
        """Whether a word of grammar may be a name here: before another capitalised word.

        At the start of a sentence only words such as Will are; elsewhere any but the article.
        """
        if word == "I" and self._tokens and self._tokens[-1].text == "War":
            return True
        text = self._text
        if text[end : end + 1] != " " or not text[end + 1 : end + 2].isupper():
            return False
        if word in self._lexicon.names_too:
            return True
        return word not in _ARTICLES and not starts_sentence(
            text[max(self.end, start - 40) : start]
        )

    def _read_compound(self, word: str, start: int) -> bool:
        """Read ``US-China`` as its words, if one of them is known."""
        places = []
        for part in word.split("-"):
            form = self._gazetteer.match(self._text, start, part)
            places.append((part, start, form if form and form.text == part else None))
            start += len(part) + 1
        if not any(form for _, _, form in places):
            return False
        for part, at, form in places:
            if part[:1].isupper():
                self.flush()
                self._add(token_of(part, part, at, at + len(part), form, self._lexicon))
        self._closed = True
        return True

    def _add(self, token: Token) -> None:
        """Continue the run with the token, or begin another."""
        gap = self._text[self.end : token.start]
        if self._continues(gap, token):
            self._joins.append(gap)
        else:
            if self._tokens:
                self.flush()
            self._before = gap
            self._joins.append("")
        self._tokens.append(token)
        self.end = token.end

    def _continues(self, gap: str, token: Token) -> bool:
        if not self._tokens or self._closed or len(self._tokens) >= _LONGEST_RUN:
            return False
        if gap == " ":
            return True
        return len(gap) <= LONGEST_JOIN and is_joined(
            self._tokens, self._joins, gap, token, self._lexicon
        )

"""The words before a name that say what its owner did: "By", "Text:", "Photos by"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from newsarc.reading.bylines.pieces import Kind
from newsarc.reading.bylines.vocabulary import Vocabulary, vocabulary_of
from newsarc.reading.languages.lexicon import Lexicon, fold
from newsarc.reading.lines import BLANKS

_MOST: Final = 3
"""Introductions in a row: "Author: By Jane Doe"."""
_LABEL_ENDS: Final = 41
"""A label, before a colon or a stroke, is shorter."""
_LABEL_MARK = re.compile(r"[:：/|｜丨／・]")
_SPACES: Final = BLANKS + "\r\n"
_BAR = re.compile(r"[^/|｜丨／・]{1,20}[/|｜丨／・]")
_INNER_LABEL = re.compile(r"(?<=\s)\S{1,30}\s?[:：｜丨]")
_PLACED = re.compile(
    r"[【(（\[](?P<place>[^【】()（）=＝]{1,20})[=＝](?P<name>[^【】()（）=＝]{1,30})[】)）\]]"
)
"""Japanese and Korean: ``【ロンドン＝佐藤太郎】``, ``(서울=뉴스) 김민수 기자``."""
_PLACE = re.compile(r"(?P<place>[^\s=＝]{1,12})[=＝](?P<name>[^=＝]{1,40})")


def after_by_word(text: str, lexicon: Lexicon) -> str:
    """A byline without the word that introduces it; as it is, where there is none."""
    kind, rest = introduction_of(text, vocabulary_of(lexicon))
    return rest if kind is Kind.PERSON else text


def introduction_of(text: str, vocabulary: Vocabulary) -> tuple[Kind | None, str]:
    """What a text's first words announce, and the text after them.

    ``PERSON`` for authors, ``CREDIT`` for others; None, where nothing is announced.
    """
    kind: Kind | None = None
    # Most texts end here.
    if not _LABEL_MARK.search(text, 1, _LABEL_ENDS) and not vocabulary.openings.may_open(text):
        return None, text
    for _ in range(_MOST):
        found = _label(text, vocabulary) or _by_word(text, vocabulary)
        if found is None:
            break
        kind, text = (found[0] if kind is None else kind), found[1]
    return kind, text


def kind_of_label(label: str, vocabulary: Vocabulary) -> Kind | None:
    """What a label announces: "text" authors, "photos" others, "text and photos" authors."""
    label = fold(label)
    if label in vocabulary.labels:
        return Kind.PERSON
    if label in vocabulary.credit_labels:
        return Kind.CREDIT
    words = label.split()
    for index in range(1, len(words) - 1):
        if length := vocabulary.joins.at(words, index):
            halves = {" ".join(words[:index]), " ".join(words[index + length :])}
            if halves <= vocabulary.labels | vocabulary.credit_labels:
                return Kind.PERSON if halves & vocabulary.labels else Kind.CREDIT
    return None


def cut_at_labels(text: str, vocabulary: Vocabulary) -> str:
    """A text with a separator before each label in it: "Jane Doe Photos: John Roe"."""
    if not any(mark in text for mark in ":：｜丨"):
        return text
    cuts = [
        match.start()
        for match in _INNER_LABEL.finditer(text)
        if kind_of_label(match[0][:-1].rstrip(), vocabulary)
    ]
    edges = [0, *cuts, len(text)]
    return "; ".join(text[start:end] for start, end in pairwise(edges))


def placed_name(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """The place before the sign "=" of a byline, and the names after it."""
    if "=" not in text and "＝" not in text:
        return None
    if match := _PLACED.match(text):
        return match["place"], f"{match['name']} | {text[match.end() :]}"
    match = _PLACE.fullmatch(text)
    if match and match["place"].casefold() in vocabulary.places:
        return match["place"], match["name"]
    return None


def _label(text: str, vocabulary: Vocabulary) -> tuple[Kind, str] | None:
    """A label before a colon, and before a stroke: ``文/``."""
    colons = [
        at for at in (text.find(":", 1, _LABEL_ENDS), text.find("：", 1, _LABEL_ENDS)) if at > 0
    ]
    if colons:
        at = min(colons)
        if kind := kind_of_label(text[:at], vocabulary):
            return kind, text[at + 1 :].lstrip(_SPACES)
    if bar := _BAR.match(text):
        label, rest = bar[0][:-1], text[bar.end() :].lstrip(_SPACES)
        if rest and (kind := kind_of_label(label.rstrip(_SPACES), vocabulary)):
            return kind, rest
    return None


def _by_word(text: str, vocabulary: Vocabulary) -> tuple[Kind, str] | None:
    if length := vocabulary.by_words.opening(text):
        rest = text[length:].lstrip(_SPACES)
        # "Di Maria" and "Van Dyke" are names, "di Mario Rossi" is one with its by-word.
        is_name = fold(text[:length]) in vocabulary.particles and len(rest.split()) < 2
        return None if is_name else (Kind.PERSON, rest)
    if length := vocabulary.works.opening(text):
        rest = text[length:].lstrip(_SPACES)
        by = vocabulary.works_by.opening(rest)
        return (Kind.CREDIT, rest[by:].lstrip(_SPACES)) if by else None
    if length := vocabulary.credit_lines.opening(text):
        return Kind.CREDIT, text[length:].lstrip(_SPACES)
    return _glued(text, vocabulary)


def _glued(text: str, vocabulary: Vocabulary) -> tuple[Kind, str] | None:
    """A by-word without the space after it, as copying loses it: "ByJane Doe", "Byby Jane Doe"."""
    length = vocabulary.by_words.glued(text)
    word, rest = text[:length], text[length:]
    if length < 2 or word.casefold() in vocabulary.particles or not word[-1].islower():
        return None
    doubled = rest[:length].casefold() == word.casefold() and rest[length : length + 1].isspace()
    if doubled or (rest[:1].isupper() and rest[1:2].islower()):
        return Kind.PERSON, rest
    return None

"""A byline cut at its separators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from newsarc.reading.bylines.names import is_initial, letters_of
from newsarc.reading.bylines.vocabulary import Vocabulary
from newsarc.reading.lines import BLANKS

EDGES: Final = (
    BLANKS + "\r\n,;:|/•·–—-()[]{}<>*_，、；：｜／丨（）【】「」『』〔〕《》،؛＝=→»«›‹▪●◆■"
)
_CONTACT = re.compile(
    r"([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|https?://\S{1,200}|www\.\S{1,200}|@\w{1,40})",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"(\s[–—-]{1,2}\s|\s?—\s?|(?<![a-z\u3040-\u9fff])·|·(?![a-z\u3040-\u9fff])"
    r"|[|•;/()\[\]\r\n\t,，、；｜／丨（）【】「」『』〔〕《》،؛＝=▪●◆■›»])"
)
_FULL_STOP = re.compile(r"[^\W\d_]{3}\.\Z")


class Part(NamedTuple):
    """A part of a byline."""

    separator: str
    """What stands before it; empty for the first."""
    text: str
    contact: bool = False
    """Whether it is a handle or an address."""


def parts_of(text: str, vocabulary: Vocabulary) -> Iterator[Part]:
    """The parts, in order, none of them empty; "Jr." and a last initial stay with their name."""
    if "@" not in text and "://" not in text and "www." not in text:
        yield from _cut(text, vocabulary)
        return
    for index, stretch in enumerate(_CONTACT.split(text)):
        if index % 2:
            yield Part("", stretch, contact=True)
        else:
            yield from _cut(stretch, vocabulary)


def _cut(text: str, vocabulary: Vocabulary) -> Iterator[Part]:
    separator, waiting = "", None
    for index, piece in enumerate(_BREAK.split(text)):
        if index % 2:
            separator = piece.strip() or piece[:1]
            continue
        trimmed = trimmed_part(piece)
        if not trimmed:
            continue
        if waiting and separator == "," and _belongs(trimmed, waiting.text, vocabulary):
            waiting = waiting._replace(text=f"{waiting.text}, {_kept(piece)}")
            continue
        if waiting:
            yield waiting
        waiting = Part(separator, trimmed)
    if waiting:
        yield waiting


def _belongs(text: str, name: str, vocabulary: Vocabulary) -> bool:
    """Whether what a comma parts from a name is of the name: "Doe, Jr.", "Doe, J."."""
    if letters_of(text) in vocabulary.suffixes:
        return " " in name
    return " " not in name and "." in text and all(map(is_initial, text.split()))


def _kept(piece: str) -> str:
    return piece.strip(EDGES)


def trimmed_part(text: str) -> str:
    """A text without separators around it, nor a full stop that ends no abbreviation."""
    text = text.strip(EDGES)
    if text.endswith((".", "。", "।")) and _FULL_STOP.search(text.replace("。", ".")):
        return text[:-1].rstrip(EDGES)
    return text

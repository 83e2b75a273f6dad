"""What a line of names says, and whether a line is one."""

from __future__ import annotations

from typing import Final

from newsarc.model import Author
from newsarc.reading.bylines.introductions import after_by_word
from newsarc.reading.bylines.likelihood import is_likely, is_name
from newsarc.reading.bylines.organisations import (
    is_desk,
    reads_as_organisation,
    reads_as_outlet,
    signs_alone,
)
from newsarc.reading.bylines.parts import trimmed_part
from newsarc.reading.bylines.pieces import AUTHORS, Kind, Piece
from newsarc.reading.bylines.reading import LONGEST as LONGEST
from newsarc.reading.bylines.reading import is_supported, read
from newsarc.reading.languages.lexicon import Lexicon
from newsarc.reading.languages.scripts import has_caseless_letter

_LONGEST_ADDITION: Final = 60
_ADDITIONS: Final = frozenset({Kind.ROLE, Kind.CONTACT, Kind.EMPLOYER})
_LONGEST_ACRONYM: Final = 5
_FEW_WORDS: Final = 5
_LONGEST_ROLE: Final = 5
"""Words of a role that stands alone as a byline."""


def read_byline(byline: str, lexicon: Lexicon) -> tuple[Piece, ...]:
    """The pieces of a byline, in order, each with what it is."""
    return read(byline, lexicon).pieces


def names_of(byline: str, lexicon: Lexicon) -> tuple[Author, ...]:
    """The authors of a byline, in order, without by-words, roles, places, handles and addresses.

    A byline of which nothing can be told is one name as it stands; one that names only a role,
    such as "Staff Writer", is that desk's.
    """
    pieces = read_byline(byline, lexicon)
    kinds = {piece.kind for piece in pieces}
    found = [
        Author(piece.text, organisation=piece.kind is Kind.ORGANISATION)
        for piece in pieces
        if piece.kind in AUTHORS and not (Kind.PERSON in kinds and _is_anyone(piece, lexicon))
    ]
    if not found and kinds & {Kind.OTHER, Kind.ROLE} and Kind.CREDIT not in kinds:
        whole = trimmed_part(after_by_word(trimmed_part(byline), lexicon))
        is_role = Kind.ROLE in kinds or reads_as_organisation(whole, lexicon)
        found = [Author(whole, organisation=is_role)] if whole else []
    return tuple(dict.fromkeys(found))


def _is_anyone(piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a piece such as "agencies" or "staff" names nobody beside a person."""
    is_small = piece.text.islower() and len(piece.text) > _LONGEST_ACRONYM
    return (
        piece.kind is Kind.ORGANISATION
        and " " not in piece.text
        and (is_small or is_desk(piece.text, lexicon))
    )


def reads_as_byline(text: str, lexicon: Lexicon, *, introduced: bool = False) -> bool:
    """Whether a text, with or without its by-word, is a byline and nothing else.

    Without a by-word, and unless ``introduced`` says that one stands elsewhere, a text that may
    as well be a headline of a few words is none.
    """
    if not text or len(text) > LONGEST or _is_prose(text):
        return False
    reading = read(text, lexicon)
    kinds = {piece.kind for piece in reading.pieces}
    introduced |= reading.introduced
    if Kind.OTHER in kinds or not kinds & {*AUTHORS, Kind.ROLE}:
        return False
    if not kinds & AUTHORS and (Kind.CREDIT in kinds or text.count(" ") >= _LONGEST_ROLE):
        return False
    if _are_initials(reading.pieces):
        return True
    supported = introduced or is_supported(reading.pieces, lexicon)
    return all(
        _is_likely(piece, lexicon, introduced=introduced, supported=supported)
        for piece in reading.pieces
        if piece.kind in AUTHORS
    )


def _is_prose(text: str) -> bool:
    """Whether most words are in small letters, or there are full stops of scripts without spaces.

    This is quick to see, and keeps most lines of a story from being read.
    """
    words = text.split()
    small = sum(map(str.islower, words))
    if len(words) >= _FEW_WORDS and small * 10 > len(words) * 7:
        return not has_caseless_letter(text)
    return "。" in text[:-1]


def _are_initials(pieces: tuple[Piece, ...]) -> bool:
    """Whether a byline is the initials of several: "JD / KL"."""
    return len(pieces) > 1 and all(
        piece.kind is Kind.PERSON and piece.text.isupper() and len(piece.text) <= 3
        for piece in pieces
    )


def _is_likely(piece: Piece, lexicon: Lexicon, *, introduced: bool, supported: bool) -> bool:
    if piece.kind is Kind.ORGANISATION:
        return introduced or signs_alone(piece.text, lexicon)
    if has_caseless_letter(piece.text):
        return supported
    if introduced:
        return is_likely(piece.text, lexicon, introduced=True)
    return is_name(piece.text, lexicon)


def reads_as_signature(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is a person's name with a role, such as "Jane Doe, Staff Writer"."""
    if not text or len(text) > LONGEST or _is_prose(text):
        return False
    pieces = read_byline(text, lexicon)
    kinds = [piece.kind for piece in pieces]
    if Kind.PERSON not in kinds[:3] or Kind.ROLE not in kinds or Kind.OTHER in kinds:
        return False
    return reads_as_byline(text, lexicon)


def adds_to_byline(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is what may stand below a name: a role, a handle or address, an outlet."""
    if not text or len(text) > _LONGEST_ADDITION or after_by_word(text, lexicon) is not text:
        return False
    pieces = read_byline(text, lexicon)
    return bool(pieces) and all(
        piece.kind in _ADDITIONS or reads_as_outlet(piece.text, lexicon) for piece in pieces
    )

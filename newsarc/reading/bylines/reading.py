"""A byline read: what each of its pieces is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from newsarc.reading.bylines.caseless import read_caseless
from newsarc.reading.bylines.introductions import (
    cut_at_labels,
    introduction_of,
    kind_of_label,
    placed_name,
)
from newsarc.reading.bylines.organisations import is_known_organisation, reads_as_organisation
from newsarc.reading.bylines.parts import Part, parts_of, trimmed_part
from newsarc.reading.bylines.phrase_reading import read_phrase
from newsarc.reading.bylines.pieces import AUTHORS, Kind, Piece, Reading
from newsarc.reading.bylines.vocabulary import Vocabulary, vocabulary_of
from newsarc.reading.languages.lexicon import Lexicon, fold
from newsarc.reading.languages.scripts import has_caseless_letter
from newsarc.reading.plain_names import is_plain_name

LONGEST: Final = 250
"""A longer text is not looked at as a byline."""
_MOST_WORDS: Final = 45
_OF_ONE_BEFORE: Final = ("(", "（", "[", ",", "，")
"""Separators after which a label tells of the name before it."""


@dataclass(slots=True)
class _Draft:
    """What has been read of a byline so far."""

    pieces: list[Piece]
    announced: Kind | None
    """What the last label or by-word announced: ``PERSON`` for authors, or ``CREDIT``."""
    introduced: bool


@lru_cache(maxsize=2048)  # the same names sign story after story
def read(byline: str, lexicon: Lexicon) -> Reading:
    """The pieces of a byline, in order, each with what it is."""
    if len(byline) > LONGEST or byline.count(" ") > _MOST_WORDS:
        return Reading((Piece(Kind.OTHER, byline),))
    if is_plain_name(byline, lexicon):
        return Reading((Piece(Kind.PERSON, byline),))
    vocabulary = vocabulary_of(lexicon)
    byline, roles = _without_role_lines(byline, lexicon)
    announced, text = introduction_of(trimmed_part(byline), vocabulary)
    draft = _Draft([], announced, introduced=announced is Kind.PERSON)
    if placed := placed_name(text, vocabulary):
        draft.pieces.append(Piece(Kind.PLACE, placed[0]))
        text, draft.introduced = placed[1], True
    length = vocabulary.after.ending(text)
    if 0 < length < len(text) and not reads_as_organisation(text, lexicon):
        text = text[:-length]
        draft.introduced |= has_caseless_letter(text)
    parts = list(parts_of(cut_at_labels(text, vocabulary), vocabulary))
    for index, part in enumerate(parts):
        _add(part, draft, vocabulary, lexicon, last=index == len(parts) - 1)
    pieces = _initials_told(_places_told(draft.pieces, lexicon))
    return Reading((*pieces, *roles), draft.introduced)


def _without_role_lines(byline: str, lexicon: Lexicon) -> tuple[str, tuple[Piece, ...]]:
    """A byline without its lines "Role, Example News", and the pieces that they are."""
    if "\n" not in byline:
        return byline, ()
    labels = tuple(f"{label}," for label in lexicon.words("byline", "roles_before_comma"))
    lines = byline.splitlines()
    roles = [line for line in lines if fold(line).startswith(labels)]
    pieces = (Piece(Kind.ROLE, line.partition(",")[2].strip()) for line in roles)
    return "\n".join(line for line in lines if line not in roles), tuple(pieces)


def _add(
    part: Part, draft: _Draft, vocabulary: Vocabulary, lexicon: Lexicon, *, last: bool
) -> None:
    """Read a part of a byline, after those that are in the draft."""
    label = None if part.contact else _label_alone(part, draft, vocabulary, last=last)
    if label is None:
        announced, found = _read_part(part, vocabulary, lexicon, first=not draft.pieces)
        draft.announced = announced or draft.announced
        draft.introduced |= announced is Kind.PERSON
        draft.pieces += _credited(found) if draft.announced is Kind.CREDIT else found
    elif part.separator in _OF_ONE_BEFORE or last:
        # "Jane Doe (photos)": it tells what the one before it did.
        if label is Kind.CREDIT:
            draft.pieces[-1:] = _credited(draft.pieces[-1:])
    else:
        draft.announced = label
        draft.introduced |= label is Kind.PERSON


def _label_alone(part: Part, draft: _Draft, vocabulary: Vocabulary, *, last: bool) -> Kind | None:
    """What a part that is nothing but a label announces, such as "photos"."""
    label = kind_of_label(part.text, vocabulary)
    is_role = fold(part.text) in vocabulary.role_nouns
    return None if is_role or (last and not draft.pieces) else label


def _read_part(
    part: Part, vocabulary: Vocabulary, lexicon: Lexicon, *, first: bool
) -> tuple[Kind | None, list[Piece]]:
    """What a part announces, and its pieces."""
    if part.contact:
        return None, [Piece(Kind.CONTACT, part.text)]
    kind, text = None, part.text
    if not first or part.separator:
        text = _without_leading_and(text, vocabulary)
        kind, text = introduction_of(text, vocabulary)
        text = trimmed_part(text)
    if not text:
        return kind, []
    first = first or kind is not None
    if has_caseless_letter(text):
        return kind, read_caseless(text, vocabulary, lexicon, first=first)
    return kind, read_phrase(text, vocabulary, lexicon, first=first)


def _without_leading_and(text: str, vocabulary: Vocabulary) -> str:
    tokens = text.split()
    length = vocabulary.joins.at([token.casefold() for token in tokens], 0)
    return " ".join(tokens[length:]) if 0 < length < len(tokens) else text


def _credited(pieces: list[Piece]) -> list[Piece]:
    """Pieces, whose names are those of photographers or editors."""
    return [
        replace(piece, kind=Kind.CREDIT) if piece.kind in AUTHORS else piece for piece in pieces
    ]


def _places_told(pieces: list[Piece], lexicon: Lexicon) -> Iterator[Piece]:
    """The pieces, where a single word after a full name is a place and no name."""
    after_full_name = False
    for piece in pieces:
        single = " " not in piece.text and not has_caseless_letter(piece.text)
        is_name = piece.kind is Kind.PERSON or _is_unknown(piece, lexicon)
        if is_name and after_full_name and single:
            yield replace(piece, kind=Kind.PLACE)
        else:
            yield piece
        after_full_name |= piece.kind is Kind.ORGANISATION or " " in piece.text


def _is_unknown(piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a piece is a word in capitals that may be a place: "AFP, DELHI"."""
    return (
        piece.kind is Kind.ORGANISATION
        and len(piece.text) > 3
        and piece.text.isupper()
        and not is_known_organisation(piece.text, lexicon)
    )


def _initials_told(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces, where small initials beside an agency sign without a name: "dpa/jd"."""
    told = list(pieces)
    small = [piece for piece in told if _is_small_initials(piece)]
    signs = bool(small) and all(
        piece in small or piece.kind is Kind.ORGANISATION or _is_initials(piece) for piece in told
    )
    for piece in told:
        yield replace(piece, kind=Kind.CONTACT) if signs and piece in small else piece


def _is_small_initials(piece: Piece) -> bool:
    text = piece.text
    return piece.kind is Kind.OTHER and len(text) <= 3 and text.isalpha() and text.islower()


def _is_initials(piece: Piece) -> bool:
    return len(piece.text) <= 3 and piece.kind is Kind.PERSON


def is_supported(pieces: tuple[Piece, ...], lexicon: Lexicon) -> bool:
    """Whether a role, a handle, a known place or a known agency stands beside the names."""
    places = lexicon.words("places", "names")
    return any(
        piece.kind in (Kind.ROLE, Kind.CONTACT)
        or (piece.kind is Kind.PLACE and fold(piece.text) in places)
        or (
            piece.kind in (Kind.ORGANISATION, Kind.EMPLOYER)
            and is_known_organisation(piece.text, lexicon)
        )
        for piece in pieces
    )

"""The names in a byline: persons and organisations told apart, roles and places left out.

``read_byline`` says what each piece of a byline is; ``names_of`` keeps the names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache, lru_cache
from typing import Final

from newsarc.model import Author
from newsarc.reading.lexicon import alternatives, fold, words
from newsarc.reading.lines import BLANKS
from newsarc.reading.names import has_shape_of_name, is_role, letters_of, without_role
from newsarc.reading.organisations import is_known_organisation
from newsarc.reading.organisations import reads_as_organisation as reads_as_organisation
from newsarc.reading.organisations import reads_as_outlet as reads_as_outlet

LONGEST: Final = 250
"""A longer text is not looked at as a byline."""
_LONGEST_ADDITION: Final = 60
_LONGEST_KNOWN: Final = 4
"""Words of the longest organisation in the lexicon."""


class Kind(Enum):
    """What a piece of a byline is."""

    PERSON = auto()
    ORGANISATION = auto()
    ROLE = auto()
    PLACE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a byline between two separators."""

    kind: Kind
    text: str


_CONTACT = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|https?://\S{1,200}|@\w{1,40}"
)
_ONE_LETTER = re.compile(r"\s[a-z]\s")
_BREAK = re.compile(r"[|•·;/()\[\]\r\n\t]|\s[–—-]{1,2}\s|\s?—\s?")
_EDGES: Final = BLANKS + "\r\n,;:|/•·–—-()[]"


def names_of(byline: str) -> tuple[Author, ...]:
    """The names in a byline, in order, without by-words, roles, places, handles and addresses.

    A byline of which nothing can be told is one name as it stands; one that names only a role,
    such as "Staff Writer", is that desk's.
    """
    pieces = read_byline(byline)
    found = [
        Author(piece.text, organisation=piece.kind is Kind.ORGANISATION)
        for piece in pieces
        if piece.kind in (Kind.PERSON, Kind.ORGANISATION)
    ]
    if not found and pieces:
        whole = _trimmed(after_by_word(_trimmed(byline)))
        is_desk = any(piece.kind is Kind.ROLE for piece in pieces)
        found = [Author(whole, organisation=is_desk or reads_as_organisation(whole))]
    return tuple(dict.fromkeys(found))


def after_by_word(text: str) -> str:
    """A byline without the word that introduces it; as it is, where there is none."""
    match = _by_word().match(text)
    return text[match.end() :] if match else text


def reads_as_byline(text: str) -> bool:
    """Whether a text, its by-word taken away, is a byline and nothing else."""
    pieces = read_byline(text)
    kinds = {piece.kind for piece in pieces}
    return bool(pieces) and Kind.OTHER not in kinds and kinds != {Kind.PLACE}


def reads_as_signature(text: str) -> bool:
    """Whether a text is a person's name with a role, such as "Jane Doe, Staff Writer"."""
    kinds = [piece.kind for piece in read_byline(text)]
    return Kind.OTHER not in kinds and kinds[:1] == [Kind.PERSON] and Kind.ROLE in kinds


def adds_to_byline(text: str) -> bool:
    """Whether a text is what may stand below a name: a role, a handle or address, an outlet."""
    if len(text) > _LONGEST_ADDITION or after_by_word(text) is not text:
        return False
    pieces = read_byline(text)
    if not pieces:
        return _CONTACT.search(text) is not None
    return all(piece.kind is Kind.ROLE or reads_as_outlet(piece.text) for piece in pieces)


@lru_cache(maxsize=512)  # the same names sign story after story
def read_byline(byline: str) -> tuple[Piece, ...]:
    """The pieces of a byline, in order, each with what it is."""
    if len(byline) > LONGEST:
        return (Piece(Kind.OTHER, byline),)
    text = _CONTACT.sub(" | ", after_by_word(_trimmed(byline)))
    pieces: list[Piece] = []
    for part in _parts(text):
        pieces.extend(_read_part(part, first=not pieces))
    return tuple(_places_told(pieces))


def _parts(text: str) -> Iterator[str]:
    """The text cut at its separators, commas before "Jr." and the like excepted."""
    for stretch in _BREAK.split(text):
        parts: list[str] = []
        for part in stretch.split(","):
            if parts and letters_of(part) in words("byline", "suffixes"):
                parts[-1] += f",{part}"
            else:
                parts.append(part)
        yield from filter(None, map(_trimmed, parts))


def _read_part(part: str, *, first: bool) -> Iterable[Piece]:
    """What a part between two separators is; several pieces where "and" joins names."""
    part = _trimmed(_leading_and().sub("", part))
    whole = _read_piece(part, first=first)
    if whole.kind is Kind.ROLE:
        return (whole,)
    if split := _before_known_organisation(part):
        return split
    halves = _and().split(part)
    if len(halves) == 1:
        return (whole,)
    pieces = [_read_piece(_trimmed(half), first=first) for half in halves]
    # "Health and Safety Desk" and "Ortega y Gasset" are one name: each half must be one by itself.
    is_one_name = whole.kind is Kind.ORGANISATION or _ONE_LETTER.search(part)
    full = all(" " in piece.text or is_known_organisation(piece.text) for piece in pieces)
    named = all(piece.kind in (Kind.PERSON, Kind.ORGANISATION) for piece in pieces)
    return pieces if named and (full or not is_one_name) else (whole,)


def _before_known_organisation(part: str) -> tuple[Piece, Piece] | None:
    """The name and the organisation of "Jane Doe Associated Press"."""
    for token in list(re.finditer(r"\S+", part))[2:][-_LONGEST_KNOWN:]:
        organisation, name = part[token.start() :], part[: token.start()].strip()
        if is_known_organisation(organisation) and has_shape_of_name(name):
            return Piece(Kind.PERSON, name), Piece(Kind.ORGANISATION, organisation)
    return None


def _read_piece(text: str, *, first: bool) -> Piece:
    tokens = fold(text).split()
    short = _without_ending(text)
    if not first and " ".join(tokens) in words("places", "names"):
        return Piece(Kind.PLACE, text)
    if is_role(tokens, first=first):
        return Piece(Kind.ROLE, text)
    if (
        short != text
        and " " in short
        and has_shape_of_name(short)
        and not reads_as_organisation(short)
    ):
        return Piece(Kind.PERSON, without_role(short))
    if reads_as_organisation(text):
        return Piece(Kind.ORGANISATION, text)
    name = without_role(short)
    if reads_as_organisation(name):
        return Piece(Kind.ORGANISATION, name)
    return Piece(Kind.PERSON if has_shape_of_name(name) else Kind.OTHER, name)


def _without_ending(text: str) -> str:
    """A name without what "in", "for" and the like add to it."""
    match = _ends().search(text)
    return _trimmed(text[: match.start()]) if match and match.start() else text


def _places_told(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces, where a single word after a full name is a place and no name."""
    after_full_name = False
    for piece in pieces:
        if piece.kind is Kind.PERSON and after_full_name and " " not in piece.text:
            yield replace(piece, kind=Kind.PLACE)
        else:
            yield piece
        after_full_name |= piece.kind is Kind.ORGANISATION or " " in piece.text


def _trimmed(text: str) -> str:
    return text.strip(_EDGES)


@cache
def _by_word() -> re.Pattern[str]:
    by_words = alternatives(words("byline", "words"))
    labels = alternatives(words("byline", "labels"))
    return re.compile(
        rf"(?:(?:{labels})\s{{0,2}}[:：]\s{{0,3}}|(?:{by_words})(?:\s{{1,3}}|\Z))", re.IGNORECASE
    )


@cache
def _and() -> re.Pattern[str]:
    return re.compile(
        rf"\s{{1,3}}(?:{alternatives(words('byline', 'and'))})\s{{1,3}}", re.IGNORECASE
    )


@cache
def _leading_and() -> re.Pattern[str]:
    return re.compile(rf"\A(?:{alternatives(words('byline', 'and'))})\s{{1,3}}", re.IGNORECASE)


@cache
def _ends() -> re.Pattern[str]:
    # Small letters only: "Jane For Doe" has an odd name, "Jane Doe for Example News" a reason.
    return re.compile(rf"\s(?:{alternatives(words('byline', 'ends'))})\s")

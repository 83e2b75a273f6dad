"""The pieces that a byline consists of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What a piece of a byline is."""

    PERSON = auto()
    ORGANISATION = auto()
    """A news organisation or a desk that signs, alone or beside a person."""
    EMPLOYER = auto()
    """The organisation that a person writes for, or with: "for Example News", "with AFP"."""
    ROLE = auto()
    PLACE = auto()
    CONTACT = auto()
    """A handle, an address, or the word before one."""
    SECTION = auto()
    CREDIT = auto()
    """Who made the pictures, edited or translated: no author."""
    OTHER = auto()


AUTHORS = frozenset({Kind.PERSON, Kind.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a byline between two separators."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A byline that has been read."""

    pieces: tuple[Piece, ...]
    introduced: bool = False
    """Whether a word such as "by" says that it is a byline."""

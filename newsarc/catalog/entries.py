"""What is put into the catalog."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from newsarc.errors import Problem
from newsarc.model import Article, Card, Size, Source, Taxonomy


@dataclass(frozen=True, slots=True)
class TermEntry:
    """An article's membership in a term."""

    taxonomy: Taxonomy
    key: str
    label: str
    """The term as this article writes it."""


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article to be listed."""

    article: Article
    card: Card
    """Its ``route`` is the address that the article asks for."""
    own_address: str
    """The address it gets if other articles ask for the same."""
    terms: tuple[TermEntry, ...]
    aliases: tuple[str, ...]
    """Routes of its former addresses."""
    references: tuple[str, ...] = ()
    """Local targets of the links and pictures in its body, as written."""


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """An article as the catalog knows it."""

    entry: ArticleEntry
    route: str
    """The address that it has."""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source that was read: ``listed`` is None for a draft."""

    source: Source
    seen: int
    """When it was read, in nanoseconds since the epoch."""
    digest: str
    listed: ArticleEntry | None
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ImageEntry:
    """A picture beside the sources."""

    source: Source
    seen: int
    digest: str
    route: str
    size: Size | None = None
    """None where it could not be told."""


@dataclass(frozen=True, slots=True)
class SourceState:
    """What the catalog remembers of a source's or a picture's file."""

    size: int
    modified: int
    seen: int
    digest: str


@dataclass(frozen=True, slots=True)
class Written:
    """A line of the ledger: a file of the site as it was written."""

    route: str
    digest: str
    size: int
    """-1 where a build announced the file and was ended before it was done, or where it was found
    without a ledger; -2 where one was about to remove it."""
    modified: int
    key: str = ""
    """The page's key as text; empty where it is not known."""
    view: bytes = b""
    """A digest of all that the bytes of a page follow from."""


class StagedFile(NamedTuple):
    """A file that the site is to hold: rendered, and waiting to be put in its place.

    A tuple as the ledger has it, for there are many and they come from other processes.
    """

    route: str
    digest: str
    size: int
    modified: int
    reason: str
    """Why it is to be written, in a few words; empty where the site has it already."""
    key: str = ""
    view: bytes = b""

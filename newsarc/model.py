"""The nouns of newsarc, as frozen values. Read this file first; it imports nothing of the project.

A source is read into an ``Article``. Articles are known to the catalog, which knows which
listings they appear on. A listing, like an article, is planned into a ``Page``, and a page is
rendered into bytes. Every value here can be sent to another process and compared with ``==``.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal, NamedTuple, TypeAlias

Json: TypeAlias = Any
"""None, bool, int, float, str, and lists and dictionaries of them. Recursive types are beyond the
library that reads records back."""
Confidence: TypeAlias = Literal["high", "medium", "low"]


class Precision(StrEnum):
    """How much of a date is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    INSTANT = "instant"


_ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?")
_PRECISION_OF_LENGTH = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}


@dataclass(frozen=True, slots=True, order=True)
class Date:
    """A date as the text gives it: a year, a month, a day or an instant.

    ``iso`` is ISO 8601 cut to its precision: ``2020``, ``2020-10``, ``2020-10-13``,
    ``2020-10-13T05:52`` or with seconds and an offset. It is never passed through UTC: an article
    belongs to the day its own text says. Dates sort by this text, coarser before finer.
    """

    iso: str

    @classmethod
    def from_iso(cls, text: str) -> Date | None:
        """The date that a text is in the form of ``iso``; None where it is none of the calendar."""
        if not _ISO.fullmatch(text):
            return None
        try:
            if len(text) > len("2020-10-13"):
                datetime.datetime.fromisoformat(text)
            else:
                datetime.date.fromisoformat((text + "-01-01")[:10])
        except ValueError:
            return None
        return cls(text)

    def __str__(self) -> str:
        return self.iso

    def __hash__(self) -> int:
        return hash(self.iso)

    @property
    def precision(self) -> Precision:
        return _PRECISION_OF_LENGTH.get(len(self.iso), Precision.INSTANT)

    @property
    def year(self) -> str:
        """Four digits."""
        return self.iso[:4]

    @property
    def month(self) -> str | None:
        """``YYYY-MM``, or None where only the year is known."""
        return self.iso[:7] if len(self.iso) >= 7 else None

    @property
    def day(self) -> str | None:
        """``YYYY-MM-DD``, or None where the day is not known."""
        return self.iso[:10] if len(self.iso) >= 10 else None

    @property
    def without_time(self) -> Date:
        """The day of an instant; what is coarser stays as it is."""
        return Date(self.iso[:10])


class Markup(StrEnum):
    """What a body is written in."""

    TEXT = "text"
    MARKDOWN = "markdown"


class Taxonomy(StrEnum):
    """The three ways articles are grouped. The value is the folder of its pages."""

    TAG = "tags"
    AUTHOR = "authors"
    SOURCE = "sources"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` (in) to ``end`` (out) of a source's decoded text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Author:
    """A name of a byline."""

    name: str
    organisation: bool = False
    """True for a news organisation or a desk, False for a person."""


@dataclass(frozen=True, slots=True)
class SuggestedTag:
    """A tag that the tagger found in the text, with its reason."""

    name: str
    reason: str
    """One sentence for editors, such as 'named 13 times, in the title'."""


class Size(NamedTuple):
    """Width and height of a picture as it is shown, in pixels."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Image:
    """The picture that came with a story, even where only its words survive."""

    file: str | None = None
    """Path beside the source, or an address, as the source gives it."""
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a field holds what it holds."""

    field: str
    lines: tuple[int, ...]
    """Line numbers in the source, from 1; empty where it is not from its lines."""
    rule: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A remark on how a source was read; its code is stable."""

    code: str
    line: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A line that is not part of the story, left out of the body that is shown."""

    line: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Article:
    """The record read from one source; ``body`` says where in the source the body is."""

    path: str
    """The source's path below the articles folder, with ``/``."""
    digest: str
    """SHA-256 of the source's bytes, as 64 hexadecimal digits."""
    encoding: str
    """The encoding in which the source was decoded."""
    markup: Markup
    body: tuple[Span, ...]
    opening: str
    """The first words of the body, for descriptions; at most 300 characters, spaces squeezed."""
    file_words: str | None = None
    """The words of the source's file name, where it reads like words."""
    title: str | None = None
    dek: str | None = None
    date: Date | None = None
    updated: Date | None = None
    byline: str | None = None
    """The credit line as written."""
    authors: tuple[Author, ...] = ()
    source: str | None = None
    """The publisher."""
    dateline: str | None = None
    image: Image | None = None
    tags: tuple[str, ...] = ()
    """The author's or editor's own tags."""
    suggested_tags: tuple[SuggestedTag, ...] = ()
    """Found by the tagger; empty where the article has tags of its own."""
    section: str | None = None
    lang: str | None = None
    """BCP 47 code, where the source gives one."""
    url: str | None = None
    """The original address."""
    slug: str | None = None
    aliases: tuple[str, ...] = ()
    draft: bool = False
    extra: Mapping[str, Json] = field(default_factory=dict)
    """Fields that newsarc does not know, as they were given."""
    evidence: tuple[Evidence, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    removed: tuple[Removed, ...] = ()

    @property
    def own_id(self) -> str | None:
        """Its field ``id``, which keeps its identity when its file is renamed."""
        own = self.extra.get("id")
        return str(own) if isinstance(own, str | int) and own else None


@dataclass(frozen=True, slots=True)
class Source:
    """A file in the articles folder, as its directory entry describes it."""

    path: str
    size: int
    modified: int
    """Modification time in nanoseconds."""


@dataclass(frozen=True, slots=True)
class Card:
    """All that another page may know of an article."""

    route: str
    title: str
    dek: str | None
    date: Date | None
    byline: str | None
    lang: str | None
    """The article's language, where it is not the site's."""
    withdrawn: bool = False
    """Whether its text is not shown any more."""

    def __hash__(self) -> int:
        return hash(self.route)  # of no two articles; cards are looked up 20 times a page


@dataclass(frozen=True, slots=True)
class Page:
    """A page to make: its bytes are a function of the view, the template and the site."""

    route: str
    template: str
    view: object
    """The frozen view that the template sees as ``page``."""

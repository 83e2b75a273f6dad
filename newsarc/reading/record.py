"""What a source's own lines say, before the reader makes an ``Article`` of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from newsarc.model import Author, Date, Diagnostic, Evidence, Image, Json, Removed, Span


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a source's text, and what it is: the parts in order are the whole text."""

    span: Span
    role: str
    """Such as ``title``, ``body``, ``furniture``, ``blank``."""


@dataclass(
    frozen=True
)  # without slots, see ``with_changes``; the reader takes them all by ``vars``
class Fields:
    """The fields found by one way of reading; the names are those of ``Article``."""

    body: tuple[Span, ...]
    title: str | None = None
    dek: str | None = None
    date: Date | None = None
    updated: Date | None = None
    byline: str | None = None
    authors: tuple[Author, ...] = ()
    source: str | None = None
    dateline: str | None = None
    image: Image | None = None
    tags: tuple[str, ...] = ()
    section: str | None = None
    lang: str | None = None
    url: str | None = None
    slug: str | None = None
    aliases: tuple[str, ...] = ()
    draft: bool = False
    extra: Mapping[str, Json] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    removed: tuple[Removed, ...] = ()
    parts: tuple[Part, ...] = ()
    """Of pasted text; empty where front matter gives the fields."""

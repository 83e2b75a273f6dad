"""A synthetic article before it is written in some layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Story:
    """What is known of an article. Where it has no date, ``when`` is empty."""

    path: str
    """Of its source, below the articles folder."""
    title: str
    dek: str | None
    when: str
    """The date as its text gives it, in ISO 8601, cut to what is known."""
    updated: str | None
    authors: tuple[str, ...]
    source: str
    section: str
    tags: tuple[str, ...]
    caption: str | None
    credit: str | None
    url: str | None
    slug: str | None
    aliases: tuple[str, ...]
    desk: str | None
    """A field that newsarc does not know."""
    paragraphs: tuple[str, ...]
    """Paragraphs and, in Markdown, other blocks."""

    @property
    def layout(self) -> Literal["front-matter", "pasted"]:
        return "front-matter" if self.path.endswith(".md") else "pasted"

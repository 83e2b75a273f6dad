"""What a synthetic archive is to be like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Layout: TypeAlias = Literal["front-matter", "pasted", "mixed"]
LAYOUTS: tuple[Layout, ...] = ("front-matter", "pasted", "mixed")


@dataclass(frozen=True, slots=True)
class ArchiveSettings:
    """Equal settings give equal archives, byte for byte. Raises ValueError for impossible ones."""

    articles: int
    seed: int = 1
    words: int = 450
    """Words of a body on average."""
    layout: Layout = "mixed"
    """``mixed`` is seven in ten with front matter, the others pasted."""
    first_year: int = 2001
    last_year: int = 2020

    def __post_init__(self) -> None:
        if self.articles < 0 or self.seed < 0:
            raise ValueError("articles and seed must be 0 or more")
        if self.words < 1:
            raise ValueError("words must be 1 or more")
        if self.layout not in LAYOUTS:
            raise ValueError(f"layout must be one of {', '.join(LAYOUTS)}")
        if not 1000 <= self.first_year <= self.last_year <= 9998:
            raise ValueError("years must have four digits, the first not after the last")

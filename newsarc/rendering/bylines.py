"""A byline as written, with the names in it that lead to a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsarc.site.views import AuthorLink


@dataclass(frozen=True, slots=True)
class BylinePart:
    """A piece of a byline; joined, the pieces are the byline."""

    text: str
    author: AuthorLink | None
    """Whose name it is."""


def byline_parts(byline: str, authors: Sequence[AuthorLink]) -> tuple[BylinePart, ...]:
    """Cut "By Ada Quill and Tom Reed" at its authors' names, each found once, in any case."""
    return _parts(byline, tuple(authors))


@lru_cache(maxsize=2048)  # whoever writes for a newspaper writes again
def _parts(byline: str, authors: tuple[AuthorLink, ...]) -> tuple[BylinePart, ...]:
    parts: list[BylinePart] = []
    end = 0
    for start, author in sorted(_places(byline, authors).items()):
        parts.append(BylinePart(byline[end:start], None))
        end = start + len(author.name)
        parts.append(BylinePart(byline[start:end], author))
    parts.append(BylinePart(byline[end:], None))
    return tuple(part for part in parts if part.text)


def _places(byline: str, authors: Sequence[AuthorLink]) -> dict[int, AuthorLink]:
    """Where the authors' names begin; no two overlap."""
    # Where lower case has another length, as in Turkish names, it would not tell the places.
    lower = byline.lower() if len(byline.lower()) == len(byline) else byline
    places: dict[int, AuthorLink] = {}
    # Longer names first: "Ann Lee Moore" is not Ann Lee.
    for author in sorted(authors, key=lambda author: -len(author.name)):
        name = author.name if lower is byline else author.name.lower()
        start = lower.find(name) if name else -1
        while start >= 0:
            end = start + len(name)
            whole = not (lower[start - 1 : start].isalnum() or lower[end : end + 1].isalnum())
            free = all(end <= at or at + len(other.name) <= start for at, other in places.items())
            if whole and free:
                places[start] = author
                break
            start = lower.find(name, start + 1)
    return places


def unnamed_authors(byline: str, authors: Sequence[AuthorLink]) -> tuple[AuthorLink, ...]:
    """The authors whose names the byline does not spell out, such as those of "Staff"."""
    named = {part.author.name for part in byline_parts(byline, authors) if part.author}
    return tuple(author for author in authors if author.name not in named)


def names_beside(authors: Sequence[AuthorLink], publisher: str) -> list[str]:
    """The authors' names, but for one that is the publisher's."""
    return [author.name for author in authors if author.name != publisher]

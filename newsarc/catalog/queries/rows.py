"""How the catalog is asked, and what its rows become."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import apsw

from newsarc.catalog.connecting import DamageError
from newsarc.catalog.records import article_from_json
from newsarc.model import Article, Card, Date

CARD = "route, title, dek, date, byline, lang, withdrawn"
LISTED_CARD = "article.route, title, dek, article.date, byline, lang, withdrawn"
"""The same, where articles are joined to their terms."""


@dataclass(frozen=True, slots=True)
class TermTotal:
    """A term with its number of articles."""

    key: str
    label: str
    articles: int


@dataclass(frozen=True, slots=True)
class SharedTerm:
    """A term that articles of another one have too."""

    key: str
    label: str
    articles: int
    """How many articles it has in all."""
    shared: int
    """How many of the articles that were looked at have it."""


@dataclass(frozen=True, slots=True)
class PeriodTotal:
    """A period with its number of articles."""

    period: str
    articles: int


class Place(NamedTuple):
    """An article's place in the order, and its number in the catalog."""

    sort: str
    article: int
    """Not the same in another catalog of the same articles: nothing may be ordered by it."""


@dataclass(frozen=True, slots=True)
class Window:
    """The dated articles of a term nearest to a place in the order, oldest first."""

    before: tuple[Place, ...]
    after: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article with its card, whose route is the one that it has."""

    article: Article
    card: Card


class Ask:
    """A connection that reads."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def close(self) -> None:
        self._connection.close()

    def rows(self, query: str, *values: object) -> Iterator[Any]:
        return self._connection.execute(query, values)

    def one(self, query: str, *values: object) -> Any:
        """The first row, or None."""
        return self._connection.execute(query, values).fetchone()

    def text(self, query: str, *values: object) -> str | None:
        row = self.one(query, *values)
        return row[0] if row else None

    def number(self, query: str, *values: object) -> int:
        return int(self.one(query, *values)[0])


def whole(route: str) -> str:
    """A route as it was put in. Raises DamageError.

    The checksum of a page of zeros is zero too, so zeros may be read in the place of what a long
    row has on further pages. The end of an article's row is its route.
    """
    if route.endswith("\0"):
        raise DamageError("an article is damaged")
    return route


def card_of(row: Sequence[Any]) -> Card:
    """A card from the columns of ``CARD``. Raises DamageError."""
    route, title, dek, date, byline, lang, withdrawn = row
    return Card(
        whole(route), title, dek, Date(date) if date else None, byline, lang, withdrawn == 1
    )


def listed_of(row: tuple[Any, ...]) -> ListedArticle:
    """An article from its record and the columns of ``CARD``."""
    return ListedArticle(article_from_json(row[0]), card_of(row[1:]))


def sort_key(date: Date | None, path: str) -> str:
    """The place of an article in every listing; see ``schema.py``."""
    return f"{date or ''}\t{path}"


def date_of(sort: str | None) -> Date | None:
    """The date that opens a place in the order."""
    date = sort.partition("\t")[0] if sort else ""
    return Date(date) if date else None


def path_of(sort: str) -> str:
    """The path that ends a place in the order."""
    return sort.partition("\t")[2]


def range_of(period: str) -> tuple[str, str]:
    """Bounds of ``sort`` for a period; an empty one stands for the undated articles."""
    return (period, f"{period}~") if period else ("\t", "\n")

"""Questions about single articles and pictures."""

from __future__ import annotations

from collections.abc import Iterator

from newsarc.catalog.queries.rows import (
    CARD,
    Ask,
    ListedArticle,
    card_of,
    listed_of,
)
from newsarc.model import Card


class ArticleQueries:
    """Questions about single articles and pictures."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def paths(self) -> Iterator[str]:
        """Paths of all listed articles, oldest first."""
        return (path for (path,) in self._ask.rows("SELECT path FROM article ORDER BY sort"))

    def routes(self) -> Iterator[str]:
        return (route for (route,) in self._ask.rows("SELECT route FROM article"))

    def get(self, path: str) -> ListedArticle:
        """The article read from a source. Raises KeyError if none is."""
        row = self._ask.one(f"SELECT record, {CARD} FROM article WHERE path = ?", path)
        if row is None:
            raise KeyError(path)
        return listed_of(row)

    def count(self) -> int:
        return self._ask.number("SELECT count(*) FROM article")

    def neighbour(self, sort: str, *, newer: bool) -> Card | None:
        """The nearest dated article before or after a place in the order."""
        compare, order = (">", "ASC") if newer else ("<", "DESC")
        rows = self._ask.rows(
            f"SELECT {CARD} FROM article WHERE sort {compare} ? AND date IS NOT NULL"
            f" ORDER BY sort {order} LIMIT 1",
            sort,
        )
        return next(map(card_of, rows), None)

    def newest(self, count: int) -> tuple[ListedArticle, ...]:
        """The newest dated articles, newest first."""
        rows = self._ask.rows(
            f"SELECT record, {CARD} FROM article WHERE date IS NOT NULL ORDER BY sort DESC LIMIT ?",
            count,
        )
        return tuple(map(listed_of, rows))

    def references(self, path: str) -> tuple[str, ...]:
        """The local targets of links and pictures in the body of the article read from a path."""
        rows = self._ask.rows(
            "SELECT target FROM reference JOIN article ON article.id = reference.article"
            " WHERE path = ? ORDER BY target",
            path,
        )
        return tuple(target for (target,) in rows)

    def route_of_source(self, path: str) -> str | None:
        """The route of the article read from a path."""
        return self._ask.text("SELECT route FROM article WHERE path = ?", path)

    def route_of_name(self, name: str) -> str | None:
        """The route of the article whose file has this name, where there is one such only."""
        routes = [
            route for (route,) in self._ask.rows("SELECT route FROM article WHERE name = ?", name)
        ]
        return routes[0] if len(routes) == 1 else None

    def route_of_image(self, path: str) -> str | None:
        return self._ask.text("SELECT route FROM image WHERE path = ?", path)

    def images(self) -> Iterator[tuple[str, str, str]]:
        """Pictures: route, path of one source of it, digest."""
        return self._ask.rows(
            "SELECT route, min(path), digest FROM image GROUP BY route ORDER BY route"
        )

"""Questions about single articles and pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from newsarc.catalog.entries import ArticleEntry, KnownArticle, TermEntry
from newsarc.catalog.queries.rows import (
    CARD,
    Ask,
    ListedArticle,
    card_of,
    listed_of,
    range_of,
    whole,
)
from newsarc.catalog.records import article_from_json
from newsarc.model import Card, Size, Taxonomy


class ArticleQueries:
    """Questions about single articles and pictures."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def paths_of(self, period: str) -> Iterator[str]:
        """Paths of a period's articles, oldest first; an empty one stands for the undated."""
        rows = self._ask.rows(
            "SELECT path FROM article WHERE sort >= ? AND sort < ? ORDER BY sort", *range_of(period)
        )
        return (path for (path,) in rows)

    def routes(self) -> Iterator[str]:
        return (route for (route,) in self._ask.rows("SELECT route FROM article"))

    def get(self, path: str) -> ListedArticle:
        """The article read from a source. Raises KeyError if none is."""
        row = self._ask.one(
            f"SELECT json, {CARD} FROM article JOIN record ON record.article = id WHERE path = ?",
            path,
        )
        if row is None:
            raise KeyError(path)
        return listed_of(row)

    def count(self) -> int:
        # Every article has a year, or no date. Counting them all would read an index of all.
        return self._ask.number(
            "SELECT coalesce(sum(articles), 0) FROM period WHERE length IN (0, 4)"
        )

    def sharing_ids(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Ids that more than one article gives as its own, each with the paths of these."""
        rows = self._ask.rows(
            "SELECT own_id, path FROM article WHERE own_id IN"
            " (SELECT own_id FROM article WHERE own_id IS NOT NULL"
            "  GROUP BY own_id HAVING count(*) > 1) ORDER BY own_id, path"
        )
        for own_id, same in groupby(rows, itemgetter(0)):
            yield own_id, tuple(path for _, path in same)

    def neighbour(self, sort: str, *, newer: bool) -> Card | None:
        """The nearest dated article before or after a place in the order."""
        compare, order = (">", "ASC") if newer else ("<", "DESC")
        rows = self._ask.rows(
            f"SELECT {CARD} FROM article WHERE sort {compare} ? AND sort >= '0'"
            f" ORDER BY sort {order} LIMIT 1",
            sort,
        )
        return next(map(card_of, rows), None)

    def cards(self, numbers: Sequence[int]) -> dict[int, Card]:
        """The cards of articles, by their numbers in the catalog."""
        marks = ", ".join("?" * len(numbers))
        rows = self._ask.rows(f"SELECT id, {CARD} FROM article WHERE id IN ({marks})", *numbers)
        return {number: card_of(row) for number, *row in rows}

    def newest_paths(self, count: int) -> tuple[str, ...]:
        """Paths of the newest dated articles, newest first."""
        rows = self._ask.rows(
            "SELECT path FROM article WHERE sort >= '0' ORDER BY sort DESC LIMIT ?", count
        )
        return tuple(path for (path,) in rows)

    def references(self, path: str) -> tuple[str, ...]:
        """The local targets of links and pictures in the body of the article read from a path."""
        rows = self._ask.rows(
            "SELECT target FROM reference JOIN article ON article.id = reference.article"
            " WHERE path = ? AND in_body ORDER BY target",
            path,
        )
        return tuple(target for (target,) in rows)

    def known(self, path: str) -> KnownArticle | None:
        """All that the catalog knows of the article read from a path; None if none was."""
        row = self._ask.one(
            "SELECT id, json, address, title, dek, byline, lang, withdrawn, own_address, route"
            " FROM article JOIN record ON record.article = id WHERE path = ?",
            path,
        )
        if row is None:
            return None
        number, record, address, title, dek, byline, lang, withdrawn, own_address, route = row
        article = article_from_json(record)
        terms = self._ask.rows(
            "SELECT taxonomy, key, label FROM article_term WHERE article = ?"
            " ORDER BY taxonomy, key",
            number,
        )
        entry = ArticleEntry(
            article=article,
            card=Card(address, title, dek, article.date, byline, lang, withdrawn == 1),
            own_address=own_address,
            terms=tuple(TermEntry(Taxonomy(taxonomy), *term) for taxonomy, *term in terms),
            aliases=self._texts("SELECT route FROM alias WHERE article = ?", number),
            references=self._texts("SELECT target FROM reference WHERE article = ?", number),
        )
        return KnownArticle(entry, route)

    def _texts(self, query: str, *values: object) -> tuple[str, ...]:
        return tuple(sorted(text for (text,) in self._ask.rows(query, *values)))

    def beside(self, sort: str) -> tuple[str, ...]:
        """Paths of the nearest dated articles before and after a place in the order."""
        older = "SELECT path FROM article WHERE sort < ? AND sort >= '0' ORDER BY sort DESC LIMIT 1"
        newer = "SELECT path FROM article WHERE sort > ? AND sort >= '0' ORDER BY sort LIMIT 1"
        return (*self._texts(older, sort), *self._texts(newer, sort))

    def links_named(self, name: str) -> tuple[tuple[str, str], ...]:
        """Links that may lead to a file of a name: path of the article, the link as written."""
        rows = self._ask.rows(
            "SELECT path, target FROM reference JOIN article ON article.id = reference.article"
            " WHERE reference.name = ? ORDER BY path, target",
            name,
        )
        return tuple(rows)

    def count_of_name(self, name: str) -> int:
        """How many articles were read from files of a name."""
        return self._ask.number("SELECT count(*) FROM article WHERE name = ?", name)

    def image_routes(self, paths: Iterable[str]) -> dict[str, str]:
        """Routes of pictures, by path; of those that are known."""
        found = ((path, self.route_of_image(path)) for path in paths)
        return {path: route for path, route in found if route is not None}

    def image_at(self, route: str) -> tuple[str, str] | None:
        """One source of the picture at a route, and its digest."""
        row = self._ask.one("SELECT min(path), digest FROM image WHERE route = ?", route)
        return (row[0], row[1]) if row and row[0] is not None else None

    def route_of_source(self, path: str) -> str | None:
        """The route of the article read from a path."""
        route = self._ask.text("SELECT route FROM article WHERE path = ?", path)
        return route and whole(route)

    def route_of_name(self, name: str) -> str | None:
        """The route of the article whose file has this name, where there is one such only."""
        routes = [
            route for (route,) in self._ask.rows("SELECT route FROM article WHERE name = ?", name)
        ]
        return routes[0] if len(routes) == 1 else None

    def route_of_image(self, path: str) -> str | None:
        return self._ask.text("SELECT route FROM image WHERE path = ?", path)

    def image_size(self, route: str) -> Size | None:
        """The size of the picture at a route; None where it is not known, or there is no such."""
        row = self._ask.one("SELECT width, height FROM image WHERE route = ? LIMIT 1", route)
        return Size(*row) if row and row[0] else None

    def images(self) -> Iterator[tuple[str, str, str]]:
        """Pictures: route, path of one source of it, digest."""
        return self._ask.rows(
            "SELECT route, min(path), digest FROM image GROUP BY route ORDER BY route"
        )

"""Questions about terms, their periods and their articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from sys import intern

from newsarc.catalog.queries.rows import (
    LISTED_CARD,
    Ask,
    PeriodTotal,
    Place,
    SharedTerm,
    TermTotal,
    Window,
    card_of,
    date_of,
    path_of,
    range_of,
)
from newsarc.model import Card, Date, Taxonomy


class TermQueries:
    """Questions about terms, their periods and their articles."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def all(self, taxonomy: Taxonomy) -> Iterator[TermTotal]:
        """All terms, by key."""
        rows = self._ask.rows(
            "SELECT key, label, articles FROM term WHERE taxonomy = ? ORDER BY key", taxonomy
        )
        return (TermTotal(*row) for row in rows)

    def leading(self, taxonomy: Taxonomy, count: int) -> tuple[TermTotal, ...]:
        """The terms with most articles."""
        rows = self._ask.rows(
            "SELECT key, label, articles FROM term WHERE taxonomy = ?"
            " ORDER BY articles DESC, key LIMIT ?",
            taxonomy,
            count,
        )
        return tuple(TermTotal(*row) for row in rows)

    def leading_of_year(self, taxonomy: Taxonomy, year: str, count: int) -> tuple[TermTotal, ...]:
        """The terms with most articles in a year, with their numbers of that year."""
        rows = self._ask.rows(
            "SELECT key, label, term_year.articles FROM term_year JOIN term USING (taxonomy, key)"
            " WHERE year = ? AND taxonomy = ? ORDER BY term_year.articles DESC, key LIMIT ?",
            year,
            taxonomy,
            count,
        )
        return tuple(TermTotal(*row) for row in rows)

    def get(self, taxonomy: Taxonomy, key: str) -> TermTotal:
        """One term. Raises KeyError if no article has it."""
        row = self._ask.one(
            "SELECT key, label, articles FROM term WHERE taxonomy = ? AND key = ?", taxonomy, key
        )
        if row is None:
            raise KeyError(key)
        return TermTotal(*row)

    def total(self, taxonomy: Taxonomy, key: str) -> int:
        """How many articles a term has; 0 if there is no such term."""
        query = "SELECT articles FROM term WHERE taxonomy = ? AND key = ?"
        row = self._ask.one(query, taxonomy, key)
        return row[0] if row else 0

    def label(self, taxonomy: Taxonomy, key: str) -> str:
        """The form of a term most used."""
        return self.get(taxonomy, key).label

    def years(self, taxonomy: Taxonomy, key: str) -> tuple[PeriodTotal, ...]:
        """Years with articles of a term, oldest first; an empty one first for the undated."""
        rows = self._ask.rows(
            "SELECT year, articles FROM term_year WHERE taxonomy = ? AND key = ? ORDER BY year",
            taxonomy,
            key,
        )
        # A few dozen years, which thousands of terms remember.
        return tuple(PeriodTotal(intern(year), articles) for year, articles in rows)

    def of_year(self, taxonomy: Taxonomy, year: str) -> Iterator[tuple[str, int]]:
        """The terms of a year, or of undated articles, by key, with their articles of that year."""
        return self._ask.rows(
            "SELECT key, articles FROM term_year WHERE year = ? AND taxonomy = ? ORDER BY key",
            year,
            taxonomy,
        )

    def periods(
        self, taxonomy: Taxonomy, key: str, within: str, length: int
    ) -> tuple[PeriodTotal, ...]:
        """The shorter periods with articles of a term inside a longer one, oldest first.

        Articles whose date is too coarse count under the longer period itself.
        """
        rows = self._ask.rows(
            "SELECT substr(date, 1, ?) AS period, count(*) FROM (SELECT"
            " substr(sort, 1, instr(sort, char(9)) - 1) AS date FROM article_term"
            " WHERE taxonomy = ? AND key = ? AND sort >= ? AND sort < ?)"
            " GROUP BY period ORDER BY period",
            length,
            taxonomy,
            key,
            *range_of(within),
        )
        return tuple(PeriodTotal(*row) for row in rows)

    def count(self, taxonomy: Taxonomy, key: str, period: str) -> int:
        """How many articles of a term a period has."""
        return self._ask.number(
            "SELECT count(*) FROM article_term"
            " WHERE taxonomy = ? AND key = ? AND sort >= ? AND sort < ?",
            taxonomy,
            key,
            *range_of(period),
        )

    def neighbour_period(
        self, taxonomy: Taxonomy, key: str, period: str, *, later: bool
    ) -> str | None:
        """The nearest period of the same length with articles of a term."""
        compare, order, bound = (">=", "ASC", f"{period}~") if later else ("<", "DESC", period)
        return self._ask.text(
            "SELECT substr(sort, 1, ?) FROM article_term WHERE taxonomy = ? AND key = ?"
            f" AND sort {compare} ? AND instr(sort, char(9)) > ? ORDER BY sort {order} LIMIT 1",
            len(period),
            taxonomy,
            key,
            bound,
            len(period),
        )

    def cards(self, taxonomy: Taxonomy, key: str, period: str) -> Iterator[Card]:
        """A term's articles of a period, oldest first."""
        return self._cards(taxonomy, key, *range_of(period))

    def cards_known_to(self, taxonomy: Taxonomy, key: str, period: str) -> tuple[Card, ...]:
        """A term's articles whose date is known to this period and no shorter one."""
        return tuple(self._cards(taxonomy, key, f"{period}\t", f"{period}\n"))

    def _cards(self, taxonomy: Taxonomy, key: str, start: str, end: str) -> Iterator[Card]:
        rows = self._ask.rows(
            f"SELECT {LISTED_CARD} FROM article_term"
            " JOIN article ON article.id = article_term.article"
            " WHERE taxonomy = ? AND key = ? AND article_term.sort >= ? AND article_term.sort < ?"
            " ORDER BY article_term.sort",
            taxonomy,
            key,
            start,
            end,
        )
        return map(card_of, rows)

    def dates(self, taxonomy: Taxonomy, key: str) -> tuple[Date | None, Date | None]:
        """The first and the last date of a term's dated articles."""
        # Each by itself is one step in an index.
        query = "SELECT {}(sort) FROM article_term WHERE taxonomy = ? AND key = ? AND sort >= '0'"
        first = self._ask.text(query.format("min"), taxonomy, key)
        last = self._ask.text(query.format("max"), taxonomy, key)
        return date_of(first), date_of(last)

    def paths(self, taxonomy: Taxonomy, key: str) -> Iterator[str]:
        """Paths of a term's articles, oldest first."""
        rows = self._ask.rows(
            "SELECT path FROM article_term JOIN article ON article.id = article_term.article"
            " WHERE taxonomy = ? AND key = ? ORDER BY article_term.sort",
            taxonomy,
            key,
        )
        return (path for (path,) in rows)

    def around(self, taxonomy: Taxonomy, key: str, sort: str, count: int) -> Window:
        """A term's dated articles nearest to a place in the order, ``count`` on each side."""
        query = (
            "SELECT sort, article FROM article_term WHERE taxonomy = ? AND key = ?"
            " AND sort >= '0' AND sort {} ? ORDER BY sort {} LIMIT ?"
        )
        before = self._ask.rows(query.format("<", "DESC"), taxonomy, key, sort, count)
        after = self._ask.rows(query.format(">", "ASC"), taxonomy, key, sort, count)
        return Window(
            tuple(Place(*row) for row in before)[::-1], tuple(Place(*row) for row in after)
        )

    def tags_shared(
        self, taxonomy: Taxonomy, key: str, newest: int, least: int
    ) -> tuple[SharedTerm, ...]:
        """Tags that at least so many of a term's newest articles have, by key; not the term."""
        rows = self._ask.rows(
            "SELECT key, label, articles, shared"
            " FROM (SELECT other.key AS other, count(*) AS shared"
            " FROM (SELECT article FROM article_term WHERE taxonomy = ? AND key = ?"
            " ORDER BY sort DESC LIMIT ?) AS mine"
            " CROSS JOIN article_term AS other ON other.article = mine.article"
            " WHERE other.taxonomy = ? AND other.key != ?"
            " GROUP BY other.key HAVING count(*) >= ?)"
            " JOIN term ON term.taxonomy = ? AND term.key = other ORDER BY key",
            *(taxonomy, key, newest),
            # No key is empty, so that of another taxonomy's term no tag is left out.
            *(Taxonomy.TAG, key if taxonomy is Taxonomy.TAG else "", least),
            Taxonomy.TAG,
        )
        return tuple(SharedTerm(*row) for row in rows)

    def terms_shared(self, taxonomy: Taxonomy, key: str) -> tuple[tuple[str, str], ...]:
        """The terms, as taxonomy and key, of all articles that have a term."""
        rows = self._ask.rows(
            "SELECT DISTINCT other.taxonomy, other.key FROM article_term AS mine"
            " JOIN article_term AS other ON other.article = mine.article"
            " WHERE mine.taxonomy = ? AND mine.key = ? ORDER BY 1, 2",
            taxonomy,
            key,
        )
        return tuple(rows)

    def months(self, taxonomy: Taxonomy, key: str) -> tuple[PeriodTotal, ...]:
        """The months with articles of a term, oldest first."""
        rows = self._ask.rows(
            "SELECT substr(sort, 1, 7) AS month, count(*) FROM article_term"
            " WHERE taxonomy = ? AND key = ? AND sort >= '0' AND instr(sort, char(9)) > 7"
            " GROUP BY month ORDER BY month",
            taxonomy,
            key,
        )
        return tuple(PeriodTotal(*row) for row in rows)

    def by_month(self, taxonomy: Taxonomy, year: str) -> Iterator[tuple[str, str, int]]:
        """The terms of a year's articles: month, key, number of articles."""
        return self._ask.rows(
            "SELECT substr(article.sort, 1, 7), key, count(*)"
            # CROSS: article by article, where SQLite would go through all terms of all years.
            " FROM article CROSS JOIN article_term ON article_term.article = article.id"
            " WHERE article.sort >= ? AND article.sort < ? AND instr(article.sort, char(9)) > 7"
            " AND taxonomy = ? GROUP BY 1, 2 ORDER BY 1, 2",
            *range_of(year),
            taxonomy,
        )

    def labels(self, terms: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
        """The forms most used of terms, given as taxonomy and key; of those that have articles."""
        found = (
            (term, self._ask.text("SELECT label FROM term WHERE taxonomy = ? AND key = ?", *term))
            for term in terms
        )
        return {term: label for term, label in found if label is not None}

    def newest(self, taxonomy: Taxonomy, key: str, count: int) -> tuple[Card, ...]:
        """A term's newest articles, newest first, undated ones last."""
        rows = self._ask.rows(
            f"SELECT {LISTED_CARD} FROM article_term"
            " JOIN article ON article.id = article_term.article"
            " WHERE taxonomy = ? AND key = ? ORDER BY article_term.sort DESC LIMIT ?",
            taxonomy,
            key,
            count,
        )
        return tuple(map(card_of, rows))

    def newest_paths(self, taxonomy: Taxonomy, key: str, count: int) -> tuple[str, ...]:
        """Paths of a term's newest articles, newest first, undated ones last."""
        rows = self._ask.rows(
            "SELECT sort FROM article_term WHERE taxonomy = ? AND key = ?"
            " ORDER BY sort DESC LIMIT ?",
            taxonomy,
            key,
            count,
        )
        return tuple(path_of(sort) for (sort,) in rows)

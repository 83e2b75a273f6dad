"""The read side of the catalog: every question that a page asks, by key.

Listings come in the order of ``sort`` (date, then path), oldest first, or newest first where the
name says so. Nothing here reads a whole table into memory but where its answer is one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Self

import apsw

from newsarc.catalog.connecting import opened_for_reading
from newsarc.catalog.entries import Written
from newsarc.catalog.queries.addresses import AddressQueries
from newsarc.catalog.queries.articles import ArticleQueries
from newsarc.catalog.queries.periods import PeriodQueries
from newsarc.catalog.queries.remembering_articles import RememberingArticleQueries
from newsarc.catalog.queries.remembering_terms import RememberingTermQueries
from newsarc.catalog.queries.rows import Ask
from newsarc.catalog.queries.terms import TermQueries


class CatalogReader:
    """The catalog, opened for reading; it sees the last commit.

    It remembers some of what it was asked: open another where articles may have changed.
    """

    def __init__(self, file: Path) -> None:
        ask = Ask(opened_for_reading(file))
        articles = RememberingArticleQueries(ask)
        self._connect(ask, articles, RememberingTermQueries(ask, articles.cards))

    @classmethod
    def of(cls, connection: apsw.Connection) -> Self:
        """A reader that shares the connection of a writer, and sees what it has not committed."""
        reader = cls.__new__(cls)
        ask = Ask(connection)
        reader._connect(ask, ArticleQueries(ask), TermQueries(ask))  # noqa: SLF001 - its own
        return reader

    def _connect(self, ask: Ask, articles: ArticleQueries, terms: TermQueries) -> None:
        self._ask = ask
        self.articles = articles
        self.addresses = AddressQueries(ask)
        self.periods = PeriodQueries(ask)
        self.terms = terms

    def close(self) -> None:
        self._ask.close()

    def written(self, route: str) -> Written | None:
        """The ledger's line of a file."""
        row = self._ask.one(
            "SELECT route, digest, size, modified, key, view FROM ledger WHERE route = ?", route
        )
        return Written(*row) if row else None

    def has_written_below(self, route: str) -> bool:
        """Whether the ledger has files in a folder of that name."""
        # "0" is the character after "/".
        query = "SELECT 1 FROM ledger WHERE route > ? AND route < ? LIMIT 1"
        return self._ask.one(query, f"{route}/", f"{route}0") is not None

"""Questions that many pages ask alike, or in an order, answered from memory after the first time.

For a catalog whose articles stay as they are meanwhile, as they do while pages are made of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache

from newsarc.catalog.queries.articles import ArticleQueries
from newsarc.catalog.queries.rows import CARD, Ask, PeriodTotal, TermTotal, card_of
from newsarc.catalog.queries.terms import TermQueries
from newsarc.model import Card, Taxonomy

_TERMS = 20_000  # 6 MB; articles ask for a few each
_YEARS = 256  # 1 MB; pages come in the order of their terms
_YEAR = len("2020")
_RUN = 66  # the articles of a batch, and the ones beside them


class RememberingTermQueries(TermQueries):
    """Remembers terms and their years, from which follow the numbers and neighbours of years."""

    def __init__(self, ask: Ask) -> None:
        super().__init__(ask)
        self._get = lru_cache(_TERMS)(super().get)
        self._years = lru_cache(_YEARS)(super().years)

    def get(self, taxonomy: Taxonomy, key: str) -> TermTotal:
        return self._get(taxonomy, key)

    def years(self, taxonomy: Taxonomy, key: str) -> tuple[PeriodTotal, ...]:
        return self._years(taxonomy, key)

    def count(self, taxonomy: Taxonomy, key: str, period: str) -> int:
        if len(period) not in (0, _YEAR):
            return super().count(taxonomy, key, period)
        years = self._years(taxonomy, key)
        return next((year.articles for year in years if year.period == period), 0)

    def neighbour_period(
        self, taxonomy: Taxonomy, key: str, period: str, *, later: bool
    ) -> str | None:
        if len(period) != _YEAR:
            return super().neighbour_period(taxonomy, key, period, later=later)
        years = [year.period for year in self._years(taxonomy, key) if year.period]
        place = bisect_right(years, period) if later else bisect_left(years, period) - 1
        return years[place] if 0 <= place < len(years) else None


class RememberingArticleQueries(ArticleQueries):
    """Remembers a run of articles: those planned next are asked for their neighbours in order."""

    def __init__(self, ask: Ask) -> None:
        super().__init__(ask)
        self._sorts: list[str] = []
        self._cards: list[Card] = []

    def neighbour(self, sort: str, *, newer: bool) -> Card | None:
        if sort < "0":  # an article without a date is in no such order
            return super().neighbour(sort, newer=newer)
        place = self._place(sort, newer=newer)
        if place is None:
            self._load(sort)
            place = self._place(sort, newer=newer)
        return super().neighbour(sort, newer=newer) if place is None else self._cards[place]

    def _place(self, sort: str, *, newer: bool) -> int | None:
        """Where in the run the neighbour of an article in the run is; None if it is not."""
        place = bisect_left(self._sorts, sort)
        if place == len(self._sorts) or self._sorts[place] != sort:
            return None
        place += 1 if newer else -1
        return place if 0 <= place < len(self._sorts) else None

    def _load(self, sort: str) -> None:
        older = self._ask.text("SELECT max(sort) FROM article WHERE sort < ? AND sort >= '0'", sort)
        rows = list(
            self._ask.rows(
                f"SELECT sort, {CARD} FROM article WHERE sort >= ? ORDER BY sort LIMIT ?",
                older or sort,
                _RUN,
            )
        )
        self._sorts = [row[0] for row in rows]
        self._cards = [card_of(row[1:]) for row in rows]

"""Questions about terms that many pages ask alike, answered from memory after the first time.

For a catalog whose articles stay as they are meanwhile, as they do while pages are made of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache

from newsarc.catalog.queries.rows import Ask, PeriodTotal, TermTotal
from newsarc.catalog.queries.terms import TermQueries
from newsarc.model import Taxonomy

_TERMS = 20_000  # about 10 MB; pages come in the order of their terms, articles ask for a few each
_YEAR = len("2020")


class RememberingTermQueries(TermQueries):
    """Remembers terms and their years, from which follow the numbers and neighbours of years."""

    def __init__(self, ask: Ask) -> None:
        super().__init__(ask)
        self._get = lru_cache(_TERMS)(super().get)
        self._years = lru_cache(_TERMS)(super().years)

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

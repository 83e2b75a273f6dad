"""Questions about terms that many pages ask alike, or in an order, answered from memory.

For a catalog whose articles stay as they are meanwhile, as they do while pages are made of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsarc.catalog.queries.rows import (
    Ask,
    PeriodTotal,
    Place,
    TermTotal,
    Window,
    range_of,
)
from newsarc.catalog.queries.terms import TermQueries
from newsarc.model import Card, Taxonomy

_TERMS = 20_000  # 6 MB; articles ask for a few each
_YEARS = 4_000  # 5 MB; the pages of all terms of a year come before those of the next
_YEAR = len("2020")
_RUN_OF_TERM = 24  # a tag that most articles have is asked for three times in a batch
_RUNS = 4_000  # 20 MB


class RememberingTermQueries(TermQueries):
    """Remembers terms and their years, from which follow the numbers and neighbours of years."""

    def __init__(self, ask: Ask, cards: Callable[[Sequence[int]], Mapping[int, Card]]) -> None:
        """``cards`` gives those of articles by their numbers, as far as it can from memory."""
        super().__init__(ask)
        self._cards_of = cards
        self._get = lru_cache(_TERMS)(super().get)
        self._years = lru_cache(_YEARS)(super().years)
        self._runs: dict[tuple[str, str], _Run] = {}

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

    def cards(self, taxonomy: Taxonomy, key: str, period: str) -> Iterator[Card]:
        rows = self._ask.rows(
            "SELECT article FROM article_term"
            " WHERE taxonomy = ? AND key = ? AND sort >= ? AND sort < ? ORDER BY sort",
            taxonomy,
            key,
            *range_of(period),
        )
        numbers = [number for (number,) in rows]
        return map(self._cards_of(numbers).__getitem__, numbers)

    def around(self, taxonomy: Taxonomy, key: str, sort: str, count: int) -> Window:
        run = self._runs.get((taxonomy, key))
        window = run and run.around(sort, count)
        if window:
            return window
        if len(self._runs) == _RUNS:
            self._runs.clear()
        run = self._runs[taxonomy, key] = self._load(taxonomy, key, sort, count)
        return run.around(sort, count) or super().around(taxonomy, key, sort, count)

    def _load(self, taxonomy: Taxonomy, key: str, sort: str, count: int) -> _Run:
        """The run of a term that begins with the window of an article."""
        rows = self._ask.rows(
            "SELECT * FROM (SELECT sort, article FROM article_term WHERE taxonomy = ? AND key = ?"
            " AND sort >= '0' AND sort < ? ORDER BY sort DESC LIMIT ?)"
            " UNION ALL SELECT * FROM (SELECT sort, article FROM article_term WHERE taxonomy = ?"
            " AND key = ? AND sort >= ? ORDER BY sort LIMIT ?)",
            *(taxonomy, key, sort, count),
            *(taxonomy, key, sort, _RUN_OF_TERM),
        )
        places = tuple(sorted(map(Place._make, rows)))
        place = bisect_left(places, (sort,))
        return _Run(places, first=place < count, last=len(places) - place < _RUN_OF_TERM)


@dataclass(frozen=True, slots=True)
class _Run:
    """Some of a term's dated articles that follow each other."""

    places: tuple[Place, ...]
    first: bool
    """Whether it begins with the term's first article."""
    last: bool
    """Whether it ends with the term's last article."""

    def around(self, sort: str, count: int) -> Window | None:
        """The window of an article in the run; None where it does not lie in the run."""
        places = self.places
        place = bisect_left(places, (sort,))
        if place == len(places) or places[place].sort != sort:
            return None
        if (place < count and not self.first) or (place + count >= len(places) and not self.last):
            return None
        return Window(places[max(place - count, 0) : place], places[place + 1 : place + 1 + count])

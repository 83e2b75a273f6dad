"""Neighbours of years, months and days that are new or gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newsarc.catalog.queries import CatalogReader
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.plan.periods import DAY, KIND_OF_LENGTH
from newsarc.site.stale.changes import Changes


def stale_periods(changes: Changes, catalog: CatalogReader) -> Iterator[tuple[PageKey, str]]:
    """The pages of periods that lead to one that is new, or led to one that is gone."""
    for period, more in changes.articles_more().items():
        now = catalog.periods.count(period)
        if not period or (now > 0) == (now - more > 0):
            continue
        reason = f"its neighbour {period} is {'new' if now else 'gone'}"
        for later in (False, True):
            neighbour = catalog.periods.neighbour(period, later=later)
            if neighbour is not None:
                yield PageKey(KIND_OF_LENGTH[len(period)], period=neighbour), reason
    yield from _stale_days_of_year(changes, catalog)


def _stale_days_of_year(changes: Changes, catalog: CatalogReader) -> Iterator[tuple[PageKey, str]]:
    """The same for the days of all years: 10-12 leads to 10-13 if any year has articles of it."""
    days: Counter[str] = Counter()
    for period, more in changes.articles_more().items():
        if len(period) == DAY:
            days[period[5:]] += more
    for day, more in days.items():
        now = catalog.periods.count_of_day_of_year(day)
        if (now > 0) == (now - more > 0):
            continue
        reason = f"its neighbour {day} is {'new' if now else 'gone'}"
        for later in (False, True):
            neighbour = catalog.periods.day_of_year_beside(day, later=later)
            if neighbour is not None:
                yield PageKey(PageKind.ON_THIS_DAY, period=neighbour), reason

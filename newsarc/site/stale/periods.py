"""Neighbours of years, months and days that are new or gone."""

from __future__ import annotations

from collections.abc import Iterator

from newsarc.catalog.queries import CatalogReader
from newsarc.site.keys import PageKey
from newsarc.site.plan.periods import KIND_OF_LENGTH
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

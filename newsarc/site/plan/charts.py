"""Planning charts: how many articles each period has, those without any too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product
from typing import TypeAlias

from newsarc.site.view_parts import PeriodCount

RouteOf: TypeAlias = Callable[[str], str]
"""The route of a period that has articles."""


def by_month(
    totals: Mapping[str, int], first: str, last: str, route_of: RouteOf
) -> tuple[PeriodCount, ...]:
    """All months of the years from the first to the last, oldest first."""
    years = range(int(first), int(last) + 1)
    return tuple(
        _count(f"{year:04}-{month:02}", totals, route_of)
        for year, month in product(years, range(1, 13))
    )


def by_year(totals: Mapping[str, int], route_of: RouteOf) -> tuple[PeriodCount, ...]:
    """All years from the first to the last that has articles, oldest first."""
    years = range(int(min(totals)), int(max(totals)) + 1)
    return tuple(_count(f"{year:04}", totals, route_of) for year in years)


def _count(period: str, totals: Mapping[str, int], route_of: RouteOf) -> PeriodCount:
    articles = totals.get(period, 0)
    return PeriodCount(period, route_of(period) if articles else None, articles)

"""Planning charts: how many articles each period has, those without any too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product
from typing import TypeAlias

from newsarc.site.view_parts import PeriodCount

RouteOf: TypeAlias = Callable[[str], str]
"""The route of a period that has articles."""

_MOST_YEARS = 200
"""Years from the first to the last: where they are more, a date is mistaken, most likely."""


def by_year(totals: Mapping[str, int], route_of: RouteOf) -> tuple[PeriodCount, ...]:
    """All years from the first to the last that has articles, oldest first.

    Empty where they are more than 200, or none.
    """
    if not totals:
        return ()
    years = range(int(min(totals)), int(max(totals)) + 1)
    if len(years) > _MOST_YEARS:
        return ()
    return tuple(_count(f"{year:04}", totals, route_of) for year in years)


def chart(
    years: tuple[PeriodCount, ...],
    months: Callable[[], Mapping[str, int]],
    most_by_month: int,
    route_of: RouteOf,
) -> tuple[PeriodCount, ...]:
    """The months of years, oldest first; the years where they are too many or no month is known.

    ``months`` gives the numbers of months, if they are needed.
    """
    if not 0 < len(years) <= most_by_month:
        return years
    totals = months()
    return (
        tuple(
            _count(f"{year.period}-{month:02}", totals, route_of)
            for year, month in product(years, range(1, 13))
        )
        if totals
        else years
    )


def _count(period: str, totals: Mapping[str, int], route_of: RouteOf) -> PeriodCount:
    articles = totals.get(period, 0)
    return PeriodCount(period, route_of(period) if articles else None, articles)

"""Charts: how tall the bars are, and which years are written below them.

The space of a chart is as many units wide as it has periods, and 100 units high; it is stretched to
the width of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsarc.site.views import PeriodCount

_LEAST = 2
"""A bar that can still be seen."""
_MOST_LABELS = 10
"""Years below a chart: as many as a phone's width has room for."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: its number from the left, and its height in hundredths of the highest."""

    place: int
    height: int
    period: PeriodCount


def bars(periods: Sequence[PeriodCount]) -> Iterator[Bar]:
    """The bars of the periods that have articles."""
    largest = max((period.articles for period in periods), default=1)
    for place, period in enumerate(periods):
        if period.articles:
            yield Bar(place, max(_LEAST, round(100 * period.articles / largest)), period)


def year_labels(periods: Sequence[PeriodCount]) -> list[str]:
    """What is written below each year of a chart: the year, or nothing where there are too many."""
    years = list(dict.fromkeys(period.period[:4] for period in periods))
    step = next(step for step in (1, 2, 5, 10, 20, 50) if len(years) <= step * _MOST_LABELS)
    return [year if int(year) % step == 0 else "" for year in years]

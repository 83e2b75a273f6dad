"""When the articles of an archive were published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from benchmarks.chance import Chance
from benchmarks.settings import ArchiveSettings

# Monday to Sunday, as far as newsrooms rest.
_WEEKDAYS = (1.0, 1.1, 1.1, 1.05, 0.95, 0.45, 0.35)
_BURST_PROBABILITY = 3 / 365


def publication_days(settings: ArchiveSettings, chance: Chance) -> Iterator[date]:
    """The day of each article, first day first: more each year, fewer at weekends, with bursts."""
    first = date(settings.first_year, 1, 1)
    cumulative = tuple(accumulate(_weights(first, date(settings.last_year, 12, 31), chance)))
    share = settings.articles / cumulative[-1]
    published = 0
    for number, weight in enumerate(cumulative):
        last_day = number == len(cumulative) - 1
        until = settings.articles if last_day else int(weight * share)
        for _ in range(until - published):
            yield first + timedelta(days=number)
        published = max(published, until)


def _weights(first: date, last: date, chance: Chance) -> Iterator[float]:
    """How much is published on each day, relative to the others."""
    days = (last - first).days + 1
    burst, left = 1.0, 0
    for number in range(days):
        if left:
            left -= 1
        elif chance.happens(_BURST_PROBABILITY):
            burst, left = 1.5 + 2.5 * chance.number(), chance.between(2, 9)
        else:
            burst = 1.0
        growth = 1.0 + 3.0 * number / days
        weekday = _WEEKDAYS[(first + timedelta(days=number)).weekday()]
        yield growth * weekday * burst * (0.7 + 0.6 * chance.number())

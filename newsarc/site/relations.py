"""Which articles are related to one, from the articles of its tags around it in time.

All is told by the few articles of each tag that are next to it (a ``Window``), so that an article
that is added or changed is seen only by the articles next to it in each of its tags. How rare a tag
is follows from the same: three articles on each side that lie years apart say more than three of
the same week.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import lru_cache
from math import log2

from newsarc.catalog.queries.rows import Place, Window

REACH = 3
"""Articles of a tag on each side of one that it may show."""
_RARE = 40_000
"""Days, about a century: what lies around an article whose tag has no more articles."""


def related(sort: str, windows: Iterable[Window], shown: Iterable[Place]) -> tuple[Place, ...]:
    """The places of related articles, the closest relation first.

    ``sort`` is the article's own place, ``windows`` those of its tags; ``shown`` are left out.
    Articles rank by the tags that they share, each worth as much as it is rare, then by nearness.
    """
    left_out = set(shown)
    day = _day_of(sort)
    scores: dict[Place, float] = {}
    for window in windows:
        places = window.before + window.after
        if left_out.issuperset(places):
            continue
        worth = _rarity(day, window)
        for place in places:
            scores[place] = scores.get(place, 0.0) + worth
    ranked = [
        (-score, abs(_day_of(place.sort) - day), place)
        for place, score in scores.items()
        if place not in left_out
    ]
    ranked.sort()
    return tuple([place for _, _, place in ranked])


def _rarity(day: int, window: Window) -> float:
    """What sharing a tag is worth: more, the longer the time that its nearest articles take."""
    before = day - _day_of(window.before[0].sort) if len(window.before) == REACH else None
    after = _day_of(window.after[-1].sort) - day if len(window.after) == REACH else None
    if before is not None and after is not None:
        days = before + after
    elif before is None and after is None:
        days = _RARE
    else:
        days = 2 * (before or after or 0)  # at either end of a tag, the other side tells
    return log2(2 + days)


@lru_cache(maxsize=4096)
def _day_of(sort: str) -> int:
    """The number of an article's day, or of the first day of its month or year."""
    date = sort.partition("\t")[0]
    return datetime.date.fromisoformat((date + "-01-01")[:10]).toordinal()

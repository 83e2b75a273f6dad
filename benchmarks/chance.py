"""Random choices that come out the same in every version of Python."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Chance:
    """A stream of random choices.

    It is made of ``random()`` alone: the sequence of that method is promised to stay as it is for
    a seed, while ``choice``, ``shuffle`` and the others may change from one Python to the next.
    """

    __slots__ = ("number",)

    def __init__(self, seed: int, stream: int) -> None:
        """Streams of one seed are independent, so that one can grow without moving the others."""
        self.number = Random(seed * 64 + stream).random

    def happens(self, probability: float) -> bool:
        return self.number() < probability

    def between(self, first: int, last: int) -> int:
        """A whole number, both ends included."""
        return first + int(self.number() * (last - first + 1))

    def pick(self, items: Sequence[Item]) -> Item:
        return items[int(self.number() * len(items))]


@dataclass(frozen=True, slots=True)
class Ranked(Generic[Item]):
    """Items of which the first are drawn most often."""

    items: Sequence[Item]
    cumulative: Sequence[float]

    def draw(self, chance: Chance) -> Item:
        place = chance.number() * self.cumulative[-1]
        # The last item is named as the end because the product may be rounded up to the total.
        return self.items[bisect(self.cumulative, place, 0, len(self.items) - 1)]

    def draw_distinct(self, count: int, chance: Chance) -> tuple[Item, ...]:
        """As many different items as asked for, fewer where too few are found."""
        drawn: dict[Item, None] = {}
        for _ in range(count * 8):
            if len(drawn) == count:
                break
            drawn[self.draw(chance)] = None
        return tuple(drawn)


def zipf(items: Sequence[Item], shift: float = 0.0) -> Ranked[Item]:
    """Rank items by the law of Zipf and Mandelbrot: the r-th weighs 1 / (r + shift)."""
    # accumulate() and not sum(), which rounds differently from Python 3.12 on.
    weights = (1.0 / (rank + shift) for rank in range(1, len(items) + 1))
    return Ranked(items, tuple(accumulate(weights)))


def zipf_with_top(items: Sequence[Item], top: float) -> Ranked[Item]:
    """Rank items such that the first is drawn with the probability ``top``, as nearly as can be."""
    low, high = 0.0, 1000.0
    for _ in range(40):
        middle = (low + high) / 2
        ranked = zipf(items, middle)
        if ranked.cumulative[0] / ranked.cumulative[-1] > top:
            low = middle
        else:
            high = middle
    return zipf(items, high)

"""Which tags stand out: beside a term, or in a period.

What two terms share by chance follows from how many articles each has. Totals are rounded to powers
of two there, so that an article more of a tag changes the pages of other terms only where it makes
the tag's total pass such a power.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log2

from newsarc.catalog.queries.rows import SharedTerm


def rounded(articles: int) -> int:
    """A number of articles as it counts for chance: the next power of two; 0 stays 0."""
    return 1 << articles.bit_length() if articles else 0


def tags_beside(
    shared: Iterable[SharedTerm], sample: int, articles: int, most: int
) -> tuple[SharedTerm, ...]:
    """The tags that articles of a term have more than twice as often as chance would have it.

    ``sample`` is how many articles of the term were looked at, ``articles`` how many there are in
    the archive. They come in the order of how much that says.
    """

    def surprise(tag: SharedTerm) -> float:
        by_chance = sample * rounded(tag.articles) / rounded(articles)
        return _surprise(tag.shared, 2 * by_chance)

    ranked = sorted(shared, key=lambda tag: (-surprise(tag), tag.key))
    return tuple(tag for tag in ranked[:most] if surprise(tag) > 0)


def tags_standing_out(
    counts: Mapping[str, Mapping[str, int]], articles: Mapping[str, int], most: int
) -> dict[str, tuple[str, ...]]:
    """The tags that periods have more often than the whole of them would let one expect.

    ``counts`` gives for each period how many articles of each tag it has, ``articles`` how many in
    all. One article alone makes no tag stand out.
    """
    of_tags: Counter[str] = Counter()
    for tags in counts.values():
        of_tags.update(tags)
    everything = sum(articles.values())
    found = {}
    for period, tags in counts.items():
        scores = {
            tag: _surprise(number, of_tags[tag] * articles[period] / everything)
            for tag, number in tags.items()
            if number > 1
        }
        ranked = sorted(scores, key=lambda tag: (-scores[tag], tag))
        found[period] = tuple(tag for tag in ranked[:most] if scores[tag] > 0)
    return found


def _surprise(number: int, expected: float) -> float:
    """How much it says that there are so many, where so many were expected; below 0 if fewer."""
    return round(number * log2(number / expected), 6)

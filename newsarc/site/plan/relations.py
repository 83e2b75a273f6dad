"""Planning what an article's page shows of others: its leading tag's timeline, related articles."""

from __future__ import annotations

from collections.abc import Sequence

from newsarc.catalog.queries import CatalogReader
from newsarc.catalog.queries.rows import Window
from newsarc.model import Card, Taxonomy
from newsarc.site.relations import REACH, related
from newsarc.site.view_parts import TermLink, Timeline

_RELATED = 4


def relations(
    sort: str,
    tags: Sequence[tuple[str, TermLink]],
    beside: Sequence[Card | None],
    catalog: CatalogReader,
) -> tuple[Timeline | None, tuple[Card, ...]]:
    """The timeline of the first of an article's tags that has other articles, and related ones.

    ``sort`` is the article's place in the order, ``tags`` are the keys of its tags with their
    links, ``beside`` the articles that its page names as previous and next.
    """
    windows = [(link, catalog.terms.around(Taxonomy.TAG, key, sort, REACH)) for key, link in tags]
    windows = [(link, window) for link, window in windows if window.before or window.after]
    if not windows:
        return None, ()
    leading, strip = windows[0]
    shown = (*strip.before, *strip.after)
    # Those beside the article are known by their cards only, and left out when these are at hand.
    others = related(sort, [window for _, window in windows], shown)[: _RELATED + len(beside)]
    cards = catalog.articles.cards([place.article for place in (*shown, *others)])
    routes = {card.route for card in beside if card is not None}
    found = (cards[place.article] for place in others)
    return _timeline(leading, strip, cards), tuple(
        card for card in found if card.route not in routes
    )[:_RELATED]


def _timeline(tag: TermLink, window: Window, cards: dict[int, Card]) -> Timeline:
    before, after = (
        tuple(cards[place.article] for place in places) for places in (window.before, window.after)
    )
    return Timeline(tag, before, after)

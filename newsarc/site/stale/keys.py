"""All keys that a change can make stale, each with the first reason found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from newsarc.catalog.queries import CatalogReader
from newsarc.config import Configuration
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.listings import listings_of
from newsarc.site.plan.sitemaps import ARTICLES_PER_PART
from newsarc.site.stale.changes import ArticleChange, Changes, happened, happened_to_term
from newsarc.site.stale.periods import stale_periods
from newsarc.site.stale.quotes import stale_quotes
from newsarc.site.stale.terms import stale_terms

_FEEDS = (PageKind.FEED, PageKind.JSON_FEED)
_COUNTING = (PageKind.TERM_INDEX, PageKind.SITEMAP_INDEX)
"""Pages that count articles, and show none."""


def stale_keys(
    changes: Changes, catalog: CatalogReader, configuration: Configuration, shown: str
) -> dict[PageKey, str]:
    """The keys of pages that may say something else than when the catalog was as before.

    ``catalog`` is the one after the change, ``shown`` what messages call the articles folder.
    """
    reasons: dict[PageKey, str] = {}
    for key, reason in chain(
        _own_pages(changes, shown),
        _listings(changes, catalog, shown),
        stale_quotes(changes, catalog, shown),
        stale_periods(changes, catalog),
        stale_terms(changes, catalog, configuration.listings.longest),
    ):
        reasons.setdefault(key, reason)
    return reasons


def _own_pages(changes: Changes, shown: str) -> Iterator[tuple[PageKey, str]]:
    for change in changes.articles:
        reason = happened(change, shown)
        yield PageKey(PageKind.ARTICLE, change.path), reason
        for side in change.sides:
            yield PageKey(PageKind.SHARED_ADDRESS, side.entry.card.route), reason
            for alias in side.entry.aliases:
                yield PageKey(PageKind.REDIRECT, alias), reason


def _listings(
    changes: Changes, catalog: CatalogReader, shown: str
) -> Iterator[tuple[PageKey, str]]:
    for change in changes.articles:
        reason = happened(change, shown)
        for key in sorted(_listings_of(change)):
            if key.kind is PageKind.SITEMAP:
                last = catalog.periods.count(key.period) + len(changes.articles)
                for part in range(1, max(1, -(-last // ARTICLES_PER_PART)) + 1):
                    yield key._replace(part=part), reason
            elif key.name:
                yield key, happened_to_term(change, key.taxonomy, key.name, shown)
            else:
                yield key, reason


def _listings_of(change: ArticleChange) -> Iterator[PageKey]:
    """The listings on which an article is seen to have changed."""
    keys = {key for entry in change.entries for key in listings_of(entry)}
    if change.is_relisted:
        return iter(keys)
    if change.is_shown_otherwise:
        return (key for key in keys if key.kind not in _COUNTING)
    # What is not on the card is in feeds only, and its last change in sitemaps.
    updated = len({entry.article.updated for entry in change.entries}) != 1
    shown = (*_FEEDS, PageKind.SITEMAP) if updated else _FEEDS
    return (key for key in keys if key.kind in shown)

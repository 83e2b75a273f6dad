"""Which pages list an article.

This is the theory of incremental builds here: what a change makes stale is the listings of the
record before and of the record after, and the pages that quote the record.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsarc.catalog.entries import ArticleEntry
from newsarc.model import Date, Taxonomy
from newsarc.site.keys import PageKey, PageKind

_FEEDS = (PageKind.FEED, PageKind.JSON_FEED)


def listings_of(entry: ArticleEntry) -> frozenset[PageKey]:
    """The keys of all pages that may list an article.

    Of a term, every period that holds the article is named, though the shorter ones have a page
    only where the longer one is cut. Sitemaps are named by their first part.
    """
    date = entry.article.date
    return frozenset(
        [
            PageKey(PageKind.FRONT),
            PageKey(PageKind.SITEMAP_INDEX),
            PageKey(PageKind.SITEMAP, period=date.year if date else ""),
            *(PageKey(kind) for kind in _FEEDS),
            *_periods(date),
            *(key for term in entry.terms for key in _of_term(term.taxonomy, term.key, date)),
        ]
    )


def _periods(date: Date | None) -> Iterator[PageKey]:
    if date is None:
        yield PageKey(PageKind.UNDATED)
        return
    kinds = (PageKind.YEAR, PageKind.MONTH, PageKind.DAY)
    for kind, period in zip(kinds, (date.year, date.month, date.day), strict=True):
        if period:
            yield PageKey(kind, period=period)
    if date.day:
        yield PageKey(PageKind.ON_THIS_DAY, period=date.day[5:])


def _of_term(taxonomy: Taxonomy, key: str, date: Date | None) -> Iterator[PageKey]:
    yield PageKey(PageKind.TERM_INDEX, taxonomy=taxonomy)
    yield PageKey(PageKind.TERM, key, taxonomy)
    for kind in _FEEDS:
        yield PageKey(kind, key, taxonomy)
    for period in (date.year, date.month, date.day) if date else ("",):
        if period is not None:
            yield PageKey(PageKind.TERM_PERIOD, key, taxonomy, period)

"""The keys of every page of the site: what a clean build asks for."""

from __future__ import annotations

from collections.abc import Iterator

from newsarc.catalog.queries import CatalogReader
from newsarc.config import Configuration
from newsarc.model import Taxonomy
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.plan.periods import KIND_OF_LENGTH
from newsarc.site.plan.sitemaps import parts_of

_ALWAYS = (
    PageKind.FRONT,
    PageKind.FEED,
    PageKind.JSON_FEED,
    PageKind.SITEMAP_INDEX,
    PageKind.ROBOTS,
    PageKind.NOT_FOUND,
)


def all_keys(catalog: CatalogReader, configuration: Configuration) -> Iterator[PageKey]:
    """Every page's key: articles first, then what lists them, the front page last."""
    for path in catalog.articles.paths():
        yield PageKey(PageKind.ARTICLE, path)
    for address in catalog.addresses.shared():
        yield PageKey(PageKind.SHARED_ADDRESS, address)
    for route in dict.fromkeys(route for route, _, _ in catalog.addresses.aliases()):
        yield PageKey(PageKind.REDIRECT, route)
    for taxonomy in Taxonomy:
        yield from _of_taxonomy(catalog, taxonomy, configuration.listings.longest)
    for length, kind in reversed(KIND_OF_LENGTH.items()):
        for total in catalog.periods.inside(length):
            yield PageKey(kind, period=total.period)
    for day in catalog.periods.days_of_year():
        yield PageKey(PageKind.ON_THIS_DAY, period=day)
    if catalog.periods.count(""):
        yield PageKey(PageKind.UNDATED)
    for year in (*(total.period for total in catalog.periods.inside(4)), ""):
        for part in range(1, parts_of(catalog, year) + 1):
            yield PageKey(PageKind.SITEMAP, period=year, part=part)
    for kind in reversed(_ALWAYS):
        yield PageKey(kind)


def _of_taxonomy(catalog: CatalogReader, taxonomy: Taxonomy, longest: int) -> Iterator[PageKey]:
    for term in catalog.terms.all(taxonomy):
        for kind in (PageKind.TERM, PageKind.FEED, PageKind.JSON_FEED):
            yield PageKey(kind, term.key, taxonomy)
    for key, year, articles in catalog.terms.all_years(taxonomy):
        yield PageKey(PageKind.TERM_PERIOD, key, taxonomy, year)
        if year and articles > longest:
            yield from shorter_keys(catalog, taxonomy, key, year, longest)
    yield PageKey(PageKind.TERM_INDEX, taxonomy=taxonomy)


def shorter_keys(
    catalog: CatalogReader, taxonomy: Taxonomy, key: str, period: str, longest: int
) -> Iterator[PageKey]:
    """The pages into which a term's period is cut: months, and days where a month is too long."""
    length = len(period) + 3
    for total in catalog.terms.periods(taxonomy, key, period, length):
        if len(total.period) == length:
            yield PageKey(PageKind.TERM_PERIOD, key, taxonomy, total.period)
            if length == len("2020-10") and total.articles > longest:
                yield from shorter_keys(catalog, taxonomy, key, total.period, longest)

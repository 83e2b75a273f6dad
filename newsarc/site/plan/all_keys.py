"""The keys of every page of the site: what a clean build asks for."""

from __future__ import annotations

from collections.abc import Iterator

from newsarc.catalog.queries import CatalogReader
from newsarc.config import Configuration
from newsarc.model import Taxonomy
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.plan.periods import KIND_OF_LENGTH, YEAR
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
    """Every page's key, the front page last.

    Year by year, articles before what lists them: pages that show the same articles come near each
    other, so that their rows and cards are still in memory.
    """
    longest = configuration.listings.longest
    years = ("", *(total.period for total in catalog.periods.inside(YEAR)))
    for year in years:
        yield from _of_year(catalog, year, longest)
    for address in catalog.addresses.shared():
        yield PageKey(PageKind.SHARED_ADDRESS, address)
    for route in dict.fromkeys(route for route, _, _ in catalog.addresses.aliases()):
        yield PageKey(PageKind.REDIRECT, route)
    for taxonomy in Taxonomy:
        yield from _of_taxonomy(catalog, taxonomy)
    for day in catalog.periods.days_of_year():
        yield PageKey(PageKind.ON_THIS_DAY, period=day)
    for year in years:
        for part in range(1, parts_of(catalog, year) + 1):
            yield PageKey(PageKind.SITEMAP, period=year, part=part)
    for kind in reversed(_ALWAYS):
        yield PageKey(kind)


def _of_year(catalog: CatalogReader, year: str, longest: int) -> Iterator[PageKey]:
    """The articles of a year and what lists those of that year alone; without one, the undated."""
    for path in catalog.articles.paths_of(year):
        yield PageKey(PageKind.ARTICLE, path)
    if year:
        for length, kind in reversed(KIND_OF_LENGTH.items()):
            for total in catalog.periods.inside(length, year):
                yield PageKey(kind, period=total.period)
    elif catalog.periods.count(""):
        yield PageKey(PageKind.UNDATED)
    for taxonomy in Taxonomy:
        for key, articles in catalog.terms.of_year(taxonomy, year):
            yield PageKey(PageKind.TERM_PERIOD, key, taxonomy, year)
            if year and articles > longest:
                yield from shorter_keys(catalog, taxonomy, key, year, longest)


def _of_taxonomy(catalog: CatalogReader, taxonomy: Taxonomy) -> Iterator[PageKey]:
    for term in catalog.terms.all(taxonomy):
        for kind in (PageKind.TERM, PageKind.FEED, PageKind.JSON_FEED):
            yield PageKey(kind, term.key, taxonomy)
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

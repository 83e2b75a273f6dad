"""Planning sitemaps: one a year, and further parts where a year has more than one may hold.

The protocol allows 50,000 addresses a file (sitemaps.org, version 0.9). A year's first part also
names the pages of its periods; the part without a year names the front page and the indexes.
"""

from __future__ import annotations

from newsarc.catalog.queries import CatalogReader
from newsarc.model import Date, Taxonomy
from newsarc.site import routes
from newsarc.site.plan.periods import DAY, MONTH
from newsarc.site.views import RobotsView, SitemapEntry, SitemapView

ARTICLES_PER_PART = 49_000
"""Leaves room for the 366 days, 12 months and the year itself."""


def parts_of(catalog: CatalogReader, year: str) -> int:
    """How many sitemaps a year has; an empty year stands for what has no date, and has one."""
    parts = -(-catalog.periods.count(year) // ARTICLES_PER_PART)
    return parts if year else max(1, parts)


def sitemap_view(year: str, part: int, catalog: CatalogReader) -> SitemapView:
    """sitemaps/2020.xml. Raises KeyError for a part that the year does not have."""
    if part > parts_of(catalog, year):
        raise KeyError(f"{year} {part}")
    first = (part - 1) * ARTICLES_PER_PART
    articles = catalog.periods.routes(year, first, ARTICLES_PER_PART)
    listings = _listings(year, catalog) if part == 1 else ()
    return SitemapView(
        route=routes.of_sitemap(year, part),
        entries=(
            *(SitemapEntry(route, None) for route in listings),
            # Search engines are to forget what was withdrawn.
            *(
                SitemapEntry(route, Date(date) if date else None)
                for route, date, withdrawn in articles
                if not withdrawn
            ),
        ),
    )


def sitemap_index_view(catalog: CatalogReader) -> SitemapView:
    """sitemap.xml"""
    years = ("", *(total.period for total in catalog.periods.inside(len("2020"))))
    return SitemapView(
        route=routes.SITEMAP,
        entries=tuple(
            SitemapEntry(routes.of_sitemap(year, part), None)
            for year in years
            for part in range(1, parts_of(catalog, year) + 1)
        ),
    )


def robots_view() -> RobotsView:
    """robots.txt"""
    return RobotsView(routes.ROBOTS, routes.SITEMAP)


def _listings(year: str, catalog: CatalogReader) -> tuple[str, ...]:
    if not year:
        undated = (routes.UNDATED,) if catalog.periods.count("") else ()
        return (routes.FRONT, *map(routes.of_taxonomy, Taxonomy), *undated)
    periods = (
        year,
        *(total.period for n in (MONTH, DAY) for total in catalog.periods.inside(n, year)),
    )
    return tuple(map(routes.of_period, periods))

"""Planning the pages of terms: newest articles, periods, and the indexes of all terms."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from newsarc.catalog.queries import CatalogReader, TermTotal
from newsarc.catalog.queries.rows import PeriodTotal
from newsarc.config import Configuration
from newsarc.model import Card, Taxonomy
from newsarc.site import routes
from newsarc.site.collation import collation_of
from newsarc.site.plan.charts import by_year, chart
from newsarc.site.plan.front import leading
from newsarc.site.plan.periods import MONTH, YEAR, group_by_period
from newsarc.site.significance import tags_beside
from newsarc.site.views import (
    CardGroup,
    PeriodCount,
    PeriodLink,
    TermCount,
    TermIndexView,
    TermLink,
    TermPeriodView,
    TermView,
)

_LEADING = 40
_YEARS_BY_MONTH = 6
_SAMPLE = 1000
"""Articles of a term that are looked at for tags beside it: the newest."""
_LEAST_SHARED = 3
"""Articles that make two terms related: two are soon a coincidence."""
_RELATED = 12


def term_view(
    taxonomy: Taxonomy, key: str, catalog: CatalogReader, configuration: Configuration
) -> TermView:
    """tags/iraq/index.html"""
    term = catalog.terms.get(taxonomy, key)
    first, last = catalog.terms.dates(taxonomy, key)
    years = catalog.terms.years(taxonomy, key)
    return TermView(
        route=routes.of_term(taxonomy, key),
        taxonomy=taxonomy,
        label=term.label,
        articles=term.articles,
        first=first and first.without_time,
        last=last and last.without_time,
        newest=catalog.terms.newest(taxonomy, key, configuration.listings.newest),
        periods=tuple(
            PeriodCount(
                year.period, routes.of_term_period(taxonomy, key, year.period), year.articles
            )
            for year in reversed(years)
        ),
        chart=_chart(taxonomy, key, years, catalog, configuration.listings.longest),
        related=_related(taxonomy, term, catalog),
        feed=routes.of_term_feed(taxonomy, key),
        json_feed=routes.of_term_json_feed(taxonomy, key),
    )


def _chart(
    taxonomy: Taxonomy,
    key: str,
    years: Iterable[PeriodTotal],
    catalog: CatalogReader,
    longest: int,
) -> tuple[PeriodCount, ...]:
    totals = {year.period: year.articles for year in years if year.period}

    def route_of(period: str) -> str:
        year = period[:YEAR]
        if period == year or totals[year] > longest:
            return routes.of_term_period(taxonomy, key, period)
        return f"{routes.of_term_period(taxonomy, key, year)}#period-{period}"

    def months() -> dict[str, int]:
        return {month.period: month.articles for month in catalog.terms.months(taxonomy, key)}

    return chart(by_year(totals, route_of), months, _YEARS_BY_MONTH, route_of)


def _related(taxonomy: Taxonomy, term: TermTotal, catalog: CatalogReader) -> tuple[TermCount, ...]:
    if term.articles < _LEAST_SHARED:
        return ()
    shared = catalog.terms.tags_shared(taxonomy, term.key, _SAMPLE, _LEAST_SHARED)
    sample = min(term.articles, _SAMPLE)
    return tuple(
        TermCount(tag.label, routes.of_term(Taxonomy.TAG, tag.key), tag.shared)
        for tag in tags_beside(shared, sample, catalog.articles.count(), _RELATED)
    )


def term_period_view(
    taxonomy: Taxonomy,
    key: str,
    period: str,
    catalog: CatalogReader,
    configuration: Configuration,
) -> TermPeriodView:
    """tags/iraq/2020.html: its articles, or its months where they are too many.

    Raises KeyError for a period without articles, and for one whose longer period is not cut.
    """
    longest = configuration.listings.longest
    parent = period.rpartition("-")[0]
    articles = catalog.terms.count(taxonomy, key, period)
    if not articles or (parent and catalog.terms.count(taxonomy, key, parent) <= longest):
        raise KeyError(f"{key} {period}")
    cut = len(period) in (YEAR, MONTH) and articles > longest
    groups, cards = (
        _cut(taxonomy, key, period, catalog)
        if cut
        else _grouped(tuple(catalog.terms.cards(taxonomy, key, period)), period)
    )
    return TermPeriodView(
        route=routes.of_term_period(taxonomy, key, period),
        taxonomy=taxonomy,
        term=TermLink(catalog.terms.label(taxonomy, key), routes.of_term(taxonomy, key)),
        period=period,
        articles=articles,
        groups=groups,
        cards=cards,
        parent=_link(taxonomy, key, parent) if parent else None,
        previous=_neighbour(taxonomy, key, period, catalog, later=False),
        next=_neighbour(taxonomy, key, period, catalog, later=True),
    )


def term_index_view(
    taxonomy: Taxonomy, catalog: CatalogReader, configuration: Configuration
) -> TermIndexView:
    """tags/index.html: all terms by letter, in the order of the site's language."""
    collation = collation_of(configuration.site.language)
    terms = [
        (*collation.place(term.label, term.key), _count(taxonomy, term))
        for term in catalog.terms.all(taxonomy)
    ]
    terms.sort(key=itemgetter(0))
    return TermIndexView(
        route=routes.of_taxonomy(taxonomy),
        taxonomy=taxonomy,
        terms=len(terms),
        leading=leading(catalog, taxonomy, _LEADING, configuration.site.language),
        letters=tuple(
            (letter, tuple(count for _, _, count in group))
            for letter, group in groupby(terms, key=itemgetter(1))
        ),
    )


def _count(taxonomy: Taxonomy, term: TermTotal) -> TermCount:
    return TermCount(term.label, routes.of_term(taxonomy, term.key), term.articles)


def _cut(
    taxonomy: Taxonomy, key: str, period: str, catalog: CatalogReader
) -> tuple[tuple[CardGroup, ...], tuple[Card, ...]]:
    """Shorter periods with pages of their own, and the articles known to this period only."""
    length = len(period) + 3
    totals = catalog.terms.periods(taxonomy, key, period, length)
    groups = tuple(
        CardGroup(
            PeriodCount(
                total.period, routes.of_term_period(taxonomy, key, total.period), total.articles
            ),
            (),
        )
        for total in reversed(totals)
        if len(total.period) == length
    )
    coarse = any(len(total.period) < length for total in totals)
    cards = catalog.terms.cards_known_to(taxonomy, key, period) if coarse else ()
    return groups, cards


def _grouped(
    cards: tuple[Card, ...], period: str
) -> tuple[tuple[CardGroup, ...], tuple[Card, ...]]:
    """Articles by the next shorter period, newest first; a day's or the undated stay as one."""
    if len(period) not in (YEAR, MONTH):
        return (), cards
    length = len(period) + 3
    groups = tuple(
        CardGroup(PeriodCount(shorter, None, len(group)), group[::-1])
        for shorter, group in group_by_period(cards, length)
    )
    return groups[::-1], _coarser(cards, length)


def _coarser(cards: Iterable[Card], length: int) -> tuple[Card, ...]:
    return tuple(card for card in cards if card.date and len(card.date.iso) < length)


def _link(taxonomy: Taxonomy, key: str, period: str) -> PeriodLink:
    return PeriodLink(period, routes.of_term_period(taxonomy, key, period))


def _neighbour(
    taxonomy: Taxonomy, key: str, period: str, catalog: CatalogReader, *, later: bool
) -> PeriodLink | None:
    """The nearest period with a page of the same length.

    A month has a page only where its year is cut, so months are neighbours inside a year only;
    likewise days inside a month.
    """
    if not period:
        return None
    found = catalog.terms.neighbour_period(taxonomy, key, period, later=later)
    if found is None or found.rpartition("-")[0] != period.rpartition("-")[0]:
        return None
    return _link(taxonomy, key, found)

"""Planning the front page: the latest day, the archive at a glance, its leading terms."""

from __future__ import annotations

from itertools import islice

from newsarc.catalog.queries import CatalogReader
from newsarc.model import Card, Taxonomy
from newsarc.site import routes
from newsarc.site.collation import collation_of
from newsarc.site.plan.charts import by_year, chart
from newsarc.site.plan.periods import MONTH, YEAR, count_of
from newsarc.site.views import CardGroup, FrontView, PeriodCount, TermCount

_LATEST = 24
"""Articles of the latest day shown; the day's own page has all."""
_EARLIER = 12
_ON_THIS_DAY = 5
_LEADING = 20
_YEARS_BY_MONTH = 40
"""480 bars: on a phone, a pixel each."""


def front_view(catalog: CatalogReader, language: str) -> FrontView:
    """index.html, of a site in a language given as its BCP 47 code."""
    first, last = catalog.periods.first_and_last_date()
    latest = _latest(catalog)
    day = latest.period.period if latest else ""
    undated = catalog.periods.count("")
    totals = _totals(catalog, YEAR)
    years = by_year(totals, routes.of_period)
    return FrontView(
        route=routes.FRONT,
        articles=catalog.articles.count(),
        first=first and first.without_time,
        last=last and last.without_time,
        latest=latest,
        earlier=catalog.periods.cards_before(day or "~", _EARLIER) or _undated(catalog, latest),
        years=(years or tuple(count_of(*total) for total in totals.items()))[::-1],
        chart=chart(years, lambda: _totals(catalog, MONTH), _YEARS_BY_MONTH, routes.of_period),
        on_this_day=catalog.periods.cards_on(day[5:], day, _ON_THIS_DAY) if day else (),
        days_of_year=catalog.periods.days_of_year(),
        undated=PeriodCount("", routes.UNDATED, undated) if undated else None,
        tags=leading(catalog, Taxonomy.TAG, _LEADING, language),
        authors=leading(catalog, Taxonomy.AUTHOR, _LEADING, language),
        sources=leading(catalog, Taxonomy.SOURCE, _LEADING, language),
    )


def _undated(catalog: CatalogReader, latest: CardGroup | None) -> tuple[Card, ...]:
    """The first articles without a date, for a front page that would show none."""
    return () if latest else tuple(islice(catalog.periods.cards(""), _EARLIER))


def leading(
    catalog: CatalogReader, taxonomy: Taxonomy, count: int, language: str
) -> tuple[TermCount, ...]:
    """The terms with most articles; those that have as many as another in the language's order."""
    collation = collation_of(language)
    terms = catalog.terms.leading(taxonomy, count)
    return tuple(
        TermCount(term.label, routes.of_term(taxonomy, term.key), term.articles)
        for term in sorted(
            terms, key=lambda term: (-term.articles, collation.place(term.label, term.key)[0])
        )
    )


def _latest(catalog: CatalogReader) -> CardGroup | None:
    day = catalog.periods.neighbour("9999-99-99", later=False)
    if day is None:
        return None
    cards = tuple(islice(catalog.periods.cards(day), _LATEST))
    return CardGroup(count_of(day, catalog.periods.count(day)), cards)


def _totals(catalog: CatalogReader, length: int) -> dict[str, int]:
    """How many articles each year (4) or month (7) has, oldest first."""
    return {total.period: total.articles for total in catalog.periods.inside(length)}

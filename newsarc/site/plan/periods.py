"""Planning the pages of years, months, days and of articles without a date."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from newsarc.catalog.queries import CatalogReader
from newsarc.config import Configuration
from newsarc.model import Card, Taxonomy
from newsarc.site import routes
from newsarc.site.keys import PageKind
from newsarc.site.significance import tags_standing_out
from newsarc.site.views import (
    Calendar,
    CardGroup,
    DayView,
    MonthView,
    OnThisDayView,
    PeriodCount,
    PeriodLink,
    PeriodTags,
    TermCount,
    TermLink,
    UndatedView,
    YearView,
)

YEAR, MONTH, DAY = len("2020"), len("2020-10"), len("2020-10-13")
KIND_OF_LENGTH = {YEAR: PageKind.YEAR, MONTH: PageKind.MONTH, DAY: PageKind.DAY}

_OF_ONE_YEAR = 4
"""Articles of a year on the page of a day of all years; the day's own page has the rest."""
_TAGS_OF_A_MONTH = 3
_LEADING_TAGS = 24
"""Tags named on the page of a year: about three lines on a wide screen."""


def year_view(year: str, catalog: CatalogReader) -> YearView:
    """The page of a year: twelve calendars. Raises KeyError for one without articles."""
    articles = _articles_of(year, catalog)
    months = {total.period: total.articles for total in catalog.periods.inside(MONTH, year)}
    days = {total.period: total.articles for total in catalog.periods.inside(DAY, year)}
    return YearView(
        route=routes.of_period(year),
        period=year,
        articles=articles,
        calendars=tuple(
            _calendar(f"{year}-{month:02}", months.get(f"{year}-{month:02}", 0), days)
            for month in range(1, 13)
        ),
        months=_months(year, months, catalog),
        cards=catalog.periods.cards_known_to(year),
        tags=tuple(
            TermCount(
                term.label, routes.of_term_period(Taxonomy.TAG, term.key, year), term.articles
            )
            for term in catalog.terms.leading_of_year(Taxonomy.TAG, year, _LEADING_TAGS)
        ),
        previous=_neighbour(year, catalog, later=False),
        next=_neighbour(year, catalog, later=True),
    )


def _months(year: str, months: Mapping[str, int], catalog: CatalogReader) -> tuple[PeriodTags, ...]:
    """The months of a year, with the tags that stand out in each."""
    counts: dict[str, dict[str, int]] = {month: {} for month in months}
    for month, key, articles in catalog.terms.by_month(Taxonomy.TAG, year):
        counts[month][key] = articles
    tags = tags_standing_out(counts, months, _TAGS_OF_A_MONTH)
    return tuple(
        PeriodTags(
            count_of(month, articles),
            tuple(
                TermLink(
                    catalog.terms.label(Taxonomy.TAG, key),
                    routes.of_term_period(Taxonomy.TAG, key, year),
                )
                for key in tags[month]
            ),
        )
        for month, articles in months.items()
    )


def month_view(month: str, catalog: CatalogReader, configuration: Configuration) -> MonthView:
    """The page of a month: a calendar, and its articles by day unless they are too many.

    Raises KeyError for a month without articles.
    """
    days = {total.period: total.articles for total in catalog.periods.inside(DAY, month)}
    articles = _articles_of(month, catalog)
    cards: Iterable[Card] = (
        catalog.periods.cards(month) if articles <= configuration.listings.longest else ()
    )
    by_day = dict(group_by_period(cards, DAY))
    return MonthView(
        route=routes.of_period(month),
        period=month,
        articles=articles,
        calendar=_calendar(month, articles, days),
        days=tuple(
            CardGroup(count_of(day, number), by_day.get(day, ())) for day, number in days.items()
        ),
        cards=catalog.periods.cards_known_to(month),
        previous=_neighbour(month, catalog, later=False),
        next=_neighbour(month, catalog, later=True),
    )


def day_view(day: str, catalog: CatalogReader) -> DayView:
    """The page of a day: all its articles. Raises KeyError for one without articles."""
    cards = tuple(catalog.periods.cards(day))
    if not cards:
        raise KeyError(day)
    return DayView(
        route=routes.of_period(day),
        period=day,
        articles=len(cards),
        cards=cards,
        previous=_neighbour(day, catalog, later=False),
        next=_neighbour(day, catalog, later=True),
    )


def on_this_day_view(day: str, catalog: CatalogReader) -> OnThisDayView:
    """The page of a day in all years. Raises KeyError for one without articles."""
    days = tuple(group_by_period(catalog.periods.cards_of_day_of_year(day), DAY))
    if not days:
        raise KeyError(day)
    return OnThisDayView(
        route=routes.of_day_of_year(day),
        day=day,
        articles=sum(len(cards) for _, cards in days),
        years=tuple(
            CardGroup(count_of(date, len(cards)), cards[:_OF_ONE_YEAR])
            for date, cards in reversed(days)
        ),
        previous=_day_of_year_beside(day, catalog, later=False),
        next=_day_of_year_beside(day, catalog, later=True),
    )


def _day_of_year_beside(day: str, catalog: CatalogReader, *, later: bool) -> PeriodLink | None:
    found = catalog.periods.day_of_year_beside(day, later=later)
    return PeriodLink(found, routes.of_day_of_year(found)) if found else None


def undated_view(catalog: CatalogReader) -> UndatedView:
    """The page of all articles without a date. Raises KeyError if there are none."""
    articles = _articles_of("", catalog)
    return UndatedView(routes.UNDATED, articles, tuple(catalog.periods.cards("")))


def count_of(period: str, articles: int) -> PeriodCount:
    """A period's number, with a link where it has a page."""
    return PeriodCount(period, routes.of_period(period) if articles else None, articles)


def group_by_period(cards: Iterable[Card], length: int) -> Iterator[tuple[str, tuple[Card, ...]]]:
    """Cards by their period of this length; those of coarser dates are left out."""
    known = (card for card in cards if card.date is not None and len(card.date.iso) >= length)
    for period, group in groupby(known, key=lambda card: str(card.date)[:length]):
        yield period, tuple(group)


def _articles_of(period: str, catalog: CatalogReader) -> int:
    articles = catalog.periods.count(period)
    if not articles:
        raise KeyError(period)
    return articles


def _calendar(month: str, articles: int, days: dict[str, int]) -> Calendar:
    year, number = int(month[:4]), int(month[5:])
    weeks = calendar.Calendar(calendar.MONDAY).monthdayscalendar(year, number)
    return Calendar(
        month=count_of(month, articles),
        weeks=tuple(
            tuple(
                count_of(f"{month}-{day:02}", days.get(f"{month}-{day:02}", 0)) if day else None
                for day in week
            )
            for week in weeks
        ),
    )


def _neighbour(period: str, catalog: CatalogReader, *, later: bool) -> PeriodLink | None:
    found = catalog.periods.neighbour(period, later=later)
    return PeriodLink(found, routes.of_period(found)) if found else None

"""The pages of years, months and days, and the front page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from newsarc.catalog.queries import CatalogReader
from newsarc.config import Configuration, ListingSettings
from newsarc.model import Article, Card, Date
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.views import (
    DayView,
    FrontView,
    MonthView,
    PeriodCount,
    PeriodLink,
    TermCount,
    UndatedView,
    YearView,
)
from tests.helpers.records import an_article, catalog_with, plan

OCTOBER = (
    an_article("a.md", title="One", date="2020-10-13T05:52", tags=("Iraq",)),
    an_article("b.md", title="Two", date="2020-10-13", tags=("Iraq", "Rivers")),
    an_article("c.md", title="Three", date="2020-10", tags=("Rivers",)),
    an_article("d.md", title="Four", date="2020-10-02"),
    an_article("e.md", title="Five", date="2020"),
    an_article("f.md", title="Six", date="2018-10-13", tags=("Iraq",)),
    an_article("g.md", title="Seven", date="2018-02-28"),
    an_article("h.md", title="Eight"),
)


@pytest.fixture
def october(tmp_path: Path) -> Iterator[CatalogReader]:
    with closing(catalog_with(tmp_path, OCTOBER)) as catalog:
        yield catalog


def titles(cards: Iterable[Card]) -> list[str]:
    return [card.title for card in cards]


def link(period: str) -> PeriodLink:
    return PeriodLink(period, f"{period.replace('-', '/')}/index.html")


def year_of(catalog: CatalogReader, year: str) -> YearView:
    view = plan(catalog, PageKey(PageKind.YEAR, period=year)).view
    assert isinstance(view, YearView)
    return view


def month_of(
    catalog: CatalogReader, month: str, configuration: Configuration | None = None
) -> MonthView:
    view = plan(catalog, PageKey(PageKind.MONTH, period=month), configuration).view
    assert isinstance(view, MonthView)
    return view


def front_of(catalog: CatalogReader) -> FrontView:
    view = plan(catalog, PageKey(PageKind.FRONT)).view
    assert isinstance(view, FrontView)
    return view


def test_a_year_shows_how_much_each_day_brought(october: CatalogReader) -> None:
    year = year_of(october, "2020")
    assert (year.route, year.articles) == ("2020/index.html", 5)
    assert [calendar.month.period for calendar in year.calendars] == [
        f"2020-{month:02}" for month in range(1, 13)
    ]
    month = year.calendars[9]
    assert month.month == PeriodCount("2020-10", "2020/10/index.html", 4)
    # 1 October 2020 was a Thursday, the 31st a Saturday.
    assert [place and place.period[8:] for place in month.weeks[0]] == [
        *(None, None, None),
        *("01", "02", "03", "04"),
    ]
    assert [place and place.period[8:] for place in month.weeks[-1]] == [
        *("26", "27", "28", "29", "30", "31"),
        None,
    ]
    counts = {place.period: place for week in month.weeks for place in week if place}
    assert counts["2020-10-13"] == PeriodCount("2020-10-13", "2020/10/13/index.html", 2)
    assert counts["2020-10-14"] == PeriodCount("2020-10-14", None, 0)
    assert year.calendars[0].month == PeriodCount("2020-01", None, 0)


def test_a_year_names_what_has_no_month_and_its_leading_tags(october: CatalogReader) -> None:
    year = year_of(october, "2020")
    assert titles(year.cards) == ["Five"]
    assert year.tags == (
        TermCount("Iraq", "tags/iraq/2020.html", 2),
        TermCount("Rivers", "tags/rivers/2020.html", 2),
    )


def test_neighbours_are_the_nearest_with_articles(october: CatalogReader) -> None:
    assert (year_of(october, "2018").previous, year_of(october, "2018").next) == (
        None,
        link("2020"),
    )
    assert (month_of(october, "2018-10").previous, month_of(october, "2018-10").next) == (
        link("2018-02"),
        link("2020-10"),
    )


def test_a_month_lists_its_articles_by_day(october: CatalogReader) -> None:
    month = month_of(october, "2020-10")
    assert (month.route, month.articles) == ("2020/10/index.html", 4)
    assert [(day.period.period, titles(day.cards)) for day in month.days] == [
        ("2020-10-02", ["Four"]),
        ("2020-10-13", ["Two", "One"]),  # the day alone comes before a time of it
    ]
    assert titles(month.cards) == ["Three"]


@pytest.mark.parametrize(("longest", "shown"), [(4, True), (3, False)])
def test_a_month_with_too_many_articles_leaves_them_to_its_days(
    october: CatalogReader, longest: int, shown: bool
) -> None:
    configuration = Configuration(listings=ListingSettings(longest=longest))
    month = month_of(october, "2020-10", configuration)
    assert [bool(day.cards) for day in month.days] == [shown, shown]
    assert [day.period.articles for day in month.days] == [1, 2]
    assert titles(month.cards) == ["Three"]


def test_a_day_lists_all_its_articles(october: CatalogReader) -> None:
    day = plan(october, PageKey(PageKind.DAY, period="2020-10-13")).view
    assert isinstance(day, DayView)
    assert (day.route, day.articles) == ("2020/10/13/index.html", 2)
    assert titles(day.cards) == ["Two", "One"]
    assert (day.previous, day.next) == (link("2020-10-02"), None)


def test_articles_without_a_date_are_together(october: CatalogReader) -> None:
    view = plan(october, PageKey(PageKind.UNDATED)).view
    assert isinstance(view, UndatedView)
    assert (view.route, view.articles) == ("undated/index.html", 1)
    assert titles(view.cards) == ["Eight"]


def test_the_front_page_shows_the_latest_day_and_the_archive_at_a_glance(
    october: CatalogReader,
) -> None:
    front = front_of(october)
    assert (front.articles, front.first, front.last) == (8, Date("2018-02-28"), Date("2020-10-13"))
    assert front.latest is not None
    assert front.latest.period == PeriodCount("2020-10-13", "2020/10/13/index.html", 2)
    assert titles(front.latest.cards) == ["Two", "One"]
    assert titles(front.earlier) == ["Four", "Three", "Five", "Six", "Seven"]
    assert front.years == (
        PeriodCount("2020", "2020/index.html", 5),
        PeriodCount("2019", None, 0),
        PeriodCount("2018", "2018/index.html", 2),
    )
    assert titles(front.on_this_day) == ["Six"]
    assert front.undated == PeriodCount("", "undated/index.html", 1)
    assert front.tags == (
        TermCount("Iraq", "tags/iraq/index.html", 3),
        TermCount("Rivers", "tags/rivers/index.html", 2),
    )


def archive_of(count: int, **fields: str) -> list[Article]:
    return [
        an_article(f"{number:03}.md", title=f"{number:03}", **fields) for number in range(count)
    ]


@pytest.mark.parametrize("dates", [("2020",), ("2020-10", "2019"), ()])
def test_a_front_page_without_a_day_shows_what_there_is(
    tmp_path: Path, dates: tuple[str, ...]
) -> None:
    dated = [an_article(f"{date}.md", title=date, date=date) for date in dates]
    with closing(catalog_with(tmp_path, [*dated, an_article("x.md", title="Undated")])) as catalog:
        front = front_of(catalog)
    assert front.latest is None
    assert titles(front.earlier) == (list(dates) or ["Undated"])
    assert front.on_this_day == ()


def test_an_empty_front_page(tmp_path: Path) -> None:
    with closing(catalog_with(tmp_path, ())) as catalog:
        front = front_of(catalog)
    assert front == FrontView(
        "index.html", 0, None, None, None, (), (), (), (), (), None, (), (), ()
    )


def test_the_front_page_stays_short(tmp_path: Path) -> None:
    archive = [
        *archive_of(30, date="2020-10-13"),
        *(an_article(f"{n}/x.md", title=f"{n}", date=f"20{n}-10-13") for n in range(10, 20)),
        *(an_article(f"y/{n:03}.md", date="2020-10-12", tags=(f"t{n}",)) for n in range(100)),
    ]
    with closing(catalog_with(tmp_path, archive)) as catalog:
        front = front_of(catalog)
    assert front.latest is not None
    assert titles(front.latest.cards) == [f"{number:03}" for number in range(24)]
    assert front.latest.period.articles == 30
    assert len(front.earlier) == 12
    assert titles(front.on_this_day) == ["19", "18", "17", "16", "15"]
    assert len(front.tags) == 20

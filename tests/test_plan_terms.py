"""The pages of terms, and how a long period is cut into shorter ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings

from newsarc.catalog.queries import CatalogReader
from newsarc.config import Configuration, ListingSettings
from newsarc.model import Article, Card, Date, Taxonomy
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.plan import all_keys
from newsarc.site.views import (
    FrontView,
    PeriodCount,
    PeriodLink,
    TermCount,
    TermIndexView,
    TermLink,
    TermPeriodView,
    TermView,
)
from tests.helpers.archives import archives
from tests.helpers.records import an_article, catalog_with, plan

LONGEST_3 = Configuration(listings=ListingSettings(newest=2, longest=3))


def iraq(path: str, date: str | None, tag: str = "Iraq") -> Article:
    return an_article(path, title=path, date=date, tags=(tag,))


IRAQ = (
    iraq("year", "2020"),
    iraq("march", "2020-03"),
    iraq("march-1", "2020-03-01"),
    iraq("october", "2020-10"),
    iraq("october-1", "2020-10-01", "IRAQ"),
    iraq("october-13-a", "2020-10-13"),
    iraq("october-13-b", "2020-10-13T05:52"),
    iraq("october-13-c", "2020-10-13"),
    iraq("october-13-d", "2020-10-13"),
    iraq("before", "2018-12-31"),
    iraq("undated", None),
    an_article("other", date="2020-10-13", tags=("Iran",)),
)


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[CatalogReader]:
    with closing(catalog_with(tmp_path, IRAQ)) as reader:
        yield reader


def titles(cards: Iterable[Card]) -> list[str]:
    return [card.title for card in cards]


def period_of(
    catalog: CatalogReader, period: str, configuration: Configuration = LONGEST_3
) -> TermPeriodView:
    key = PageKey(PageKind.TERM_PERIOD, "iraq", "tags", period)
    view = plan(catalog, key, configuration).view
    assert isinstance(view, TermPeriodView)
    return view


def pages_of(catalog: CatalogReader, configuration: Configuration) -> list[str]:
    """The periods for which the term Iraq has a page."""
    return [
        key.period
        for key in all_keys(catalog, configuration)
        if key.kind is PageKind.TERM_PERIOD and key.name == "iraq"
    ]


def test_a_term_shows_its_newest_articles_and_where_the_rest_is(catalog: CatalogReader) -> None:
    view = plan(catalog, PageKey(PageKind.TERM, "iraq", "tags"), LONGEST_3).view
    assert isinstance(view, TermView)
    assert (view.label, view.articles) == ("Iraq", 11)
    assert (view.first, view.last) == (Date("2018-12-31"), Date("2020-10-13"))
    assert titles(view.newest) == ["october-13-b", "october-13-d"]
    assert view.periods == (
        PeriodCount("2020", "tags/iraq/2020.html", 9),
        PeriodCount("2018", "tags/iraq/2018.html", 1),
        PeriodCount("", "tags/iraq/undated.html", 1),
    )
    assert (view.feed, view.json_feed) == ("tags/iraq/feed.xml", "tags/iraq/feed.json")


def test_a_long_period_is_cut_as_far_as_needed(catalog: CatalogReader) -> None:
    assert pages_of(catalog, Configuration()) == ["", "2018", "2020"]
    assert pages_of(catalog, LONGEST_3) == [
        *("", "2018", "2020", "2020-03", "2020-10"),
        *("2020-10-01", "2020-10-13"),
    ]


def test_a_year_that_fits_lists_all_by_month_newest_first(catalog: CatalogReader) -> None:
    view = period_of(catalog, "2020", Configuration())
    assert [(group.period, titles(group.cards)) for group in view.groups] == [
        (
            PeriodCount("2020-10", None, 6),
            [
                *("october-13-b", "october-13-d", "october-13-c", "october-13-a"),
                *("october-1", "october"),
            ],
        ),
        (PeriodCount("2020-03", None, 2), ["march-1", "march"]),
    ]
    assert titles(view.cards) == ["year"]
    assert view.term == TermLink("Iraq", "tags/iraq/index.html")
    assert (view.parent, view.previous, view.next) == (
        None,
        PeriodLink("2018", "tags/iraq/2018.html"),
        None,
    )


def test_a_cut_year_leads_to_its_months_and_keeps_what_has_none(catalog: CatalogReader) -> None:
    view = period_of(catalog, "2020")
    assert view.articles == 9
    assert [(group.period, group.cards) for group in view.groups] == [
        (PeriodCount("2020-10", "tags/iraq/2020-10.html", 6), ()),
        (PeriodCount("2020-03", "tags/iraq/2020-03.html", 2), ()),
    ]
    assert titles(view.cards) == ["year"]


def test_a_month_of_a_cut_year(catalog: CatalogReader) -> None:
    march = period_of(catalog, "2020-03")
    assert [(group.period, titles(group.cards)) for group in march.groups] == [
        (PeriodCount("2020-03-01", None, 1), ["march-1"])
    ]
    assert titles(march.cards) == ["march"]
    assert march.parent == PeriodLink("2020", "tags/iraq/2020.html")
    assert (march.previous, march.next) == (None, PeriodLink("2020-10", "tags/iraq/2020-10.html"))


def test_a_cut_month_and_its_days(catalog: CatalogReader) -> None:
    october = period_of(catalog, "2020-10")
    assert [group.period for group in october.groups] == [
        PeriodCount("2020-10-13", "tags/iraq/2020-10-13.html", 4),
        PeriodCount("2020-10-01", "tags/iraq/2020-10-01.html", 1),
    ]
    assert titles(october.cards) == ["october"]
    day = period_of(catalog, "2020-10-13")  # too long as well, but a day is never cut
    assert titles(day.cards) == ["october-13-a", "october-13-c", "october-13-d", "october-13-b"]
    assert (day.groups, day.articles) == ((), 4)
    assert day.parent == PeriodLink("2020-10", "tags/iraq/2020-10.html")
    assert day.previous == PeriodLink("2020-10-01", "tags/iraq/2020-10-01.html")


def test_the_undated_of_a_term(catalog: CatalogReader) -> None:
    view = period_of(catalog, "")
    assert (view.route, titles(view.cards)) == ("tags/iraq/undated.html", ["undated"])
    assert (view.parent, view.previous, view.next) == (None, None, None)


def reachable(catalog: CatalogReader, key: PageKey, configuration: Configuration) -> set[str]:
    """The routes of all articles that a reader finds from the page of a term."""
    routes = {
        plan(catalog, other, configuration).route: other
        for other in all_keys(catalog, configuration)
        if other.kind is PageKind.TERM_PERIOD
    }
    start = plan(catalog, key, configuration).view
    assert isinstance(start, TermView)
    found = {card.route for card in start.newest}
    waiting = [period.route for period in start.periods]
    while waiting:
        view = plan(catalog, routes[str(waiting.pop())], configuration).view
        assert isinstance(view, TermPeriodView)
        found |= {card.route for card in view.cards}
        for group in view.groups:
            found |= {card.route for card in group.cards}
            waiting += [group.period.route] if group.period.route else []
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("catalogs")


@settings(max_examples=30)
@given(archives(most=16))
def test_every_article_can_be_reached_from_its_terms(
    folder: Path, archive: tuple[Article, ...]
) -> None:
    configuration = Configuration(listings=ListingSettings(newest=1, longest=2))
    with closing(catalog_with(folder, archive)) as catalog:
        for key in list(all_keys(catalog, configuration)):
            if key.kind is PageKind.TERM:
                cards = catalog.terms.newest(Taxonomy(key.taxonomy), key.name, 1000)
                everything = {card.route for card in cards}
                assert reachable(catalog, key, configuration) == everything


@pytest.mark.parametrize(
    ("labels", "shown"),
    [
        (("Iraq", "IRAQ", "Iraq"), "Iraq"),
        (("IRAQ", "iraq"), "IRAQ"),  # as often: the first by its characters
        (("iraq", "IRAQ", "iraq"), "iraq"),
    ],
)
def test_a_term_is_shown_in_the_form_most_used(
    tmp_path: Path, labels: tuple[str, ...], shown: str
) -> None:
    archive = [an_article(f"{n}.md", tags=(label,)) for n, label in enumerate(labels)]
    with closing(catalog_with(tmp_path, archive)) as catalog:
        assert catalog.terms.label(Taxonomy.TAG, "iraq") == shown


def test_of_terms_with_as_many_articles_those_of_smaller_numbers_lead(tmp_path: Path) -> None:
    articles = [
        an_article("a.md", tags=("Route 10", "Route 9", "élan", "Zoo", "Ezra")),
        an_article("b.md", tags=("Zoo",)),
    ]
    with closing(catalog_with(tmp_path, articles)) as catalog:
        views = [
            plan(catalog, key).view
            for key in (PageKey(PageKind.FRONT), PageKey(PageKind.TERM_INDEX, taxonomy="tags"))
        ]
    assert isinstance(views[0], FrontView)
    assert isinstance(views[1], TermIndexView)
    for terms in (views[0].tags, views[1].leading):
        labels = [term.label for term in terms]
        assert labels == ["Zoo", "élan", "Ezra", "Route 9", "Route 10"]


def test_the_index_has_all_terms_by_letter_numbers_and_signs_last(tmp_path: Path) -> None:
    tags = ("élan", "Ezra", "2020", "!!!", "C++", "#cargo", "Éa", "新闻", "C", "კავკასია")
    articles = [
        an_article("a.md", tags=tags),
        an_article("b.md", tags=("Ezra",), authors=("Mara Lind",)),
    ]
    with closing(catalog_with(tmp_path, articles)) as catalog:
        view = plan(catalog, PageKey(PageKind.TERM_INDEX, taxonomy="tags")).view
    assert isinstance(view, TermIndexView)
    assert (view.route, view.terms) == ("tags/index.html", len(tags))
    assert view.leading[0] == TermCount("Ezra", "tags/ezra/index.html", 2)
    assert [(letter, [term.label for term in terms]) for letter, terms in view.letters] == [
        ("C", ["C", "C++", "#cargo"]),
        ("E", ["Éa", "élan", "Ezra"]),
        ("კ", ["კავკასია"]),
        ("漢字", ["新闻"]),
        ("#", ["!!!", "2020"]),
    ]


def test_an_index_without_terms(tmp_path: Path) -> None:
    with closing(catalog_with(tmp_path, ())) as catalog:
        view = plan(catalog, PageKey(PageKind.TERM_INDEX, taxonomy="authors")).view
    assert view == TermIndexView("authors/index.html", Taxonomy.AUTHOR, 0, (), ())

"""What an article's page shows of others: related articles and its leading tag's timeline."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.catalog.queries.rows import Place, Window
from newsarc.catalog.queries.terms import TermQueries
from newsarc.model import Article, Taxonomy
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.relations import REACH, related
from newsarc.site.views import ArticleView
from tests.helpers.archives import archives
from tests.helpers.project import Project
from tests.helpers.records import an_article, catalog_with, plan

HERE = "2020-10-13\there.md"


def places(*days: str) -> tuple[Place, ...]:
    return tuple(Place(f"{day}\t{day}.md", number) for number, day in enumerate(days))


def days_of(found: Iterable[Place]) -> list[str]:
    return [place.sort.partition("\t")[0] for place in found]


FREQUENT = Window(
    places("2020-10-10", "2020-10-11", "2020-10-12"),
    places("2020-10-14", "2020-10-15", "2020-10-16"),
)
RARE = Window(
    places("2017-01-05", "2018-03-01", "2019-10-10"), places("2021-05-05", "2023-01-01", "2024")
)


@pytest.mark.parametrize(
    ("windows", "first"),
    [
        # Of one tag, the nearest, and of two equally near ones the earlier.
        ([FREQUENT], ["2020-10-12", "2020-10-14", "2020-10-11"]),
        # A tag that is seldom used says more than nearness.
        ([FREQUENT, RARE], ["2021-05-05", "2019-10-10", "2023-01-01"]),
        # One with no further articles is the rarest of all.
        ([RARE, Window(places("1999-01-01"), ())], ["1999-01-01", "2021-05-05"]),
        # At the end of a tag the side that is full tells how rare it is.
        ([FREQUENT, Window(RARE.before, places("2020-10-20"))], ["2020-10-20", "2019-10-10"]),
        # Two shared tags say more than either.
        ([FREQUENT, Window((), FREQUENT.after[:1]), RARE], ["2020-10-14", "2021-05-05"]),
        # What is known to the month or the year only counts from its first day.
        ([Window(places("2020", "2020-10"), ())], ["2020-10", "2020"]),
        ([], []),
    ],
)
def test_rare_tags_and_nearness_decide(windows: list[Window], first: list[str]) -> None:
    assert days_of(related(HERE, windows, ()))[: len(first)] == first


def test_what_the_page_shows_already_is_not_related() -> None:
    shown = FREQUENT.before
    assert set(days_of(related(HERE, [FREQUENT], shown))) == {
        "2020-10-14",
        "2020-10-15",
        "2020-10-16",
    }


def view_of(folder: Path, archive: Iterable[Article], path: str) -> ArticleView:
    with closing(catalog_with(folder, archive)) as catalog:
        view = plan(catalog, PageKey(PageKind.ARTICLE, path)).view
    assert isinstance(view, ArticleView)
    return view


def a_day(number: int, *tags: str) -> Article:
    return an_article(
        f"{number:02}.md", title=f"Story {number}", date=f"2020-10-{number:02}", tags=tags
    )


def test_the_timeline_is_of_the_first_tag_that_others_have(tmp_path: Path) -> None:
    archive = [a_day(number, "Iraq") for number in range(1, 12) if number != 6]
    view = view_of(tmp_path, [*archive, a_day(6, "Alone", "Iraq")], "06.md")
    assert view.timeline is not None
    assert view.timeline.tag.label == "Iraq"
    assert [card.title for card in view.timeline.before] == ["Story 3", "Story 4", "Story 5"]
    assert [card.title for card in view.timeline.after] == ["Story 7", "Story 8", "Story 9"]


def test_related_articles_are_neither_on_the_timeline_nor_beside(tmp_path: Path) -> None:
    archive = [
        *(a_day(number, "Iraq", "Basra") for number in range(1, 12)),
        *(a_day(number, "Basra") for number in range(12, 20)),
    ]
    view = view_of(tmp_path, archive, "11.md")
    assert view.timeline is not None
    assert view.previous is not None
    assert view.next is not None
    shown = {*view.timeline.before, *view.timeline.after, view.previous, view.next}
    assert [card.title for card in view.related] == ["Story 13", "Story 14"]
    assert not shown.intersection(view.related)


def test_an_article_without_a_date_or_without_company_has_none(tmp_path: Path) -> None:
    archive = [
        an_article("a.md", tags=("Iraq",)),
        an_article("b.md", tags=("Iraq",), date="2020"),
        an_article("c.md", date="2021"),
    ]
    for path in ("a.md", "b.md", "c.md"):
        view = view_of(tmp_path, archive, path)
        assert (view.timeline, view.related) == (None, ())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("catalogs")


@given(archives(), st.permutations(range(12)))
def test_windows_from_memory_are_those_of_the_catalog(
    folder: Path, archive: tuple[Article, ...], order: list[int]
) -> None:
    with closing(catalog_with(folder, archive)) as catalog:
        asked = [
            (place.sort, term.key)
            for term in catalog.terms.all(Taxonomy.TAG)
            for place in catalog.terms.around(Taxonomy.TAG, term.key, "0", 99).after
        ]
        for number in order:
            for sort, key in asked[number::12]:
                remembered = catalog.terms.around(Taxonomy.TAG, key, sort, REACH)
                plain = TermQueries.around(catalog.terms, Taxonomy.TAG, key, sort, REACH)
                assert remembered == plain


def test_windows_from_memory_go_on_where_a_run_ends(tmp_path: Path) -> None:
    archive = [
        an_article(f"{number:03}.md", date=f"{1900 + number}", tags=("Iraq",))
        for number in range(100)
    ]
    with closing(catalog_with(tmp_path, archive)) as catalog:
        for number in (*range(100), 7, 93, 0, 50):
            sort = f"{1900 + number}\t{number:03}.md"
            window = catalog.terms.around(Taxonomy.TAG, "iraq", sort, REACH)
            assert [int(place.sort[5:8]) for place in (*window.before, *window.after)] == [
                other
                for other in range(number - 3, number + 4)
                if other != number and 0 <= other < 100
            ]


def test_an_article_more_is_seen_by_three_on_each_side(project: Project) -> None:
    for number in range(1, 21):
        project.write(f"{number:02}.md", story(number))
    project.build()
    project.write("new.md", story(10, "T12:00"))
    changes = project.build().changes
    articles = {change.route for change in changes if change.route.count("/") == 3}
    assert {route for route in articles if not route.endswith("index.html")} == {
        "2020/10/10/story-10t12-00.html",
        *(f"2020/10/{number:02}/story-{number}.html" for number in (8, 9, 10, 11, 12, 13)),
    }


def story(number: int, time: str = "") -> str:
    return (
        f"---\ntitle: Story {number}{time}\ndate: 2020-10-{number:02}{time}\ntags: [Iraq]\n---\n\n"
        "The river rose.\n"
    )

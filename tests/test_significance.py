"""Which tags stand out beside a term or in a period, and how a term's page shows its course."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from newsarc.catalog.queries.rows import SharedTerm
from newsarc.config import Configuration, ListingSettings
from newsarc.model import Article
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.significance import rounded, tags_beside, tags_standing_out
from newsarc.site.views import TermView, YearView
from tests.helpers.project import Project
from tests.helpers.records import an_article, catalog_with, plan
from tests.helpers.views import rendered


def shared(key: str, articles: int, number: int) -> SharedTerm:
    return SharedTerm(key, key.title(), articles, number)


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        # Of 1,000 articles, 100 were looked at: one in ten is chance.
        ([shared("chance", 100, 10)], []),
        ([shared("twice", 100, 24)], []),
        ([shared("more", 100, 40)], ["more"]),
        # A rare tag that is always there says more than a common one that is often there.
        ([shared("common", 400, 90), shared("rare", 20, 20)], ["rare"]),
        ([shared("b", 20, 9), shared("a", 20, 9)], ["a", "b"]),
        ([], []),
    ],
)
def test_tags_beside_a_term_are_there_more_than_by_chance(
    tags: list[SharedTerm], found: list[str]
) -> None:
    assert [tag.key for tag in tags_beside(tags, 100, 1000, most=5)] == found


@pytest.mark.parametrize(("articles", "as_if"), [(0, 0), (1, 2), (3, 4), (4, 8), (7, 8), (8, 16)])
def test_totals_count_as_powers_of_two(articles: int, as_if: int) -> None:
    assert rounded(articles) == as_if


def test_what_every_month_has_stands_out_in_none() -> None:
    months = {f"2020-{month:02}": 10 for month in range(1, 13)}
    counts: dict[str, dict[str, int]] = {month: {"always": 5} for month in months}
    counts["2020-03"] |= {"flood": 6, "once": 1}
    assert tags_standing_out(counts, months, most=3) == {
        month: ("flood",) if month == "2020-03" else () for month in months
    }


def term_of(folder: Path, archive: list[Article], key: str, longest: int = 200) -> TermView:
    configuration = Configuration(listings=ListingSettings(longest=longest))
    with closing(catalog_with(folder, archive)) as catalog:
        view = plan(catalog, PageKey(PageKind.TERM, key, "tags"), configuration).view
    assert isinstance(view, TermView)
    return view


def tagged(*dates: str) -> list[Article]:
    return [
        an_article(f"{number}.md", date=date, tags=("Iraq",)) for number, date in enumerate(dates)
    ]


def test_a_short_course_is_shown_by_month(tmp_path: Path) -> None:
    view = term_of(tmp_path, tagged("2019-03-01", "2020-10-13", "2020-10", "2020"), "iraq")
    assert len(view.chart) == 24
    assert [(each.period, each.route, each.articles) for each in view.chart if each.route] == [
        ("2019-03", "tags/iraq/2019.html#period-2019-03", 1),
        ("2020-10", "tags/iraq/2020.html#period-2020-10", 2),
    ]


def test_months_with_pages_of_their_own_are_led_to(tmp_path: Path) -> None:
    view = term_of(tmp_path, tagged("2019-03-01", "2020-10-13", "2020-10-14"), "iraq", longest=1)
    assert [each.route for each in view.chart if each.route] == [
        "tags/iraq/2019.html#period-2019-03",
        "tags/iraq/2020-10.html",
    ]


@pytest.mark.parametrize(
    ("dates", "periods"),
    [
        (("2010", "2016-05-01"), [str(year) for year in range(2010, 2017)]),
        (("1020", "2020"), []),
        # No month of it is known.
        (("2019", "2020"), ["2019", "2020"]),
        ((), []),
    ],
)
def test_a_long_course_is_shown_by_year(
    tmp_path: Path, dates: tuple[str, ...], periods: list[str]
) -> None:
    archive = [*tagged(*dates), an_article("undated.md", tags=("Iraq",))]
    assert [each.period for each in term_of(tmp_path, archive, "iraq").chart] == periods


def test_places_on_a_chart_that_lead_nowhere_have_no_bar(tmp_path: Path) -> None:
    with closing(catalog_with(tmp_path, tagged("2019-03-01", "2020-10-13"))) as catalog:
        page = rendered(plan(catalog, PageKey(PageKind.TERM, "iraq", "tags")))
    assert page.count("<svg") == 1
    assert page.count('tabindex="-1"') == 2
    assert "<title>October 2020 · 1 article</title>" in page


def test_months_name_the_tags_that_stand_out(tmp_path: Path) -> None:
    archive = [
        *(an_article(f"f{n}.md", date=f"2020-03-{n:02}", tags=("Flood", "News")) for n in (1, 2)),
        *(an_article(f"n{n}.md", date=f"2020-{n:02}-05", tags=("News",)) for n in range(1, 13)),
    ]
    with closing(catalog_with(tmp_path, archive)) as catalog:
        view = plan(catalog, PageKey(PageKind.YEAR, period="2020")).view
    assert isinstance(view, YearView)
    named = {each.period.period: [tag.label for tag in each.tags] for each in view.months}
    assert named.pop("2020-03") == ["Flood"]
    assert not any(named.values())
    assert [tag.route for each in view.months for tag in each.tags] == ["tags/flood/2020.html"]


def test_a_tag_that_grows_past_a_power_of_two_is_weighed_anew(project: Project) -> None:
    """It is too common now to stand out beside the harbour, though no article of it is new."""
    for number in range(40):
        tags = "Iron, Harbour" if number < 3 else "Grain" if number > 4 else "Harbour"
        project.write(f"story-{number}.md", story(number, tags))
    project.build()
    assert "Related tags" in project.page("tags/harbour/index.html")
    for number in range(20, 33):
        project.write(f"story-{number}.md", story(number, "Iron"))
    project.build()
    assert "Related tags" not in project.page("tags/harbour/index.html")


def story(number: int, tags: str) -> str:
    date = f"2020-{number % 12 + 1:02}-{number % 28 + 1:02}"
    return f"---\ntitle: Story\ndate: {date}\ntags: [{tags}]\n---\n\nThe river rose.\n"

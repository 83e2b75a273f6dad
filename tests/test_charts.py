"""Charts: bars for the periods that have articles, and as many years below as there is room for."""

from __future__ import annotations

import re

import pytest

from newsarc.rendering.charts import bars, year_labels
from newsarc.site.views import PeriodCount
from tests.helpers.project import Project


def periods(*numbers: int) -> list[PeriodCount]:
    return [
        PeriodCount(f"{2000 + place}", f"{2000 + place}/index.html" if number else None, number)
        for place, number in enumerate(numbers)
    ]


def test_bars_are_as_high_as_their_share_of_the_highest() -> None:
    shown = [(bar.place, bar.height) for bar in bars(periods(0, 50, 200, 0, 1))]
    assert shown == [(1, 25), (2, 100), (4, 2)]


def test_there_are_no_bars_without_articles() -> None:
    assert list(bars(periods(0, 0))) == []
    assert list(bars([])) == []


@pytest.mark.parametrize(
    ("years", "labels"),
    [
        (3, ["2000", "2001", "2002"]),
        (12, ["2000", "", "2002", "", "2004", "", "2006", "", "2008", "", "2010", ""]),
        (200, [str(year) if year % 20 == 0 else "" for year in range(2000, 2200)]),
    ],
)
def test_no_more_years_are_written_than_fit(years: int, labels: list[str]) -> None:
    assert year_labels(periods(*[1] * years)) == labels


def test_a_year_is_written_once_for_all_its_months() -> None:
    months = [PeriodCount(f"{y}-{m:02}", None, 0) for y in (2019, 2020) for m in range(1, 13)]
    assert year_labels(months) == ["2019", "2020"]


def test_years_without_articles_are_in_the_chart_alone(project: Project) -> None:
    for year in (1990, 2020):
        project.write(
            f"{year}.md", f"---\ntitle: Flood\ndate: {year}-05-04\n---\nThe river rose.\n"
        )
    project.build()
    listed = project.page("index.html").partition('<ol class="years">')[2].partition("</ol>")[0]
    assert re.findall(r"\d{4}/index.html", listed) == ["2020/index.html", "1990/index.html"]
    assert "2005" not in listed

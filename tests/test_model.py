"""The nouns: dates and their precision, values that travel between processes."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError

import pytest

from newsarc.errors import Problem, ProblemsError
from newsarc.model import Date, Precision
from tests.helpers.records import an_article


@pytest.mark.parametrize(
    ("iso", "precision", "month", "day"),
    [
        ("2020", Precision.YEAR, None, None),
        ("2020-10", Precision.MONTH, "2020-10", None),
        ("2020-10-13", Precision.DAY, "2020-10", "2020-10-13"),
        ("2020-10-13T05:52", Precision.INSTANT, "2020-10", "2020-10-13"),
        ("2020-10-13T05:52:07+02:00", Precision.INSTANT, "2020-10", "2020-10-13"),
    ],
)
def test_a_date_knows_how_much_of_it_is_known(
    iso: str, precision: Precision, month: str | None, day: str | None
) -> None:
    date = Date(iso)
    assert (date.precision, date.year, date.month, date.day) == (precision, "2020", month, day)
    assert str(date) == iso
    assert Date.from_iso(iso) == date


@pytest.mark.parametrize(
    "text",
    [
        *("", "20", "May 2020", "2020-13", "2021-02-30", "2020-10-13T05", "2020-10-13T25:00"),
        *("2020-10-13T05:52:07.5", "2020-10-13 05:52", "2020-10-13\n", "0000"),
    ],
)
def test_what_is_no_date_of_that_form(text: str) -> None:
    assert Date.from_iso(text) is None


def test_a_date_belongs_to_the_day_that_its_text_says() -> None:
    assert Date("2020-10-13T23:30-08:00").day == "2020-10-13"
    assert Date("2020-10-13T00:30+14:00").without_time == Date("2020-10-13")
    assert Date("2020-10").without_time == Date("2020-10")


def test_dates_sort_by_their_text_coarser_before_finer() -> None:
    ordered = [
        *(Date("2019-12-31"), Date("2020"), Date("2020-10"), Date("2020-10-13")),
        *(Date("2020-10-13T05:52"), Date("2020-10-14"), Date("2021")),
    ]
    mixed = ordered[3:] + ordered[:3]
    assert sorted(mixed) == ordered


def test_a_record_travels_and_stays_as_it_is() -> None:
    article = an_article(
        date="2020-10-13", authors=("Mara Lind",), extra={"id": 7, "places": ["Arno", {"x": None}]}
    )
    assert pickle.loads(pickle.dumps(article)) == article
    with pytest.raises(FrozenInstanceError):
        article.title = "Another"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem("articles/a.md", "is empty"), "articles/a.md: is empty"),
        (Problem("articles/a.md", "is empty", line=4), "articles/a.md:4: is empty"),
        (
            Problem("articles/a.md", '"2019-13-02" is not a date', 4, 7, "date"),
            'articles/a.md:4:7: date: "2019-13-02" is not a date',
        ),
    ],
)
def test_a_problem_is_written_with_its_place(problem: Problem, text: str) -> None:
    assert str(problem) == text


def test_problems_come_back_from_another_process() -> None:
    error = ProblemsError([Problem("articles/a.md", "is empty"), Problem("articles/b.md", "no")])
    copy = pickle.loads(pickle.dumps(error))
    assert isinstance(copy, ProblemsError)
    assert copy.problems == error.problems
    assert str(copy) == "articles/a.md: is empty\narticles/b.md: no"

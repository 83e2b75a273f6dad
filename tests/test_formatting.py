"""Dates, periods and numbers as people write them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import markupsafe
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from jinja2.filters import do_truncate

from newsarc.model import Date
from newsarc.rendering import formatting
from newsarc.rendering.formatting import largest, single_quotes, truncate
from newsarc.site.views import Calendar, PeriodCount


@pytest.mark.parametrize(
    ("iso", "language", "expected"),
    [
        ("2020", "en", "2020"),
        ("2020-10", "en", "October 2020"),
        ("2020-10-13", "en", "October 13, 2020"),
        ("2020-10-13T09:24", "en", "October 13, 2020, 9:24\u202fAM"),
        ("2020-10-13T09:24:05", "en", "October 13, 2020, 9:24\u202fAM"),
        ("2020-10-13T21:05:00-04:00", "en", "October 13, 2020, 9:05\u202fPM"),
        ("2020-10-13T23:59:59Z", "en", "October 13, 2020, 11:59\u202fPM"),
        ("2020-10-13T00:00:00+00:00", "en", "October 13, 2020"),
        ("0987-10-13", "en", "October 13, 987"),
        ("2020-10-13", "en-GB", "13 October 2020"),
        ("2020-10-13", "de", "13. Oktober 2020"),
        ("2020-10-13T09:24", "de", "13. Oktober 2020, 09:24"),
        ("2020-10-13", "ar", "13 أكتوبر 2020"),
        ("2020", "ja", "2020年"),
        ("2020-10", "zh-Hant", "2020年10月"),
        ("2020-10-13", "de-x-brdns", "13. Oktober 2020"),
        ("2020-10-13", "tlh", "October 13, 2020"),
        ("2020-10-13", "", "October 13, 2020"),
    ],
)
def test_long_date(iso: str, language: str, expected: str) -> None:
    assert formatting.long_date(Date(iso), language) == expected


def test_long_date_without_its_time() -> None:
    date = Date("2020-10-13T09:24")
    assert formatting.long_date(date, "en", with_time=False) == "October 13, 2020"


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("2020", "2020"),
        ("2020-10", "Oct 2020"),
        ("2020-10-13", "Oct 13, 2020"),
        ("2020-10-13T23:30:00-08:00", "Oct 13, 2020"),
    ],
)
def test_short_date(iso: str, expected: str) -> None:
    assert formatting.short_date(Date(iso), "en") == expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [("2020", "2020"), ("2020-10", "October 2020"), ("2020-10-13", "Tuesday, October 13, 2020")],
)
def test_period_name(period: str, expected: str) -> None:
    assert formatting.period_name(period, "en") == expected


def test_parts_of_a_period() -> None:
    assert formatting.month_name("2020-10", "en") == "October"
    assert formatting.month_name("2020-10-13", "ru") == "октябрь"
    assert formatting.day_of_month("2020-02-29", "en") == "February 29"
    assert formatting.day_of_month("02-29", "en") == "February 29"
    assert formatting.weekday_name("2020-10-13", "en") == "Tuesday"


@pytest.mark.parametrize("first", ["ja", "az", "ar"])
def test_each_language_has_names_of_its_own_whichever_is_asked_for_first(first: str) -> None:
    # Until its 2.19 babel gave to other languages what it had found for the first one. In a
    # process of its own, for it remembers.
    program = (
        "from newsarc.rendering.formatting import month_name\n"
        f"month_name('2020-03', {first!r})\n"
        "for language in ('en', 'ja', 'ar', 'zh', 'de'):\n"
        "    print(ascii(month_name('2020-03', language)))\n"
    )
    names = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    ).stdout.split()
    assert names == [ascii(name) for name in ("March", "3月", "مارس", "三月", "März")]


def test_weekdays_begin_with_monday() -> None:
    assert formatting.weekdays("en")[0] == ("M", "Monday")
    assert formatting.weekdays("en")[6] == ("S", "Sunday")
    assert formatting.weekdays("fr")[0] == ("L", "lundi")


@pytest.mark.parametrize(
    ("count", "language", "expected"),
    [
        (0, "en", "0 articles"),
        (1, "en", "1 article"),
        (2, "en", "2 articles"),
        (12345, "en", "12,345 articles"),
        (12345, "de", "12.345 Artikel"),
    ],
)
def test_counted(count: int, language: str, expected: str) -> None:
    assert (
        formatting.counted(count, "{number} article", "{number} articles", language=language)
        == expected
    )


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("fa-IR", "rtl"), ("ur", "rtl"), ("??", "ltr")],
)
def test_direction(language: str, expected: str) -> None:
    assert formatting.direction(language) == expected


@pytest.mark.parametrize(
    ("articles", "largest", "expected"),
    [
        (0, 0, 0),
        (0, 500, 0),
        (1, 1, 1),
        (2, 2, 2),
        (4, 4, 2),
        (9, 9, 3),
        (16, 16, 4),
        (1, 1600, 1),
        (100, 1600, 1),
        (101, 1600, 2),
        (900, 1600, 3),
        (1600, 1600, 4),
    ],
)
def test_shade(articles: int, largest: int, expected: int) -> None:
    assert formatting.shade(articles, largest) == expected


@pytest.mark.parametrize(
    ("articles", "largest", "expected"),
    [(0, 0, 0), (0, 9, 0), (1, 1, 20), (1, 1000, 1), (50, 100, 10), (51, 100, 11), (100, 100, 20)],
)
def test_share(articles: int, largest: int, expected: int) -> None:
    assert formatting.share(articles, largest) == expected


def test_busiest_day() -> None:
    week = (None, PeriodCount("2020-10-01", "a", 3), PeriodCount("2020-10-02", None, 0))
    month = PeriodCount("2020-10", "b", 3)
    assert formatting.busiest_day([Calendar(month, (week,)), Calendar(month, ())]) == 3
    assert formatting.busiest_day([]) == 0


def test_babel_is_not_imported_before_the_first_date() -> None:
    code = "import sys, newsarc.rendering.formatting; sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@given(
    text=st.text(max_size=20) | st.text(max_size=20).map(markupsafe.Markup),
    length=st.integers(0, 20),
    options=st.sampled_from([{}, {"end": "…"}, {"killwords": True}, {"leeway": 0}, {"end": ""}]),
)
def test_text_is_cut_as_jinja_cuts_it(text: str, length: int, options: dict[str, Any]) -> None:
    def outcome(cut: Callable[..., str]) -> tuple[type, str]:
        try:
            return str, cut(Environment(), text, length, **options)
        except AssertionError as error:  # a longer ending than the whole
            return AssertionError, str(error)

    assert outcome(truncate) == outcome(do_truncate)


def test_quotation_marks_within_quotation_marks_are_single() -> None:
    assert single_quotes('“So”, „so“ "so" ‘so’ it\'s') == "‘So’, ‚so‘ 'so' ‘so’ it's"


def test_the_largest_of_no_periods_is_one() -> None:
    assert largest([]) == 1
    assert largest([PeriodCount("2020", None, 0)]) == 0
    assert largest([PeriodCount("2020", "a", 3), PeriodCount("2021", "b", 5)]) == 5

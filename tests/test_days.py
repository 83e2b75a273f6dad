"""Days put together from parts: as babel writes them, in every language that it knows."""

from __future__ import annotations

import datetime

import pytest
from babel import Locale, localedata
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from newsarc.rendering.days import Style, locale_of, written_day

STYLES: tuple[Style, ...] = ("full", "long", "medium")
LANGUAGES = [name.replace("_", "-") for name in localedata.locale_identifiers()]


@given(
    language=st.sampled_from(LANGUAGES),
    day=st.dates(min_value=datetime.date(1, 1, 1)),
    style=st.sampled_from(STYLES),
)
def test_a_day_is_written_as_babel_writes_it(
    language: str, day: datetime.date, style: Style
) -> None:
    assert written_day(day, style, language) == format_date(day, style, locale_of(language))


@pytest.mark.parametrize("style", STYLES)
def test_every_language(style: Style) -> None:
    days = (datetime.date(2020, 2, 29), datetime.date(1999, 12, 31), datetime.date(7, 7, 1))
    for language in LANGUAGES:
        for day in days:
            expected = format_date(day, style, locale_of(language))
            assert written_day(day, style, language) == expected, (language, day)


def test_what_no_locale_has_is_english() -> None:
    assert locale_of("tlh-Latn") == Locale("en")
    assert locale_of("pt-XX") == Locale("pt")

"""Dates as they are written, and as they are meant."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.model import Precision
from newsarc.reading.dates.finding import DateMatch, find_dates, numeric_readings, parse_date
from newsarc.reading.languages.lexicon import Lexicon, lexicon_of


def find_date(line: str) -> DateMatch | None:
    """The first certain date of a line, in English or else in any language."""
    found = [date for code in ("en", None) for date in find_dates(line, lexicon_of(code))]
    return next((date for date in found if isinstance(date, DateMatch)), None)


WHOLE = {
    # ISO 8601, as strict and as loose as front matter has it
    "2020": "2020",
    "2020-10": "2020-10",
    "2020-10-13": "2020-10-13",
    "2020-1-5": "2020-01-05",
    "20201013": "2020-10-13",
    "2020/10/13": "2020-10-13",
    "2020.10.13": "2020-10-13",
    "2020-10-13T05:52": "2020-10-13T05:52",
    "2020-10-13 05:52": "2020-10-13T05:52",
    "2020-10-13T05:52:00Z": "2020-10-13T05:52:00Z",
    "2020-10-13t05:52:00z": "2020-10-13T05:52:00Z",
    "2020-10-13T05:52:00.123+01:00": "2020-10-13T05:52:00+01:00",
    "2019-02-14 09:24:00 -0500": "2019-02-14T09:24:00-05:00",
    " 2020-10-13\u00a0": "2020-10-13",
    # English
    "October 13, 2020": "2020-10-13",
    "october 13 2020": "2020-10-13",
    "OCTOBER 13, 2020": "2020-10-13",
    "13 October 2020": "2020-10-13",
    "13 October, 2020": "2020-10-13",
    "13th of October 2020": "2020-10-13",
    "Oct 3rd 2020": "2020-10-03",
    "Sept. 3, 2020": "2020-09-03",
    "May 3, 2020": "2020-05-03",
    "13-Oct-2020": "2020-10-13",
    "October 2020": "2020-10",
    "Oct. 2020": "2020-10",
    "Tuesday, 13 October 2020": "2020-10-13",
    "Tue, Oct 13, 2020": "2020-10-13",
    "Tue, 13 Oct 2020 05:52:00 +0000": "2020-10-13T05:52:00+00:00",
    # Times; a zone that means several offsets is left off
    "October 13, 2020 5:52 AM": "2020-10-13T05:52",
    "October 13, 2020 13:05 pm": "2020-10-13T13:05",
    "October 13, 2020, 12:05 a.m.": "2020-10-13T00:05",
    "October 13, 2020 at 12:05 pm": "2020-10-13T12:05",
    "October 13, 2020 at 5 p.m.": "2020-10-13T17:00",
    "13 October 2020 5.52pm": "2020-10-13T17:52",
    "Oct. 13, 2020 5:52 AM EST": "2020-10-13T05:52",
    "5:52 AM EST, October 13, 2020": "2020-10-13T05:52",
    "13 October 2020 05:52 GMT": "2020-10-13T05:52Z",
    "13 October 2020, 19:25 (GMT+7)": "2020-10-13T19:25+07:00",
    "13 October 2020 | 22:23 WIB": "2020-10-13T22:23+07:00",
    # Numeric, where only one reading exists
    "13/10/2020": "2020-10-13",
    "10/13/2020": "2020-10-13",
    "13.10.2020": "2020-10-13",
    "13-10-2020": "2020-10-13",
    "05/05/2020": "2020-05-05",
    "11/28/2016 04:23 pm ET": "2016-11-28T16:23",
    # Other languages
    "13 de octubre de 2020": "2020-10-13",
    "25 de mayo de 2025 16:51 h": "2025-05-25T16:51",
    "21.dez.2018 às 12h55": "2018-12-21T12:55",
    "1er mai 2020": "2020-05-01",
    "23. März 2017, 15:43 Uhr": "2017-03-23T15:43",
    "1. Jänner 2020": "2020-01-01",
    "martedì 13 ottobre 2020": "2020-10-13",
    "13 października 2020": "2020-10-13",
    "13 Ekim 2020": "2020-10-13",
    "11 октября 2018": "2018-10-11",
    "октябрь 2018": "2018-10",
    "13 أكتوبر 2020": "2020-10-13",
    "আগস্ট ২৯, ২০২০": "2020-08-29",
    "Rabu, 03 Oktober 2018": "2018-10-03",
    "2024年04月24日23:52": "2024-04-24T23:52",
    "2024년 4월 24일": "2024-04-24",
}


@pytest.mark.parametrize(("text", "iso"), WHOLE.items())
def test_whole_text(text: str, iso: str) -> None:
    date = parse_date(text)
    assert date is not None
    assert date.iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "no",
        "13",
        "0999",
        "12345",
        "202010",
        "2019-13-02",
        "2019-00-02",
        "2019-02-29",
        "20190231",
        "31 February 2019",
        "February 31, 2019",
        "31 Feb",
        "13/13/2020",
        "03/04/2020",
        "03.04.2020",
        "3-4-2020",
        "12/16/16",
        "1999-12-31T24:00",
        "1999-12-31 23:60",
        "2020-10-13T05:52:00+25:00",
        "2020-10-13-flood",
        "since 2020-10-13",
        "October 13",
        "13 Foober 2020",
        "8 listopad 2020",  # October in Croatia, November in Poland
        "yesterday",
        "October 13, 2020 and later",
        "9" * 5_000,
    ],
)
def test_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("line", "found", "rule"),
    [
        ("October 13, 2020 by Quillon Dispatch", "October 13, 2020", "long"),
        ("Posted 13 October 2020 | 5 min read", "13 October 2020", "long"),
        ("Tuesday, 13 October 2020, by X", "Tuesday, 13 October 2020", "long"),
        ("By Ada Fenwick, October 13, 2020 5:52 AM EST", "October 13, 2020 5:52 AM EST", "long"),
        ("By X 2020-10-13 05:52:00 Y", "2020-10-13 05:52:00", "iso"),
        ("seen 13.10.2020 and 14.10.2020", "13.10.2020", "numeric"),
        ("2020/10/13", "2020/10/13", "year-first"),
        ("The issue of October 2020", "October 2020", "month"),
        ("October 13, 2020By Ada Fenwick", "October 13, 2020", "long"),
    ],
)
def test_inside_line(line: str, found: str, rule: str) -> None:
    match = find_date(line)
    assert match is not None
    assert (line[match.start : match.end], match.rule) == (found, rule)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Budget 2020",
        "53 boats in 2020",
        "31 February 2020",
        "No. 20201013",
        "1.10.2020.7",
        "03/04/2020",
        "2020-2021",
        "x" * 10_000,
    ],
)
def test_no_date_inside_line(line: str) -> None:
    assert find_date(line) is None


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("03/04/2020", ["2020-03-04", "2020-04-03"]),
        ("13/04/2020", ["2020-04-13"]),
        ("05.05.2020", ["2020-05-05"]),
        ("12/16/16", ["1916-12-16", "2016-12-16"]),
        ("13/13/2020", []),
        ("2020-10-13", []),
        ("soon", []),
    ],
)
def test_numeric_readings(text: str, readings: list[str]) -> None:
    assert [date.iso for date in numeric_readings(text)] == readings


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_every_day_reads_back(day: datetime.date) -> None:
    for text in (
        day.isoformat(),
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%A}, {day.day} {day:%b} {day.year}",
    ):
        date = parse_date(text)
        assert date is not None
        assert (date.iso, date.precision) == (day.isoformat(), Precision.DAY)


@given(st.datetimes(min_value=datetime.datetime(1000, 1, 1)))
def test_every_instant_reads_back(instant: datetime.datetime) -> None:
    iso = instant.isoformat(timespec="seconds")
    assert str(parse_date(iso)) == iso
    assert str(parse_date(iso + "-05:00")) == iso + "-05:00"


TWO_DIGITS = st.integers(0, 62).map("{:02}".format)


@given(
    st.dates(datetime.date(1600, 1, 1), datetime.date(2199, 12, 31)).map(str)
    | st.builds("{}-{}-{}".format, st.integers(1600, 2199), TWO_DIGITS, TWO_DIGITS),
    st.just("")
    | st.builds("T{}:{}".format, TWO_DIGITS, TWO_DIGITS)
    | st.builds("T{}:{}:{}".format, TWO_DIGITS, TWO_DIGITS, TWO_DIGITS),
    st.just("")
    | st.just("Z")
    | st.builds("{}{}:{}".format, st.sampled_from("+-"), TWO_DIGITS, TWO_DIGITS),
    st.sampled_from(["en", "hu", "ja", "fr", None]).map(lexicon_of),
)
def test_an_iso_date_is_what_a_line_of_it_holds(
    day: str, time: str, offset: str, lexicon: Lexicon
) -> None:
    """A whole text in ISO 8601 is read at once, a line with the patterns for all dates."""
    text = day + time + (time and offset)
    whole = [
        found.date
        for found in find_dates(text, lexicon)
        if isinstance(found, DateMatch) and (found.start, found.end) == (0, len(text))
    ]
    assert parse_date(text, lexicon) == (whole[0] if whole else None)


@given(st.one_of(st.text(), st.text(alphabet="0123456789 -/.:,TZ+Octber")))
def test_any_text(text: str) -> None:
    match = find_date(text)
    if match is not None:
        assert 0 <= match.start < match.end <= len(text)
    date = parse_date(text)
    if date is not None and date.precision is Precision.INSTANT:
        datetime.datetime.fromisoformat(date.iso)  # raises where it is none

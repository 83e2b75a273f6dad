"""An article's reference for the programs that keep references."""

from __future__ import annotations

import json
import re
from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from newsarc.config import Configuration, SiteSettings
from newsarc.model import Date
from newsarc.rendering import citations
from newsarc.rendering.citations import bibtex, citation_files, csl_json, ris
from newsarc.site.views import AuthorLink, TermLink
from tests.test_structured_data import BARE as PLAIN

HERE = Configuration(site=SiteSettings(title="Marsh Archive"))
PUBLISHED = Configuration(site=SiteSettings(title="Marsh Archive", url="https://marsh.example/a/"))
FULL = replace(
    PLAIN,
    route="2021/03/04/flood.html",
    identifier="urn:uuid:0d0c8f4e-6f5c-5e0e-9d4f-000000000001",
    title="Flood takes 50% of {the} lower road & pier_2",
    date=Date("2021-03-04T07:30"),
    byline="By Ada Quill, Marsh Wire",
    authors=(AuthorLink("Ada Quill", False, "q.html"), AuthorLink("Marsh Wire", True, "w.html")),
    source=TermLink("The Lower Marsh Courier", "s.html"),
    lang="en-GB",
    url="https://courier.example/flood?a={1}",
)
BARE = replace(
    FULL, date=None, byline=None, authors=(), source=None, lang=None, url=None, title="Flood"
)


def test_bibtex_has_what_is_known_and_escapes_what_means_something_to_it() -> None:
    assert bibtex(FULL, PUBLISHED) == (
        "@article{2021-0d0c8f4e,\n"
        "  title = {{Flood takes 50\\% of \\{the\\} lower road \\& pier\\_2}},\n"
        "  author = {Ada Quill and {Marsh Wire}},\n"
        "  journal = {The Lower Marsh Courier},\n"
        "  date = {2021-03-04},\n"
        "  year = {2021},\n"
        "  url = {https://marsh.example/a/2021/03/04/flood.html},\n"
        "  note = {Marsh Archive},\n"
        "  month = mar\n"
        "}\n"
    )


def test_ris_has_what_is_known() -> None:
    assert ris(FULL, PUBLISHED) == (
        "TY  - NEWS\r\n"
        "TI  - Flood takes 50% of {the} lower road & pier_2\r\n"
        "AU  - Ada Quill\r\n"
        "AU  - Marsh Wire\r\n"
        "T2  - The Lower Marsh Courier\r\n"
        "PY  - 2021\r\n"
        "DA  - 2021/03/04/\r\n"
        "LA  - en-GB\r\n"
        "UR  - https://marsh.example/a/2021/03/04/flood.html\r\n"
        "DB  - Marsh Archive\r\n"
        "ID  - 2021-0d0c8f4e\r\n"
        "ER  - \r\n"
    )


def test_csl_json_has_what_is_known() -> None:
    assert json.loads(csl_json(FULL, PUBLISHED)) == [
        {
            "id": "urn:uuid:0d0c8f4e-6f5c-5e0e-9d4f-000000000001",
            "type": "article-newspaper",
            "title": FULL.title,
            "author": [{"literal": "Ada Quill"}, {"literal": "Marsh Wire"}],
            "container-title": "The Lower Marsh Courier",
            "issued": {"date-parts": [[2021, 3, 4]]},
            "URL": "https://marsh.example/a/2021/03/04/flood.html",
            "archive": "Marsh Archive",
            "language": "en-GB",
        }
    ]


def test_what_is_not_known_is_left_out() -> None:
    assert bibtex(BARE, HERE) == (
        "@misc{undated-0d0c8f4e,\n  title = {{Flood}},\n  note = {Marsh Archive}\n}\n"
    )
    assert ris(BARE, HERE) == (
        "TY  - NEWS\r\nTI  - Flood\r\nLA  - en\r\nDB  - Marsh Archive\r\n"
        "ID  - undated-0d0c8f4e\r\nER  - \r\n"
    )
    assert json.loads(csl_json(BARE, HERE)) == [
        {
            "id": BARE.identifier,
            "type": "article-newspaper",
            "title": "Flood",
            "archive": "Marsh Archive",
            "language": "en",
        }
    ]


@pytest.mark.parametrize(
    ("iso", "year_month", "ris_date", "parts"),
    [
        ("2021", "  year = {2021}", "2021///", [2021]),
        ("2021-03", "  month = mar", "2021/03//", [2021, 3]),
        ("2021-12-31", "  month = dec", "2021/12/31/", [2021, 12, 31]),
    ],
)
def test_a_date_is_as_precise_as_it_is(
    iso: str, year_month: str, ris_date: str, parts: list[int]
) -> None:
    page = replace(FULL, date=Date(iso))
    assert f"  date = {{{iso}}},\n" in bibtex(page, HERE)
    assert year_month in bibtex(page, HERE).replace(",\n", "\n").split("\n")
    assert f"DA  - {ris_date}\r\n" in ris(page, HERE)
    assert json.loads(csl_json(page, HERE))[0]["issued"] == {"date-parts": [parts]}


def test_a_byline_stands_for_authors_and_lines_stay_lines() -> None:
    page = replace(BARE, byline="Staff\nreporters", title="A\nB")
    assert "author = {Staff reporters}" in bibtex(page, HERE)
    assert "AU  - Staff reporters\r\n" in ris(page, HERE)
    assert "TI  - A B\r\n" in ris(page, HERE)


def test_without_an_address_of_its_own_an_article_has_the_original_one() -> None:
    assert "url = {https://courier.example/flood?a=%7B1%7D}" in bibtex(FULL, HERE)


def test_links_carry_the_files() -> None:
    files = citation_files(FULL, PUBLISHED)
    assert [file.format for file in files] == ["BibTeX", "RIS", "CSL-JSON"]
    assert [file.name for file in files] == ["flood.bib", "flood.ris", "flood.json"]
    texts = (bibtex(FULL, PUBLISHED), ris(FULL, PUBLISHED), csl_json(FULL, PUBLISHED))
    for file, text in zip(files, texts, strict=True):
        head, _, data = file.link.partition(",")
        assert re.fullmatch(r"data:application/[a-z.+-]+;charset=utf-8", head)
        assert not re.search(r"[\s\"'<>&#{}\\]", data)
        assert unquote(data) == text


@given(st.text() | st.text(st.characters(categories=["Cs", "Ll"])))
def test_a_file_in_an_address_is_what_the_library_makes_of_it(text: str) -> None:
    expected = quote(text, safe=citations._SAFE, errors="replace")
    assert citations._in_address(text) == expected

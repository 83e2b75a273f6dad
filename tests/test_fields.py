"""From front matter to fields: names, types, what is kept, what is said."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.errors import Problem
from newsarc.model import Author, Date, Diagnostic, Evidence, Image, Json, Span
from newsarc.reading.field_types import _SPACES, squeezed
from newsarc.reading.fields import read_fields
from newsarc.reading.front_matter import FrontMatter, split_front_matter
from newsarc.reading.front_matter.names import NAMES
from newsarc.reading.lines import BLANKS
from newsarc.reading.record import Fields


def read_text(text: str) -> tuple[Fields, tuple[Problem, ...]]:
    found = split_front_matter(text, "a.md")
    assert isinstance(found, FrontMatter)
    return read_fields(found, text, "a.md")


def read(block: str) -> Fields:
    """The fields of YAML front matter without problems."""
    fields, problems = read_text(f"---\n{block}\n---\nRain.")
    assert problems == ()
    return fields


def told(block: str) -> list[tuple[str, str | None, str]]:
    """Message, hint and severity of each problem of YAML front matter."""
    _, problems = read_text(f"---\n{block}\n---\nRain.")
    return [
        (str(problem).removeprefix("a.md:"), problem.hint, problem.severity) for problem in problems
    ]


def test_all_fields() -> None:
    text = """---
title: River floods Marl
dek: Hundreds leave their homes
date: 2020-10-13 05:52:00 -0500
updated: Oct. 14, 2020
byline: By Ines Quill and Odo Marsh
source: Marl Courier
dateline: MARL (North Wire) —
image:
  file: flood.jpg
  caption: The bridge on Tuesday
  credit: Odo Marsh
tags: [Floods, Marl]
section: Local
lang: en-GB
url: https://news.example/2020/flood.html
slug: river-floods-marl
aliases: /2020/10/flood/
draft: yes
weight: 7
---
Rain fell."""
    fields, problems = read_text(text)
    assert problems == ()
    assert fields == Fields(
        body=(Span(text.index("Rain fell."), len(text)),),
        title="River floods Marl",
        dek="Hundreds leave their homes",
        date=Date("2020-10-13T05:52:00-05:00"),
        updated=Date("2020-10-14"),
        byline="By Ines Quill and Odo Marsh",
        authors=(Author("Ines Quill"), Author("Odo Marsh")),
        source="Marl Courier",
        dateline="MARL (North Wire) —",
        image=Image("flood.jpg", "The bridge on Tuesday", "Odo Marsh"),
        tags=("Floods", "Marl"),
        section="Local",
        lang="en-GB",
        url="https://news.example/2020/flood.html",
        slug="river-floods-marl",
        aliases=("/2020/10/flood/",),
        draft=True,
        extra={"weight": 7},
        evidence=(
            Evidence("title", (2,), "front-matter.title", "high"),
            Evidence("dek", (3,), "front-matter.dek", "high"),
            Evidence("date", (4,), "front-matter.date", "high"),
            Evidence("updated", (5,), "front-matter.updated", "high"),
            Evidence("byline", (6,), "front-matter.byline", "high"),
            Evidence("authors", (6,), "front-matter.byline", "high"),
            Evidence("source", (7,), "front-matter.source", "high"),
            Evidence("dateline", (8,), "front-matter.dateline", "high"),
            Evidence("image", (10,), "front-matter.image.file", "high"),
            Evidence("caption", (11,), "front-matter.image.caption", "high"),
            Evidence("credit", (12,), "front-matter.image.credit", "high"),
            Evidence("tags", (13,), "front-matter.tags", "high"),
            Evidence("section", (14,), "front-matter.section", "high"),
            Evidence("lang", (15,), "front-matter.lang", "high"),
            Evidence("url", (16,), "front-matter.url", "high"),
            Evidence("slug", (17,), "front-matter.slug", "high"),
            Evidence("aliases", (18,), "front-matter.aliases", "high"),
            Evidence("draft", (19,), "front-matter.draft", "high"),
        ),
    )


@pytest.mark.parametrize(
    ("block", "field", "value"),
    [
        ("headline: Flood", "title", "Flood"),
        ("Title: Flood", "title", "Flood"),
        ("deck: Flood", "dek", "Flood"),
        ("standfirst: Flood", "dek", "Flood"),
        ("subtitle: Flood", "dek", "Flood"),
        ("summary: Flood", "dek", "Flood"),
        ("description: Flood", "dek", "Flood"),
        ("published: 2020-10-13", "date", Date("2020-10-13")),
        ("pubdate: 2020-10-13", "date", Date("2020-10-13")),
        ("publishDate: 2020-10-13", "date", Date("2020-10-13")),
        ("publication-date: 2020-10-13", "date", Date("2020-10-13")),
        ("datePublished: 2020-10-13", "date", Date("2020-10-13")),
        ("lastmod: 2020-10-13", "updated", Date("2020-10-13")),
        ("modified: 2020-10-13", "updated", Date("2020-10-13")),
        ("Date Updated: 2020-10-13", "updated", Date("2020-10-13")),
        ("author: Ines Quill", "authors", (Author("Ines Quill"),)),
        ("publisher: Marl Courier", "source", "Marl Courier"),
        ("topics: [a]", "tags", ("a",)),
        ("tag: a", "tags", ("a",)),
        ("keywords: a, b", "tags", ("a", "b")),
        ("categories:\n  - a\n  - b", "tags", ("a", "b")),
        ("kicker: Local", "section", "Local"),
        ("language: de", "lang", "de"),
        ("canonical: https://a.example/b", "url", "https://a.example/b"),
        ("canonical_url: https://a.example/b", "url", "https://a.example/b"),
        ("source_url: http://a.example/b", "url", "http://a.example/b"),
        ("link: https://a.example", "url", "https://a.example"),
    ],
)
def test_other_names_of_fields(block: str, field: str, value: object) -> None:
    fields = read(block)
    assert getattr(fields, field) == value
    name = block.partition(":")[0]
    assert fields.evidence == (Evidence(field, (2,), f"front-matter.{name}", "high"),)
    assert fields.extra == {}


def test_of_two_names_the_first_of_the_table_counts_and_the_other_is_kept() -> None:
    fields = read("summary: Rain for days\ndeck: Rain\nheadline: Flood\ntitle: Flood")
    assert (fields.title, fields.dek) == ("Flood", "Rain")
    assert fields.extra == {"summary": "Rain for days"}
    message = '"summary" is a second name for dek, which "deck" gives; kept as a field of its own'
    assert fields.diagnostics == (Diagnostic("SECOND_NAME", 2, message),)


def test_empty_fields_are_not_given() -> None:
    fields = read(
        "title:\ndek: ''\ndeck: ~\nsummary: Rain\ntags: []\nauthors:\nimage: {}\nx:\ny: null"
    )
    assert fields == Fields(
        body=fields.body,
        dek="Rain",
        evidence=(Evidence("dek", (5,), "front-matter.summary", "high"),),
    )


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("1984", "1984"),
        ("no", "no"),
        ("2020-10-13", "2020-10-13"),
        ("1.10", "1.10"),
        ("'null'", "null"),
        ("Null", "Null"),
        (">\n  River floods\n  Marl\n", "River floods Marl"),
        ('"  River \\t floods\\nMarl "', "River floods Marl"),
        ("Où\u202fest Marl\u00a0?", "Où\u202fest Marl\u00a0?"),
        ("\u00a0Flood\u00a0", "Flood"),
        ("Q&amp;A with Ines", "Q&A with Ines"),
        ("Marl&#58; a flood", "Marl: a flood"),
        ("A&ntilde;o", "Año"),
        ("Rain&#8230;", "Rain…"),
        ("Rain&nbsp;falls", "Rain\u00a0falls"),
        ("x &amp;amp;", "x &amp;"),
        ("R&D at AT&T; &mndash; &notit; &#0; &", "R&D at AT&T; &mndash; &notit; &#0; &"),
        ("'&lt;b&gt;'", "<b>"),
        ('"Bell\\u0007s"', "Bell s"),
    ],
)
def test_title(written: str, title: str) -> None:
    assert read(f"title: {written}").title == title


def test_decoded_references_are_noted_for_all_that_is_shown() -> None:
    fields = read(
        "title: Q&amp;A\ndek: x &#8211; &#8211; &ldquo;y&rdquo;\nauthors: [I&ntilde;es]\n"
        "tags: [R&amp;D]\nimage: {file: a&amp;b.jpg, caption: C&amp;A}\nnote: Q&amp;A"
    )
    assert fields.title == "Q&A"
    assert fields.authors == (Author("Iñes"),)
    assert fields.tags == ("R&D",)
    assert fields.image == Image("a&amp;b.jpg", "C&A")
    assert fields.extra == {"note": "Q&amp;A"}
    assert fields.diagnostics[:2] == (
        Diagnostic("ENTITY_DECODED", 2, 'title: read "&amp;" as "&"'),
        Diagnostic(
            "ENTITY_DECODED", 3, 'dek: read "&#8211;" as "–", "&ldquo;" as "“", "&rdquo;" as "”"'
        ),
    )


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2020", "2020"),
        ("2020-10", "2020-10"),
        ("2020-10-13", "2020-10-13"),
        ("'2020-10-13'", "2020-10-13"),
        ("13 October 2020", "2020-10-13"),
        ("Oct. 13, 2020 5:52 AM", "2020-10-13T05:52"),
        ("2019-02-14 09:24:00 -0500", "2019-02-14T09:24:00-05:00"),
        ("2016-02-08 1:00:19 -0400", "2016-02-08T01:00:19-04:00"),
        ("2019-02-14T23:59:59+14:00", "2019-02-14T23:59:59+14:00"),
    ],
)
def test_date(written: str, iso: str) -> None:
    assert read(f"date: {written}").date == Date(iso)


def test_dates_of_toml() -> None:
    fields, problems = read_text(
        "+++\ndate = 2020-10-13T05:52:00-05:00\nupdated = 2020-10-14\n+++\nRain."
    )
    assert problems == ()
    assert (fields.date, fields.updated) == (Date("2020-10-13T05:52:00-05:00"), Date("2020-10-14"))


@pytest.mark.parametrize(
    ("block", "names"),
    [
        ("authors: [jane-doe, o_neil]", ["jane-doe", "o_neil"]),
        ("authors: jane-doe", ["jane-doe"]),
        ("author: Ines Quill", ["Ines Quill"]),
        ("author: Ines Quill and Odo Marsh", ["Ines Quill", "Odo Marsh"]),
        ("author: Ines Quill, Odo Marsh & Una Fell", ["Ines Quill", "Odo Marsh", "Una Fell"]),
        ("author: Ines Quill; Odo Marsh", ["Ines Quill", "Odo Marsh"]),
        ("author: By Ines Quill", ["Ines Quill"]),
        (
            "authors:\n  - Ines Quill\n  - name: Odo Marsh\n  -\n  - Ines Quill",
            ["Ines Quill", "Odo Marsh"],
        ),
        ("authors: {name: Ines Quill}", ["Ines Quill"]),
        ("byline: By Ines Quill", ["Ines Quill"]),
        ("byline: By Ines Quill\nauthor: Odo Marsh", ["Odo Marsh"]),
    ],
)
def test_authors(block: str, names: list[str]) -> None:
    assert [author.name for author in read(block).authors] == names


def test_what_an_author_has_beside_a_name_is_kept() -> None:
    fields = read("authors:\n  - name: Ines Quill\n    desk: Local")
    assert fields.authors == (Author("Ines Quill"),)
    assert fields.extra == {"authors": [{"name": "Ines Quill", "desk": "Local"}]}


@pytest.mark.parametrize(
    ("written", "tags"),
    [
        ("[Floods, Marl]", ("Floods", "Marl")),
        ("[no, 2020, 2020-10-13, null]", ("no", "2020", "2020-10-13", "null")),
        ("\n  - Floods\n  -\n  - '  '\n  - Marl", ("Floods", "Marl")),
        ("Floods, Marl ;Rain,,", ("Floods", "Marl", "Rain")),
        ("Floods", ("Floods",)),
        ("['Marl, West', Marl]", ("Marl, West", "Marl")),
        ("[Floods, floods, FLOODS]", ("Floods",)),
        ("[climate-change, Climate  Change, Résumé, resume]", ("climate-change", "Résumé")),
        ("[が, か]", ("が", "か")),
    ],
)
def test_tags(written: str, tags: tuple[str, ...]) -> None:
    assert read(f"tags: {written}").tags == tags


@pytest.mark.parametrize(
    ("block", "image", "extra"),
    [
        ("image: a.jpg", Image("a.jpg"), {}),
        ("image: https://a.example/b.jpg", Image("https://a.example/b.jpg"), {}),
        ("image: {src: a.jpg}", Image("a.jpg"), {}),
        ("image: {path: a.jpg, caption: Rain}", Image("a.jpg", "Rain"), {}),
        ("image: {url: a.jpg, credit: Odo}", Image("a.jpg", credit="Odo"), {}),
        ("image: {caption: Rain}", Image(caption="Rain"), {}),
        ("caption: Rain\ncredit: Odo", Image(caption="Rain", credit="Odo"), {}),
        ("image: a.jpg\ncaption: Rain", Image("a.jpg", "Rain"), {}),
        ("image: {file: a.jpg, alt: Rain}", Image("a.jpg"), {"image": {"alt": "Rain"}}),
        ("image: {uid: rain}", None, {"image": {"uid": "rain"}}),
        ("image: [a.jpg, b.jpg]", None, {"image": ["a.jpg", "b.jpg"]}),
        ("image: {file: a.jpg, src: b.jpg}", Image("a.jpg"), {"image": {"src": "b.jpg"}}),
        ("image: {caption: Rain}\ncaption: Wind", Image(caption="Rain"), {"caption": "Wind"}),
        ("featured_image: {uid: rain}", None, {"featured_image": {"uid": "rain"}}),
    ],
)
def test_image(block: str, image: Image | None, extra: dict[str, Json]) -> None:
    fields = read(block)
    assert (fields.image, fields.extra) == (image, extra)


@pytest.mark.parametrize(
    "code", ["en", "pt-BR", "zh-Hant", "zh-Hant-TW", "es-419", "gsw", "de-1996"]
)
def test_language(code: str) -> None:
    assert read(f"lang: {code}").lang == code


@pytest.mark.parametrize(
    ("written", "draft"),
    [("true", True), ("Yes", True), ("false", False), ("no", False), ("''", False)],
)
def test_draft(written: str, draft: bool) -> None:
    assert read(f"draft: {written}").draft is draft


def test_aliases() -> None:
    fields = read("aliases:\n  - /2012/02/19/99992/\n  - old.html\n  - /2012/02/19/99992/")
    assert fields.aliases == ("/2012/02/19/99992/", "old.html")


DATE_HINT = "write YYYY-MM-DD, or a full ISO time"
ALIAS_HINT = "write the old address as a path, such as /2012/02/old-name/"
URL_HINT = "write the whole address, beginning with https://"


@pytest.mark.parametrize(
    ("block", "message", "hint"),
    [
        ("date: 2019-13-02", '2:7: date: "2019-13-02" is not a date', DATE_HINT),
        (
            "date: 0999-03",
            '2:7: date: "0999-03" is too early: years begin with 1000',
            "leave the date out and write it in the text",
        ),
        ("published: soon", '2:12: published: "soon" is not a date', DATE_HINT),
        (
            "date: 03/04/2020",
            '2:7: date: "03/04/2020" can be read in two ways',
            "write 2020-03-04 or 2020-04-03",
        ),
        ("updated: [2020]", "2:10: updated: wants a date, not a list", 'write updated: "[2020]"'),
        ("title: [Update]", "2:8: title: wants one text, not a list", 'write title: "[Update]"'),
        ("title: {a: b}", "2:8: title: wants one text, not a table", 'write title: "{a: b}"'),
        ("title:\n  - a", "3:3: title: wants one text, not a list", None),
        ("tags: {a: b}", "2:7: tags: wants a list of words, not a table", 'write tags: "{a: b}"'),
        (
            "tags:\n  - Marl: floods",
            "3:5: tags: wants words, not a table",
            'write - "Marl: floods"',
        ),
        ("tags: [[a]]", "2:8: tags: wants words, not a list", None),
        (
            "authors:\n  - Quill: Ines",
            "3:5: authors: wants names, not a table",
            'write - "Quill: Ines"',
        ),
        ("image: {file: [a]}", "2:15: image.file: wants one text, not a list", None),
        (
            "lang: English",
            '2:7: lang: "English" is not a language code',
            "write en, pt-BR or zh-Hant",
        ),
        ("lang: en_GB.UTF-8", '2:7: lang: "en_GB.UTF-8" is not a language code', "write en-GB"),
        (
            "draft: maybe",
            '2:8: draft: "maybe" is neither true nor false',
            "write true or false, or leave the line out",
        ),
        ("draft: [yes]", "2:8: draft: wants true or false, not a list", 'write draft: "[yes]"'),
        (
            f"aliases: /{'x' * 256}/",
            f'2:10: aliases: "/{"x" * 59}…" is longer than file systems take',
            ALIAS_HINT,
        ),
        ("aliases: ../x", '2:10: aliases: "../x" leads out of the site', ALIAS_HINT),
        ("aliases: [a/../../x]", '2:11: aliases: "a/../../x" leads out of the site', ALIAS_HINT),
        (
            "aliases: https://a.example/x",
            '2:10: aliases: "https://a.example/x" is an address of another site',
            ALIAS_HINT,
        ),
        (
            "aliases: //a.example/x",
            '2:10: aliases: "//a.example/x" is an address of another site',
            ALIAS_HINT,
        ),
        ("aliases: a\\b", '2:10: aliases: "a\\b" holds a backslash', ALIAS_HINT),
        ('aliases: "a\\0"', '2:10: aliases: "a\0" holds a control character', ALIAS_HINT),
        ("aliases: ['']", '2:11: aliases: "" is empty', ALIAS_HINT),
    ],
)
def test_errors(block: str, message: str, hint: str | None) -> None:
    assert told(block) == [(message, hint, "error")]


@pytest.mark.parametrize(
    ("block", "message", "hint"),
    [
        (
            f"title: {'x' * 501}",
            "2:8: title: is 501 characters long; is the body in the title?",
            "move all but the title below the front matter",
        ),
        ("url: /flood/", '2:6: url: "/flood/" is not an address on the web', URL_HINT),
        (
            "url: ftp://a.example",
            '2:6: url: "ftp://a.example" is not an address on the web',
            URL_HINT,
        ),
        ("url: https://", '2:6: url: "https://" is not an address on the web', URL_HINT),
        ("url: https://[a/", '2:6: url: "https://[a/" is not an address on the web', URL_HINT),
    ],
)
def test_warnings(block: str, message: str, hint: str) -> None:
    assert told(block) == [(message, hint, "warning")]


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("corrections:\n  - [a, b]", "wants a text, or a table of date and text, not a list"),
        ("corrections: {txet: The dam is older.}", '"txet" is not read here'),
        ("corrections: {text: [a, b]}", "text wants one text"),
        ("corrections: {date: 2021-02-03}", "says nothing that is shown"),
        ("corrections: {date: 2021-02-03, text: ''}", "says nothing that is shown"),
        ("corrections: {date: last May, text: a}", '"last May" is not a date here'),
        ("corrections: {date: 2021-02-30, text: a}", '"2021-02-30" is not a date here'),
        ("corrections: {date: 2021-02-03T10, text: a}", '"2021-02-03T10" is not a date here'),
        ("withdrawn: [a, b]", "wants true, the reason, or a table of date and reason, not a list"),
    ],
)
def test_corrections_and_withdrawals_of_another_shape_are_told(block: str, message: str) -> None:
    problems = told(block)
    assert any(said.endswith(f": {message}") for said, _, _ in problems)
    assert all(hint and severity == "warning" for _, hint, severity in problems)


@pytest.mark.parametrize(
    "block",
    [
        *("corrections: The dam is older.", "corrections: [a, {date: 2021, text: b}]"),
        *(
            "corrections: {date: 2021-05, note: a}",
            "corrections: {date: 2021-05-04T10:00, text: a}",
        ),
        *("withdrawn: true", "withdrawn: 2021-05-04", "withdrawn: {date: 2021-05-04}"),
        *("withdrawn: {reason: A court ordered it.}", "corrections:", "withdrawn: false"),
    ],
)
def test_corrections_and_withdrawals_that_are_read(block: str) -> None:
    assert told(block) == []


def test_a_long_title_and_an_unknown_address_are_kept() -> None:
    title = "Marl floods " * 1_000
    fields, _ = read_text(f"---\ntitle: {title}\nurl: /flood/\n---\nRain.")
    assert fields.title == title.strip()
    assert (fields.url, fields.extra) == (None, {"url": "/flood/"})


def test_all_problems_of_a_file_are_told_by_line_and_the_rest_is_read() -> None:
    block = (
        "lang: English\ntitle: Marl: a flood\ndate: never\naliases: [/a/, '', /b/]\n"
        "weight: 1\nweight: 2\ntags: [Marl, {a: b}]\ndek: Rain"
    )
    fields, problems = read_text(f"---\n{block}\n---\n")
    assert [(problem.line, problem.field) for problem in problems] == [
        (2, "lang"),
        (3, "title"),
        (4, "date"),
        (5, "aliases"),
        (7, "weight"),
        (8, "tags"),
    ]
    assert (fields.dek, fields.aliases, fields.tags) == ("Rain", ("/a/", "/b/"), ("Marl",))
    assert (fields.title, fields.date, fields.lang) == (None, None, None)


names = st.sampled_from(
    [*(name for names in NAMES.values() for name in names), "weight", "Title", "publishDate"]
)
json_values: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(names, json_values, min_size=1))
def test_no_value_raises(record: dict[str, Json]) -> None:
    fields, problems = read_text(json.dumps(record) + "\nRain.")
    assert all(str(problem).startswith("a.md:1:") for problem in problems)
    assert "\n" not in f"{fields.title}{fields.dek}{fields.section}{fields.slug}"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("titel", "title"),
        ("tilte", "title"),
        ("headine", "headline"),
        ("dat", "date"),
        ("autor", "author"),
        ("publised", "published"),
        ("canonicl", "canonical"),
        ("update", "updated"),
    ],
)
def test_a_misspelt_name_is_told_and_kept(name: str, meant: str) -> None:
    fields, problems = read_text(f"---\nweight: 3\n{name}: Flood\n---\nRain.")
    assert fields.extra == {"weight": 3, name: "Flood"}
    hint = f"write {meant}, if that is meant"
    message = "is no field that newsarc knows"
    assert problems == (Problem("a.md", message, 3, 1, name, hint, "warning"),)


@pytest.mark.parametrize(
    "name",
    [
        *("expirydate", "weight", "primary_image", "featured_image", "redirectto", "communities"),
        *("cms_date", "layout", "type", "id", "uid", "data", "menu", "category", "template"),
        *("author_id", "dateCreated", "modified_by", "image_alt", "published_at", "linkTitle"),
        *("desk", "images", "series", "comments", "outputs", "params", "cascade", "excerpt"),
        *("permalink", "guid", "location", "editor", "edition", "words", "t", "x" * 400),
    ],
)
def test_a_name_of_its_own_is_no_misspelling(name: str) -> None:
    assert read(json.dumps(name) + ": Flood").extra == {name: "Flood"}


def test_no_name_is_a_misspelling_of_one_that_is_given() -> None:
    assert read("title: Flood\ntitel: Flut").extra == {"titel": "Flut"}


@given(st.text(alphabet="ab" + BLANKS + "\n\r\x00\x7f\xad") | st.text(alphabet="ab "))
def test_printable_text_is_squeezed_as_all_text_is(text: str) -> None:
    squeezed_as_all = _SPACES.sub(" ", text) if not text.isprintable() or "  " in text else text
    assert squeezed(text) == squeezed_as_all.strip(BLANKS)

"""``newsarc parse`` for people: the text with what each line was read as, and the record."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.cli.columns import cells, cut, harmless, terminal_width, wrapped
from newsarc.cli.paragraphs import paragraphs_of
from newsarc.cli.records import record_for_people
from newsarc.cli.text_view import text_for_people
from newsarc.config import Configuration
from newsarc.model import Article, Diagnostic, Evidence, Markup, Removed, Span
from newsarc.reading.reader import Reader, Reading
from newsarc.reading.record import Part
from newsarc.reading.reviewing.line_roles import LineRole, line_roles
from tests.helpers.project import Project
from tests.test_pasted import any_text

ROLES = {
    "Menu": "furniture",
    "Title": "title",
    "May 3, 2011 by Ada": "meta",
    "05/03/2011": "meta",
    "Body": "body",
    "Odd": "unassigned",
}
TEXT = "".join(f"{line}\n" for line in ROLES)


def reading() -> Reading:
    """A reading of which nothing was guessed."""
    parts, position = [], 0
    for line, role in ROLES.items():
        parts.append(Part(Span(position, position + len(line) + 1), role))
        position += len(line) + 1
    article = Article(
        path="a.txt",
        digest="",
        encoding="utf-8",
        markup=Markup.TEXT,
        body=(),
        opening="",
        title="Title",
        byline="Ada",
        evidence=(
            Evidence("title", (2,), "title.x", "low"),
            Evidence("date", (3,), "date.x", "high"),
            Evidence("byline", (3,), "byline.x", "high"),
            Evidence("authors", (3,), "authors.x", "high"),
        ),
        diagnostics=(
            Diagnostic("DATE_AMBIGUOUS", 4, "can be read in two ways"),
            Diagnostic("UNASSIGNED", 6, "is not understood"),
        ),
        removed=(Removed(1, "Menu", "furniture.menu"),),
    )
    return Reading(article, (), "Body\nOdd\n", TEXT, tuple(parts))


def test_roles_of_lines() -> None:
    found = line_roles(reading())
    assert [(line.role, line.words) for line in found] == [
        ("removed", ("removed",)),
        ("title", ("title",)),
        ("meta", ("date", "byline")),
        ("meta", ("date?",)),
        ("body", ("body",)),
        ("unassigned", ("unassigned",)),
    ]
    assert [line.rule for line in found] == ["furniture.menu", *[None] * 5]
    assert [line.number for line in found if line.open_question] == [4, 6]
    assert [line.number for line in found if line.confidence == "low"] == [2]


def test_the_view_without_colours() -> None:
    shown = click.unstyle(text_for_people(line_roles(reading()), 60))
    assert shown.splitlines() == [
        "  1 removed      │ Menu  furniture.menu",
        "  2 title        │ Title",
        "  3 date, byline │ May 3, 2011 by Ada",
        "  4 date?        │ 05/03/2011",
        "  5 body         │ Body",
        "  6 unassigned   │ Odd",
    ]


def test_colours_strike_what_was_removed_and_mark_what_is_doubtful() -> None:
    rows = text_for_people(line_roles(reading()), 60).splitlines()
    assert click.style("Menu", dim=True, strikethrough=True) in rows[0]
    assert click.style("title", fg="yellow", bold=True) in rows[1]
    assert click.style("date?", fg="yellow", bold=True) in rows[3]
    assert click.style("Odd", fg="yellow") in rows[5]


def body_lines(*texts: str) -> list[LineRole]:
    return [
        LineRole(number, text, "body" if text else "blank", ("body",) if text else ())
        for number, text in enumerate(texts, start=1)
    ]


def test_of_a_long_body_the_ends_are_shown() -> None:
    lines = body_lines(*"".join(f"Paragraph {number}.||" for number in range(9)).split("|"))
    telling = lines[8]
    assert telling.text == "Paragraph 4."
    lines[8] = replace(telling, words=("dateline", "body"))
    assert click.unstyle(text_for_people(lines, 60)).splitlines() == [
        "  1 body         │ Paragraph 0.",
        "  …              │ 3 more paragraphs, lines 3–7",
        "  9 dateline     │ Paragraph 4.",
        "    body         │",
        "  …              │ 3 more paragraphs, lines 11–15",
        " 17 body         │ Paragraph 8.",
    ]


def test_a_long_paragraph_and_many_removed_lines_are_cut() -> None:
    lines = body_lines("word " * 100)
    lines += [
        LineRole(number, "Link", "removed", ("removed",), "furniture.menu")
        for number in range(2, 20)
    ]
    rows = click.unstyle(text_for_people(lines, 60)).splitlines()
    assert len(rows) == 2 + 5
    assert rows[1].endswith("…")
    assert rows[5] == "  …              │ 14 more lines, lines 5–18"


def test_paragraphs_are_blocks_where_lines_are_wrapped() -> None:
    wrapped_line = "a line of words that goes on until the page was at its end"
    lines = body_lines(wrapped_line, wrapped_line, "End.", "", "One.", "Two.", "")
    assert [[line.number for line in paragraph] for paragraph in paragraphs_of(lines)] == [
        [1, 2, 3],
        [5],
        [6],
    ]


@given(any_text, st.sampled_from(["a.txt", "a.md"]), st.sampled_from([50, 80, 120]))
def test_no_row_is_wider_than_the_terminal(text: str, path: str, width: int) -> None:
    found = Reader(Configuration()).read(path, text.encode())
    if found.article is None:
        return
    lines = line_roles(found)
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    for shown in (
        text_for_people(lines, width),
        record_for_people(found.article, found.body, width),
    ):
        for row in click.unstyle(shown).split("\n"):
            assert cells(row) <= width
            assert row.isprintable() or not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", row)


@given(st.text(), st.integers(min_value=4, max_value=40))
def test_wrapping_loses_nothing(text: str, width: int) -> None:
    rows = wrapped(harmless(text), width)
    assert "".join("".join(rows).split()) == "".join(harmless(text).split())
    assert all(cells(row) <= width for row in rows)
    few = wrapped(harmless(text), width, 2)
    assert len(few) == min(len(rows), 2)
    assert cells(cut(harmless(text), width)) <= width


def test_wide_letters_take_two_columns() -> None:
    assert cells("桥关闭") == 6
    assert cells("e\u0301") == 1
    assert wrapped("港口大桥冬季关闭", 8) == ["港口大桥", "冬季关闭"]


def test_nothing_in_a_text_commands_the_terminal() -> None:
    assert harmless("\x1b[31mred\t\u202e\x9b") == "␛[31mred    \ufffd"


def test_the_width_is_that_of_the_terminal_within_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    for columns, width in (("20", 50), ("90", 90), ("400", 120)):
        monkeypatch.setenv("COLUMNS", columns)
        assert terminal_width() == width


def test_parse_shows_text_and_record(seed_project: Project) -> None:
    result = seed_project.run(
        "parse", "articles/iraqi-militias-propose-ceasefire.txt", COLUMNS="100"
    )
    rows = result.stdout.splitlines()
    assert rows[0] == "articles/iraqi-militias-propose-ceasefire.txt"
    assert "  5 date, byline │ October 13, 2020 by Peoples Dispatch" in rows
    assert any(re.fullmatch(r" +date: 2020-10-13 +line 5  \S+ +high", row) for row in rows)
    assert any(row.startswith("suggested: Iraq ") for row in rows)


def test_parse_shows_front_matter_as_such(project: Project) -> None:
    project.write("a.md", "---\n# a remark\ntitle: Flood\ntags: [a]\n---\n\nRain.\n")
    rows = project.run("parse", "articles/a.md").stdout.splitlines()
    assert [row.strip() for row in rows[2:9]] == [
        "1 front matter │ ---",
        "2 front matter │ # a remark",
        "3 title        │ title: Flood",
        "4 tags         │ tags: [a]",
        "5 front matter │ ---",
        "6              │",
        "7 body         │ Rain.",
    ]


def test_parse_json_gives_the_spans_of_the_whole_text(seed_project: Project) -> None:
    name = "articles/iraqi-militias-propose-ceasefire.txt"
    record = json.loads(seed_project.run("parse", "--json", name).stdout)
    text = (seed_project.folder / Path(name)).read_text(encoding="utf-8")
    ends = [0, *(span["end"] for span in record["spans"])]
    assert [span["start"] for span in record["spans"]] == ends[:-1]
    assert ends[-1] == len(text)
    pieces = [
        text[span["start"] : span["end"]] for span in record["spans"] if span["role"] == "body"
    ]
    assert "".join(pieces) == record["body"]


def test_parse_tells_what_cannot_be_read(project: Project) -> None:
    project.write("binary.txt", b"\x00\x01\x02\x00\xff")
    project.write("empty.txt", "")
    result = project.run("parse", "articles/binary.txt", "articles/empty.txt", "articles")
    assert (result.returncode, result.stdout) == (1, "")
    assert "binary.txt:1: is not a text file" in result.stderr
    assert "empty.txt: the file is empty" in result.stderr
    assert "articles: is a folder" in result.stderr


def test_front_matter_keeps_its_indents(project: Project) -> None:
    project.write("a.md", "---\ntitle: Flood\nimage:\n  caption: The quay\n---\nRain.\n")
    result = project.run("parse", "articles/a.md")
    assert "  4 caption      │   caption: The quay\n" in result.stdout


def test_what_templates_alone_read_is_told_from_what_every_page_shows() -> None:
    text = b"---\ntitle: Flood\nwithdrawn: A court ordered it.\nweather: wet\n---\nRain.\n"
    found = Reader(Configuration()).read("a.md", text)
    assert found.article
    shown = click.unstyle(record_for_people(found.article, found.body, 80))
    rows = [" ".join(row.split()) for row in shown.split("\n")]
    assert "withdrawn: A court ordered it." in rows
    assert "weather: wet (kept for templates)" in rows

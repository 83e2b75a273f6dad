"""``newsarc check``: what an editor should look at, a line each."""

from __future__ import annotations

import json

import pytest

from newsarc.building.reviewing import Review, review
from newsarc.config import Configuration
from newsarc.model import Article, Date, Diagnostic, Evidence, Markup
from newsarc.reading.reviewing.questions import Threshold, remarks_on
from tests.helpers.project import Project

AMBIGUOUS = "Dam gates open\n\nBy Ada Fenwick\n03/04/2011\n\nThe gates were opened at dawn.\n"
CERTAIN = (
    "---\ntitle: Dam gates open\ndate: 2011-04-03\n---\nThe gates were opened at dawn on Monday.\n"
)


def article(*evidence: Evidence, diagnostics: tuple[Diagnostic, ...] = (), **given: str) -> Article:
    fields = {"date": "2020-10-13"} | given
    return Article(
        path="a.txt",
        digest="",
        encoding="utf-8",
        markup=Markup.TEXT,
        body=(),
        opening="",
        title=fields.get("title"),
        dek=fields.get("dek"),
        byline=fields.get("byline"),
        lang=fields.get("lang"),
        date=Date(fields["date"]) if fields.get("date") else None,
        evidence=evidence,
        diagnostics=diagnostics,
    )


LOW = Evidence("title", (3,), "title.first-line", "low")
MEDIUM = Evidence("dek", (1,), "dek.above-core", "medium")


@pytest.mark.parametrize(
    ("threshold", "lines"),
    [
        ("low", ['a.txt:3: title: "Flood" was read with low confidence (title.first-line)']),
        (
            "medium",
            [
                'a.txt:1: dek: "Rain" was read with medium confidence (dek.above-core)',
                'a.txt:3: title: "Flood" was read with low confidence (title.first-line)',
            ],
        ),
    ],
)
def test_fields_below_a_confidence(threshold: Threshold, lines: list[str]) -> None:
    lang = Evidence("lang", (), "lang.detected", "medium")
    found = remarks_on(article(LOW, MEDIUM, lang, title="Flood", dek="Rain"), "a.txt", threshold)
    assert [str(remark.problem) for remark in found] == lines
    assert all(remark.problem.hint for remark in found)


def test_a_question_says_more_than_a_confidence() -> None:
    question = Diagnostic("DEK_OR_LEAD", 1, "This line may be a dek")
    low = Evidence("dek", (1,), "dek.x", "low")
    found = remarks_on(article(low, dek="Rain", diagnostics=(question,)), "a.txt")
    assert [remark.code for remark in found] == ["DEK_OR_LEAD"]


def test_what_informs_asks_for_nobody() -> None:
    informs = Diagnostic("BYLINE_ORG", 1, "The byline names no person")
    assert remarks_on(article(diagnostics=(informs,)), "a.txt") == ()


def test_a_date_asks_only_where_there_is_none(project: Project) -> None:
    project.write("2011/04/03/dam.txt", AMBIGUOUS)
    result = project.run("check")
    assert result.stderr == ""
    assert "date:" not in result.stdout


def test_check_lists_by_path_and_says_what_to_do(project: Project) -> None:
    project.write("b.txt", AMBIGUOUS)
    project.write("a.md", CERTAIN)
    project.write("a.txt", b"\x00\x00\xff")
    project.write("c/broken.md", "---\ntitle: Flood\ndate: 2019-13-02\n---\nRain.\n")
    project.write("notes.pdf", "")
    result = project.run("check")
    assert result.returncode == 1
    assert result.stderr == ""
    listed, _, summary = result.stdout.partition("\n\n")
    lines = listed.splitlines()
    assert [line.partition(": ")[0] for line in lines] == sorted(
        line.partition(": ")[0] for line in lines
    )
    assert (
        'articles/b.txt:4: date: "03/04/2011" can be read as 2011-03-04 or 2011-04-03'
        " – write the date as YYYY-MM-DD"
    ) in lines
    assert any(line.startswith("articles/a.txt:1: is not a text file") for line in lines)
    assert any(line.startswith("articles/c/broken.md:3:7: date: ") for line in lines)
    assert not any("a.md" in line or "notes.pdf" in line for line in lines)
    assert summary.splitlines() == [
        f"{len(lines)} things to look at in 3 articles",
        '"newsarc adopt FILE" turns a text into front matter, where it can be corrected',
    ]


def test_check_json_gives_an_object_a_line(project: Project) -> None:
    project.write("b.txt", AMBIGUOUS)
    result = project.run("check", "--json")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert {
        "code": "DATE_AMBIGUOUS",
        "path": "articles/b.txt",
        "line": 4,
        "column": None,
        "field": "date",
        "message": '"03/04/2011" can be read as 2011-03-04 or 2011-04-03',
        "hint": "write the date as YYYY-MM-DD",
        "severity": "warning",
    } in found
    assert result.returncode == 1


def test_nothing_to_look_at_is_exit_status_0(project: Project) -> None:
    project.write("a.md", CERTAIN)
    result = project.run("check")
    assert (result.returncode, result.stdout) == (0, "nothing to look at\n")
    result = project.run("check", "--json")
    assert (result.returncode, result.stdout) == (0, "")


def test_a_lower_threshold_lists_more(project: Project) -> None:
    project.write("a.txt", AMBIGUOUS.replace("03/04/2011", "2011-04-03"))
    low, medium = (project.run("check", "--confidence", name) for name in ("low", "medium"))
    assert set(low.stdout.splitlines()[:-3]) < set(medium.stdout.splitlines())


def test_wrong_usage_is_exit_status_2(project: Project) -> None:
    assert project.run("check", "--confidence", "high").returncode == 2
    result = project.run("check", "--articles", "nowhere")
    assert result.returncode == 2
    assert "nowhere: there is no such folder" in result.stderr


def test_sources_are_read_as_they_are_asked_for(project: Project) -> None:
    for number in range(200):
        project.write(f"{number:03}.txt", AMBIGUOUS)
    remarks = review(Review(project.articles, "articles", Configuration()))
    assert next(remarks).problem.path == "articles/000.txt"
    for file in project.articles.iterdir():
        file.unlink()
    rest = list(remarks)
    assert rest[-1].code == "ERROR"
    assert rest[-1].problem.path == "articles/199.txt"


def test_several_processes_list_the_same(project: Project) -> None:
    for number in range(450):
        project.write(f"{number:03}.txt", AMBIGUOUS)
    one, two = (
        list(review(Review(project.articles, "articles", Configuration(), jobs=jobs)))
        for jobs in (1, 2)
    )
    assert one == two
    assert len(one) >= 450

"""The command line, as other programs and people rely on it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from newsarc.catalog.connecting import opened
from tests.helpers.project import Project

PARSED_FIELDS = {
    "path",
    "title",
    "dek",
    "date",
    "updated",
    "byline",
    "authors",
    "source",
    "dateline",
    "caption",
    "credit",
    "tags",
    "suggested_tags",
    "section",
    "lang",
    "url",
    "body",
    "removed",
    "diagnostics",
    "evidence",
}


def test_build_says_what_it_did_and_where_to_look(seed_project: Project) -> None:
    result = seed_project.run("build")
    first, second = result.stdout.splitlines()
    assert first.startswith("1 article, ")
    assert second == f"Open {seed_project.site / 'index.html'} in a browser"
    assert (result.returncode, result.stderr) == (0, "")


def test_build_json_is_the_report(seed_project: Project) -> None:
    report = json.loads(seed_project.run("build", "--json").stdout)
    assert {
        "read",
        "rendered",
        "kept",
        "removed",
        "articles",
        "pages",
        "seconds",
        "problems",
    } <= report.keys()
    assert (report["read"], report["articles"], report["kept"]) == (1, 1, 0)
    assert report["pages"] == report["rendered"]
    assert report["problems"] == []


def test_problems_name_place_field_and_hint(project: Project) -> None:
    project.write("2019/flood.md", "---\ntitle: Flood\ndate: 2019-13-02\n---\nRain.\n")
    result = project.run("build")
    assert result.returncode == 1
    assert result.stdout == ""
    shown = Path("articles") / "2019/flood.md"
    assert result.stderr.splitlines() == [
        f'error: {shown}:3:7: date: "2019-13-02" is not a date',
        "  hint: write YYYY-MM-DD, or a full ISO time",
        "1 error: nothing was published, and the site is as it was",
    ]


def test_errors_of_a_site_that_was_published_are_counted_at_the_end(project: Project) -> None:
    project.write("flood.md", "---\ntitle: Flood\ndate: 2019-13-02\n---\nRain.\n")
    project.write("ice.md", "---\ntitle: Ice\n---\nCold.\n")
    result = project.run("build", "--keep-going")
    assert result.returncode == 1
    assert result.stdout.startswith("1 article ")
    assert result.stderr.splitlines()[-1] == "1 error, told above"


def test_problems_in_json(project: Project) -> None:
    project.write("flood.md", "---\ntitle: Flood\ndate: 2019-13-02\n---\nRain.\n")
    result = project.run("build", "--json")
    assert result.returncode == 1
    assert json.loads(result.stdout)["problems"] == [
        {
            "path": "articles/flood.md",
            "line": 3,
            "column": 7,
            "field": "date",
            "message": '"2019-13-02" is not a date',
            "hint": "write YYYY-MM-DD, or a full ISO time",
            "severity": "error",
        }
    ]


def test_parse_json_gives_the_seed_as_it_is(seed_project: Project) -> None:
    result = seed_project.run("parse", "--json", "articles/iraqi-militias-propose-ceasefire.txt")
    record = json.loads(result.stdout)
    assert record.keys() >= PARSED_FIELDS
    assert record["date"] == "2020-10-13"
    assert record["byline"] == "Peoples Dispatch"
    assert record["section"] is record["url"] is None
    assert record["tags"] == []
    assert record["evidence"]["date"]["lines"] == [5]


def test_parse_goes_on_after_a_file_that_cannot_be_read(project: Project) -> None:
    project.write("one.txt", "One title\n\nSome text that is the body of it.\n")
    result = project.run("parse", "--json", "articles/none.txt", "articles/one.txt")
    assert result.returncode == 1
    assert len(result.stdout.splitlines()) == 1
    assert "articles/none.txt: cannot be read" in result.stderr


def test_parse_for_people_shows_lines_and_rules(seed_project: Project) -> None:
    result = seed_project.run("parse", "articles/iraqi-militias-propose-ceasefire.txt")
    assert "title: Iraqi militias propose ceasefire" in result.stdout
    assert "line 5" in result.stdout
    assert "Kataib Hezbollah" in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["bild"], "No such command 'bild'"),
        (["build", "--job", "3", "--nonsense"], "No such option"),
        (["build", "--jobs", "0"], "0 is not in the range"),
        (["build", "--templates", "nowhere"], "--templates: there is no folder nowhere"),
        (["parse"], "Missing argument"),
    ],
)
def test_wrong_usage_is_exit_status_2(project: Project, words: list[str], message: str) -> None:
    result = project.run(*words)
    assert result.returncode == 2
    assert message in result.stderr


def test_wrong_configuration_is_exit_status_2(project: Project) -> None:
    (project.folder / "newsarc.toml").write_text('[site]\ntitel = "x"\n')
    result = project.run("build")
    assert result.returncode == 2
    assert result.stderr == (
        "error: newsarc.toml:2:1: site.titel: no such setting; did you mean site.title?\n"
    )


def test_no_articles_folder_is_exit_status_2(project: Project) -> None:
    project.articles.rmdir()
    result = project.run("build")
    assert result.returncode == 2
    assert "articles: there is no such folder" in result.stderr
    assert "Traceback" not in result.stderr


def test_explain_gives_a_line_for_each_file(seed_project: Project) -> None:
    result = seed_project.run("build", "--explain")
    assert "index.html: it is new" in result.stderr.splitlines()


def test_explain_names_the_article_that_caused_a_change(seed_project: Project) -> None:
    flood = seed_project.write("flood.md", "---\ntitle: Flood\ndate: 2020-10-13\n---\nRain.\n")
    seed_project.run("build")
    flood.write_text("---\ntitle: Flood\ndate: 2020-10-13\ntags: [Iraq]\n---\nRain.\n")
    lines = seed_project.run("build", "--explain").stderr.splitlines()
    assert "tags/iraq/2020.html: articles/flood.md gained the tag Iraq" in lines
    flood.unlink()
    lines = seed_project.run("build", "--explain").stderr.splitlines()
    page = "2020/10/13/flood.html"
    assert f"{page}: removed, for articles/flood.md is no longer published" in lines


def test_timings_are_told_by_step(seed_project: Project) -> None:
    result = seed_project.run("build", "--timings", "--verify", "--json")
    steps = ["start", "scan", "read", "catalog", "plan", "render", "write", "verify"]
    assert [line.split()[0] for line in result.stderr.splitlines()] == steps
    report = json.loads(result.stdout)
    assert list(report["timings"]) == steps
    assert report["timings"]["start"] > 0 < report["timings"]["verify"]
    assert report["is_verified"] is True


def test_verify_names_what_a_clean_build_would_have_otherwise(seed_project: Project) -> None:
    result = seed_project.run("build", "--verify")
    assert (result.returncode, result.stderr) == (0, "")
    assert "what a clean build gives" in result.stdout
    page = seed_project.site / "index.html"
    stat = page.stat()
    content = page.read_bytes()
    page.write_bytes(content[:-2] + b"x\n")
    # As no stat can tell: the same size, the same time.
    os.utime(page, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert json.loads(seed_project.run("build", "--json").stdout)["is_verified"] is None
    result = seed_project.run("build", "--verify", "--json")
    assert json.loads(result.stdout)["is_verified"] is False
    result = seed_project.run("build", "--verify")
    assert result.returncode == 1
    assert "what a clean build gives" not in result.stdout
    assert f"error: {page}: differs from a clean build" in result.stderr.splitlines()
    assert "--paranoid" in result.stderr
    page.write_bytes(content)
    os.utime(page, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert seed_project.run("build", "--verify").returncode == 0
    assert sorted(path.name for path in seed_project.folder.iterdir()) == [
        *(".newsarc", "articles", "site")
    ]


@pytest.mark.parametrize(
    ("files", "words", "status", "problem"),
    [
        (
            {"newsarc.toml": '[site]\ntitel = "x"\n'},
            (),
            2,
            ("newsarc.toml", 2, 1, "site.titel: no such setting; did you mean site.title?"),
        ),
        (
            {"newsarc.toml": "[site\n"},
            (),
            2,
            (
                "newsarc.toml",
                1,
                6,
                "not valid TOML: Expected ']' at the end of a table declaration",
            ),
        ),
        ({}, ("--articles", "none"), 2, ("none", None, None, "there is no such folder")),
        ({}, ("--articles", "\udcff"), 2, ("\ufffd", None, None, "there is no such folder")),
        ({}, ("--templates", "none"), 2, ("--templates", None, None, "there is no folder none")),
        (
            {"file": ""},
            ("--output", "file/site"),
            1,
            ("file/site/.newsarc-staging", None, None, "Not a directory"),
        ),
        (
            {"templates/404.html": "{{ page.rout }}"},
            (),
            1,
            ("templates/404.html", 1, None, 'NotFoundView has no field "rout", did you mean '),
        ),
    ],
)
def test_programs_are_told_what_ended_a_build(
    project: Project,
    files: Mapping[str, str],
    words: Sequence[str],
    status: int,
    problem: tuple[str, int | None, int | None, str],
) -> None:
    for name, content in files.items():
        file = project.folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(content, encoding="utf-8")
    result = project.run("build", "--json", *words)
    assert result.returncode == status
    (told,) = json.loads(result.stdout)["problems"]
    *place, message = problem
    path = told["path"].removeprefix(f"{project.folder.as_posix()}/")
    assert [path, told["line"], told["column"]] == place
    assert told["message"].startswith(message)
    assert message in result.stderr


def test_the_line_of_a_template_is_shown_below_its_mistake(project: Project) -> None:
    (project.folder / "templates").mkdir()
    (project.folder / "templates" / "404.html").write_text("{{ page.rout }}", encoding="utf-8")
    mistake, line = project.run("build").stderr.splitlines()
    assert mistake.startswith("error: ")
    assert line == "    {{ page.rout }}"


def test_what_helps_against_a_rotted_catalog_is_said_below_the_traceback(
    seed_project: Project,
) -> None:
    seed_project.run("build")
    with closing(opened(seed_project.settings.catalog)) as catalog:
        catalog.execute("UPDATE ledger SET route = 'a' || char(0) WHERE route = 'index.html'")
    result = seed_project.run("build")
    assert result.returncode == 1
    assert result.stderr.startswith("Traceback")
    assert result.stderr.splitlines()[-1].startswith("hint: newsarc build --clean makes")
    assert seed_project.run("build", "--clean").returncode == 0


def test_a_template_whose_name_no_address_can_hold_is_named(seed_project: Project) -> None:
    templates = seed_project.folder / "templates"
    templates.mkdir()
    try:
        (templates / "\udcff.html").touch()
    except OSError:
        pytest.skip("this file system holds no such name")
    result = seed_project.run("build")
    assert result.returncode == 2
    assert result.stderr.endswith(".html: its name is not UTF-8\n  hint: rename it\n")
    assert "Traceback" not in result.stderr


def test_a_build_with_nothing_to_do_loads_no_template_engine(seed_project: Project) -> None:
    (seed_project.folder / "templates").mkdir()
    (seed_project.folder / "templates" / "404.html").write_text("Lost.", encoding="utf-8")
    seed_project.run("build")
    result = seed_project.run("build", PYTHONVERBOSE="1")
    assert "nothing to do" in result.stdout
    loaded = {
        line.split("'")[1] for line in result.stderr.splitlines() if line.startswith("import '")
    }
    assert "newsarc.building.build" in loaded
    assert not loaded & {"jinja2", "markdown", "yaml", "nh3", "babel", "frontmatter"}

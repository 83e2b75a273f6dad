"""A site's own templates: what in them is part of no page is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsarc.rendering.own_templates import unheard
from newsarc.rendering.theme_files import template_folders
from tests.helpers.project import Project


def said_of(folder: Path, files: dict[str, str]) -> list[str]:
    for name, source in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(source, encoding="utf-8")
    problems = unheard(template_folders(folder))
    assert all(problem.severity == "warning" for problem in problems)
    return [f"{problem}; {problem.hint}".replace(f"{folder}/", "") for problem in problems]


BASE = '{% extends "base.html" %}\n'


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"base.html": "<html>{% block mine %}{% endblock %}"},
        {"base.html": "<!DOCTYPE html><title>A</title>{% block mine %}{% endblock %}"},
        {
            "base.html": '{% include "top.html" %}{% block mine %}{% endblock %}',
            "top.html": "<html>",
        },
        {"404.html": BASE + "{% block main %}{% block inner %}{% endblock %}{% endblock %}"},
        # A template between the theme's and a page's may have blocks of its own.
        {
            "404.html": '{% extends "mine.html" %}{% block aside %}a{% endblock %}',
            "mine.html": BASE + "{% block main %}{% block aside %}{% endblock %}{% endblock %}",
        },
        {"404.html": '{% include "macros/mine.html" %}', "macros/mine.html": "x"},
        {"assets/mine.css": "a {}", ".editor": "x"},
        # Which template is meant is known only when a page is made.
        {"404.html": "{% include page.route %}", "mine.html": "x"},
        {"404.html": "{% extends page.route %}{% block mian %}{% endblock %}"},
        # Rendering says what is wrong with these.
        {"404.html": "{% extends"},
        {"mine.html": '{% extends "mine.html" %}{% block mian %}{% endblock %}'},
        # A template that names itself means the theme's.
        {"base.html": '{% extends "base.html" %}{% block footer %}{% endblock %}'},
    ],
)
def test_what_is_heard_is_not_told(tmp_path: Path, files: dict[str, str]) -> None:
    assert said_of(tmp_path, files) == []


def test_a_block_that_nobody_shows(tmp_path: Path) -> None:
    source = BASE + "\n{% block mian %}Gone{% endblock %}\n{% block main %}{% endblock %}"
    assert said_of(tmp_path, {"404.html": source}) == [
        (
            '404.html:3: the block "mian" is in no template that this one extends,'
            " so no page shows it; did you mean main?"
        )
    ]
    source = BASE + "{% block zebra %}{% endblock %}"
    assert said_of(tmp_path, {"404.html": source})[0].endswith(
        "; there are breadcrumbs, canonical, extent, footer, head, main, masthead, title"
    )


def test_a_block_of_a_template_that_extends_its_namesake(tmp_path: Path) -> None:
    source = '{% extends "base.html" %}{% block futer %}{% endblock %}'
    assert said_of(tmp_path, {"base.html": source}) == [
        (
            'base.html:1: the block "futer" is in no template that this one extends,'
            " so no page shows it; did you mean footer?"
        )
    ]


def test_a_base_without_a_frame(tmp_path: Path) -> None:
    footer = "{% block footer %}hello{% endblock %}"
    (said,) = said_of(tmp_path, {"base.html": footer})
    assert said.startswith("base.html:1: it has blocks but extends no template")
    assert said_of(tmp_path, {"base.html": f"<!doctype html><HTML lang='en'>{footer}"}) == []


def test_blocks_without_a_frame(tmp_path: Path) -> None:
    assert said_of(tmp_path, {"404.html": "\n{% block main %}hello{% endblock %}"}) == [
        (
            "404.html:2: it has blocks but extends no template, so its pages are those blocks and"
            ' no more; begin it with {% extends "404.html" %} to change blocks of the theme\'s own'
        )
    ]


def test_a_file_that_nobody_uses(tmp_path: Path) -> None:
    assert said_of(tmp_path, {"artikle.html": "x", "own.css": "a {}"}) == [
        (
            "artikle.html: newsarc makes no page of a template of this name,"
            " and no template uses it; did you mean article.html?"
        ),
        (
            "own.css: newsarc makes no page of a template of this name, and no template uses it;"
            " style sheets, scripts and pictures belong to templates/assets/"
        ),
    ]


def test_it_is_told_by_every_build(project: Project) -> None:
    project.write("flood.txt", "Flood\n\nThe river rose.\n")
    templates = project.folder / "templates"
    templates.mkdir()
    (templates / "artikle.html").write_text("x", encoding="utf-8")
    for _ in range(2):
        report = project.build()
        assert not report.failed
        assert [problem.hint for problem in report.problems] == ["did you mean article.html?"]
    (templates / "artikle.html").rename(templates / "montth.html")
    assert [problem.hint for problem in project.build().problems] == ["did you mean month.html?"]
    (templates / "montth.html").unlink()
    assert project.build().problems == ()

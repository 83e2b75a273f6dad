"""Compiled templates that are kept: never more than a short cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2.environment import Environment

from newsarc.config import Configuration, SiteSettings
from newsarc.errors import TemplateProblemError
from newsarc.model import Page
from newsarc.rendering.compiled_templates import CompiledTemplates
from newsarc.rendering.environment import Theme, template_folders
from newsarc.site.views import NotFoundView
from tests.helpers.views import WITHOUT_ADDRESS, body_html, json_ld, pages

NOT_FOUND = Page("404.html", "404.html", NotFoundView("404.html"))


def make_theme(
    folder: Path | None,
    *folders: Path,
    configuration: Configuration = WITHOUT_ADDRESS,
    made_by: str = "newsarc",
) -> Theme:
    shipped = template_folders(None)
    compiled = CompiledTemplates(folder, made_by) if folder else None
    return Theme((*folders, *shipped), configuration, body_html, json_ld, compiled)


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The names of the templates that are compiled from here on."""
    names: list[str | None] = []
    compile_one = Environment.compile

    def counted(
        self: Environment, source: str, name: str | None = None, filename: str | None = None
    ) -> object:
        names.append(name)
        return compile_one(self, source, name, filename)

    monkeypatch.setattr(Environment, "compile", counted)
    return names


def test_what_is_kept_gives_the_same_pages(tmp_path: Path, compilations: list[str | None]) -> None:
    plain = [make_theme(None).render(page) for page in pages()]
    assert [make_theme(tmp_path / "a/b").render(page) for page in pages()] == plain
    compilations.clear()
    kept = make_theme(tmp_path / "a/b")
    assert [kept.render(page) for page in pages()] == plain
    assert compilations == []


def test_a_template_that_was_changed_is_compiled_again(
    tmp_path: Path, compilations: list[str | None]
) -> None:
    compiled, own = tmp_path / "compiled", tmp_path / "own"
    own.mkdir()
    for words in ("Lost.", "Gone."):
        (own / "404.html").write_text(words)
        compilations.clear()
        assert make_theme(compiled, own).render(NOT_FOUND) == words.encode()
        assert compilations == ["404.html"]


@pytest.mark.parametrize("damage", ["cut", "other", "empty", "folder", "noise"])
def test_damage_is_of_no_consequence(tmp_path: Path, damage: str) -> None:
    good = make_theme(tmp_path).render(NOT_FOUND)
    for file in list(tmp_path.iterdir()):
        content = file.read_bytes()
        file.unlink()
        if damage == "folder":
            file.mkdir()
        elif damage == "cut":
            file.write_bytes(content[: len(content) // 2])
        elif damage == "other":
            file.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        else:
            file.write_bytes(b"noise" if damage == "noise" else b"")
    assert make_theme(tmp_path).render(NOT_FOUND) == good
    assert make_theme(tmp_path).render(NOT_FOUND) == good


def test_a_folder_that_cannot_be_written_to_is_of_no_consequence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert make_theme(tmp_path / "file/folder").render(NOT_FOUND)
    assert make_theme(tmp_path / "file").render(NOT_FOUND)


def test_no_half_written_file_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_self: Path, _target: Path) -> Path:
        raise OSError("no space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert make_theme(tmp_path).render(NOT_FOUND)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_used_that_something_else_has_made(
    tmp_path: Path, compilations: list[str | None]
) -> None:
    make_theme(tmp_path, made_by="one version").render(NOT_FOUND)
    compilations.clear()
    make_theme(tmp_path, made_by="another version").render(NOT_FOUND)
    assert "404.html" in compilations


def test_constants_are_in_the_language_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text('{{ "2020-10" | period_name }}')
    for language, words in (("en", "October 2020"), ("de", "Oktober 2020")):
        configuration = Configuration(site=SiteSettings(language=language))
        theme = make_theme(
            tmp_path / ".kept", tmp_path, configuration=configuration, made_by=language
        )
        assert theme.render(NOT_FOUND).decode() == words


def test_what_is_kept_tells_the_line_of_a_problem(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("{% set a = 1 %}\n\n{{ page.nothing }}\n")
    messages = []
    for _ in range(2):
        with pytest.raises(TemplateProblemError) as caught:
            make_theme(tmp_path / ".kept", tmp_path).render(NOT_FOUND)
        messages.append(str(caught.value))
    assert messages[0] == messages[1]
    assert "404.html:3: " in messages[0]

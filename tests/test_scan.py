"""The scan: which files are sources and pictures, and what is said of the others."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from newsarc.building.scan import scan
from newsarc.errors import Problem, UsageError
from newsarc.model import Source

no_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
NEITHER = "is neither an article nor a picture, and was left out"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles = tmp_path / "articles"
    articles.mkdir()
    return articles


def write(folder: Path, *paths: str) -> None:
    for path in paths:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path)


def sources(folder: Path) -> list[str]:
    return [source.path for source in scan(folder, "articles").sources]


def problems(folder: Path) -> tuple[Problem, ...]:
    return scan(folder, "articles").problems


def test_an_empty_folder_holds_nothing(folder: Path) -> None:
    found = scan(folder, "articles")
    assert (found.sources, found.images, found.problems) == ((), (), ())


def test_a_missing_folder_is_said_with_what_to_do(tmp_path: Path) -> None:
    for path in (tmp_path / "articles", tmp_path / "file"):
        (tmp_path / "file").touch()
        with pytest.raises(UsageError) as caught:
            scan(path, "articles")
        assert str(caught.value) == (
            "articles: there is no such folder\n"
            "hint: make it and put your articles into it, or name another with --articles"
        )


def test_files_come_in_the_order_of_their_paths(folder: Path, tmp_path: Path) -> None:
    paths = ["b/a.md", "b.md", "a/z.txt", "a-b.md", "a.md", "B.md", "é.md", "新闻/x.md"]
    write(folder, *paths)
    assert sources(folder) == sorted(paths)
    other = tmp_path / "other"
    write(other, *reversed(paths))
    assert sources(other) == sorted(paths)


def test_a_file_is_described_by_its_size_and_time(folder: Path) -> None:
    write(folder, "a/b.md", "c.jpg")
    os.utime(folder / "a" / "b.md", ns=(7, 1_600_000_000_123_456_700))
    os.utime(folder / "c.jpg", ns=(7, 5_000_000_000))
    found = scan(folder, "articles")
    assert found.sources == (Source("a/b.md", 6, (folder / "a/b.md").stat().st_mtime_ns),)
    assert found.images == (Source("c.jpg", 5, 5_000_000_000),)


@pytest.mark.parametrize(
    "name", ["a.md", "a.MD", "a.markdown", "a.txt", "a.TXT", "a.text", "a.b.c.md", "a b.md"]
)
def test_these_are_sources(folder: Path, name: str) -> None:
    write(folder, name)
    assert sources(folder) == [name]


@pytest.mark.parametrize(
    "name",
    ["a.jpg", "a.JPG", "a.jpeg", "a.png", "a.gif", "a.webp", "a.avif", "a.svg", "a.md.png"],
)
def test_these_are_pictures(folder: Path, name: str) -> None:
    write(folder, name)
    found = scan(folder, "articles")
    assert ([image.path for image in found.images], found.problems) == ([name], ())


@pytest.mark.parametrize("name", ["a.docx", "a.html", "README", "a.md.part", "deep/a.pdf", "md"])
def test_other_files_are_left_out_with_a_warning(folder: Path, name: str) -> None:
    write(folder, name)
    assert problems(folder) == (
        Problem(
            f"articles/{name}",
            NEITHER,
            hint="articles end in .txt, .text, .md, .markdown",
            severity="warning",
        ),
    )


@pytest.mark.parametrize(
    "name",
    [
        ".hidden.md",
        ".git/config",
        ".obsidian/note.md",
        "a.md~",
        ".a.md.swp",
        "a.md.swp",
        "a.md.bak",
        "a.md.tmp",
        "~$a.docx",
        ".DS_Store",
        "Thumbs.db",
        "deep/desktop.ini",
        "Icon\r",
    ],
)
def test_what_is_hidden_or_clutter_is_passed_over(folder: Path, name: str) -> None:
    try:
        write(folder, name)
    except OSError:
        pytest.skip("this file system has no such names")
    found = scan(folder, "articles")
    assert (found.sources, found.images, found.problems) == ((), (), ())


def test_a_folder_named_like_an_article_is_a_folder(folder: Path) -> None:
    write(folder, "x.md/y.md", "x.md/z.jpg")
    (folder / "empty.md").mkdir()
    found = scan(folder, "articles")
    assert [source.path for source in found.sources] == ["x.md/y.md"]
    assert [image.path for image in found.images] == ["x.md/z.jpg"]
    assert found.problems == ()


@no_links
def test_a_link_to_a_file_of_the_folder_is_followed(folder: Path) -> None:
    write(folder, "a/flood.md")
    (folder / "link.md").symlink_to("a/flood.md")
    found = scan(folder, "articles")
    assert [(source.path, source.size) for source in found.sources] == [
        ("a/flood.md", 10),
        ("link.md", 10),
    ]


@no_links
@pytest.mark.parametrize("link", ["secret.md", "secret", "flood.jpg"])
@pytest.mark.parametrize("target", ["outside", "outside/secret.md"])
def test_a_link_out_of_the_folder_is_not_followed(
    folder: Path, tmp_path: Path, link: str, target: str
) -> None:
    write(tmp_path, "outside/secret.md")
    (folder / link).symlink_to(tmp_path / target)
    found = scan(folder, "articles")
    assert (found.sources, found.images) == ((), ())
    assert found.problems == (
        Problem(
            f"articles/{link}",
            "is a link to a place outside the articles folder, and is not followed",
            hint="put the file itself here",
        ),
    )


@no_links
def test_a_folder_whose_name_begins_alike_is_outside(folder: Path, tmp_path: Path) -> None:
    write(tmp_path, "articles-old/a.md")
    (folder / "a.md").symlink_to(tmp_path / "articles-old" / "a.md")
    assert sources(folder) == []


@no_links
def test_a_link_that_leads_nowhere_is_a_problem(folder: Path) -> None:
    (folder / "a.md").symlink_to("lost.md")
    (folder / "b.md").symlink_to("b.md")
    assert problems(folder) == tuple(
        Problem(f"articles/{name}", "is a link that leads nowhere", hint="remove it")
        for name in ("a.md", "b.md")
    )


@no_links
def test_a_link_to_a_folder_inside_is_not_read_twice(folder: Path) -> None:
    write(folder, "a/flood.md")
    (folder / "b").symlink_to("a", target_is_directory=True)
    (folder / "a" / "loop").symlink_to(folder, target_is_directory=True)
    assert sources(folder) == ["a/flood.md"]
    assert problems(folder) == tuple(
        Problem(
            f"articles/{name}",
            "is a link to a folder of the articles, which is read where it is",
            severity="warning",
        )
        for name in ("a/loop", "b")
    )


@no_links
def test_the_folder_itself_may_be_a_link(folder: Path, tmp_path: Path) -> None:
    write(folder, "a/flood.md")
    (folder / "link.md").symlink_to("a/flood.md")
    (tmp_path / "elsewhere").symlink_to(folder, target_is_directory=True)
    assert sources(tmp_path / "elsewhere") == ["a/flood.md", "link.md"]


@pytest.mark.skipif(sys.platform != "linux", reason="others take no such names")
@pytest.mark.parametrize("name", [b"caf\xe9.md", b"caf\xe9"])
def test_names_that_are_not_utf_8_are_a_problem(folder: Path, name: bytes) -> None:
    place = os.path.join(os.fsencode(folder), name)  # noqa: PTH118 - a Path takes no bytes
    try:
        with open(place, "wb") as file:  # noqa: PTH123
            file.write(b"x")
    except OSError:
        pytest.skip("this file system refuses the name")
    shown = name.decode(errors="replace")
    assert problems(folder) == (
        Problem(
            f"articles/{shown}",
            "the file's name is not valid UTF-8",
            hint="give it another name",
        ),
    )
    assert sources(folder) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_what_is_no_file_is_a_problem(folder: Path) -> None:
    os.mkfifo(folder / "pipe.md")
    assert problems(folder) == (Problem("articles/pipe.md", "is not a file that can be read"),)


def test_a_folder_that_cannot_be_read_is_a_problem(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, "a.md", "closed/b.md")
    listdir = os.listdir

    def refuse(path: Path | str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr(os, "listdir", refuse)
    assert sources(folder) == ["a.md"]
    (problem,) = problems(folder)
    assert str(problem) == "articles/closed: cannot be read: Permission denied"
    assert "give yourself the right" in str(problem.hint)


def test_all_problems_come_in_the_order_of_their_paths(folder: Path) -> None:
    write(folder, "c.pdf", "a/b.pdf", "a.pdf")
    assert [problem.path for problem in problems(folder)] == [
        *("articles/a.pdf", "articles/a/b.pdf", "articles/c.pdf")
    ]

"""Which files newsarc wrote, told from the files alone."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

from newsarc.building.ownership import is_own, own_files
from tests.helpers.project import Project

PAGE = b'<!doctype html>\n<meta name="generator" content="newsarc">\n'
STYLE = b"body { color: black }"
DIGEST = hashlib.sha256(STYLE).hexdigest()[:8]


@pytest.mark.parametrize(
    ("name", "content", "own"),
    [
        ("index.html", PAGE, True),
        ("index.html", b" " * 3000 + PAGE, True),
        ("feed.xml", b'<?xml version="1.0"?>\n<!-- newsarc -->\n<feed/>', True),
        ("feed.json", b'{\n "_newsarc": {},\n "items": []\n}', True),
        ("robots.txt", b"# newsarc\nUser-agent: *\n", True),
        (f"style.{DIGEST}.css", STYLE, True),
        ("index.html", b"<!doctype html>\n<title>newsarc</title>", False),
        ("index.html", PAGE.replace(b"newsarc", b"another"), False),
        ("index.html", b" " * 5000 + PAGE, False),
        ("robots.txt", b"User-agent: *\n", False),
        ("notes.txt", b"I use newsarc.", False),
        ("style.css", STYLE, False),
        (f"style.{DIGEST}.css", b"body { color: red }", False),
        ("photo.12345678.jpg", b"\xff\xd8", False),
        ("old.12345678.html", PAGE, True),  # a former address may look like an asset
        ("empty.html", b"", False),
        ("old.HTM", PAGE, True),
        ("README.md", b"# newsarc\nWhat we make our archive with.\n", False),
        ("about.md", PAGE, False),
        ("deploy.py", b'ENVIRONMENT = {"_newsarc": 1}', False),
        ("notes.txt", b"# newsarc\n", False),
    ],
)
def test_files_say_whose_they_are(tmp_path: Path, name: str, content: bytes, own: bool) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert is_own(file) is own


def test_what_cannot_be_read_is_somebody_elses(tmp_path: Path) -> None:
    assert not is_own(tmp_path / "lost.html")
    assert not is_own(tmp_path)
    (tmp_path / "folder.12345678.css").mkdir()
    assert not is_own(tmp_path / "folder.12345678.css")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "index.html").write_bytes(PAGE)
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").symlink_to(tmp_path / "elsewhere" / "index.html")
    (site / "folder").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert list(own_files(site)) == []


def test_own_files_are_found_wherever_they_are(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    (tmp_path / "b" / "c" / "index.html").write_bytes(PAGE)
    (tmp_path / "b" / "mine.html").write_bytes(b"mine")
    (tmp_path / "a.html").write_bytes(PAGE)
    assert list(own_files(tmp_path)) == ["a.html", "b/c/index.html"]
    assert list(own_files(tmp_path / "lost")) == []


def test_every_file_of_a_site_says_whose_it_is(project: Project) -> None:
    project.write("flood.md", "---\ntitle: Flood\ndate: 2020-10-13\ntags: [Iraq]\n---\nIt rose.\n")
    project.write("flood.jpg", b"a picture")
    project.build()
    assert set(own_files(project.site)) == project.built().keys()

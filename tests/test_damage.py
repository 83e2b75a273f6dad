"""What became of the site's files, and how a build notices."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from newsarc.building import damage, scan
from newsarc.catalog.ledger import Ledger
from tests.helpers.project import Project
from tests.test_build import BRIDGE, FLOOD

PAGE = "2019/05/04/flood.html"


@pytest.fixture
def large(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A site that is taken for a large one, and whose folders are old enough to be trusted."""
    monkeypatch.setattr(damage, "_EVERY_FILE", 0)
    monkeypatch.setattr(damage, "RACY", -(10**9))
    project.write("flood.md", FLOOD)
    project.write("bridge.md", BRIDGE)
    project.build()
    project.build()
    return project


def replace_page(site: Path) -> None:
    """As editors and programs that copy do."""
    new = site / "new"
    new.write_text("something else")
    new.replace(site / PAGE)


def remove_page(site: Path) -> None:
    (site / PAGE).unlink()


def remove_folder(site: Path) -> None:
    shutil.rmtree(site / "tags")


def remove_site(site: Path) -> None:
    shutil.rmtree(site)


@pytest.mark.parametrize("loss", [replace_page, remove_page, remove_folder, remove_site])
def test_of_a_large_site_the_folders_tell_what_was_lost(
    large: Project, loss: Callable[[Path], None]
) -> None:
    before = large.built()
    loss(large.site)
    assert large.build().rendered > 0
    assert large.built() == before
    assert large.build().rendered == 0


def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The folders whose files are looked at; None stands for all."""
    folders: list[str | None] = []
    stats = Ledger.stats

    def noting(self: Ledger, folder: str | None = None) -> object:
        folders.append(folder)
        return stats(self, folder)

    monkeypatch.setattr(Ledger, "stats", noting)
    return folders


def test_files_in_folders_that_stayed_as_they_were_are_not_looked_at(
    large: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = looked_at(monkeypatch)
    large.build()
    assert folders == []
    (large.site / PAGE).with_name("mine.txt").write_text("a file of somebody else")
    large.build()
    assert folders == ["2019/05/04/"]
    large.build()
    assert folders == ["2019/05/04/"]


def test_a_folder_that_just_changed_is_not_trusted(
    large: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(damage, "RACY", 10**12)
    large.write("flood.md", FLOOD.replace("Flood", "Great flood"))
    large.build()
    folders = looked_at(monkeypatch)
    large.build()
    assert "2019/05/04/" in folders


def spoil(file: Path) -> None:
    """Write other bytes of the same length, and set the time back."""
    stat = file.stat()
    content = file.read_bytes()
    file.write_bytes(content.replace(b"water", b"money"))
    assert file.read_bytes() != content
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def test_a_build_that_trusts_nothing_finds_a_page_that_looks_as_it_was(project: Project) -> None:
    project.write("flood.md", FLOOD + "\nThe water rose.\n")
    project.build()
    before = project.built()
    spoil(project.site / PAGE)
    assert project.build().rendered == 0
    assert project.build(paranoid=True).rendered == 1
    assert project.built() == before
    assert project.build(paranoid=True).rendered == 0


def test_a_build_that_trusts_nothing_finds_a_source_that_looks_as_it_was(project: Project) -> None:
    source = project.write("flood.md", FLOOD + "\nThe water rose.\n")
    os.utime(source, ns=(10**18, 10**18))
    project.build()
    spoil(source)
    assert project.build().read == 0
    assert project.build(paranoid=True).read == 1
    assert "money rose" in project.page(PAGE)


def test_workers_find_the_same_files(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in ("a.md", "2019/b.md", "2019/05/c.jpg", "2020/d.txt", "2020/.hidden", "2021/e.pdf"):
        project.write(path, path)
    alone = scan.scan(project.articles, "articles")
    monkeypatch.setattr(scan, "_WORTH_WORKERS", 0)
    assert scan.scan(project.articles, "articles", jobs=2) == alone


def test_of_folders_that_are_known_no_file_is_named(project: Project) -> None:
    project.write("2019/a.md", "a")
    project.write("2020/b.md", "b")
    project.write("2020/c.png", "c")
    known = {folder.path: folder.listing for folder in scan.scan(project.articles, "a").folders}
    project.write("2020/b.md", "another")
    found = scan.scan(project.articles, "articles", known)
    assert [file.path for file in (*found.sources, *found.images)] == ["2020/b.md", "2020/c.png"]
    assert found.file_count == 3

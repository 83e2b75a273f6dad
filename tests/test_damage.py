"""What became of the site's files, and how a build notices."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsarc.building import damage, scan
from newsarc.building.placing import Placer
from newsarc.catalog.ledger import Ledger
from newsarc.config import Configuration, SiteSettings
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


# What is left of another day, and what is not newsarc's


@pytest.fixture
def two_stories(project: Project) -> Project:
    project.write("flood.md", FLOOD)
    project.write("bridge.md", BRIDGE)
    project.build()
    return project


def set_back(project: Project, folder: Path) -> None:
    """Remove an article and put the site of the day before in the place of the new one."""
    shutil.copytree(project.site, folder)
    (project.articles / "bridge.md").unlink()
    project.build()
    shutil.rmtree(project.site)
    shutil.copytree(folder, project.site, copy_function=shutil.copyfile)


@pytest.mark.parametrize("reason", ["damage", "ruin", "configuration"])
def test_pages_of_another_day_are_removed_in_every_kind_of_build(
    two_stories: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    set_back(two_stories, tmp_path / "yesterday")
    if reason == "ruin":
        monkeypatch.setattr(damage, "_MOST", 3)
    elif reason == "configuration":
        two_stories.configure(Configuration(site=SiteSettings(title="Another")))
    two_stories.build()
    assert "2020/10/13/bridge.html" not in two_stories.built()
    assert "2020/10/13/index.html" not in two_stories.built()


def test_a_site_in_the_site_is_left_alone(two_stories: Project) -> None:
    other = two_stories.site / "fr"
    shutil.copytree(two_stories.site, other)
    before = {path: path.read_bytes() for path in other.rglob("*") if path.is_file()}
    (two_stories.site / "404.html").unlink()
    two_stories.build()
    assert (two_stories.site / "404.html").is_file()
    assert before == {path: path.read_bytes() for path in other.rglob("*") if path.is_file()}


def test_a_build_that_trusts_nothing_does_so_when_it_renders_everything(project: Project) -> None:
    project.write("flood.md", FLOOD + "\nThe water rose.\n")
    project.build()
    before = project.page(PAGE)
    spoil(project.site / PAGE)
    (project.folder / "templates").mkdir()
    (project.folder / "templates" / "unused.html").write_text("nothing")
    project.build(paranoid=True)
    assert project.page(PAGE) == before


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_of_others_that_leads_nowhere_is_in_the_way(project: Project) -> None:
    project.write("flood.md", FLOOD)
    project.site.mkdir()
    (project.site / "robots.txt").symlink_to("/nowhere/robots.txt")
    (problem,) = project.build().problems
    assert "robots.txt: is in the way" in str(problem)
    assert (project.site / "robots.txt").is_symlink()


def test_a_file_of_others_at_an_announced_address_is_left_alone(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write("flood.md", FLOOD)
    project.build()
    bridge = project.write("bridge.md", BRIDGE)

    def refuse(_: Placer, route: str) -> None:
        raise OSError(28, "No space left on device", route)

    with monkeypatch.context() as patch:
        patch.setattr(Placer, "put", refuse)
        with pytest.raises(OSError, match="No space"):
            project.build()
    bridge.unlink()
    mine = project.site / "2020/10/13/bridge.html"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    project.build()
    assert mine.read_text() == "mine"


def test_what_others_do_while_a_build_publishes_is_seen_by_the_next(
    large: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long publishing takes: the folder's time says no more than when it changed last."""
    before = large.built()
    settle = Ledger.settle

    def removed_meanwhile(self: Ledger, *, only_stale: bool = False) -> None:
        settle(self, only_stale=only_stale)
        (large.site / "2020/10/13/bridge.html").unlink()

    large.write("bridge.md", BRIDGE.replace("trains", "cars"))
    with monkeypatch.context() as patch:
        patch.setattr(damage, "RACY", 0)
        patch.setattr(Ledger, "settle", removed_meanwhile)
        large.build()
    large.write("bridge.md", BRIDGE)
    large.build()
    assert large.built() == before

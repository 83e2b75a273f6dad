"""Builds that the system refuses something: they say what, leave the site whole, and leave the
next build nothing to mend.

With ``NEWSARC_KILLS=1`` the disk refuses each of a build's changes in its turn, else a few of them.
"""

from __future__ import annotations

import ctypes
import errno
import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from newsarc.building.build import build as build_site
from tests.helpers.children import (
    MOST_SECONDS,
    Child,
    Ending,
    Step,
    before_each_step,
    command_line,
    die,
    in_child,
)
from tests.helpers.editions import EDITIONS, Newspaper

resource = pytest.importorskip("resource")  # is not everywhere
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks, and sends signals")

THOROUGH = int(os.environ.get("NEWSARC_KILLS", "0"))
_NEW_MOUNTS = 0x00020000


def build(
    paper: Newspaper, *words: str, before: Callable[[], object] = lambda: None, workers: int = 1
) -> Ending:
    """``newsarc build``, before which something befalls its process."""
    words = ("build", "--jobs", str(workers), *words)
    return in_child(command_line(paper.project, *words, before=before))


def assert_told(ending: Ending, *words: str) -> None:
    """That a build ended with a message, which says this."""
    assert ending.status == 1, ending
    assert "Traceback" not in ending.errors
    assert ending.output == ""
    assert [word for word in words if word not in ending.errors] == [], ending.errors


def assert_harmless(paper: Newspaper, start: int | None, goal: int) -> None:
    """That what befell a build left the site whole, and the next build nothing to mend."""
    assert paper.wrongs(start, goal) == []
    ending = build(paper)
    assert ending.status == 0, ending
    assert paper.is_clean(goal)


# A disk that is full


def refusing(paper: Newspaper, step: int, code: int, *, once: bool) -> Callable[[], object]:
    """What befalls a process whose change at a step is refused, and perhaps all that add more."""

    def refuse(at: Step) -> None:
        later = at.number > step and at.event in {"open", "os.mkdir", "os.rename"}
        if at.number == step or (later and not once):
            raise OSError(code, os.strerror(code), at.paths[-1])

    return lambda: before_each_step(paper.project.folder, refuse)


@pytest.mark.parametrize("once", [True, False])
def test_whatever_the_disk_refuses_is_told_and_harms_nothing(paper: Newspaper, once: bool) -> None:
    refused = 0
    steps = paper.steps(0, 1)
    for step in range(0, steps, 1 if THOROUGH else max(1, steps // 3)):
        paper.set_out(0, 1)
        ending = build(paper, before=refusing(paper, step, errno.ENOSPC, once=once))
        if ending.status:
            assert_told(ending, "No space left on device", str(paper.project.folder))
            refused += 1
        assert paper.wrongs(0, 1) == [], step
        done = build(paper)
        assert done.status == 0, (step, done)
        assert not paper.wrongs(1), step
    assert refused > 1  # a build does without some, such as removing what is left of staging


@pytest.mark.parametrize("size", [1_000, 60_000, 500_000])
def test_a_file_too_large_for_the_disk_is_told(paper: Newspaper, size: int) -> None:
    paper.set_out(0, 1)
    picture = paper.project.write("large.png", b"\x89PNG" * 200_000)
    ending = build(paper, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
    picture.unlink()
    assert_told(ending, "catalog.sqlite" if size < 500_000 else "File too large")
    assert_harmless(paper, 0, 1)


def mount(*words: str) -> None:
    subprocess.run(["mount", *words], check=True, capture_output=True)


def in_own_mounts(work: Callable[[], object]) -> None:
    """Do something in a child whose mounts nobody else sees, and which go when it ends."""

    def alone() -> None:
        if ctypes.CDLL(None).unshare(_NEW_MOUNTS):
            sys.exit(3)
        try:
            mount("--make-rprivate", "/")
        except (OSError, subprocess.CalledProcessError):
            sys.exit(3)
        work()

    if not sys.platform.startswith("linux"):
        pytest.skip("mounts file systems, as Linux does")
    ending = in_child(alone)
    if ending.status == 3:
        pytest.skip("may not mount file systems")
    assert ending == Ending(0, "", "")


@pytest.mark.parametrize("kilobytes", [64, 160, 320, 500])
def test_a_full_disk_is_told_and_harms_nothing(paper: Newspaper, kilobytes: int) -> None:
    place = paper.project.folder

    def work() -> None:
        paper.set_out(None, 2)
        mount("-t", "tmpfs", "-o", "size=16m", "tmpfs", str(place))
        paper.go_back(None)
        paper.issue(EDITIONS[2])
        used = sum(file.stat().st_size // 4096 * 4 + 4 for file in place.rglob("*"))
        mount("-o", f"remount,size={used + kilobytes}k", str(place))
        assert_told(build(paper), str(place), "hint: make room, then build again")
        assert paper.wrongs(None, 2) == []
        mount("-o", "remount,size=16m", str(place))
        assert_harmless(paper, None, 2)

    in_own_mounts(work)


# Places where nobody may write


def read_only(folder: Path) -> None:
    mount("--bind", str(folder), str(folder))
    mount("-o", "remount,bind,ro", str(folder))


@pytest.mark.parametrize("place", ["site", ".newsarc", "."])
def test_a_read_only_file_system_is_told(paper: Newspaper, place: str) -> None:
    def work() -> None:
        paper.set_out(0, 1)
        folder = paper.project.folder / place
        read_only(folder)
        ending = build(paper)
        assert_told(ending, str(paper.project.folder))
        subprocess.run(["umount", str(folder)], check=True)
        assert_harmless(paper, 0, 1)

    in_own_mounts(work)


class _CapabilityHeader(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("process", ctypes.c_int))


def obey_permissions() -> None:
    """Let permissions bind this process, though it be the administrator's."""
    if os.geteuid() == 0:
        header = _CapabilityHeader(0x20080522, 0)
        none = (ctypes.c_uint32 * 6)()
        if not sys.platform.startswith("linux") or ctypes.CDLL(None).capset(
            ctypes.byref(header), none
        ):
            sys.exit(3)


@pytest.mark.parametrize("place", ["site", ".newsarc", "site/2020", "site/2019/05/04"])
def test_a_folder_that_may_not_be_written_to_is_told(paper: Newspaper, place: str) -> None:
    assert_told(refused(paper, place), str(paper.project.folder))
    assert_harmless(paper, 0, 1)


def test_the_page_that_may_not_be_written_is_named(paper: Newspaper) -> None:
    assert_told(refused(paper, "site/tags/rivers"), "site/tags/rivers")


def refused(paper: Newspaper, place: str) -> Ending:
    """How a build ends if it may not write to a folder, nor to those in it."""
    paper.set_out(0, 1)
    folder = paper.project.folder / place
    folders = [path for path in (folder, *folder.rglob("*")) if path.is_dir()]
    for path in folders:
        path.chmod(0o555)
    ending = build(paper, before=obey_permissions)
    for path in folders:
        path.chmod(0o755)
    if ending.status == 3:
        pytest.skip("permissions do not bind the administrator")
    return ending


# A worker killed for want of memory


def one_worker_killed() -> None:
    """Kill a worker as soon as it opens an article, be it to read or to render it."""

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and multiprocessing.parent_process() and "/articles/" in str(arguments):
            die()

    sys.addaudithook(hook)


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize(("start", "goal"), [(None, 0), (0, 3)])
def test_a_worker_that_is_killed_harms_nothing(
    paper: Newspaper, start: int | None, goal: int
) -> None:
    paper.set_out(start, goal)
    assert build(paper, before=one_worker_killed, workers=2).status == 1
    assert_harmless(paper, start, goal)


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize(("start", "goal"), [(None, 0), (0, 3)])
def test_a_worker_that_is_killed_is_told(paper: Newspaper, start: int | None, goal: int) -> None:
    paper.set_out(start, goal)
    assert_told(build(paper, before=one_worker_killed, workers=2), "memory", "--jobs")


# Two builds at once


def held_up(paper: Newspaper, step: str) -> Child:
    """A build that is in a step, and stays there until it is killed."""
    ready = paper.project.folder / "ready"

    def hold_up(name: str, done: int, total: int) -> None:
        del done, total
        if name == step:
            ready.touch()
            time.sleep(MOST_SECONDS)

    child = Child(lambda: build_site(paper.project.settings, hold_up))
    end = time.monotonic() + MOST_SECONDS
    while not ready.exists() and time.monotonic() < end:
        time.sleep(0.01)
    return child


@pytest.mark.parametrize(
    ("step", "words"), [("reading", ()), ("rendering", ("--catalog", "other.sqlite"))]
)
def test_a_second_build_says_that_there_is_a_first(
    paper: Newspaper, step: str, words: tuple[str, ...]
) -> None:
    paper.set_out(0, 1)
    first = held_up(paper, step)
    told = build(paper, *words)
    assert_told(told, "another build, process ", " is using this", "hint: wait until it is done")
    assert paper.wrongs(0, 1) == []
    assert first.kill().killed
    # What a killed build had locked is free.
    assert_harmless(paper, 0, 1)


@pytest.mark.usefixtures("small_batches")
def test_builds_that_start_at_once_harm_nothing(paper: Newspaper) -> None:
    for start, goal in ((None, 1), (1, 2), (2, 0)):
        paper.set_out(start, goal)
        words = ("build", "--jobs", "2")
        endings = [
            child.wait() for child in [Child(command_line(paper.project, *words)) for _ in range(3)]
        ]
        for ending in endings:
            if ending.status:
                assert_told(ending, "another build, process ", " is using this")
        assert 0 in {ending.status for ending in endings}
        assert_harmless(paper, start, goal)


# What others put into the place of a page


def test_a_folder_of_others_in_the_place_of_a_page_is_told(paper: Newspaper) -> None:
    paper.set_out(0, 1)
    page = paper.project.site / "index.html"
    page.unlink()
    page.mkdir()
    (page / "notes.txt").write_text("mine")
    assert_told(
        build(paper),
        f"{page / 'notes.txt'}: is in the way, and was not written by newsarc",
        "hint: move it away",
    )
    assert [file.name for file in page.iterdir()] == ["notes.txt"]


def test_an_empty_folder_in_the_place_of_a_page_is_replaced(paper: Newspaper) -> None:
    paper.set_out(0, 1)
    page = paper.project.site / "index.html"
    page.unlink()
    page.mkdir()
    assert build(paper).status == 0
    assert paper.is_clean(1)

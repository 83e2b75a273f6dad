"""At every moment of a build the site is whole, and a build that is killed costs only time.

``NEWSARC_KILLS=1000 pytest tests/test_safety.py -s`` kills so many builds at drawn moments, each
time others, and one before every change that a build makes.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.helpers.children import Child, Ending, in_child, killed_at
from tests.helpers.editions import EDITIONS, Newspaper, look

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks, and sends signals")

KILLS = int(os.environ.get("NEWSARC_KILLS", "0"))
_USUAL_KILLS = 20
SEED = 20201013
LONGER = 1.1
"""Moments are drawn from so many times the seconds that a build takes, for some take longer."""

# Where a build starts, None for an empty folder, and which edition it makes.
WAYS = [(None, 0), (0, 1), (1, 2), (0, 3)]


def work(paper: Newspaper, before: Callable[[], object], jobs: int = 1) -> Callable[[], object]:
    """A build, before which something befalls its process."""

    def build() -> None:
        before()
        paper.project.build(jobs=jobs)

    return build


def nothing() -> None:
    """Befall nobody."""


@pytest.mark.parametrize(("start", "goal"), WAYS)
def test_before_each_change_on_the_disk_the_site_is_whole(
    paper: Newspaper, start: int | None, goal: int
) -> None:
    paper.set_out(start, goal)
    assert paper.watch(start, goal) == Ending(0, "", "")
    assert paper.is_clean(goal)


# Killed


@pytest.mark.parametrize(("start", "goal"), WAYS)
def test_a_build_killed_before_any_change_is_ended_by_the_next(
    paper: Newspaper, start: int | None, goal: int
) -> None:
    steps = paper.steps(start, goal)
    for number, step in enumerate(range(0, steps, 1 if KILLS else max(1, steps // 4))):
        paper.set_out(start, goal)
        ending = in_child(work(paper, killed_at(paper.project.folder, step)))
        assert ending.killed, (step, ending)
        assert paper.wrongs(start, goal) == [], step
        # Every other time the edit is undone: nothing of it may stay.
        last = goal if number % 2 == 0 or start is None else start
        paper.issue(EDITIONS[last])
        assert in_child(work(paper, nothing)) == Ending(0, "", ""), step
        assert look(paper.project).site == paper.clean[last], step


@pytest.mark.parametrize(("start", "first", "goal"), [(2, 0, 1), (2, 1, 0)])
def test_after_a_killed_build_another_edition_is_published_as_safely(
    paper: Newspaper, start: int, first: int, goal: int
) -> None:
    steps = paper.steps(start, first)
    for step in range(steps - 1, 0, -(1 if KILLS else max(1, steps // 4))):
        paper.set_out(start, first)
        assert in_child(work(paper, killed_at(paper.project.folder, step))).killed
        paper.issue(EDITIONS[goal])
        assert paper.watch(start, first, goal) == Ending(0, "", ""), step


def test_what_is_left_of_staging_is_removed_by_the_next_build(paper: Newspaper) -> None:
    steps = paper.steps(0, 1)
    for step in range(steps - 1, 0, -max(1, steps // 4)):
        paper.set_out(0, 1)
        assert in_child(work(paper, killed_at(paper.project.folder, step))).killed
        assert in_child(work(paper, nothing)) == Ending(0, "", "")
        assert paper.is_clean(1), step


@pytest.mark.usefixtures("small_batches")
def test_builds_killed_at_any_moment_cost_nothing_but_time(paper: Newspaper) -> None:
    seed = random.SystemRandom().randrange(10**9) if KILLS else SEED
    chance = random.Random(seed)
    seconds = {
        (start, workers): seconds_of(paper, start, 1, workers)
        for start in (None, 0)
        for workers in (1, 2)
    }
    killed = late = 0
    while killed + late < (KILLS or _USUAL_KILLS):
        start, workers = chance.choice((None, 0, 1, 2)), chance.choice((1, 1, 1, 2))
        usual = seconds[start and 0, workers]
        endings = live_through(paper, Story.drawn(chance, start, workers, usual))
        killed += sum(ending.killed for ending in endings)
        late += sum(not ending.killed for ending in endings)
    print(f"seed {seed}: {killed} builds were killed, {late} were done before")  # noqa: T201


class Story(NamedTuple):
    """Builds that are killed, one after the other, and a last one that is not."""

    start: int | None
    workers: int
    goals: tuple[int, ...]
    """The editions that are built."""
    moments: tuple[float, ...]
    """When builds are killed, in seconds after their start."""

    @classmethod
    def drawn(cls, chance: random.Random, start: int | None, workers: int, usual: float) -> Story:
        """A story of builds that usually take so many seconds."""
        kills = chance.choice((1, 1, 2, 3))
        goals = [chance.randrange(len(EDITIONS)) for _ in range(kills + 1)]
        if chance.random() < 0.5:
            goals = goals[:1] * len(goals)  # nothing is edited in between
        moments = tuple(chance.uniform(0, LONGER * usual) for _ in range(kills))
        return cls(start, workers, tuple(goals), moments)


def seconds_of(paper: Newspaper, start: int | None, goal: int, workers: int) -> float:
    paper.set_out(start, goal)
    started = time.monotonic()
    assert in_child(work(paper, nothing, workers)) == Ending(0, "", "")
    return time.monotonic() - started


def live_through(paper: Newspaper, story: Story) -> list[Ending]:
    """Let a story happen, whose last build has to end it well."""
    start, workers, goals, moments = story
    paper.go_back(start)
    endings = []
    for number, moment in enumerate(moments):
        paper.issue(EDITIONS[goals[number]])
        child = Child(work(paper, nothing, workers))
        time.sleep(moment)
        endings.append(child.kill())
        assert endings[-1].status in {0, -signal.SIGKILL}, (story, number, endings)
        wrongs = paper.wrongs(start, *goals[: number + 1])
        assert wrongs == [], (story, number)
    paper.issue(EDITIONS[goals[-1]])
    assert in_child(work(paper, nothing, workers)) == Ending(0, "", ""), story
    assert look(paper.project).site == paper.clean[goals[-1]], story
    return endings


# Brought back from a backup


@pytest.mark.parametrize("lost", ["catalog", "site"])
def test_a_catalog_and_a_site_of_different_days_leave_no_page_behind(
    paper: Newspaper, tmp_path: Path, lost: str
) -> None:
    settings = paper.project.settings
    folder = settings.catalog.parent if lost == "catalog" else settings.output
    paper.set_out(0, 1)
    shutil.copytree(folder, tmp_path / "backup")
    assert in_child(work(paper, nothing)) == Ending(0, "", "")
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "backup", folder)
    paper.issue(EDITIONS[0 if lost == "catalog" else 1])
    assert in_child(work(paper, nothing)) == Ending(0, "", "")
    assert paper.is_clean(0 if lost == "catalog" else 1)

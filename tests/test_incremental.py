"""Builds cost what changed, and give what a clean build gives.

``NEWSARC_HISTORIES=500 pytest tests/test_incremental.py`` draws so many, each time others.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from newsarc.building import damage, jobs, pages, placing, publish
from newsarc.catalog.ledger import Ledger
from newsarc.model import Page
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.plan import Planner
from tests.helpers.children import memory
from tests.helpers.compiling import templates_compiled_once
from tests.helpers.edits import EDITS, Edit, Newsroom, additions, edits, elsewhere
from tests.helpers.project import Project
from tests.test_build import BRIDGE, FLOOD


@pytest.fixture(scope="module", autouse=True)
def _templates_compiled_once() -> Iterator[None]:
    with templates_compiled_once():
        yield


def clean_site(project: Project) -> Mapping[str, bytes]:
    """What a clean build of the same articles gives."""
    other = elsewhere(project)
    shutil.rmtree(other.site, ignore_errors=True)
    other.build(clean=True, keep_going=True)
    return other.built()


def differences(site: Mapping[str, bytes], clean: Mapping[str, bytes]) -> dict[str, str]:
    """Routes whose files differ, and how."""
    routes = sorted(site.keys() | clean.keys())
    return {
        route: "missing" if route not in site else "left" if route not in clean else "other"
        for route in routes
        if site.get(route) != clean.get(route)
    }


def follow(history: Sequence[Edit], start: Sequence[Edit], jobs: int = 1) -> None:
    """Build after each edit, and compare with a clean build."""
    folder = Path(tempfile.mkdtemp(prefix="newsarc-test-", dir=memory()))
    try:
        newsroom = Newsroom(Project(folder / "project"))
        for edit in start:
            newsroom.do(edit)
        newsroom.project.build(keep_going=True)
        clean: Mapping[str, bytes] = {}
        for edit in history:
            changed = newsroom.do(edit)
            newsroom.project.build(keep_going=True, jobs=jobs)
            clean = clean_site(newsroom.project) if changed or not clean else clean
            assert differences(newsroom.project.built(), clean) == {}, edit
    finally:
        shutil.rmtree(folder)


HISTORIES = int(os.environ.get("NEWSARC_HISTORIES", "0"))
histories = st.lists(edits, min_size=1, max_size=5)
archives = st.lists(additions, min_size=2, max_size=9, unique_by=lambda edit: edit.which % 10)
# Shrinking builds hundreds of sites: a history is short enough to be read as it is.
_QUICK = settings(
    max_examples=HISTORIES or 20,
    derandomize=not HISTORIES,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[*HealthCheck],
)


@_QUICK
@given(archives, histories)
def test_after_any_history_the_site_is_that_of_a_clean_build(
    start: list[Edit], history: list[Edit]
) -> None:
    follow(history, start)


def test_after_an_edit_of_each_kind_the_site_is_that_of_a_clean_build() -> None:
    start = [Edit("add", number, 7 * number + 3, 11 * number) for number in range(7)]
    kinds = [kind for kind in EDITS if kind != "lose catalog"]
    follow([Edit(kind, 5 * n, n, 3 * n + 2) for n, kind in enumerate(kinds)], start)


@pytest.mark.parametrize("how", range(4))
def test_whatever_is_done_to_the_site_is_mended(how: int) -> None:
    start = [Edit("add", number, 7 * number + how, 11 * number) for number in range(5)]
    history = [Edit("damage", 17 * number, 0, 4 * number + how) for number in range(3)]
    follow(history, start)


@pytest.mark.parametrize("seed", [1, 2])
def test_workers_give_the_same(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setattr(jobs, "WORTH_WORKERS", 1)
    start = [Edit("add", number, 7 * number + seed, 11 * number) for number in range(6)]
    history = [
        Edit("set", 1, 2, seed),
        Edit("rename", seed, 0, 9),
        Edit("remove", seed, 0, 0),
        Edit("damage", 7 * seed, 0, seed),
    ]
    follow(history, start, jobs=3)


# A build that is killed


STEPS = (
    (pages, "_made"),
    (placing.Placer, "put"),
    (publish, "remove"),
    (Ledger, "announce_staged"),
    (Ledger, "settle"),
)
"""What a build does after the catalog was brought up to date."""


class Killed(BaseException):
    """Ends a build, wherever it is."""


@contextmanager
def killed_after(steps: int) -> Iterator[None]:
    """Let a build do so many steps."""
    left = iter(range(steps))

    def dying(step: Callable[..., Any]) -> Callable[..., Any]:
        def step_or_die(*arguments: Any, **options: Any) -> Any:
            if next(left, None) is None:
                raise Killed
            return step(*arguments, **options)

        return step_or_die

    with pytest.MonkeyPatch.context() as patch, suppress(Killed):
        for owner, name in STEPS:
            patch.setattr(owner, name, dying(getattr(owner, name)))
        yield


@pytest.mark.parametrize("steps", range(0, 72, 6))
def test_what_a_killed_build_left_undone_is_done_by_the_next(project: Project, steps: int) -> None:
    project.write("flood.md", FLOOD)
    bridge = project.write("bridge.md", BRIDGE)
    project.build()
    project.write("flood.md", FLOOD.replace("Flood", "Great flood").replace("weather", "Rain"))
    bridge.unlink()
    with killed_after(steps):
        project.build()
    # The next change is another one, and its build does not know of the first but from the catalog.
    strike = project.write("strike.md", FLOOD.replace("05-04", "05-05"))
    with killed_after(steps // 2):
        project.build()
    strike.unlink()
    project.build()
    assert differences(project.built(), clean_site(project)) == {}
    assert project.build().rendered == 0


def test_a_killed_build_does_not_make_the_next_one_look_at_everything(project: Project) -> None:
    project.write("flood.md", FLOOD)
    project.write("bridge.md", BRIDGE)
    project.build()
    project.write("bridge.md", BRIDGE.replace("trains", "cars"))
    with killed_after(1):
        project.build()
    with planned_keys() as planned:
        project.build()
    assert planned
    assert PageKey(PageKind.ARTICLE, "flood.md") not in planned
    assert differences(project.built(), clean_site(project)) == {}


def test_a_ruin_is_built_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(damage, "_MOST", 5)
    project.write("flood.md", FLOOD)
    project.build()
    shutil.rmtree(project.site / "tags")
    assert project.build().rendered > 5
    assert differences(project.built(), clean_site(project)) == {}


# What is rendered, and no more


@contextmanager
def planned_keys() -> Iterator[set[PageKey]]:
    """The keys that are planned, of pages that there are."""
    found: set[PageKey] = set()
    plan = Planner.page

    def noting(self: Planner, key: PageKey) -> Page:
        page = plan(self, key)
        found.add(key)
        return page

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Planner, "page", noting)
        yield found


HARVEST = (
    FLOOD.replace("2019-05-04", "2021-08-01")
    .replace("Flood in", "Harvest in")
    .replace("[weather, rivers]", "[Fields]")
)
FEEDS_OF_SITE = {"feed.xml", "feed.json"}
FEEDS_OF_RIVERS = {"tags/rivers/feed.xml", "tags/rivers/feed.json"}
BRIDGE_PAGE = "2020/10/13/bridge.html"
RIVERS = {"tags/rivers/index.html", "tags/rivers/2020.html", *FEEDS_OF_RIVERS}
DAY_OF_BRIDGE = {"2020/index.html", "2020/10/index.html", "2020/10/13/index.html"}
NEIGHBOURS = {"2019/05/04/flood.html", "2021/08/01/harvest.html"}
PERIODS_AROUND = {
    *("2019/index.html", "2019/05/index.html", "2019/05/04/index.html"),
    *("2021/index.html", "2021/08/index.html", "2021/08/01/index.html"),
}
COUNTS = {"index.html", "tags/index.html", *FEEDS_OF_SITE}


@dataclass(frozen=True)
class Expectation:
    """An edit of the bridge, and what it costs."""

    old: str
    new: str
    rendered: frozenset[str] | set[str]
    removed: frozenset[str] | set[str] = frozenset()


TABLE: Mapping[str, Expectation] = MappingProxyType(
    {
        "nothing": Expectation("trains", "trains", set()),
        "words behind the opening": Expectation(
            "again.",
            f"again. {'And again. ' * 40}",
            {BRIDGE_PAGE, *FEEDS_OF_SITE, *FEEDS_OF_RIVERS},
        ),
        "title": Expectation(
            "Bridge reopens",
            "Bridge opens",
            {BRIDGE_PAGE, "2020/10/index.html", "2020/10/13/index.html", "index.html"}
            | {"on-this-day/10-13.html", *FEEDS_OF_SITE, *RIVERS, *NEIGHBOURS},
        ),
        "a tag more": Expectation(
            "[Rivers]",
            "[Rivers, Trains]",
            {BRIDGE_PAGE, "2020/index.html", *COUNTS}
            | FEEDS_OF_RIVERS
            | {
                f"tags/trains/{page}"
                for page in ("index.html", "2020.html", "feed.xml", "feed.json")
            },
        ),
        "a tag less": Expectation(
            "[Rivers]",
            "[]",
            {BRIDGE_PAGE, "2020/index.html", *COUNTS}
            | {"tags/rivers/index.html", "tags/rivers/2019.html", *FEEDS_OF_RIVERS}
            # It is written "rivers" now, as the flood writes it.
            | {"2019/05/04/flood.html", "2019/index.html"},
            {"tags/rivers/2020.html"},
        ),
        "another day of the same month": Expectation(
            "2020-10-13",
            "2020-10-14",
            {"2020/10/14/bridge.html", "2020/index.html", "2020/10/index.html", "index.html"}
            | {"2020/10/14/index.html", "2019/05/04/index.html", "2021/08/01/index.html"}
            | {"on-this-day/10-14.html", "on-this-day/08-01.html"}
            | {"sitemaps/2020.xml", *FEEDS_OF_SITE, *RIVERS, *NEIGHBOURS},
            {BRIDGE_PAGE, "2020/10/13/index.html", "on-this-day/10-13.html"},
        ),
        "no date": Expectation(
            "date: 2020-10-13\n",
            "",
            {"undated/bridge.html", "undated/index.html", "index.html"}
            | {"on-this-day/08-01.html", "sitemap.xml", "sitemaps/undated.xml"}
            | {*FEEDS_OF_SITE, *PERIODS_AROUND, *NEIGHBOURS}
            | {"tags/rivers/index.html", "tags/rivers/undated.html", "tags/rivers/2019.html"}
            | FEEDS_OF_RIVERS,
            {BRIDGE_PAGE, "sitemaps/2020.xml", "tags/rivers/2020.html", *DAY_OF_BRIDGE}
            | {"on-this-day/10-13.html"},
        ),
        "a former address": Expectation(
            "tags:",
            "aliases: [/old.html]\ntags:",
            {"old.html", BRIDGE_PAGE},
        ),
        "a draft": Expectation(
            "tags:",
            "draft: true\ntags:",
            {"index.html", "tags/index.html", "sitemap.xml", "on-this-day/08-01.html"}
            | {*FEEDS_OF_SITE, *PERIODS_AROUND}
            | {"tags/rivers/index.html", "tags/rivers/2019.html", *FEEDS_OF_RIVERS, *NEIGHBOURS},
            {BRIDGE_PAGE, "sitemaps/2020.xml", "tags/rivers/2020.html", *DAY_OF_BRIDGE}
            | {"on-this-day/10-13.html"},
        ),
    }
)


@pytest.mark.parametrize("edit", TABLE)
def test_an_edit_costs_what_it_changes(project: Project, edit: str) -> None:
    expectation = TABLE[edit]
    project.write("flood.md", FLOOD)
    project.write("harvest.md", HARVEST)
    project.write("bridge.md", BRIDGE)
    project.build()
    project.write("bridge.md", BRIDGE.replace(expectation.old, expectation.new))
    changes = project.build().changes
    assert {change.route for change in changes if change.written} == expectation.rendered
    assert {change.route for change in changes if not change.written} == expectation.removed
    assert differences(project.built(), clean_site(project)) == {}


def test_what_lies_far_from_a_change_is_not_even_planned(project: Project) -> None:
    for number in range(30):
        text = FLOOD.replace("2019-05-04", f"20{number + 10}-05-04").replace(
            "[weather, rivers]", f"[Tag {number}]"
        )
        project.write(f"story-{'abcdefghijklmnopqrstuvwxyzäöüß'[number]}.md", text)
    project.build()
    with planned_keys() as planned:
        project.write("story-a.md", FLOOD.replace("2019-05-04", "2010-05-04"))
        project.build()
    assert {key.name for key in planned if key.kind is PageKind.ARTICLE} == {
        *("story-a.md", "story-b.md")
    }
    assert not {key for key in planned if key.period > "2011-06"}


def test_what_is_withdrawn_and_published_again_is_said_to_be(project: Project) -> None:
    # Nothing but the text goes with it.
    bridge = BRIDGE.replace("tags: [Rivers]\n", "")
    project.write("bridge.md", bridge)
    project.build()
    for text, happened in (
        (bridge.replace("date:", "withdrawn: true\ndate:"), "was withdrawn"),
        (bridge, "is no longer withdrawn"),
    ):
        project.write("bridge.md", text)
        reasons = {change.reason for change in project.build().changes}
        assert reasons == {f"articles/bridge.md {happened}"}


def test_what_happened_to_a_picture_is_said(project: Project) -> None:
    project.write("bridge.md", BRIDGE + "![The bridge](bridge.gif)\n")
    project.build()
    for content, happened in ((b"GIF89a", "new"), (b"GIF87a", "another"), (None, "gone")):
        if content:
            project.write("bridge.gif", content)
        else:
            (project.articles / "bridge.gif").unlink()
        reasons = {change.reason for change in project.build().changes}
        assert f"the picture articles/bridge.gif is {happened}" in reasons
        assert f"articles/bridge.gif is {happened}" in reasons


def test_a_renamed_article_is_said_to_be(project: Project) -> None:
    project.write("flood.md", FLOOD)
    project.write("bridge.md", BRIDGE)
    project.build()
    (project.articles / "bridge.md").rename(project.articles / "bridge-2020.md")
    project.write("harvest.md", HARVEST)
    (project.articles / "flood.md").unlink()
    reasons = {change.reason for change in project.build().changes}
    renamed = "articles/bridge.md was renamed to articles/bridge-2020.md"
    assert reasons == {
        renamed,
        "articles/flood.md is no longer published",
        "articles/harvest.md is new",
    }

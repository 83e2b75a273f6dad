"""A small archive in three editions, and what has to be so of its site at every moment."""

from __future__ import annotations

import functools
import hashlib
import json
import os
import posixpath
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from newsarc.config import Configuration, ListingSettings
from tests.helpers.children import Ending, Step, before_each_step, in_child
from tests.helpers.edits import elsewhere
from tests.helpers.pages import links_of
from tests.helpers.project import Project

_FLOOD = """---
title: Flood in the valley
date: 2019-05-04
authors: [Mara Lind]
tags: [weather, rivers]
---
The river rose by two metres. See [the bridge](bridge.md).

![The river](river.jpg)
"""
_BRIDGE = """---
title: Bridge reopens
date: 2020-10-13
tags: [Rivers]
aliases: [/old.html]
---
The bridge carries trains again, [says](a/dam.md) the harbour.
"""
_STRIKE = """---
title: Dockers strike
date: 2020-10-14
source: The Valley Courier
tags: [Trains]
---
No train runs to the harbour, nor over [the bridge](bridge.md).
"""
_HARVEST = """---
title: Harvest of the year
date: 2021-08-01
tags: [Fields, Weather]
---
After [the flood](flood.md) came the harvest.
"""
_DAM = """---
title: Dam gates open
date: 2019-05-04
slug: flood
tags: [rivers]
---
The gates were opened at dawn.
"""

Edition = Mapping[str, str]
"""Sources, pictures and templates, by their paths in the project."""

FIRST: Edition = MappingProxyType(
    {
        "articles/flood.md": _FLOOD,
        "articles/river.jpg": "high water",
        "articles/bridge.md": _BRIDGE,
        "articles/strike.md": _STRIKE,
    }
)
SECOND: Edition = MappingProxyType(
    {
        # Another picture; two articles that ask for one address.
        "articles/flood.md": _FLOOD,
        "articles/river.jpg": "low water",
        "articles/a/dam.md": _DAM,
        "articles/harvest.md": _HARVEST,
        # Another date, another tag, another former address; and a strike that never was.
        "articles/bridge.md": _BRIDGE.replace("10-13", "11-02")
        .replace("[Rivers]", "[Rivers, Weather]")
        .replace("old", "older"),
    }
)
THIRD: Edition = MappingProxyType(
    {
        "articles/bridge.md": _BRIDGE,
        "articles/strike.md": _STRIKE.replace("Trains", "Fields, Docks"),
        "articles/harvest.md": _HARVEST.replace("of the year", "is late").replace("21-08", "22-01"),
        "articles/flood.md": _FLOOD.replace("date: 2019-05-04\n", "").replace("weather", "Weather"),
    }
)
RESTYLED: Edition = MappingProxyType(
    # The same articles, and yet every page is another.
    {**FIRST, "templates/assets/style.css": "body { color: black }"}
)
EDITIONS = (FIRST, SECOND, THIRD, RESTYLED)

FRONT = "index.html"
OTHERS: Mapping[str, str] = MappingProxyType(
    {
        "CNAME": "news.example",
        ".well-known/security.txt": "Contact: us",
        "mine.html": "mine",
        "2019/05/04/notes.html": "<p>mine",
        "tags/trains/notes.txt": "mine",
        "a.1234abcd.css": "",
    }
)
"""Files in the output folder that newsarc did not write, some in folders that it makes."""


@dataclass(frozen=True)
class Moment:
    """What the output folder held at a moment."""

    site: Mapping[str, bytes]
    """All but staging and the files of others."""
    others: Mapping[str, tuple[str, int]]
    """Text and time of files of others, as far as they are there."""


class Newspaper:
    """A project that goes from edition to edition, with files of others in its output folder."""

    def __init__(self, folder: Path) -> None:
        self.project = Project(folder / "project")
        # Short lists, so that there are terms whose years are cut.
        self.project.configure(Configuration(listings=ListingSettings(newest=2, longest=1)))
        settings = self.project.folder / "newsarc.toml"  # for the command line
        settings.write_text("[listings]\nnewest = 2\nlongest = 1\n")
        self._saved = folder / "saved"
        for path, text in OTHERS.items():
            file = self.project.site / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        self.others = look(self.project).others
        # What a build leaves in this process, its forks need not make again. Nor may they share a
        # connection with it, so all further builds are theirs.
        warm = Project(folder / "warm")
        warm.write("flood.md", FIRST["articles/flood.md"])
        warm.build()
        self.clean = tuple(self._built(edition) for edition in EDITIONS)

    def _built(self, edition: Edition) -> Mapping[str, bytes]:
        """Build an edition as if there had been no other, and keep all of it."""
        self.issue(edition)
        site = self._clean_site()
        assert in_child(self.project.build) == Ending(0, "", "")
        assert look(self.project).site == site
        shutil.copytree(self.project.folder, self._saved / str(EDITIONS.index(edition)))
        return site

    def _clean_site(self) -> Mapping[str, bytes]:
        other = elsewhere(self.project)
        assert in_child(lambda: other.build(clean=True)) == Ending(0, "", "")
        site = other.built()
        shutil.rmtree(other.site)
        other.settings.catalog.unlink()
        assert not [route for route, content in site.items() if not is_whole(route, content)]
        return site

    def issue(self, edition: Edition) -> None:
        """Make the articles and templates those of an edition."""
        for path in {path for other in EDITIONS for path in other} - edition.keys():
            (self.project.folder / path).unlink(missing_ok=True)
        for path, text in edition.items():
            file = self.project.folder / path
            if not file.exists() or file.read_text() != text:
                self.project.write(f"../{path}", text)

    def go_back(self, start: int | None) -> None:
        """Make everything as it was when an edition was built, or before the first was."""
        for path in self.project.folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(self._saved / str(start or 0), self.project.folder, dirs_exist_ok=True)
        if start is None:
            shutil.rmtree(self.project.settings.catalog.parent)
            for route in self.clean[0]:
                (self.project.site / route).unlink()
            _remove_empty_folders(self.project.site)

    def set_out(self, start: int | None, goal: int) -> None:
        """Make all as it was at the start, and the articles those of the goal."""
        self.go_back(start)
        self.issue(EDITIONS[goal])

    def steps(self, start: int | None, goal: int) -> int:
        """How many changes on the disk a build makes."""
        self.set_out(start, goal)
        steps: list[Step] = []

        def count() -> None:
            before_each_step(self.project.folder, steps.append)
            self.project.build()
            print(len(steps))  # noqa: T201

        return int(in_child(count).output)

    def is_clean(self, edition: int) -> bool:
        """Whether the site is that of a clean build, and nothing else is there."""
        moment = look(self.project)
        return (moment.site, moment.others) == (self.clean[edition], self.others) and not left_over(
            self.project
        )

    def wrongs(self, start: int | None, *towards: int) -> list[str]:
        """What is wrong with the site at this moment.

        It was that of an edition, and builds have been bringing it to others, one after the other.
        """
        moment = look(self.project)
        sites = [self.clean[number] for number in (start, *towards) if number is not None]
        stays = set[str]() if start is None else set.intersection(*(set(site) for site in sites))
        return [
            *(f"{path} of others was touched" for path in _other(self.others, moment.others)),
            *(
                f"{route} is not of any edition" if is_whole(route, content) else f"{route} is torn"
                for route, content in moment.site.items()
                if content not in [site.get(route) for site in sites]
            ),
            *(f"{route} is missing" for route in stays - moment.site.keys()),
            # What is new is reached from the front page, or not at all.
            *dead_ends(moment.site, {FRONT, *stays} & moment.site.keys()),
        ]

    def watch(self, start: int | None, *towards: int) -> Ending:
        """Build the last of some editions, and tell what is wrong before each of its changes."""

        def work() -> None:
            found: dict[str, Step] = {}
            seen: set[tuple[tuple[str, int, int], ...]] = set()

            def check(step: Step) -> None:
                if step.event == "open" and _is_public(step.paths[0], self.project.site):
                    found.setdefault(f"{step.paths[0]} is written where readers see it", step)
                now = _stamps(self.project.site)
                if now not in seen:
                    seen.add(now)
                    for wrong in self.wrongs(start, *towards):
                        found.setdefault(wrong, step)

            before_each_step(self.project.folder, check)
            self.project.build()
            for wrong, step in found.items():
                print(f"{wrong}, before step {step.number}, {step.event} {step.paths}")  # noqa: T201

        return in_child(work)


def _is_public(path: str, site: Path) -> bool:
    return path.startswith(f"{site}/") and "/.newsarc" not in path.removeprefix(str(site))


def _stamps(site: Path) -> tuple[tuple[str, int, int], ...]:
    files = (
        (entry, Path(entry).stat())
        for folder, _, names in os.walk(site)
        if _is_public(f"{folder}/", site)
        for entry in (f"{folder}/{name}" for name in names)
    )
    return tuple((path, stat.st_ino, stat.st_mtime_ns) for path, stat in files)


def _remove_empty_folders(top: Path) -> None:
    for folder, _, _ in os.walk(top, topdown=False):
        with suppress(OSError):
            Path(folder).rmdir()


def _other(one: Mapping[str, object], two: Mapping[str, object]) -> list[str]:
    return [name for name in one.keys() | two.keys() if one.get(name) != two.get(name)]


def look(project: Project) -> Moment:
    """What the output folder holds now; folders of newsarc's own, ``.newsarc*``, are left out."""
    site: dict[str, bytes] = {}
    others: dict[str, tuple[str, int]] = {}
    for folder, folders, files in os.walk(project.site):
        folders[:] = [name for name in folders if not name.startswith(".newsarc")]
        for name in files:
            file = Path(folder) / name
            route = file.relative_to(project.site).as_posix()
            if route in OTHERS:
                others[route] = (file.read_text(), file.stat().st_mtime_ns)
            else:
                site[route] = file.read_bytes()
    return Moment(site, others)


def left_over(project: Project) -> list[str]:
    """Files and folders of newsarc's own in the output folder, and empty folders."""
    return [
        str(path.relative_to(project.site))
        for path in project.site.rglob("*")
        if path.name.startswith(".newsarc") or (path.is_dir() and not any(path.iterdir()))
    ]


# Whole files


@functools.cache
def is_whole(route: str, content: bytes) -> bool:
    """Whether a file is complete, by what it says itself."""
    try:
        if route.endswith(".html"):
            return content.rstrip().endswith(b"</html>")
        if route.endswith(".xml"):
            ElementTree.fromstring(content)
        elif route.endswith(".json"):
            json.loads(content)
        elif named := re.search(r"\.([0-9a-f]{8})\.\w+$", route):
            return hashlib.sha256(content).hexdigest().startswith(named[1])
    except ValueError:
        return False
    return True


# Links


def dead_ends(site: Mapping[str, bytes], known: Iterable[str]) -> Iterator[str]:
    """Links that lead to no file, of pages that readers know or can reach from those."""
    waiting = list(known)
    reached = set(waiting)
    while waiting:
        route = waiting.pop()
        for goal in goals_of(route, site[route]):
            if goal not in site:
                yield f"{route} leads to {goal}, which is not there"
            elif goal not in reached:
                reached.add(goal)
                waiting.append(goal)


@functools.cache
def goals_of(route: str, content: bytes) -> frozenset[str]:
    """The files of the site that a page, a feed or a sitemap leads to."""
    if route.endswith(".html"):
        targets = links_of(content.decode())[0]
    elif route.endswith(".xml"):
        elements = list(ElementTree.fromstring(content).iter())
        targets = [href for element in elements if (href := element.get("href"))]
        targets += [element.text or "" for element in elements if element.tag.endswith("}loc")]
    else:
        return frozenset()
    parts = [urlsplit(target) for target in targets]
    return frozenset(
        posixpath.normpath(posixpath.join(posixpath.dirname(route), unquote(part.path)))
        for part in parts
        if part.path and not part.scheme and not part.netloc
    )

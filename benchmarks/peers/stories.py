"""The articles that all programs get: what only some of them can show is left out or completed."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from benchmarks.names import slug_of
from benchmarks.story import Story

_LINK = re.compile(r"(?<=\]\()[^)]*\.(?:md|txt)(?=\))")
_UNKNOWN_DAY = "2001-01-01"


def comparable(stories: Iterable[Story]) -> Iterator[Story]:
    """The same articles as every program can publish them, in the same order.

    - Days: no peer knows of dates that are a year or a month, nor of none, so these are completed.
    - Addresses: each article has a slug that no other of its day has, and lies in its day's folder,
      for most peers let the last of two articles at one address win, in silence.
    - Tags are in lower case, for one peer refuses to build with both "Harbour" and "harbour".
    - Old addresses, original addresses and unknown fields are dropped.
    """
    places: dict[str, str] = {}
    taken: set[str] = set()
    for number, story in enumerate(stories, 1):
        when = _completed(story.when)
        folder = when[:10].replace("-", "/")
        slug = slug_of(story.title)
        if f"{folder}/{slug}" in taken:
            slug = f"{slug}-{number}"
        taken.add(f"{folder}/{slug}")
        path = places[story.path] = f"{folder}/{slug}.md"
        yield replace(
            story,
            path=path,
            slug=slug,
            when=when,
            updated=_completed(story.updated) if story.updated else None,
            tags=tuple(dict.fromkeys(tag.lower() for tag in story.tags)),
            paragraphs=tuple(
                _relinked(text, story.path, path, places) for text in story.paragraphs
            ),
            url=None,
            aliases=(),
            desk=None,
        )


def with_links_to(extension: str, paragraphs: Iterable[str], above: str = "") -> str:
    """The body in Markdown, with links to sources turned into links to pages.

    ``extension`` is what pages end in instead of ``.md``; ``above`` comes before each link.
    """
    body = "\n\n".join(paragraphs)
    return _LINK.sub(lambda link: above + link[0].removesuffix(".md") + extension, body)


def _completed(when: str) -> str:
    """``2019`` as ``2019-01-01``, and seconds for a time of day."""
    day = when[:10] + _UNKNOWN_DAY[len(when[:10]) :] if when else _UNKNOWN_DAY
    clock, offset = when[10:16], when[16:]
    return f"{day}{clock}:00{offset.removeprefix(':00')}" if clock else day


def _relinked(text: str, old: str, new: str, places: dict[str, str]) -> str:
    """A paragraph with its links to other sources led to where these lie now."""

    def link(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(old), found[0]))
        return posixpath.relpath(places[target], posixpath.dirname(new))

    return _LINK.sub(link, text)

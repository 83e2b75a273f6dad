"""How a story is written down: with YAML front matter, or as text pasted from a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from benchmarks.story import Story

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

# What YAML reads as text and as nothing else; everything that is not sure to be is quoted.
_PLAIN = re.compile(r"(?!(?i:y|n|yes|no|on|off|true|false|null)$)[A-Za-z][A-Za-z0-9 ’.é-]*[A-Za-z]")


def write_story(story: Story) -> str:
    """The text of a story's source, in the layout that its file name stands for."""
    return front_matter(story) if story.layout == "front-matter" else pasted(story)


def front_matter(story: Story) -> str:
    """YAML between lines of three hyphens, then the body in Markdown."""
    return "\n".join(("---", *_fields(story), "---", "", "\n\n".join(story.paragraphs), ""))


def _fields(story: Story) -> Iterator[str]:
    yield f"title: {scalar(story.title)}"
    if story.dek:
        # Outlets name this field differently; each keeps to its own way.
        key = ("dek", "summary", "description", "standfirst")[len(story.source) % 4]
        yield f"{key}: {scalar(story.dek)}"
    if story.when:
        yield f"date: {story.when}"
    if story.updated:
        yield f"updated: {story.updated}"
    if story.authors:
        yield f"authors: {_flow_list(story.authors)}"
    yield f"source: {scalar(story.source)}"
    yield f"section: {story.section}"
    if len(story.source) % 2:
        yield "tags:"
        yield from (f"  - {scalar(tag)}" for tag in story.tags)
    else:
        yield f"tags: {_flow_list(story.tags)}"
    if story.caption:
        yield "image:"
        yield f"  caption: {scalar(story.caption)}"
        yield f"  credit: {scalar(story.credit or story.source)}"
    for key in ("url", "slug", "desk"):
        value = getattr(story, key)
        if value:
            yield f"{key}: {scalar(value)}"
    if story.aliases:
        yield "aliases:"
        yield from (f"  - {alias}" for alias in story.aliases)


def scalar(text: str) -> str:
    """A text as a YAML scalar, in quotes only where they are needed."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _flow_list(texts: tuple[str, ...]) -> str:
    return f"[{', '.join(map(scalar, texts))}]"


def pasted(story: Story) -> str:
    """Title, dek, a line with date and byline, a line with caption and credit, paragraphs."""
    head = [story.title, ""]
    if story.dek:
        head += [story.dek, ""]
    byline = f"by {' and '.join(story.authors)}" if story.authors else f"by {story.source}"
    when = _in_words(story.when)
    head.append(f"{when} {byline}" if when else byline[0].upper() + byline[1:])
    if story.caption:
        head.append(f"{story.caption} Credit : {story.credit or story.source}")
    return "\n".join((*head, "", "\n\n".join(story.paragraphs), ""))


def _in_words(when: str) -> str:
    """``October 13, 2020``, ``October 2020`` or ``2020``; the time of day is left out."""
    year, month, day = when[:4], when[5:7], when[8:10]
    if not month:
        return year
    name = MONTHS[int(month) - 1]
    return f"{name} {int(day)}, {year}" if day else f"{name} {year}"

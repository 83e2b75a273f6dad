"""Records as programs and as people read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import click
import msgspec

from newsarc.cli.columns import cells, harmless, wrapped
from newsarc.model import Article, Date, Evidence, SuggestedTag
from newsarc.reading.editorial_fields import EDITORIAL_FIELDS
from newsarc.reading.reader import Reading
from newsarc.reading.reviewing.questions import questions_on
from newsarc.reading.reviewing.shown_values import shown_values

_LABEL: Final = 9
"""Columns for the name of a field."""
_INDENT: Final = _LABEL + 2
_CONFIDENCE: Final = len("medium")
_MOST_ROWS: Final = 2
_CONFIDENCES: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "high": {"fg": "green", "dim": True},
        "medium": {"dim": True},
        "low": {"fg": "yellow", "bold": True},
    }
)


def record_as_json(article: Article, path: str, reading: Reading) -> str:
    """A record as one line of JSON. What the text does not give is null or an empty list."""
    return msgspec.json.encode(_record(article, path, reading)).decode()


def _record(article: Article, path: str, reading: Reading) -> dict[str, Any]:
    image = article.image
    return {
        "path": path,
        "title": article.title,
        "dek": article.dek,
        "date": _iso(article.date),
        "updated": _iso(article.updated),
        "byline": article.byline,
        "authors": [author.name for author in article.authors],
        "source": article.source,
        "dateline": article.dateline,
        "caption": image and image.caption,
        "credit": image and image.credit,
        "tags": list(article.tags),
        "suggested_tags": [tag.name for tag in article.suggested_tags],
        "section": article.section,
        "lang": article.lang,
        "url": article.url,
        "body": reading.body,
        "removed": msgspec.to_builtins(article.removed),
        "diagnostics": msgspec.to_builtins(article.diagnostics),
        "evidence": {
            evidence.field: {
                "lines": evidence.lines,
                "rule": evidence.rule,
                "confidence": evidence.confidence,
            }
            for evidence in article.evidence
        },
        "image": image and image.file,
        "slug": article.slug,
        "aliases": list(article.aliases),
        "draft": article.draft,
        "extra": dict(article.extra),
        "digest": article.digest,
        "encoding": article.encoding,
        "spans": [
            {"start": part.span.start, "end": part.span.end, "role": part.role}
            for part in reading.parts
        ],
    }


def _iso(date: Date | None) -> str | None:
    return date.iso if date else None


def record_for_people(article: Article, body: str, width: int) -> str:
    """A record, each field with where it was read, by which rule and how surely; for a terminal."""
    reasons = _reasons(article.evidence)
    rows = [
        row
        for name, value in _fields(article)
        for row in _field(name, value, reasons.get(name, ""), width)
    ]
    rows += _suggested(article.suggested_tags, width)
    rows += _field("body", _extent(body), "", width)
    return "\n".join((*rows, *_notes(article, width)))


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    yield from shown_values(article).items()
    if article.draft:
        yield "draft", "yes, so it is not published"
    for name, value in article.extra.items():
        yield name, f"{value}" if name in EDITORIAL_FIELDS else f"{value} (kept for templates)"


def _reasons(evidence: Sequence[Evidence]) -> dict[str, str]:
    """Of each field the lines, the rule and the confidence, in columns."""
    places = {reason.field: _place(reason.lines) for reason in evidence}
    of_place = max(map(len, places.values()), default=0)
    of_rule = max((len(reason.rule) for reason in evidence), default=0)
    return {
        reason.field: click.style(
            f"{places[reason.field]:<{of_place}}  {reason.rule:<{of_rule}}  ", dim=True
        )
        + click.style(reason.confidence, **_CONFIDENCES[reason.confidence])
        + " " * (_CONFIDENCE - len(reason.confidence))
        for reason in evidence
    }


def _place(lines: Sequence[int]) -> str:
    """Line numbers, of many the first and the last."""
    if not lines:
        return ""
    numbers = ", ".join(map(str, lines)) if len(lines) < 4 else f"{min(lines)}–{max(lines)}"
    return f"line{'s' * (len(lines) > 1)} {numbers}"


def _field(name: str, value: str, reason: str, width: int) -> Iterator[str]:
    """The rows of a field: its reason stands at the right, below the value where that is long."""
    rows = wrapped(harmless(value), width - _INDENT, _MOST_ROWS)
    room = cells(click.unstyle(reason))
    label = f"{click.style(harmless(name).rjust(_LABEL), fg='cyan')}: "
    for number, row in enumerate(rows):
        start = " " * _INDENT if number else label
        gap = width - _INDENT - cells(row) - room
        if number < len(rows) - 1 or not reason:
            yield start + row
        elif gap >= 2:
            yield start + row + " " * gap + reason.rstrip()
        else:
            yield start + row
            yield " " * max(_INDENT, width - room) + reason.rstrip()


def _suggested(tags: Sequence[SuggestedTag], width: int) -> Iterator[str]:
    room = max((cells(tag.name) for tag in tags), default=0)
    for tag in tags:
        name = harmless(tag.name)
        value = f"{name}{' ' * (room - cells(name))}  {tag.reason}"
        [row] = wrapped(value, width - _INDENT, 1)
        styled = row[: len(name)] + click.style(row[len(name) :], dim=True)
        yield f"{click.style('suggested'.rjust(_LABEL), fg='cyan')}: {styled}"


def _extent(body: str) -> str:
    words = len(body.split())
    blocks = body.replace("\r\n", "\n").replace("\r", "\n").split("\n\n")
    paragraphs = sum(1 for block in blocks if block.strip())
    return f"{words:,} word{'s' * (words != 1)}, {paragraphs:,} paragraph{'s' * (paragraphs != 1)}"


def _notes(article: Article, width: int) -> Iterator[str]:
    """The diagnostics; in yellow those that ask for an editor."""
    asking = set(questions_on(article))
    for found in article.diagnostics:
        colour = "yellow" if found in asking else "cyan"
        where = f"line {found.line}: " if found.line else ""
        rows = wrapped(harmless(f"{where}{found.message} ({found.code})"), width - _INDENT)
        yield f"{click.style('note'.rjust(_LABEL), fg=colour)}: {rows[0]}"
        yield from (" " * _INDENT + row for row in rows[1:])

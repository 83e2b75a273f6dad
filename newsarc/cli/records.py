"""Records as programs and as people read them."""

from __future__ import annotations

import textwrap
from typing import Any

import click
import msgspec

from newsarc.model import Article, Date

_WIDTH = 96


def record_as_json(article: Article, path: str, body: str) -> str:
    """A record as one line of JSON. What the text does not give is null or an empty list."""
    return msgspec.json.encode(_record(article, path, body)).decode()


def _record(article: Article, path: str, body: str) -> dict[str, Any]:
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
        "body": body,
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
    }


def _iso(date: Date | None) -> str | None:
    return date.iso if date else None


def record_for_people(article: Article, path: str, body: str) -> str:
    """A record with, for each field, where it was read; for a terminal."""
    evidence = {item.field: item for item in article.evidence}
    lines = [click.style(path, bold=True)]
    for name, value in _shown_fields(article):
        lines += _field(name, value)
        if item := evidence.get(name):
            where = f"line {', '.join(map(str, item.lines))}; " if item.lines else ""
            lines.append(" " * 11 + click.style(f"{where}{item.rule}; {item.confidence}", dim=True))
    for tag in article.suggested_tags:
        lines += _field("suggested", f"{tag.name} {click.style(f'({tag.reason})', dim=True)}")
    words = len(body.split())
    paragraphs = sum(1 for block in body.split("\n\n") if block.strip())
    size = f"{words:,} word{'s' * (words != 1)}, {paragraphs:,} paragraph{'s' * (paragraphs != 1)}"
    lines += _field("body", f"{size}: {article.opening}")
    lines += [
        f"{'note':>9}: {item.code} {f'line {item.line}: ' if item.line else ''}{item.message}"
        for item in article.diagnostics
    ]
    return "\n".join(lines)


def _shown_fields(article: Article) -> list[tuple[str, str]]:
    image = article.image
    fields = {
        "title": article.title,
        "dek": article.dek,
        "date": _iso(article.date),
        "updated": _iso(article.updated),
        "byline": article.byline,
        "authors": ", ".join(author.name for author in article.authors),
        "source": article.source,
        "dateline": article.dateline,
        "image": image and image.file,
        "caption": image and image.caption,
        "credit": image and image.credit,
        "tags": ", ".join(article.tags),
        "section": article.section,
        "lang": article.lang,
        "url": article.url,
        "slug": article.slug,
        "aliases": ", ".join(article.aliases),
        "draft": "yes, so it is not published" if article.draft else None,
        **{name: f"{value} (kept for templates)" for name, value in article.extra.items()},
    }
    return [(name, value) for name, value in fields.items() if value]


def _field(name: str, value: str) -> list[str]:
    wrapped = textwrap.wrap(value, _WIDTH, break_long_words=False) or [""]
    return [
        f"{click.style(f'{name:>9}', fg='cyan')}: {wrapped[0]}",
        *(f"{'':11}{line}" for line in wrapped[1:]),
    ]

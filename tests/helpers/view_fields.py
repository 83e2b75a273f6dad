"""The documentation of the views, made from the classes that they are."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
import typing
from collections.abc import Iterator
from types import MappingProxyType
from typing import TypeGuard

from msgspec import Struct

from newsarc import model
from newsarc.site import view_parts, views

_HEAD = """# Views

What a template sees as `page`, and what it is made of. This page is made from their classes:
`pytest tests/test_view_fields.py --accept` writes it anew. [templates.md](templates.md) says which
template has which view.
"""

# What a name means wherever it stands without words of its own.
_EVERYWHERE = MappingProxyType(
    {
        "after": "Those after it.",
        "articles": "How many articles it has.",
        "authors": "The authors: on the front page those with most articles.",
        "before": "Those before it.",
        "body": "The text; see `Body`.",
        "byline": "The credit line, else the authors' names.",
        "calendar": "Its calendar.",
        "caption": "The words below the picture.",
        "card": "The article as others show it.",
        "cards": "Its articles; see `Card`.",
        "confidence": "`high`, `medium` or `low`.",
        "corrections": "What was set right after publication.",
        "credit": "Whose picture it is.",
        "date": "When it was published; of a correction or a withdrawal, when that was.",
        "dateline": "The place line that opens the story.",
        "dek": "The standfirst.",
        "entries": "What it lists, in its order.",
        "evidence": "Why each field holds what it holds.",
        "extra": "Fields of the record that newsarc does not know.",
        "field": "The record's field.",
        "first": "Date of its oldest dated article.",
        "identifier": "A URN that stays the same when the address changes.",
        "iso": "ISO 8601, cut to what is known.",
        "json_feed": "Route of its JSON feed.",
        "label": "The form most used.",
        "last": "Date of its newest dated article.",
        "markup": "What the text is written in.",
        "modified": "When it was last changed.",
        "month": "The month.",
        "name": "The name as the byline gives it.",
        "newest": "Its newest articles, newest first.",
        "next": "The nearest one after it.",
        "organisation": "Whether it is a desk or a news organisation rather than a person.",
        "period": "`2020`, `2020-10` or `2020-10-13`.",
        "picture": "The picture, or what is known of it.",
        "previous": "The nearest one before it.",
        "reason": "The editor's words.",
        "route": "The address of its page, for `link(…)`.",
        "rule": "The rule, in words.",
        "section": "The section of the paper.",
        "sitemap": "Full address of the sitemap.",
        "source": "The publisher.",
        "sources": "The publishers with most articles.",
        "summary": "The dek, or the opening of the body.",
        "tag": "The tag.",
        "tags": "The tags: on the front page those with most articles.",
        "target": "Route of the page it leads to.",
        "taxonomy": "`tags`, `authors` or `sources`.",
        "term": "The term.",
        "terms": "How many terms there are.",
        "text": "The words.",
        "title": "The headline; of a feed, its name.",
        "updated": "When it was last changed.",
        "weeks": "The weeks.",
    }
)


def document() -> str:
    """All views and their parts as Markdown."""
    shown = tuple(typing.get_args(views.View))
    parts = sorted(_parts(shown), key=lambda part: part.__name__)
    return "\n".join((_HEAD, *map(_section, shown), "# Parts of views\n", *map(_section, parts)))


def _parts(classes: tuple[type, ...]) -> set[type]:
    """The structs and dataclasses that the fields of classes name, and those that theirs name."""
    found: set[type] = set()
    waiting = list(classes)
    while waiting:
        for annotation in _fields(waiting.pop()).values():
            for name in re.findall(r"\w+", annotation[0]):
                part = getattr(view_parts, name, None) or getattr(model, name, None)
                if _has_fields(part) and part not in found:
                    found.add(part)
                    waiting.append(part)
    return found


def _has_fields(part: object) -> TypeGuard[type]:
    return isinstance(part, type) and (issubclass(part, Struct) or dataclasses.is_dataclass(part))


def _section(shown: type) -> str:
    rows = (
        f"| `{name}` | `{_cell(kind)}` | {_cell(text or _EVERYWHERE[name])} |\n"
        for name, (kind, text) in _fields(shown).items()
    )
    title = f"## `{shown.__name__}`\n\n{inspect.getdoc(shown)}\n\n"
    return f"{title}| field | type | what it holds |\n|---|---|---|\n{''.join(rows)}"


def _cell(text: str) -> str:
    return " ".join(text.replace("``", "`").replace("|", "\\|").split())


def _fields(shown: type) -> dict[str, tuple[str, str]]:
    """The fields of a struct or a dataclass: type as written, and the text below, if any."""
    return dict(_described(ast.parse(inspect.getsource(shown)).body[0]))


def _described(node: ast.stmt) -> Iterator[tuple[str, tuple[str, str]]]:
    assert isinstance(node, ast.ClassDef)
    for field, below in zip(node.body, [*node.body[1:], ast.Pass()], strict=True):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            said = below.value if isinstance(below, ast.Expr) else None
            text = said.value if isinstance(said, ast.Constant) else ""
            yield field.target.id, (ast.unparse(field.annotation), str(text))

"""The documentation of the views, made from the dataclasses that they are."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
import typing
from collections.abc import Iterator

from newsarc import model
from newsarc.site import view_parts, views

_HEAD = """# Views

What a template sees as `page`, and what it is made of. This page is made from the dataclasses:
`pytest tests/test_view_fields.py --accept` writes it anew. [templates.md](templates.md) says which
template has which view.
"""


def document() -> str:
    """All views and their parts as Markdown."""
    shown = tuple(typing.get_args(views.View))
    parts = sorted(_parts(shown), key=lambda part: part.__name__)
    return "\n".join((_HEAD, *map(_section, shown), "# Parts of views\n", *map(_section, parts)))


def _parts(classes: tuple[type, ...]) -> set[type]:
    """The dataclasses that the fields of classes name, and those that theirs name."""
    found: set[type] = set()
    waiting = list(classes)
    while waiting:
        for annotation in _fields(waiting.pop()).values():
            for name in re.findall(r"\w+", annotation[0]):
                part = getattr(view_parts, name, None) or getattr(model, name, None)
                if dataclasses.is_dataclass(part) and isinstance(part, type) and part not in found:
                    found.add(part)
                    waiting.append(part)
    return found


def _section(shown: type) -> str:
    rows = (
        f"| `{name}` | `{kind.replace('|', chr(92) + '|')}` | {_cell(text)} |\n"
        for name, (kind, text) in _fields(shown).items()
    )
    title = f"## `{shown.__name__}`\n\n{inspect.getdoc(shown)}\n\n"
    return f"{title}| field | type | what it holds |\n|---|---|---|\n{''.join(rows)}"


def _cell(text: str) -> str:
    return " ".join(text.replace("``", "`").replace("|", "\\|").split())


def _fields(shown: type) -> dict[str, tuple[str, str]]:
    """The fields of a dataclass: the type as written, and the text below it, empty for none."""
    return dict(_described(ast.parse(inspect.getsource(shown)).body[0]))


def _described(node: ast.stmt) -> Iterator[tuple[str, tuple[str, str]]]:
    assert isinstance(node, ast.ClassDef)
    for field, below in zip(node.body, [*node.body[1:], ast.Pass()], strict=True):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            said = below.value if isinstance(below, ast.Expr) else None
            text = said.value if isinstance(said, ast.Constant) else ""
            yield field.target.id, (ast.unparse(field.annotation), str(text))

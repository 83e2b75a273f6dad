"""The documentation of views and blocks says what there is.

``pytest tests/test_view_fields.py --accept`` writes docs/views.md anew.
"""

from __future__ import annotations

import re
import typing
from pathlib import Path

import pytest
from msgspec import Struct

from newsarc.site import view_parts, views
from tests.helpers.view_fields import document

REPOSITORY = Path(__file__).resolve().parent.parent
DOCUMENTED = REPOSITORY / "docs" / "views.md"
TEMPLATES = (REPOSITORY / "docs" / "templates.md").read_text(encoding="utf-8")


def test_the_views_are_documented_as_they_are(request: pytest.FixtureRequest) -> None:
    text = document()
    if request.config.getoption("--accept"):
        DOCUMENTED.write_text(text, encoding="utf-8", newline="")
    assert text == DOCUMENTED.read_text(encoding="utf-8")


def test_every_field_says_what_it_holds() -> None:
    """One without words is not even written: its name has to mean the same everywhere."""
    rows = [line for line in document().splitlines() if line.startswith("| `")]
    assert len(rows) > 100
    assert not [row for row in rows if re.search(r"\|\s*\|$", row)]


def test_every_view_says_what_it_is_and_has_its_template() -> None:
    for view in typing.get_args(views.View):
        assert f"## `{view.__name__}`" in document()
        assert re.search(rf"^\| `\w[^|]*\|[^|]*\|[^|]*`{view.__name__}`", TEMPLATES, re.MULTILINE)


def test_views_and_their_parts_are_frozen() -> None:
    structs = [
        each
        for module in (views, view_parts)
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, Struct) and each is not Struct
    ]
    assert len(structs) > 30
    assert [each.__name__ for each in structs if not each.__struct_config__.frozen] == []


def test_every_block_is_documented_with_the_templates_that_fill_it() -> None:
    filled: dict[str, set[str]] = {}
    for file in (REPOSITORY / "templates").rglob("*.*"):
        if file.suffix in {".html", ".xml", ".txt"}:
            for block in re.findall(r"{%-?\s*block (\w+)", file.read_text(encoding="utf-8")):
                filled.setdefault(block, set()).add(file.name)
    table = TEMPLATES.partition("## Blocks")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \|[^|]+\|([^|]*)\|", table, re.MULTILINE)
    assert {block: set(re.findall(r"`([\w.]+)`", where)) for block, where in rows} == {
        block: where - {"base.html"} for block, where in filled.items()
    }

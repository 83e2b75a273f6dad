"""What the documentation promises to name is named."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import click
import pytest

from newsarc.cli.main import commands
from newsarc.config import Configuration
from newsarc.model import Article
from newsarc.reading.front_matter.names import NAMES
from newsarc.reading.reviewing.questions import ASKING
from newsarc.rendering.bodies import BodyRenderer
from newsarc.rendering.environment import Theme, template_folders
from newsarc.rendering.structured_data import json_ld
from newsarc.site import views

REPOSITORY = Path(__file__).resolve().parent.parent
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
TEMPLATES = (REPOSITORY / "docs" / "templates.md").read_text(encoding="utf-8")
ARCHITECTURE = (REPOSITORY / "docs" / "architecture.md").read_text(encoding="utf-8")
READING = (REPOSITORY / "docs" / "reading.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", dataclasses.fields(Configuration), ids=lambda field: field.name)
def test_every_setting_is_in_the_readme(table: dataclasses.Field[object]) -> None:
    block = README.partition(f"[{table.name}]")[2].partition("\n\n")[0]
    for setting in dataclasses.fields(getattr(Configuration(), table.name)):
        assert re.search(rf"^{setting.name} = ", block, re.MULTILINE), setting.name


def test_every_field_of_front_matter_is_in_the_readme() -> None:
    fields = {field for field in NAMES if field in {f.name for f in dataclasses.fields(Article)}}
    assert len(fields) > 10
    for field in sorted(fields):
        assert f"`{field}`" in README, field


def test_every_option_is_in_the_readme() -> None:
    for name in commands.list_commands(click.Context(commands)):
        command = commands.get_command(click.Context(commands), name)
        assert command is not None
        assert f"newsarc {name}" in README
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.opts[0] in README, f"{name} {option.opts[0]}"


def test_every_template_view_and_name_is_documented() -> None:
    configuration = Configuration()
    folders = template_folders(None)
    theme = Theme(folders, configuration, BodyRenderer(configuration).html, json_ld)
    own = {
        *(path.name for path in folders[0].glob("*.*") if path.name != "base.html"),
        *(name for name in vars(views) if name.endswith("View") and name != "View"),
        *(set(theme._environment.filters) - set(type(theme._environment)().filters)),
        *(set(theme._environment.globals) - set(type(theme._environment)().globals)),
    }
    for name in sorted(own):
        assert re.search(rf"`{re.escape(name)}[`(]", TEMPLATES), name


def test_every_dependency_has_its_reason() -> None:
    project = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"^dependencies = \[(.*?)\]", project, re.DOTALL | re.MULTILINE)
    assert block is not None
    reasons = ARCHITECTURE.partition("## The libraries")[2]
    for name in re.findall(r'"([\w-]+)', block[1]):
        assert re.search(rf"\b{name}\b", reasons), name


def test_every_diagnostic_is_documented_and_every_documented_one_given() -> None:
    code = "\n".join(
        file.read_text(encoding="utf-8")
        for file in (REPOSITORY / "newsarc" / "reading").rglob("*.py")
    )
    given = set(re.findall(r'"([A-Z]+_[A-Z_]+|UNASSIGNED|PAYWALL|MOJIBAKE)"', code))
    rows = re.findall(r"^\| (`[A-Z_`, ]+) \|(.*?)\|", READING, re.MULTILINE)
    documented = {name: mark.strip() for names, mark in rows for name in re.findall(r"\w+", names)}
    assert given == documented.keys()
    assert {name for name, mark in documented.items() if mark} == ASKING


def test_links_in_the_documentation_lead_somewhere() -> None:
    for document in (REPOSITORY / "README.md", *REPOSITORY.glob("docs/*.md")):
        for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (document.parent / target).exists(), f"{document.name}: {target}"

"""Colours, fonts and measure that the configuration gives the style sheet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsarc.config import Configuration, ThemeSettings, load_configuration
from newsarc.errors import UsageError
from newsarc.rendering.theme_properties import theme_rules
from tests.helpers.project import Project
from tests.helpers.views import theme


def test_without_settings_the_style_sheet_is_as_it_was() -> None:
    assert theme_rules(ThemeSettings()) == ""
    shipped = Path(__file__).parent.parent / "templates" / "assets" / "style.css"
    assert theme().assets()[theme().stylesheet] == shipped.read_bytes()


def test_settings_are_the_end_of_the_style_sheet() -> None:
    settings = ThemeSettings(
        colors={"ink": "#111", "quiet": "rgb(10 20 30 / 90%)"},
        dark_colors={"quiet": "gold"},
        fonts={"text": '"Old Face", Georgia, serif'},
        measure="34.5rem",
    )
    themed = theme(configuration=Configuration(theme=settings))
    assert themed.stylesheet != theme().stylesheet
    assert (
        themed.assets()[themed.stylesheet]
        .decode()
        .endswith(
            "@media screen and (prefers-color-scheme: light) {\n"
            "  :root { --ink: #111; --quiet: rgb(10 20 30 / 90%); }\n"
            "}\n"
            "@media screen and (prefers-color-scheme: dark) {\n"
            "  :root { --quiet: gold; }\n"
            "}\n"
            ':root { --measure: 34.5rem; --text: "Old Face", Georgia, serif; }\n'
        )
    )


def test_days_follow_an_accent_of_the_sites_own() -> None:
    blue = theme_rules(ThemeSettings(colors={"accent": "#0b3d60"}))
    days = [f"--{name}: " in blue for name in ("day-1", "day-2", "day-3", "day-4", "on-dark-day")]
    assert all(days)
    assert blue.endswith("{ --accent: #0b3d60; }\n}\n")
    assert "dark) {" not in blue, "the other scheme keeps its own"
    settings = ThemeSettings(dark_colors={"accent": "gold", "day-3": "red"})
    assert "color-mix" not in theme_rules(settings), "who sets a day sets all"


def test_the_style_sheets_own_values_can_be_set(tmp_path: Path) -> None:
    style = theme().assets()[theme().stylesheet].decode()
    root = re.search(r":root \{(.*?)\n\}", style, re.DOTALL)
    assert root is not None
    own = dict(re.findall(r"--([a-z0-9-]+): ([^;]*);", root[1]))
    colors = {name: value for name, value in own.items() if value.startswith("#")}
    fonts = {name: value for name, value in own.items() if "serif" in value or "mono" in value}
    tables = {"colors": colors, "dark_colors": colors, "fonts": fonts}
    lines = [f"measure = '{own['measure']}'"]
    for table, values in tables.items():
        lines += [f"{table}.{name} = '{value}'" for name, value in values.items()]
    (tmp_path / "newsarc.toml").write_text("\n".join(("[theme]", *lines)), encoding="utf-8")
    assert load_configuration(tmp_path).theme == ThemeSettings(
        colors=colors, dark_colors=colors, fonts=fonts, measure=own["measure"]
    )
    assert len(colors) == 11
    assert len(fonts) == 4


def test_a_change_of_a_setting_reaches_the_site(project: Project) -> None:
    project.write("a.txt", "Flood\n\nThe river rose.")
    project.build()
    project.configure(Configuration(theme=ThemeSettings(measure="30rem")))
    project.build()
    sheets = list((project.site / "assets").glob("style.*.css"))
    assert [b"--measure: 30rem" in sheet.read_bytes() for sheet in sheets] == [True]
    assert f'href="assets/{sheets[0].name}"' in (project.site / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'colors = { acent = "#fff" }',
            "theme.colors.acent: no such property; did you mean accent?",
        ),
        ('fonts = { accent = "serif" }', "theme.fonts.accent: no such property"),
        ('colors = { ink = "#12" }', 'theme.colors.ink: "#12" is not a colour'),
        ('colors = { ink = "red; }" }', 'theme.colors.ink: "red; }" is not a colour'),
        ('colors = { ink = "url(x)" }', "is not a colour"),
        ('dark_colors = { ink = "#fff\\n" }', "theme.dark_colors.ink"),
        ('fonts = { text = "a} body {" }', "theme.fonts.text"),
        ("fonts = { text = 'a, \"b' }", "theme.fonts.text"),
        ('fonts = { text = "url(a)" }', "theme.fonts.text"),
        ('measure = "wide"', 'theme.measure: "wide" is not a length; write "36rem"'),
        ("measure = 36", "theme.measure: 36 is not text in quotes"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "newsarc.toml").write_text(f"[theme]\n{text}\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load_configuration(tmp_path)
    assert message in str(caught.value)

"""The settings of ``[theme]`` as the end of the style sheet, so that no page needs a style."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsarc.config import ThemeSettings


def theme_rules(theme: ThemeSettings) -> str:
    """The rules that set the theme's custom properties; empty where nothing is set.

    Colours are those of screens: paper has its own.
    """
    measure = {"measure": theme.measure} if theme.measure else {}
    return "".join(
        (
            _on_screen("light", theme.colors),
            _on_screen("dark", theme.dark_colors),
            *_root({**theme.fonts, **measure}),
        )
    )


def _on_screen(scheme: str, properties: Mapping[str, str]) -> str:
    rules = "".join(f"  {line}" for line in _root(properties))
    return f"@media screen and (prefers-color-scheme: {scheme}) {{\n{rules}}}\n" if rules else ""


def _root(properties: Mapping[str, str]) -> Iterable[str]:
    if properties:
        values = " ".join(f"--{name}: {value};" for name, value in sorted(properties.items()))
        yield f":root {{ {values} }}\n"

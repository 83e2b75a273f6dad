"""The settings of ``[theme]`` as the end of the style sheet, so that no page needs a style."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsarc.config import ThemeSettings

_OF_ACCENT = {
    "day-1": "color-mix(in srgb, var(--accent) 12%, var(--paper))",
    "day-2": "color-mix(in srgb, var(--accent) 30%, var(--paper))",
    "day-3": "var(--accent)",
    "day-4": "color-mix(in srgb, var(--accent) 70%, var(--ink))",
    "on-dark-day": "var(--paper)",
}
"""What a calendar's days take from an accent of the site's own.

An accent stands out from the paper as text has to, so the paper's colour does on it.
"""


def theme_rules(theme: ThemeSettings) -> str:
    """The rules that set the theme's custom properties; empty where nothing is set.

    Colours are those of screens: paper has its own.
    """
    measure = {"measure": theme.measure} if theme.measure else {}
    return "".join(
        (
            _days_of_accent("light", theme.colors),
            _days_of_accent("dark", theme.dark_colors),
            _on_screen("light", theme.colors),
            _on_screen("dark", theme.dark_colors),
            *_root({**theme.fonts, **measure}),
        )
    )


def _days_of_accent(scheme: str, colors: Mapping[str, str]) -> str:
    """The colours of days, where the accent is set and none of them is."""
    if "accent" not in colors or colors.keys() & _OF_ACCENT.keys():
        return ""
    # Browsers from before 2023 keep the colours that they know.
    return (
        f"@supports (color: color-mix(in srgb, red, red)) {{\n{_on_screen(scheme, _OF_ACCENT)}}}\n"
    )


def _on_screen(scheme: str, properties: Mapping[str, str]) -> str:
    rules = "".join(f"  {line}" for line in _root(properties))
    return f"@media screen and (prefers-color-scheme: {scheme}) {{\n{rules}}}\n" if rules else ""


def _root(properties: Mapping[str, str]) -> Iterable[str]:
    if properties:
        values = " ".join(f"--{name}: {value};" for name, value in sorted(properties.items()))
        yield f":root {{ {values} }}\n"

"""The site's configuration: ``newsarc.toml``, or ``[tool.newsarc]`` in ``pyproject.toml``.

Every setting has a default. A setting that does not exist is an error that names the nearest one;
a value of the wrong type is an error that quotes it. Nothing is read from the environment.
"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_type_hints
from urllib.parse import urlsplit

from newsarc.errors import UsageError

_PLACE_OF_ERROR = re.compile(r" \(at line (\d+), column (\d+)\)$")
_TOML_HINT = 'hint: texts stand between straight quotes: title = "The Example Archive"'
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """[site]"""

    title: str = "News archive"
    """The name on the masthead."""
    description: str = ""
    """One sentence below it."""
    url: str = ""
    """The address at which the site is published, such as ``https://news.example/archive/``.
    Absolute addresses appear only if it is set."""
    id: str = ""
    """A name that no other archive has and that never changes, for the identifiers in feeds follow
    from it; without one, they follow from the title."""
    language: str = "en"
    """BCP 47 code of the site's own words and of articles that name no other."""


@dataclass(frozen=True, slots=True)
class TagSettings:
    """[tags]"""

    suggest: bool = True
    """Whether articles without tags get suggested ones."""
    limit: int = 8
    """How many tags are suggested for an article at most."""
    ignore: tuple[str, ...] = ()
    """Tags that are never suggested."""
    aliases: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Other names of a tag, and the tag: ``"UK" = "United Kingdom"``."""


@dataclass(frozen=True, slots=True)
class ListingSettings:
    """[listings]"""

    newest: int = 30
    """How many articles the page of a term shows, and a feed carries."""
    longest: int = 200
    """A listing of a period with more articles than this is cut into its shorter periods."""


@dataclass(frozen=True, slots=True)
class MarkdownSettings:
    """[markdown]"""

    trust_html: bool = False
    """Whether HTML in articles is published as it stands, instead of being sanitised."""


@dataclass(frozen=True, slots=True)
class ThemeSettings:
    """[theme]

    Values of the style sheet's custom properties, which are named without their hyphens.
    """

    colors: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Of screens in a light scheme: ``accent = "#0b3d60"``."""
    dark_colors: Mapping[str, str] = field(default_factory=dict, hash=False)
    fonts: Mapping[str, str] = field(default_factory=dict, hash=False)
    """Font families: ``text = "Charter, Georgia, serif"``."""
    measure: str = ""
    """The length of an article's lines: ``36rem``."""


_COLORS = (
    *("paper", "tint", "ink", "quiet", "rule", "accent"),
    *("day-1", "day-2", "day-3", "day-4", "on-dark-day"),
)
_FONTS = ("display", "text", "label", "code")
# No value can end its declaration, or ask for a file.
_COLOR = re.compile(r"#[0-9a-f]{3,8}|[a-z]+|(?!url)[a-z-]+\([\w .,%/+-]*\)", re.IGNORECASE)
_FAMILY = r"""(?:[\w -]+|"[^"'\\{}<>;\n]+"|'[^"'\\{}<>;\n]+')"""
_FONT = re.compile(rf"{_FAMILY}(?:, *{_FAMILY})*")
_LENGTH = re.compile(r"\d+(?:\.\d+)?(?:rem|em|ch|px)")


@dataclass(frozen=True, slots=True)
class Configuration:
    """All settings of a site."""

    site: SiteSettings = field(default_factory=SiteSettings)
    tags: TagSettings = field(default_factory=TagSettings)
    listings: ListingSettings = field(default_factory=ListingSettings)
    markdown: MarkdownSettings = field(default_factory=MarkdownSettings)
    theme: ThemeSettings = field(default_factory=ThemeSettings)


def load_configuration(project: Path) -> Configuration:
    """Read the configuration of the project in a folder.

    ``newsarc.toml`` comes before ``[tool.newsarc]`` in ``pyproject.toml``; with neither, all is
    default. Raises UsageError, with all mistakes of the file at once.
    """
    own = project / "newsarc.toml"
    if own.is_file():
        text = _read(own)
        return parse_configuration(_tables(text, own), own.name, "", text)
    shared = project / "pyproject.toml"
    if shared.is_file():
        text = _read(shared)
        tools = _tables(text, shared).get("tool", {})
        tables = tools.get("newsarc", {}) if isinstance(tools, dict) else {}
        return parse_configuration(tables, shared.name, "tool.newsarc.", text)
    return Configuration()


def _read(path: Path) -> str:
    try:
        # Editors of Windows begin a file with a byte order mark, which TOML does not know.
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path.name}: not valid TOML: {error}") from error


def _tables(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place, what = path.name, str(error)
        if found := _PLACE_OF_ERROR.search(what):
            place, what = f"{place}:{found[1]}:{found[2]}", what[: found.start()]
        raise UsageError(f"{place}: not valid TOML: {what}\n{_TOML_HINT}") from error


def parse_configuration(
    tables: Mapping[str, Any], name: str, prefix: str, text: str
) -> Configuration:
    """Make the configuration from TOML tables; the rest is for messages.

    ``name`` and ``text`` are the file's, ``prefix`` is what stands before its settings. Raises
    UsageError.
    """
    mistakes: list[str] = []
    configuration: Configuration = _parse(Configuration, tables, prefix, mistakes)
    site = configuration.site
    if site.url and not _is_address(site.url):
        mistakes.append(f'{prefix}site.url: "{site.url}" is not an address; write https://…')
    if not _LANGUAGE.fullmatch(site.language):
        mistakes.append(
            f'{prefix}site.language: "{site.language}" is not a language code; write en or pt-BR'
        )
    for setting in ("newest", "longest"):
        if getattr(configuration.listings, setting) < 1:
            mistakes.append(f"{prefix}listings.{setting}: must be 1 or more")
    if configuration.tags.limit < 0:
        mistakes.append(f"{prefix}tags.limit: must be 0 or more")
    mistakes.extend(_theme_mistakes(configuration.theme, f"{prefix}theme."))
    if mistakes:
        raise UsageError("\n".join(_placed(mistake, name, text) for mistake in mistakes))
    return configuration


def _placed(mistake: str, name: str, text: str) -> str:
    """A mistake, which begins with the setting, with its file, line and column."""
    from newsarc.setting_places import place_of_setting  # noqa: PLC0415

    place = place_of_setting(text, mistake.partition(": ")[0])
    return ":".join(str(part) for part in (name, *(place or ()))) + f": {mistake}"


def _theme_mistakes(theme: ThemeSettings, place: str) -> Iterator[str]:
    for setting, known, pattern, wanted in (
        ("colors", _COLORS, _COLOR, 'a colour such as "#0b3d60"'),
        ("dark_colors", _COLORS, _COLOR, 'a colour such as "#f3a896"'),
        ("fonts", _FONTS, _FONT, 'a list of fonts; write "Charter, Georgia, serif"'),
    ):
        for name, value in getattr(theme, setting).items():
            if name not in known:
                near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
                hint = f"did you mean {near[0]}?" if near else f"there is {', '.join(known)}"
                yield f"{place}{setting}.{name}: no such property; {hint}"
            elif not pattern.fullmatch(value):
                yield f"{place}{setting}.{name}: {_quote(value)} is not {wanted}"
    if theme.measure and not _LENGTH.fullmatch(theme.measure):
        yield f'{place}measure: {_quote(theme.measure)} is not a length; write "36rem"'


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:  # brackets that are not around an IPv6 address
        return False
    # Addresses of pages are appended to it.
    appendable = not (parts.query or parts.fragment or re.search(r"\s", text))
    return parts.scheme in ("http", "https") and bool(parts.netloc) and appendable


def _parse(kind: Any, table: object, place: str, mistakes: list[str]) -> Any:
    """Make settings from a TOML table; mistakes are appended, defaults kept for them."""
    if not isinstance(table, Mapping):
        mistakes.append(f"{place.rstrip('.')}: {_quote(table)} is not a table")
        return kind()
    types = get_type_hints(kind)
    values: dict[str, object] = {}
    for name, value in table.items():
        if name not in types:
            mistakes.append(f"{place}{name}: no such setting; {_hint(name, types, place)}")
        elif is_dataclass(types[name]):
            values[name] = _parse(types[name], value, f"{place}{name}.", mistakes)
        else:
            wanted = _KINDS[types[name]]
            if wanted.accepts(value):
                values[name] = tuple(value) if isinstance(value, list) else value
            else:
                mistakes.append(f"{place}{name}: {_quote(value)} is not {wanted.description}")
    return kind(**values)


def _hint(name: str, types: Mapping[str, Any], place: str) -> str:
    """The setting that was meant: one of another table by its very name, or the nearest here."""
    for table, kind in types.items():
        if is_dataclass(kind) and name in get_type_hints(kind):
            return f"did you mean {place}{table}.{name}?"
    near = difflib.get_close_matches(name, types, n=1, cutoff=0.5)
    return f"did you mean {place}{near[0]}?" if near else f"there is {', '.join(types)}"


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a setting of one type accepts."""

    description: str
    accepts: Callable[[Any], bool]


def _all_text(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) for value in values)


_NO_COUNT = 1 << 31  # more than anyone has articles

_KINDS: Mapping[Any, _Kind] = MappingProxyType(
    {
        str: _Kind("text in quotes", lambda value: isinstance(value, str)),
        bool: _Kind("true or false", lambda value: isinstance(value, bool)),
        int: _Kind("a whole number", lambda value: type(value) is int and abs(value) < _NO_COUNT),
        tuple[str, ...]: _Kind(
            "a list of texts", lambda value: isinstance(value, list) and _all_text(value)
        ),
        Mapping[str, str]: _Kind(
            "a table of texts", lambda value: isinstance(value, dict) and _all_text(value.values())
        ),
    }
)


def _quote(value: object) -> str:
    """A value much as TOML writes it."""
    return json.dumps(value, ensure_ascii=False, default=str)

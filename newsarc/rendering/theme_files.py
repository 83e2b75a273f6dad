"""The files of a theme: read once, so that what is rendered is what was fingerprinted.

In come the folders of templates, first the one that overrides. Out come the bytes of every
template and asset. A file whose name begins with a dot belongs to an editor, not to the theme.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newsarc.errors import UsageError

ASSETS = "assets/"
MAIN_STYLESHEET = "style.css"
SHIPPED = "templates"
"""What messages call the folder of newsarc's own theme, wherever it is installed."""
_OVERRIDDEN = "overridden:"  # no file of a theme is called so


@dataclass(frozen=True, slots=True)
class ThemeFiles:
    """The files of a theme by their names below the folder, such as ``macros/card.html``."""

    templates: Mapping[str, bytes]
    """One that a site's own stands for is there too, by its ``name_of_overridden``."""
    assets: Mapping[str, bytes]
    """By their names below ``assets/``."""
    places: Mapping[str, str]
    """Where each stands, for messages: ``assets/style.css`` may be in ``mine/assets/style.css``."""

    def with_rules(self, rules: str) -> ThemeFiles:
        """The same files, with rules at the end of the main style sheet."""
        if not rules or MAIN_STYLESHEET not in self.assets:
            return self
        content = self.assets[MAIN_STYLESHEET] + rules.encode()
        return replace(self, assets={**self.assets, MAIN_STYLESHEET: content})

    def fingerprint(self) -> str:
        """A digest of every name and byte: pages of the same views may differ only if it does."""
        digest = hashlib.sha256()
        for files in (self.templates, self.assets):
            digest.update(b"%d\n" % len(files))
            for name in sorted(files):
                # The lengths keep "a" + "bc" apart from "ab" + "c".
                digest.update(b"%d %d\n" % (len(name.encode()), len(files[name])))
                digest.update(name.encode() + files[name])
        return digest.hexdigest()


def name_of_overridden(name: str) -> str:
    """What the theme's template is called that a site's own of this name stands for."""
    return _OVERRIDDEN + name


def is_overridden(name: str) -> bool:
    """Whether a name is one of ``name_of_overridden``."""
    return name.startswith(_OVERRIDDEN)


def template_folders(project_templates: Path | None) -> tuple[Path, ...]:
    """The folders of a site's theme: its own templates, if it has any, then those of newsarc."""
    shipped = _shipped_templates()
    if project_templates is None or not project_templates.is_dir():
        return (shipped,)
    if project_templates.resolve() == shipped.resolve():
        return (shipped,)
    return (project_templates, shipped)


def _shipped_templates() -> Path:
    """``newsarc/templates`` where newsarc is installed, ``templates`` beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def read_theme_files(folders: Sequence[Path]) -> ThemeFiles:
    """Read a theme; a file of an earlier folder stands for its namesakes in later ones.

    Raises UsageError for a file whose name is not UTF-8, which no address can hold.
    """
    templates: dict[str, bytes] = {}
    assets: dict[str, bytes] = {}
    places: dict[str, str] = {}
    for folder in folders:
        shown = SHIPPED if folder == _shipped_templates() else folder.as_posix()
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if any(part.startswith(".") for part in name.split("/")) or not path.is_file():
                continue
            place = f"{shown}/{name}"
            _require_utf8(name, place)
            if name.startswith(ASSETS):
                assets.setdefault(name.removeprefix(ASSETS), path.read_bytes())
            else:
                name = name_of_overridden(name) if name in templates else name
                templates.setdefault(name, path.read_bytes())
            places.setdefault(name, place)
    return ThemeFiles(templates, assets, places)


def _require_utf8(name: str, place: str) -> None:
    try:
        name.encode()
    except UnicodeEncodeError as error:
        raise UsageError(f"{place}: its name is not UTF-8\nhint: rename it") from error

"""The assets of a theme, each at an address that says what is in it.

``style.css`` becomes ``assets/style.3fa9c2d1.css``: a changed file has a new address, so that
browsers may keep the old one for ever. What a style sheet refers to by ``url(…)`` is renamed in it.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from newsarc.errors import TemplateProblemError
from newsarc.rendering.theme_files import ASSETS, ThemeFiles

_REFERENCE = re.compile(
    rb"""url\(\s*(?P<quote>["']?)(?P<path>[^"')#?]+)(?P<rest>[^"')]*)(?P=quote)\s*\)"""
)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file beside the pages."""

    route: str
    content: bytes


def name_assets(files: ThemeFiles) -> dict[str, Asset]:
    """Give every asset, by its name below ``assets/``, its route.

    Raises TemplateProblemError for style sheets that import each other.
    """
    named: dict[str, Asset] = {}
    for name in sorted(files.assets):
        _name_asset(name, files, named, ())
    return named


def _name_asset(
    name: str, files: ThemeFiles, named: dict[str, Asset], importers: tuple[str, ...]
) -> Asset:
    if name in named:
        return named[name]
    if name in importers:
        circle = " imports ".join((*importers[importers.index(name) :], name))
        raise TemplateProblemError(f"{files.places[ASSETS + name]}: {circle}")
    folder = posixpath.dirname(name)

    def renamed(reference: re.Match[bytes]) -> bytes:
        target = posixpath.normpath(posixpath.join(folder, reference["path"].decode()))
        if target not in files.assets:
            return reference[0]
        asset = _name_asset(target, files, named, (*importers, name))
        link = posixpath.relpath(asset.route, posixpath.join("assets", folder))
        return b'url("%s")' % (link.encode() + reference["rest"])

    content = files.assets[name]
    if name.endswith(".css"):
        content = _REFERENCE.sub(renamed, content)
    named[name] = Asset(_route(name, content), content)
    return named[name]


def _route(name: str, content: bytes) -> str:
    digest = hashlib.sha256(content).hexdigest()[:8]
    path = PurePosixPath("assets", name)
    return path.with_name(f"{path.stem}.{digest}{path.suffix}").as_posix()

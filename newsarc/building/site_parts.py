"""What shapes all pages besides the articles, part by part: to tell which of it changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

import msgspec

from newsarc.building.fingerprints import newsarc_fingerprint
from newsarc.config import Configuration
from newsarc.rendering.theme_files import ASSETS, ThemeFiles, is_overridden

_NAMED = 3
"""Of more parts that changed, no more are named."""


def parts_of_site(configuration: Configuration, files: ThemeFiles) -> str:
    """Digests of newsarc itself, of each setting and of each file of the theme, as JSON."""
    parts = {subject: _digest(content) for subject, content in _contents(configuration, files)}
    return msgspec.json.encode(parts).decode()


def what_changed(before: str, after: str) -> str:
    """Which parts differ, as a clause: "the setting site.title changed".

    Both are of ``parts_of_site``; empty where one is not known, or they are the same.
    """
    if not before or not after:
        return ""
    old: Mapping[str, str] = msgspec.json.decode(before)
    new: Mapping[str, str] = msgspec.json.decode(after)
    changed = sorted(part for part in old.keys() | new.keys() if old.get(part) != new.get(part))
    if len(changed) > _NAMED + 1:
        changed = [*changed[:_NAMED], f"{len(changed) - _NAMED} more"]
    listed = " and ".join(filter(None, (", ".join(changed[:-1]), *changed[-1:])))
    return f"{listed} changed" if changed else ""


def _contents(configuration: Configuration, files: ThemeFiles) -> Iterator[tuple[str, bytes]]:
    yield "newsarc", newsarc_fingerprint().encode()
    for table, settings in msgspec.to_builtins(configuration).items():
        for name, value in settings.items():
            yield f"the setting {table}.{name}", msgspec.json.encode(value, order="sorted")
    for name, content in files.templates.items():
        if not is_overridden(name):  # it comes and goes with the one that stands for it
            yield f"templates/{name}", content
    for name, content in files.assets.items():
        yield f"templates/{ASSETS}{name}", content


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=8).hexdigest()

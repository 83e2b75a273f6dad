"""Comparing the site with a clean build of the same articles."""

from __future__ import annotations

import filecmp
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from newsarc.building.build import build
from newsarc.building.ownership import own_files
from newsarc.building.report import Progress
from newsarc.building.settings import BuildSettings
from newsarc.errors import Problem

_HINT = (
    "if somebody wrote to the site, build with --paranoid; else build with --clean, and tell the"
    " makers of newsarc"
)


def verify_site(settings: BuildSettings, progress: Progress) -> Iterator[Problem]:
    """Where the site is not what a clean build gives, file by file, by route.

    The clean build is made in a folder beside the site, which is gone afterwards. Files that
    newsarc did not write are not looked at. Raises what ``build`` raises.
    """
    beside = settings.output.parent
    folder = Path(tempfile.mkdtemp(prefix=f".{settings.output.name}-verify-", dir=beside))
    try:
        clean = folder / "site"
        build(
            replace(settings, output=clean, catalog=folder / "catalog.sqlite", clean=True), progress
        )
        for route, difference in _differences(settings.output, clean):
            yield Problem(str(settings.output / route), difference, hint=_HINT)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _differences(site: Path, clean: Path) -> Iterator[tuple[str, str]]:
    wanted = {path.relative_to(clean).as_posix() for path in clean.rglob("*") if path.is_file()}
    for route in sorted(wanted):
        if not (site / route).is_file():
            yield route, "is missing"
        elif not filecmp.cmp(site / route, clean / route, shallow=False):
            yield route, "differs from a clean build"
    for route in own_files(site):
        if route not in wanted:
            yield route, "is left from an earlier build"

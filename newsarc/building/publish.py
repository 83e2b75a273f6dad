"""Putting staged files in their places, so that the site is whole at every instant.

Each file is complete, for it is renamed into place. New files come first: no published page leads
to them yet. Then come those that change: all they lead to is there, old and new. What is no longer
wanted goes last, when nothing leads there any more. Only what newsarc wrote is removed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from newsarc.building.ownership import is_own, own_files
from newsarc.building.report import Change
from newsarc.building.settings import BuildSettings
from newsarc.catalog.catalog import Catalog
from newsarc.catalog.entries import Written
from newsarc.site import routes


def publish(
    settings: BuildSettings, catalog: Catalog, *, only_stale: bool = False
) -> Iterator[Change]:
    """Write and remove files, telling of each after it is done.

    ``only_stale`` says that of the site no more is staged than what was stale: the rest stays.
    Where the ledger was lost with the catalog, the files themselves are asked whose they are.
    Raises OSError, in which case the next build goes on from there.
    """
    if catalog.ledger.is_empty():
        catalog.ledger.announce(own_files(settings.output))
    stale = catalog.ledger.stale()
    dead = {
        file.route: stale.get(file.key, "nothing leads there any more")
        for file in catalog.ledger.to_remove(only_stale=only_stale)
        if _is_ours(settings.output, file)
    }
    catalog.ledger.announce_staged()
    catalog.commit()
    for file in catalog.ledger.to_write(routes.FRONT):
        _put(settings.staged_path(file.route), settings.output, file.route, dead)
        yield Change(file.route, file.reason)
    for route, reason in dead.items():
        if _remove(settings.output, route):
            yield Change(route, reason, written=False)
    catalog.ledger.settle(only_stale=only_stale)


def is_intact(output: Path, file: Written) -> bool:
    """Whether a file is as it was written, by its size and time."""
    try:
        stat = (output / file.route).stat()
    except OSError:
        return False
    return (stat.st_size, stat.st_mtime_ns) == (file.size, file.modified)


def _is_ours(output: Path, file: Written) -> bool:
    """Whether a file may be removed: not if somebody put another in its place."""
    announced_only = file.size < 0
    return announced_only or is_intact(output, file) or is_own(output / file.route)


def _put(staged: Path, output: Path, route: str, dead: Collection[str]) -> None:
    target = output / route
    try:
        _move(staged, target)
    except (FileExistsError, IsADirectoryError, NotADirectoryError):
        # A former address was a file where a folder is to be now, or the other way round.
        for other in dead:
            if other.startswith(f"{route}/") or route.startswith(f"{other}/"):
                _remove(output, other)
        _move(staged, target)


def _move(staged: Path, target: Path) -> None:
    try:
        staged.replace(target)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        staged.replace(target)


def _remove(output: Path, route: str) -> bool:
    """Remove a file and the folders that it leaves empty."""
    file = output / route
    if file.is_dir():
        return False  # it was removed to make way
    try:
        file.unlink()
    except (FileNotFoundError, NotADirectoryError):
        return False
    for parent in PurePosixPath(route).parents:
        if parent.name:
            try:
                (output / parent).rmdir()
            except OSError:
                break
    return True

"""Putting staged files in their places, so that the site is whole at every instant.

Each file is complete, for it is renamed into place, be it with its folder. New files come first: no
published page leads to them yet. Then come those that change: all they lead to is there, old and
new. What is no longer wanted goes last, when nothing leads there any more. Only what newsarc wrote
is removed.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from newsarc.building.damage import folder_of, remember_folders
from newsarc.building.files import digest_file
from newsarc.building.ownership import is_own
from newsarc.building.placing import Placer, remove
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
    Raises OSError, in which case the next build goes on from there.
    """
    stale = catalog.ledger.stale()
    dead = {
        file.route: stale.get(file.key, "nothing leads there any more")
        for file in catalog.ledger.to_remove(only_stale=only_stale)
        if _is_ours(settings.output, file)
    }
    catalog.ledger.announce_staged()
    catalog.commit()
    started = time.time_ns()
    placer = Placer(settings.staged, settings.output, dead)
    folders = set()
    for route, reason in _in_order(placer, catalog):
        placer.put(route)
        folders.add(folder_of(route))
        yield Change(route, reason)
    catalog.ledger.condemn(dead)
    catalog.commit()
    for route, reason in dead.items():
        if remove(settings.output, route):
            folders.add(folder_of(route))
            yield Change(route, reason, written=False)
    catalog.ledger.settle(only_stale=only_stale)
    remember_folders(settings.output, catalog.ledger, folders, started)


def _in_order(placer: Placer, catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Routes of what is staged, with the reasons: what is new, then what stands there.

    The disk says what is new: a build that was killed may have done more than it could note.
    """
    others = False
    for route, reason in catalog.ledger.to_write(routes.FRONT):
        if placer.is_new(route):
            yield route, reason
        else:
            others = True
    if others:
        for route, reason in catalog.ledger.to_write(routes.FRONT):
            if placer.is_waiting(route):
                yield route, reason


def _is_ours(output: Path, file: Written) -> bool:
    """Whether a file may be removed: not if somebody put another in its place."""
    path = output / file.route
    try:
        stat = path.stat()
        if (stat.st_size, stat.st_mtime_ns) == (file.size, file.modified):
            return True
        # A build announced it, or was about to remove it, and was ended.
        return (file.size < 0 and digest_file(path) == file.digest) or is_own(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False

"""Files of the site that somebody else changed or removed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from newsarc.catalog.ledger import Ledger

_MOST = 10_000
"""With more damage than this it is not worth to name each file."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What became of the files that the ledger has."""

    files: int
    """How many there are."""
    damaged: dict[str, str]
    """Keys of those that are not as they were written, each with what happened to it."""
    is_ruin: bool = False
    """Whether there are too many of them to be named."""


def inspect(output: Path, ledger: Ledger) -> Inspection:
    """Look at all files of the site, by size and time.

    Files that a build announced and did not come to are those of keys that are stale already.
    """
    files = 0
    damaged: dict[str, str] = {}
    # This is done for every file of the site at every build, so the quickest way counts.
    top = f"{output}/"
    stat = os.stat
    for route, size, modified in ledger.stats():
        files += 1
        try:
            found = stat(top + route)
        except OSError:
            if size >= 0:
                damaged[route] = "it is missing"
        else:
            if (found.st_size != size or found.st_mtime_ns != modified) and size >= 0:
                damaged[route] = "it was changed by something else"
        if len(damaged) > _MOST:
            return Inspection(files, {}, is_ruin=True)
    return Inspection(files, {ledger.key(route): reason for route, reason in damaged.items()})

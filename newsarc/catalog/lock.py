"""One build at a time: a lock that the system gives up when its process ends, however it ends."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from newsarc.errors import CatalogError


def take_lock(file: Path, locked: Path) -> sqlite3.Connection:
    """Hold the lock that a file stands for, until the connection is closed.

    It is SQLite's own lock on an empty database, which works wherever the catalog does. ``locked``
    is what messages name. Raises CatalogError if another process holds it.
    """
    lock = sqlite3.connect(file, timeout=0)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        raise CatalogError(
            f"{locked}: another build is using this\n"
            "hint: wait until it is done, or name another catalog and another site with"
            " --catalog and --output"
        ) from error
    return lock

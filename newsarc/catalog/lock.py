"""One build at a time: a lock that the system gives up when its process ends, however it ends."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from newsarc.errors import CatalogError


def take_lock(catalog: Path) -> sqlite3.Connection:
    """Lock a catalog for writing, until the connection is closed.

    SQLite's own lock on an empty database beside the catalog: it works on every system that the
    catalog works on, and leaves readers alone. Raises CatalogError if another process holds it.
    """
    lock = sqlite3.connect(catalog.with_name(f"{catalog.name}-lock"), timeout=0)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        raise CatalogError(
            f"{catalog}: another build is using this catalog\n"
            "hint: wait until it is done, or name another catalog and another site with"
            " --catalog and --output"
        ) from error
    return lock

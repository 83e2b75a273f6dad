"""One build at a time: a lock that the system gives up when its process ends, however it ends."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from newsarc.errors import CatalogError


def take_lock(file: Path, locked: Path) -> sqlite3.Connection:
    """Hold the lock that a file stands for, until the connection is closed.

    It is SQLite's own lock on an empty database, which works wherever the catalog does. ``locked``
    is what messages name. Raises CatalogError, which names the process, if another holds it.
    """
    owner = file.with_name(f"{file.name}-owner")
    try:
        lock = _locked(file)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            hint = "remove it, unless a build is at work there"
            raise CatalogError(f"{file}: cannot be used: {error}\nhint: {hint}") from error
        raise CatalogError(
            f"{locked}: another build{_process(owner)} is using this\n"
            "hint: wait until it is done, or name another catalog and another site with"
            " --catalog and --output"
        ) from error
    owner.write_text(str(os.getpid()))
    return lock


def _locked(file: Path) -> sqlite3.Connection:
    lock = sqlite3.connect(file, timeout=0)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        lock.close()
        raise
    return lock


def _process(owner: Path) -> str:
    """Who took the lock, as far as it is known: it says so only after it has it."""
    try:
        return f", process {int(owner.read_text())},"
    except (OSError, ValueError):
        return ""

"""One build at a time: a lock that the system gives up when its process ends, however it ends."""

from __future__ import annotations

import os
from pathlib import Path

import apsw

from newsarc.catalog.connecting import opened
from newsarc.errors import CatalogError


def take_lock(file: Path, locked: Path) -> apsw.Connection:
    """Hold the lock that a file stands for, until the connection is closed.

    It is SQLite's own lock on an empty database, which works wherever the catalog does. ``locked``
    is what messages name. Raises CatalogError, which names the process, if another holds it, and
    OSError.
    """
    owner = file.with_name(f"{file.name}-owner")
    try:
        lock = _locked(file)
    except apsw.BusyError as error:
        raise CatalogError(
            f"{locked}: another build{_process(owner)} is using this\n"
            "hint: wait until it is done, or name another catalog and another site with"
            " --catalog and --output"
        ) from error
    except apsw.Error as error:
        there = "remove it, unless a build is at work there"
        hint = there if file.exists() else "see that you may write there"
        raise CatalogError(f"{file}: cannot be used: {error}\nhint: {hint}") from error
    try:
        owner.write_text(str(os.getpid()))
    except OSError as error:
        lock.close()
        error.filename = str(owner)  # the system does not always say which
        raise
    return lock


def _locked(file: Path) -> apsw.Connection:
    lock = opened(file, patience=0)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except apsw.Error:
        lock.close()
        raise
    return lock


def _process(owner: Path) -> str:
    """Who took the lock, as far as it is known: it says so only after it has it."""
    try:
        return f", process {int(owner.read_text())},"
    except (OSError, ValueError):
        return ""

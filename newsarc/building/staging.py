"""The folder in which a build's files wait until all of them are rendered."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from newsarc.building.settings import BuildSettings
from newsarc.catalog.lock import take_lock

_LOCK = "lock"


@contextmanager
def empty_staging(settings: BuildSettings) -> Iterator[None]:
    """The staging folder, empty and for this build alone; gone when the build is done.

    Raises CatalogError while another build, with whatever catalog, writes the same site, and
    OSError where the output folder cannot be written to.
    """
    settings.staging.mkdir(parents=True, exist_ok=True)
    lock = take_lock(settings.staging / _LOCK, settings.output)
    try:
        _empty(settings.staging)
        yield
        _empty(settings.staging)
    finally:
        lock.close()
        shutil.rmtree(settings.staging, ignore_errors=True)


def _empty(staging: Path) -> None:
    for folder in staging.iterdir():
        if folder.name != _LOCK:
            with suppress(NotADirectoryError):
                shutil.rmtree(folder)

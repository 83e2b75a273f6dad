"""The folder in which a build's files wait until all of them are rendered.

They lie in it as they are to lie in the site, so that a folder that the site does not have yet is
put there at once with all that is in it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from newsarc.building.settings import BuildSettings
from newsarc.catalog.lock import take_lock
from newsarc.errors import CatalogError

_LOCK = "lock"
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


@contextmanager
def empty_staging(settings: BuildSettings) -> Iterator[None]:
    """The staging folder, empty and for this build alone; gone when the build is done.

    Raises CatalogError while another build, with whatever catalog, writes the same site, and
    OSError where the output folder cannot be written to.
    """
    settings.staging.mkdir(parents=True, exist_ok=True)
    lock = take_lock(settings.staging / _LOCK, settings.output)
    try:
        _empty(settings)
        yield
    finally:
        # Before the lock is given up, or what the next build stages would go with it.
        shutil.rmtree(settings.staging, ignore_errors=True)
        lock.close()
        with suppress(OSError):  # Windows removes no file that is open
            (settings.staging / _LOCK).unlink()
            settings.staging.rmdir()


def remove_left_staging(settings: BuildSettings) -> None:
    """Remove what a build left that was killed, unless another build is at work there."""
    if settings.staging.is_dir():
        with suppress(CatalogError, OSError), empty_staging(settings):
            pass


def _empty(settings: BuildSettings) -> None:
    for folder in settings.staging.iterdir():
        if folder.name != _LOCK:
            with suppress(NotADirectoryError):
                shutil.rmtree(folder)


def write_staged(settings: BuildSettings, route: str, content: bytes) -> int:
    """Write a file into staging; returns its time in nanoseconds. Raises OSError.

    Through the system's own calls: pathlib and buffers took longer than the disk.
    """
    file = f"{settings.staged}/{route}"
    try:
        descriptor = os.open(file, _FLAGS, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(file), exist_ok=True)
        descriptor = os.open(file, _FLAGS, 0o666)
    try:
        rest = content
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    except OSError as error:
        error.filename = file  # the system does not say which
        raise
    finally:
        os.close(descriptor)
    # After closing, for only then do network file systems say the time that stays.
    return os.stat(file).st_mtime_ns

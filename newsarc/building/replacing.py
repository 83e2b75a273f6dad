"""Putting new content in the place of a file, whose bytes are kept beside it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path


class ChangedMeanwhileError(Exception):
    """The file no longer holds what its new content was made from."""


def replace_keeping_original(file: Path, before: bytes, after: bytes) -> Path:
    """Replace a file's content; returns where the one before is: ``name.original``, or the like.

    At every moment the file is whole, the old or the new; the old content is on the disk before
    the new one takes its place, and no file is ever overwritten by it. Raises OSError, and
    ChangedMeanwhileError where the file does not hold ``before``: then nothing has changed.
    """
    # A link stays one: what it leads to is replaced.
    target = file.resolve()
    if not os.access(target, os.W_OK):
        raise PermissionError(13, "Permission denied", str(file))
    with _temporary(target, after) as new, _original(target, before, new) as original:
        if target.read_bytes() != before:
            raise ChangedMeanwhileError
        new.replace(target)
    _sync_folder(target.parent)
    return file.parent / original.name if file.parent.resolve() == target.parent else original


@contextmanager
def _temporary(target: Path, content: bytes) -> Iterator[Path]:
    """A new file in the target's folder; gone at the end unless it was moved."""
    descriptor, name = tempfile.mkstemp(
        prefix=f".{target.name[:50]}.", suffix=".tmp", dir=target.parent
    )
    path = Path(name)
    try:
        _write(descriptor, content)
        shutil.copymode(target, path)
        yield path
    finally:
        path.unlink(missing_ok=True)


@contextmanager
def _original(target: Path, content: bytes, new: Path) -> Iterator[Path]:
    """A new file with the old content beside the target; removed where replacing fails.

    Never once ``new`` was moved to the target: then no other file has the old content.
    """
    path, descriptor = _created(target)
    try:
        _write(descriptor, content)
        shutil.copystat(target, path)
        _sync_folder(path.parent)
        yield path
    except BaseException:
        if new.exists():
            path.unlink(missing_ok=True)
        raise


def _created(target: Path) -> tuple[Path, int]:
    """The first of the names for an original that is free, taken for it."""
    for number in count(1):
        path = target.with_name(f"{target.name}.original{f'-{number}' if number > 1 else ''}")
        with suppress(FileExistsError):
            return path, os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    raise AssertionError  # numbers do not end


def _write(descriptor: int, content: bytes) -> None:
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    # Not every system opens folders, nor every file system syncs them.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

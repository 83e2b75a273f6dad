"""Files of the site that somebody else changed or removed."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newsarc.building.differences import RACY
from newsarc.building.files import digest_file
from newsarc.catalog.entries import Written
from newsarc.catalog.ledger import Ledger

_MOST = 10_000
"""With more damage than this it is not worth to name each file."""
_EVERY_FILE = 50_000
"""Up to so many files, each is looked at, which takes up to 0.5 s. Of larger sites the folders are,
which tell what was removed, added or replaced, and the files of those that changed. What was
written over in its place they do not tell: a build that trusts nothing, or a comparison, does."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What became of the files that the ledger has."""

    damaged: dict[str, str]
    """Keys of those that are not as they were written, each with what happened to it."""
    is_ruin: bool = False
    """Whether there are too many of them to be named."""


def inspect(output: Path, ledger: Ledger, *, paranoid: bool = False) -> Inspection:
    """Look at the files of the site, by size and time, or by what they hold.

    Files that a build announced and did not come to are those of keys that are stale already.
    """
    inspector = _Inspector(output, ledger)
    if paranoid:
        return inspector.by_digests()
    return inspector.by_folders() if ledger.count() > _EVERY_FILE else inspector.by_files()


def folder_of(route: str) -> str:
    """``2020/10/13/index.html`` → ``2020/10/13/``"""
    return route[: route.rfind("/") + 1]


def remember_folders(output: Path, ledger: Ledger, folders: Iterable[str], since: int) -> None:
    """Note how folders are in which files were written or removed, and those around them.

    ``since`` is when that began, in nanoseconds: what was changed in a folder after that may be
    somebody else's doing, so its files are looked at in the next build.
    """
    touched = {""}
    for folder in folders:
        around = folder
        while around not in touched:
            touched.add(around)
            around = folder_of(around[:-1])
    for folder in sorted(touched):
        ledger.put_folder(folder, _trusted(_time_of(output, folder), since))


def _time_of(output: Path, folder: str) -> int | None:
    """When a folder was changed last; None if there is none."""
    try:
        return os.stat(f"{output}/{folder}").st_mtime_ns
    except OSError:
        return None


def _trusted(modified: int | None, before: int) -> int | None:
    """The time of a folder; 0 where it may have changed since some time, and look the same."""
    return modified if modified is None or modified + RACY < before else 0


@dataclass(frozen=True, slots=True)
class _Inspector:
    output: Path
    ledger: Ledger

    def by_files(self) -> Inspection:
        return self._inspection(self._damaged(self.ledger.stats()))

    def by_folders(self) -> Inspection:
        damaged: dict[str, str] = {}
        for folder in self._changed_folders():
            seen = time.time_ns()
            modified = _time_of(self.output, folder)
            lost = self._damaged(self.ledger.stats(folder))
            damaged |= lost
            if len(damaged) > _MOST:
                break
            if not lost:
                self.ledger.put_folder(folder, _trusted(modified, seen))
        return self._inspection(damaged)

    def _changed_folders(self) -> Iterator[str]:
        """The folders that are not surely as they were."""
        # There are thousands, and all are as they were in most builds: the quickest way counts.
        top = f"{self.output}/"
        stat = os.stat
        for folder, known in self.ledger.folders():
            try:
                if stat(top + folder).st_mtime_ns == known:
                    continue
            except OSError:
                pass  # it is gone
            yield folder

    def by_digests(self) -> Inspection:
        damaged = self._damaged(self.ledger.stats())
        other = [file.route for file in self.ledger.files() if not self._holds(file)]
        self.ledger.distrust(other)
        reason = "it was changed by something else"
        return self._inspection(dict.fromkeys(other, reason) | damaged)

    def _holds(self, file: Written) -> bool:
        """Whether a file that was written is there, and holds what it held."""
        try:
            return file.size < 0 or digest_file(self.output / file.route) == file.digest
        except OSError:
            return False

    def _damaged(self, stats: Iterable[tuple[str, int, int]]) -> dict[str, str]:
        """Routes of the files that are not as they were, each with what happened to it."""
        damaged: dict[str, str] = {}
        # This is done for every file of the site, so the quickest way counts.
        top = f"{self.output}/"
        stat = os.stat
        for route, size, modified in stats:
            try:
                found = stat(top + route)
            except OSError:
                if size >= 0:
                    damaged[route] = "it is missing"
            else:
                if (found.st_size != size or found.st_mtime_ns != modified) and size >= 0:
                    damaged[route] = "it was changed by something else"
            if len(damaged) > _MOST:
                break
        return damaged

    def _inspection(self, damaged: dict[str, str]) -> Inspection:
        if len(damaged) > _MOST:
            return Inspection({}, is_ruin=True)
        return Inspection({self.ledger.key(route): why for route, why in damaged.items()})

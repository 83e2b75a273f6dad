"""Finding the sources and the pictures in the articles folder, in the order of their paths.

Every file is looked at in every build, so this is what a build with nothing to do takes its time
for: 100,000 files and no more than a system call, a name and a number or two for each. Of a folder
that is as it was, nothing is kept but a digest.
"""

from __future__ import annotations

import hashlib
import marshal
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from operator import attrgetter
from pathlib import Path
from stat import S_ISREG
from typing import TypeAlias

from newsarc.building.files import unreadable
from newsarc.building.jobs import executor_for
from newsarc.building.scan_entries import IMAGE_ENDINGS, look_closely
from newsarc.errors import Problem, UsageError
from newsarc.model import Source
from newsarc.reading.endings import SOURCE_ENDINGS

_FILES = (*SOURCE_ENDINGS, *IMAGE_ENDINGS)
_WORTH_WORKERS = 50_000
"""Two processes took as long as one for 40,000 files, and 0.6 of the time for 80,000."""

_File: TypeAlias = tuple[str, int, int]
"""Name, size, time in nanoseconds."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of sources and pictures, as it was found."""

    path: str
    """Below the articles folder: empty, or with ``/`` at its end."""
    listing: bytes
    """Digest of its files' names, sizes and times."""
    files: int
    newest: int = 0
    """When the last of its files was changed, in nanoseconds; 0 where it is as it was known."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What the articles folder holds."""

    sources: tuple[Source, ...]
    """Of the folders that are not as they were known to be; likewise the pictures."""
    images: tuple[Source, ...]
    problems: tuple[Problem, ...]
    folders: tuple[Folder, ...]
    """All of them."""

    @property
    def file_count(self) -> int:
        """How many sources and pictures there are."""
        return sum(folder.files for folder in self.folders)


@dataclass(slots=True)
class _Found:
    """What was found so far."""

    sources: list[Source] = field(default_factory=list)
    images: list[Source] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    folders: list[Folder] = field(default_factory=list)

    def add(self, other: _Found) -> None:
        self.sources += other.sources
        self.images += other.images
        self.problems += other.problems
        self.folders += other.folders


def scan(
    folder: Path,
    shown: str,
    known: Mapping[str, bytes] | None = None,
    *,
    jobs: int = 1,
    expected: int = 0,
) -> Scan:
    """List a folder and all below it.

    Hidden files, editors' backups and the originals of adopted texts are left out. Links are
    followed only to files inside the folder. ``shown`` is what messages call it, ``known`` gives
    the listings of folders whose files need not be named if they are the same, ``expected`` about
    how many files there are. Raises UsageError if there is no such folder.
    """
    require_folder(folder, shown)
    look = partial(_look_below, str(folder), folder.resolve(), shown, known or {})
    found = _Found()
    with executor_for(jobs, expected, worth=_WORTH_WORKERS) as executor:
        if executor is None:
            found = look([""])
        else:
            below = _look(str(folder), folder.resolve(), shown, known or {}, "", found)
            parts = [below[start :: jobs * 4] for start in range(jobs * 4)]
            for part in executor.map(look, filter(None, parts)):
                found.add(part)
    by_path = attrgetter("path")
    return Scan(
        sources=tuple(sorted(found.sources, key=by_path)),
        images=tuple(sorted(found.images, key=by_path)),
        problems=tuple(sorted(found.problems, key=by_path)),
        folders=tuple(sorted(found.folders, key=by_path)),
    )


def require_folder(folder: Path, shown: str) -> None:
    """Raise UsageError if there is no such folder."""
    if not folder.is_dir():
        raise UsageError(
            f"{shown}: there is no such folder\n"
            "hint: make it and put your articles into it, or name another with --articles"
        )


def _look_below(
    articles: str, top: Path, shown: str, known: Mapping[str, bytes], paths: Sequence[str]
) -> _Found:
    """Folders and all below them."""
    found = _Found()
    waiting = [*paths]
    while waiting:
        waiting += _look(articles, top, shown, known, waiting.pop(), found)
    return found


def _look(
    articles: str, top: Path, shown: str, known: Mapping[str, bytes], path: str, found: _Found
) -> list[str]:
    """Look at one folder; returns the folders in it."""
    files: list[_File] = []
    folders: list[str] = []
    folder = f"{articles}/{path}" if path else f"{articles}/"
    lstat = os.lstat
    try:
        # To list names and ask for each took four fifths of the time of directory entries.
        for name in os.listdir(folder):
            if name.endswith(_FILES) and name[0] not in ".~" and name.isascii():
                try:
                    stat = lstat(folder + name)
                except FileNotFoundError:
                    continue  # it was removed since its folder was listed
                if S_ISREG(stat.st_mode):
                    files.append((name, stat.st_size, stat.st_mtime_ns))
                    continue
            item = look_closely(folder + name, f"{path}{name}", top, shown)
            if isinstance(item, Problem):
                found.problems.append(item)
            elif isinstance(item, str):
                folders.append(item)
            elif item is not None:
                files.append((name, item.st_size, item.st_mtime_ns))
    except OSError as error:
        place = f"{shown}/{path}".rstrip("/")
        found.problems.append(unreadable(place, error))
        return []
    files.sort()
    _note(files, path, known, found)
    return folders


def _note(files: list[_File], path: str, known: Mapping[str, bytes], found: _Found) -> None:
    """Enter a folder, and its files where they are not as they were."""
    # Marshalled in a version that gives equal bytes for equal lists.
    listing = hashlib.blake2b(marshal.dumps(files, 2), digest_size=16).digest()
    if known.get(path) == listing:
        found.folders.append(Folder(path, listing, len(files)))
        return
    newest = max((modified for _, _, modified in files), default=0)
    found.folders.append(Folder(path, listing, len(files), newest))
    for name, size, modified in files:
        is_source = name.lower().endswith(SOURCE_ENDINGS)
        (found.sources if is_source else found.images).append(
            Source(f"{path}{name}", size, modified)
        )

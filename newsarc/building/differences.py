"""How the articles folder differs from what the catalog knows: the stat first, digests in doubt."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsarc.building.files import digest_file
from newsarc.catalog.entries import SourceState
from newsarc.model import Source

RACY = 2_000_000_000
"""Nanoseconds: file systems keep times as coarse as two seconds (FAT), so a file that was changed
less than this before it was read may have been changed again since, and still look the same."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What is new, other or gone in the articles folder."""

    changed: tuple[Source, ...]
    """Files that are new or hold other bytes."""
    removed: tuple[str, ...]
    """Paths that are there no more."""
    confirmed: tuple[tuple[Source, int], ...]
    """Files with another time, or one too fresh to trust, that hold the same bytes; and when that
    was seen, in nanoseconds."""

    def __bool__(self) -> bool:
        return bool(self.changed or self.removed)


def difference(
    folder: Path,
    found: Sequence[Source],
    known: Mapping[str, SourceState],
    *,
    paranoid: bool = False,
) -> Difference:
    """Compare what a scan found in folders with what the catalog knows of them.

    ``paranoid`` is to trust no size and no time, and to digest every file.
    """
    changed = []
    confirmed = []
    for source in found:
        state = known.get(source.path)
        if state is None:
            changed.append(source)
        elif paranoid or _is_doubtful(source, state):
            seen = time.time_ns()
            if _digest(folder / source.path) == state.digest:
                confirmed.append((source, seen))
            else:
                changed.append(source)
    paths = {source.path for source in found}
    removed = tuple(path for path in known if path not in paths)
    return Difference(tuple(changed), removed, tuple(confirmed))


def _is_doubtful(source: Source, state: SourceState) -> bool:
    """Whether a file's size and time leave open that it was changed since it was read."""
    same = (source.size, source.modified) == (state.size, state.modified)
    return not same or source.modified + RACY >= state.seen


def _digest(path: Path) -> str:
    try:
        return digest_file(path)
    except OSError:
        return ""  # to be read, and reported then

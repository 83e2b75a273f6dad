"""What the site has at a route, before a file is put there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from stat import S_ISDIR

from newsarc.building.ownership import is_own
from newsarc.catalog.entries import Written
from newsarc.catalog.queries import CatalogReader
from newsarc.errors import Problem, ProblemsError

NEW = "it is new"
CHANGED = "it says something else now"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the site has at a route."""

    route: str
    written: Written | None
    """The ledger's line."""
    reason: str
    """Why the file has to be written whatever it says; empty if it is as the ledger has it."""

    def reason_to_write(self, digest: str) -> str:
        """Why a file of this digest has to be written; empty if it is there as the ledger says."""
        if self.reason or (self.written and self.written.digest == digest):
            return self.reason
        return CHANGED


def standing_of(output: Path, catalog: CatalogReader, route: str) -> Standing:
    """What the site has at a route.

    Raises ProblemsError if something stands there that newsarc did not write.
    """
    written = catalog.written(route)
    return Standing(route, written, _reason(output, catalog, route, written))


def _reason(output: Path, catalog: CatalogReader, route: str, written: Written | None) -> str:
    try:
        stat = os.stat(f"{output}/{route}")
    except FileNotFoundError:
        if os.path.islink(f"{output}/{route}"):
            raise _in_the_way(output / route) from None
        return "it is missing" if written and written.size >= 0 else NEW
    except NotADirectoryError:
        for parent in PurePosixPath(route).parents:
            if (output / parent).is_file() and not catalog.written(parent.as_posix()):
                _require_own(output / parent)
        return NEW
    if S_ISDIR(stat.st_mode):
        if not catalog.has_written_below(route):
            _require_empty(output / route)
        return NEW
    if written is None:
        _require_own(output / route)
    if written is None or written.size < 0:
        return "it is from another build"
    if (stat.st_size, stat.st_mtime_ns) != (written.size, written.modified):
        return "it was changed by something else"
    return ""


def _require_own(file: Path) -> None:
    if not is_own(file):
        raise _in_the_way(file)


def _require_empty(folder: Path) -> None:
    """A folder without files may give way to a page."""
    file = next((path for path in sorted(folder.rglob("*")) if not path.is_dir()), None)
    if file is not None:
        raise _in_the_way(file)


def _in_the_way(file: Path) -> ProblemsError:
    message = "is in the way, and was not written by newsarc"
    hint = "move it away, or name another folder with --output"
    return ProblemsError([Problem(str(file), message, hint=hint)])

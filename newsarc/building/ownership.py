"""Telling the files that newsarc wrote from those of others, without a ledger.

The ledger is in the catalog, and the catalog may be lost. Pages, feeds and sitemaps say within
their first bytes that newsarc made them; the name of an asset holds the digest of its content.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from newsarc.building.files import digest_file
from newsarc.site.routes import NOT_FOUND

_HEAD = 4096
_PAGE = b'<meta name="generator" content="newsarc'
_MARKS = {
    ".html": _PAGE,
    ".htm": _PAGE,
    ".xml": b"<!-- newsarc -->",
    ".json": b'"_newsarc"',
    "robots.txt": b"# newsarc\n",
}
"""By what files end in, or are called: a text about newsarc may say any of this."""
_DIGEST_IN_NAME = re.compile(r"\.([0-9a-f]{8})\.[a-z0-9]+$")


def is_own(file: Path) -> bool:
    """Whether newsarc wrote a file. A file that cannot be read is somebody else's."""
    try:
        named = _DIGEST_IN_NAME.search(file.name)
        if named and digest_file(file).startswith(named[1]):
            return True
        with file.open("rb") as opened:
            head = opened.read(_HEAD)
    except OSError:
        return False
    mark = _MARKS.get(file.name) or _MARKS.get(file.suffix.lower())
    return mark is not None and mark in head


def own_files(
    output: Path, staging: Path | None = None, is_known: Callable[[str], bool] | None = None
) -> Iterator[str]:
    """Routes of all files of a site that newsarc wrote.

    Left out are those in staging, those that are known, and folders that are sites of their own.
    """
    for folder, folders, names in os.walk(output):
        folders[:] = sorted(
            name
            for name in folders
            if Path(folder, name) != staging and not is_own(Path(folder, name, NOT_FOUND))
        )
        for name in sorted(names):
            path = Path(folder, name)
            route = path.relative_to(output).as_posix()
            if (
                not (is_known and is_known(route))
                and path.is_file()
                and not path.is_symlink()
                and is_own(path)
            ):
                yield route

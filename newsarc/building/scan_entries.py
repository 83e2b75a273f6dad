"""What is found in a folder that is no plain source or picture, and what is said of it."""

from __future__ import annotations

import os
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from newsarc.building.files import unreadable
from newsarc.errors import Problem
from newsarc.reading.endings import SOURCE_ENDINGS, is_original

IMAGE_ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg")
# What desktops and editors leave in folders, besides hidden files.
_CLUTTER = frozenset({"thumbs.db", "desktop.ini", "icon\r"})


def look_closely(
    file: str, path: str, top: Path, shown: str
) -> os.stat_result | str | Problem | None:
    """What an entry of a folder is: of a source or a picture its stat, of a folder its path.

    None for what is passed over, and for what was removed meanwhile. ``file`` leads to it, ``path``
    is below the articles folder, ``top`` is that folder, ``shown`` what messages call it.
    """
    if _is_passed_over(path.rpartition("/")[2]):
        return None
    if (problem := _unusable(file, path, top, shown)) is not None:
        return problem
    try:
        stat = os.stat(file)
    except FileNotFoundError:
        return None
    except OSError as error:
        return unreadable(f"{shown}/{path}", error)
    if S_ISDIR(stat.st_mode):
        return f"{path}/"
    if not path.lower().endswith((*SOURCE_ENDINGS, *IMAGE_ENDINGS)):
        return Problem(
            f"{shown}/{path}",
            "is neither an article nor a picture, and was left out",
            hint=f"articles end in {', '.join(SOURCE_ENDINGS)}",
            severity="warning",
        )
    if not S_ISREG(stat.st_mode):
        return Problem(f"{shown}/{path}", "is not a file that can be read")
    return stat


def _is_passed_over(name: str) -> bool:
    """Whether nothing is to be said of a file or folder of this name."""
    if name.startswith((".", "~$")) or name.endswith(("~", ".swp", ".tmp", ".bak")):
        return True
    return name.lower() in _CLUTTER or is_original(name)


def _unusable(file: str, path: str, top: Path, shown: str) -> Problem | None:
    """A problem with the name of an entry, or with the link that it is."""
    try:
        path.encode()
    except UnicodeEncodeError:
        readable = path.encode(errors="surrogateescape").decode(errors="replace")
        return Problem(
            f"{shown}/{readable}",
            "the file's name is not valid UTF-8",
            hint="give it another name",
        )
    if not os.path.islink(file):
        return None
    try:
        target = Path(file).resolve(strict=True)
    except (OSError, RuntimeError):
        return Problem(f"{shown}/{path}", "is a link that leads nowhere", hint="remove it")
    if not target.is_relative_to(top):
        return Problem(
            f"{shown}/{path}",
            "is a link to a place outside the articles folder, and is not followed",
            hint="put the file itself here",
        )
    if target.is_dir():
        return Problem(
            f"{shown}/{path}",
            "is a link to a folder of the articles, which is read where it is",
            severity="warning",
        )
    return None

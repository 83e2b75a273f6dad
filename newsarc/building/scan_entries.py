"""What is said of the entries of a folder that are no plain sources and pictures."""

from __future__ import annotations

import os
from pathlib import Path

from newsarc.errors import Problem
from newsarc.reading.endings import SOURCE_ENDINGS, is_original

IMAGE_ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg")
# What desktops and editors leave in folders, besides hidden files.
_CLUTTER = frozenset({"thumbs.db", "desktop.ini", "icon\r"})


def is_passed_over(name: str) -> bool:
    """Whether nothing is to be said of a file or folder of this name."""
    if name.startswith((".", "~$")) or name.endswith(("~", ".swp", ".tmp", ".bak")):
        return True
    return name.lower() in _CLUTTER or is_original(name)


def file_problem(path: str, shown: str) -> Problem | None:
    """A warning for a file that is neither an article nor a picture by its ending."""
    if path.lower().endswith((*SOURCE_ENDINGS, *IMAGE_ENDINGS)):
        return None
    return Problem(
        f"{shown}/{path}",
        "is neither an article nor a picture, and was left out",
        hint=f"articles end in {', '.join(SOURCE_ENDINGS)}",
        severity="warning",
    )


def unusable(entry: os.DirEntry[str], path: str, top: Path, shown: str) -> Problem | None:
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
    if not entry.is_symlink():
        return None
    try:
        target = Path(entry.path).resolve(strict=True)
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

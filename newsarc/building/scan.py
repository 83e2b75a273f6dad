"""Finding the sources and the pictures in the articles folder, in the order of their paths."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from stat import S_ISREG

from newsarc.errors import Problem, UsageError
from newsarc.model import Source
from newsarc.reading.endings import SOURCE_ENDINGS, is_original

IMAGE_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"})
# Asked of every file at every build, so the quickest way counts.
_FILES = (*SOURCE_ENDINGS, *IMAGE_ENDINGS)
# What desktops and editors leave in folders, besides hidden files.
_CLUTTER = frozenset({"thumbs.db", "desktop.ini", "icon\r"})


@dataclass(frozen=True, slots=True)
class Scan:
    """What the articles folder holds."""

    sources: tuple[Source, ...]
    images: tuple[Source, ...]
    problems: tuple[Problem, ...]


def scan(folder: Path, shown: str) -> Scan:
    """List a folder and all below it.

    Hidden files, editors' backups and the originals of adopted texts are left out. Links are
    followed only to files inside the folder. ``shown`` is what messages call it. Raises UsageError
    if there is no such folder.
    """
    if not folder.is_dir():
        raise UsageError(
            f"{shown}: there is no such folder\n"
            "hint: make it and put your articles into it, or name another with --articles"
        )
    sources: list[Source] = []
    images: list[Source] = []
    problems: list[Problem] = []
    for item in _walk(folder, folder.resolve(), "", shown):
        if isinstance(item, Problem):
            problems.append(item)
        elif item.path.lower().endswith(SOURCE_ENDINGS):
            sources.append(item)
        else:
            images.append(item)
    by_path = attrgetter("path")
    return Scan(
        tuple(sorted(sources, key=by_path)),
        tuple(sorted(images, key=by_path)),
        tuple(sorted(problems, key=by_path)),
    )


def _walk(folder: Path | str, top: Path, prefix: str, shown: str) -> Iterator[Source | Problem]:
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        yield Problem(f"{shown}/{prefix}".rstrip("/"), f"cannot be read: {error.strerror}")
        return
    for entry in entries:
        name = entry.name
        if name.startswith((".", "~$")) or name.endswith(("~", ".swp", ".tmp", ".bak")):
            continue
        if name.lower() in _CLUTTER or is_original(name):
            continue
        path = f"{prefix}{name}"
        if (problem := _unusable(entry, path, top, shown)) is not None:
            yield problem
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, top, f"{path}/", shown)
        else:
            yield from _file(entry, path, shown)


def _file(entry: os.DirEntry[str], path: str, shown: str) -> Iterator[Source | Problem]:
    if not path.lower().endswith(_FILES):
        yield Problem(
            f"{shown}/{path}",
            "is neither an article nor a picture, and was left out",
            hint=f"articles end in {', '.join(SOURCE_ENDINGS)}",
            severity="warning",
        )
        return
    try:
        stat = entry.stat()
    except FileNotFoundError:
        return  # it was removed since its folder was listed
    except OSError as error:
        yield Problem(f"{shown}/{path}", f"cannot be read: {error.strerror}")
        return
    if S_ISREG(stat.st_mode):
        yield Source(path, stat.st_size, stat.st_mtime_ns)
    else:
        yield Problem(f"{shown}/{path}", "is not a file that can be read")


def _unusable(entry: os.DirEntry[str], path: str, top: Path, shown: str) -> Problem | None:
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

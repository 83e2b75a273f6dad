"""The files that a command is given, as sources."""

from __future__ import annotations

from pathlib import Path

from newsarc.errors import Problem


def read_file(file: Path) -> bytes | Problem:
    """What a file holds, or why that cannot be told."""
    try:
        return file.read_bytes()
    except IsADirectoryError:
        return Problem(str(file), "is a folder", hint="name the files in it")
    except OSError as error:
        return unreadable(file, error)


def unreadable(file: Path, error: OSError, verb: str = "read") -> Problem:
    """What the disk refused."""
    return Problem(str(file), f"cannot be {verb}: {error.strerror or error}")


def path_below_articles(file: Path) -> str:
    """The part of a path from which a date may be taken: below the articles folder."""
    # A link keeps its own name, as it does when the folder is read.
    place = file.parent.resolve() / file.name
    try:
        return place.relative_to(Path("articles").resolve()).as_posix()
    except ValueError:
        return file.name

"""Putting staged files in their places and removing others, one step of the disk at a time."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path, PurePosixPath


class Placer:
    """Moves files from staging into the site.

    A folder that the site does not have is moved with all that is staged in it: for a new site
    that is one step for thousands of files.
    """

    def __init__(self, staged: str, output: Path, dead: Collection[str]) -> None:
        """``dead`` are routes of files that may be removed where they are in the way."""
        self._staged = staged
        self._output = output
        self._dead = dead
        self._there: set[str] = set()
        self._moved: set[str] = set()

    def is_new(self, route: str) -> bool:
        """Whether nothing stands at a route, or stood there until its folder was moved."""
        return self._missing(route) is not None or not os.path.lexists(f"{self._output}/{route}")

    def is_waiting(self, route: str) -> bool:
        """Whether the file of a route still is in staging."""
        return os.path.lexists(f"{self._staged}/{route}")

    def put(self, route: str) -> None:
        """Put the staged file of a route in its place, if it is not there yet. Raises OSError."""
        folder = self._missing(route)
        if folder is None:
            self._move(route)
        elif folder not in self._moved:
            self._move(folder)
            self._moved.add(folder)

    def _missing(self, route: str) -> str | None:
        """The first folder of a route that the site did not have; None if it has them all."""
        end = route.find("/")
        while end >= 0:
            folder = route[:end]
            if folder in self._moved:
                return folder
            if folder not in self._there:
                if not os.path.isdir(f"{self._output}/{folder}"):
                    return folder
                self._there.add(folder)
            end = route.find("/", end + 1)
        return None

    def _move(self, path: str) -> None:
        source, target = f"{self._staged}/{path}", f"{self._output}/{path}"
        try:
            os.replace(source, target)
        except (FileExistsError, IsADirectoryError, NotADirectoryError, PermissionError):
            # A former address was a file where a folder is to be now, or the other way round.
            self._make_way(path)
            self._there.clear()
            os.makedirs(os.path.dirname(target), exist_ok=True)
            os.replace(source, target)

    def _make_way(self, path: str) -> None:
        for other in self._dead:
            if other == path or other.startswith(f"{path}/") or path.startswith(f"{other}/"):
                remove(self._output, other)
        if os.path.isdir(f"{self._output}/{path}"):
            _remove_empty(f"{self._output}/{path}")


def _remove_empty(folder: str) -> None:
    """Remove a folder that holds nothing but folders; raises OSError if it does."""
    for below, _, _ in os.walk(folder, topdown=False):
        os.rmdir(below)


def remove(output: Path, route: str) -> bool:
    """Remove a file and the folders that it leaves empty; returns whether it was there."""
    file = output / route
    if file.is_dir():
        return False  # it was removed to make way
    was_there = True
    try:
        file.unlink()
    except NotADirectoryError:
        return False
    except FileNotFoundError:
        was_there = False  # but a build may have been ended before it removed the folder
    for parent in PurePosixPath(route).parents:
        if parent.name:
            try:
                (output / parent).rmdir()
            except FileNotFoundError:
                continue
            except OSError:
                break
    return was_there

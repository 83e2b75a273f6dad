"""Builds in another environment: ``python -m tests.helpers.surroundings METHOD SEED WORD…``

Runs newsarc's command line with workers started by a method, and lists folders in a drawn order.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import sys
from collections.abc import Iterator
from typing import Any, Self

from newsarc.building import jobs
from newsarc.cli.main import main

_scandir, _listdir = os.scandir, os.listdir


class _Shuffled:
    """What ``os.scandir`` gives, in a drawn order."""

    def __init__(self, entries: list[os.DirEntry[Any]]) -> None:
        random.shuffle(entries)
        self._entries = iter(entries)

    def __iter__(self) -> Iterator[os.DirEntry[Any]]:
        return self._entries

    def __next__(self) -> os.DirEntry[Any]:
        return next(self._entries)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._entries = iter(())


def _shuffled_scandir(path: Any = ".") -> _Shuffled:
    with _scandir(path) as entries:
        return _Shuffled(list(entries))


def _shuffled_listdir(path: Any = ".") -> list[Any]:
    names = _listdir(path)
    random.shuffle(names)
    return names


def run(method: str, seed: str, *words: str) -> None:
    random.seed(seed)
    multiprocessing.set_start_method(method)
    # Workers have something to do in a small archive.
    jobs.WORTH_WORKERS = 1
    jobs.BATCH = 4
    for name, shuffled in (("scandir", _shuffled_scandir), ("listdir", _shuffled_listdir)):
        setattr(os, name, shuffled)
    sys.argv = ["newsarc", *words]
    main()


if __name__ == "__main__":
    run(*sys.argv[1:])

"""How much memory a program and the processes it starts hold together. Linux only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

_PROCESSES = Path("/proc")
_INTERVAL = 0.05


class MemoryWatch:
    """Samples a process tree in a thread until it is left; use it as a context.

    What processes share is counted once, as the kernel's proportional set size divides it.
    """

    def __init__(self, process: int) -> None:
        self.peak = 0
        """Bytes; 0 where the system does not tell."""
        self._process = process
        self._done = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> MemoryWatch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.is_set():
            self.peak = max(self.peak, sum(map(_held_by, _tree(self._process))))
            self._done.wait(_INTERVAL)


def _tree(process: int) -> Iterator[int]:
    """A process and all that it started, as far as they still run."""
    yield process
    try:
        threads = tuple((_PROCESSES / str(process) / "task").iterdir())
    except OSError:
        return
    for thread in threads:
        for child in _read(thread / "children").split():
            yield from _tree(int(child))


def _held_by(process: int) -> int:
    for line in _read(_PROCESSES / str(process) / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _read(path: Path) -> str:
    """The file's text, empty if its process has ended meanwhile."""
    try:
        return path.read_text(encoding="ascii")
    except OSError:
        return ""

"""Runs of a program that builds a site, each measured from the outside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import TypeAlias

from benchmarks.memory import MemoryWatch

Inventory: TypeAlias = Mapping[str, tuple[int, int, int]]
_CHECKOUT = Path(__file__).resolve().parent.parent
_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"


class BuildFailedError(Exception):
    """A build did not end with status 0; the message holds its command and what it said."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one build took, and what it wrote."""

    seconds: float
    processor_seconds: float
    """Of all its processes, in the program and in the system."""
    largest_process: int
    """Bytes that the largest of its processes held at its peak."""
    memory: int
    """Bytes that all its processes held together at their peak; 0 if that was not watched."""
    files: int
    """Files of the site that are new or were written again."""
    size: int
    """Their bytes."""
    said: str = ""
    """Its standard output and standard error."""


@dataclass(frozen=True, slots=True)
class Builder:
    """Builds the articles of one folder into a site beside them."""

    folder: Path
    jobs: int | None

    @property
    def articles(self) -> Path:
        return self.folder / "articles"

    @property
    def output(self) -> Path:
        return self.folder / "site"

    @property
    def catalog(self) -> Path:
        return self.folder / "catalog" / "catalog.sqlite"

    def remove_results(self) -> None:
        """Forget every build before."""
        put_aside(self.output, self.folder)
        put_aside(self.catalog.parent, self.folder)
        self.catalog.parent.mkdir()

    def run(self, *, watched: bool = False) -> Run:
        """Build once. Raises BuildFailedError."""
        # In its own folder, so that no configuration but newsarc's defaults is found.
        return run_measured(
            self._command(), self.folder, self.output, checkout_environment(), watched=watched
        )

    def _command(self) -> list[str]:
        command = [sys.executable, "-m", "newsarc", "build", "--json"]
        command += ["--articles", str(self.articles), "--output", str(self.output)]
        command += ["--catalog", str(self.catalog)]
        return command if self.jobs is None else [*command, "--jobs", str(self.jobs)]


def put_aside(place: Path, into: Path) -> None:
    """Move a file or a folder to a new folder, if it is there. Raises OSError.

    It is not removed: after that, to make a file on ext4 took ten times as long for a while, and
    builds after the first three times as long.
    """
    if place.exists():
        aside = Path(tempfile.mkdtemp(prefix="aside-", dir=into))
        place.rename(aside / place.name)


def run_measured(
    command: Sequence[str],
    folder: Path,
    output: Path,
    environment: Mapping[str, str],
    *,
    watched: bool = False,
    limit: float | None = None,
) -> Run:
    """Run a command in a folder and measure it; what it writes below ``output`` is counted.

    With ``watched``, the memory of all its processes together is sampled, which slows it a little.
    Raises BuildFailedError, also if it takes more than ``limit`` seconds.
    """
    before = _inventory(output)
    messages = folder / "messages.txt"
    with messages.open("wb") as stream:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            # Its processes are a group of their own, to be ended together.
            start_new_session=True,
        )
        with (
            MemoryWatch(process.pid) if watched else nullcontext() as watch,
            _Leash(process.pid, limit),
        ):
            # Unlike getrusage(), wait4() tells of this one run and not of all before it.
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    said = messages.read_text(encoding="utf-8", errors="replace").strip()
    if process.returncode:
        if limit is not None and seconds >= limit:
            raise BuildFailedError(f"{' '.join(command)}\ntook more than {limit:g} s")
        end = f"ended with status {process.returncode}:\n{said}"
        raise BuildFailedError(f"{' '.join(command)}\n{end}")
    after = _inventory(output)
    written = [entry for path, entry in after.items() if before.get(path) != entry]
    return Run(
        seconds=seconds,
        processor_seconds=usage.ru_utime + usage.ru_stime,
        largest_process=usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
        memory=watch.peak if watch else 0,
        files=len(written),
        size=sum(size for size, _, _ in written),
        said=said,
    )


class _Leash:
    """Ends a group of processes when its time is up, or when the context ends by an exception."""

    def __init__(self, group: int, limit: float | None) -> None:
        self._group = group
        self._timer = Timer(limit, self._end) if limit is not None else None

    def __enter__(self) -> None:
        if self._timer:
            self._timer.daemon = True
            self._timer.start()

    def __exit__(self, problem: type[BaseException] | None, *_: object) -> None:
        if self._timer:
            self._timer.cancel()
        if problem:
            self._end()

    def _end(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._group, signal.SIGKILL)


def checkout_environment() -> Mapping[str, str]:
    """``environment()``, with this checkout to be found where newsarc is not installed."""
    paths = (os.environ.get("PYTHONPATH"), str(_CHECKOUT))
    return {**environment(), "PYTHONPATH": os.pathsep.join(filter(None, paths))}


def environment() -> Mapping[str, str]:
    """This process's own; programs in Python are not compiled anew in every run."""
    return {name: value for name, value in os.environ.items() if name != _NO_BYTECODE}


def _inventory(folder: Path) -> Inventory:
    """Size, number and time of each file: any of them differs for a file that was written again."""
    inventory: dict[str, tuple[int, int, int]] = {}
    for path in folder.rglob("*"):
        if path.is_file():
            stat = path.stat()
            inventory[str(path)] = (stat.st_size, stat.st_ino, stat.st_mtime_ns)
    return inventory

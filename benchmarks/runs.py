"""Runs of ``newsarc build``, each measured from the outside."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from benchmarks.memory import MemoryWatch

Inventory: TypeAlias = Mapping[str, tuple[int, int, int]]
_CHECKOUT = Path(__file__).resolve().parent.parent


class BuildFailedError(Exception):
    """newsarc did not end with status 0; the message holds its command and what it said."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one build took, and what it wrote."""

    seconds: float
    largest_process: int
    """Bytes that the largest of its processes held at its peak."""
    memory: int
    """Bytes that all its processes held together at their peak; 0 if that was not watched."""
    files: int
    """Files of the site that are new or were written again."""
    size: int
    """Their bytes."""


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
        shutil.rmtree(self.output, ignore_errors=True)
        shutil.rmtree(self.catalog.parent, ignore_errors=True)
        self.catalog.parent.mkdir()

    def run(self, *, watched: bool = False) -> Run:
        """Build once. Raises BuildFailedError."""
        before = _inventory(self.output)
        messages = self.folder / "messages.txt"
        with messages.open("wb") as stream:
            start = time.perf_counter()
            # In its own folder, so that no configuration but newsarc's defaults is found.
            process = subprocess.Popen(
                self._command(),
                cwd=self.folder,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=subprocess.STDOUT,
            )
            with MemoryWatch(process.pid) if watched else nullcontext() as watch:
                # Unlike getrusage(), wait4() tells of this one run and not of all before it.
                _, status, usage = os.wait4(process.pid, 0)
                seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said = messages.read_text(encoding="utf-8", errors="replace").strip()
            command = " ".join(self._command())
            raise BuildFailedError(f"{command}\nended with status {process.returncode}:\n{said}")
        after = _inventory(self.output)
        written = [entry for path, entry in after.items() if before.get(path) != entry]
        return Run(
            seconds=seconds,
            largest_process=usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
            memory=watch.peak if watch else 0,
            files=len(written),
            size=sum(size for size, _, _ in written),
        )

    def _command(self) -> list[str]:
        command = [sys.executable, "-m", "newsarc", "build", "--json"]
        command += ["--articles", str(self.articles), "--output", str(self.output)]
        command += ["--catalog", str(self.catalog)]
        return command if self.jobs is None else [*command, "--jobs", str(self.jobs)]


def _environment() -> Mapping[str, str]:
    """This process's own, with this checkout to be found where newsarc is not installed."""
    paths = (os.environ.get("PYTHONPATH"), str(_CHECKOUT))
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}


def _inventory(folder: Path) -> Inventory:
    """Size, number and time of each file: any of them differs for a file that was written again."""
    inventory: dict[str, tuple[int, int, int]] = {}
    for path in folder.rglob("*"):
        if path.is_file():
            stat = path.stat()
            inventory[str(path)] = (stat.st_size, stat.st_ino, stat.st_mtime_ns)
    return inventory

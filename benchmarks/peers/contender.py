"""A program with its project: what is built, measured and built again."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.peer import Peer, Program
from benchmarks.runs import Run, environment, run_measured
from benchmarks.story import Story

BUILDS = ("clean build", "one article added", "nothing changed")


@dataclass(frozen=True, slots=True)
class Contender:
    """A program that is installed, and the project that it builds."""

    peer: Peer
    program: Program
    project: Path

    @property
    def title(self) -> str:
        """Name and version."""
        return f"{self.peer.name} {self.program.version}"

    @property
    def output(self) -> Path:
        return self.project / self.peer.output

    def clean_build(self, limit: float, *, watched: bool = False) -> Run:
        """Build with nothing there of builds before. Raises BuildFailedError and OSError."""
        self.peer.forget(self.project)
        return self._build(limit, watched=watched)

    def round(self, newest: Story, limit: float) -> Iterator[tuple[str, Run]]:
        """One build of each kind, after which the project is as it was.

        Raises BuildFailedError and OSError.
        """
        clean, added, unchanged = BUILDS
        yield clean, self.clean_build(limit)
        yield unchanged, self._build(limit)
        with self._with(newest):
            yield added, self._build(limit)

    @contextmanager
    def _with(self, story: Story) -> Iterator[None]:
        files = self.peer.write(self.project, story)
        try:
            yield
        finally:
            for file in files:
                file.unlink()

    def _build(self, limit: float, *, watched: bool = False) -> Run:
        # What the program before has written is not to be waited for by this one.
        os.sync()
        variables = {**environment(), **self.program.environment}
        return run_measured(
            self.program.command,
            self.project,
            self.output,
            variables,
            watched=watched,
            limit=limit,
        )

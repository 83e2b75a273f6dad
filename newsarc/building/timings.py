"""How long the steps of a build take."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

STEPS = ("scan", "read", "catalog", "plan", "render", "write")


class Timings:
    """Seconds by step. What several processes do at once counts for each of them."""

    def __init__(self) -> None:
        self._seconds = dict.fromkeys(STEPS, 0.0)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Count the time until the end of the block to a step."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self.add(name, time.perf_counter() - started)

    def add(self, name: str, seconds: float) -> None:
        self._seconds[name] += seconds

    def seconds(self) -> Mapping[str, float]:
        return {name: round(seconds, 4) for name, seconds in self._seconds.items()}

"""The comparison as Markdown: figures, pages by kind, and where newsarc's own time goes."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.peers.contender import BUILDS
from benchmarks.peers.kinds import KINDS
from benchmarks.runs import Run

_MEBIBYTE = 1 << 20
_MEGABYTE = 1_000_000
_COLUMNS = (
    *("program", "build", "seconds", "fastest–slowest", "to newsarc"),
    *("CPU seconds", "peak memory", "files written", "size"),
)
_STEP = re.compile(r"^([a-z]+) +([\d.]+) s$", re.MULTILINE)


@dataclass(slots=True)
class Result:
    """What is known of one program; filled while the comparison runs."""

    title: str
    memory: int = 0
    """Bytes that all its processes held together in the clean build that was watched."""
    kinds: Mapping[str, int] = field(default_factory=dict)
    runs: dict[str, list[Run]] = field(default_factory=dict)
    """Measured runs by the build that they are of."""


def table(results: Sequence[Result]) -> Iterator[str]:
    """A row for each program and build, the builds one after the other.

    The first program is the measure of the others.
    """
    yield from _head(_COLUMNS, texts=2)
    for build in BUILDS:
        measure = results[0].runs.get(build)
        for result in results:
            if runs := result.runs.get(build):
                yield _line((result.title, build, *_figures(runs, measure, result.memory, build)))


def _figures(
    runs: Sequence[Run], measure: Sequence[Run] | None, memory: int, build: str
) -> Iterator[str]:
    seconds = sorted(run.seconds for run in runs)
    median = statistics.median(seconds)
    yield f"{median:.2f}"
    yield f"{seconds[0]:.2f}–{seconds[-1]:.2f}" if len(seconds) > 1 else "once"
    yield f"{median / median_seconds(measure):.2f}" if measure else "–"
    yield f"{statistics.median(run.processor_seconds for run in runs):.1f}"
    yield f"{memory / _MEBIBYTE:,.0f} MiB" if memory and build == BUILDS[0] else "–"
    yield f"{runs[-1].files:,}"
    yield f"{runs[-1].size / _MEGABYTE:,.1f} MB"


def median_seconds(runs: Sequence[Run]) -> float:
    """Of at least one run."""
    return statistics.median(run.seconds for run in runs)


def kinds_table(results: Sequence[Result], expected: Mapping[str, int]) -> Iterator[str]:
    """A row for each kind of file: how many there must be, and how many each program made."""
    yield from _head(("files of a clean build", "at least", *(result.title for result in results)))
    for kind in KINDS:
        wanted = f"{expected[kind]:,}" if kind in expected else "–"
        yield _line((kind, wanted, *(f"{result.kinds.get(kind, 0):,}" for result in results)))


def steps_of(said: str) -> Mapping[str, float]:
    """Seconds by step, from what ``newsarc build --timings`` says."""
    return {step: float(seconds) for step, seconds in _STEP.findall(said)}


def profile(runs: Mapping[str, Sequence[Run]]) -> Iterator[str]:
    """A row for each step of newsarc's builds: medians, and their share of all the steps."""
    builds = {build: _median_steps(runs[build]) for build in BUILDS if runs.get(build)}
    yield from _head(("step", *(heading for build in builds for heading in (build, "share"))))
    for step in dict.fromkeys(step for steps in builds.values() for step in steps):
        cells = [step]
        for steps in builds.values():
            seconds, total = steps.get(step, 0.0), sum(steps.values())
            cells += [f"{seconds:.3f} s", f"{seconds / total:.0%}" if total else "–"]
        yield _line(cells)


def _median_steps(runs: Sequence[Run]) -> Mapping[str, float]:
    found = [steps_of(run.said) for run in runs]
    return {step: statistics.median(steps[step] for steps in found) for step in found[0]}


def with_section(text: str, name: str, section: str) -> str:
    """The text of a file with its section of some name replaced, or added at its end."""
    start, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    marked = f"{start}\n{section.strip()}\n{end}\n"
    before, found, rest = text.partition(f"{start}\n")
    if not found:
        return f"{text.rstrip()}\n\n{marked}"
    return before + marked + rest.partition(f"{end}\n")[2]


def _head(columns: Sequence[str], texts: int = 1) -> Iterator[str]:
    """Two lines; all columns but the first ones hold numbers."""
    yield _line(columns)
    yield f"|{'---|' * texts}{'---:|' * (len(columns) - texts)}"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"

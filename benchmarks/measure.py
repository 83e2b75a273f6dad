"""Time whole runs of ``newsarc build`` on a synthetic archive, and print a Markdown table.

    python benchmarks/measure.py --articles 10000 --jobs 2 --runs 3

Each run is a process of its own, so that starting Python counts as it does for an editor.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

if not __package__:
    # Run as a script, Python looks for modules beside this file and not where the package is.
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from benchmarks.archive import sources, write_sources
from benchmarks.runs import Builder, BuildFailedError, Run
from benchmarks.settings import LAYOUTS, ArchiveSettings

_MEGABYTE = 1_000_000
_COLUMNS = (
    *("build", "seconds", "fastest–slowest", "articles/s"),
    *("largest process", "files written", "size"),
)


def measure(builder: Builder, settings: ArchiveSettings, runs: int) -> Iterator[str]:
    """Measure clean builds, builds with nothing changed and builds with one article more.

    Yields the lines of the report as they are known. Raises BuildFailedError and OSError.
    """
    # One article more for each run, the last ones: no other article links to those.
    texts = sources(replace(settings, articles=settings.articles + runs))
    write_sources(builder.articles, islice(texts, settings.articles))

    def clean() -> Run:
        builder.remove_results()
        return builder.run()

    def one_more() -> Run:
        write_sources(builder.articles, islice(texts, 1))
        return builder.run()

    # The first build warms the file cache and is watched, so that watching slows none that counts.
    builder.remove_results()
    memory = builder.run(watched=True).memory
    yield from _header(settings)
    yield _row("clean", _repeat(clean, runs), settings.articles)
    yield _row("nothing changed", _repeat(builder.run, runs), settings.articles)
    yield _row("one article added", _repeat(one_more, runs), settings.articles)
    yield ""
    together = f"{memory / _MEGABYTE:,.0f} MB" if memory else "not known on this system"
    yield f"Peak memory of all processes of a clean build together: {together}."


def _repeat(run: Callable[[], Run], times: int) -> list[Run]:
    return [run() for _ in range(times)]


def _header(settings: ArchiveSettings) -> Iterator[str]:
    archive = f"{settings.articles:,} articles of {settings.words} words ({settings.layout})"
    yield f"{machine()}; {archive}."
    yield ""
    yield f"| {' | '.join(_COLUMNS)} |"
    yield f"|---|{'---:|' * (len(_COLUMNS) - 1)}"


def _row(name: str, runs: Sequence[Run], articles: int) -> str:
    seconds = sorted(run.seconds for run in runs)
    median = statistics.median(seconds)
    cells = (
        name,
        f"{median:.2f}",
        f"{seconds[0]:.2f}–{seconds[-1]:.2f}",
        f"{articles / median:,.0f}",
        f"{max(run.largest_process for run in runs) / _MEGABYTE:,.0f} MB",
        f"{runs[-1].files:,}",
        f"{runs[-1].size / _MEGABYTE:,.1f} MB",
    )
    return f"| {' | '.join(cells)} |"


def machine() -> str:
    """Processor, cores that may be used, operating system and Python."""
    model = platform.processor() or platform.machine()
    described = Path("/proc/cpuinfo")
    if described.is_file():
        for line in described.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                model = line.partition(":")[2].strip()
                break
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count()
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{model}, {cores} cores, {platform.system()}, {python}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    parser = argparse.ArgumentParser(description="Time newsarc on a synthetic archive.")
    parser.add_argument("--articles", type=int, default=10_000, metavar="N")
    parser.add_argument("--jobs", type=int, metavar="N", help="newsarc's own default if not given")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="of each kind of build")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--words", type=int, default=450, metavar="N", help="of a body, on average")
    parser.add_argument("--layout", choices=LAYOUTS, default="mixed")
    chosen = parser.parse_args(arguments)
    try:
        settings = ArchiveSettings(chosen.articles, chosen.seed, chosen.words, chosen.layout)
    except ValueError as error:
        parser.error(str(error))
    if chosen.runs < 1 or chosen.articles < 1:
        parser.error("--runs and --articles must be 1 or more")
    folder = Path(tempfile.mkdtemp(prefix="newsarc-measure-"))
    try:
        for line in measure(Builder(folder, chosen.jobs), settings, chosen.runs):
            print(line, flush=True)
    except BuildFailedError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

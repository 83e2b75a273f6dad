"""Time how long newsarc takes to read pasted text, and print a Markdown table.

    python benchmarks/reading.py --articles 500 --runs 5

The first article of a language is timed in a process of its own: it is then that the words of the
language are loaded.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

if not __package__:
    # Run as a script, Python looks for modules beside this file and not where the package is.
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from benchmarks.archive import sources
from benchmarks.pages import furnished_page, spanish_page
from benchmarks.settings import ArchiveSettings
from newsarc.model import Markup
from newsarc.reading.pasted import read_pasted

_WARM = 50
"""Articles read before any is timed."""
_FIRST = """
import sys, time
from newsarc.model import Markup
from newsarc.reading.pasted import read_pasted
text = sys.stdin.read()
start = time.perf_counter()
read_pasted(text, 0, Markup.TEXT)
print(time.perf_counter() - start)
"""


def measure(articles: int, runs: int, words: int) -> Iterator[str]:
    """Measure each kind of text; yields the lines of the report as they are known."""
    # No text is read twice: a reader remembers the lines that it has just seen.
    settings = ArchiveSettings(_WARM + articles * runs, words=words, layout="pasted")
    english = [text for _, text in sources(settings)]
    kinds = {
        f"English, {words} words": english[_WARM:],
        "English, 120 lines of furniture": list(map(furnished_page, english[_WARM:])),
        "Spanish": [spanish_page(number) for number in range(articles * runs)],
    }
    yield "| text | µs an article | fastest–slowest | first article, ms |"
    yield "|---|---:|---:|---:|"
    for name, texts in kinds.items():
        for text in english[:_WARM]:
            read_pasted(text, 0, Markup.TEXT)
        read_pasted(texts[0], 0, Markup.TEXT)
        batches = iter(texts)
        times = sorted(_time(list(islice(batches, articles))) for _ in range(runs))
        first = statistics.median(_time_of_first(texts[0]) for _ in range(runs))
        median = statistics.median(times)
        spread = f"{times[0]:,.0f}–{times[-1]:,.0f}"
        yield f"| {name} | {median:,.0f} | {spread} | {first:,.0f} |"


def _time(texts: Sequence[str]) -> float:
    """Microseconds of the processor for each of some texts."""
    start = time.process_time()
    for text in texts:
        read_pasted(text, 0, Markup.TEXT)
    return (time.process_time() - start) / len(texts) * 1e6


def _time_of_first(text: str) -> float:
    """Milliseconds that the first article of a process takes, imports not counted."""
    done = subprocess.run(
        [sys.executable, "-c", _FIRST],
        input=text,
        capture_output=True,
        check=True,
        encoding="utf-8",
        cwd=Path(__file__).resolve().parent.parent,
    )
    return float(done.stdout) * 1000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    parser = argparse.ArgumentParser(description="Time the reading of pasted text.")
    parser.add_argument("--articles", type=int, default=300, metavar="N", help="of each run")
    parser.add_argument("--runs", type=int, default=5, metavar="N")
    parser.add_argument("--words", type=int, default=450, metavar="N", help="of a body, on average")
    chosen = parser.parse_args(arguments)
    if min(chosen.articles, chosen.runs, chosen.words) < 1:
        parser.error("--articles, --runs and --words must be 1 or more")
    for line in measure(chosen.articles, chosen.runs, chosen.words):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

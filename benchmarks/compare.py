"""Build one synthetic archive with newsarc and with its peers, and print what each took.

    python benchmarks/compare.py --articles 10000 --runs 3

Peers are installed by pip and npm, as these are configured, into a folder that is used again.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

if not __package__:
    # Run as a script, Python looks for modules beside this file and not where the package is.
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from benchmarks.measure import machine
from benchmarks.newsroom import Newsroom
from benchmarks.peers import NEWSARC, PEERS
from benchmarks.peers.contender import BUILDS, Contender
from benchmarks.peers.kinds import count_kinds, expected_kinds, fewer
from benchmarks.peers.peer import Peer, PeerMissingError
from benchmarks.peers.report import Result, kinds_table, profile, table, with_section
from benchmarks.peers.stories import comparable
from benchmarks.runs import BuildFailedError
from benchmarks.settings import ArchiveSettings
from benchmarks.story import Story

RESULTS = Path(__file__).resolve().parent / "RESULTS.md"
_SPARE = 20
"""Stories beyond the archive; the newest of them is the one to add."""


@dataclass(slots=True)
class Comparison:
    """Runs programs by turns, so that a slower hour of the machine is slower for all."""

    folder: Path
    """For the projects of all; what is built lies on one file system."""
    limit: float
    """Seconds that a build may take."""
    once: Sequence[str] = ()
    """Keys of programs that are built one time only."""
    contenders: list[Contender] = field(default_factory=list)
    results: dict[str, Result] = field(default_factory=dict)
    """By the program's key."""
    missing: dict[str, str] = field(default_factory=dict)
    """Names of programs that are not compared, or not to the end, and why."""

    def enter(self, peer: Peer, programs: Path) -> None:
        """Install a program; without one, the comparison goes on. Raises OSError."""
        _tell(f"{peer.name}: setting up")
        try:
            program = peer.install(programs / peer.key)
        except PeerMissingError as error:
            self.missing[peer.name] = str(error)
            return
        contender = Contender(peer, program, self.folder / peer.key)
        peer.set_up(contender.project)
        self.contenders.append(contender)
        self.results[peer.key] = Result(contender.title)

    def write(self, stories: Iterator[Story]) -> Mapping[str, int]:
        """Give all programs the same articles; what files these must make at least, by kind.

        Raises OSError.
        """

        def written() -> Iterator[Story]:
            for story in stories:
                for contender in self.contenders:
                    contender.peer.write(contender.project, story)
                yield story

        return expected_kinds(written())

    def check(self, expected: Mapping[str, int]) -> None:
        """Build clean with each program, watch its memory and count its pages.

        Raises BuildFailedError if it is newsarc that fails or lacks pages, and OSError.
        """
        for contender in tuple(self.contenders):
            with self._going_on_without(contender):
                _tell(f"{contender.peer.name}: first build")
                run = contender.clean_build(self.limit, watched=True)
                result = self.results[contender.peer.key]
                result.memory, result.kinds = run.memory, count_kinds(contender.output)
                if lacks := fewer(result.kinds, expected):
                    raise BuildFailedError(f"it made {lacks}")
                if contender.peer.key in self.once:
                    result.runs[BUILDS[0]] = [run]

    def measure(self, runs: int, newest: Story) -> None:
        """Time the builds of every kind, a round of all programs after the other.

        Raises BuildFailedError if it is newsarc that fails, and OSError.
        """
        for number in range(1, runs + 1):
            for contender in tuple(self.contenders):
                if contender.peer.key in self.once:
                    continue
                with self._going_on_without(contender):
                    for build, run in contender.round(newest, self.limit):
                        _tell(f"{contender.peer.name}: {build} {number}: {run.seconds:.2f} s")
                        self.results[contender.peer.key].runs.setdefault(build, []).append(run)

    @contextmanager
    def _going_on_without(self, contender: Contender) -> Iterator[None]:
        try:
            yield
        except BuildFailedError as error:
            if contender.peer is NEWSARC:
                raise
            _tell(str(error))
            self.missing[contender.title] = str(error).splitlines()[-1]
            self.contenders.remove(contender)

    def report(self, expected: Mapping[str, int], archive: str) -> Iterator[str]:
        """The lines of the report, in Markdown."""
        results = tuple(self.results.values())
        yield f"{machine()}; {archive}."
        yield ""
        yield from table(results)
        yield ""
        yield from (f"Left out: {name}: {reason}." for name, reason in self.missing.items())
        yield "Peak memory is that of all processes of a clean build together, watched once."
        yield ""
        yield from kinds_table(results, expected)
        yield ""
        yield "Where newsarc's time goes; what two processes do at once counts for each of them:"
        yield ""
        yield from profile(self.results[NEWSARC.key].runs)


def compare(chosen: argparse.Namespace, settings: ArchiveSettings, folder: Path) -> str:
    """Run a whole comparison in an empty folder and return its report.

    Raises BuildFailedError if newsarc itself fails, and OSError.
    """
    comparison = Comparison(folder, chosen.limit, chosen.once)
    for peer in (NEWSARC, *(peer for peer in PEERS if peer.key in chosen.peers)):
        comparison.enter(peer, chosen.peers_folder)
    more = ArchiveSettings(
        settings.articles + _SPARE, settings.seed, settings.words, settings.layout
    )
    stories = comparable(Newsroom(more).stories())
    _tell(f"writing {settings.articles:,} articles for each")
    expected = comparison.write(islice(stories, settings.articles))
    newest = max(stories, key=lambda story: story.when)
    comparison.check(expected)
    comparison.measure(chosen.runs, newest)
    archive = f"{settings.articles:,} articles of {settings.words} words"
    return "\n".join(comparison.report(expected, archive))


def _tell(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def _keys(text: str) -> tuple[str, ...]:
    """Keys of peers as written on the command line; raises ArgumentTypeError."""
    keys = tuple(filter(None, text.split(",")))
    known = [peer.key for peer in PEERS]
    for key in keys:
        if key not in known:
            raise argparse.ArgumentTypeError(f"{key}: there is {', '.join(known)}")
    return keys


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Compare newsarc with its peers.")
    every = tuple(peer.key for peer in PEERS)
    parser.add_argument("--articles", type=int, default=10_000, metavar="N")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="of each kind of build")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--words", type=int, default=450, metavar="N", help="of a body, on average")
    parser.add_argument("--peers", type=_keys, default=every, metavar="PEER,…", help="default: all")
    parser.add_argument(
        "--once", type=_keys, default=(), metavar="PEER,…", help="a single clean build of these"
    )
    parser.add_argument(
        "--limit", type=float, default=900, metavar="SECONDS", help="of a build; default: 900"
    )
    parser.add_argument(
        "--peers-folder",
        type=Path,
        default=Path(tempfile.gettempdir()) / "newsarc-peers",
        metavar="FOLDER",
        help="where peers are installed and found again",
    )
    parser.add_argument("--write", action="store_true", help="also into benchmarks/RESULTS.md")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if chosen.runs < 1 or chosen.articles < 1 or chosen.limit <= 0:
        parser.error("--runs and --articles must be 1 or more, --limit more than 0")
    try:
        settings = ArchiveSettings(chosen.articles, chosen.seed, chosen.words, "front-matter")
    except ValueError as error:
        parser.error(str(error))
    chosen.peers_folder = chosen.peers_folder.absolute()
    folder = Path(tempfile.mkdtemp(prefix="newsarc-compare-"))
    try:
        report = compare(chosen, settings, folder)
        print(report, flush=True)
        if chosen.write:
            _write(report, settings.articles)
    except BuildFailedError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


def _write(report: str, articles: int) -> None:
    """Put a report into the results, in the place of the last one of an archive of that size."""
    text = RESULTS.read_text(encoding="utf-8")
    section = f"## Compared with its peers: {articles:,} articles\n\n{report}"
    RESULTS.write_text(with_section(text, f"peers, {articles} articles", section), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())

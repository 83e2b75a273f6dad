"""What the comparison has to know of a program."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.runs import put_aside
from benchmarks.story import Story

_SITES = Path(__file__).resolve().parent / "sites"


class PeerMissingError(Exception):
    """A program cannot be had or does not run here; the message says why, in one line."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program that is installed."""

    version: str
    command: tuple[str, ...]
    """Builds the site; it is run in the project's folder."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """Variables beyond this process's own."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator: how it is had, how it wants its articles, where it puts its pages."""

    key: str
    """Its name on the command line; its project's files are in ``sites/KEY``."""
    name: str
    install: Callable[[Path], Program]
    """Gets the program into a folder of its own, or takes what is there already.

    Raises PeerMissingError.
    """
    source: Callable[[Story], str]
    """The text of an article's source."""
    articles: str
    """The folder of sources, below the project's."""
    output: str
    """The folder of pages, below the project's."""
    caches: tuple[str, ...] = ()
    """Further files and folders that make a build other than the first one."""
    folder_page: Callable[[str], str] | None = None
    """The text of the source that each folder of articles must have to be a listing."""

    def set_up(self, project: Path) -> None:
        """Copy configuration and theme to a new folder. Raises OSError."""
        shutil.copytree(_SITES / self.key, project)

    def write(self, project: Path, story: Story) -> tuple[Path, ...]:
        """Write an article's source, and return all files that were made. Raises OSError."""
        pages = self._make_folder(project / self.articles, story.path.rpartition("/")[0])
        path = project / self.articles / story.path
        path.write_text(self.source(story), encoding="utf-8")
        return (path, *pages)

    def _make_folder(self, articles: Path, folder: str) -> list[Path]:
        """Make a folder, and where they are needed, the sources of its page and those above."""
        (articles / folder).mkdir(parents=True, exist_ok=True)
        made: list[Path] = []
        while folder and self.folder_page:
            page = articles / folder / "_index.md"
            if page.exists():
                break
            page.write_text(self.folder_page(folder), encoding="utf-8")
            made.append(page)
            folder = folder.rpartition("/")[0]
        return made

    def forget(self, project: Path) -> None:
        """Put aside the pages and all that is remembered of builds before. Raises OSError."""
        for name in (self.output, *self.caches):
            put_aside(project / name, project.parent)

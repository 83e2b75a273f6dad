"""Reading sources, a batch at a time, in this process or in another."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsarc.building.files import unreadable
from newsarc.building.settings import BuildSettings
from newsarc.catalog.entries import SourceEntry
from newsarc.catalog.source_rows import SourceRows, rows_of
from newsarc.config import Configuration
from newsarc.errors import Problem
from newsarc.model import Source
from newsarc.reading.reader import Reader
from newsarc.rendering.links import references
from newsarc.site.entries import entry_of


@dataclass(frozen=True, slots=True)
class BatchReading:
    """What reading a batch gave."""

    rows: tuple[SourceRows, ...]
    unreadable: tuple[str, ...]
    """Paths of the sources that gave no record."""
    problems: tuple[Problem, ...]
    """Why they gave none."""


def read_batch(settings: BuildSettings, sources: Sequence[Source]) -> BatchReading:
    """Read sources from the disk into what the catalog keeps of them."""
    reader = _reader(settings.configuration)
    rows: list[SourceRows] = []
    unreadable: list[str] = []
    problems: list[Problem] = []
    for source in sources:
        outcome = _read(reader, settings, source)
        if isinstance(outcome, SourceEntry):
            rows.append(rows_of(outcome))
        else:
            unreadable.append(source.path)
            problems += outcome
    return BatchReading(tuple(rows), tuple(unreadable), tuple(problems))


def _read(
    reader: Reader, settings: BuildSettings, source: Source
) -> SourceEntry | tuple[Problem, ...]:
    shown = f"{settings.articles_shown}/{source.path}"
    # Before the reading, so that an edit during it is seen by the next build.
    seen = time.time_ns()
    try:
        with open(f"{settings.articles}/{source.path}", "rb", buffering=0) as file:
            data = file.readall()
    except OSError as error:
        return (unreadable(shown, error),)
    reading = reader.read(source.path, data, shown)
    article = reading.article
    if article is None:
        return reading.problems
    listed = None
    if not article.draft:
        site, tags = settings.configuration.site, settings.configuration.tags
        named = references(reading.body, article.markup)
        listed = entry_of(article, site.language, tags.aliases, named)
    return SourceEntry(source, seen, article.digest, listed, reading.problems)


@lru_cache(maxsize=1)
def _reader(configuration: Configuration) -> Reader:
    return Reader(configuration)

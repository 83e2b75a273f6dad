"""Going through all sources for what an editor should look at."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from newsarc.building.files import unreadable
from newsarc.building.jobs import executor_for, in_batches
from newsarc.building.scan import scan
from newsarc.config import Configuration
from newsarc.errors import Problem
from newsarc.model import Source
from newsarc.reading.reader import Reader
from newsarc.reading.reviewing.questions import Remark, Threshold, remarks_on

_ERROR = "ERROR"
"""The code of what keeps a source from being read."""


class Review(NamedTuple):
    """What is looked through, and how."""

    articles: Path
    shown: str
    """What messages call the articles folder."""
    configuration: Configuration
    threshold: Threshold = "low"
    jobs: int = 1


def review(settings: Review) -> Iterator[Remark]:
    """What there is to look at in all sources, by path and line; read as it is asked for.

    Raises UsageError if there is no such folder.
    """
    found = scan(settings.articles, settings.shown)
    unusable = (_error(problem) for problem in found.problems if problem.severity == "error")
    read = _remarks_on_sources(settings, found.sources)
    return heapq.merge(unusable, read, key=lambda remark: remark.problem.path)


def _remarks_on_sources(settings: Review, sources: Sequence[Source]) -> Iterator[Remark]:
    with executor_for(settings.jobs, len(sources)) as executor:
        work = partial(_remarks_on_batch, settings)
        for remarks in in_batches(executor, settings.jobs, work, sources):
            yield from remarks


def _remarks_on_batch(settings: Review, sources: Sequence[Source]) -> tuple[Remark, ...]:
    reader = _reader(settings.configuration)
    return tuple(remark for source in sources for remark in _remarks_on(reader, settings, source))


def _remarks_on(reader: Reader, settings: Review, source: Source) -> Sequence[Remark]:
    shown = f"{settings.shown}/{source.path}"
    try:
        data = (settings.articles / source.path).read_bytes()
    except OSError as error:
        return [_error(unreadable(shown, error))]
    reading = reader.read(source.path, data, shown)
    if reading.article is None:
        return [_error(problem) for problem in reading.problems if problem.severity == "error"]
    return remarks_on(reading.article, shown, settings.threshold)


def _error(problem: Problem) -> Remark:
    return Remark(_ERROR, problem)


@lru_cache(maxsize=1)
def _reader(configuration: Configuration) -> Reader:
    return Reader(configuration)

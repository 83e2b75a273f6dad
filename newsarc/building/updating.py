"""Bringing the catalog up to date with the articles folder."""

from __future__ import annotations

import time
from functools import partial

from newsarc.building.differences import Difference
from newsarc.building.files import digest_file, unreadable
from newsarc.building.jobs import executor_for, in_batches
from newsarc.building.picture_sizes import size_of
from newsarc.building.report import Progress
from newsarc.building.settings import BuildSettings
from newsarc.building.sources import read_batch
from newsarc.catalog.catalog import Catalog
from newsarc.catalog.entries import ImageEntry
from newsarc.errors import Problem
from newsarc.site.routes import of_image


def update_sources(
    settings: BuildSettings, catalog: Catalog, changes: Difference, progress: Progress
) -> tuple[Problem, ...]:
    """Read what changed into the catalog; returns the errors."""
    catalog.remove_sources(changes.removed)
    done = 0
    problems: list[Problem] = []
    with executor_for(settings.jobs, len(changes.changed)) as executor:
        work = partial(read_batch, settings)
        for batch in in_batches(executor, settings.jobs, work, changes.changed):
            catalog.put_sources(batch.rows)
            catalog.remove_sources(batch.unreadable)
            catalog.folders.doubt(batch.unreadable)
            problems += batch.problems
            done += len(batch.rows) + len(batch.unreadable)
            progress("reading", done, len(changes.changed))
    return tuple(problems)


def update_images(
    settings: BuildSettings, catalog: Catalog, changes: Difference
) -> tuple[Problem, ...]:
    """Enter the pictures that changed into the catalog; returns the errors."""
    catalog.remove_images(changes.removed)
    problems = []
    entries = []
    for source in changes.changed:
        seen = time.time_ns()
        try:
            digest = digest_file(settings.articles / source.path)
        except OSError as error:
            shown = f"{settings.articles_shown}/{source.path}"
            problems.append(unreadable(shown, error))
            catalog.remove_images([source.path])
            catalog.folders.doubt([source.path])
            continue
        size = size_of(settings.articles / source.path)
        entries.append(ImageEntry(source, seen, digest, of_image(source.path, digest), size))
    catalog.put_images(entries)
    return tuple(problems)

"""Rendering the whole site into the staging folder, in as many processes as asked for."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path

from newsarc.building.files import digest_file
from newsarc.building.jobs import executor_for, in_batches
from newsarc.building.pages import make_theme, reason_to_write, render_batch, stage
from newsarc.building.report import Progress
from newsarc.building.settings import BuildSettings
from newsarc.catalog.catalog import Catalog
from newsarc.catalog.entries import StagedFile
from newsarc.catalog.queries import CatalogReader
from newsarc.config import Configuration
from newsarc.errors import Problem, ProblemsError
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.plan import all_keys


def stage_site(
    settings: BuildSettings,
    catalog: Catalog,
    reader: CatalogReader,
    blocked: Collection[str],
    progress: Progress,
) -> None:
    """Render every page, and copy every asset and picture, that the site lacks.

    ``blocked`` are former addresses that get no page. Raises ProblemsError, TemplateProblemError
    and OSError.
    """
    wanted = partial(_wanted, reader, settings.configuration, blocked)
    for route, content in make_theme(settings).assets().items():
        catalog.ledger.stage([stage(settings, reader, route, content)])
    for route, path, digest in reader.articles.images():
        catalog.ledger.stage([_stage_image(settings, reader, route, path, digest)])
    total = sum(1 for _ in wanted())
    done = 0
    work = partial(render_batch, settings, f"{os.getpid()}-{time.time_ns()}")
    with executor_for(settings.jobs, total) as executor:
        for files in in_batches(executor, settings.jobs, work, wanted()):
            catalog.ledger.stage(files)
            done += len(files)
            progress("rendering", done, total)


def _wanted(
    reader: CatalogReader, configuration: Configuration, blocked: Collection[str]
) -> Iterator[PageKey]:
    for key in all_keys(reader, configuration):
        if key.kind is not PageKind.REDIRECT or key.name not in blocked:
            yield key


def _stage_image(
    settings: BuildSettings, reader: CatalogReader, route: str, path: str, digest: str
) -> StagedFile:
    source = settings.articles / path
    reason = reason_to_write(settings.output, reader, route, digest)
    if not reason:
        return StagedFile(route, digest, 0, 0, "")
    file = settings.staged_path(route)
    _copy(source, file)
    if digest_file(file) != digest:
        shown = f"{settings.articles_shown}/{path}"
        message = "was changed while the site was built"
        raise ProblemsError([Problem(shown, message, hint="build again")])
    stat = file.stat()
    return StagedFile(route, digest, stat.st_size, stat.st_mtime_ns, reason)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)

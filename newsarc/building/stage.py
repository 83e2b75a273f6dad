"""Rendering into the staging folder: the whole site, or what is stale of it."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from newsarc.building.files import digest_file
from newsarc.building.jobs import executor_for, in_batches
from newsarc.building.pages import (
    Commission,
    close_workshop,
    make_theme,
    render_batch,
    stage,
)
from newsarc.building.report import Progress
from newsarc.building.settings import BuildSettings
from newsarc.building.standing import CHANGED, standing_of
from newsarc.building.timings import Timings
from newsarc.catalog.catalog import Catalog
from newsarc.catalog.entries import StagedFile
from newsarc.catalog.queries import CatalogReader
from newsarc.errors import Problem, ProblemsError
from newsarc.site.keys import PageKey, PageKind, file_key, key_from_text, route_of_file
from newsarc.site.plan import all_keys


@dataclass(frozen=True, slots=True)
class Staging:
    """Where and for what files are staged."""

    settings: BuildSettings
    catalog: Catalog
    reader: CatalogReader
    site: str
    """Fingerprint of what shapes pages besides their views."""
    reason: str
    """What of that changed, if all pages are looked at for that."""
    blocked: Collection[str]
    """Former addresses that get no page."""
    progress: Progress
    timings: Timings


def stage_site(staging: Staging) -> None:
    """Render every page, and copy every asset and picture, that the site lacks.

    Raises ProblemsError, TemplateProblemError and OSError.
    """
    ledger = staging.catalog.ledger
    for route, content in make_theme(staging.settings, staging.site).assets().items():
        ledger.stage([_stage_asset(staging, route, content)])
    for route, path, digest in staging.reader.articles.images():
        ledger.stage([_stage_image(staging, route, path, digest)])

    def wanted() -> Iterator[PageKey]:
        return _unblocked(all_keys(staging.reader, staging.settings.configuration), staging)

    with staging.timings.step("plan"):
        total = sum(1 for _ in wanted())
    for files in _rendered(staging, wanted(), total, only_stale=False):
        ledger.stage(_for(staging.reason, files) if staging.reason else files)


def stage_stale(staging: Staging, stale: Mapping[str, str]) -> None:
    """Render the pages of stale keys, and copy stale assets and pictures, as far as there are any.

    ``stale`` gives the reasons. Raises ProblemsError, TemplateProblemError and OSError.
    """
    ledger = staging.catalog.ledger
    routes = [route for route in map(route_of_file, stale) if route is not None]
    ledger.stage(_because(stale, _stale_files(staging, routes)))
    keys = [key for key in map(key_from_text, stale) if key is not None]
    wanted = list(_unblocked(keys, staging))
    for files in _rendered(staging, wanted, len(wanted), only_stale=True):
        ledger.stage(_because(stale, files))


def _because(stale: Mapping[str, str], files: Iterable[StagedFile]) -> Iterator[StagedFile]:
    """Files with the reason why they were looked at, where they are to be written."""
    return (file._replace(reason=stale[file.key]) if file.reason else file for file in files)


def _for(reason: str, files: Iterable[StagedFile]) -> Iterator[StagedFile]:
    """Files of which those that say something else now do so for a reason."""
    return (file._replace(reason=reason) if file.reason == CHANGED else file for file in files)


def _unblocked(keys: Iterable[PageKey], staging: Staging) -> Iterator[PageKey]:
    for key in keys:
        if key.kind is not PageKind.REDIRECT or key.name not in staging.blocked:
            yield key


def _rendered(
    staging: Staging, keys: Iterable[PageKey], total: int, *, only_stale: bool
) -> Iterator[tuple[StagedFile, ...]]:
    settings = staging.settings
    build = f"{os.getpid()}-{time.time_ns()}"
    is_new = staging.catalog.ledger.is_empty() and _is_empty(settings)
    commission = Commission(settings, build, staging.site, only_stale, is_new)
    work = partial(render_batch, commission)
    done = 0
    try:
        with executor_for(settings.jobs, total) as executor:
            for batch in in_batches(executor, settings.jobs, work, keys):
                yield batch.files
                done += len(batch.files)
                staging.timings.add("plan", batch.planning)
                staging.timings.add("render", batch.rendering)
                staging.progress("rendering", done, total)
    finally:
        close_workshop(commission)


def _is_empty(settings: BuildSettings) -> bool:
    """Whether the output folder holds nothing but staging."""
    return all(path == settings.staging for path in settings.output.iterdir())


def _stale_files(staging: Staging, routes: Collection[str]) -> Iterator[StagedFile]:
    assets = make_theme(staging.settings, staging.site).assets() if routes else {}
    for route in routes:
        image = staging.reader.articles.image_at(route)
        if route in assets:
            yield _stage_asset(staging, route, assets[route])
        elif image is not None:
            yield _stage_image(staging, route, *image)


def _stage_asset(staging: Staging, route: str, content: bytes) -> StagedFile:
    standing = standing_of(staging.settings.output, staging.reader, route)
    return stage(staging.settings, standing, content, file_key(route))


def _stage_image(staging: Staging, route: str, path: str, digest: str) -> StagedFile:
    settings = staging.settings
    source = settings.articles / path
    reason = standing_of(settings.output, staging.reader, route).reason_to_write(digest)
    if not reason:
        return StagedFile(route, digest, 0, 0, "", file_key(route))
    file = Path(settings.staged, route)
    _copy(source, file)
    if digest_file(file) != digest:
        shown = f"{settings.articles_shown}/{path}"
        message = "was changed while the site was built"
        raise ProblemsError([Problem(shown, message, hint="build again")])
    stat = file.stat()
    return StagedFile(route, digest, stat.st_size, stat.st_mtime_ns, reason, file_key(route))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)

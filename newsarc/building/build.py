"""The build, from the folder of articles to the site.

scan → read what changed → catalog → plan → render → publish. Nothing is published unless all of it
could be read and rendered, so a build that fails leaves the site as it was.

What reads and renders is imported only where there is something to do: that keeps a build with
nothing to do below the time that starting those libraries takes.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass, replace

from newsarc.building.differences import Difference, difference
from newsarc.building.fingerprints import code_fingerprint
from newsarc.building.publish import is_intact, publish
from newsarc.building.report import BuildReport, Progress, no_progress
from newsarc.building.scan import Scan, scan
from newsarc.building.settings import BuildSettings, require_apart
from newsarc.building.staging import empty_staging
from newsarc.catalog.catalog import Catalog, is_damage
from newsarc.catalog.queries import CatalogReader
from newsarc.errors import CatalogError, Problem, ProblemsError, has_errors
from newsarc.rendering.theme_files import read_theme_files, template_folders
from newsarc.site.shared_addresses import shared_address_warnings

_CODE, _SITE, _OUTPUT = "code", "site", "output"
"""Names in the catalog's meta table: what records were read with, what the published site was made
with (empty while a build is under way), and the folder that the ledger is of."""


@dataclass(frozen=True, slots=True)
class _Start:
    """What a build starts from."""

    scan: Scan
    sources: Difference
    images: Difference
    site: str
    """Fingerprint of what shapes pages: code, libraries, configuration and templates."""


def build(settings: BuildSettings, progress: Progress = no_progress) -> BuildReport:
    """Bring the site up to date.

    Returns a report that names what could not be published. Raises UsageError without an articles
    folder of its own, TemplateProblemError, CatalogError, and OSError where the disk refuses.
    """
    started = time.perf_counter()
    require_apart(settings)
    try:
        try:
            report = _build(settings, progress)
        except sqlite3.DatabaseError as error:
            if settings.clean or not is_damage(error):
                raise
            # A damage that opening did not meet: start over from the sources.
            report = _build(replace(settings, clean=True), progress)
    except sqlite3.OperationalError as error:
        raise CatalogError(f"{settings.catalog}: the catalog cannot be used: {error}") from error
    return replace(report, seconds=time.perf_counter() - started)


def _build(settings: BuildSettings, progress: Progress) -> BuildReport:
    found = scan(settings.articles, settings.articles_shown)
    with Catalog(settings.catalog, clean=settings.clean) as catalog:
        start = _start(settings, catalog, found)
        report = _nothing_to_do(catalog, settings, start)
        return report or _rebuild(catalog, settings, start, progress)


def _start(settings: BuildSettings, catalog: Catalog, found: Scan) -> _Start:
    code = code_fingerprint(settings.configuration)
    theme = read_theme_files(template_folders(settings.templates)).fingerprint()
    if catalog.meta(_CODE) != code:
        catalog.forget_sources()
        catalog.set_meta(_CODE, code)
    if catalog.meta(_OUTPUT) != str(settings.output):
        catalog.ledger.forget()
        catalog.set_meta(_OUTPUT, str(settings.output))
        catalog.set_meta(_SITE, "")
    sources = difference(settings.articles, found.sources, catalog.source_states())
    images = difference(settings.articles, found.images, catalog.image_states())
    catalog.confirm_sources(sources.confirmed)
    catalog.confirm_images(images.confirmed)
    return _Start(found, sources, images, f"{code} {theme}")


def _nothing_to_do(catalog: Catalog, settings: BuildSettings, start: _Start) -> BuildReport | None:
    """A report if the site is as it should be."""
    if start.sources or start.images or catalog.meta(_SITE) != start.site:
        return None
    if has_errors(start.scan.problems):
        return None
    pages = 0
    for file in catalog.ledger.files():
        pages += 1
        if not is_intact(settings.output, file):
            return None
    catalog.commit()
    return BuildReport(
        kept=pages,
        articles=catalog.articles_count(),
        undated=catalog.undated_count(),
        pages=pages,
        problems=(*start.scan.problems, *_warnings(catalog, settings)),
    )


def _rebuild(
    catalog: Catalog, settings: BuildSettings, start: _Start, progress: Progress
) -> BuildReport:
    from newsarc.building.updating import update_images, update_sources

    problems = (
        *start.scan.problems,
        *update_sources(settings, catalog, start.sources, progress),
        *update_images(settings, catalog, start.images),
    )
    if has_errors(problems) and not settings.keep_going:
        catalog.roll_back()
        return _failed(start, problems)
    return _render(catalog, settings, start, problems, progress)


def _render(
    catalog: Catalog,
    settings: BuildSettings,
    start: _Start,
    problems: tuple[Problem, ...],
    progress: Progress,
) -> BuildReport:
    from newsarc.building.stage import stage_site
    from newsarc.site.plan.collisions import alias_conflicts

    catalog.settle()
    catalog.set_meta(_SITE, "")
    catalog.ledger.clear_stage()
    catalog.commit()  # workers read what is committed
    with closing(CatalogReader(settings.catalog)) as reader:
        conflicts = alias_conflicts(reader, settings.configuration, settings.articles_shown)
        problems += conflicts.problems
        if conflicts.problems and not settings.keep_going:
            return _failed(start, problems)
        with empty_staging(settings):
            try:
                stage_site(settings, catalog, reader, conflicts.routes, progress)
            except ProblemsError as error:
                catalog.roll_back()
                return _failed(start, (*problems, *error.problems))
            return _publish(catalog, settings, start, problems)


def _publish(
    catalog: Catalog, settings: BuildSettings, start: _Start, problems: tuple[Problem, ...]
) -> BuildReport:
    pages, to_write = catalog.ledger.staged_count()
    removed = 0
    changes = []
    for change in publish(settings, catalog):
        removed += not change.written
        if settings.explain:
            changes.append(change)
    # With errors the next build has to look again, for they are not in the catalog.
    catalog.set_meta(_SITE, "" if has_errors(problems) else start.site)
    catalog.commit()
    return BuildReport(
        read=len(start.sources.changed),
        rendered=to_write,
        kept=pages - to_write,
        removed=removed,
        articles=catalog.articles_count(),
        undated=catalog.undated_count(),
        pages=pages,
        problems=(*problems, *_warnings(catalog, settings)),
        changes=tuple(changes),
    )


def _failed(start: _Start, problems: tuple[Problem, ...]) -> BuildReport:
    """The report of a build that publishes nothing."""
    return BuildReport(read=len(start.sources.changed), problems=problems)


def _warnings(catalog: Catalog, settings: BuildSettings) -> tuple[Problem, ...]:
    """What editors should know of the articles that are published."""
    with closing(CatalogReader(settings.catalog)) as reader:
        shared = shared_address_warnings(reader, settings.articles_shown)
    return (*catalog.warnings(), *shared)

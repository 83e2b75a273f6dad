"""The build, from the folder of articles to the site.

scan → read what changed → catalog → plan → render → publish. Nothing is published unless all of it
could be read and rendered, so a build that fails leaves the site as it was.

Where the site was made with what is here now, and few articles changed, only pages that these make
stale are planned; else all are. Either way only pages with another view than before are rendered,
and only files with other bytes written.

What reads and renders is imported only where there is something to do: that keeps a build with
nothing to do below the time that starting those libraries takes.
"""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import dataclass, replace

from newsarc.building.publish import publish
from newsarc.building.report import BuildReport, Progress, no_progress
from newsarc.building.scan import require_folder
from newsarc.building.settings import BuildSettings, require_apart
from newsarc.building.staging import empty_staging, remove_left_staging
from newsarc.building.starting import PARTS, SITE, Start, start_of
from newsarc.building.theme_warnings import theme_warnings
from newsarc.building.timings import Timings
from newsarc.catalog.catalog import Catalog, unusable
from newsarc.catalog.connecting import FAILURES, REFUSALS, is_damage
from newsarc.catalog.queries import CatalogReader
from newsarc.errors import Problem, ProblemsError, has_errors
from newsarc.site.shared_addresses import shared_address_warnings
from newsarc.site.shared_ids import shared_id_warnings


def build(settings: BuildSettings, progress: Progress = no_progress) -> BuildReport:
    """Bring the site up to date.

    Returns a report that names what could not be published. Raises UsageError without an articles
    folder of its own, TemplateProblemError, CatalogError, and OSError where the disk refuses.
    """
    started = time.perf_counter()
    timings = Timings()
    require_apart(settings)
    try:
        try:
            report = _build(settings, progress, timings)
        except FAILURES as error:
            if settings.clean or not is_damage(error):
                raise
            # A damage that opening did not meet: start over from the sources.
            report = _build(replace(settings, clean=True), progress, timings)
            report = _made_anew(report, settings)
    except REFUSALS as error:
        raise unusable(settings.catalog, error) from error
    seconds = time.perf_counter() - started
    return replace(report, seconds=seconds, timings=timings.seconds())


def _build(settings: BuildSettings, progress: Progress, timings: Timings) -> BuildReport:
    require_folder(settings.articles, settings.articles_shown)
    with Catalog(settings.catalog, clean=settings.clean) as catalog:
        with timings.step("scan"):
            start = start_of(settings, catalog)
        if start.is_up_to_date(catalog):
            return _nothing_to_do(catalog, settings, start)
        report = _Building(settings, catalog, start, progress, timings).run()
        return _made_anew(report, settings) if catalog.was_damaged else report


def _made_anew(report: BuildReport, settings: BuildSettings) -> BuildReport:
    """The report of a build that found the catalog damaged."""
    message = "the catalog was damaged, and was made anew from the articles"
    hint = "if it happens again, look at the disk"
    problem = Problem(str(settings.catalog), message, hint=hint, severity="warning")
    return replace(report, problems=(*report.problems, problem))


def _nothing_to_do(catalog: Catalog, settings: BuildSettings, start: Start) -> BuildReport:
    of_theme = theme_warnings(settings, catalog, start.site)
    catalog.commit()
    remove_left_staging(settings)
    files = catalog.ledger.count()
    return BuildReport(
        kept=files,
        articles=catalog.articles_count(),
        undated=catalog.undated_count(),
        pages=files,
        problems=(*start.changes.problems, *_warnings(catalog, settings), *of_theme),
    )


@dataclass(frozen=True, slots=True)
class _Building:
    """A build that has something to do."""

    settings: BuildSettings
    catalog: Catalog
    start: Start
    progress: Progress
    timings: Timings

    def run(self) -> BuildReport:
        problems = (*self.start.changes.problems, *self._update())
        if has_errors(problems) and not self.settings.keep_going:
            self.catalog.roll_back()
            return self._failed(problems)
        self.catalog.ledger.clear_stage()
        self.catalog.commit()  # workers read what is committed
        return self._render(problems)

    def _update(self) -> tuple[Problem, ...]:
        """Bring the catalog up to date; returns the errors."""
        from newsarc.building.changing import change_catalog
        from newsarc.building.updating import update_images, update_sources

        settings, catalog, changes = self.settings, self.catalog, self.start.changes
        if self.start.only_stale:
            return change_catalog(settings, catalog, changes, self.progress, self.timings)
        with self.timings.step("read"):
            problems = (
                *update_sources(settings, catalog, changes.sources, self.progress),
                *update_images(settings, catalog, changes.images),
            )
        if not has_errors(problems) or settings.keep_going:
            with self.timings.step("catalog"):
                catalog.settle()
            # All is planned, until it is published.
            catalog.set_meta(SITE, "")
            catalog.ledger.forget_stale()
        return problems

    def _render(self, problems: tuple[Problem, ...]) -> BuildReport:
        from newsarc.building.stage import Staging, stage_site, stage_stale
        from newsarc.site.plan.collisions import alias_conflicts, may_conflict

        settings, catalog = self.settings, self.catalog
        with closing(CatalogReader(settings.catalog)) as reader:
            stale = catalog.ledger.stale() if self.start.only_stale else {}
            blocked: frozenset[str] = frozenset()
            with self.timings.step("plan"):
                if not self.start.only_stale or may_conflict(reader, stale):
                    conflicts = alias_conflicts(
                        reader, settings.configuration, settings.articles_shown
                    )
                    problems += conflicts.problems
                    blocked = conflicts.routes
            only_stale = self.start.only_stale and not blocked
            if blocked:
                # The next build has to look again, for conflicts are not in the catalog.
                catalog.set_meta(SITE, "")
                catalog.ledger.forget_stale()
                catalog.commit()
                if not settings.keep_going:
                    return self._failed(problems)
            with empty_staging(settings):
                staging = Staging(
                    settings,
                    catalog,
                    reader,
                    self.start.site,
                    self.start.reason,
                    blocked,
                    self.progress,
                    self.timings,
                )
                try:
                    if only_stale:
                        stage_stale(staging, stale)
                    else:
                        stage_site(staging)
                except ProblemsError as error:
                    catalog.roll_back()
                    return self._failed((*problems, *error.problems))
                mark = "" if blocked else self.start.site
                return self._publish(problems, mark, only_stale=only_stale)

    def _publish(
        self, problems: tuple[Problem, ...], mark: str, *, only_stale: bool
    ) -> BuildReport:
        settings, catalog = self.settings, self.catalog
        _, to_write = catalog.ledger.staged_count()
        removed = 0
        changes = []
        with self.timings.step("write"):
            for change in publish(settings, catalog, only_stale=only_stale):
                removed += not change.written
                if settings.explain:
                    changes.append(change)
            catalog.set_meta(SITE, mark)
            if mark and self.start.parts:
                catalog.set_meta(PARTS, self.start.parts)
            of_theme = theme_warnings(settings, catalog, self.start.site)
            catalog.commit()
        pages = catalog.ledger.count()
        return BuildReport(
            read=len(self.start.changes.sources.changed),
            rendered=to_write,
            kept=pages - to_write,
            removed=removed,
            articles=catalog.articles_count(),
            undated=catalog.undated_count(),
            pages=pages,
            problems=(*problems, *_warnings(catalog, settings), *of_theme),
            changes=tuple(changes),
        )

    def _failed(self, problems: tuple[Problem, ...]) -> BuildReport:
        """The report of a build that publishes nothing."""
        return BuildReport(read=len(self.start.changes.sources.changed), problems=problems)


def _warnings(catalog: Catalog, settings: BuildSettings) -> tuple[Problem, ...]:
    """What editors should know of the articles that are published."""
    with closing(CatalogReader(settings.catalog)) as reader:
        shown = settings.articles_shown
        shared = (*shared_address_warnings(reader, shown), *shared_id_warnings(reader, shown))
    return (*catalog.warnings(), *shared)

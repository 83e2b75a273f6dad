"""Rendering pages, a batch at a time, in this process or in another, into the staging folder."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from stat import S_ISDIR

from newsarc.building.ownership import is_own
from newsarc.building.settings import BuildSettings
from newsarc.catalog.entries import StagedFile
from newsarc.catalog.queries import CatalogReader
from newsarc.errors import Problem, ProblemsError
from newsarc.model import Article
from newsarc.reading.reader import body_text
from newsarc.rendering.bodies import BodyRenderer
from newsarc.rendering.environment import Theme, template_folders
from newsarc.rendering.feeds import json_feed
from newsarc.rendering.structured_data import json_ld
from newsarc.site.keys import PageKey
from newsarc.site.plan import Planner
from newsarc.site.views import FeedView


@dataclass(frozen=True, slots=True)
class Workshop:
    """All that rendering a page needs."""

    catalog: CatalogReader
    planner: Planner
    theme: Theme


def render_batch(
    settings: BuildSettings, build: str, keys: Sequence[PageKey]
) -> tuple[StagedFile, ...]:
    """Plan and render pages; those that the site lacks, or has otherwise, are left in staging.

    ``build`` is a name that no other build has. Raises ProblemsError for a source that changed
    under the build, and TemplateProblemError.
    """
    workshop = _workshop(settings, build, os.getpid())
    staged = []
    for key in keys:
        page = workshop.planner.page(key)
        content = (
            json_feed(page.view, settings.configuration)
            if isinstance(page.view, FeedView) and page.template == "feed.json"
            else workshop.theme.render(page)
        )
        staged.append(stage(settings, workshop.catalog, page.route, content))
    return tuple(staged)


def stage(
    settings: BuildSettings, catalog: CatalogReader, route: str, content: bytes
) -> StagedFile:
    """Put a file into staging, unless the site has it just so."""
    digest = hashlib.sha256(content).hexdigest()
    reason = reason_to_write(settings.output, catalog, route, digest)
    if not reason:
        return StagedFile(route, digest, len(content), 0, "")
    file = settings.staged_path(route)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return StagedFile(route, digest, len(content), file.stat().st_mtime_ns, reason)


def reason_to_write(output: Path, catalog: CatalogReader, route: str, digest: str) -> str:
    """Why a file has to be written; empty if it is there as the ledger says.

    Raises ProblemsError if a file stands there that newsarc did not write.
    """
    written = catalog.written(route)
    file = output / route
    try:
        stat = file.stat()
    except FileNotFoundError:
        return "it is missing" if written and written.size >= 0 else "it is new"
    except NotADirectoryError:
        for parent in PurePosixPath(route).parents:
            if (output / parent).is_file() and not catalog.written(parent.as_posix()):
                _require_own(output / parent)
        return "it is new"
    if written is None:
        if not (S_ISDIR(stat.st_mode) and catalog.has_written_below(route)):
            _require_own(file)
        return "it is from another build"
    if (stat.st_size, stat.st_mtime_ns) != (written.size, written.modified):
        return "it was changed by something else"
    return "" if written.digest == digest else "it says something else now"


def _require_own(file: Path) -> None:
    if not is_own(file):
        problem = Problem(
            str(file),
            "is in the way, and was not written by newsarc",
            hint="move it away, or name another folder with --output",
        )
        raise ProblemsError([problem])


@lru_cache(maxsize=1)
def _workshop(settings: BuildSettings, build: str, process: int) -> Workshop:
    """The workshop for a build; ``process`` keeps forks from sharing a connection."""
    del build, process
    configuration = settings.configuration
    catalog = CatalogReader(settings.catalog)
    return Workshop(
        catalog,
        Planner(catalog, configuration, _BodyLoader(settings)),
        make_theme(settings),
    )


def make_theme(settings: BuildSettings) -> Theme:
    """The theme with everything that its templates call."""
    configuration = settings.configuration
    return Theme(
        template_folders(settings.templates),
        configuration,
        BodyRenderer(configuration).html,
        json_ld,
    )


@dataclass(frozen=True, slots=True)
class _BodyLoader:
    """Reads the body of an article from its source."""

    settings: BuildSettings

    def __call__(self, article: Article) -> str:
        data = (self.settings.articles / article.path).read_bytes()
        if hashlib.sha256(data).hexdigest() != article.digest:
            shown = f"{self.settings.articles_shown}/{article.path}"
            raise ProblemsError(
                [Problem(shown, "was changed while the site was built", hint="build again")]
            )
        return body_text(data.decode(article.encoding), article.body)

"""Rendering pages, a batch at a time, in this process or in another, into the staging folder."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from newsarc.building.settings import BuildSettings
from newsarc.building.staging import write_staged
from newsarc.building.standing import NEW, Standing, standing_of
from newsarc.catalog.entries import StagedFile
from newsarc.catalog.queries import CatalogReader
from newsarc.errors import Problem, ProblemsError
from newsarc.model import Article, Page
from newsarc.reading.reader import body_text
from newsarc.rendering.bodies import BodyRenderer
from newsarc.rendering.compiled_templates import CompiledTemplates
from newsarc.rendering.environment import Theme, template_folders
from newsarc.rendering.feeds import json_feed
from newsarc.rendering.structured_data import json_ld
from newsarc.site.keys import PageKey, key_to_text
from newsarc.site.plan import Planner
from newsarc.site.views import FeedView


@dataclass(frozen=True, slots=True)
class Workshop:
    """All that rendering a page needs."""

    catalog: CatalogReader
    planner: Planner
    theme: Theme


@dataclass(frozen=True, slots=True)
class Commission:
    """What a build wants of those who render for it. Sent to workers."""

    settings: BuildSettings
    build: str
    """A name that no other build has."""
    site: str
    """Fingerprint of what shapes pages besides their views."""
    only_stale: bool = False
    """Whether some of the keys may be of pages that there are no more."""
    is_new: bool = False
    """Whether the site has no file yet, so that none needs to be looked for."""


@dataclass(frozen=True, slots=True)
class RenderedBatch:
    """What rendering a batch gave."""

    files: tuple[StagedFile, ...]
    planning: float
    """Seconds."""
    rendering: float


def render_batch(commission: Commission, keys: Sequence[PageKey]) -> RenderedBatch:
    """Plan pages, and render those of which the site does not have the very view.

    Those whose bytes it lacks, or has otherwise, are left in staging. Raises ProblemsError for a
    source that changed under the build, and TemplateProblemError.
    """
    workshop = _workshop(commission.settings, commission.site, commission.build, os.getpid())
    files = []
    planning = rendering = 0.0
    for key in keys:
        started = time.perf_counter()
        page = _page(workshop.planner, key, may_be_gone=commission.only_stale)
        planned = time.perf_counter()
        if page is not None:
            files.append(_made(commission, workshop, key, page))
        planning += planned - started
        rendering += time.perf_counter() - planned
    return RenderedBatch(tuple(files), planning, rendering)


def _page(planner: Planner, key: PageKey, *, may_be_gone: bool) -> Page | None:
    try:
        return planner.page(key)
    except KeyError:
        if may_be_gone:
            return None
        raise


def _made(commission: Commission, workshop: Workshop, key: PageKey, page: Page) -> StagedFile:
    settings = commission.settings
    text = key_to_text(key)
    view = _view_digest(commission.site, page)
    standing = (
        Standing(page.route, None, NEW)
        if commission.is_new
        else standing_of(settings.output, workshop.catalog, page.route)
    )
    written = standing.written
    if not standing.reason and written is not None and written.view == view:
        return StagedFile(page.route, written.digest, written.size, 0, "", text, view)
    content = (
        json_feed(page.view, settings.configuration)
        if isinstance(page.view, FeedView) and page.template == "feed.json"
        else workshop.theme.render(page)
    )
    return stage(settings, standing, content, text, view)


def _view_digest(site: str, page: Page) -> bytes:
    """A digest of all that the bytes of a page follow from."""
    digest = hashlib.sha256(f"{site}\0{page.template}\0".encode())
    digest.update(msgspec.msgpack.encode(page.view))
    return digest.digest()[:16]


def stage(
    settings: BuildSettings, standing: Standing, content: bytes, key: str, view: bytes = b""
) -> StagedFile:
    """Put a file into staging, unless the site has it just so."""
    digest = hashlib.sha256(content).hexdigest()
    reason = standing.reason_to_write(digest)
    modified = write_staged(settings, standing.route, content) if reason else 0
    return StagedFile(standing.route, digest, len(content), modified, reason, key, view)


@lru_cache(maxsize=1)
def _workshop(settings: BuildSettings, site: str, build: str, process: int) -> Workshop:
    """The workshop for a build; ``process`` keeps forks from sharing a connection."""
    del build, process
    configuration = settings.configuration
    catalog = CatalogReader(settings.catalog)
    return Workshop(
        catalog,
        Planner(catalog, configuration, _BodyLoader(settings)),
        make_theme(settings, site),
    )


def make_theme(settings: BuildSettings, site: str) -> Theme:
    """The theme with everything that its templates call.

    ``site`` is the fingerprint of what shapes pages besides their views.
    """
    configuration = settings.configuration
    return Theme(
        template_folders(settings.templates),
        configuration,
        BodyRenderer(configuration).html,
        json_ld,
        CompiledTemplates(settings.compiled_templates, site),
    )


@dataclass(frozen=True, slots=True)
class _BodyLoader:
    """Reads the body of an article from its source."""

    settings: BuildSettings

    def __call__(self, article: Article) -> str:
        with open(f"{self.settings.articles}/{article.path}", "rb", buffering=0) as file:
            data = file.readall()
        if hashlib.sha256(data).hexdigest() != article.digest:
            shown = f"{self.settings.articles_shown}/{article.path}"
            raise ProblemsError(
                [Problem(shown, "was changed while the site was built", hint="build again")]
            )
        return body_text(data.decode(article.encoding), article.body)

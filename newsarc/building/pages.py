"""Rendering pages, a batch at a time, in this process or in another, into the staging folder."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator, Sequence
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

_GROUP = 1_000_000
"""Bytes of the views that are in memory at once, and about as many of the pages made of them."""


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


@dataclass(frozen=True, slots=True)
class _Planned:
    """A page to be made."""

    key: str
    page: Page
    view: bytes
    """A digest of all that its bytes follow from."""


def render_batch(commission: Commission, keys: Sequence[PageKey]) -> RenderedBatch:
    """Plan pages, and render those of which the site does not have the very view.

    Those whose bytes it lacks, or has otherwise, are left in staging. Each step is done for a
    group of pages before the next one: page by page it took a tenth longer, as the processor never
    had the code of a step at hand. Raises ProblemsError for a source that changed under the build,
    and TemplateProblemError.
    """
    workshop = _workshop_of(commission)
    files: list[StagedFile] = []
    planning = rendering = 0.0
    rest = iter(keys)
    while True:
        started = time.perf_counter()
        group = _planned_group(commission, workshop.planner, rest)
        planned = time.perf_counter()
        planning += planned - started
        if not group:
            return RenderedBatch(tuple(files), planning, rendering)
        files += _made(commission, workshop, group)
        rendering += time.perf_counter() - planned


def _planned_group(
    commission: Commission, planner: Planner, keys: Iterator[PageKey]
) -> list[_Planned]:
    """The pages of the next keys, as many as may be in memory at once; none after the last."""
    group = []
    size = 0
    for key in keys:
        page = _page(planner, key, may_be_gone=commission.only_stale)
        if page is None:
            continue
        view = msgspec.msgpack.encode(page.view)
        group.append(_Planned(key_to_text(key), page, _digest(commission.site, page, view)))
        size += len(view)
        if size > _GROUP:
            break
    return group


def _page(planner: Planner, key: PageKey, *, may_be_gone: bool) -> Page | None:
    try:
        return planner.page(key)
    except KeyError:
        if may_be_gone:
            return None
        raise


def _digest(site: str, page: Page, view: bytes) -> bytes:
    digest = hashlib.sha256(f"{site}\0{page.template}\0".encode())
    digest.update(view)
    return digest.digest()[:16]


def _made(
    commission: Commission, workshop: Workshop, group: Sequence[_Planned]
) -> Iterator[StagedFile]:
    settings = commission.settings
    standings = [_standing(commission, workshop.catalog, planned.page) for planned in group]
    contents = [
        None
        if _is_just_so(standing, planned)
        else _rendered(settings, workshop.theme, planned.page)
        for planned, standing in zip(group, standings, strict=True)
    ]
    for planned, standing, content in zip(group, standings, contents, strict=True):
        if content is not None:
            yield stage(settings, standing, content, planned.key, planned.view)
        elif written := standing.written:
            route = planned.page.route
            yield StagedFile(route, written.digest, written.size, 0, "", planned.key, planned.view)


def _standing(commission: Commission, catalog: CatalogReader, page: Page) -> Standing:
    if commission.is_new:
        return Standing(page.route, None, NEW)
    return standing_of(commission.settings.output, catalog, page.route)


def _is_just_so(standing: Standing, planned: _Planned) -> bool:
    """Whether the site has the file, made from the very view."""
    written = standing.written
    return not standing.reason and written is not None and written.view == planned.view


def _rendered(settings: BuildSettings, theme: Theme, page: Page) -> bytes:
    if isinstance(page.view, FeedView) and page.template == "feed.json":
        return json_feed(page.view, settings.configuration)
    return theme.render(page)


def stage(
    settings: BuildSettings, standing: Standing, content: bytes, key: str, view: bytes = b""
) -> StagedFile:
    """Put a file into staging, unless the site has it just so."""
    digest = hashlib.sha256(content).hexdigest()
    reason = standing.reason_to_write(digest)
    modified = write_staged(settings, standing.route, content) if reason else 0
    return StagedFile(standing.route, digest, len(content), modified, reason, key, view)


def close_workshop(commission: Commission) -> None:
    """Close what this process opened to render for a build; nothing where others rendered."""
    if _workshop.cache_info().currsize:
        _workshop_of(commission).catalog.close()
        _workshop.cache_clear()


def _workshop_of(commission: Commission) -> Workshop:
    return _workshop(commission.settings, commission.site, commission.build, os.getpid())


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

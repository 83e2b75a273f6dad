"""Bringing the catalog up to date by what changed, and noting what that makes stale.

Both go into one transaction: a build that is killed after it leaves the next one what to do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from newsarc.building.differences import Difference
from newsarc.building.folder_changes import FolderChanges
from newsarc.building.report import Progress
from newsarc.building.settings import BuildSettings
from newsarc.building.timings import Timings
from newsarc.building.updating import update_images, update_sources
from newsarc.catalog.catalog import Catalog
from newsarc.catalog.entries import KnownArticle
from newsarc.catalog.queries import CatalogReader
from newsarc.catalog.settling import Touched
from newsarc.errors import Problem, has_errors
from newsarc.site.keys import file_key, key_to_text
from newsarc.site.stale import ArticleChange, Changes, ImageChange, stale_keys, with_renames


def change_catalog(
    settings: BuildSettings,
    catalog: Catalog,
    found: FolderChanges,
    progress: Progress,
    timings: Timings,
) -> tuple[Problem, ...]:
    """Read what changed into the catalog, settle it, note the stale keys; returns the errors.

    With errors, and unless the build is to keep going, the catalog is not settled.
    """
    reader = catalog.reader()
    sources, images = found.sources, found.images
    paths = _paths(sources)
    with timings.step("catalog"):
        before = _known(reader, paths)
        routes_before = reader.articles.image_routes(_paths(images))
    with timings.step("read"):
        problems = (
            *update_sources(settings, catalog, sources, progress),
            *update_images(settings, catalog, images),
        )
    if has_errors(problems) and not settings.keep_going:
        return problems
    with timings.step("catalog"):
        articles, labels = _settle(catalog, before, paths)
        routes_after = reader.articles.image_routes(_paths(images))
        pictures = tuple(
            ImageChange(path, routes_before.get(path), routes_after.get(path))
            for path in _paths(images)
        )
    with timings.step("plan"):
        changes = Changes(articles, pictures, labels)
        catalog.ledger.add_stale(_reasons(changes, reader, settings))
    return problems


def _paths(difference: Difference) -> tuple[str, ...]:
    return (*(source.path for source in difference.changed), *difference.removed)


def _known(reader: CatalogReader, paths: Iterable[str]) -> dict[str, KnownArticle]:
    found = ((path, reader.articles.known(path)) for path in paths)
    return {path: known for path, known in found if known is not None}


def _settle(
    catalog: Catalog, before: Mapping[str, KnownArticle], paths: Collection[str]
) -> tuple[tuple[ArticleChange, ...], Mapping[tuple[str, str], str]]:
    """Settle what changed; returns the articles that did, and the terms written otherwise now."""
    reader = catalog.reader()
    touched = Touched.by((*before.values(), *_known(reader, paths).values()))
    labels = reader.terms.labels(touched.terms)
    sharing = reader.addresses.sharing(touched.addresses)
    catalog.settle(touched)
    changed = [ArticleChange(path, before.get(path), reader.articles.known(path)) for path in paths]
    # Articles that did not change may have got another address, or their own one back.
    read = frozenset(paths)
    for path, route in reader.addresses.sharing(touched.addresses).items():
        known = reader.articles.known(path)
        if path not in read and known is not None and sharing[path] != route:
            was = KnownArticle(known.entry, sharing[path])
            changed.append(ArticleChange(path, was, known))
    now = reader.terms.labels(touched.terms)
    rewritten = {
        term: label for term, label in labels.items() if term in now and now[term] != label
    }
    return with_renames(change for change in changed if change.before != change.after), rewritten


def _reasons(changes: Changes, reader: CatalogReader, settings: BuildSettings) -> Mapping[str, str]:
    shown = settings.articles_shown
    pages = stale_keys(changes, reader, settings.configuration, shown)
    reasons = {key_to_text(key): reason for key, reason in pages.items()}
    for image in changes.images:
        for route in (image.before, image.after):
            if route is not None:
                reasons.setdefault(file_key(route), f"{shown}/{image.path} {image.happened}")
    return reasons

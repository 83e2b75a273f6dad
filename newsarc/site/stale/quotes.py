"""Articles that quote others: their neighbours in time, and those that they link to."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from newsarc.catalog.queries import CatalogReader
from newsarc.catalog.queries.rows import path_of, sort_key
from newsarc.catalog.reference_names import name_of_path, names_of_alias
from newsarc.model import Taxonomy
from newsarc.site import routes
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.plan.articles import candidates, target_of
from newsarc.site.relations import REACH
from newsarc.site.stale.changes import ArticleChange, Changes, file_name, happened


def stale_quotes(
    changes: Changes, catalog: CatalogReader, shown: str
) -> Iterator[tuple[PageKey, str]]:
    """The articles that show another's card, or lead to its address."""
    named_more = changes.files_named_more()
    for change in changes.articles:
        reason = happened(change, shown)
        if change.is_relisted or change.is_shown_otherwise:
            for path in _neighbours(change, catalog):
                yield PageKey(PageKind.ARTICLE, path), f"its neighbour {reason}"
            for path, tag in _near_in_tags(change, catalog):
                yield PageKey(PageKind.ARTICLE, path), f"its neighbour in the tag {tag}: {reason}"
        if change.is_moved:
            name = file_name(change.path)
            now = catalog.articles.count_of_name(name)
            by_name = min(now, now - named_more[name]) <= 1
            for path in _linking(change.path, catalog, by_name=by_name):
                yield PageKey(PageKind.ARTICLE, path), f"it links to an article: {reason}"
        for alias in _changed_aliases(change):
            for path in _linking_to_alias(alias, catalog):
                yield PageKey(PageKind.ARTICLE, path), f"it links to an article: {reason}"
    for image in changes.images:
        for path in _linking(image.path, catalog, by_name=False):
            reason = f"the picture {shown}/{image.path} {image.happened}"
            yield PageKey(PageKind.ARTICLE, path), reason


def _neighbours(change: ArticleChange, catalog: CatalogReader) -> Iterator[str]:
    for entry in change.entries:
        if entry.article.date is not None:
            yield from catalog.articles.beside(sort_key(entry.article.date, change.path))


def _near_in_tags(change: ArticleChange, catalog: CatalogReader) -> Iterator[tuple[str, str]]:
    """The articles next to one in each of its tags, with the tag: they may show it as related."""
    for entry in change.entries:
        if entry.article.date is None:
            continue
        sort = sort_key(entry.article.date, change.path)
        for term in entry.terms:
            if term.taxonomy is Taxonomy.TAG:
                window = catalog.terms.around(Taxonomy.TAG, term.key, sort, REACH)
                for place in (*window.before, *window.after):
                    yield path_of(place.sort), term.label


def _linking(path: str, catalog: CatalogReader, *, by_name: bool) -> Iterator[str]:
    """Articles that link to a source or a picture; ``by_name``, where its name alone may do."""
    for linking, reference in catalog.articles.links_named(name_of_path(path)):
        target = target_of(reference)
        named = by_name and posixpath.basename(target) == file_name(path)
        if named or path in candidates(target, linking):
            yield linking


def _changed_aliases(change: ArticleChange) -> frozenset[str]:
    """Former addresses that lead elsewhere now."""
    before, after = (
        frozenset(side.entry.aliases) if side else frozenset()
        for side in (change.before, change.after)
    )
    return before | after if change.is_moved else before ^ after


def _linking_to_alias(alias: str, catalog: CatalogReader) -> Iterator[str]:
    for name in names_of_alias(alias):
        for linking, reference in catalog.articles.links_named(name):
            target = target_of(reference)
            if target.startswith("/") and routes.of_alias(target) == alias:
                yield linking

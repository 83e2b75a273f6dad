"""Pages of terms that are stale though they list no article that changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newsarc.catalog.queries import CatalogReader
from newsarc.model import Taxonomy
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.plan.all_keys import shorter_keys
from newsarc.site.plan.periods import DAY, YEAR
from newsarc.site.significance import rounded
from newsarc.site.stale.changes import Changes, noun_of


def stale_terms(
    changes: Changes, catalog: CatalogReader, longest: int
) -> Iterator[tuple[PageKey, str]]:
    """Neighbours of a term's periods, periods that are cut now or no longer, other spellings."""
    for (taxonomy, key, period), more in changes.articles_of_terms_more().items():
        if period and more:
            term = Taxonomy(taxonomy)
            now = catalog.terms.count(term, key, period)
            before = now - more
            if (now > 0) != (before > 0):
                yield from _neighbours(catalog, term, key, period, is_new=now > 0)
            if len(period) < DAY and (now > longest) != (before > longest):
                yield from _pieces(catalog, term, key, period, is_cut=now > longest)
    for (taxonomy, key), label in changes.labels.items():
        term = Taxonomy(taxonomy)
        now_written = catalog.terms.label(term, key)
        reason = f"the {noun_of(taxonomy)} {label} is mostly written {now_written} now"
        for page in _naming(catalog, term, key, longest):
            yield page, reason
        if term is Taxonomy.TAG:
            for page in _beside(catalog, key):
                yield page, reason
    yield from _related(changes, catalog)


def _related(changes: Changes, catalog: CatalogReader) -> Iterator[tuple[PageKey, str]]:
    """The pages of terms beside which a tag stands out otherwise, as it has grown or shrunk."""
    more_articles = sum(
        more for period, more in changes.articles_more().items() if len(period) in (0, YEAR)
    )
    if _counts_otherwise(catalog.articles.count(), more_articles):
        reason = "the archive has grown or shrunk past a power of two"
        for each in Taxonomy:
            for total in catalog.terms.all(each):
                yield PageKey(PageKind.TERM, total.key, each), reason
    more_of_tags: Counter[str] = Counter()
    for (taxonomy, key, period), more in changes.articles_of_terms_more().items():
        if taxonomy == Taxonomy.TAG and len(period) in (0, YEAR):
            more_of_tags[key] += more
    for key, more in more_of_tags.items():
        if _counts_otherwise(catalog.terms.total(Taxonomy.TAG, key), more):
            reason = f"the tag {key} has grown or shrunk past a power of two"
            for page in _beside(catalog, key):
                yield page, reason


def _counts_otherwise(now: int, more: int) -> bool:
    return rounded(now) != rounded(now - more)


def _beside(catalog: CatalogReader, tag: str) -> Iterator[PageKey]:
    """The pages of terms that share articles with a tag."""
    for taxonomy, key in catalog.terms.terms_shared(Taxonomy.TAG, tag):
        yield PageKey(PageKind.TERM, key, taxonomy)


def _neighbours(
    catalog: CatalogReader, taxonomy: Taxonomy, key: str, period: str, *, is_new: bool
) -> Iterator[tuple[PageKey, str]]:
    for later in (False, True):
        neighbour = catalog.terms.neighbour_period(taxonomy, key, period, later=later)
        if neighbour is not None:
            reason = f"its neighbour {period} is {'new' if is_new else 'gone'}"
            yield PageKey(PageKind.TERM_PERIOD, key, taxonomy, neighbour), reason


def _pieces(
    catalog: CatalogReader, taxonomy: Taxonomy, key: str, period: str, *, is_cut: bool
) -> Iterator[tuple[PageKey, str]]:
    """The pages into which a listing is cut, or was."""
    length = len(period) + len("-00")
    reason = f"the listing of {period} is {'too long for one page' if is_cut else 'one page again'}"
    for total in catalog.terms.periods(taxonomy, key, period, length):
        if len(total.period) == length:
            yield PageKey(PageKind.TERM_PERIOD, key, taxonomy, total.period), reason


def _naming(
    catalog: CatalogReader, taxonomy: Taxonomy, key: str, longest: int
) -> Iterator[PageKey]:
    """Every page that names a term."""
    for kind in (PageKind.TERM, PageKind.FEED, PageKind.JSON_FEED):
        yield PageKey(kind, key, taxonomy)
    yield PageKey(PageKind.TERM_INDEX, taxonomy=taxonomy)
    yield PageKey(PageKind.FRONT)
    for year in catalog.terms.years(taxonomy, key):
        yield PageKey(PageKind.TERM_PERIOD, key, taxonomy, year.period)
        if year.period and year.articles > longest:
            yield from shorter_keys(catalog, taxonomy, key, year.period, longest)
        if year.period and taxonomy is Taxonomy.TAG:
            yield PageKey(PageKind.YEAR, period=year.period)
    if taxonomy is Taxonomy.TAG:
        for path in catalog.terms.paths(taxonomy, key):
            yield PageKey(PageKind.ARTICLE, path)

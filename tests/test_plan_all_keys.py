"""Which pages there are, and what an article more changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from newsarc.catalog.catalog import Catalog
from newsarc.catalog.queries import CatalogReader
from newsarc.catalog.source_rows import rows_of
from newsarc.config import Configuration, ListingSettings
from newsarc.model import Article, Author, Taxonomy
from newsarc.site.entries import entry_of
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.listings import listings_of
from newsarc.site.plan import all_keys
from newsarc.site.plan.collisions import route_of_listing
from newsarc.site.views import (
    ArticleView,
    DayView,
    MonthView,
    OnThisDayView,
    TermPeriodView,
    YearView,
)
from tests.helpers.archives import archives, articles
from tests.helpers.plain_archive import PlainArchive
from tests.helpers.records import LANGUAGE, a_source_entry, an_article, catalog_with, plan

FIXED = {
    *(PageKey(kind) for kind in (PageKind.FRONT, PageKind.FEED, PageKind.JSON_FEED)),
    *(PageKey(kind) for kind in (PageKind.SITEMAP_INDEX, PageKind.SITEMAP)),
    *(PageKey(kind) for kind in (PageKind.ROBOTS, PageKind.NOT_FOUND)),
    *(PageKey(PageKind.TERM_INDEX, taxonomy=name) for name in ("tags", "authors", "sources")),
}
OF_ONE_ARTICLE = (PageKind.ARTICLE, PageKind.SHARED_ADDRESS, PageKind.REDIRECT)
SHORT = Configuration(listings=ListingSettings(newest=3, longest=2))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("catalogs")


def views(catalog: CatalogReader) -> Mapping[PageKey, object]:
    return {key: plan(catalog, key, SHORT).view for key in all_keys(catalog, SHORT)}


def views_of(folder: Path, archive: Sequence[Article]) -> Mapping[PageKey, object]:
    with closing(catalog_with(folder, archive)) as catalog:
        return views(catalog)


def test_an_empty_archive_has_its_fixed_pages(tmp_path: Path) -> None:
    with closing(catalog_with(tmp_path, ())) as catalog:
        keys = list(all_keys(catalog, Configuration()))
    assert set(keys) == FIXED
    assert len(keys) == len(FIXED)


def test_articles_come_first_and_the_front_page_last(tmp_path: Path) -> None:
    article = an_article("2020/flood.md", date="2020-10-13", tags=("Iraq",), aliases=("/old/",))
    with closing(catalog_with(tmp_path, (article,))) as catalog:
        kinds = [key.kind for key in all_keys(catalog, Configuration())]
    assert kinds[0] is PageKind.ARTICLE
    assert kinds[-1] is PageKind.FRONT
    assert kinds.index(PageKind.REDIRECT) < kinds.index(PageKind.TERM)
    assert kinds.index(PageKind.DAY) < kinds.index(PageKind.MONTH) < kinds.index(PageKind.YEAR)


@settings(max_examples=30)
@given(archives())
def test_every_listing_is_one_of_those_that_an_article_knows(
    folder: Path, archive: tuple[Article, ...]
) -> None:
    known = {key for article in archive for key in listings_of(entry_of(article, LANGUAGE))}
    with closing(catalog_with(folder, archive)) as catalog:
        keys = list(all_keys(catalog, SHORT))
        assert len(set(keys)) == len(keys)
        assert {key for key in keys if key.kind not in OF_ONE_ARTICLE} <= known | FIXED
        # What an article knows and is no page, nobody can plan.
        for key in known - set(keys):
            with pytest.raises(KeyError):
                plan(catalog, key, SHORT)


@settings(max_examples=30)
@given(archives())
def test_no_two_pages_have_one_route(folder: Path, archive: tuple[Article, ...]) -> None:
    with closing(catalog_with(folder, archive)) as catalog:
        keys = list(all_keys(catalog, SHORT))
        routes = {key: plan(catalog, key, SHORT).route for key in keys}
        assert len({route.casefold() for route in routes.values()}) == len(keys)
        assert sorted(catalog.articles.routes()) == sorted(
            route for key, route in routes.items() if key.kind is PageKind.ARTICLE
        )
        # The search for collisions works routes out without planning pages.
        for key, route in routes.items():
            if key.kind is not PageKind.ARTICLE:
                assert route_of_listing(key) == route


@pytest.mark.parametrize(
    "key",
    [
        PageKey(PageKind.ARTICLE, "none.md"),
        PageKey(PageKind.SHARED_ADDRESS, "2020/10/13/flood.html"),
        PageKey(PageKind.REDIRECT, "none/index.html"),
        PageKey(PageKind.YEAR, period="2019"),
        PageKey(PageKind.MONTH, period="2020-09"),
        PageKey(PageKind.DAY, period="2020-10-14"),
        PageKey(PageKind.ON_THIS_DAY, period="10-14"),
        PageKey(PageKind.UNDATED),
        PageKey(PageKind.TERM, "none", "tags"),
        PageKey(PageKind.TERM, "iraq", "authors"),
        PageKey(PageKind.TERM_PERIOD, "none", "tags", "2020"),
        PageKey(PageKind.TERM_PERIOD, "iraq", "tags", "2019"),
        PageKey(PageKind.TERM_PERIOD, "iraq", "tags", ""),
        PageKey(PageKind.TERM_PERIOD, "iraq", "tags", "2020-10"),
        PageKey(PageKind.FEED, "none", "tags"),
        PageKey(PageKind.SITEMAP, period="2019"),
        PageKey(PageKind.SITEMAP, period="2020", part=2),
        PageKey(PageKind.SITEMAP, part=2),
    ],
)
def test_what_is_no_page_cannot_be_planned(tmp_path: Path, key: PageKey) -> None:
    article = an_article("a.md", title="Flood", date="2020-10-13", tags=("Iraq",))
    with closing(catalog_with(tmp_path, (article,))) as catalog, pytest.raises(KeyError):
        plan(catalog, key)


@settings(max_examples=25)
@given(archives(), st.data())
def test_the_order_of_reading_changes_nothing(
    folder: Path, archive: tuple[Article, ...], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(archive))
    assert views_of(folder, shuffled) == views_of(folder, archive)


@settings(max_examples=25)
@given(archives(), st.data())
def test_a_catalog_with_a_history_is_as_one_made_anew(
    folder: Path, archive: tuple[Article, ...], data: st.DataObject
) -> None:
    former = [data.draw(articles(article.path)) for article in archive if data.draw(st.booleans())]
    gone = an_article("gone.md", date="2020-10-13", tags=("Iraq", "Gone"), aliases=("/gone/",))
    catalog_with(folder, [*former, gone]).close()
    with Catalog(folder / "catalog.sqlite") as catalog:
        catalog.put_sources([rows_of(a_source_entry(each)) for each in archive])
        kept = {article.path for article in archive}
        catalog.remove_sources({article.path for article in (*former, gone)} - kept)
        catalog.settle()
        catalog.commit()
    with closing(CatalogReader(folder / "catalog.sqlite")) as reader:
        with_history = views(reader)
    assert with_history == views_of(folder, archive)


def plain(article: Article) -> Article:
    """The article with an address of its own and terms in one spelling."""
    return replace(
        article,
        slug=article.path,
        tags=tuple(map(str.casefold, article.tags)),
        suggested_tags=(),
        authors=tuple(Author(author.name.casefold()) for author in article.authors),
    )


def without_neighbours(view: object) -> object:
    if isinstance(view, ArticleView):
        return structs.replace(view, previous=None, next=None, timeline=None, related=())
    if isinstance(view, YearView | MonthView | DayView | OnThisDayView | TermPeriodView):
        return structs.replace(view, previous=None, next=None)
    return view


def relations_of(view: object) -> tuple[object, ...]:
    assert isinstance(view, ArticleView)
    return view.previous, view.next, view.timeline, view.related


def near_in_time_or_tag(archive: tuple[Article, ...], new: Article) -> set[str]:
    """The sources of the articles next to one, and of three on each side in each of its tags."""
    plain_archive = PlainArchive(archive, Configuration())
    dated = [article for article in plain_archive.articles if article.date]
    near = set()
    for reach, found in [(1, dated)] + [
        (3, [article for article in plain_archive.of_term(Taxonomy.TAG, term.key) if article.date])
        for term in plain_archive.terms_of[new.path]
        if term.taxonomy is Taxonomy.TAG
    ]:
        if new in found:
            place = found.index(new)
            near |= {a.path for a in found[max(place - reach, 0) : place + reach + 1]}
    return near


@settings(max_examples=50)
@given(archives(), articles("new.md"))
def test_an_article_more_changes_its_own_listings_only(
    folder: Path, archive: tuple[Article, ...], new: Article
) -> None:
    """Besides them, only what articles show of those before and after them, in all or in a tag."""
    archive, new = tuple(map(plain, archive)), plain(new)
    before, after = views_of(folder, archive), views_of(folder, (*archive, new))
    listings = listings_of(entry_of(new, LANGUAGE))
    near = near_in_time_or_tag((*archive, new), new)
    assert before.keys() <= after.keys()
    for key, view in after.items():
        if key in listings or key == PageKey(PageKind.ARTICLE, new.path):
            continue
        if isinstance(view, ArticleView) and key in before:
            assert key.name in near or relations_of(view) == relations_of(before[key])
        if key in before:
            assert without_neighbours(view) == without_neighbours(before[key])
        else:
            # A period grew too long for one page: its shorter ones have pages now.
            assert key.kind is PageKind.TERM_PERIOD
            assert key._replace(period=key.period[:-3]) in listings

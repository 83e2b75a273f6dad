"""Feeds: the newest articles of the site, or of a term."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from newsarc.catalog.queries import CatalogReader
from newsarc.config import Configuration, ListingSettings, SiteSettings
from newsarc.model import Article, Date
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.plan.articles import identifier_of
from newsarc.site.views import FeedEntry, FeedView
from tests.helpers.records import an_article, catalog_with, plan

VALLEY = Configuration(
    site=SiteSettings(title="The Valley Archive"), listings=ListingSettings(newest=2)
)
SITE = PageKey(PageKind.FEED)
IRAQ = PageKey(PageKind.FEED, "iraq", "tags")
FLOOD = an_article(
    "flood.md",
    title="Flood",
    dek="It rose.",
    date="2020-10-13",
    updated=Date("2020-10-15"),
    authors=("Mara Lind",),
    tags=("Iraq", "Rivers"),
)
ARCHIVE = (
    FLOOD,
    an_article("bridge.md", title="Bridge", date="2020-10-14", suggested_tags=("Iraq",)),
    an_article("older.md", title="Older", date="2019", tags=("IRAQ",)),
    an_article("undated.md", title="Undated", tags=("Iraq",)),
)


def feed_of(catalog: CatalogReader, key: PageKey, configuration: Configuration) -> FeedView:
    view = plan(catalog, key, configuration).view
    assert isinstance(view, FeedView)
    return view


def feed_from(folder: Path, archive: tuple[Article, ...], key: PageKey = SITE) -> FeedView:
    with closing(catalog_with(folder, archive)) as catalog:
        return feed_of(catalog, key, VALLEY)


def test_the_feed_of_the_site_carries_its_newest_articles(tmp_path: Path) -> None:
    feed = feed_from(tmp_path, ARCHIVE)
    assert (feed.route, feed.home, feed.title) == ("feed.xml", "index.html", "The Valley Archive")
    assert [entry.card.title for entry in feed.entries] == ["Bridge", "Flood"]
    assert feed.updated == Date("2020-10-15")
    assert feed.entries[1] == FeedEntry(
        card=feed.entries[1].card,
        identifier=identifier_of(FLOOD, VALLEY.site),
        summary="It rose.",
        updated=Date("2020-10-15"),
        authors=("Mara Lind",),
        tags=("Iraq", "Rivers"),
    )
    bridge = feed.entries[0]
    assert (bridge.summary, bridge.updated, bridge.tags) == (
        "The river rose.",
        Date("2020-10-14"),
        ("Iraq",),
    )


def test_the_feed_of_a_term(tmp_path: Path) -> None:
    feed = feed_from(tmp_path, ARCHIVE, IRAQ)
    assert (feed.route, feed.home) == ("tags/iraq/feed.xml", "tags/iraq/index.html")
    assert feed.title == "Iraq — The Valley Archive"
    assert [entry.card.title for entry in feed.entries] == ["Bridge", "Flood"]


def test_both_forms_of_a_feed_are_one_feed(tmp_path: Path) -> None:
    with closing(catalog_with(tmp_path, ARCHIVE)) as catalog:
        feeds = [
            feed_of(catalog, key._replace(kind=kind), VALLEY)
            for key in (SITE, IRAQ)
            for kind in (PageKind.FEED, PageKind.JSON_FEED)
        ]
    assert [feed.route for feed in feeds] == [
        *("feed.xml", "feed.json"),
        *("tags/iraq/feed.xml", "tags/iraq/feed.json"),
    ]
    assert feeds[0].identifier == feeds[1].identifier != feeds[2].identifier
    assert feeds[2].entries == feeds[3].entries


def test_a_feed_has_no_article_without_a_date(tmp_path: Path) -> None:
    undated = an_article("a.md", tags=("Iraq",))
    for key in (SITE, IRAQ):
        feed = feed_from(tmp_path, (undated,), key)
        assert (feed.entries, feed.updated) == ((), None)


def test_an_undated_article_takes_no_place_from_a_dated_one(tmp_path: Path) -> None:
    archive = (*ARCHIVE, *(an_article(f"u{n}.md", tags=("Iraq",)) for n in range(5)))
    for key in (SITE, IRAQ):
        assert len(feed_from(tmp_path, archive, key).entries) == 2


@pytest.mark.parametrize("key", [SITE, IRAQ])
def test_a_backdated_article_leaves_the_feed_as_it_is(tmp_path: Path, key: PageKey) -> None:
    before = feed_from(tmp_path, ARCHIVE, key)
    old = an_article("old.md", date="1999", updated=Date("2024"), tags=("Iraq",))
    assert feed_from(tmp_path, (*ARCHIVE, old), key) == before

"""Routes: where every page lives, and that no two pages live in one place."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarc.model import Article, Date, Taxonomy
from newsarc.site import routes
from newsarc.site.slugs import digest_suffix, fold
from tests.helpers.archives import AUTHORS, SOURCES, TAGS, archives, dates
from tests.helpers.records import an_article

names = st.text(min_size=1, max_size=30) | st.sampled_from((*TAGS, *AUTHORS, *SOURCES, "404"))


def is_route(route: str) -> bool:
    """Whether a route is a path in the site that ends in a file name, and stays there."""
    return (
        all(step not in {"", ".", ".."} for step in route.split("/"))
        and not re.search(r"[\\\x00-\x1f]", route)
        and "." in posixpath.basename(route)
    )


@pytest.mark.parametrize(
    ("fields", "route"),
    [
        ({"date": "2020-10-13"}, "2020/10/13/flood.html"),
        ({"date": "2020-10-13T23:30-08:00"}, "2020/10/13/flood.html"),
        ({"date": "2020-10"}, "2020/10/flood.html"),
        ({"date": "2020"}, "2020/flood.html"),
        ({}, "undated/flood.html"),
        ({"slug": "Own Words!"}, "undated/own-words.html"),
        ({"slug": "!!!"}, "undated/flood.html"),
        ({"file_words": "high water"}, "undated/high-water.html"),
        ({"file_words": "high water", "slug": "own"}, "undated/own.html"),
        ({"title": None, "opening": "The river rose."}, "undated/the-river-rose.html"),
        ({"title": "?", "opening": "…"}, "undated/article.html"),
        ({"slug": "index"}, "undated/index-.html"),
        ({"title": "新闻"}, "undated/新闻.html"),
    ],
)
def test_the_address_of_an_article(fields: dict[str, str | None], route: str) -> None:
    assert routes.address_of(an_article("a/b.md", **{"title": "Flood", **fields})) == route


def test_a_corrected_title_does_not_move_an_article_with_a_name() -> None:
    before = an_article("a.md", file_words="high water", title="Flod")
    after = an_article("a.md", file_words="high water", title="Flood")
    assert routes.address_of(before) == routes.address_of(after)


def test_an_address_of_its_own_has_a_suffix_from_the_path() -> None:
    article = an_article("2020/a.md", date="2020-10-13", title="Flood")
    suffix = digest_suffix("2020/a.md")
    assert routes.own_address_of(article) == f"2020/10/13/flood--{suffix}.html"


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        (routes.of_period("2020"), "2020/index.html"),
        (routes.of_period("2020-10"), "2020/10/index.html"),
        (routes.of_period("2020-10-13"), "2020/10/13/index.html"),
        (routes.of_taxonomy(Taxonomy.TAG), "tags/index.html"),
        (routes.of_term(Taxonomy.AUTHOR, "mara-lind"), "authors/mara-lind/index.html"),
        (routes.of_named_term(Taxonomy.SOURCE, "Valley Wire"), "sources/valley-wire/index.html"),
        (routes.of_term_period(Taxonomy.TAG, "iraq", "2020"), "tags/iraq/2020.html"),
        (routes.of_term_period(Taxonomy.TAG, "iraq", "2020-10"), "tags/iraq/2020-10.html"),
        (routes.of_term_period(Taxonomy.TAG, "iraq", ""), "tags/iraq/undated.html"),
        (routes.of_term_feed(Taxonomy.TAG, "iraq"), "tags/iraq/feed.xml"),
        (routes.of_term_json_feed(Taxonomy.TAG, "iraq"), "tags/iraq/feed.json"),
        (routes.of_sitemap("2020", 1), "sitemaps/2020.xml"),
        (routes.of_sitemap("2020", 2), "sitemaps/2020-part-2.xml"),
        (routes.of_sitemap("", 1), "sitemaps/undated.xml"),
        (routes.of_image("a/Flood 1.JPG", "3fa9c2d1" * 8), "assets/images/flood-1.3fa9c2d1.jpg"),
        (routes.of_image("a/!.png", "3fa9c2d1" * 8), "assets/images/image.3fa9c2d1.png"),
    ],
)
def test_addresses(route: str, expected: str) -> None:
    assert route == expected


@pytest.mark.parametrize(
    ("alias", "route"),
    [
        ("/news/flood/", "news/flood/index.html"),
        ("/news/flood", "news/flood/index.html"),
        ("news/flood.html", "news/flood.html"),
        ("/news/flood.HTM", "news/flood.HTM"),
        ("/story.php", "story.php/index.html"),
        ("/flood.html/", "flood.html/index.html"),
        ("  /news/flood  ", "news/flood/index.html"),
        ("/", "index.html"),
        ("", "index.html"),
        ("//news///flood//", "news/flood/index.html"),
        ("/./news/./flood", "news/flood/index.html"),
        ("../../secret.html", "secret.html"),
        ("/news/%2e%2e/%2e%2e/secret.html", "news/secret.html"),
        ("..\\..\\secret.html", "secret.html"),
        ("/news/flood?page=2", "news/flood/index.html"),
        ("/news/flood.html#top", "news/flood.html"),
        ("/?p=12", "index.html"),
        ("/caf%C3%A9", "café/index.html"),
        ("/cafe\u0301", "café/index.html"),
        ("/100%25/", "100%/index.html"),
        ("/a%00b\t", "ab/index.html"),
    ],
)
def test_former_addresses(alias: str, route: str) -> None:
    assert routes.of_alias(alias) == route


@given(st.text(max_size=40) | st.text(alphabet="./\\%2eE5cC?#a \x00", max_size=20))
def test_no_former_address_leads_out_of_the_site(alias: str) -> None:
    assert is_route(routes.of_alias(alias))


def listing_routes(articles: tuple[Article, ...]) -> Iterator[tuple[object, str]]:
    """Each page that some articles can have but redirects, with its route."""
    fixed = (routes.FRONT, routes.NOT_FOUND, routes.FEED, routes.JSON_FEED, routes.SITEMAP)
    yield from zip(fixed, fixed, strict=True)
    yield from ((taxonomy, routes.of_taxonomy(taxonomy)) for taxonomy in Taxonomy)
    periods = {period for article in articles for period in periods_of(article.date)}
    for period in periods:
        route = routes.of_period(period) if period else routes.UNDATED
        yield ("period", period), route
        if len(period) in {0, 4}:
            for part in (1, 2, 12):
                yield ("sitemap", period, part), routes.of_sitemap(period, part)
    for taxonomy in Taxonomy:
        for key in {fold(tag) for article in articles for tag in article.tags}:
            yield ("term", taxonomy, key), routes.of_term(taxonomy, key)
            yield ("feed", taxonomy, key), routes.of_term_feed(taxonomy, key)
            yield ("json", taxonomy, key), routes.of_term_json_feed(taxonomy, key)
            for period in periods:
                route = routes.of_term_period(taxonomy, key, period)
                yield ("term", taxonomy, key, period), route


def periods_of(date: Date | None) -> list[str]:
    return [period for period in (date.year, date.month, date.day) if period] if date else [""]


@given(archives(), st.lists(names, max_size=6), dates, st.lists(names, max_size=6))
def test_two_pages_never_live_in_one_place(
    archive: tuple[Article, ...], tags: list[str], date: Date | None, slugs: list[str]
) -> None:
    tagged = an_article("tagged.md", date=date, tags=tuple(tags))
    slugged = [an_article(f"{n}.md", date=date, slug=slug) for n, slug in enumerate(slugs)]
    everything = (*archive, tagged, *slugged)
    pages = dict(listing_routes(everything))
    pages |= {("own", article.path): routes.own_address_of(article) for article in everything}
    addresses = {routes.address_of(article) for article in everything}
    pages |= {("address", address): address for address in addresses}
    assert all(map(is_route, pages.values()))
    # Two routes that differ in case alone are one file on many disks.
    assert len({route.casefold() for route in pages.values()}) == len(pages)


@settings(max_examples=40)
@given(archives(most=2), archives(most=2))
def test_relative_links_lead_where_they_should(
    here: tuple[Article, ...], there: tuple[Article, ...]
) -> None:
    for _, page in listing_routes(here):
        for _, target in listing_routes(there):
            link = routes.relative(target, page)
            assert posixpath.normpath(posixpath.join(posixpath.dirname(page), link)) == target
            assert not link.startswith("/")


@pytest.mark.parametrize("site", ["https://news.example/archive/", "https://news.example/archive"])
def test_full_addresses_are_below_that_of_the_site(site: str) -> None:
    assert (
        routes.absolute("tags/新闻/index.html", site)
        == "https://news.example/archive/tags/%E6%96%B0%E9%97%BB/index.html"
    )

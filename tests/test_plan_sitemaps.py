"""Sitemaps: every year's addresses, never more in one file than the protocol allows."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from newsarc.config import Configuration
from newsarc.model import Date
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.plan import all_keys, sitemaps
from newsarc.site.views import RobotsView, SitemapEntry, SitemapView
from tests.helpers.records import an_article, catalog_with, plan

ARCHIVE = (
    an_article("a.md", title="One", date="2020-10-13T05:52"),
    an_article("b.md", title="Two", date="2020-10", updated=Date("2021-01-05")),
    an_article("c.md", title="Three", date="2018"),
    an_article("d.md", title="Four"),
)


def sitemap_of(folder: Path, key: PageKey) -> SitemapView:
    with closing(catalog_with(folder, ARCHIVE)) as catalog:
        view = plan(catalog, key).view
    assert isinstance(view, SitemapView)
    return view


def test_a_year_names_its_periods_and_its_articles(tmp_path: Path) -> None:
    view = sitemap_of(tmp_path, PageKey(PageKind.SITEMAP, period="2020"))
    assert view == SitemapView(
        "sitemaps/2020.xml",
        (
            SitemapEntry("2020/index.html", None),
            SitemapEntry("2020/10/index.html", None),
            SitemapEntry("2020/10/13/index.html", None),
            SitemapEntry("2020/10/two.html", Date("2021-01-05")),
            SitemapEntry("2020/10/13/one.html", Date("2020-10-13T05:52")),
        ),
    )


def test_what_has_no_year_is_together(tmp_path: Path) -> None:
    view = sitemap_of(tmp_path, PageKey(PageKind.SITEMAP))
    assert view == SitemapView(
        "sitemaps/undated.xml",
        (
            SitemapEntry("index.html", None),
            SitemapEntry("tags/index.html", None),
            SitemapEntry("authors/index.html", None),
            SitemapEntry("sources/index.html", None),
            SitemapEntry("undated/index.html", None),
            SitemapEntry("undated/four.html", None),
        ),
    )


def test_the_index_names_them_all(tmp_path: Path) -> None:
    view = sitemap_of(tmp_path, PageKey(PageKind.SITEMAP_INDEX))
    assert view == SitemapView(
        "sitemap.xml",
        tuple(
            SitemapEntry(f"sitemaps/{name}.xml", None) for name in ("undated", "2018", "2020")
        ),
    )  # fmt: skip


def test_robots_are_told_where_the_index_is(tmp_path: Path) -> None:
    with closing(catalog_with(tmp_path, ())) as catalog:
        assert plan(catalog, PageKey(PageKind.ROBOTS)).view == RobotsView(
            "robots.txt", "sitemap.xml"
        )


def test_a_part_never_holds_more_than_the_protocol_allows() -> None:
    periods_of_a_year = 1 + 12 + 366
    assert sitemaps.ARTICLES_PER_PART + periods_of_a_year <= 50_000


@pytest.mark.parametrize(("articles", "parts"), [(3, 1), (4, 2), (6, 2), (7, 3)])
def test_a_long_year_has_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, articles: int, parts: int
) -> None:
    monkeypatch.setattr(sitemaps, "ARTICLES_PER_PART", 3)
    archive = [an_article(f"{n}.md", title=f"{n}", date="2020-10-13") for n in range(articles)]
    with closing(catalog_with(tmp_path, archive)) as catalog:
        keys = [
            key
            for key in all_keys(catalog, Configuration())
            if key.kind is PageKind.SITEMAP and key.period
        ]
        views = [plan(catalog, key).view for key in keys]
        index = plan(catalog, PageKey(PageKind.SITEMAP_INDEX)).view
    pages = [view for view in views if isinstance(view, SitemapView)]
    named = [entry.route for view in pages for entry in view.entries]
    assert named[3:] == [f"2020/10/13/{number}.html" for number in range(articles)]
    assert named[:3] == ["2020/index.html", "2020/10/index.html", "2020/10/13/index.html"]
    assert [view.route for view in pages] == [
        "sitemaps/2020.xml",
        *(f"sitemaps/2020-part-{part}.xml" for part in range(2, parts + 1)),
    ]
    assert isinstance(index, SitemapView)
    assert [entry.route for entry in index.entries][1:] == [view.route for view in pages]

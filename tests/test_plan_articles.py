"""The page of an article, and the pages at its other addresses."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.catalog.queries.articles import ArticleQueries
from newsarc.catalog.queries.rows import sort_key
from newsarc.config import Configuration, SiteSettings
from newsarc.model import Article, Author, Date, Evidence, Image, Markup
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.plan import Planner
from newsarc.site.plan.articles import identifier_of, resolve
from newsarc.site.slugs import digest_suffix
from newsarc.site.views import (
    ArticleView,
    AuthorLink,
    Body,
    PeriodLink,
    Picture,
    RedirectView,
    SharedAddressView,
    TermLink,
)
from tests.helpers.records import an_article, an_image, catalog_with, plan

SITE = SiteSettings(id="The Valley Archive")


def view_of(folder: Path, article: Article, others: Iterable[Article] = ()) -> ArticleView:
    images = [an_image("2020/flood.jpg")]
    with closing(catalog_with(folder, [article, *others], images)) as catalog:
        view = plan(catalog, PageKey(PageKind.ARTICLE, article.path)).view
    assert isinstance(view, ArticleView)
    return view


def test_the_page_shows_the_record(tmp_path: Path) -> None:
    evidence = (Evidence("title", (2,), "front matter", "high"),)
    article = an_article(
        "2020/flood.md",
        title="Flood",
        dek="It rose.",
        date="2020-10-13T05:52",
        updated=Date("2020-10-14"),
        byline="By Mara Lind",
        authors=(Author("Mara Lind"), Author("Valley Wire", organisation=True)),
        source="Valley Wire",
        dateline="BASRA",
        section="World",
        lang="de",
        url="https://news.example/flood",
        image=Image("flood.jpg", "The bridge", "Valley Wire"),
        tags=("Iraq", "C++"),
        extra={"edition": 2},
        evidence=evidence,
    )
    view = view_of(tmp_path, article)
    assert view == ArticleView(
        route="2020/10/13/flood.html",
        identifier=identifier_of(article, SiteSettings()),
        path="2020/flood.md",
        digest=article.digest,
        title="Flood",
        dek="It rose.",
        description="It rose.",
        date=article.date,
        updated=article.updated,
        byline="By Mara Lind",
        authors=(
            AuthorLink("Mara Lind", False, "authors/mara-lind/index.html"),
            AuthorLink("Valley Wire", True, "authors/valley-wire/index.html"),
        ),
        source=TermLink("Valley Wire", "sources/valley-wire/index.html"),
        dateline="BASRA",
        section="World",
        lang="de",
        url="https://news.example/flood",
        picture=Picture(
            an_image("2020/flood.jpg").route, caption="The bridge", credit="Valley Wire"
        ),
        body=Body("", Markup.MARKDOWN, {}),
        tags=(
            TermLink("Iraq", "tags/iraq/index.html"),
            TermLink("C++", "tags/c-plus-plus/index.html"),
        ),
        tags_suggested=False,
        periods=(
            PeriodLink("2020", "2020/index.html"),
            PeriodLink("2020-10", "2020/10/index.html"),
            PeriodLink("2020-10-13", "2020/10/13/index.html"),
        ),
        previous=None,
        next=None,
        timeline=None,
        related=(),
        corrections=(),
        withdrawal=None,
        evidence=evidence,
        extra={"edition": 2},
    )


def test_a_bare_article_shows_what_there_is(tmp_path: Path) -> None:
    view = view_of(tmp_path, an_article("x1.txt", suggested_tags=("Iraq",)))
    assert (view.title, view.description) == ("The river rose.", "The river rose.")
    assert (view.byline, view.authors, view.source, view.picture) == (None, (), None, None)
    assert (view.tags, view.tags_suggested) == ((TermLink("Iraq", "tags/iraq/index.html"),), True)
    assert view.periods == ()


@pytest.mark.parametrize(
    ("image", "picture"),
    [
        (Image(), None),
        (Image("flood.jpg"), Picture(an_image("2020/flood.jpg").route, None, None)),
        (Image("/2020/flood.jpg"), Picture(an_image("2020/flood.jpg").route, None, None)),
        (Image("lost.jpg", "The bridge"), Picture(None, "The bridge", None, "lost.jpg")),
        (Image(credit="Valley Wire"), Picture(None, None, "Valley Wire")),
        (
            Image("https://news.example/flood.jpg"),
            Picture(None, None, None, "https://news.example/flood.jpg"),
        ),
    ],
)
def test_of_a_lost_picture_the_words_remain(
    tmp_path: Path, image: Image, picture: Picture | None
) -> None:
    assert view_of(tmp_path, an_article("2020/a.md", image=image)).picture == picture


def test_tags_are_shown_in_the_form_most_used(tmp_path: Path) -> None:
    others = [an_article(f"{number}.md", tags=("Iraq",)) for number in range(2)]
    view = view_of(tmp_path, an_article("a.md", tags=("IRAQ", "iraq")), others)
    assert view.tags == (TermLink("Iraq", "tags/iraq/index.html"),)


def test_before_and_after_are_the_nearest_in_time(tmp_path: Path) -> None:
    ordered = [
        an_article("z.md", title="1", date="2019"),
        an_article("y.md", title="2", date="2020-10-13"),
        an_article("a.md", title="3", date="2020-10-13T05:52"),
        an_article("b.md", title="4", date="2020-10-13T05:52"),
    ]
    undated = an_article("undated.md", title="0")
    with closing(catalog_with(tmp_path, [undated, *ordered])) as catalog:
        views = [
            plan(catalog, PageKey(PageKind.ARTICLE, article.path)).view
            for article in (*ordered, undated)
        ]
    neighbours = [
        (view.previous and view.previous.title, view.next and view.next.title)
        for view in views
        if isinstance(view, ArticleView)
    ]
    assert neighbours == [(None, "2"), ("1", "3"), ("2", "4"), ("3", None), (None, None)]


def test_the_body_is_asked_for_once_with_the_record(tmp_path: Path) -> None:
    asked = []

    def body_of(article: Article) -> str:
        asked.append(article)
        return "See [this](b.md)."

    article = an_article("a.md", aliases=("/old/",))
    articles = [article, an_article("b.md", title="B")]
    links = ("b.md", "lost.md")
    with closing(catalog_with(tmp_path, articles, references=links)) as catalog:
        planner = Planner(catalog, Configuration(), body_of)
        view = planner.page(PageKey(PageKind.ARTICLE, "a.md")).view
        planner.page(PageKey(PageKind.REDIRECT, "old/index.html"))
    assert isinstance(view, ArticleView)
    assert asked == [article]
    assert view.body == Body(
        "See [this](b.md).", Markup.MARKDOWN, {"b.md": "undated/b.html"}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("reference", "route"),
    [
        ("bridge.md", "undated/bridge.html"),  # beside the source
        ("./bridge.md", "undated/bridge.html"),
        ("bridge.md#later", "undated/bridge.html"),
        ("bridge.md?x=1", "undated/bridge.html"),
        ("../2019/flood.md", "undated/flood.html"),
        ("2019/flood.md", "undated/flood.html"),  # from the articles folder
        ("/2019/flood.md", "undated/flood.html"),
        ("%66lood.md", "undated/flood.html"),  # the only one of its name
        ("twice.md", None),  # two have the name, neither beside the source
        ("2018/twice.md", "undated/twice-a.html"),
        ("flood one.jpg", an_image("2020/flood one.jpg").route),
        ("flood%20one.jpg", an_image("2020/flood one.jpg").route),
        ("../../../flood.md", "undated/flood.html"),
        ("/old/flood/", "undated/flood.html"),  # a former address
        ("/old/flood", "undated/flood.html"),
        ("old/flood/", None),
        ("lost.md", None),
        ("#here", None),
        ("", None),
        ("/", None),
        (".", None),
        ("https://news.example/lost.html", None),
    ],
)
def test_links_lead_to_the_articles_that_they_mean(
    tmp_path: Path, reference: str, route: str | None
) -> None:
    archive = [
        an_article("2020/here.md", title="Here"),
        an_article("2020/bridge.md", title="Bridge"),
        an_article("2019/flood.md", title="Flood", aliases=("/old/flood/",)),
        an_article("2018/twice.md", title="Twice A"),
        an_article("2017/twice.md", title="Twice B"),
    ]
    with closing(catalog_with(tmp_path, archive, [an_image("2020/flood one.jpg")])) as catalog:
        expected = {reference: route} if route else {}
        assert resolve([reference], "2020/here.md", catalog) == expected


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Another"},
        {"slug": "another"},
        {"date": Date("2021")},
        {"digest": "0" * 64},
        {"extra": {"edition": 3}},
    ],
)
def test_the_identifier_outlives_the_address(change: dict[str, Any]) -> None:
    article = an_article("2020/flood.md", title="Flood", date="2020-10-13")
    assert identifier_of(replace(article, **change), SITE) == identifier_of(article, SITE)


def test_the_identifier_is_a_urn_that_never_changes() -> None:
    flood = an_article("2020/flood.md")
    assert identifier_of(flood, SITE) == "urn:uuid:c220547f-0edb-5429-b79d-d04b400e5c41"
    assert identifier_of(an_article("2021/flood.md"), SITE) != identifier_of(flood, SITE)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_the_identifier_is_what_the_library_gives(path: str) -> None:
    namespace = uuid.UUID("5b9c2d0e-6f0a-4f57-9a5e-0d7f3f6f1c42")
    expected = uuid.uuid5(namespace, f"{SITE.id or SITE.title}\npath:{path}").urn
    assert identifier_of(an_article(path), SITE) == expected


def test_articles_from_memory_are_those_of_the_catalog(tmp_path: Path) -> None:
    archive = [
        an_article(f"{number:03}.md", date=None if number % 50 == 7 else f"{1700 + number}")
        for number in range(300)
    ]
    with closing(catalog_with(tmp_path, archive, references=("b.md", "a.png"))) as catalog:
        articles, plain = catalog.articles, ArticleQueries(catalog.articles._ask)
        for number in (*range(300), 0, 299, 150, 149, 7):
            path = f"{number:03}.md"
            article = articles.get(path).article
            if article.date is not None:
                sort = sort_key(article.date, path)
                for newer in (False, True):
                    found = articles.neighbour(sort, newer=newer)
                    assert found == plain.neighbour(sort, newer=newer)
            assert articles.get(path) == plain.get(path)
            assert articles.references(path) == plain.references(path)
        assert articles.references("000.md") == ("a.png", "b.md")
        with pytest.raises(KeyError):
            articles.get("none.md")


def test_no_two_archives_have_the_same_identifiers() -> None:
    flood = an_article("flood.md")
    archives = (SiteSettings(title="One"), SiteSettings(title="Two"), SiteSettings(id="Two, 2"))
    assert len({identifier_of(flood, archive) for archive in archives}) == 3
    renamed = SiteSettings(title="Two, renamed", id="Two, 2", url="https://news.example/")
    assert identifier_of(flood, renamed) == identifier_of(flood, archives[2])


def test_an_id_of_its_own_outlives_the_file_name() -> None:
    identifiers = {
        identifier_of(an_article(path, extra={"id": 7}), SITE) for path in ("a.md", "b.md")
    }
    assert len(identifiers) == 1
    assert identifier_of(an_article("a.md", extra={"id": "7"}), SITE) in identifiers
    assert identifier_of(an_article("a.md", extra={"id": 8}), SITE) not in identifiers
    assert identifier_of(an_article("a.md", extra={"id": [7]}), SITE) == identifier_of(
        an_article("a.md"), SITE
    )


def test_two_articles_at_one_address_both_move_and_it_names_them(tmp_path: Path) -> None:
    archive = [
        an_article(path, title=title, slug="flood", date="2020-10-13")
        for path, title in (("b.md", "Second"), ("a.md", "First"))
    ]
    routes = [f"2020/10/13/flood--{digest_suffix(path)}.html" for path in ("a.md", "b.md")]
    with closing(catalog_with(tmp_path, archive)) as catalog:
        pages = [plan(catalog, PageKey(PageKind.ARTICLE, path)).route for path in ("a.md", "b.md")]
        view = plan(catalog, PageKey(PageKind.SHARED_ADDRESS, "2020/10/13/flood.html")).view
    assert pages == routes
    assert isinstance(view, SharedAddressView)
    assert view.route == "2020/10/13/flood.html"
    assert [(card.title, card.route) for card in view.cards] == [
        ("First", routes[0]),
        ("Second", routes[1]),
    ]


def test_a_former_address_leads_to_the_present_one(tmp_path: Path) -> None:
    article = an_article("a.md", title="Flood", aliases=("/old/", "/undated/flood.html"))
    with closing(catalog_with(tmp_path, [article])) as catalog:
        view = plan(catalog, PageKey(PageKind.REDIRECT, "old/index.html")).view
        with pytest.raises(KeyError):  # an article's own address is not a former one
            plan(catalog, PageKey(PageKind.REDIRECT, "undated/flood.html"))
    assert view == RedirectView("old/index.html", "undated/flood.html")

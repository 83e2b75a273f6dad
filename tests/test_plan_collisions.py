"""Former addresses that are something else, and addresses that several articles ask for."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from newsarc.config import Configuration, ListingSettings
from newsarc.errors import Problem
from newsarc.model import Article
from newsarc.site.plan.collisions import (
    AliasConflicts,
    alias_conflicts,
)
from newsarc.site.shared_addresses import shared_address_warnings
from newsarc.site.shared_ids import shared_id_warnings
from newsarc.site.slugs import digest_suffix
from tests.helpers.records import an_article, catalog_with

HINT = "remove it from aliases, or choose another address"
ARCHIVE = (
    an_article("twin-a.md", slug="twin", date="2020-10-13"),
    an_article("twin-b.md", slug="twin", date="2020-10-13"),
    *(
        an_article(f"{day}.md", title="Bridge", date=f"2020-10-{day}", tags=("Iraq",))
        for day in ("13", "14")
    ),
    an_article("coarse.md", title="Coarse", date="2019-03", authors=("Mara Lind",)),
    an_article("undated.md", title="Undated"),
)
OWN_ADDRESS = f"2020/10/13/twin--{digest_suffix('twin-a.md')}.html"


def conflicts_of(folder: Path, *articles: Article, longest: int = 200) -> AliasConflicts:
    configuration = Configuration(listings=ListingSettings(longest=longest))
    with closing(catalog_with(folder, (*ARCHIVE, *articles))) as catalog:
        return alias_conflicts(catalog, configuration, "articles")


def with_aliases(path: str, *aliases: str) -> Article:
    return an_article(path, title=path.partition(".")[0], aliases=aliases)


def problem(path: str, message: str) -> Problem:
    return Problem(f"articles/{path}", message, field="aliases", hint=HINT)


@pytest.mark.parametrize(
    "alias",
    [
        "/",
        "index.html",
        "/2020/",
        "/2020/10/",
        "/2020/10/13/",
        "/2019/03/",
        "/undated/",
        "/tags/",
        "/authors/",
        "/sources/",
        "/tags/iraq/",
        "/tags/iraq/2020.html",
        "/tags/iraq/2020-10.html",
        "/authors/mara-lind/",
        "/authors/mara-lind/2019.html",
        "/404.html",
        "/2020/10/14/bridge.html",
        "/2019/03/coarse.html",
        "/undated/undated-.html",
        "/2020/10/13/twin.html",
        f"/{OWN_ADDRESS}",
    ],
)
def test_an_alias_that_is_a_page_is_a_problem(tmp_path: Path, alias: str) -> None:
    conflicts = conflicts_of(tmp_path, with_aliases("flood.md", alias), longest=1)
    (route,) = conflicts.routes
    assert conflicts.problems == (
        problem(
            "flood.md",
            f'"{route}" cannot lead to the article: {route} is an address of the archive itself',
        ),
    )


@pytest.mark.parametrize(
    ("alias", "route", "blocking"),
    [
        ("/feed.xml", "feed.xml/index.html", "feed.xml"),
        ("/feed.json", "feed.json/index.html", "feed.json"),
        ("/sitemap.xml", "sitemap.xml/index.html", "sitemap.xml"),
        ("/robots.txt", "robots.txt/index.html", "robots.txt"),
        ("/sitemaps/2020.xml", "sitemaps/2020.xml/index.html", "sitemaps/2020.xml"),
        ("/tags/iraq/feed.xml", "tags/iraq/feed.xml/index.html", "tags/iraq/feed.xml"),
        ("/404.html/old/", "404.html/old/index.html", "404.html"),
        ("/assets/old.html", "assets/old.html", "assets"),
        ("/assets/", "assets/index.html", "assets"),
        ("/Tags/Iraq/", "Tags/Iraq/index.html", "tags/iraq/index.html"),
        ("/ASSETS/x/", "ASSETS/x/index.html", "assets"),
    ],
)
def test_an_alias_below_a_page_is_a_problem(
    tmp_path: Path, alias: str, route: str, blocking: str
) -> None:
    conflicts = conflicts_of(tmp_path, with_aliases("flood.md", alias))
    assert conflicts == AliasConflicts(
        frozenset({route}),
        (
            problem(
                "flood.md",
                f'"{route}" cannot lead to the article: {blocking} is an address of the archive'
                " itself",
            ),
        ),
    )


@pytest.mark.parametrize(
    "alias",
    [
        "/news/flood/",
        "/2020/10/13/flood.html",
        "/2020/flood/",
        "/tags/flood/",
        "/tags/iraq/2021.html",
        "/tags/iraq/2020-10.html",  # not cut, so there is no such page
        "/undated/flood.html",  # its own address, where nothing has to lead
        "/feed/",
        "/assets.html",
    ],
)
def test_other_aliases_are_fine(tmp_path: Path, alias: str) -> None:
    conflicts = conflicts_of(tmp_path, with_aliases("flood.md", alias))
    assert conflicts == AliasConflicts(frozenset(), ())


def test_an_alias_of_two_articles_belongs_to_neither(tmp_path: Path) -> None:
    conflicts = conflicts_of(
        tmp_path,
        with_aliases("b.md", "/old/", "/b/"),
        with_aliases("a.md", "/old", "/a/"),
    )
    assert conflicts == AliasConflicts(
        frozenset({"old/index.html"}),
        (problem("b.md", '"old/index.html" is also an alias of articles/a.md'),),
    )


def test_aliases_that_differ_in_case_alone_are_one(tmp_path: Path) -> None:
    conflicts = conflicts_of(tmp_path, with_aliases("b.md", "/old/"), with_aliases("a.md", "/OLD/"))
    assert [str(found) for found in conflicts.problems] == [
        'articles/b.md: aliases: "old/index.html" is also an alias of articles/a.md'
    ]


def test_an_alias_named_twice_is_one(tmp_path: Path) -> None:
    conflicts = conflicts_of(tmp_path, with_aliases("a.md", "/old/", "/old", "old/index.html"))
    assert conflicts == AliasConflicts(frozenset(), ())


def test_an_alias_below_another_is_a_problem(tmp_path: Path) -> None:
    conflicts = conflicts_of(
        tmp_path, with_aliases("a.md", "/old.html"), with_aliases("b.md", "/old.html/more/")
    )
    assert conflicts.routes == {"old.html", "old.html/more/index.html"}


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    conflicts = conflicts_of(
        tmp_path, with_aliases("b.md", "/tags/", "/news/"), with_aliases("a.md", "/2020/")
    )
    assert [found.path for found in conflicts.problems] == ["articles/a.md", "articles/b.md"]
    assert conflicts.routes == {"2020/index.html", "tags/index.html"}


def test_without_aliases_there_is_nothing_to_say(tmp_path: Path) -> None:
    assert conflicts_of(tmp_path) == AliasConflicts(frozenset(), ())


def test_an_address_that_several_ask_for_is_a_warning(tmp_path: Path) -> None:
    triplets = [an_article(path, slug="flood") for path in ("c.md", "a.md", "x/b.md")]
    with closing(catalog_with(tmp_path, (*ARCHIVE, *triplets))) as catalog:
        warnings = shared_address_warnings(catalog, "articles")
    rest = "there is a page that names all"
    twins = '"2020/10/13/twin.html" is also the address of articles/twin-b.md'
    triplets_too = '"undated/flood.html" is also the address of articles/c.md, articles/x/b.md'
    assert [str(warning) for warning in warnings] == [
        f"articles/twin-a.md: slug: {twins}: {rest}",
        f"articles/a.md: slug: {triplets_too}: {rest}",
    ]
    assert {(warning.severity, warning.hint) for warning in warnings} == {
        ("warning", "give each a slug of its own to choose their addresses")
    }


def test_an_id_that_several_have_is_a_warning(tmp_path: Path) -> None:
    articles = [
        an_article(path, extra={"id": own})
        for path, own in {"c.md": "7", "a.md": 7, "b.md": 8, "d.md": None, "e.md": None}.items()
    ]
    with closing(catalog_with(tmp_path, articles)) as catalog:
        (warning,) = shared_id_warnings(catalog, "articles")
    assert str(warning) == (
        'articles/a.md: id: "7" is also the id of articles/c.md:'
        " feed readers take them for one article"
    )
    assert warning.severity == "warning"

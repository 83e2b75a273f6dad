"""The site as a whole: every link resolves, every page is valid, on a site of several hundred
articles and on that of the repository."""

from __future__ import annotations

import json
import os
import posixpath
import re
import shutil
import subprocess
from collections.abc import Collection, Mapping
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import html5lib
import pytest

from benchmarks.archive import ArchiveSettings, sources
from newsarc.config import Configuration, ListingSettings, SiteSettings
from tests.helpers.pages import broken_links, foreign_requests, links_of
from tests.helpers.project import SEED, Project

ARTICLES = 400


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Several hundred articles of every precision and layout, with lists that are cut."""
    project = Project(tmp_path_factory.mktemp("large"))
    settings = ArchiveSettings(articles=ARTICLES, words=120, first_year=2014, last_year=2020)
    for path, text in sources(settings):
        project.write(path, text)
    # Short lists, so that there are terms whose years and months are cut.
    project.configure(Configuration(listings=ListingSettings(newest=5, longest=8)))
    report = project.build(jobs=2)
    assert (report.articles, report.failed) == (ARTICLES, False)
    return project


@pytest.fixture(scope="module")
def large_site(large: Project) -> Mapping[str, bytes]:
    return large.built()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The site of the one article that the repository ships."""
    project = Project(tmp_path_factory.mktemp("small"))
    shutil.copy(SEED, project.articles)
    project.build()
    return project


def test_every_link_resolves(large_site: Mapping[str, bytes]) -> None:
    assert list(broken_links(large_site)) == []


def test_every_link_ends_in_a_file_name(large_site: Mapping[str, bytes]) -> None:
    for route, content in large_site.items():
        if route.endswith(".html"):
            for target in links_of(content.decode())[0]:
                path = target.partition("#")[0]
                if path and not path.startswith(("https:", "data:")):
                    assert re.search(r"[^/]\.[a-z]+$", path), f"{route}: {target}"


def test_nothing_is_requested_from_elsewhere(large_site: Mapping[str, bytes]) -> None:
    loads = [
        load
        for route, content in large_site.items()
        if route.endswith(".html")
        for load in foreign_requests(content.decode())
    ]
    assert loads == []


def test_every_article_can_be_reached_from_the_front_page(large_site: Mapping[str, bytes]) -> None:
    reached = {"index.html"}
    waiting = ["index.html"]
    while waiting:
        route = waiting.pop()
        for target in links_of(large_site[route].decode())[0]:
            path = target.partition("#")[0]
            if path and "://" not in path and not path.startswith("mailto:"):
                goal = os.path.normpath(Path(route).parent / path)
                if goal not in reached and goal.endswith(".html"):
                    reached.add(goal)
                    waiting.append(goal)
    pages = {route for route in large_site if re.match(r"(\d{4}|undated)/", route)}
    # Nothing leads to an address that several articles ask for, but a link from elsewhere.
    assert pages - reached == shared_addresses(pages)


def shared_addresses(routes: Collection[str]) -> set[str]:
    """The addresses whose articles have suffixes instead."""
    return {re.sub(r"--\w+(?=\.html)", "", route) for route in routes if "--" in route}


def test_lists_are_cut_by_date(large_site: Mapping[str, bytes]) -> None:
    assert any(re.fullmatch(r"tags/[^/]+/\d{4}-\d{2}\.html", route) for route in large_site)


def test_no_page_says_where_it_was_made(large: Project) -> None:
    place = str(large.folder).encode()
    assert not [route for route, content in large.built().items() if place in content]


@pytest.mark.parametrize("url", ["", "https://news.example/archive/"])
def test_addresses_are_absolute_only_where_the_site_has_one(
    seed_project: Project, url: str
) -> None:
    seed_project.configure(Configuration(site=SiteSettings(url=url)))
    seed_project.build()
    article = next(
        seed_project.page(route)
        for route in seed_project.built()
        if route.startswith("2020/10/13/") and not route.endswith("index.html")
    )
    assert ('rel="canonical"' in article) is bool(url)
    assert ("og:url" in article) is bool(url)
    assert ("https://news.example/archive/2020/10/13/" in article) is bool(url)
    assert ("Sitemap:" in seed_project.page("robots.txt")) is bool(url)


# Feeds, sitemaps, structured data


def test_feeds_pass_a_real_parser(large_site: Mapping[str, bytes]) -> None:
    feeds = [route for route in large_site if route.endswith("feed.xml")]
    assert len(feeds) > 10
    for route in feeds:
        parsed = feedparser.parse(large_site[route])
        assert not parsed.bozo, f"{route}: {parsed.get('bozo_exception')}"
        assert parsed.version == "atom10"
    front = feedparser.parse(large_site["feed.xml"])
    assert len(front.entries) == 5
    assert len({entry.id for entry in front.entries}) == 5


def test_the_two_feeds_of_a_listing_say_the_same(large_site: Mapping[str, bytes]) -> None:
    for route in [route for route in large_site if route.endswith("feed.json")]:
        items = json.loads(large_site[route])["items"]
        entries = feedparser.parse(large_site[route.replace(".json", ".xml")]).entries
        assert [item["id"] for item in items] == [entry.id for entry in entries]


def test_identifiers_survive_a_change_of_address(project: Project) -> None:
    text = "---\ntitle: Flood\ndate: 2019-05-04\nslug: {}\n---\nThe river rose.\n"
    project.write("flood.md", text.format("flood"))
    project.build()
    before = feedparser.parse(project.built()["feed.xml"]).entries[0]
    project.write("flood.md", text.format("the-flood").replace("2019-05-04", "2019-05-05"))
    project.configure(Configuration(site=SiteSettings(url="https://news.example/")))
    project.build()
    after = feedparser.parse(project.built()["feed.xml"]).entries[0]
    assert before.link != after.link
    assert before.id == after.id


def test_the_sitemaps_name_every_article_once(large_site: Mapping[str, bytes]) -> None:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    index = ElementTree.fromstring(large_site["sitemap.xml"])
    named: list[str] = []
    for loc in index.iter(f"{space}loc"):
        part = ElementTree.fromstring(large_site[str(loc.text)])
        # Without site.url, addresses are relative to the file that names them.
        folder = posixpath.dirname(str(loc.text))
        named += [
            posixpath.normpath(posixpath.join(folder, str(entry.text)))
            for entry in part.iter(f"{space}loc")
        ]
    assert len(named) == len(set(named))
    assert set(named) <= large_site.keys()
    listed = {route for route in large_site if re.match(r"(\d{4}|undated)/.*\.html$", route)}
    assert listed - set(named) == shared_addresses(listed)


def test_structured_data_describes_the_article(small: Project) -> None:
    article = next(
        content.decode() for route, content in small.built().items() if "ceasefire" in route
    )
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', article, re.DOTALL)
    assert data is not None
    record = json.loads(data[1])
    assert record["@type"] == "NewsArticle"
    assert record["headline"].startswith("Iraqi militias propose ceasefire")
    assert record["datePublished"] == "2020-10-13"
    assert record["author"][0]["@type"] == "Organization"


# Valid HTML


def one_page_of_each_kind(site: Mapping[str, bytes]) -> list[str]:
    """The first two pages of every shape of address."""
    kinds: dict[str, list[str]] = {}
    for route in site:
        if route.endswith(".html"):
            shape = re.sub(r"(?<=/)[^/]+(?=/)|[^/]*(?=\.html)", _shape, route)
            kinds.setdefault(shape, []).append(route)
    return [route for routes in kinds.values() for route in routes[:2]]


def _shape(match: re.Match[str]) -> str:
    return match[0] if match[0] == "index" else re.sub(r"\w+", "w", match[0])


def test_pages_are_valid_html(large_site: Mapping[str, bytes], small: Project) -> None:
    pages = {route: large_site[route] for route in one_page_of_each_kind(large_site)}
    pages |= {route: html for route, html in small.built().items() if route.endswith(".html")}
    parser = html5lib.HTMLParser(strict=True)
    for route, html in pages.items():
        try:
            parser.parse(html.decode())
        except html5lib.html5parser.ParseError as error:
            pytest.fail(f"{route}: {error}")


def test_pages_pass_the_nu_checker(large: Project, small: Project, tmp_path: Path) -> None:
    jar = os.environ.get("NEWSARC_VNU_JAR")
    if not jar or not shutil.which("java"):
        pytest.skip("the Nu checker is not here: set NEWSARC_VNU_JAR to its vnu.jar, and have java")
    site = large.built()
    for number, route in enumerate(one_page_of_each_kind(site)):
        (tmp_path / f"{number}-{route.replace('/', '-')}").write_bytes(site[route])
    checked = subprocess.run(
        ["java", "-jar", jar, "--errors-only", "--skip-non-html", str(tmp_path), str(small.site)],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert (checked.returncode, checked.stderr) == (0, "")

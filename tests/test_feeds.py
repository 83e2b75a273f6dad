"""Feeds and sitemaps, by the rules of their formats."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

import feedparser
import jsonschema
import markupsafe
import pytest
from msgspec.structs import replace

from newsarc.config import Configuration, SiteSettings
from newsarc.model import Date, Page
from newsarc.rendering.environment import Theme, template_folders
from newsarc.rendering.feeds import json_feed, rfc3339, w3c_datetime, xml_text
from newsarc.site.views import Card, FeedEntry, FeedView, RobotsView, SitemapEntry, SitemapView

HERE = Configuration(site=SiteSettings(title="Marsh & Moor <Archive>"))
PUBLISHED = Configuration(
    site=SiteSettings(title="Marsh & Moor <Archive>", url="https://marsh.example/archive/")
)
BOTH = pytest.mark.parametrize("configuration", [HERE, PUBLISHED], ids=["relative", "absolute"])

FLOOD = FeedEntry(
    card=Card(
        route="2021/03/04/flood.html",
        title="Flood & <mud>\x0b \x00in\nLower Marsh",
        dek=None,
        date=Date("2021-03-04"),
        byline="Ada Quill",
        lang="de",
    ),
    identifier="urn:uuid:0d0c8f4e-6f5c-5e0e-9d4f-000000000001",
    summary='The river "rose" & fell. \U0001f30a',
    updated=Date("2021-03-05T07:30:00+01:00"),
    authors=("Ada Quill", "Marsh Wire"),
    tags=("Floods & mud", "Roads"),
)
MILL = FeedEntry(
    card=Card("2020/mühle.html", "The mill", None, Date("2020"), None, None),
    identifier="urn:uuid:0d0c8f4e-6f5c-5e0e-9d4f-000000000002",
    summary="",
    updated=Date("2020"),
    authors=(),
    tags=(),
)
FEED = FeedView(
    route="tags/floods/feed.xml",
    identifier="urn:uuid:0d0c8f4e-6f5c-5e0e-9d4f-000000000003",
    title="Floods — Marsh & Moor",
    home="tags/floods/index.html",
    updated=Date("2021-03-05T07:30:00+01:00"),
    entries=(FLOOD, MILL),
)
EMPTY = replace(FEED, updated=None, entries=())


def rendered(
    template: str, view: FeedView | SitemapView | RobotsView, site: Configuration
) -> bytes:
    def nothing(*_: object) -> markupsafe.Markup:
        raise AssertionError("feeds show no bodies")

    theme = Theme(template_folders(None), site, nothing, nothing)
    return theme.render(Page(view.route, template, view))


# Dates


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2020", "2020-01-01T12:00:00Z"),
        ("2020-10", "2020-10-01T12:00:00Z"),
        ("2020-10-13", "2020-10-13T12:00:00Z"),
        ("2020-10-13T05:52", "2020-10-13T05:52:00Z"),
        ("2020-10-13T05:52:01", "2020-10-13T05:52:01Z"),
        ("2020-10-13T05:52:00Z", "2020-10-13T05:52:00Z"),
        ("2020-10-13T05:52:00+00:00", "2020-10-13T05:52:00Z"),
        ("2020-10-13T23:52:00-04:00", "2020-10-13T23:52:00-04:00"),
        (None, "1970-01-01T00:00:00Z"),
    ],
)
def test_dates_of_feeds(date: str | None, written: str) -> None:
    assert rfc3339(Date(date) if date else None) == written


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2020", None),
        ("2020-10", None),
        ("2020-10-13", "2020-10-13"),
        ("2020-10-13T05:52", "2020-10-13"),
        ("2020-10-13T05:52:00-04:00", "2020-10-13T05:52:00-04:00"),
        (None, None),
    ],
)
def test_dates_of_sitemaps(date: str | None, written: str | None) -> None:
    assert w3c_datetime(Date(date) if date else None) == written


def test_text_of_xml() -> None:
    assert xml_text("a\x00b\x0bc\ud800d\ufffee\U0001f30a \r\n\n f\tg") == "abcde\U0001f30a f\tg"


# Atom, RFC 4287

ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def texts(parent: ET.Element, name: str) -> list[str]:
    return [child.text or "" for child in parent.findall(ATOM + name)]


def check_atom(content: bytes) -> ET.Element:
    """What RFC 4287 says a feed and an entry must have, in the forms that it must have it."""
    feed = ET.fromstring(content)
    assert feed.tag == f"{ATOM}feed"
    identifiers = []
    for part in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(part.findall(ATOM + name)) == 1, name
            assert texts(part, name)[0]
        assert len(texts(part, "published")) <= 1
        for date in texts(part, "updated") + texts(part, "published"):
            assert datetime.fromisoformat(date).tzinfo is not None
            assert date[10] == "T"
            assert not date.endswith("z")
        for author in part.findall(f"{ATOM}author"):
            assert len(author.findall(f"{ATOM}name")) == 1
        for category in part.findall(f"{ATOM}category"):
            assert category.get("term")
        identifiers += texts(part, "id")
        assert urlsplit(identifiers[-1]).scheme
    for entry in feed.findall(f"{ATOM}entry"):
        # Without content, an entry needs an alternate link; without authors, those of the feed.
        assert [link.get("rel") for link in entry.findall(f"{ATOM}link")] == ["alternate"]
        assert entry.findall(f"{ATOM}author") or feed.findall(f"{ATOM}author")
    assert [link.get("rel") for link in feed.findall(f"{ATOM}link")] == ["self", "alternate"]
    assert len(identifiers) == len(set(identifiers))
    return feed


@BOTH
@pytest.mark.parametrize("view", [FEED, EMPTY], ids=["full", "empty"])
def test_atom_is_valid(view: FeedView, configuration: Configuration) -> None:
    content = rendered("feed.xml", view, configuration)
    assert content.startswith(b'<?xml version="1.0" encoding="utf-8"?>\n<!-- newsarc -->\n<feed ')
    check_atom(content)
    parsed = feedparser.parse(content)
    assert not parsed.bozo
    assert parsed.version == "atom10"
    assert len(parsed.entries) == len(view.entries)


def test_atom_says_what_is_known() -> None:
    feed = check_atom(rendered("feed.xml", FEED, HERE))
    assert feed.get(XML_LANG) == "en"
    assert texts(feed, "title") == ["Floods — Marsh & Moor"]
    assert texts(feed, "updated") == ["2021-03-05T07:30:00+01:00"]
    assert texts(feed, "generator") == ["newsarc"]
    assert [texts(author, "name") for author in feed.findall(f"{ATOM}author")] == [
        ["Marsh & Moor <Archive>"]
    ]
    flood, mill = feed.findall(f"{ATOM}entry")
    assert flood.get(XML_LANG) == "de"
    assert texts(flood, "id") == [FLOOD.identifier]
    assert texts(flood, "title") == ["Flood & <mud> in Lower Marsh"]
    assert texts(flood, "published") == ["2021-03-04T12:00:00Z"]
    assert texts(flood, "updated") == ["2021-03-05T07:30:00+01:00"]
    assert texts(flood, "summary") == ['The river "rose" & fell. \U0001f30a']
    names = [texts(author, "name") for author in flood.findall(f"{ATOM}author")]
    assert names == [["Ada Quill"], ["Marsh Wire"]]
    terms = [category.get("term") for category in flood.findall(f"{ATOM}category")]
    assert terms == ["Floods & mud", "Roads"]
    assert texts(mill, "published") == ["2020-01-01T12:00:00Z"]
    assert texts(mill, "summary") == []
    assert mill.get(XML_LANG) is None


def test_atom_without_an_address_has_relative_links() -> None:
    feed = check_atom(rendered("feed.xml", FEED, HERE))
    targets = [link.get("href") for link in feed.iter(f"{ATOM}link")]
    assert targets == [
        "../../tags/floods/feed.xml",
        "../../tags/floods/index.html",
        "../../2021/03/04/flood.html",
        "../../2020/mühle.html",
    ]


def test_atom_with_an_address_has_absolute_links() -> None:
    feed = check_atom(rendered("feed.xml", FEED, PUBLISHED))
    targets = [link.get("href") for link in feed.iter(f"{ATOM}link")]
    assert targets == [
        "https://marsh.example/archive/tags/floods/feed.xml",
        "https://marsh.example/archive/tags/floods/index.html",
        "https://marsh.example/archive/2021/03/04/flood.html",
        "https://marsh.example/archive/2020/m%C3%BChle.html",
    ]


def test_atom_without_dates_begins_with_unix_time() -> None:
    feed = check_atom(rendered("feed.xml", EMPTY, HERE))
    assert texts(feed, "updated") == ["1970-01-01T00:00:00Z"]


# JSON Feed 1.1 (jsonfeed.org/version/1.1)

RFC_3339 = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$"
TEXT = {"type": "string", "minLength": 1}
DATE = {"type": "string", "pattern": RFC_3339}
AUTHORS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"name": TEXT, "url": TEXT, "avatar": TEXT},
        "patternProperties": {"^_": {"type": "object"}},
        "additionalProperties": False,
        "minProperties": 1,
    },
}
JSON_FEED = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        **dict.fromkeys(
            ("title", "home_page_url", "feed_url", "description", "user_comment", "next_url"), TEXT
        ),
        **dict.fromkeys(("icon", "favicon", "language"), TEXT),
        "authors": AUTHORS,
        "expired": {"type": "boolean"},
        "hubs": {"type": "array"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
                "properties": {
                    **dict.fromkeys(("id", "url", "external_url", "title", "summary"), TEXT),
                    **dict.fromkeys(("content_html", "content_text", "image"), TEXT),
                    **dict.fromkeys(("banner_image", "language"), TEXT),
                    "date_published": DATE,
                    "date_modified": DATE,
                    "authors": AUTHORS,
                    "tags": {"type": "array", "items": TEXT},
                    "attachments": {"type": "array"},
                },
                "patternProperties": {"^_": {"type": "object"}},
                "additionalProperties": False,
            },
        },
    },
    # Extensions begin with an underscore and are objects.
    "patternProperties": {"^_": {"type": "object"}},
    "additionalProperties": False,
}


@BOTH
@pytest.mark.parametrize("view", [FEED, EMPTY], ids=["full", "empty"])
def test_json_feed_is_valid(view: FeedView, configuration: Configuration) -> None:
    content = json_feed(replace(view, route="tags/floods/feed.json"), configuration)
    jsonschema.Draft202012Validator(JSON_FEED).validate(json.loads(content))
    assert b'"_newsarc"' in content[:200]
    assert content.endswith(b"}\n")


@BOTH
@pytest.mark.parametrize("view", [FEED, EMPTY], ids=["full", "empty"])
def test_json_feed_is_laid_out_as_python_does_it(
    view: FeedView, configuration: Configuration
) -> None:
    content = json_feed(view, configuration).decode()
    assert content == json.dumps(json.loads(content), ensure_ascii=False, indent=1) + "\n"


def test_json_feed_says_what_is_known() -> None:
    feed = json.loads(json_feed(replace(FEED, route="tags/floods/feed.json"), HERE))
    assert feed["_newsarc"] == {"generator": "newsarc"}
    assert feed["home_page_url"] == "../../tags/floods/index.html"
    assert feed["feed_url"] == "../../tags/floods/feed.json"
    assert feed["items"] == [
        {
            "id": FLOOD.identifier,
            "url": "../../2021/03/04/flood.html",
            "title": FLOOD.card.title,
            "summary": FLOOD.summary,
            "content_text": FLOOD.summary,
            "date_published": "2021-03-04T12:00:00Z",
            "date_modified": "2021-03-05T07:30:00+01:00",
            "authors": [{"name": "Ada Quill"}, {"name": "Marsh Wire"}],
            "tags": ["Floods & mud", "Roads"],
            "language": "de",
        },
        {
            "id": MILL.identifier,
            "url": "../../2020/mühle.html",
            "title": "The mill",
            "content_text": "The mill",
            "date_published": "2020-01-01T12:00:00Z",
            "date_modified": "2020-01-01T12:00:00Z",
        },
    ]


def test_json_feed_with_an_address_has_absolute_links() -> None:
    feed = json.loads(json_feed(replace(FEED, route="feed.json"), PUBLISHED))
    assert feed["feed_url"] == "https://marsh.example/archive/feed.json"
    assert feed["items"][1]["url"] == "https://marsh.example/archive/2020/m%C3%BChle.html"


# Sitemaps (sitemaps.org, version 0.9)

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ENTRIES = (
    SitemapEntry("2021/03/04/flood.html", Date("2021-03-04T05:52:00+01:00")),
    SitemapEntry("2020/mühle.html", Date("2020")),
    SitemapEntry("2020/10/13/a&b.html", Date("2020-10-13")),
    SitemapEntry("index.html", None),
)


def entries_of(content: bytes, root: str, entry: str) -> Iterable[tuple[str | None, ...]]:
    tree = ET.fromstring(content)
    assert tree.tag == SITEMAP + root
    for found in tree:
        assert found.tag == SITEMAP + entry
        assert [child.tag for child in found][:1] == [f"{SITEMAP}loc"]
        yield tuple(child.text for child in found)


@pytest.mark.parametrize(
    ("template", "root", "entry"),
    [("sitemap.xml", "urlset", "url"), ("sitemap_index.xml", "sitemapindex", "sitemap")],
)
def test_sitemaps(template: str, root: str, entry: str) -> None:
    view = SitemapView("sitemaps/2020.xml", ENTRIES)
    content = rendered(template, view, PUBLISHED)
    assert b"\n<!-- newsarc -->\n" in content[:100]
    assert list(entries_of(content, root, entry)) == [
        ("https://marsh.example/archive/2021/03/04/flood.html", "2021-03-04T05:52:00+01:00"),
        ("https://marsh.example/archive/2020/m%C3%BChle.html",),
        ("https://marsh.example/archive/2020/10/13/a%26b.html", "2020-10-13"),
        ("https://marsh.example/archive/index.html",),
    ]
    relative = list(entries_of(rendered(template, view, HERE), root, entry))
    assert relative[0][0] == "../2021/03/04/flood.html"
    assert relative[2] == ("../2020/10/13/a&b.html", "2020-10-13")


def test_sitemaps_without_entries() -> None:
    content = rendered("sitemap.xml", SitemapView("sitemaps/undated.xml", ()), HERE)
    assert list(entries_of(content, "urlset", "url")) == []


def test_robots() -> None:
    view = RobotsView("robots.txt", "sitemap.xml")
    allowed = b"# newsarc\nUser-agent: *\nAllow: /\n"
    assert rendered("robots.txt", view, HERE) == allowed
    assert rendered("robots.txt", view, PUBLISHED) == (
        allowed + b"Sitemap: https://marsh.example/archive/sitemap.xml\n"
    )

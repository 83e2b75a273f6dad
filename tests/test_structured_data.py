"""The description of an article for machines: JSON-LD by schema.org."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from newsarc.config import Configuration, SiteSettings
from newsarc.model import Date, Json, Markup
from newsarc.rendering.structured_data import json_ld
from newsarc.site.views import ArticleView, AuthorLink, Body, Picture, TermLink

HERE = Configuration(site=SiteSettings(title="Marsh Archive"))
PUBLISHED = Configuration(
    site=SiteSettings(title="Marsh Archive", url="https://marsh.example/archive", language="de")
)

BARE = ArticleView(
    route="2021/03/04/flood.html",
    identifier="urn:uuid:0d0c8f4e-6f5c-5e0e-9d4f-000000000001",
    path="flood.txt",
    digest="0" * 64,
    title="Flood takes the lower road",
    dek=None,
    description="The river rose.",
    date=None,
    updated=None,
    byline=None,
    authors=(),
    source=None,
    dateline=None,
    section=None,
    lang=None,
    url=None,
    picture=None,
    body=Body("The river rose.", Markup.TEXT, {}),
    tags=(),
    tags_suggested=False,
    periods=(),
    previous=None,
    next=None,
    timeline=None,
    related=(),
    corrections=(),
    withdrawal=None,
    evidence=(),
    extra={},
)
FULL = replace(
    BARE,
    date=Date("2021-03-04"),
    updated=Date("2021-03-05T07:30:00+01:00"),
    authors=(
        AuthorLink("Ada Quill", False, "authors/ada-quill/index.html"),
        AuthorLink("Marsh Wire", True, "authors/marsh-wire/index.html"),
    ),
    source=TermLink("The Lower Marsh Courier", "sources/the-lower-marsh-courier/index.html"),
    dateline="LOWER MARSH",
    section="Weather",
    lang="en",
    url="https://courier.example/flood",
    picture=Picture("assets/images/flood.0a1b2c3d.jpg", "The mill.", "T. Reed"),
    tags=(TermLink("Floods", "tags/floods/index.html"), TermLink("Roads", "tags/roads/index.html")),
)


class _Script(HTMLParser):
    """What a browser finds: one script element and the text in it."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert attrs == [("type", "application/ld+json")]

    def handle_data(self, data: str) -> None:
        self.text += data


def described(page: ArticleView, configuration: Configuration) -> dict[str, Json]:
    script = _Script()
    script.feed(json_ld(page, configuration))
    script.close()
    assert script.tags == ["script"]
    properties = json.loads(script.text)
    assert isinstance(properties, dict)
    return properties


def test_all_that_is_known_without_an_address() -> None:
    assert described(FULL, HERE) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": BARE.identifier,
        "identifier": BARE.identifier,
        "headline": "Flood takes the lower road",
        "description": "The river rose.",
        "datePublished": "2021-03-04",
        "dateModified": "2021-03-05T07:30:00+01:00",
        "author": [
            {"@type": "Person", "name": "Ada Quill"},
            {"@type": "Organization", "name": "Marsh Wire"},
        ],
        "publisher": {"@type": "Organization", "name": "The Lower Marsh Courier"},
        "dateline": "LOWER MARSH",
        "articleSection": "Weather",
        "keywords": ["Floods", "Roads"],
        "inLanguage": "en",
        "sameAs": "https://courier.example/flood",
        "isPartOf": {"@type": "WebSite", "name": "Marsh Archive"},
    }


def test_what_is_not_known_is_not_said() -> None:
    assert described(BARE, HERE).keys() == {
        "@context",
        "@type",
        "@id",
        "identifier",
        "headline",
        "description",
        "inLanguage",
        "isPartOf",
    }


def test_addresses_are_absolute_and_need_that_of_the_site() -> None:
    properties = described(FULL, PUBLISHED)
    address = "https://marsh.example/archive/2021/03/04/flood.html"
    assert properties["@id"] == properties["url"] == properties["mainEntityOfPage"] == address
    assert properties["author"] == [
        {
            "@type": "Person",
            "name": "Ada Quill",
            "url": "https://marsh.example/archive/authors/ada-quill/index.html",
        },
        {
            "@type": "Organization",
            "name": "Marsh Wire",
            "url": "https://marsh.example/archive/authors/marsh-wire/index.html",
        },
    ]
    assert properties["image"] == {
        "@type": "ImageObject",
        "url": "https://marsh.example/archive/assets/images/flood.0a1b2c3d.jpg",
        "caption": "The mill.",
        "creditText": "T. Reed",
    }
    assert properties["isPartOf"] == {
        "@type": "WebSite",
        "name": "Marsh Archive",
        "url": "https://marsh.example/archive/index.html",
    }


def test_the_language_is_the_articles_own_or_that_of_the_site() -> None:
    assert described(FULL, PUBLISHED)["inLanguage"] == "en"
    assert described(BARE, PUBLISHED)["inLanguage"] == "de"


@pytest.mark.parametrize("date", ["2021", "2021-03", "2021-03-04", "2021-03-04T05:52"])
def test_dates_keep_their_precision(date: str) -> None:
    assert described(replace(BARE, date=Date(date)), HERE)["datePublished"] == date


def test_long_headlines_are_not_cut() -> None:
    title = "Flood " * 1_000
    assert described(replace(BARE, title=title), HERE)["headline"] == title


def test_nothing_ends_the_script() -> None:
    title = "</script><!-- <b> & \u2028 ' \" \\ </SCRIPT> ]]>"
    assert described(replace(BARE, title=title), HERE)["headline"] == title
    inner = json_ld(replace(BARE, title=title), HERE)[len("<script type=") :]
    assert not {"<", "&", "\u2028"} & set(inner.removesuffix("</script>"))


def test_a_picture_that_is_lost_is_not_linked() -> None:
    lost = replace(FULL, picture=Picture(None, "The mill.", None))
    assert "image" not in described(lost, PUBLISHED)

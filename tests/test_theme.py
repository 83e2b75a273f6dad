"""The pages of the default theme."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

import pytest

from newsarc.config import Configuration, SiteSettings
from newsarc.model import Date, Page
from newsarc.site.views import (
    AuthorLink,
    Card,
    DayView,
    NotFoundView,
    Picture,
    RedirectView,
    UndatedView,
)
from tests.helpers.views import (
    ARABIC,
    CARD,
    WITH_ADDRESS,
    WITHOUT_ADDRESS,
    article,
    pages,
    rendered,
    theme,
)


@pytest.mark.parametrize("configuration", [WITHOUT_ADDRESS, WITH_ADDRESS])
@pytest.mark.parametrize("page", pages(), ids=lambda page: page.template)
def test_every_page_has_its_frame(page: Page, configuration: Configuration) -> None:
    content = theme(configuration=configuration).render(page)
    html = content.decode()
    assert html.startswith("<!doctype html>")
    assert b'<meta name="generator" content="newsarc">' in content[:2048]
    assert '<html lang="en">' in html
    assert '<a class="skip" href="#main">' in html
    assert '<main id="main">' in html
    assert html.count("<h1") == 1
    assert 'type="application/atom+xml"' in html
    assert 'type="application/feed+json"' in html
    assert "style=" not in html, "a strict Content-Security-Policy allows no inline style"
    has_address = configuration is WITH_ADDRESS and page.template != "404.html"
    assert ('rel="canonical"' in html) == has_address
    links = re.findall(r'(?:href|src)="([^"]*)"', html)
    assert all(re.search(r"\.\w+$|#|^(?:https|data):", link) for link in links), (
        "all end in a file name"
    )


def test_rendering_is_the_same_every_time() -> None:
    first, second = theme(), theme()
    for page in pages():
        assert first.render(page) == second.render(page) == first.render(page)


def test_an_article() -> None:
    html = rendered(article())
    assert "<title>Lock reopens · News archive</title>" in html
    assert '<meta property="og:title" content="Lock reopens">' in html
    assert '<meta property="og:type" content="article">' in html
    assert '<meta property="article:published_time" content="2020-10-13">' in html
    assert '<meta property="article:tag" content="Iris">' in html
    assert "og:url" not in html
    assert '<script type="application/ld+json">"Lock reopens, News archive"</script>' in html
    assert "<p>Water &amp; gates. on 2020/10/13/lock.html</p>" in html
    assert '<time datetime="2020-10-13">October 13, 2020</time>' in html
    assert (
        'By <a rel="author" href="../../../authors/ada-quill/index.html">Ada Quill</a> and others'
        in html
    )
    assert '<a href="../../../2020/index.html">2020</a>' in html
    assert "<code>2020/lock.txt</code>" in html
    assert "suggested" not in html


def test_an_article_on_a_site_with_an_address() -> None:
    html = rendered(
        article(picture=Picture("assets/images/lock.00000000.jpg", None, None)), WITH_ADDRESS
    )
    address = "https://courier.example/archive/2020/10/13/lock.html"
    assert f'<link rel="canonical" href="{address}">' in html
    assert f'<meta property="og:url" content="{address}">' in html
    assert (
        '<meta property="og:image" '
        'content="https://courier.example/archive/assets/images/lock.00000000.jpg">'
    ) in html
    assert f'<bdi>The Marden Courier</bdi>, <bdi dir="ltr">{address}</bdi>.' in html


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {},
            "Ada Quill. “Lock reopens.” <cite>Marden Courier</cite>, October 13, 2020. Archive.",
        ),
        (
            {"title": "Will it hold?", "source": None},
            "Ada Quill. “Will it hold?” October 13, 2020. Archive.",
        ),
        (
            {"authors": (AuthorLink("Marden Courier", True, "a"),), "byline": "Marden Courier"},
            "“Lock reopens.” <cite>Marden Courier</cite>, October 13, 2020. Archive.",
        ),
        (
            {
                "authors": tuple(
                    AuthorLink(name, False, "a") for name in ("A. B.", "C D", "E Jr.")
                ),
                "date": None,
            },
            "A. B., C D and E Jr. “Lock reopens.” <cite>Marden Courier</cite>. Archive.",
        ),
        (
            {"authors": (), "byline": "Reporters", "date": Date("2020-10-13T09:24")},
            "Reporters. “Lock reopens.” <cite>Marden Courier</cite>, October 13, 2020. Archive.",
        ),
    ],
)
def test_citation(fields: Mapping[str, object], expected: str) -> None:
    archive = Configuration(site=SiteSettings(title="Archive"))
    html = rendered(article(**fields), archive)
    cited = re.search(r'class="cite".*?<p[^>]*>(.*?)</p>', html)
    assert cited is not None
    assert re.sub("</?bdi[^>]*>", "", cited[1]).strip() == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("“I never signed,” he says", "“‘I never signed,’ he says.”"),
        ("“I never signed”", "“‘I never signed.’”"),
        ("“Who signed?”", "“‘Who signed?’”"),
        ('Board calls lease "void"', "“Board calls lease 'void.'”"),
        ("The Quills’", "“The Quills’.”"),
        ("No", "“No.”"),
    ],
)
def test_quotation_marks_in_a_cited_title_are_single(title: str, expected: str) -> None:
    cited = rendered(article(title=title)).partition('class="cite"')[2]
    assert expected in html.unescape(re.sub("</?bdi[^>]*>", "", cited))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", "„Ein “Nein” genügt“."),
        ("fr", "« Ein “Nein” genügt »."),
        ("ja", "「Ein “Nein”"),
    ],
)
def test_quotation_marks_are_those_of_the_language(language: str, expected: str) -> None:
    archive = Configuration(site=SiteSettings(title="Archive", language=language))
    cited = rendered(article(title="Ein “Nein” genügt"), archive).partition('class="cite"')[2]
    assert expected in html.unescape(re.sub("</?bdi[^>]*>", "", cited))


def test_the_parts_of_a_citation_keep_their_directions() -> None:
    authors = (AuthorLink("سلمى", False, "authors/salma/index.html"),)
    page = rendered(article(title="الميناء", authors=authors, lang="ar"), WITH_ADDRESS)
    assert "<bdi>سلمى</bdi>. “<bdi>الميناء</bdi>.”" in page.replace("\n", " ")
    assert '<bdi>The Marden Courier</bdi>, <bdi dir="ltr">https://' in page


def test_an_article_without_a_language_takes_its_direction_from_its_text() -> None:
    page = rendered(article(section="World", next=CARD))
    assert '<article class="story" dir="auto">' in page
    assert "<bdi>World</bdi>" in page, "the section does not tell the direction of the story"
    assert '<div class="body" dir="auto">' in page
    assert '<article class="card" dir="auto">' in page
    assert '<aside class="story-notes" lang="en" dir="ltr"' in page


def test_the_front_page_leads_to_every_index() -> None:
    empty, full, *_ = (rendered(page) for page in pages() if page.template == "front.html")
    for name in ("tags", "authors", "sources"):
        leads = f'<p class="more"><a href="{name}/index.html">All {name}</a></p>'
        assert leads in full
        assert leads not in empty


def test_a_picture_that_is_not_there_is_told_of() -> None:
    html = rendered(article(picture=Picture(None, "The lock", "Ines Valcourt")))
    assert "Picture not in the archive" in html
    assert '<span class="credit">Ines Valcourt</span>' in html
    assert "<img" not in html


def test_suggested_tags_are_marked() -> None:
    assert ">suggested</p>" in rendered(article(tags_suggested=True))


def test_a_date_is_in_the_language_of_its_article() -> None:
    html = rendered(article(lang="es", updated=Date("2020-11")))
    assert '<time datetime="2020-10-13">13 de octubre de 2020</time>' in html
    assert '<time datetime="2020-11" lang="es">noviembre de 2020</time>' in html
    undated = rendered(article(lang="es", date=None))
    assert '<p class="when" lang="en">Undated</p>' in undated


def test_another_language_is_marked_with_its_direction() -> None:
    html = rendered(article(lang="ar", next=ARABIC))
    assert '<article class="story" lang="ar" dir="rtl">' in html
    assert '<article class="card" lang="ar" dir="rtl">' in html
    assert '<aside class="story-notes" lang="en" dir="ltr"' in html


def test_a_site_from_right_to_left() -> None:
    configuration = Configuration(site=SiteSettings(language="ar"))
    html = rendered(Page("404.html", "404.html", NotFoundView("404.html")), configuration)
    assert '<html lang="ar" dir="rtl">' in html


def test_an_address_that_is_none_is_not_linked() -> None:
    html = rendered(article(url="javascript:alert(1)"))
    assert "<dd>javascript:alert(1)</dd>" in html
    assert 'href="javascript:' not in html


def test_a_headline_without_end_is_cut_everywhere_but_on_its_article() -> None:
    title = "endless " * 1250
    shown = rendered(article(title=title))
    assert shown.count(title.strip()) == 2, "the heading, and the description for machines"
    day = DayView(
        "2020/10/13/index.html",
        "2020-10-13",
        1,
        (Card("a", title, None, None, None, None),),
        None,
        None,
    )
    assert len(rendered(Page(day.route, "day.html", day))) < 3000


def test_a_redirect_leads_on() -> None:
    page = Page(
        "news/lock/index.html",
        "redirect.html",
        RedirectView("news/lock/index.html", "2020/10/13/lock.html"),
    )
    html = rendered(page, WITH_ADDRESS)
    assert '<meta http-equiv="refresh" content="0; url=../../2020/10/13/lock.html">' in html
    assert '<a href="../../2020/10/13/lock.html">' in html
    assert 'href="https://courier.example/archive/2020/10/13/lock.html"' in html


def test_a_term_has_its_own_feeds() -> None:
    page = next(page for page in pages() if page.template == "term.html")
    html = rendered(page)
    assert 'title="Iris · News archive" href="../../tags/iris/feed.xml">' in html
    assert 'title="Iris · News archive" href="../../tags/iris/feed.json">' in html


def test_a_card_is_remembered_without_the_page_it_was_on() -> None:
    one = theme()
    for route, prefix in (("2020/10/13/index.html", "../../../"), ("undated/index.html", "../")):
        html = one.render(Page(route, "undated.html", UndatedView(route, 1, (CARD,)))).decode()
        assert f'<a href="{prefix}2020/10/13/lock.html">Lock reopens</a>' in html


def _luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("ink", "paper"),
        ("quiet", "paper"),
        ("accent", "paper"),
        ("ink", "day-1"),
        ("ink", "day-2"),
        ("on-dark-day", "day-3"),
        ("on-dark-day", "day-4"),
    ],
)
def test_text_stands_out_from_its_ground(scheme: int, text: str, ground: str) -> None:
    """Seven to one, which WCAG 2.2 asks for at its highest level."""
    one = theme()
    css = one.assets()[one.stylesheet].decode()
    block = re.findall(r":root \{(.*?)\}", css, re.DOTALL)[scheme]
    colours = dict(re.findall(r"--([\w-]+): (#\w+);", block))
    light, dark = sorted((_luminance(colours[text]), _luminance(colours[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 7

"""Which pages list an article, by its record alone."""

from __future__ import annotations

import pytest

from newsarc.model import Article, Taxonomy
from newsarc.site.entries import entry_of
from newsarc.site.keys import PageKey, PageKind
from newsarc.site.listings import listings_of
from tests.helpers.records import an_article

ALWAYS = {
    PageKey(PageKind.FRONT),
    PageKey(PageKind.FEED),
    PageKey(PageKind.JSON_FEED),
    PageKey(PageKind.SITEMAP_INDEX),
}
DATED = {PageKey(PageKind.SITEMAP, period="2020"), PageKey(PageKind.YEAR, period="2020")}
UNDATED = {PageKey(PageKind.SITEMAP), PageKey(PageKind.UNDATED)}


def of_tag(*periods: str) -> set[PageKey]:
    """What lists an article with the tag Iraq, besides its date."""
    return {
        PageKey(PageKind.TERM_INDEX, taxonomy="tags"),
        PageKey(PageKind.TERM, "iraq", "tags"),
        PageKey(PageKind.FEED, "iraq", "tags"),
        PageKey(PageKind.JSON_FEED, "iraq", "tags"),
        *(PageKey(PageKind.TERM_PERIOD, "iraq", "tags", period) for period in periods),
    }


@pytest.mark.parametrize(
    ("article", "listings"),
    [
        (an_article(), UNDATED),
        (an_article(date="2020"), DATED),
        (an_article(date="2020-10"), {*DATED, PageKey(PageKind.MONTH, period="2020-10")}),
        (
            an_article(date="2020-10-13T05:52"),
            {
                *DATED,
                PageKey(PageKind.MONTH, period="2020-10"),
                PageKey(PageKind.DAY, period="2020-10-13"),
                PageKey(PageKind.ON_THIS_DAY, period="10-13"),
            },
        ),
        (an_article(tags=("Iraq",)), {*UNDATED, *of_tag("")}),
        (an_article(tags=("Iraq",), date="2020"), {*DATED, *of_tag("2020")}),
        (
            an_article(tags=("Iraq", "IRAQ"), date="2020-10-13"),
            {
                *DATED,
                PageKey(PageKind.MONTH, period="2020-10"),
                PageKey(PageKind.DAY, period="2020-10-13"),
                PageKey(PageKind.ON_THIS_DAY, period="10-13"),
                *of_tag("2020", "2020-10", "2020-10-13"),
            },
        ),
    ],
)
def test_listings(article: Article, listings: set[PageKey]) -> None:
    assert listings_of(entry_of(article, "en")) == ALWAYS | listings


def test_authors_and_sources_have_the_same_listings_as_tags() -> None:
    article = an_article(tags=("Iraq",), authors=("Iraq",), source="Iraq", date="2020")
    found = listings_of(entry_of(article, "en"))
    by_taxonomy = [
        {key._replace(taxonomy="") for key in found if key.taxonomy == taxonomy}
        for taxonomy in Taxonomy
    ]
    assert by_taxonomy == [{key._replace(taxonomy="") for key in of_tag("2020")}] * 3

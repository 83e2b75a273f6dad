"""From a record to what the catalog keeps of it."""

from __future__ import annotations

import pytest
from hypothesis import given

from newsarc.catalog.entries import TermEntry
from newsarc.model import Article, Author, Taxonomy
from newsarc.site.entries import byline_of, entry_of, heading_of, terms_of
from newsarc.site.slugs import fold
from tests.helpers.archives import archives
from tests.helpers.records import an_article

TWO_LINES = "The river rose by two metres in one night and took the old bridge with it, and with it"


@pytest.mark.parametrize(
    ("fields", "heading"),
    [
        ({"title": "Flood", "file_words": "high water"}, "Flood"),
        ({"file_words": "high water"}, "High water"),
        ({"file_words": "élan"}, "Élan"),
        ({"opening": "The river rose."}, "The river rose."),
        ({"opening": f"{TWO_LINES} the road to the north."}, f"{TWO_LINES} …"),
        ({"opening": "x" * 200}, "x" * 90 + " …"),
        ({"opening": "x" * 90}, "x" * 90),
        ({"opening": ""}, "a/b.md"),
    ],
)
def test_every_article_has_a_heading(fields: dict[str, str], heading: str) -> None:
    assert heading_of(an_article("a/b.md", **fields)) == heading


@pytest.mark.parametrize(
    ("byline", "authors", "expected"),
    [
        ("By Mara Lind, in Basra", ("Mara Lind",), "By Mara Lind, in Basra"),
        (None, ("Mara Lind", "Ali Rahmani"), "Mara Lind, Ali Rahmani"),
        (None, (), None),
    ],
)
def test_the_byline_is_as_written_or_the_names(
    byline: str | None, authors: tuple[str, ...], expected: str | None
) -> None:
    assert byline_of(an_article(byline=byline, authors=authors)) == expected


def test_terms_are_each_named_once_as_first_written() -> None:
    article = an_article(
        tags=("Iraq", "IRAQ", "C++"),
        authors=(Author("Mara Lind"), Author("Mara  LIND")),
        source="Mara Lind",
    )
    assert terms_of(article) == (
        TermEntry(Taxonomy.TAG, "iraq", "Iraq"),
        TermEntry(Taxonomy.TAG, "c-plus-plus", "C++"),
        TermEntry(Taxonomy.AUTHOR, "mara-lind", "Mara Lind"),
        TermEntry(Taxonomy.SOURCE, "mara-lind", "Mara Lind"),
    )


def test_suggested_tags_are_terms_too() -> None:
    assert terms_of(an_article(suggested_tags=("Iraq",))) == (
        TermEntry(Taxonomy.TAG, "iraq", "Iraq"),
    )


def test_an_article_without_terms_has_none() -> None:
    assert terms_of(an_article()) == ()


@pytest.mark.parametrize(
    ("lang", "shown"), [(None, None), ("en", None), ("de", "de"), ("en-GB", "en-GB")]
)
def test_a_card_names_the_language_where_it_is_not_the_sites(
    lang: str | None, shown: str | None
) -> None:
    assert entry_of(an_article(lang=lang), "en").card.lang == shown


def test_an_entry_says_all_that_other_pages_need() -> None:
    article = an_article(
        title="Flood", dek="It rose.", date="2020-10-13", aliases=("/old/", "older.html")
    )
    entry = entry_of(article, "en")
    assert entry.card.route == "2020/10/13/flood.html"
    assert (entry.card.title, entry.card.dek, entry.card.date) == (
        "Flood",
        "It rose.",
        article.date,
    )
    assert entry.aliases == ("old/index.html", "older.html")
    assert entry.article is article


@given(archives())
def test_every_name_of_an_article_leads_to_a_term_of_it(archive: tuple[Article, ...]) -> None:
    for article in archive:
        keys = {(term.taxonomy, term.key) for term in terms_of(article)}
        tags = (*article.tags, *(tag.name for tag in article.suggested_tags))
        assert {key for taxonomy, key in keys if taxonomy is Taxonomy.TAG} == set(map(fold, tags))
        assert len(keys) == len(terms_of(article))

"""Records, and a catalog that holds them, without any file being read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from newsarc.catalog.catalog import Catalog
from newsarc.catalog.entries import ImageEntry, SourceEntry
from newsarc.catalog.queries import CatalogReader
from newsarc.catalog.source_rows import rows_of
from newsarc.config import Configuration
from newsarc.model import Article, Author, Date, Markup, Page, Source, SuggestedTag
from newsarc.site.entries import entry_of
from newsarc.site.keys import PageKey
from newsarc.site.plan import Planner
from newsarc.site.routes import of_image

LANGUAGE = "en"
"""The language of the site that the records are entered for."""
SEEN = 10_000_000_000
"""When all files were seen; they were changed long before."""


def an_article(path: str = "flood.md", **fields: Any) -> Article:
    """A record with little in it but what is asked for.

    ``date`` may be a text; ``authors`` and ``suggested_tags`` may be texts.
    """
    fields = {
        "digest": digest_of(path),
        "encoding": "utf-8",
        "markup": Markup.MARKDOWN,
        "body": (),
        "opening": "The river rose.",
        **fields,
    }
    if isinstance(fields.get("date"), str):
        fields["date"] = Date(fields["date"])
    fields["authors"] = tuple(
        Author(author) if isinstance(author, str) else author
        for author in fields.get("authors", ())
    )
    fields["suggested_tags"] = tuple(
        SuggestedTag(tag, "named twice") if isinstance(tag, str) else tag
        for tag in fields.get("suggested_tags", ())
    )
    return Article(path=path, **fields)


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def a_source_entry(
    article: Article, *, seen: int = SEEN, references: tuple[str, ...] = ()
) -> SourceEntry:
    """What the catalog is given when a source was read; a draft is not listed."""
    return SourceEntry(
        source=Source(article.path, size=100, modified=1),
        seen=seen,
        digest=article.digest,
        listed=None if article.draft else entry_of(article, LANGUAGE, references=references),
        warnings=(),
    )


def an_image(path: str, content: str = "a picture") -> ImageEntry:
    digest = digest_of(content)
    return ImageEntry(Source(path, size=100, modified=1), SEEN, digest, of_image(path, digest))


def catalog_with(
    folder: Path,
    articles: Iterable[Article],
    images: Iterable[ImageEntry] = (),
    references: tuple[str, ...] = (),
) -> CatalogReader:
    """A catalog in a folder, made anew from these records; close the reader when done.

    ``references`` are the links in the body of the first article.
    """
    file = folder / "catalog.sqlite"
    with Catalog(file, clean=True) as catalog:
        catalog.put_sources(
            [
                rows_of(a_source_entry(article, references=() if number else references))
                for number, article in enumerate(articles)
            ]
        )
        catalog.put_images(images)
        catalog.settle()
        catalog.commit()
    return CatalogReader(file)


def plan(catalog: CatalogReader, key: PageKey, configuration: Configuration | None = None) -> Page:
    """The page of a key; bodies are empty."""
    return Planner(catalog, configuration or Configuration(), lambda _: "").page(key)

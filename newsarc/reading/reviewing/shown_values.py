"""The values of a record's fields as text, for people."""

from __future__ import annotations

from newsarc.model import Article


def shown_values(article: Article) -> dict[str, str]:
    """Each field that holds something, in the order in which records are shown."""
    image = article.image
    values = {
        "title": article.title,
        "dek": article.dek,
        "date": article.date and article.date.iso,
        "updated": article.updated and article.updated.iso,
        "byline": article.byline,
        "authors": ", ".join(author.name for author in article.authors),
        "source": article.source,
        "dateline": article.dateline,
        "image": image and image.file,
        "caption": image and image.caption,
        "credit": image and image.credit,
        "tags": ", ".join(article.tags),
        "section": article.section,
        "lang": article.lang,
        "url": article.url,
        "slug": article.slug,
        "aliases": ", ".join(article.aliases),
    }
    return {name: " ".join(value.split()) for name, value in values.items() if value}

"""From a record to what the catalog keeps of it: its card, addresses and terms. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from newsarc.catalog.entries import ArticleEntry, TermEntry
from newsarc.model import Article, Card, Taxonomy
from newsarc.site import routes
from newsarc.site.editorial import as_published
from newsarc.site.slugs import fold

NO_ALIASES: Mapping[str, str] = MappingProxyType({})

_HEADING_LENGTH = 90
"""Characters of the body shown for a heading where there is none: about two lines."""


def entry_of(
    article: Article,
    site_language: str,
    tag_aliases: Mapping[str, str] = NO_ALIASES,
    references: tuple[str, ...] = (),
) -> ArticleEntry:
    """What the catalog keeps of a published article.

    ``tag_aliases`` are those of ``[tags]``, ``references`` the local targets in the body.
    """
    published = as_published(article)
    return ArticleEntry(
        article=published,
        card=Card(
            # The address stays that of the article as it was.
            route=routes.address_of(article),
            title=heading_of(published),
            dek=published.dek,
            date=article.date,
            byline=byline_of(article),
            lang=article.lang if article.lang != site_language else None,
            withdrawn=published is not article,
        ),
        own_address=routes.own_address_of(article),
        terms=terms_of(published, tag_aliases),
        aliases=tuple(routes.of_alias(alias) for alias in article.aliases),
        references=references if published is article else (),
    )


def heading_of(article: Article) -> str:
    """The title, else the file name's words, else the first words of the body."""
    if article.title:
        return article.title
    if article.file_words:
        return article.file_words[:1].upper() + article.file_words[1:]
    opening = article.opening
    if len(opening) > _HEADING_LENGTH:
        opening = opening[:_HEADING_LENGTH].rpartition(" ")[0] or opening[:_HEADING_LENGTH]
        return f"{opening} …"
    return opening or article.path


def byline_of(article: Article) -> str | None:
    """The byline as written, else the authors' names."""
    return article.byline or ", ".join(author.name for author in article.authors) or None


def terms_of(
    article: Article, tag_aliases: Mapping[str, str] = NO_ALIASES
) -> tuple[TermEntry, ...]:
    """The terms that list an article, each once, under the first way in which it writes them.

    ``tag_aliases`` are other names of tags, and the tags.
    """
    names = (
        *((Taxonomy.TAG, tag) for tag in _tags(article, tag_aliases)),
        *((Taxonomy.AUTHOR, author.name) for author in article.authors),
        *((Taxonomy.SOURCE, name) for name in (article.source,) if name),
    )
    terms: dict[tuple[Taxonomy, str], TermEntry] = {}
    for taxonomy, name in names:
        term = _term(taxonomy, name)
        terms.setdefault((taxonomy, term.key), term)
    return tuple(terms.values())


def tag_keys_of(article: Article, tag_aliases: Mapping[str, str] = NO_ALIASES) -> Iterable[str]:
    """The keys of an article's tags, each once, in its order."""
    return dict.fromkeys([fold(tag) for tag in _tags(article, tag_aliases)])


def _tags(article: Article, tag_aliases: Mapping[str, str]) -> Iterable[str]:
    """The tags as they are written, or as those for which they are other names."""
    tags = article.tags
    if article.suggested_tags:
        tags = (*tags, *(tag.name for tag in article.suggested_tags))
    if not tag_aliases:
        return tags
    tag_of = {fold(alias): tag for alias, tag in tag_aliases.items()}
    return [tag_of.get(fold(tag), tag) for tag in tags]


@lru_cache(maxsize=4096)  # authors, sources and tags are those of article after article
def _term(taxonomy: Taxonomy, name: str) -> TermEntry:
    return TermEntry(taxonomy, fold(name), name)

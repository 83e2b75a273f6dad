"""From a source that was read to its rows in the catalog.

Plain tuples, made where the source is read: to send the records themselves from one process to
another took 0.36 ms an article, a third of the time of reading it.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from newsarc.catalog.entries import ArticleEntry, SourceEntry
from newsarc.catalog.queries.rows import sort_key
from newsarc.catalog.records import article_to_json, problems_to_json
from newsarc.catalog.reference_names import links_of_file, name_of_target

Row: TypeAlias = tuple[object, ...]


class SourceRows(NamedTuple):
    """The rows of a source, as ``schema.py`` has their columns, but without the article's number,
    which the catalog gives."""

    path: str
    source: Row
    article: Row | None
    """None for a draft."""
    record: str = ""
    """JSON."""
    terms: tuple[Row, ...] = ()
    """Taxonomy, key, sort; then the label."""
    aliases: tuple[Row, ...] = ()
    references: tuple[Row, ...] = ()


def rows_of(entry: SourceEntry) -> SourceRows:
    """What a source is to be in the catalog."""
    source = entry.source
    row = (
        *(source.path, source.size, source.modified, entry.seen, entry.digest),
        problems_to_json(entry.warnings),
    )
    listed = entry.listed
    if listed is None:
        return SourceRows(source.path, row, None)
    sort = sort_key(listed.article.date, source.path)
    return SourceRows(
        source.path,
        row,
        _article_row(listed, sort),
        article_to_json(listed.article),
        tuple((str(term.taxonomy), term.key, sort, term.label) for term in listed.terms),
        tuple((alias, alias.casefold()) for alias in listed.aliases),
        tuple(_references(listed)),
    )


def _article_row(entry: ArticleEntry, sort: str) -> Row:
    article, card = entry.article, entry.card
    return (
        *(article.path, article.path.rpartition("/")[2], sort),
        *(article.date and article.date.iso, article.updated and article.updated.iso),
        *(card.title, card.dek, card.byline, card.lang, card.withdrawn),
        article.own_id,
        *(card.route, entry.own_address),
        card.route,  # until it is known whether others ask for it too
    )


def _references(entry: ArticleEntry) -> list[Row]:
    rows: list[Row] = [(target, name_of_target(target), True) for target in entry.references]
    image = entry.article.image
    links = links_of_file(image.file) if image and image.file else ()
    rows += [(link, name_of_target(link), False) for link in links if link not in entry.references]
    return rows

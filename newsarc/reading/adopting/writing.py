"""From a record to the values of front matter that read as it: the way back of ``fields.py``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from newsarc.model import Article, Author, Image
from newsarc.reading.entities import encode_entities
from newsarc.reading.field_groups import is_told_by_name
from newsarc.reading.front_matter import FrontMatter
from newsarc.reading.front_matter.names import field_of
from newsarc.reading.front_matter.values import Items, Place, Table, Text, Value
from newsarc.reading.record import Fields

ORDER: Final = (
    *("title", "dek", "date", "updated", "authors", "byline", "source", "dateline", "image"),
    *("caption", "credit", "tags", "section", "lang", "url", "slug", "aliases", "draft"),
)
"""The fields as they stand one below the other."""
_NOWHERE: Final = Place(0, 0)
_OF_IMAGE: Final = frozenset({"image", "caption", "credit"})


def entries_of_text(article: Article) -> dict[str, Value]:
    """The entries for a record that was read from pasted text.

    A title is always among them, be it an empty one: that says that the fields are all there.
    """
    entries: dict[str, Value] = {"title": _text(article.title or "")}
    if article.dek:
        entries["dek"] = _text(article.dek)
    for name, date in (("date", article.date), ("updated", article.updated)):
        if date is not None:
            entries[name] = Text(date.iso, _NOWHERE, quoted=False)
    if article.authors or article.byline:
        entries["authors"] = _authors(article.authors, article.lang)
    for name, text in (
        ("byline", article.byline),
        ("source", article.source),
        ("dateline", article.dateline),
    ):
        if text:
            entries[name] = _text(text)
    if article.image:
        entries["image"] = _table(_parts_of_image(article.image))
    if article.tags:
        entries["tags"] = _items(map(_text, article.tags))
    for name, text in (("section", article.section), ("lang", article.lang)):
        if text:
            entries[name] = _text(text)
    if article.url:
        entries["url"] = Text(article.url, _NOWHERE, quoted=True)
    return entries | {
        name: _text(value) for name, value in article.extra.items() if isinstance(value, str)
    }


def entries_completed(article: Article, given: FrontMatter, fields: Fields) -> dict[str, Value]:
    """The entries that front matter without a title gives, and those that the text adds to them.

    ``fields`` are the front matter's own. What it says under any name is kept as it is.
    """
    kept = {
        name: value
        for name, value in given.values.items()
        if not (value.empty and field_of(name)) and not _is_of_other_words(name, article, fields)
    }
    known = {field_of(name) or name for name in kept}
    added = entries_of_text(article)
    if known & _OF_IMAGE:
        image = article.image if fields.image is None else None
        added.pop("image", None)
        added |= _parts_of_image(image) if image else {}
    missing = {
        name: value for name, value in added.items() if (field_of(name) or name) not in known
    }
    return _in_order({**missing, **kept})


def _is_of_other_words(name: str, article: Article, fields: Fields) -> bool:
    """Whether authors would be taken apart by another language's words, now that it is known."""
    newly_known = article.lang is not None and fields.lang is None
    return newly_known and field_of(name) == "authors" and name not in article.extra


def _in_order(entries: Mapping[str, Value]) -> dict[str, Value]:
    """The fields in their order, and what newsarc does not know below them."""
    ranks = {field: rank for rank, field in enumerate(ORDER)}
    names = sorted(entries, key=lambda name: ranks.get(field_of(name) or "", len(ORDER)))
    return {name: entries[name] for name in names}


def _authors(authors: tuple[Author, ...], lang: str | None) -> Items:
    return _items(
        _text(author.name)
        if is_told_by_name(author, lang)
        else _table({"name": _text(author.name), "organisation": _truth(author.organisation)})
        for author in authors
    )


def _parts_of_image(image: Image) -> dict[str, Value]:
    parts = {"file": image.file, "caption": image.caption, "credit": image.credit}
    return {name: _text(text) for name, text in parts.items() if text}


def _text(text: str) -> Text:
    return Text(encode_entities(text), _NOWHERE, quoted=True)


def _truth(truth: bool) -> Text:
    return Text("true" if truth else "false", _NOWHERE, quoted=False)


def _items(values: Iterable[Value]) -> Items:
    return Items(tuple(values), _NOWHERE)


def _table(entries: Mapping[str, Value]) -> Table:
    return Table(entries, _NOWHERE, dict.fromkeys(entries, _NOWHERE))

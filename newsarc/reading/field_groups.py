"""The fields of front matter that have several values or parts: names, tags, the picture."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from newsarc.model import Author, Image, Json
from newsarc.reading.entities import decode_entities
from newsarc.reading.field_types import one_line, read_lines, read_text, read_verbatim, squeezed
from newsarc.reading.front_matter.values import Items, Table, Text, Value, to_json
from newsarc.reading.given import Given, Notes, set_aside
from newsarc.reading.languages.lexicon import Lexicon, languages_with_words, lexicon_of
from newsarc.reading.lines import BLANKS
from newsarc.reading.plain_names import is_plain_name

_SEPARATED = re.compile(r"\s(?:and|&)\s|[,;]|\Aby\s", re.IGNORECASE)
_BETWEEN_TAGS = re.compile(r"[,;]")
_LATIN_ACCENT = re.compile(r"([a-z])[\u0300-\u036f]+")
_GAPS = re.compile(r"[\s_-]+")
_PARTS_OF_NAME = frozenset({"name", "organisation"})
_TRUTHS: Mapping[str, bool] = MappingProxyType({"true": True, "false": False})
_PARTS_OF_IMAGE: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(("file", "src", "path", "url"), "image")
    | {"caption": "caption", "credit": "credit"}
)


def read_authors(
    given: Given | None, byline: Given | None, lang: Given | None, notes: Notes
) -> tuple[Author, ...]:
    """The authors, from a list or from one text; where there are none, the names of the byline."""
    language = lang.value.text if lang is not None and isinstance(lang.value, Text) else None
    lexicon = _lexicon(language)
    if given is not None:
        authors = tuple(dict.fromkeys(_authors(given, lexicon, notes)))
    elif byline is not None and isinstance(byline.value, Text):
        given = byline._replace(field="authors")
        authors = _names_in(squeezed(decode_entities(byline.value.text)[0]), lexicon)
    else:
        return ()
    if authors:
        notes.found(given)
    return authors


def is_told_by_name(author: Author, lang: str | None) -> bool:
    """Whether an author's name alone, in a list of them, reads as that author."""
    return _is_organisation(author.name, _lexicon(lang)) == author.organisation


@lru_cache(maxsize=64)
def _lexicon(lang: str | None) -> Lexicon:
    """The words for the language that front matter gives: those of English where it gives none."""
    language = (lang or "").strip(BLANKS).partition("-")[0].casefold()
    return lexicon_of(language if language in languages_with_words() else "en")


def _authors(given: Given, lexicon: Lexicon, notes: Notes) -> Iterator[Author]:
    if isinstance(given.value, Items):
        for item in given.value.items:
            if (name := _name(given, item, notes)) is not None:
                told = _told_organisation(item)
                yield Author(name, _is_organisation(name, lexicon) if told is None else told)
    elif (text := _name(given, given.value, notes)) is not None:
        # An identifier such as jane-doe, or one name, is no byline to be taken apart.
        told = _told_organisation(given.value)
        several = _names_in(text, lexicon) if told is None and _SEPARATED.search(text) else ()
        is_organisation = _is_organisation(text, lexicon) if told is None else told
        yield from several or (Author(text, is_organisation),)


def _names_in(byline: str, lexicon: Lexicon) -> tuple[Author, ...]:
    if is_plain_name(byline, lexicon):
        return (Author(byline),)
    from newsarc.reading.bylines import names_of  # noqa: PLC0415

    return names_of(byline, lexicon)


def _is_organisation(name: str, lexicon: Lexicon) -> bool:
    # What tells other names apart takes longer to import than most builds of one article may.
    if is_plain_name(name, lexicon):
        return False
    from newsarc.reading.bylines import reads_as_organisation  # noqa: PLC0415

    return reads_as_organisation(name, lexicon)


def _told_organisation(value: Value) -> bool | None:
    """What a table says of its name: ``organisation: true`` or ``false``; None where nothing."""
    told = value.entries.get("organisation") if isinstance(value, Table) else None
    return _TRUTHS.get(told.text.strip().lower()) if isinstance(told, Text) else None


def _name(given: Given, value: Value, notes: Notes) -> str | None:
    """The name that a text or a table with a ``name`` gives; what else it has is kept."""
    if not isinstance(value, Table):
        return one_line(given, value, notes)
    if "name" not in value.entries:
        notes.wrong_shape(given, value, "names")
        return None
    if value.entries.keys() - _PARTS_OF_NAME or (
        "organisation" in value.entries and _told_organisation(value) is None
    ):
        notes.extra[given.name] = to_json(given.value)
    return one_line(given, value.entries["name"], notes)


def read_tags(given: Given | None, notes: Notes) -> tuple[str, ...]:
    """Tags, from a list or from one text with commas; each once, as it is first written."""
    if given is None:
        return ()
    tags = each_once(_tags(given, notes))
    if tags:
        notes.found(given)
    return tags


def each_once(tags: Iterable[str]) -> tuple[str, ...]:
    """Each of some tags once, as it is first written."""
    found: dict[str, str] = {}
    for tag in tags:
        found.setdefault(_fold(tag), tag)
    return tuple(found.values())


def _tags(given: Given, notes: Notes) -> Iterator[str]:
    if isinstance(given.value, Items):
        for item in given.value.items:
            if not isinstance(item, Text):
                notes.wrong_shape(given, item, "words")
            elif tag := one_line(given, item, notes):
                yield tag
    elif not isinstance(given.value, Text):
        notes.wrong_shape(given, given.value, "a list of words")
    elif text := one_line(given, given.value, notes):
        parts = (part.strip(BLANKS) for part in _BETWEEN_TAGS.split(text))
        yield from filter(None, parts)


@lru_cache(maxsize=4096)  # the same tags stand in file after file
def _fold(tag: str) -> str:
    """Equal for spellings that differ in case, Latin accents, spaces or hyphens."""
    plain = tag.casefold()
    if not plain.isascii():
        plain = _LATIN_ACCENT.sub(r"\1", unicodedata.normalize("NFKD", plain))
    return _GAPS.sub(" ", plain)


def read_image(
    image: Given | None, caption: Given | None, credit: Given | None, notes: Notes
) -> Image | None:
    """The picture: a file or a table of file, caption and credit; the latter two stand alone too.

    An image of another shape, and what a table holds beside these three, is kept as it is.
    """
    parts = _parts_of_image(image, notes)
    for alone in (caption, credit):
        if alone is not None and parts.setdefault(alone.field, alone) is not alone:
            set_aside(alone, parts[alone.field], notes)
    found = Image(
        file=read_verbatim(parts.get("image"), notes),
        caption=read_lines(parts.get("caption"), notes),
        credit=read_text(parts.get("credit"), notes),
    )
    return found if found != Image() else None


def _parts_of_image(given: Given | None, notes: Notes) -> dict[str, Given]:
    """What the value of ``image`` gives under which field; the rest goes to ``notes.extra``."""
    if given is None:
        return {}
    if isinstance(given.value, Text):
        return {"image": given}
    parts: dict[str, Given] = {}
    rest: dict[str, Json] = {}
    if isinstance(given.value, Table):
        for name, value in given.value.entries.items():
            part = _PARTS_OF_IMAGE.get(name)
            if part is None or part in parts or value.empty:
                rest[name] = to_json(value)
            else:
                line = given.value.names[name].line
                parts[part] = Given(part, f"{given.name}.{name}", value, line)
    if rest or not parts:
        notes.extra[given.name] = rest if parts else to_json(given.value)
    return parts

"""Who a line of date and byline names: its byline, a publisher, a section."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from newsarc.reading.bylines import (
    Kind,
    after_by_word,
    read_byline,
    reads_as_byline,
    reads_as_organisation,
    reads_as_signature,
)
from newsarc.reading.changing import with_changes
from newsarc.reading.languages.lexicon import Lexicon, alternatives, fold
from newsarc.reading.pasted.core.asides import EDGES, trimmed
from newsarc.reading.pasted.core.meta import Meta

MOST_SPACES: Final = 13
"""A name with its role has hardly more."""
_SEPARATOR = re.compile(r"[,|•·/–—-]")
_LAST_PART = re.compile(r"(?:\s{0,2}[|•·,]\s{0,2}|\sin\s)(?=[\w &]{2,30}\Z)")
_IN_SECTIONS = re.compile(r",?\s(?:in|en|em|dans)\s(?P<sections>[^|•·]{2,80})\Z")
_AFTER_SOURCE = re.compile(r"\s(?=[^\W\d_]{1,12}\s?[:：])|[|•·]")
"""Where another label stands behind a publisher: ``来源：… 作者：…``."""
_FIRST_PART = re.compile(r"\A[\w &]{2,30}?\s{0,2}[|•·]\s{0,2}")
_YEAR = re.compile(r"\d{3}")
_DIGIT = re.compile(r"\d")


def with_names(meta: Meta, names: list[str], lexicon: Lexicon) -> Meta | None:
    """The meta with its byline: one, or one beside a publisher."""
    names, section = _without_section([name for name in names if name], lexicon)
    meta = with_changes(meta, section=section) if section else meta
    names, source = _without_source(names, lexicon)
    meta = with_changes(meta, source=source) if source else meta
    if not names:
        return meta if meta.has_date else None
    marks = lexicon.words("copyright", "words")
    if any(mark in folded for folded in map(fold, names) for mark in marks):
        return None
    readings = [(trimmed(_bare(name, lexicon)), is_introduced(name, lexicon)) for name in names]
    # What is cheap to ask is asked first: most lines of a story end here.
    if not (meta.has_date or any(named for _, named in readings)):
        return signed(meta, names[0], lexicon)
    # The name by which a site's software signs says nothing of who wrote.
    readings = [item for item in readings if fold(item[0]) not in lexicon.words("byline", "nobody")]
    if not readings:
        return meta if meta.has_date else None
    if len(readings) > 2 or not all(
        _is_of_byline(name, lexicon, introduced=named) for name, named in readings
    ):
        return _beside_place(meta, names)
    readings.sort(key=lambda reading: (not reading[1], reads_as_organisation(reading[0], lexicon)))
    (byline, named), *others = readings
    if others and not reads_as_organisation(others[0][0], lexicon):
        return None
    if not (
        named or " " in byline or not byline.isascii() or reads_as_organisation(byline, lexicon)
    ):
        return _beside_place(meta, names)
    source = others[0][0] if others else meta.source
    return with_changes(meta, byline=byline, named=named, source=source)


def is_introduced(text: str, lexicon: Lexicon) -> bool:
    """Whether a word before or after a name says that it is who wrote."""
    if after_by_word(text, lexicon) is not text:
        return True
    before, _, last = text.rpartition(" ")
    return bool(before) and fold(last) in lexicon.words("byline", "after")


def _bare(name: str, lexicon: Lexicon) -> str:
    """A byline without the word that introduces it; a role behind a name is part of it."""
    bare = after_by_word(name, lexicon)
    before, _, last = bare.rpartition(" ")
    is_word = fold(last) in lexicon.words("byline", "after")
    if is_word and reads_as_organisation(bare, lexicon):
        return bare
    return before if is_word and fold(last) not in lexicon.words("roles", "nouns") else bare


def _is_of_byline(name: str, lexicon: Lexicon, *, introduced: bool) -> bool:
    if reads_as_byline(name, lexicon, introduced=introduced) or reads_as_organisation(
        name, lexicon
    ):
        return True
    # After a label, what follows the first name need not be understood: "Author: Jane Doe, red."
    kinds = [piece.kind for piece in read_byline(name, lexicon)] if introduced else []
    listed = len(kinds) > 1 and kinds[0] in (Kind.PERSON, Kind.ORGANISATION) and "," in name
    return listed and not _DIGIT.search(name.partition(",")[0]) and not _YEAR.search(name)


def _beside_place(meta: Meta, names: list[str]) -> Meta | None:
    """The meta of a date with a place of a word or two beside it: "Madrid, 25 de mayo de 2025"."""
    words = names[0].split() if len(names) == 1 else []
    is_place = 0 < len(words) <= 2 and all(word[0].isupper() for word in words)
    return meta if is_place and meta.date and names[0].isalpha() else None


def _without_source(names: list[str], lexicon: Lexicon) -> tuple[list[str], str | None]:
    """Names without the publisher that a label gives: "Source: Example News"."""
    kept, source = list[str](), None
    for name in names:
        label = _source_label(lexicon).search(name)
        if label is None:
            kept.append(name)
            continue
        before, after = trimmed(name[: label.start()]), trimmed(name[label.end() :])
        if source_end := _AFTER_SOURCE.search(after):
            after, rest = after[: source_end.start()], after[source_end.start() :]
        else:
            rest = ""
        source = trimmed(after)
        kept += [part for part in (before, trimmed(rest)) if part]
    return kept, source


@cache
def _source_label(lexicon: Lexicon) -> re.Pattern[str]:
    labels = alternatives(lexicon.words("labels", "source"))
    return re.compile(rf"(?<![^\W\d_])(?:{labels})\s{{0,2}}[:：]", re.IGNORECASE)


def signed(meta: Meta, name: str, lexicon: Lexicon) -> Meta | None:
    """A name with its role, which needs no date beside it."""
    is_short = name.count(" ") <= MOST_SPACES
    if is_short and _SEPARATOR.search(name) and reads_as_signature(name, lexicon):
        return with_changes(meta, byline=name, signed=True)
    return None


def _without_section(names: Iterable[str], lexicon: Lexicon) -> tuple[list[str], str | None]:
    """Names without the section of "Jane Doe | Politics" and "Jane Doe in Politics"."""
    sections = lexicon.words("sections", "names")
    kept, section = list[str](), None
    for name in names:
        last, first = _LAST_PART.search(name), _FIRST_PART.match(name)
        listed = _IN_SECTIONS.search(name)
        if fold(name) in sections:
            section = name
        elif listed and fold(listed["sections"].split(",")[0]) in sections:
            section = listed["sections"]
            kept.append(trimmed(name[: listed.start()]))
        elif last and fold(name[last.end() :]) in sections:
            section = name[last.end() :]
            kept.append(trimmed(name[: last.start()]))
        elif first and fold(first[0].rstrip(EDGES)) in sections:
            section = first[0].rstrip(EDGES)
            kept.append(trimmed(name[first.end() :]))
        else:
            kept.append(name)
    return [name for name in kept if name], section

"""The names under which front matter gives a field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice
from types import MappingProxyType

from newsarc.errors import Problem, Severity
from newsarc.reading.front_matter.values import Place

NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "title": ("title", "headline"),
        "dek": ("dek", "deck", "standfirst", "subtitle", "summary", "description"),
        "date": (
            *("date", "published", "date_published", "pubdate", "publish_date"),
            "publication_date",
        ),
        "updated": ("updated", "date_updated", "lastmod", "modified", "date_modified"),
        "byline": ("byline",),
        "authors": ("authors", "author"),
        "source": ("source", "publisher"),
        "dateline": ("dateline",),
        "image": ("image",),
        "caption": ("caption",),
        "credit": ("credit",),
        "tags": ("tags", "tag", "topics", "keywords", "categories"),
        "section": ("section", "kicker"),
        "lang": ("lang", "language"),
        "url": ("url", "canonical_url", "canonical", "source_url", "link"),
        "slug": ("slug",),
        "aliases": ("aliases", "alias"),
        "draft": ("draft",),
    }
)
"""Each field and its names. Where a text gives several, the first of these names counts."""

LIST_FIELDS = frozenset({"tags", "authors", "aliases"})
"""The fields that may have several values."""

_NO_MISSPELLINGS = frozenset({"desk", "images"})
"""Names that mean something of their own, however near they are to a field's."""
_LEAST_LIKENESS = 0.8
"""Of "titel" and "title"."""
_WORDS_OF_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[^A-Za-z]+")
_SEPARATORS = str.maketrans("", "", "_- ")
_FIELDS = {name.translate(_SEPARATORS): field for field, names in NAMES.items() for name in names}
_LONGEST_NAME = 1 + max(map(len, _FIELDS))
_RANKS = {
    name.translate(_SEPARATORS): rank for names in NAMES.values() for rank, name in enumerate(names)
}
_SIMPLE_NAME = re.compile(r"[a-z_][\w.-]*")
_LINE_OF_FIELD = re.compile(r"[ \t]*[\"']?([\w-][\w .-]{0,40}?)[\"']?[ \t]*[:=](\s|$|[\"'\[{])?")


def field_of(name: str) -> str | None:
    """The field of a name; case, hyphens, spaces and underscores do not matter."""
    field = _FIELDS.get(name)
    return field or _FIELDS.get(name.lower().translate(_SEPARATORS))


def rank_of(name: str) -> int:
    """The place of a name among those of its field, from 0."""
    return _RANKS[name.lower().translate(_SEPARATORS)]


@lru_cache(maxsize=512)  # the same names stand in file after file
def meant_by(name: str) -> str | None:
    """The name that an unknown one may be a slip of, with one letter more, less or elsewhere.

    ``author_id`` and ``dateCreated`` are no slips: a field's name is a whole word of them.
    """
    plain = name.lower().translate(_SEPARATORS)
    if plain in _NO_MISSPELLINGS or len(plain) > _LONGEST_NAME:
        return None
    parts = _WORDS_OF_NAME.findall(name)
    if len(parts) > 1 and any(part.lower() in _FIELDS for part in parts):
        return None
    near = (known for names in NAMES.values() for known in names)
    likeness = {known: _likeness(plain, known.translate(_SEPARATORS)) for known in near}
    best = max(likeness, key=lambda known: likeness[known])
    return best if likeness[best] >= _LEAST_LIKENESS else None


def _likeness(name: str, known: str) -> float:
    # Few slip at the first letter; "location" is nearer to "caption" than its sense.
    if abs(len(name) - len(known)) > 1 or name[:1] != known[:1]:
        return 0
    return SequenceMatcher(None, name, known).ratio()


def are_field_names(names: Mapping[str, object]) -> bool:
    """Whether these name fields and are not words before a colon, as in "LONDON: Police"."""
    return any(map(field_of, names)) or all(map(_SIMPLE_NAME.fullmatch, names))


def given_twice(name: str, first: Place, second: Place, same: bool, path: str) -> Problem:
    """The problem of one name with two values; ``same`` says that these are equal."""
    message = f"given twice, in lines {first.line} and {second.line}"
    severity: Severity
    if same:
        hint, severity = "delete one of the two lines", "warning"
    elif field_of(name):
        hint, severity = "keep the line that is right and delete the other", "error"
    else:
        hint, severity = f"line {second.line} counts; delete the other", "warning"
    return Problem(path, message, *second, field=name, hint=hint, severity=severity)


def looks_like_fields(lines: Iterable[str]) -> bool:
    """Whether lines begin as front matter does: with a field newsarc knows, or two of any name."""
    begun = (line for line in lines if line.strip() and not line.lstrip().startswith("#"))
    names = [_LINE_OF_FIELD.match(line) for line in islice(begun, 8)]
    if not names or not names[0]:
        return False
    if field_of(names[0][1]):
        return True
    return sum(1 for name in names if name and name[2] and _SIMPLE_NAME.fullmatch(name[1])) > 1

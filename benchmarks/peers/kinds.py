"""The files of a site by kind, so that it is seen that every program made the same pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from benchmarks.story import Story

_TERM = r"{0}/(?!index\.html)[^/]+\.html|{0}/[^/]+/index\.html"
# Every program is set up to give its pages these addresses. The first that fits counts.
_KINDS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        kind: re.compile(pattern)
        for kind, pattern in (
            ("articles", r"\d{4}/\d\d/\d\d/(?!index\.html)[^/]+\.html"),
            ("days", r"\d{4}/\d\d/\d\d/index\.html"),
            ("months", r"\d{4}/\d\d/index\.html"),
            ("years", r"\d{4}/index\.html"),
            ("tags", _TERM.format("tags")),
            ("authors", _TERM.format("authors")),
            ("sources", _TERM.format("sources")),
            ("feeds", r"feed\.xml|(tags|authors|sources)/[^/]+(/feed)?\.xml"),
            ("sitemaps", r"sitemap[^/]*\.xml|sitemaps/[^/]+\.xml"),
            ("periods of terms", r"(tags|authors|sources)/[^/]+/[^/]+\.html"),
        )
    }
)
OTHER = "other files"
CARDS = "cards on listings"
KINDS = (*_KINDS, OTHER, CARDS)
# The class that cards have in every theme, newsarc's too.
_CARD = b'class="card"'


def kind_of(path: str) -> str:
    """The kind of a file by its path below the output folder."""
    return next((kind for kind, form in _KINDS.items() if form.fullmatch(path)), OTHER)


def count_kinds(output: Path) -> Mapping[str, int]:
    """How many files of each kind a site has, and how many cards its listings. Raises OSError."""
    counts: Counter[str] = Counter()
    for path in output.rglob("*"):
        if path.is_file():
            kind = kind_of(path.relative_to(output).as_posix())
            counts[kind] += 1
            if kind != "articles" and path.suffix == ".html":
                counts[CARDS] += path.read_bytes().count(_CARD)
    return counts


def expected_kinds(stories: Iterable[Story]) -> Mapping[str, int]:
    """How many files of each kind a site of some comparable articles must have at least."""
    found: dict[str, set[str]] = {kind: set() for kind in _KINDS}
    for story in stories:
        year, month, day = story.path.split("/")[:3]
        found["articles"].add(story.path)
        found["days"].add(f"{year}/{month}/{day}")
        found["months"].add(f"{year}/{month}")
        found["years"].add(year)
        found["tags"].update(story.tags)
        found["authors"].update(story.authors)
        found["sources"].add(story.source)
    counts = {kind: len(members) for kind, members in found.items() if members}
    terms = sum(counts.get(taxonomy, 0) for taxonomy in ("tags", "authors", "sources"))
    return {**counts, "feeds": 1 + terms, "sitemaps": 1}


def fewer(found: Mapping[str, int], expected: Mapping[str, int]) -> str:
    """What a site lacks, such as ``3 of 20 years``; empty if nothing."""
    lacking = (
        f"{found.get(kind, 0):,} of {wanted:,} {kind}"
        for kind, wanted in expected.items()
        if found.get(kind, 0) < wanted
    )
    return ", ".join(lacking)

"""The key of a page: a small value from which the page can be planned."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class PageKind(StrEnum):
    """What a page shows."""

    ARTICLE = "article"
    SHARED_ADDRESS = "shared address"
    REDIRECT = "redirect"
    FRONT = "front"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    UNDATED = "undated"
    TERM_INDEX = "term index"
    TERM = "term"
    TERM_PERIOD = "term period"
    FEED = "feed"
    JSON_FEED = "json feed"
    SITEMAP_INDEX = "sitemap index"
    SITEMAP = "sitemap"
    ROBOTS = "robots"
    NOT_FOUND = "not found"


class PageKey(NamedTuple):
    """Which page; the fields that its kind does not need are empty."""

    kind: PageKind
    name: str = ""
    """An article's source path, a term's key, the route of a former or shared address."""
    taxonomy: str = ""
    period: str = ""
    """A year, month or day; of a sitemap, the year."""
    part: int = 1
    """Of a sitemap."""

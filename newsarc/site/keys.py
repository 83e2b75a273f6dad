"""The key of a page: a small value from which the page can be planned."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

import msgspec

_FILE = "file:"


class PageKind(StrEnum):
    """What a page shows."""

    ARTICLE = "article"
    SHARED_ADDRESS = "shared address"
    REDIRECT = "redirect"
    FRONT = "front"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    ON_THIS_DAY = "on this day"
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
    """A year, month or day; of a sitemap, the year; of every year's same day, ``10-13``."""
    part: int = 1
    """Of a sitemap."""


_DECODER = msgspec.json.Decoder(PageKey)


def key_to_text(key: PageKey) -> str:
    """The key as the ledger has it."""
    return msgspec.json.encode(key).decode()


def key_from_text(text: str) -> PageKey | None:
    """A key that the ledger has; None if it stands for a file that is no page."""
    return None if text.startswith(_FILE) or not text else _DECODER.decode(text)


def file_key(route: str) -> str:
    """What the ledger has in the place of a key for a file that is copied: an asset, a picture."""
    return f"{_FILE}{route}"


def route_of_file(text: str) -> str | None:
    """The route of a file that is copied; None if the text is the key of a page."""
    return text.removeprefix(_FILE) if text.startswith(_FILE) else None

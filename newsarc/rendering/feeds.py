"""Feeds and sitemaps: JSON Feed as a whole, and what the XML templates cannot say themselves."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime

from newsarc.config import Configuration
from newsarc.model import Date, Json, Precision
from newsarc.site import routes
from newsarc.site.views import FeedEntry, FeedView

# Section 2.2 of XML 1.0.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS = re.compile(r"\s*[\r\n]\s*")
_NEVER = "1970-01-01T00:00:00Z"


def rfc3339(date: Date | None) -> str:
    """A date as Atom and JSON Feed want it: to the second, with an offset (RFC 3339).

    A day is given as its noon in UTC, so that it is the same day nearly everywhere, a month and
    a year as their first day. A time whose offset is not known is taken for one in UTC. Feeds
    demand a date even where there is none: the beginning of Unix time.
    """
    if date is None:
        return _NEVER
    if date.precision is not Precision.INSTANT:
        return f"{(date.iso + '-01-01')[:10]}T12:00:00Z"
    moment = datetime.fromisoformat(date.iso)
    if moment.tzinfo is None or moment.tzinfo == UTC:
        return f"{moment.replace(tzinfo=None).isoformat()}Z"
    return moment.isoformat()


def w3c_datetime(date: Date | None) -> str | None:
    """A date as sitemaps want it, cut to what it is sure of; None if its day is not known.

    A time needs an offset there, and the schema of sitemaps.org knows no months and years.
    """
    if date is None or date.day is None:
        return None
    if date.precision is not Precision.INSTANT:
        return date.day
    moment = datetime.fromisoformat(date.iso)
    return moment.isoformat() if moment.tzinfo else date.day


def xml_text(text: str) -> str:
    """The text without the characters that XML 1.0 cannot carry, on one line."""
    return _LINE_ENDS.sub(" ", _NOT_IN_XML.sub("", text))


def json_feed(view: FeedView, configuration: Configuration) -> bytes:
    """A feed by JSON Feed 1.1 (jsonfeed.org), in UTF-8.

    Addresses are absolute with ``site.url``, else relative to the feed. What newsarc says of
    itself comes early, so that it recognises the file by its beginning.
    """
    site = configuration.site
    feed: dict[str, Json] = {
        "version": "https://jsonfeed.org/version/1.1",
        "_newsarc": {"generator": "newsarc"},
        "title": view.title,
        "home_page_url": _address(view.home, view, configuration),
        "feed_url": _address(view.route, view, configuration),
        "language": site.language,
        "items": [_item(entry, view, configuration) for entry in view.entries],
    }
    text = json.dumps(feed, ensure_ascii=False, indent=1)
    return f"{text}\n".encode("utf-8", "replace")


def _item(entry: FeedEntry, view: FeedView, configuration: Configuration) -> Json:
    card = entry.card
    item: Mapping[str, Json] = {
        "id": entry.identifier,
        "url": _address(card.route, view, configuration),
        "title": card.title,
        "summary": entry.summary,
        # The format demands a content; the article itself is at its address.
        "content_text": entry.summary or card.title,
        "date_published": rfc3339(card.date) if card.date else None,
        "date_modified": rfc3339(entry.updated),
        "authors": [{"name": name} for name in entry.authors if name],
        "tags": list(entry.tags),
        "language": card.lang,
    }
    return {name: value for name, value in item.items() if value not in (None, "", [])}


def _address(route: str, view: FeedView, configuration: Configuration) -> str:
    url = configuration.site.url
    return routes.absolute(route, url) if url else routes.relative(route, view.route)

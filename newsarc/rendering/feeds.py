"""Feeds and sitemaps: JSON Feed as a whole, and what the XML templates cannot say themselves."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache, lru_cache

from newsarc.config import Configuration, SiteSettings
from newsarc.model import Date, Json, Precision
from newsarc.rendering.translations import translations_of
from newsarc.site import routes
from newsarc.site.views import FeedEntry, FeedView

_LINE_ENDS = re.compile(r"\s*[\r\n]\s*")
_encoded = json.JSONEncoder(ensure_ascii=False).encode
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
    if text.isprintable():
        return text
    return _LINE_ENDS.sub(" ", _not_in_xml().sub("", text))


@cache
def _not_in_xml() -> re.Pattern[str]:
    """Section 2.2 of XML 1.0. (A set of so many characters takes 4 ms to compile.)"""
    return re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def json_feed(view: FeedView, configuration: Configuration) -> bytes:
    """A feed by JSON Feed 1.1 (jsonfeed.org), in UTF-8.

    Addresses are absolute with ``site.url``, else relative to the feed. What newsarc says of
    itself comes early, so that it recognises the file by its beginning.
    """
    site = configuration.site
    leads = site.url or routes.relative("", view.route)
    head: dict[str, Json] = {
        "version": "https://jsonfeed.org/version/1.1",
        "_newsarc": {"generator": "newsarc"},
        "title": view.title,
        "home_page_url": _address(view.home, site.url, leads),
        "feed_url": _address(view.route, site.url, leads),
        "language": site.language,
    }
    items = _in_brackets([_item(entry, site, leads) for entry in view.entries], "[]", " ")
    fields = [*_fields(head, " "), f'"items": {items}']
    return f"{_in_brackets(fields, '{}', '')}\n".encode("utf-8", "replace")


@lru_cache(maxsize=8192)  # about 10 MB; an article is in the feeds of all its terms
def _item(entry: FeedEntry, site: SiteSettings, leads: str) -> str:
    card, summary = entry.card, entry.summary
    if card.withdrawn:
        withdrawn = translations_of(site.language).gettext("Withdrawn")
        summary = f"{withdrawn}: {summary}" if summary else withdrawn
    item: Mapping[str, Json] = {
        "id": entry.identifier,
        "url": _address(card.route, site.url, leads),
        "title": card.title,
        "summary": summary,
        # The format demands a content; the article itself is at its address.
        "content_text": summary or card.title,
        "date_published": rfc3339(card.date) if card.date else None,
        "date_modified": rfc3339(entry.updated),
        "authors": [{"name": name} for name in entry.authors if name],
        "tags": list(entry.tags),
        "language": card.lang,
    }
    known = {name: value for name, value in item.items() if value not in (None, "", [])}
    return _indented(known, "  ")


def _address(route: str, site_url: str, leads: str) -> str:
    """The full address of a route; without ``site.url`` the link after what leads to the site."""
    return routes.absolute(route, site_url) if site_url else leads + route


def _indented(value: Json, indent: str) -> str:
    """JSON with a space a level. Python's own is so slow with one that it took half of a feed."""
    if isinstance(value, dict):
        return _in_brackets(_fields(value, f"{indent} "), "{}", indent)
    if isinstance(value, list):
        return _in_brackets([_indented(each, f"{indent} ") for each in value], "[]", indent)
    return _encoded(value)


def _fields(values: Mapping[str, Json], indent: str) -> list[str]:
    return [f"{_encoded(name)}: {_indented(value, indent)}" for name, value in values.items()]


def _in_brackets(parts: Sequence[str], brackets: str, indent: str) -> str:
    if not parts:
        return brackets
    between = f",\n{indent} "
    return f"{brackets[0]}\n{indent} {between.join(parts)}\n{indent}{brackets[1]}"

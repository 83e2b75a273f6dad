"""What of the HTML in an article is published, unless the site's configuration trusts it all.

nh3 (ammonia, html5ever) reads the HTML as a browser does and writes what is allowed in canonical
form. What is not allowed loses its tags and keeps its text, but for scripts and style sheets.
Elements that would load something are let through here, as ``embeds`` makes links of them.
"""

from __future__ import annotations

import nh3

_SECTIONS = "address article aside footer header hgroup section h1 h2 h3 h4 h5 h6"
_GROUPS = "blockquote dd details div dl dt figcaption figure hr li ol p pre summary ul"
_TABLES = "caption col colgroup table tbody td tfoot th thead tr"
_PHRASES = (
    "a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q rp rt ruby s samp small span"
    " strong sub sup time u var wbr"
)
_LOADING = "audio embed iframe img object source video"
# Modern HTML has other names for these; ``adapting`` gives them.
_OBSOLETE = "acronym center dir main menu nav strike tt"

_TAGS = frozenset(f"{_SECTIONS} {_GROUPS} {_TABLES} {_PHRASES} {_LOADING} {_OBSOLETE}".split())
_ATTRIBUTES = {
    "*": {"class", "dir", "id", "lang", "title"},
    "a": {"href", "hreflang", "name"},
    "audio": {"src"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "data": {"value"},
    "del": {"cite", "datetime"},
    "details": {"open"},
    "embed": {"src"},
    "iframe": {"src"},
    "img": {"alt", "height", "src", "width"},
    "ins": {"cite", "datetime"},
    "li": {"value"},
    "object": {"data"},
    "ol": {"reversed", "start", "type"},
    "q": {"cite"},
    "source": {"src"},
    "td": {"align", "colspan", "rowspan", "style"},
    "th": {"align", "colspan", "rowspan", "scope", "style"},
    "time": {"datetime"},
    "video": {"src"},
}
# data: is for pictures alone; ``embeds`` and ``links`` see to that.
_SCHEMES = frozenset(
    "data doi ed2k ftp ftps geo gopher http https irc ircs magnet mailto matrix news nntp sip sms"
    " tel urn xmpp".split()
)
_DROPPED_WITH_THEIR_TEXT = frozenset({"script", "style"})

_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags=_DROPPED_WITH_THEIR_TEXT,
    attributes=_ATTRIBUTES,
    url_schemes=_SCHEMES,
    strip_comments=True,
    link_rel=None,
)


def sanitised(html: str) -> str:
    """The HTML without what is not allowed, as canonical HTML that ``fragments`` can read."""
    return _CLEANER.clean(html)

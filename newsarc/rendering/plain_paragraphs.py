"""Markdown that holds nothing but paragraphs, links and emphases, made into HTML without Markdown.

Most news stories are such texts, and reading them as Markdown, cleaning the HTML that comes out
and looking for links in it takes 2 ms a story; this takes a thirtieth. It is strict about what is
plain: no sign and no beginning of a line that Markdown, one of its extensions here, HTML, a
shortcode or a web address could begin with. A test holds it equal to the long way, byte for byte.
"""

from __future__ import annotations

import re

from newsarc.rendering.links import Targets
from newsarc.rendering.plain_phrases import phrases, with_phrases, without_signs
from newsarc.rendering.text import one_of

# Signs of Markdown, HTML and shortcodes, control characters, and the spaces and marks that HTML or
# Markdown drop at some places; a no-break space is not among them.
_NOT_PLAIN = one_of(
    "\x00-\x09\x0b-\x1f*<>\\[-\\]_`{-\x9f\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
)
_PLAIN_ASCII = bytes(code for code in range(0x80) if not _NOT_PLAIN.match(chr(code)))
_AMPERSAND_OF_WORDS = re.compile("&(?! )")
_OPENERS = frozenset("#:+=- \xa0")
"""A heading, a definition, an item, an underline; an indent."""
_ENDERS = ("  ", "\xa0")
"""A line break; what is dropped at the end of a text."""
_NUMBERED = re.compile(r"\d+\.(?!\d)")
_BLANK_LINES = re.compile(r"\n\n+")
_NEXT_PARAGRAPH = "</p>\n<p>"


def plain_paragraphs(text: str, targets: Targets, *, trusted: bool) -> str | None:
    """The HTML of a Markdown text if it is plain paragraphs, else None.

    ``trusted`` HTML is not cleaned, so a no-break space stays as it is.
    """
    found = phrases(text)
    if not _is_plain(without_signs(text, found) if found else text):
        return None
    html = with_phrases(text, found, targets) if found else text.replace("&", "&amp;")
    if html is None:
        return None
    if not trusted and "\xa0" in html:
        html = html.replace("\xa0", "&nbsp;")
    html = html.strip("\n")
    lines = html.split("\n")
    if all(lines[::2]) and not any(lines[1::2]):  # a line, a blank line, a line
        return f"<p>{_NEXT_PARAGRAPH.join(lines[::2])}</p>"
    return f"<p>{_BLANK_LINES.sub(_NEXT_PARAGRAPH, html)}</p>"


# Single signs are looked for before longer ones: Python finds them thirty times as fast.


def _is_plain(text: str) -> bool:
    if ":" in text and "://" in text:
        return False
    if "&" in text and _AMPERSAND_OF_WORDS.search(text):
        return False
    lines = text.strip("\n").split("\n")
    return (
        lines != [""] and _has_plain_signs(text) and all(map(_is_plain_line, filter(None, lines)))
    )


def _is_plain_line(line: str) -> bool:
    """Whether Markdown sees words in a line; the blank ones part paragraphs."""
    first = line[0]
    if first in _OPENERS or line.endswith(_ENDERS):
        return False
    return not (first.isdigit() and _NUMBERED.match(line))


def _has_plain_signs(text: str) -> bool:
    """Whether all signs are plain: what is left without ASCII's own is soon looked through."""
    try:
        rest = text.encode().translate(None, _PLAIN_ASCII)
    except UnicodeEncodeError:
        return False  # half a character
    return not rest or _NOT_PLAIN.search(rest.decode()) is None

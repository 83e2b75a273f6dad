"""HTML's character references in texts that are not HTML, such as ``Q&amp;A``."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def decode_entities(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text with its references as characters, and each reference with what it stands for.

    Only whole references to characters that exist are touched: ``AT&T`` and ``&mndash;`` stay.
    """
    if "&" not in text:
        return text, ()
    found: dict[str, str] = {}
    for reference in _REFERENCE.findall(text):
        character = unescape(reference)
        known = reference.startswith("&#") or reference[1:] in html5
        if known and character not in ("", "\ufffd"):
            found[reference] = character
    if not found:
        return text, ()
    decoded = _REFERENCE.sub(lambda match: found.get(match[0], match[0]), text)
    return decoded, tuple(found.items())


def encode_entities(text: str) -> str:
    """A text that ``decode_entities`` reads as this one: its references are no references then."""
    if decode_entities(text)[0] == text:
        return text
    return _REFERENCE.sub(lambda match: f"&amp;{match[0][1:]}", text)

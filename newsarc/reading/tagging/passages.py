"""An article's text as passages: what a name cannot cross."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from enum import Enum


class Place(Enum):
    """Where in an article a passage stands."""

    TITLE = "title"
    DEK = "dek"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a list item or a headline, in single spaces."""

    text: str
    place: Place
    order: int
    """From 0, through the article."""


# Markup whose words are not the text's: shortcodes, tags, the targets of links, code.
_MARKUP = (
    ("{{", re.compile(r"\{\{[^{}]*\}\}")),
    ("<", re.compile(r"</?[A-Za-z!][^<>]*>")),
    ("](", re.compile(r"\]\([^()\s]*(?:\s[^()]*)?\)")),
    ("`", re.compile(r"`[^`\n]*`")),
)
_EMPHASIS = (
    *(("**", ""), ("__", "")),
    *((" _", " "), ("\n_", "\n"), ("_ ", " "), ("_\n", "\n"), ("_,", ","), ("_.", ".")),
)
_HEADING = re.compile(r"#{1,6}(?:\s|$)")
_LIST_ITEM = re.compile(r"(?:[-*+•–·]|\d{1,3}[.)])\s")
_OPENING = 3
"""Passages of a body that a dek may repeat."""
_TITLE_LENGTH = 500
"""Of a longer title, only so much is read."""


def passages_of(title: str, dek: str, body: str) -> list[Passage]:
    """The passages of an article: title, dek, then the body's, without headings and code.

    A dek that only repeats the opening is left out.
    """
    places = [(Place.TITLE, _squeeze(_plain(title[:_TITLE_LENGTH])))]
    bodies = _blocks(_plain(body))
    for text in _blocks(_plain(dek)):
        if not any(block.startswith(text.rstrip(".… []")) for block in bodies[:_OPENING]):
            places.append((Place.DEK, text))
    places += [(Place.BODY, text) for text in bodies]
    return [Passage(text, place, order) for order, (place, text) in enumerate(places) if text]


def _plain(text: str) -> str:
    """The text without markup, composed, with ordinary hyphens."""
    for sign, pattern in _MARKUP:
        if sign in text:
            text = pattern.sub(" ", text)
    if "&" in text:
        text = html.unescape(text)
    for emphasis, plain in _EMPHASIS:
        text = text.replace(emphasis, plain)
    text = text.strip("_")
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        text = text.replace("\N{NON-BREAKING HYPHEN}", "-").replace("\N{SOFT HYPHEN}", "")
    return text


def _blocks(text: str) -> list[str]:
    """The paragraphs and list items, each on one line.

    A line break inside a paragraph is a space, except after a line so short that no wrapping made
    it: less than half the longest one.
    """
    lines = text.splitlines()
    half = max(map(len, lines), default=0) // 2
    blocks: list[str] = []
    current: list[str] = []
    fenced = False
    for line in lines:
        stripped = line.strip().lstrip("> ")
        fence = stripped.startswith("```")
        heading = _HEADING.match(stripped)
        begins = not stripped or fence or heading or _LIST_ITEM.match(stripped)
        if begins and current:
            blocks.append(_squeeze(" ".join(current)))
            current = []
        fenced ^= fence
        if fenced or fence or heading:
            continue
        if stripped:
            current.append(stripped)
            if len(line) < half:
                blocks.append(_squeeze(" ".join(current)))
                current = []
    blocks.append(_squeeze(" ".join(current)))
    return [block for block in blocks if block]


def _squeeze(text: str) -> str:
    return " ".join(text.split())

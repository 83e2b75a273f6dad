"""Plain paragraphs lifted out of a Markdown text, and put back into the HTML of the rest.

A story with one heading and one link is a plain story but for these. Each run of plain paragraphs
is replaced by a paragraph of one word, which Markdown, the sanitiser and the adapter pass on as
they would the run. Texts in which a paragraph may be anything but a paragraph stay whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

from newsarc.rendering.hiding import Hidden
from newsarc.rendering.links import Targets
from newsarc.rendering.plain_paragraphs import plain_paragraphs

_BLANK_LINES = re.compile(r"(\n\n+)")
# HTML, code between fences and terms of a definition go across blank lines, as do shortcodes that
# come in pairs; a carriage return may be one end of a line or half of one; other control characters
# are Markdown's own marks.
_MAY_CROSS = re.compile(r"[<\x00-\x08\x0b-\x1f]|```|~~~|^[ \t]*:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Lifted:
    """A text without its plain paragraphs, and these."""

    text: str
    runs: tuple[str, ...]
    """HTML of each run."""
    word: str

    def put_back(self, html: str) -> str | None:
        """The HTML of the whole text; None if not every run has its one place."""
        pieces = re.split(f"<p>{self.word}([0-9]+)x</p>", html)
        if [int(number) for number in pieces[1::2]] != list(range(len(self.runs))):
            return None
        pieces[1::2] = self.runs
        return "".join(pieces)


def lifted(hidden: Hidden, targets: Targets, *, trusted: bool) -> Lifted | None:
    """The text without its plain paragraphs, None if it has none or needs them."""
    text = hidden.text
    if hidden.ends or _MAY_CROSS.search(text):
        return None
    word = _unused_word(text)
    runs: list[list[str]] = []
    run: list[str] = []
    kept: list[str] = []
    # Blocks and, between each two, their blank lines, of which some kinds of blocks make something.
    pieces = _BLANK_LINES.split(text)
    for block, blank_lines in zip_longest(pieces[::2], pieces[1::2], fillvalue=""):
        has_shortcode = hidden.shortcodes and hidden.token.search(block)
        html = None if has_shortcode else plain_paragraphs(block, targets, trusted=trusted)
        if html is None:
            run = []
            kept += (block, blank_lines)
        elif run:
            run.append(html)
            kept[-1] = blank_lines
        else:
            run = [html]
            kept += (f"{word}{len(runs)}x", blank_lines)
            runs.append(run)
    return Lifted("".join(kept), tuple(map("\n".join, runs)), word) if runs else None


def _unused_word(text: str) -> str:
    word = "lifted"
    while word in text:
        word += "q"
    return word

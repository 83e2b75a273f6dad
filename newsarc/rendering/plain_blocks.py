"""Plain paragraphs with headings, quotes and lists between them, made into HTML without Markdown.

Most Markdown that is more than plain paragraphs is so for a few blocks that are as plain, each
between blank lines: a heading, quoted paragraphs' lines, or a list with a line for each item. A
test holds the HTML equal to that of the long way, byte for byte; it takes a tenth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsarc.rendering.fragments import Element, Node, serialise
from newsarc.rendering.headings import mark_places
from newsarc.rendering.links import Targets
from newsarc.rendering.plain_paragraphs import plain_paragraphs

_BLOCK = re.compile(r"\n\n((#{1,6}|>|[-*+]|1\.) [^\n]+(?:\n[^\n]+)*)(?=\n\n)")
_NUMBER = re.compile(r"[0-9]{1,9}\. ")
_NO_TOKEN = re.compile(r"(?!)")
_DROPPED_AFTER_HEADINGS = (" ", "#")
_KINDS = {">": "quote", "1.": "numbered", **dict.fromkeys("-*+", "list")}
"""Two of a kind would be one; all else is a heading."""


class _NotPlainError(ValueError):
    """There is more to a block than words."""


def plain_blocks(text: str, targets: Targets, *, trusted: bool) -> str | None:
    """The HTML of a Markdown text if it is plain paragraphs and such blocks, else None."""
    framed = "\n\n{}\n\n".format(text.strip("\n"))
    if "\n\n\n" in framed or not _BLOCK.search(framed):
        return None  # of further blank lines, some kinds of blocks make something
    try:
        nodes = list(_Blocks(targets, trusted=trusted).nodes(framed))
    except _NotPlainError:
        return None
    mark_places(Element("", {}, nodes), _NO_TOKEN, trusted=trusted)
    return "\n".join(serialise([node]) for node in nodes)


class _Blocks:
    """Reads the blocks of one text."""

    def __init__(self, targets: Targets, *, trusted: bool) -> None:
        self._targets = targets
        self._trusted = trusted

    def nodes(self, text: str) -> Iterator[Node]:
        """Headings as elements, all else as HTML."""
        end, before = 0, ""
        for found in _BLOCK.finditer(text):
            block, sign = found.groups()
            kind = _KINDS.get(sign, "heading")
            if found.start() > end:
                yield self._paragraphs(text[end : found.start()].strip("\n"))
            elif kind == before != "heading":
                raise _NotPlainError
            yield self._block(kind, sign, block.split("\n"))
            end, before = found.end(), kind
        if text[end:] != "\n\n":
            yield self._paragraphs(text[end:].strip("\n"))

    def _block(self, kind: str, sign: str, lines: list[str]) -> Node:
        if kind == "numbered":
            words = [line[_end_of_number(line) :] for line in lines]
        elif all(line.startswith(f"{sign} ") for line in lines):
            words = [line[len(sign) + 1 :] for line in lines]
        else:
            raise _NotPlainError
        if "" in words:
            raise _NotPlainError
        if kind == "heading":
            return self._heading(len(sign), words)
        if kind == "quote":
            quoted = self._paragraphs("\n".join(words))
            return f"<blockquote>\n{quoted}\n</blockquote>"
        name = "ol" if kind == "numbered" else "ul"
        items = "".join(f"<li>{self._line(line)}</li>\n" for line in words)
        return f"<{name}>\n{items}</{name}>"

    def _heading(self, level: int, words: list[str]) -> Element:
        if len(words) != 1 or words[0].endswith(_DROPPED_AFTER_HEADINGS):
            raise _NotPlainError
        html = self._line(words[0])
        if "<" in html:
            raise _NotPlainError
        return Element(f"h{level}", {}, [html])

    def _line(self, words: str) -> str:
        return self._paragraphs(words).removeprefix("<p>").removesuffix("</p>")

    def _paragraphs(self, text: str) -> str:
        html = plain_paragraphs(text, self._targets, trusted=self._trusted)
        if html is None:
            raise _NotPlainError
        return html


def _end_of_number(line: str) -> int:
    number = _NUMBER.match(line)
    if number is None:
        raise _NotPlainError
    return number.end()

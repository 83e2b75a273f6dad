"""Shortcodes in the tree of a body: what is shown where a token stands, and around what.

A picture that opens or ends a paragraph is taken out of it, as it belongs to no sentence. A pair
goes around what stands between its halves where both have one parent; else each shows as code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsarc.rendering.fragments import BLOCKS, Element, Node, element, plain
from newsarc.rendering.hiding import Hidden
from newsarc.rendering.links import Targets
from newsarc.rendering.shortcode_forms import code_form, form, is_picture, pair_form


@dataclass(frozen=True, slots=True)
class Marker:
    """Half of a pair, until the other half is found beside it."""

    number: int
    alone: bool
    """Whether it is a paragraph of its own."""


class ShortcodePlaces:
    """The shortcodes of one body."""

    def __init__(self, targets: Targets, hidden: Hidden) -> None:
        self._targets = targets
        self._hidden = hidden
        self._closings = frozenset(hidden.ends.values())
        token = hidden.token.pattern
        self._first = re.compile(rf"\s*{token}")
        self._last = re.compile(rf"{token}\s*$")

    def as_code(self, text: str) -> str:
        """The text of code, with its shortcodes as they were written."""
        return self._hidden.token.sub(self._source, text)

    def _source(self, token: re.Match[str]) -> str:
        return plain(self._hidden.shortcode(token).source)

    def in_text(self, text: str, *, in_link: bool) -> list[Node | Marker]:
        """The words of a text and what its shortcodes show."""
        made: list[Node | Marker] = []
        end = 0
        for token in self._hidden.token.finditer(text):
            made += (text[end : token.start()], self._shown(token, in_link=in_link))
            end = token.end()
        return [*made, text[end:]]

    def alone(self, paragraph: Element) -> list[Node | Marker] | None:
        """What a paragraph shows that holds nothing but shortcodes; None if there is more in it."""
        if paragraph.name != "p":
            return None
        others = [child for child in paragraph.children if not isinstance(child, str)]
        text = "".join(child for child in paragraph.children if isinstance(child, str))
        if any(other.name != "br" for other in others) or not text.strip():
            return None
        if self._hidden.token.sub("", text).strip():
            return None
        return [self._shown(token, alone=True) for token in self._hidden.token.finditer(text)]

    def _shown(
        self, token: re.Match[str], *, alone: bool = False, in_link: bool = False
    ) -> Node | Marker:
        number = int(token[1])
        if number in self._hidden.ends or number in self._closings:
            return Marker(number, alone)
        shortcode = self._hidden.shortcodes[number]
        return form(shortcode, self._targets, alone=alone, in_link=in_link)

    def take_pictures(self, paragraph: Element) -> tuple[list[Node], list[Node]]:
        """Take the pictures out that stand before and after all words of a paragraph."""
        before = self._take(paragraph, self._first, 0)
        after = self._take(paragraph, self._last, -1)
        return before, after[::-1]

    def _take(self, paragraph: Element, place: re.Pattern[str], side: int) -> list[Node]:
        taken: list[Node] = []
        children = paragraph.children
        while children and isinstance(text := children[side], str):
            token = place.search(text) if side else place.match(text)
            if token is None or not is_picture(shortcode := self._hidden.shortcode(token)):
                break
            taken.append(form(shortcode, self._targets, alone=True))
            children[side] = text[: token.start()] if side else text[token.end() :]
        return taken

    def with_pairs(self, made: list[Node | Marker], parent: Element) -> list[Node]:
        """The children of an element with pairs around what stands between them."""
        ends = self._hidden.ends
        current: list[Node] = []
        waiting: list[tuple[Marker, list[Node]]] = []
        expected: set[int] = set()
        for node in made:
            if not isinstance(node, Marker):
                current.append(node)
            elif node.number in ends:
                waiting.append((node, current))
                expected.add(ends[node.number])
                current = []
            elif node.number in expected:
                while ends[waiting[-1][0].number] != node.number:
                    half, before = waiting.pop()
                    current = [*before, self._half(half), *current]
                opening, before = waiting.pop()
                current = [*before, self._pair(opening, current, parent)]
            else:
                current.append(self._half(node))
        for half, before in reversed(waiting):
            current = [*before, self._half(half), *current]
        return current

    def _pair(self, opening: Marker, inner: list[Node], parent: Element) -> Element:
        has_block = any(isinstance(node, Element) and node.name in BLOCKS for node in inner)
        blocks = opening.alone or (parent.holds_blocks and has_block)
        shortcode = self._hidden.shortcodes[opening.number]
        return pair_form(shortcode, inner, self._targets, holds_blocks=blocks)

    def _half(self, marker: Marker) -> Node:
        code = code_form(self._hidden.shortcodes[marker.number])
        return element("p", code) if marker.alone else code

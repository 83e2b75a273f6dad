"""HTML fragments as trees: what a sanitiser or a serialiser wrote is read, changed and written.

Only such canonical HTML is read right: every tag closed, every value in double quotes. Text stays
escaped as it was written; the values of attributes are plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from typing import TypeAlias

DEEPEST = 200
"""Browsers put elements that are nested deeper than about 500 elsewhere; nobody writes them."""

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
BLOCKS = frozenset(
    "address article aside blockquote details div dl figure footer h1 h2 h3 h4 h5 h6 header hgroup"
    " hr ol p pre section table ul".split()
)
_HOLDS_BLOCKS = frozenset(
    "address article aside blockquote dd details div figcaption figure footer header li section td"
    " th".split()
)

_TAG = re.compile(r'<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[^\s=<>/"]+(?:="[^"]*")?)*)\s*/?>')
_ATTRIBUTE = re.compile(r'([^\s=<>/"]+)(?:="([^"]*)")?')
# In an iframe, a browser reads everything but the closing tag as text.
_END_OF_IFRAME = re.compile(r"</iframe\s*>")


class TooDeepError(ValueError):
    """Elements are nested deeper than ``DEEPEST``."""


@dataclass(slots=True)
class Element:
    """An element; the root of a fragment has no name."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)

    @property
    def holds_blocks(self) -> bool:
        """Whether paragraphs may stand in it."""
        return not self.name or self.name in _HOLDS_BLOCKS

    def descendants(self) -> Iterator[Element]:
        """All elements in it, in the order of their opening tags."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.descendants()

    def text(self) -> str:
        """All text in it, plain."""
        return "".join(
            child.text() if isinstance(child, Element) else unescape(child)
            for child in self.children
        )


Node: TypeAlias = Element | str


def element(name: str, *children: Node, **attributes: str | None) -> Element:
    """An element; an attribute without a value is left out, ``_`` in names stands for ``-``.

    A trailing ``_`` is dropped: ``class_``.
    """
    given = {
        key.rstrip("_").replace("_", "-"): value
        for key, value in attributes.items()
        if value is not None
    }
    return Element(name, given, list(children))


def plain(text: str) -> str:
    """Plain text as a node."""
    return escape(text, quote=False)


def parse(html: str) -> Element:
    """The tree of canonical HTML. Raises TooDeepError."""
    root = Element("")
    ancestors = [root]
    end = 0
    for tag in _TAG.finditer(html):
        if tag.start() < end:
            continue  # inside an iframe
        if tag.start() > end:
            ancestors[-1].children.append(html[end : tag.start()])
        end = tag.end()
        closing, name, attributes = tag.groups()
        name = name.lower()
        if closing:
            _close(name, ancestors)
            continue
        opened = Element(name, _attributes(attributes) if attributes else {})
        ancestors[-1].children.append(opened)
        if name == "iframe":
            after = _END_OF_IFRAME.search(html, end)
            end = after.end() if after else len(html)
        elif name not in VOID:
            ancestors.append(opened)
            if len(ancestors) > DEEPEST:
                raise TooDeepError
    if end < len(html):
        ancestors[-1].children.append(html[end:])
    return root


def _close(name: str, ancestors: list[Element]) -> None:
    for place in range(len(ancestors) - 1, 0, -1):
        if ancestors[place].name == name:
            del ancestors[place:]
            return


def _attributes(text: str) -> dict[str, str]:
    return {name.lower(): unescape(value or "") for name, value in _ATTRIBUTE.findall(text)}


def serialise(nodes: Iterable[Node]) -> str:
    """The HTML of nodes."""
    parts: list[str] = []
    _write(nodes, parts)
    return "".join(parts)


def _write(nodes: Iterable[Node], parts: list[str]) -> None:
    for node in nodes:
        if isinstance(node, str):
            parts.append(node)
            continue
        attributes = "".join(
            f' {name}="{_escape_value(value)}"' for name, value in node.attributes.items()
        )
        parts.append(f"<{node.name}{attributes}>")
        if node.name not in VOID:
            _write(node.children, parts)
            parts.append(f"</{node.name}>")


def _escape_value(value: str) -> str:
    return escape(value, quote=False).replace('"', "&quot;")

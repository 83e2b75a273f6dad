"""Items outside lists, and other things inside them: given the parents that HTML asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsarc.rendering.fragments import Element, Node

_PARENT_OF: Mapping[str, str] = {"dd": "dl", "dt": "dl", "li": "ul"}
_CHILD_OF: Mapping[str, str] = {"dl": "dd", "ol": "li", "ul": "li"}
_MAY_BE_IN: Mapping[str, frozenset[str]] = {
    "dl": frozenset({"dd", "div", "dt"}),
    "ol": frozenset({"li"}),
    "ul": frozenset({"li"}),
}


def housed(nodes: Iterable[Node], parent: str) -> list[Node]:
    """The children of an element, those that may not stand in it within one that may."""
    made: list[Node] = []
    house: Element | None = None
    for node in nodes:
        is_space = isinstance(node, str) and not node.strip()
        name = None if is_space else _needed(node, parent)
        if name is not None and (house is None or house.name != name):
            house = Element(name)
            made.append(house)
        if house is not None and (is_space or name is not None):
            house.children.append(node)
        else:
            house = None
            made.append(node)
    return made


def _needed(node: Node, parent: str) -> str | None:
    """The element that must stand between a parent and a child."""
    name = node.name if isinstance(node, Element) else ""
    if parent in _CHILD_OF:
        return None if name in _MAY_BE_IN[parent] else _CHILD_OF[parent]
    return _PARENT_OF.get(name)

"""The HTML that Markdown and editors wrote, made to fit the archive.

Links lead to pages of the archive or out of it, never nowhere; pictures and players are those of
``embeds``; tokens become what their shortcodes show; old elements get their present names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape

from newsarc.rendering.embeds import embedded, full_address, is_on_the_web, picture
from newsarc.rendering.fragments import BLOCKS, Element, Node, element, serialise
from newsarc.rendering.headings import Places
from newsarc.rendering.hiding import Hidden
from newsarc.rendering.links import Targets, is_local, target_of
from newsarc.rendering.orphans import housed
from newsarc.rendering.shortcode_places import Marker, ShortcodePlaces
from newsarc.rendering.text import linked

_PRESENT_NAMES: Mapping[str, str] = {
    "acronym": "abbr",
    "center": "div",
    "dir": "ul",
    "main": "div",
    "menu": "ul",
    "nav": "div",
    "strike": "s",
    "tt": "code",
}
_FOOTNOTES = frozenset({"footnote", "footnote-ref", "footnote-backref"})
_LANGUAGE = re.compile(r"language-[\w+#.-]+")
_ALIGNMENT = re.compile(r"(?:text-align:\s*)?(left|right|center)", re.IGNORECASE)
_WHOLE_NUMBER = re.compile(r"[0-9]{1,5}")


_HOLDS_PHRASES = frozenset("h2 h3 h4 h5 h6 p".split())
_NO_PHRASES = (BLOCKS - {"table"}) | {"dd", "dt", "figcaption", "li"}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the tree a node is."""

    parent: Element
    in_link: bool = False
    in_code: bool = False
    in_phrases: bool = False

    def within(self, found: Element) -> _Place:
        """The place of an element's children."""
        return _Place(
            found,
            self.in_link or found.name == "a",
            self.in_code or found.name in ("code", "pre"),
            self.in_phrases or found.name in _HOLDS_PHRASES,
        )


class Adapter:
    """Adapts the tree of one body."""

    def __init__(self, targets: Targets, hidden: Hidden, places: Places) -> None:
        self._targets = targets
        self._hidden = hidden
        self._places = places
        self._shortcodes = ShortcodePlaces(targets, hidden)
        self._special: dict[str, Callable[[Element, _Place], list[Node]]] = {
            "a": self._link,
            "audio": self._player,
            "embed": self._player,
            **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), self._paragraph),
            "iframe": self._player,
            "img": self._picture,
            "object": self._player,
            "p": self._paragraph,
            "source": self._player,
            "td": self._cell,
            "th": self._cell,
            "video": self._player,
        }

    def adapt(self, root: Element) -> list[Node]:
        """The nodes of the body."""
        return self._children(root, _Place(root))

    def _children(self, parent: Element, place: _Place) -> list[Node]:
        made: list[Node | Marker] = []
        for child in parent.children:
            if isinstance(child, str):
                made += self._text(child, place)
            elif parent.holds_blocks and (alone := self._shortcodes.alone(child)) is not None:
                made += alone
            else:
                made += self._element(child, place)
        return housed(self._shortcodes.with_pairs(made, parent), parent.name)

    def _text(self, text: str, place: _Place) -> list[Node | Marker]:
        if place.in_code:
            return [self._shortcodes.as_code(text)]
        made = self._shortcodes.in_text(text, in_link=place.in_link)
        if "://" not in text or place.in_link:
            return [node for node in made if node != ""]
        return [linked(unescape(node)) if isinstance(node, str) else node for node in made]

    def _element(self, found: Element, place: _Place) -> list[Node]:
        found.name = _PRESENT_NAMES.get(found.name, found.name)
        if place.in_phrases and found.name in _NO_PHRASES:
            found.name = "span"
        self._set_attributes(found)
        if special := self._special.get(found.name):
            return special(found, place)
        found.children = self._children(found, place.within(found))
        return [found]

    def _set_attributes(self, found: Element) -> None:
        attributes = found.attributes
        for name, value in attributes.items():
            if name not in ("href", "src", "data"):
                attributes[name] = self._hidden.restored(value)
        kept = [word for word in attributes.pop("class", "").split() if _is_own_class(word)]
        if kept:
            attributes["class"] = " ".join(kept)
        if not attributes.get("cite", "http").lower().startswith("http"):
            del attributes["cite"]

    def _paragraph(self, found: Element, place: _Place) -> list[Node]:
        before: list[Node] = []
        after: list[Node] = []
        if place.parent.holds_blocks and not place.in_link:
            before, after = self._shortcodes.take_pictures(found)
        children = self._children(found, place.within(found))
        if not found.attributes and not serialise(children).strip():
            # What is left of a paragraph that HTML does not let stand around a block.
            return [*before, *after]
        found.children = children
        return [*before, found, *after]

    def _link(self, found: Element, place: _Place) -> list[Node]:
        written = found.attributes.pop("href", "")
        target = target_of(written, self._hidden)
        found.attributes.pop("rel", None)
        link = self._link_to(target)
        if place.in_link:
            found.name, link = "span", None  # a parser would end the outer link here
        if link is not None:
            found.attributes["href"] = link
            if is_on_the_web(link):
                found.attributes["rel"] = "external"
        elif written:
            kept = self._hidden.restored(written)
            found.attributes["data-href"] = kept
            found.attributes.setdefault("title", kept)
        found.children = self._children(found, place.within(found))
        return [found]

    def _link_to(self, target: str) -> str | None:
        """What a link leads to: in the archive, in the same body, elsewhere; None for nowhere."""
        if link := self._targets.link(target):
            return link
        if target.startswith("#"):
            return self._places.link(target[1:])
        if is_local(target) or target.lower().startswith("data:"):
            return None
        return full_address(target) or None

    def _picture(self, found: Element, place: _Place) -> list[Node]:
        attributes = found.attributes
        source = target_of(attributes.get("src", ""), self._hidden)
        shown = picture(source, attributes.get("alt", ""), self._targets, in_link=place.in_link)
        if shown.name == "img":
            for name in ("width", "height"):
                if _WHOLE_NUMBER.fullmatch(attributes.get(name, "")):
                    shown.attributes[name] = attributes[name]
        for name in ("id", "title"):
            if name in attributes:
                shown.attributes.setdefault(name, attributes[name])
        return [shown]

    def _player(self, found: Element, place: _Place) -> list[Node]:
        """A link to what a player or a frame would load, and what it would show without it."""
        attributes = found.attributes
        address = target_of(attributes.get("src") or attributes.get("data", ""), self._hidden)
        made: list[Node] = []
        if address:
            link = embedded(address, attributes.get("title"), self._targets, in_link=place.in_link)
            made.append(element("p", link) if place.parent.holds_blocks else link)
        return [*made, *self._children(found, place)]

    def _cell(self, found: Element, place: _Place) -> list[Node]:
        style, align = found.attributes.pop("style", ""), found.attributes.pop("align", "")
        if aligned := _ALIGNMENT.match(style.strip()) or _ALIGNMENT.match(align.strip()):
            found.attributes["class"] = f"align-{aligned[1].lower()}"
        found.children = self._children(found, place.within(found))
        return [found]


def _is_own_class(word: str) -> bool:
    return word in _FOOTNOTES or _LANGUAGE.fullmatch(word) is not None

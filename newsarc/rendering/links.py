"""Where the links of a body lead: which local targets it names, and the links made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote

from newsarc.model import Markup, Size
from newsarc.rendering.hiding import Hidden, hide
from newsarc.site import routes

ID_PREFIX = "body-"
"""Opens every ``id`` in a body, so that none is one of the page around it."""

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|$", re.IGNORECASE)
_MARKS_OF_REFERENCE = ("](", "]:", "{{", "{%")
_NAME_OF_ATTRIBUTE = re.compile(r"(?:href|src|data)\s*=", re.IGNORECASE)

# A definition's address may stand on the next line.
_DEFINITION = re.compile(r"\]:\s*<?([^\s>]+)")
_ATTRIBUTE = re.compile(
    r"""\b(?:href|src|data)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)
_INLINE = re.compile(r"\]\(")
_BRACKET = re.compile(r"[()]")
_LONGEST = 2000
_TITLE = re.compile(r"""\s+(?:"[^"]*"?|'[^']*'?)\s*$|"[^"]*"$""")
_BACKSLASH = re.compile(r"\\([\\`*_{}\[\]()>#+.!-])")


@dataclass(frozen=True, slots=True)
class Targets:
    """What the local targets of a body lead to, seen from the page it is on."""

    links: Mapping[str, str]
    route: str
    sizes: Mapping[str, Size] = field(default_factory=dict)
    """Of pictures, by their routes."""

    def size(self, target: str) -> Size | None:
        """The size of the picture that a target names, if it is known."""
        route = next((self.links[name] for name in _spellings(target) if name in self.links), "")
        return self.sizes.get(route)

    def link(self, target: str) -> str | None:
        """The relative link to what a target names, with its fragment; None for an unknown one."""
        _, hash_sign, fragment = target.partition("#")
        route = next((self.links[name] for name in _spellings(target) if name in self.links), None)
        if route is None:
            return None
        if hash_sign and route.endswith(".html"):
            fragment = ID_PREFIX + fragment
        return routes.relative(route, self.route) + hash_sign + fragment


def is_local(target: str) -> bool:
    """Whether a link leads to a file beside the source or on its own site."""
    return not _ELSEWHERE.match(target)


def _spellings(target: str) -> Iterator[str]:
    """The names under which a target may be known, the closest first."""
    path = target.partition("#")[0]
    for name in (target, path, path.partition("?")[0]):
        yield name
        yield unquote(name)


def references(text: str, markup: Markup) -> tuple[str, ...]:
    """The local targets of a body's links and pictures, as ``Body.links`` names them.

    It may list too many (those in code, say), never too few; fragments are left out.
    """
    if markup is Markup.TEXT or not _may_refer(text):
        return ()
    hidden = hide(text)
    named = (shortcode.target for shortcode in hidden.shortcodes)
    written = (
        *(target for target in named if target),
        *_inline_targets(hidden.text),
        *(found[1] for found in _DEFINITION.finditer(hidden.text)),
        *(_attributes(hidden.text) if "=" in hidden.text else ()),
    )
    return tuple(dict.fromkeys(_local_paths(written, hidden)))


def _attributes(text: str) -> Iterator[str]:
    return (found[found.lastindex or 0] for found in _ATTRIBUTE.finditer(text))


def _may_refer(text: str) -> bool:
    """Whether a text has the marks of a link, a picture or a shortcode.

    Most have none. That is seen in 3 µs, where one pattern for all of them takes 150.
    """
    if "=" in text and _NAME_OF_ATTRIBUTE.search(text):
        return True
    return any(mark[0] in text and mark in text for mark in _MARKS_OF_REFERENCE)


def _local_paths(written: Iterable[str], hidden: Hidden) -> Iterator[str]:
    for text in written:
        target = target_of(text, hidden)
        for spelling in (target, _BACKSLASH.sub(r"\1", target)):
            plain = unescape(spelling).strip().partition("#")[0]
            if is_local(plain):
                yield plain


def target_of(text: str, hidden: Hidden) -> str:
    """A link's target with its shortcodes as the addresses they stand for.

    ``{{ site.baseurl }}`` stands for the top of the site, so for nothing before ``/news``.
    """

    def address(token: re.Match[str]) -> str:
        shortcode = hidden.shortcode(token)
        if shortcode.is_value:
            return shortcode.target or ""
        return shortcode.target or shortcode.source

    return hidden.token.sub(address, text).strip()


def _inline_targets(text: str) -> Iterator[str]:
    """What stands between the brackets of ``](target "title")``, with and without the title."""
    closings = _closing_brackets(text)
    for opening in _INLINE.finditer(text):
        start = opening.end()
        longest = text[start : start + _LONGEST]
        yield "".join(longest.split(maxsplit=1)[:1])
        if longest.startswith("<"):
            yield longest[1:].partition(">")[0]
        if (end := closings.get(start - 1)) is not None:
            inside = longest[: end - start].strip()
            yield inside
            yield _TITLE.sub("", inside)


def _closing_brackets(text: str) -> Mapping[int, int]:
    """The place of the closing round bracket of every opening one that has one."""
    closings: dict[int, int] = {}
    waiting: list[int] = []
    for bracket in _BRACKET.finditer(text):
        if bracket[0] == "(":
            waiting.append(bracket.start())
        elif waiting:
            closings[waiting.pop()] = bracket.start()
    return closings

"""The headings of a body below the page's own, and the places in it that links can lead to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from urllib.parse import unquote

from newsarc.rendering.fragments import Element
from newsarc.rendering.links import ID_PREFIX

_HEADING = re.compile(r"h[1-6]")
_OWN_ID = re.compile(r"\s*\{#([^\s{}]+)[^{}]*\}\s*$")
_NOT_IN_ID = re.compile(r"[^\w\- ]")
_HIDDEN = re.compile("\x02.*?\x03")


class Places:
    """The ids of a body, by the fragments that lead to them."""

    def __init__(self, ids: Mapping[str, str], *, trusted: bool) -> None:
        self._ids = ids
        self._trusted = trusted

    def link(self, fragment: str) -> str | None:
        """The link to a place in the same body, if there is one."""
        for name in (fragment, unquote(fragment), unquote(fragment).lower()):
            if name in self._ids:
                return f"#{self._ids[name]}"
        return f"#{fragment}" if self._trusted else None


def mark_places(root: Element, token: re.Pattern[str], *, trusted: bool) -> Places:
    """Give every heading its level and its id, and every other id its prefix.

    Levels begin at 2, as the page's title is the one h1, and go down by one at a time. A heading
    without an id gets one from its words, as GitHub and Hugo make it. An id that stands twice is
    left to the first. ``token`` is left out of ids. Trusted HTML may have places of its own.
    """
    ids: dict[str, str] = {}
    headings: list[Element] = []
    for found in root.descendants():
        name = found.attributes.pop("name", "")
        written = found.attributes.pop("id", "") or name
        if _HEADING.fullmatch(found.name):
            headings.append(found)
            written = _take_own_id(found) or written
        _give_id(found, "-".join(written.split()), ids)
    _set_levels(headings)
    used: Counter[str] = Counter()
    for heading in headings:
        if "id" not in heading.attributes:
            _give_id(heading, _unused(_words_id(token.sub("", heading.text())), ids, used), ids)
    return Places(ids, trusted=trusted)


def _give_id(found: Element, name: str, ids: dict[str, str]) -> None:
    if name and name not in ids:
        ids[name] = found.attributes["id"] = ID_PREFIX + name


def _take_own_id(heading: Element) -> str:
    """``## Words {#id}``, as Hugo and kramdown have it, without the braces."""
    last = heading.children[-1] if heading.children else None
    if not isinstance(last, str) or not (found := _OWN_ID.search(last)):
        return ""
    heading.children[-1] = last[: found.start()]
    return found[1]


def _words_id(words: str) -> str:
    return _NOT_IN_ID.sub("", _HIDDEN.sub("", words).strip().lower()).replace(" ", "-")


def _unused(name: str, ids: Mapping[str, str], used: Counter[str]) -> str:
    free = name
    while free and free in ids:
        used[name] += 1
        free = f"{name}-{used[name]}"
    return free


def _set_levels(headings: list[Element]) -> None:
    """Levels that keep which heading is below which, without skipping one."""
    above: list[str] = []
    for heading in headings:
        while above and above[-1] >= heading.name:
            above.pop()
        above.append(heading.name)
        heading.name = f"h{min(len(above) + 1, 6)}"

"""What a browser would load by itself: shown if it is in the archive, else linked or named.

Nothing is requested from another host, so a picture elsewhere becomes a link to it, as do players
and frames. A picture that the archive has not got leaves its words and its file name.
"""

from __future__ import annotations

import re

from newsarc.rendering.fragments import Element, Node, element, plain
from newsarc.rendering.links import Targets
from newsarc.rendering.text import encoded

_WEB = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_INLINE_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif);base64,", re.IGNORECASE)


def is_on_the_web(address: str) -> bool:
    """Whether an address leads to a host."""
    return _WEB.match(address) is not None


def full_address(address: str) -> str:
    """An address that leads elsewhere, as it may stand in HTML.

    It gets the scheme that ``//host`` had from its page; what no address may hold is encoded.
    """
    page, sign, fragment = address.partition("#")
    if page.startswith("//"):
        page = f"https:{page}"
    return encoded(page) + sign + encoded(fragment).replace("#", "%23")


def file_name(address: str) -> str:
    """What an address ends in, without query and fragment."""
    return re.split(r"[?#]", address.rstrip("/"), maxsplit=1)[0].rpartition("/")[2]


def picture(source: str, alt: str, targets: Targets, *, in_link: bool = False) -> Element:
    """A picture, or what can stand in its place within a sentence."""
    link = targets.link(source)
    if link or _INLINE_PICTURE.match(source):
        width, height = targets.size(source) or (None, None)
        return element(
            "img",
            src=link or source,
            alt=alt,
            width=str(width) if width else None,
            height=str(height) if height else None,
            loading="lazy",
        )
    words = plain(alt or file_name(source) or source)
    if is_on_the_web(source):
        address = full_address(source)
        if in_link:
            return element("span", words, class_="remote-image", title=address)
        shown = element("a", words, href=address, rel="external")
        return element("span", shown, class_="remote-image")
    return _missing(source, alt)


def _missing(source: str, alt: str) -> Element:
    parts: list[Node] = []
    name = file_name(source) or source
    if alt:
        parts += (plain(alt), " ")
    if name:
        parts.append(element("span", plain(name), class_="file"))
    title = source if source != name else None
    return element("span", *parts, class_="missing-image", title=title)


def embedded(
    address: str, label: str | None, targets: Targets, *, in_link: bool = False
) -> Element:
    """A link in the place of a player, a frame or another thing that is shown from elsewhere."""
    words = plain(label or address)
    link = targets.link(address)
    if link is None and is_on_the_web(address):
        link = full_address(address)
    if in_link or link is None:
        return element("span", words, class_="embed", title=address, data_href=address)
    rel = "external" if is_on_the_web(address) else None
    return element("a", words, class_="embed", href=link, rel=rel)

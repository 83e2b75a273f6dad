"""What a shortcode shows: its meaning where its name and arguments tell it, else itself as code.

No theme of another generator is at hand, so names are read for what they say: a name with
"image" in it shows a picture, one with "quote" a quotation. Words among the arguments are
always shown; what only says how things should look is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from newsarc.rendering.embeds import embedded, is_on_the_web, picture
from newsarc.rendering.fragments import Element, Node, element, plain
from newsarc.rendering.hiding import IN_LINE
from newsarc.rendering.links import Targets
from newsarc.rendering.shortcodes import Shortcode

_PICTURES = frozenset("figure image img imgproc photo picture".split())
_QUOTES = frozenset("blockquote epigraph pullquote quote testimonial".split())
_EMBEDS = frozenset("audio button embed iframe player video".split())
_FILES = frozenset("asset attachment download file".split())
_REFERENCES = frozenset("link ref relref url".split())  # and post_url
_PHRASES = {"highlight": "mark"}

_WORDS = ("kicker", "title", "heading", "intro", "summary", "text", "caption", "subtitle")
_LABEL = ("label", "text", "title", "caption", "alt", "name")
_CREDIT = ("attr", "credit", "attribution", "byline", "source")
_SPEAKER = ("cite", "author", "attribution", "credit", "source", "by", "title")

_NAME_PART = re.compile(r"[a-z0-9]+")
_SAFE_ID = re.compile(r"[\w-]+")


def code_form(shortcode: Shortcode) -> Element:
    """The shortcode as it was written."""
    return element("code", plain(shortcode.source), class_="shortcode")


def form(
    shortcode: Shortcode, targets: Targets, *, alone: bool = False, in_link: bool = False
) -> Node:
    """What an unpaired shortcode shows; a block if it is a paragraph of its own, else a phrase."""
    if shortcode.is_value or shortcode.source == "{{<":
        return element("p", plain(shortcode.source)) if alone else plain(shortcode.source)
    shown = None if shortcode.closes else _meaning(shortcode, targets, alone, in_link)
    if shown is not None:
        return shown
    return element("p", code_form(shortcode)) if alone else code_form(shortcode)


def _meaning(shortcode: Shortcode, targets: Targets, alone: bool, in_link: bool) -> Element | None:
    if shortcode.code is not None:
        return _code_block(shortcode) if alone else element("code", plain(shortcode.code.strip()))
    if is_picture(shortcode):
        return _picture(shortcode, targets, alone=alone, in_link=in_link)
    if _is_one_of(_QUOTES, shortcode):
        return _quotation(shortcode, alone=alone)
    address = _address(shortcode, targets)
    if address is None:
        return None
    shown = embedded(address, shortcode.argument(*_LABEL), targets, in_link=in_link)
    return element("p", shown) if alone else shown


def is_picture(shortcode: Shortcode) -> bool:
    """Whether it shows a picture."""
    return not shortcode.closes and _is_one_of(_PICTURES, shortcode)


def _is_one_of(names: frozenset[str], shortcode: Shortcode) -> bool:
    return not names.isdisjoint(_NAME_PART.findall(shortcode.name))


def pair_form(
    opening: Shortcode, inner: Sequence[Node], targets: Targets, *, holds_blocks: bool
) -> Element:
    """What a pair shows around what it holds."""
    if opening.name in IN_LINE:
        return Element(_PHRASES.get(opening.name, opening.name), {}, list(inner))
    if not holds_blocks:
        return Element("span", {}, list(inner))
    if _is_one_of(_QUOTES, opening):
        return Element("blockquote", {}, [*inner, *_cite(opening)])
    words = [value for key, value in opening.named.items() if key in _WORDS and value.strip()]
    words += [word for word in opening.positional if " " in word]
    head = [element("p", plain(word), class_="shortcode-title") for word in words]
    parts = [*head, *inner, *_addresses_of_pair(opening, targets)]
    return Element("div", {"class": "shortcode-block"}, parts)


def _addresses_of_pair(opening: Shortcode, targets: Targets) -> list[Node]:
    """The addresses among the arguments; ``button-text`` names the link of ``button-url``."""
    links: list[Node] = []
    for key, value in opening.named.items():
        if is_on_the_web(value):
            label = opening.argument(f"{key.rpartition('-')[0]}-text", f"{key}-text")
            links.append(element("p", embedded(value, label, targets)))
    return links


def _code_block(shortcode: Shortcode) -> Element:
    language = shortcode.positional[0]
    class_ = f"language-{language}" if _SAFE_ID.fullmatch(language) else None
    code = (shortcode.code or "").strip("\n")
    return element("pre", element("code", plain(code + "\n"), class_=class_))


def _picture(
    shortcode: Shortcode, targets: Targets, *, alone: bool, in_link: bool
) -> Element | None:
    source = shortcode.target
    if source is None:
        return None
    alt = shortcode.argument("alt") or ""
    address = shortcode.argument("link", "href")
    linked = address is not None and is_on_the_web(address) and not in_link
    shown = picture(source, alt, targets, in_link=in_link or linked)
    lost = shown.attributes.get("class") == "missing-image"
    if linked:
        shown = element("a", shown, href=address, rel="external")
    caption = _caption(shortcode)
    if alone:
        captioned = [element("figcaption", *caption)] if caption else []
        return element("figure", shown, *captioned, class_="lost" if lost else None)
    return element("span", shown, " ", element("small", *caption)) if caption else shown


def _caption(shortcode: Shortcode) -> list[Node]:
    caption, credit = shortcode.argument("caption", "title"), shortcode.argument(*_CREDIT)
    parts: list[Node] = [plain(caption.strip())] if caption else []
    if credit:
        parts += [" "] * len(parts)
        parts.append(element("span", plain(credit.strip()), class_="credit"))
    return parts


def _quotation(shortcode: Shortcode, *, alone: bool) -> Element | None:
    text = shortcode.argument("text", "quote", "content")
    if text is None:
        return None
    if alone:
        return element("blockquote", element("p", plain(text)), *_cite(shortcode))
    return element("q", plain(text), title=shortcode.argument(*_SPEAKER))


def _cite(quotation: Shortcode) -> list[Element]:
    speaker = quotation.argument(*_SPEAKER)
    return [element("p", element("cite", plain(speaker)))] if speaker else []


def _address(shortcode: Shortcode, targets: Targets) -> str | None:
    """Where a shortcode leads; None where that is nowhere and no words of it could be shown."""
    for part in _NAME_PART.findall(shortcode.name):
        if part in _ADDRESSES and (known := _ADDRESSES[part](shortcode)):
            return known
    address = shortcode.target
    if address is None or not _is_one_of(_EMBEDS | _FILES | _REFERENCES, shortcode):
        return None
    leads = is_on_the_web(address) or targets.link(address) is not None
    named = _is_one_of(_FILES, shortcode) and shortcode.argument(*_LABEL)
    return address if leads or named else None


def _id_of(shortcode: Shortcode) -> str | None:
    found = shortcode.argument("id", "v") or next(iter(shortcode.positional[-1:]), None)
    return found if found and _SAFE_ID.fullmatch(found) else None


def _at(before: str, after: str = "") -> Callable[[Shortcode], str | None]:
    """The address of something that is known by an id alone."""

    def address(shortcode: Shortcode) -> str | None:
        found = _id_of(shortcode)
        return f"{before}{found}{after}" if found else None

    return address


def _at_user(site: str, between: str = "/") -> Callable[[Shortcode], str | None]:
    """The address of something that is known by its user and its id."""

    def address(shortcode: Shortcode) -> str | None:
        found = _id_of(shortcode)
        user = shortcode.argument("user") or next(iter(shortcode.positional[:-1]), "i")
        return f"{site}{user}{between}{found}" if found and _SAFE_ID.fullmatch(user) else None

    return address


# Hugo's own embedding shortcodes (gohugo.io, Embedded shortcodes) and what they lead to.
_ADDRESSES = {
    "gist": _at_user("https://gist.github.com/"),
    "instagram": _at("https://www.instagram.com/p/", "/"),
    "tweet": _at_user("https://twitter.com/", "/status/"),
    "twitter": _at_user("https://twitter.com/", "/status/"),
    "vimeo": _at("https://vimeo.com/"),
    "x": _at_user("https://twitter.com/", "/status/"),
    "youtube": _at("https://www.youtube.com/watch?v="),
}

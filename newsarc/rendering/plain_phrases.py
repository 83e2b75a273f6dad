"""Links and emphases that can be nothing else, in a paragraph that is plain but for these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsarc.rendering.embeds import full_address, is_on_the_web
from newsarc.rendering.fragments import element, plain, serialise
from newsarc.rendering.links import Targets, is_local

# A link's words and its address, without a sign that could mean more; or a word or some between
# two signs, with a blank before the first, and a blank or the end of a sentence after the second.
_PHRASE = re.compile(
    r"(?<!!)\[(\w(?:[^\n\[\]*_]{0,300}[^\W_]|[^\n\[\]*_]{0,300}[.?!”])?)\]"
    r"\(((?:https?://)?[a-zA-Z0-9_/.?=&%+,-][a-zA-Z0-9_/.?=&%#+,-]{0,500})\)"
    r"|(?<![^\n ])(\*\*|\*|__|_)([^\W_](?:(?:[^\W_]|[ ,’'-]){0,200}[^\W_])?)\3(?![^\n .,;:!?])"
)
_SIGN = re.compile(r"[\[*_]")
"""How a phrase begins."""
_NAMES = {"*": "em", "_": "em", "**": "strong", "__": "strong"}


def phrases(text: str) -> list[re.Match[str]]:
    """The links and emphases of a text."""
    if "[" not in text and "*" not in text and "_" not in text:
        return []
    return list(_each_phrase(text))


def _each_phrase(text: str) -> Iterator[re.Match[str]]:
    """What ``_PHRASE.finditer`` gives, which tries it at every place: six times as long."""
    end = 0
    for sign in _SIGN.finditer(text):
        phrase = _PHRASE.match(text, sign.start()) if sign.start() >= end else None
        if phrase:
            end = phrase.end()
            yield phrase


def words_of(phrase: re.Match[str]) -> str:
    """What a phrase says."""
    return phrase[1] or phrase[4]


def without_signs(text: str, found: Iterable[re.Match[str]]) -> str:
    """The text with the words of its phrases alone."""
    pieces: list[str] = []
    end = 0
    for phrase in found:
        pieces += (text[end : phrase.start()], words_of(phrase))
        end = phrase.end()
    return "".join((*pieces, text[end:]))


def with_phrases(text: str, found: list[re.Match[str]], targets: Targets) -> str | None:
    """The HTML of a text; None where the target of a link is unknown."""
    shown = [html for phrase in found if (html := _html(phrase, targets)) is not None]
    return "".join(_pieces(text, found, shown)) if len(shown) == len(found) else None


def _html(phrase: re.Match[str], targets: Targets) -> str | None:
    words, target, sign, _ = phrase.groups()
    if sign:
        name = _NAMES[sign]
        return f"<{name}>{plain(words_of(phrase))}</{name}>"
    address = targets.link(target)
    if address is None and is_local(target):
        return None
    address = address or full_address(target)
    rel = "external" if is_on_the_web(address) else None
    return serialise([element("a", plain(words), href=address, rel=rel)])


def _pieces(text: str, found: list[re.Match[str]], shown: list[str]) -> Iterator[str]:
    """The HTML of the words between phrases, and of these."""
    end = 0
    for phrase, html in zip(found, shown, strict=True):
        yield plain(text[end : phrase.start()])
        yield html
        end = phrase.end()
    yield plain(text[end:])

"""Shortcodes hidden while Markdown is read, and shown again where they stood.

Markdown would read their quotes, brackets and underscores, HTML their ``<``; so each is replaced by
a token that both take for a word. In the HTML that comes out, the token's place tells what to make
of it: an address in an attribute, code in code, else what ``shortcode_forms`` shows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsarc.rendering.shortcodes import FoundShortcode, Shortcode, find_shortcodes

_FENCE = re.compile(r"^ *(`{3,}|~{3,})([^\n`]*)$", re.MULTILINE)
_LEAD = re.compile(r" {0,3}(?:>[ \t]?)*")
# Liquid's own words are no names of blocks that an article shows.
_LIQUID_CONTROL = frozenset("if unless for case capture comment raw tablerow".split())

IN_LINE = frozenset({"highlight", "mark", "sub", "sup", "small", "abbr"})
"""Pairs around words of a sentence."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """A text whose shortcodes are tokens, and the way back."""

    text: str
    shortcodes: tuple[Shortcode, ...]
    ends: Mapping[int, int]
    """The number of the closing shortcode of every opening one that has one."""
    token: re.Pattern[str]
    """A token; its group is the number of the shortcode."""

    def shortcode(self, token: re.Match[str]) -> Shortcode:
        """The shortcode that a token stands for."""
        return self.shortcodes[int(token[1])]

    def restored(self, text: str) -> str:
        """The text with its shortcodes as they were written."""
        return self.token.sub(lambda token: self.shortcode(token).source, text)


def hide(text: str) -> Hidden:
    """Replace the shortcodes of a Markdown text by tokens.

    A pair around whole lines gets paragraphs of its own, so that what it holds is read as
    Markdown apart from it.
    """
    found = find_shortcodes(text)
    ends = _pair(found, text)
    prefix = _unused_word(text)
    leads = _leads(found, ends, text)
    parts: list[str] = []
    end = 0
    for number, place in enumerate(found):
        token = f"{prefix}{number}x"
        if (lead := leads.get(number)) is not None:
            token = f"\n{lead}\n{lead}{token}\n{lead}\n{lead}"
        elif text.endswith("](", 0, place.start) and text[place.end : place.end + 1] in ('"', "'"):
            token += " "  # ](address"title") lacks the space before the title
        parts += (text[end : place.start], token)
        end = place.end
    parts.append(text[end:])
    return Hidden(
        "".join(parts),
        tuple(place.shortcode for place in found),
        ends,
        re.compile(f"{prefix}([0-9]+)x"),
    )


def _unused_word(text: str) -> str:
    word = "shortcode"
    while word in text:
        word += "q"
    return word


def _pair(found: Sequence[FoundShortcode], text: str) -> dict[int, int]:
    """The closing ones by the numbers of the opening ones they close; they nest or do not count."""
    ends: dict[int, int] = {}
    waiting: list[int] = []
    names: dict[str, int] = {}
    code = _fenced_code(text)
    for number, place in enumerate(found):
        name = place.shortcode.name
        while code and code[-1][1] <= place.start:
            code.pop()
        in_code = (code and code[-1][0] < place.start) or _is_quoted_as_code(place, text)
        if not name or name in _LIQUID_CONTROL or in_code:
            continue
        if not place.shortcode.closes:
            waiting.append(number)
            names[name] = names.get(name, 0) + 1
        elif names.get(name):
            opened = waiting.pop()
            while found[opened].shortcode.name != name:
                names[found[opened].shortcode.name] -= 1
                opened = waiting.pop()
            names[name] -= 1
            ends[opened] = number
    return ends


def _fenced_code(text: str) -> list[tuple[int, int]]:
    """Where code stands between fences, the last one first."""
    places: list[tuple[int, int]] = []
    opening: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        if opening is None:
            opening = fence
        elif fence[1].startswith(opening[1]) and not fence[2].strip():
            places.append((opening.start(), fence.end()))
            opening = None
    return places[::-1]


def _is_quoted_as_code(place: FoundShortcode, text: str) -> bool:
    return text[place.start - 1 : place.start] == "`" or text[place.end : place.end + 1] == "`"


def _leads(found: Sequence[FoundShortcode], ends: Mapping[int, int], text: str) -> dict[int, str]:
    """For the shortcodes of pairs that get paragraphs of their own, what their lines begin with."""
    leads: dict[int, str] = {}
    for opened, closed in ends.items():
        opening, closing = found[opened], found[closed]
        line = text[text.rfind("\n", 0, opening.start) + 1 : opening.start]
        after, _, _ = text[closing.end :][:200].partition("\n")
        lead = _LEAD.match(line)
        alone = lead is not None and lead.end() == len(line)
        whole_lines = "\n" in text[opening.end : closing.start] or not after.strip()
        if lead is not None and alone and whole_lines and opening.shortcode.name not in IN_LINE:
            leads[opened] = leads[closed] = lead[0].lstrip(" ")
    return leads

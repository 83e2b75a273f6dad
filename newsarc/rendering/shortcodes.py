"""Shortcodes of other site generators, found in a text and read.

``{{< name "argument" key="value" >}}`` and ``{{% name %}}`` are Hugo's (gohugo.io, Shortcodes),
``{% name argument %}`` and ``{{ value }}`` are Liquid's (Jekyll, Eleventy). A closing one is
``{{< /name >}}`` or ``{% endname %}``. Every text is read once, from its start to its end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import unescape

_CLOSERS: Mapping[str, str] = {"{{<": ">}}", "{{%": "%}}", "{%": "%}", "{{": "}}"}
_OPENER = re.compile(r"\{\{[<%]?|\{%")
_BLANK_LINE = re.compile(r"\n[ \t>]*\n")
_NAME = re.compile(r"(/?)\s*([\w./-]*\w)")
_ARGUMENT = re.compile(
    r"""(?:(?P<key>[\w.-]+)\s*=\s*)?
        (?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>[^']*)'|`(?P<raw>[^`]*)`|(?P<word>[^\s"'`]+))""",
    re.DOTALL | re.VERBOSE,
)
_QUOTED = re.compile(r"""(["'])(.*?)\1""")
_ESCAPED_QUOTE = re.compile(r'\\(["\\])')

_CODE = "highlight"
_CODE_END = re.compile(r"\{\{[<%]\s*/highlight\s*[>%]\}\}|\{%-?\s*endhighlight\s*-?%\}")


@dataclass(frozen=True, slots=True)
class Shortcode:
    """A shortcode as written, and what it says."""

    source: str
    name: str
    """Empty where there is none, as in ``{{ page.title }}`` and in ``{{</* ref */>}}``."""
    closes: bool
    positional: tuple[str, ...]
    named: Mapping[str, str]
    code: str | None = None
    """The code between ``{{< highlight go >}}`` and its end."""

    @property
    def is_value(self) -> bool:
        """Whether it is Liquid's ``{{ value }}``."""
        return not self.name and self.source.endswith("}}") and self.source[2] not in "<%"

    def argument(self, *keys: str) -> str | None:
        """The first of the named arguments that is not empty."""
        return next((self.named[key] for key in keys if self.named.get(key, "").strip()), None)

    @property
    def target(self) -> str | None:
        """The address among its arguments: what it stands for in a link."""
        if named := self.argument("path", "src", "href", "url", "link", "file", "page", "to"):
            return named
        return self.positional[0] if self.positional else None


@dataclass(frozen=True, slots=True)
class FoundShortcode:
    """A shortcode and where it stands in the text."""

    start: int
    end: int
    shortcode: Shortcode


def find_shortcodes(text: str) -> list[FoundShortcode]:
    """The shortcodes of a text in their order."""
    found: list[FoundShortcode] = []
    closings = _Closings(text)
    end = 0
    while opening := _OPENER.search(text, end):
        start, opener = opening.start(), opening[0]
        close = closings.after(_CLOSERS[opener], opening.end())
        if close is None or not _may_close(text, opening, close):
            end = opening.end()
            if opener == "{{<":
                # Left alone, it would open an HTML element that swallows what follows.
                found.append(FoundShortcode(start, end, Shortcode(opener, "", False, (), {})))
            continue
        end = close + len(_CLOSERS[opener])
        shortcode = _read(text[start:end], opener, text[opening.end() : close])
        code_end = closings.of_code(end) if _opens_code(shortcode) else None
        if code_end is not None:
            code = text[end : code_end.start()]
            end = code_end.end()
            shortcode = replace(shortcode, source=text[start:end], code=code)
        found.append(FoundShortcode(start, end, shortcode))
    return found


def _opens_code(shortcode: Shortcode) -> bool:
    """Whether a language is named; without one, the words of a sentence are highlighted."""
    return shortcode.name == _CODE and bool(shortcode.positional) and not shortcode.closes


class _Closings:
    """Where closings stand: each is looked for once, however often it is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next: dict[str, int] = {}
        self._code_ends: list[re.Match[str]] | None = None

    def after(self, closing: str, place: int) -> int | None:
        found = self._next.get(closing, -2)
        if found != -1 and found < place:
            found = self._next[closing] = self._text.find(closing, place)
        return found if found != -1 else None

    def of_code(self, place: int) -> re.Match[str] | None:
        if self._code_ends is None:
            self._code_ends = list(_CODE_END.finditer(self._text))[::-1]
        while self._code_ends and self._code_ends[-1].start() < place:
            self._code_ends.pop()
        return self._code_ends[-1] if self._code_ends else None


def _may_close(text: str, opening: re.Match[str], close: int) -> bool:
    """Whether what lies between is a shortcode: no other one begins, no blank line, no prose."""
    opener = opening[0]
    if text.find(opener, opening.end(), close) != -1:
        return False
    if opener == "{{":
        value = text[opening.end() : min(close, opening.end() + 300)]
        return close - opening.end() < 300 and not set(value) & set("\n{}")
    return not _BLANK_LINE.search(text, opening.end(), close)


def _read(source: str, opener: str, inner: str) -> Shortcode:
    inner = inner.strip()
    if inner.startswith("/*") and inner.endswith("*/"):
        # How Hugo's own documentation shows a shortcode without running it.
        shown = f"{opener} {inner[2:-2].strip()} {_CLOSERS[opener]}"
        return Shortcode(shown, "", False, (), {})
    inner = inner.removeprefix("-").removesuffix("-").strip()  # Liquid's {%- … -%}
    if opener == "{{":
        quoted = tuple(value for _, value in _QUOTED.findall(inner))
        return Shortcode(source, "", False, quoted, {})
    named_so = _NAME.match(inner)
    if named_so is None:
        return Shortcode(source, "", False, (), {})
    slash, name = named_so.groups()
    closes = bool(slash)
    positional, named = _arguments(inner[named_so.end() :].removesuffix("/"))
    if opener == "{%" and name.startswith("end") and name != "end":
        name, closes = name.removeprefix("end"), True
    if name == "include" and positional:
        # {% include figure.html src="…" %}: the file says what it is.
        name, positional = positional[0].rpartition("/")[2].partition(".")[0], positional[1:]
    return Shortcode(source, name.lower(), closes, positional, named)


def _arguments(text: str) -> tuple[tuple[str, ...], dict[str, str]]:
    positional: list[str] = []
    named: dict[str, str] = {}
    for found in _ARGUMENT.finditer(text):
        if found["double"] is not None:
            value = _ESCAPED_QUOTE.sub(r"\1", found["double"])
        else:
            value = next(filter(None, (found["single"], found["raw"], found["word"])), "")
        value = unescape(value)
        if found["key"]:
            named.setdefault(found["key"].lower(), value)
        else:
            positional.append(value)
    return tuple(positional), named

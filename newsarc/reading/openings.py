"""The first words of a body, for descriptions: plain words, whatever the body is written in.

What is no text of its own (pictures, shortcodes, tags, footnotes) is left out, and so are the marks
around what is. This is no renderer: it looks only at the first blocks of a body, at what people
write in them, and a construct that it does not know stays as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from typing import Final

from newsarc.model import Markup
from newsarc.reading.entities import decode_entities

_LENGTH: Final = 300
"""Characters: what search engines and readers of feeds show of a description, and some."""
_MOST_WORDS: Final = 100
_LENGTH_OF_TEXT: Final = 4 * _LENGTH
_LENGTH_OF_MARKDOWN: Final = 8000
"""Characters that are looked at; the first paragraph may stand below a table or a film."""

# Every pattern stops at the character that could begin it anew, so that none runs twice over a
# text in which nothing is ever closed.
_BLANK_LINES = re.compile(r"\n[ \t]*\n")
_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})(?!.*`)")
_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|iframe|svg|object|video|audio)\b.*?(?:</\1\s{0,9}>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_CUT_OFF = re.compile(r"(?:!?\[[^\[\]]*\]\([^()]*|<[A-Za-z/][^<>]*|\{[{%][^{}]*)\Z")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_CODE_MARK = re.compile(r"[^\w\s]|_")
_SHORTCODE = re.compile(r"\{\{[<%][^{}]*[>%]\}\}|\{%[^{}]*%\}")
_ATTRIBUTES = re.compile(r"\{[:#.][^{}\n]*\}")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^\s<>]+|[^\s<>@/]+@[^\s<>@]+)>")
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)(?:[\s/][^<>]*)?>|<[!?][^<>]*>")
_TAGS_IN_WORDS: Final = frozenset(
    "a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strike strong"
    " sub sup time tt u var wbr".split()
)
_TARGET = r"(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|[ ]?\[[^\[\]]*\])"
_IMAGE = re.compile(rf"!\[[^\[\]]*\]{_TARGET}?")
_LINK = re.compile(rf"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]{_TARGET}")
_FOOTNOTE = re.compile(r"\[\^[^\s\[\]]+\]")
_DEFINITION = re.compile(r"^[ ]{0,3}\[([^\[\]\n]{1,200})\]:(?!\()[^\n]*", re.MULTILINE)
_IN_BRACKETS = re.compile(r"\[([^\[\]]+)\]")
_RULER = re.compile(r"[ \t>]*(?:=+|(?:[-*_][ \t]*){2,}|[|:+ \t-]*-[|:+ \t-]*)")
_LINE_MARK = re.compile(
    r"[ \t]*(?:(?:>|#{1,6}(?=[ \t]|\Z)|(?:[-*+•]|\d{1,3}[.)])(?=[ \t]))[ \t]*)*"
    r"(?:\[[ xX]\][ \t]+)?"
)
_CLOSING_HASHES = re.compile(r"[ \t]#+[ \t]*\Z")
_STARS = re.compile(r"(\*{1,3})(?![\s*])([^*]*[^*\s])\1")
_LINES_UNDER = re.compile(r"(?<!\w)(_{1,3})(?![\s_])((?:[^_]|(?<=\w)_(?=\w))*(?<!\s))\1(?!\w)")
_STRUCK = re.compile(r"(~~|==)(?![\s~=])([^~=]*)\1")
_STRAY = re.compile(r"(?<!\w)\*{2,}|(?<=\w)\*\*(?=[\s.,;:]|\Z)|(?<!\w)_+|_+(?!\w)|\[\s{0,9}\]")
"""Marks that were never closed, or closed after a space."""


def opening_of(body: str, markup: Markup) -> str:
    """The first words of a body, spaces squeezed, cut at a word; at most 300 characters.

    Of Markdown only the words are left. Never raises.
    """
    if markup is Markup.MARKDOWN:
        words = _words_of_markdown(body)
    else:
        words = body[:_LENGTH_OF_TEXT].split()
    # Few words reach the limit; a piece of the text without spaces can be of any length.
    opening = " ".join(words[:_MOST_WORDS])
    if len(opening) <= _LENGTH:
        return opening
    cut = opening[: _LENGTH - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def _words_of_markdown(body: str) -> list[str]:
    piece = body[:_LENGTH_OF_MARKDOWN]
    if "\r" in piece:
        piece = piece.replace("\r\n", "\n").replace("\r", "\n")
    if len(body) > _LENGTH_OF_MARKDOWN:
        piece = _CUT_OFF.sub("", piece)
    piece = _HIDDEN.sub(" ", _without_fences(piece))
    labels = _labels(body) if "[" in body else frozenset[str]()
    words: list[str] = []
    for block in _blocks(piece):
        words += _plain(block, labels).split()
        if len(words) >= _MOST_WORDS:  # the first block or two are enough for most
            break
    return words


def _blocks(text: str) -> Iterator[str]:
    start = 0
    for blank in _BLANK_LINES.finditer(text):
        yield text[start : blank.start()]
        start = blank.end()
    yield text[start:]


def _without_fences(text: str) -> str:
    """The text without fenced blocks of code, which are no words."""
    if not (("`" in text and "```" in text) or ("~" in text and "~~~" in text)):
        return text
    kept: list[str] = []
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if fence:
            closes = found and found[1].startswith(fence) and not line[found.end() :].strip()
            fence = "" if closes else fence
        elif found:
            fence = found[1]
            kept.append("")
        else:
            kept.append(line)
    return "\n".join(kept)


def _labels(body: str) -> Set[str]:
    """What the text's definitions give an address, as in ``[the plan]: plan.pdf``."""
    return frozenset(label.casefold() for label in _DEFINITION.findall(body))


def _plain(block: str, labels: Set[str]) -> str:
    """The words of a block, with references for characters that are no marks but look so.

    A pattern is tried only on a block that has its mark. Most have none, and looking for one
    character is a hundred times as fast: 10 µs for an opening instead of 300.
    """
    if "\\" in block:
        block = _ESCAPE.sub(lambda match: _reference(match[1]), block.replace("\\\n", "\n"))
    if "`" in block:
        block = _CODE.sub(lambda match: _CODE_MARK.sub(_as_reference, match[2]), block)
    if "{" in block:
        block = _ATTRIBUTES.sub("", _SHORTCODE.sub(" ", block))
    if "<" in block:
        block = _TAG.sub(_space_of_tag, _ADDRESS.sub(r"\1", block))
    block = _without_emphasis(_without_line_marks(_without_targets(block, labels)))
    return decode_entities(block)[0]


def _without_emphasis(block: str) -> str:
    """A block without the marks around its words, and without those that were never closed."""
    if "*" in block:  # twice, for one inside another
        block = _STARS.sub(r"\2", _STARS.sub(r"\2", block))
    if "_" in block:
        block = _LINES_UNDER.sub(r"\2", _LINES_UNDER.sub(r"\2", block))
    if "~" in block or "=" in block:
        block = _STRUCK.sub(r"\2", block)
    if "*" in block or "_" in block or "[" in block:
        block = _STRAY.sub("", block)
    return block


def _as_reference(match: re.Match[str]) -> str:
    return _reference(match[0])


def _reference(character: str) -> str:
    return f"&#{ord(character)};"


def _space_of_tag(tag: re.Match[str]) -> str:
    """What a tag leaves behind: nothing inside a line, a space where it begins a new one."""
    return "" if tag[1] and tag[1].lower() in _TAGS_IN_WORDS else " "


def _without_targets(block: str, labels: Set[str]) -> str:
    """A block without images, footnotes and definitions, and with links as their text."""
    if "[" not in block:
        return block
    block = _FOOTNOTE.sub("", _DEFINITION.sub("", block))
    block = _LINK.sub(r"\1", _IMAGE.sub("", block))
    return _IN_BRACKETS.sub(
        lambda match: match[1] if match[1].casefold() in labels else match[0], block
    )


def _without_line_marks(block: str) -> str:
    """A block without the marks that open its lines, without rulers and a table's pipes."""
    lines = block.split("\n")
    rulers = [line for line in lines if _RULER.fullmatch(line)]
    if rulers:
        lines = [line for line in lines if not _RULER.fullmatch(line)]
    kept = " ".join(map(_without_marks, lines))
    return kept.replace("|", " ") if any("|" in ruler for ruler in rulers) else kept


def _without_marks(line: str) -> str:
    marks = _LINE_MARK.match(line)
    text = line[marks.end() :] if marks else line
    return _CLOSING_HASHES.sub("", text) if "#" in text else text

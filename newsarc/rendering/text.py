"""Pasted text as HTML. Nothing in it is interpreted but its line ends and bare addresses.

Blank lines part paragraphs. What the lines between them are is told by their lengths, since a
pasted text has nothing else to tell it by:

- mostly longer than 120 characters: every line is a paragraph; likewise where some are and nearly
  all lines end as sentences do;
- wrapped by a program (most lines have 45 to 90 characters, none more than 100, few end where a
  sentence ends): the block flows as one paragraph, or as several where some lines are indented;
- a list, by the bullet or number that opens it: every item begins on a line of its own;
- all else (verse, addresses, tables, scores): the lines stay as they are.

Two lines tell too little; they flow only in a text whose longer blocks are wrapped.
Every character stays, spaces and line ends too: that an indent does not show is HTML's doing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

_LINE_END = re.compile(r"\r\n?|\n")
# Unicode's white space and the invisible characters that editors paste with it.
_BLANK = re.compile(
    r"[ \t\v\f\u00a0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]*"
)
_INDENT = re.compile(r"(?:[ \u00a0]{2}|\t|\u3000)")
_LIST_ITEM = re.compile(r"\s*(?:[•‣▪◦●○■□∙·*–—-]|\d{1,3}[.)])\s")
_COLUMN = re.compile(r"\S(?:\t| {4,})\s*\S")
_SENTENCE_END = re.compile(r"[.!?…:;。！？][\"'”’»)\]」』]*\s*$")

_FIRST_PLANE = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_OTHER_PLANES = "".join(f"{chr(plane << 16)}-{chr(plane << 16 | 0xFFFD)}" for plane in range(1, 17))


def one_of(signs: str) -> re.Pattern[str]:
    """A pattern for any of some characters of the first plane, written as for a set of a regular
    expression, and for any beyond U+FFFF that stands for nothing."""
    # A set of what may stand says the same, but to compile one of 60,000 characters takes 5 ms.
    return re.compile(f"[{signs}{_FIRST_PLANE}\U00010000-\U0010ffff](?<![{_OTHER_PLANES}])")


# HTML cannot carry these characters, which stand for nothing; their place is kept.
_UNSHOWABLE = one_of("\x00-\x08\x0b\x0e-\x1f\x7f-\x9f")
_SHOWABLE_ASCII = b"\t\n\f\r" + bytes(range(0x20, 0x7F))

_ADDRESS = re.compile(
    r"https?://[^\s<>\"\x00-\x1f\u200b\u2060\ufeff“”«»、。，；：！？（）【】「」『』《》]{1,2000}",
    re.IGNORECASE,
)
_NOT_AT_END = ".,;:!?'’*_~…"
_NOT_IN_ADDRESS = str.maketrans({sign: f"%{ord(sign):02X}" for sign in ' "<>\\^`{|}'})


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines between blank ones."""

    lines: tuple[str, ...]

    @property
    def lengths(self) -> list[int]:
        return [len(line.strip()) for line in self.lines]

    @property
    def is_list(self) -> bool:
        return bool(_LIST_ITEM.match(self.lines[0]))

    @property
    def is_paragraph_a_line(self) -> bool:
        long = sum(length > 120 for length in self.lengths)
        return 2 * long > len(self.lines) or (long > 0 and self._ends_as_sentences)

    @property
    def is_wrapped(self) -> bool:
        """Whether the line ends were made by a program, to fit a width."""
        *lengths, last = self.lengths
        return (
            _fit_a_width(lengths)
            and last <= 100
            and not self._ends_as_sentences
            and not self._is_verse
            and not self._has_columns
        )

    @property
    def _ends_as_sentences(self) -> bool:
        ends = sum(bool(_SENTENCE_END.search(line)) for line in self.lines)
        return 3 * ends >= 2 * len(self.lines)

    @property
    def _is_verse(self) -> bool:
        capitals = sum(line.lstrip()[:1].isupper() for line in self.lines)
        middle = sorted(self.lengths)[len(self.lines) // 2]
        return middle < 55 and 5 * capitals >= 4 * len(self.lines)

    @property
    def _has_columns(self) -> bool:
        return 2 * sum(bool(_COLUMN.search(line)) for line in self.lines) >= len(self.lines)


def text_html(text: str) -> str:
    """The paragraphs of a pasted text."""
    blocks = _blocks(_LINE_END.split(showable(text)))
    paired = [block for block in blocks if len(block.lines) > 1 and not block.is_list]
    wrapped = any(len(block.lines) > 2 and block.is_wrapped for block in paired) and _fit_a_width(
        [length for block in paired for length in block.lengths[:-1]]
    )
    return "\n".join(
        _paragraph_html(paragraph) for block in blocks for paragraph in _paragraphs(block, wrapped)
    )


def showable(text: str) -> str:
    """The text with U+FFFD in the place of characters that HTML cannot carry."""
    return _UNSHOWABLE.sub("\ufffd", text)


def showable_bytes(text: str) -> bytes:
    """``showable(text)`` in UTF-8, which for nearly every text is the text as it is.

    What is left of a page without ASCII's own letters and signs is soon looked through.
    """
    try:
        content = text.encode()
        if _UNSHOWABLE.search(content.translate(None, _SHOWABLE_ASCII).decode()) is None:
            return content
    except UnicodeEncodeError:
        pass  # half a character
    return showable(text).encode()


def is_blank(line: str) -> bool:
    """Whether a line shows nothing."""
    return _BLANK.fullmatch(line) is not None


def _blocks(lines: Iterable[str]) -> list[_Block]:
    blocks: list[_Block] = []
    block: list[str] = []
    for line in (*lines, ""):
        if not is_blank(line):
            block.append(line)
        elif block:
            blocks.append(_Block(tuple(block)))
            block = []
    return blocks


def _fit_a_width(lengths: Sequence[int]) -> bool:
    """Whether lines, the last ones of their paragraphs left out, look as if cut to a width."""
    fitting = sum(45 <= length <= 90 for length in lengths)
    return bool(lengths) and 10 * fitting >= 6 * len(lengths) and max(lengths) <= 100


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph to be: its lines, and whether each begins on a line of its own when shown."""

    lines: tuple[str, ...]
    breaks: tuple[bool, ...]


def _paragraphs(block: _Block, wrapped: bool) -> Iterator[_Paragraph]:
    """The paragraphs of a block; ``wrapped`` tells of the text as a whole."""
    lines = block.lines
    if len(lines) == 1:
        yield _Paragraph(lines, (False,))
        return
    flows = block.is_wrapped and (len(lines) > 2 or wrapped)
    if block.is_list:
        breaks = (not flows or bool(_LIST_ITEM.match(line)) for line in lines)
        yield _Paragraph(lines, tuple(breaks))
    elif block.is_paragraph_a_line:
        yield from (_Paragraph((line,), (False,)) for line in lines)
    elif flows:
        yield from _flowing(lines)
    else:
        yield _Paragraph(lines, (True,) * len(lines))


def _flowing(lines: Sequence[str]) -> Iterator[_Paragraph]:
    """Wrapped lines as paragraphs, which an indent may open in the place of a blank line."""
    starts = [number for number, line in enumerate(lines) if number and _INDENT.match(line)]
    if 2 * len(starts) > len(lines):
        starts = []  # a block that is indented as a whole
    for start, end in pairwise((0, *starts, len(lines))):
        yield _Paragraph(tuple(lines[start:end]), (False,) * (end - start))


def _paragraph_html(paragraph: _Paragraph) -> str:
    html = linked(paragraph.lines[0])
    if len(paragraph.lines) == 1:
        return f"<p>{html}</p>"
    for line, breaks in zip(paragraph.lines[1:], paragraph.breaks[1:], strict=True):
        html += ("<br>\n" if breaks else "\n") + linked(line)
    keeps_lines = any(paragraph.breaks[1:])
    return f'<p class="lines">{html}</p>' if keeps_lines else f"<p>{html}</p>"


def linked(text: str) -> str:
    """The text as HTML, with its bare web addresses as links."""
    if "://" not in text:
        return escape(text, quote=False)
    html = ""
    end = 0
    for found in _ADDRESS.finditer(text):
        address = _without_what_follows(found[0])
        if address.endswith("://"):
            continue
        shown = escape(address, quote=False)
        target = escape(encoded(address))
        html += escape(text[end : found.start()], quote=False)
        html += f'<a href="{target}" rel="external">{shown}</a>'
        end = found.start() + len(address)
    return html + escape(text[end:], quote=False)


def _without_what_follows(address: str) -> str:
    """An address without the punctuation of the sentence around it; its own brackets stay."""
    while True:
        shorter = address.rstrip(_NOT_AT_END)
        for opening, closing in ("()", "[]"):
            if shorter.endswith(closing) and shorter.count(closing) > shorter.count(opening):
                shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter


def encoded(address: str) -> str:
    """An address with the signs encoded that no address may hold (RFC 3986, appendix A)."""
    return address.translate(_NOT_IN_ADDRESS)

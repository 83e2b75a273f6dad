"""Code in a sentence that crosses lines, put on one line before Markdown reads it.

Python-Markdown looks for HTML before it looks for code, at the start of every line: an element
there would end the code and take the words that follow. CommonMark shows such a line end as a
space (commonmark.org, Code spans).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from markdown.preprocessors import Preprocessor

_FENCE = re.compile(r"[ >]*(`{3,}(?!.*`)|~{3,})")
_BLOCK_START = re.compile(r" *(?:[-*+] |\d{1,9}[.)] |#{1,6} |\|)")
_QUOTED = re.compile(r" {0,3}>")
_INDENTED_CODE = re.compile(r"(?: {0,3}> ?)* {4}")
_BLANK = re.compile(r"^[ >]*$")
_LINE_END = re.compile(r"\n *")
_QUOTED_LINE_END = re.compile(r"\n[ >]*")
_HTML_START = re.compile(r"^[ >]*<(!--|/?[a-z][a-z0-9-]*)", re.IGNORECASE | re.MULTILINE)
_HTML_END = {
    "!--": re.compile("-->"),
    **{name: re.compile(f"</{name}", re.IGNORECASE) for name in ("pre", "script", "style")},
}
_TICKS = re.compile(r"(\\*)(`+)")


class CodeSpansOnOneLine(Preprocessor):
    """To run when fenced code is out of the way, and HTML is not yet."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines, as ``Preprocessor`` has it."""
        if not any("`" in line for line in lines):
            return lines
        return _Joiner(frozenset(self.md.block_level_elements)).run(lines)


class _Joiner:
    def __init__(self, block_names: frozenset[str]) -> None:
        self._block_names = block_names
        self._written: list[str] = []
        self._block: list[str] = []
        """Lines that a code span may cross."""
        self._verbatim_end: re.Pattern[str] | None = None
        """What the last line of the open fenced code or HTML holds."""

    def run(self, lines: Iterable[str]) -> list[str]:
        after_blank = True
        for line in lines:
            blank = _BLANK.match(line) is not None
            fence = _FENCE.match(line)
            if blank or fence or self._begins_block(line):
                self._end_block()
            if self._verbatim_end:
                self._written.append(line)
                if self._verbatim_end.search(line):
                    self._verbatim_end = None
            elif fence:
                self._written.append(line)
                self._verbatim_end = re.compile(rf"^[ >]*{fence[1]}{fence[1][0]}* *$")
            elif blank or (not self._block and after_blank and _INDENTED_CODE.match(line)):
                self._written.append(line)
                blank = True  # code goes on
            else:
                self._block.append(line)
            after_blank = blank
        self._end_block()
        return self._written

    def _begins_block(self, line: str) -> bool:
        if not self._block:
            return False
        quoted = _QUOTED.match(line) and not _QUOTED.match(self._block[0])
        return bool(quoted or _BLOCK_START.match(line))

    def _end_block(self) -> None:
        if self._block:
            self._written += self._joined("\n".join(self._block)).split("\n")
            self._block = []

    def _joined(self, text: str) -> str:
        """The block with its code spans on one line each, up to HTML that begins in it."""
        lead = _QUOTED_LINE_END if _QUOTED.match(text) else _LINE_END
        all_ticks = list(_TICKS.finditer(text))
        closings: dict[int, list[int]] = {}
        for ticks in reversed(all_ticks):
            closings.setdefault(len(ticks[2]), []).append(ticks.end())
        parts: list[str] = []
        end = looked_at = 0
        for ticks in all_ticks:
            if ticks.start() < end:
                continue
            if self._opens_html(text, looked_at, ticks.start()):
                break
            looked_at = ticks.end()
            waiting = closings.get(len(ticks[2]) - len(ticks[1]) % 2, [])  # one may be escaped
            while waiting and waiting[-1] <= ticks.end():
                waiting.pop()
            if waiting:
                parts.append(text[end : ticks.start()])
                span = text[ticks.start() : waiting[-1]]
                parts.append(lead.sub(" ", span) if "<" in span else span)
                end = looked_at = waiting[-1]
        else:
            self._opens_html(text, looked_at, len(text))
        return "".join((*parts, text[end:]))

    def _opens_html(self, text: str, start: int, end: int) -> bool:
        """Whether HTML begins at a line between two places, that Markdown leaves alone."""
        for tag in _HTML_START.finditer(text, start, end):
            name = tag[1].lower()
            if name in _HTML_END:
                closes = _HTML_END[name]
                self._verbatim_end = None if closes.search(text, tag.end()) else closes
                return True
            if name.removeprefix("/") in self._block_names:
                self._verbatim_end = _BLANK
                return True
        return False

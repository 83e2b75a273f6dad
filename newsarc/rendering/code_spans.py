"""Code in a sentence that crosses lines, put on one line before Markdown reads it.

Python-Markdown looks for HTML before it looks for code, at the start of every line: an element
there would end the code and take the words that follow. CommonMark shows such a line end as a
space (commonmark.org, Code spans).
"""

from __future__ import annotations

import re

from markdown.preprocessors import Preprocessor

_LEAD = r"[ >]*"
_FENCE = re.compile(rf"{_LEAD}(`{{3,}}(?!.*`)|~{{3,}})")
_BLOCK_START = re.compile(r" *(?:$|>|[-*+] |\d{1,9}[.)] |#{1,6} |\|)")
_QUOTED = re.compile(r" {0,3}>")
_INDENTED_CODE = re.compile(r"(?: {0,3}> ?)* {4}")
_HTML_START = re.compile(rf"^{_LEAD}<(!--|/?[a-z][a-z0-9-]*)", re.IGNORECASE | re.MULTILINE)
_BLANK = re.compile(rf"{_LEAD}$")
_TICKS = re.compile("`+")


class CodeSpansOnOneLine(Preprocessor):
    """To run when fenced code is out of the way, and HTML is not yet."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines, as ``Preprocessor`` has it."""
        if not any("`" in line for line in lines):
            return lines
        return _Reader(self.md.is_block_level).run(lines)

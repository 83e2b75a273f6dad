"""Lists as CommonMark has them, written as Python-Markdown reads them.

Most Markdown is written for CommonMark, where what belongs to an item begins below its first word
(commonmark.org, List items); Python-Markdown wants four spaces a level. Two more things differ:
there a list may follow a line of text at once, and code between fences may stand in an item.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markdown import Markdown
from markdown.preprocessors import Preprocessor

_ITEM = re.compile(r"( *)([-*+]|\d{1,9}\.)( +)(?=\S)")
_RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *$")
_HEADING = re.compile(r" {0,3}#{1,6} ")
_FENCE = re.compile(r" *(`{3,}|~{3,})")
_STEP = "    "


@dataclass(frozen=True, slots=True)
class _Item:
    marker: int
    """The column of its sign or number."""
    text: int
    """The column of its first word."""


class CommonMarkLists(Preprocessor):
    """Indents the lines of lists; to run when fenced code and HTML are out of the way."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)

    def run(self, lines: list[str]) -> list[str]:
        """The lines, as ``Preprocessor`` has it."""
        return _Indenter().run(lines)


class _Indenter:
    def __init__(self) -> None:
        self._written: list[str] = []
        self._items: list[_Item] = []
        """The open items, the outermost first."""
        self._after_blank = True
        self._in_paragraph = False
        """Whether the last line belongs to a further paragraph of an item."""
        self._fence: tuple[str, int] | None = None
        """The fence of the code that is open in an item, and its column."""

    def run(self, lines: Iterable[str]) -> list[str]:
        for line in lines:
            if self._fence and self._take_code(line, *self._fence):
                continue
            if not line.strip():
                self._written.append("")
                self._after_blank = True
                continue
            item = None if _RULE.match(line) else _ITEM.match(line)
            if item is None or not self._take_item(line, item):
                self._take_text(line)
            self._after_blank = False
        return self._written

    def _take_item(self, line: str, item: re.Match[str]) -> bool:
        """Write the line that opens an item; False if it is none after all."""
        indent, marker, space = item.groups()
        column = len(indent)
        was_in_list = bool(self._items)
        outer = [item for item in self._items if item.text <= column]
        if column - (outer[-1].text if outer else 0) > 3 and (not was_in_list or self._after_blank):
            return False  # indented code
        if not was_in_list and not self._after_blank:
            if marker[0].isdigit() and marker != "1.":
                return False  # a sentence that ends in a year, cut at the end of the line
            self._written.append("")
        if self._in_paragraph and not self._after_blank:
            self._written.append("")
        self._in_paragraph = False
        self._items = outer
        self._written.append(self._step() + line[column:])
        text = column + len(marker) + (len(space) if len(space) < 5 else 1)
        self._items.append(_Item(column, text))
        return True

    def _take_text(self, line: str) -> None:
        column = len(line) - len(line.lstrip())
        if self._items and (self._after_blank or _RULE.match(line) or _HEADING.match(line)):
            kept = self._items_of_paragraph(column)
            if not kept and not self._after_blank:
                self._written.append("")
            self._items = kept
        if not self._items:
            self._written.append(line)
            return
        place = self._items[-1].text
        if (fence := _FENCE.match(line)) and column >= place:
            self._fence = (fence[1], column)
            self._written.append("")
        elif self._after_blank:
            self._in_paragraph = True
            self._written.append(self._step() + line[min(place, column) :])
        else:
            # More words of the paragraph, which may stand anywhere.
            self._written.append(_STEP * (len(self._items) - 1) + line.lstrip())

    def _items_of_paragraph(self, column: int) -> list[_Item]:
        """The open items that a paragraph at a column belongs to.

        Four spaces a level are enough, as in Markdown's first version, though the text of
        ``  1. Item`` begins at the fifth.
        """
        kept = [item for item in self._items if item.text <= column]
        for item in self._items[len(kept) : len(kept) + 1]:
            if item.marker < column >= len(_STEP) * (len(kept) + 1):
                kept.append(item)
        return kept

    def _take_code(self, line: str, fence: str, column: int) -> bool:
        """Write a line of fenced code as indented code; False where the item has ended."""
        indent = len(line) - len(line.lstrip())
        if line.strip() and indent < self._items[-1].text:
            self._fence = None
            self._written.append("")
            return False
        if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
            self._fence = None
            self._after_blank = True
            self._written.append("")
        elif line.strip():
            self._written.append(self._step() + _STEP + line[min(column, indent) :])
        else:
            self._written.append("")
        return True

    def _step(self) -> str:
        return _STEP * len(self._items)

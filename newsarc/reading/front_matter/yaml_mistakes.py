"""Mistakes in YAML front matter, explained to editors, each with the line that mends it.

A parser stops at its first mistake, often far below what caused it. So a block that does not parse
is cut into its entries, each is tried by itself, and those that fail are explained and left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from newsarc.errors import Problem
from newsarc.reading.front_matter.names import field_of
from newsarc.reading.front_matter.quoting import hint_to_write
from newsarc.reading.front_matter.yaml_entries import (
    LITERAL,
    Entry,
    entries_of,
    indent_of,
    values_of,
)
from newsarc.reading.front_matter.yaml_nodes import compose, parses
from newsarc.reading.front_matter.yaml_quotes import mistake_in

_NO_SPACE = re.compile(r"([A-Za-z_][\w-]*):([^\s/].*)")
_EQUALS = re.compile(r"([A-Za-z_][\w-]*)\s*=\s*(.*)")
_WORDS = re.compile(r"([A-Za-z_][\w-]*)\s+(.*)")
_TAB = re.compile(r" *\t")
_ITEM = re.compile(r"( *)- ")
_COMMENT = re.compile(r"\s*(?:#.*)?")
_IS_BLANK = re.compile(r"[ \t]*(?:#|\Z)")
_LONGEST_QUOTE = 60


def without_mistakes(block: str, first_line: int, path: str) -> tuple[str, tuple[Problem, ...]]:
    """A block that does not parse, its broken entries blanked, and what is wrong with each.

    The block that is returned parses. Its lines keep their numbers; ``first_line`` is that of the
    first.
    """
    explained = _Explained(block, first_line, path)
    kept: list[str] = []
    for entry in entries_of(block):
        sound = parses(entry.text, block)
        kept += entry.lines if sound else [""] * len(entry.lines)
        if not sound:
            explained.add(entry)
    mended = "\n".join(kept)
    try:
        compose(mended)
    except yaml.YAMLError as error:
        explained.add_whole(error, Entry(0, tuple(kept)))
        return "", tuple(explained.problems)
    return mended, tuple(explained.problems)


class _Explained:
    """The mistakes explained so far."""

    def __init__(self, block: str, first_line: int, path: str) -> None:
        self.problems: list[Problem] = []
        self._block = block
        self._first_line = first_line
        self._path = path

    def add(self, entry: Entry) -> None:
        """Explain an entry that does not parse."""
        for explanation in (self._tabs, self._values, self._lines):
            if found := list(explanation(entry)):
                self.problems += found
                return
        try:
            compose(entry.text)
        except yaml.YAMLError as error:
            self.add_unknown(error, entry)

    def add_whole(self, error: yaml.YAMLError, whole: Entry) -> None:
        """Explain entries that parse one by one and not together."""
        index = next((i for i, line in enumerate(whole.lines) if not _COMMENT.fullmatch(line)), 0)
        line = whole.lines[index]
        if line.startswith(" "):
            message = "this line is indented and the fields below are not"
            hint = f"write {_shortened(line.strip())} at the start of the line"
            self.problems.append(self._problem(whole, index, indent_of(line), message, hint))
        else:
            self.add_unknown(error, whole)

    def add_unknown(self, error: yaml.YAMLError, entry: Entry) -> None:
        """Report what PyYAML says, where nothing better is known."""
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line, mark.column) if mark else (0, 0)
        reason = getattr(error, "problem", None) or "not valid YAML"
        hint = "put the value in double quotes"
        last = len(entry.lines) - 1
        self.problems.append(self._problem(entry, min(line, last), column, f"YAML: {reason}", hint))

    def _problem(self, entry: Entry, line: int, column: int, message: str, hint: str) -> Problem:
        return Problem(
            self._path,
            message,
            line=self._first_line + entry.start + line,
            column=column + 1,
            field=entry.name,
            hint=hint,
        )

    def _tabs(self, entry: Entry) -> Iterator[Problem]:
        for index, line in enumerate(entry.lines):
            if tab := _TAB.match(line):
                without = "\n".join(_TAB.sub("  ", line) for line in entry.lines)
                if parses(without, self._block):
                    hint = f'indent "{line.strip()}" with two spaces instead'
                    if index == 0:
                        hint = f"write {line.strip()} at the start of the line"
                    message = "a tab cannot indent YAML"
                    yield self._problem(entry, index, tab.end() - 1, message, hint)
                return

    def _values(self, entry: Entry) -> Iterator[Problem]:
        for value in values_of(entry):
            if parses(value.alone, self._block):
                continue
            takes_list = entry.takes_list and value.lead == f"{entry.name}: "
            if mistake := mistake_in(value.text, takes_list):
                line, column = value.place_of(mistake.offset)
                hint = hint_to_write(value.lead, mistake.mended)
                yield self._problem(entry, line, column, mistake.message, hint)

    def _lines(self, entry: Entry) -> Iterator[Problem]:
        if entry.name is None:
            yield self._nameless(entry)
            return
        for explanation in (self._uneven, self._less_indented, self._below_value):
            if (found := explanation(entry)) is not None:
                yield found
                return

    def _nameless(self, entry: Entry) -> Problem:
        told = (i for i, line in enumerate(entry.lines) if not _COMMENT.fullmatch(line))
        if (index := next(told, None)) is None:
            message = "what this line begins with looks like a space and is none"
            odd = (i for i, line in enumerate(entry.lines) if not _IS_BLANK.match(line))
            return self._problem(entry, next(odd, 0), 0, message, "delete it")
        text = entry.lines[index].strip()
        column = indent_of(entry.lines[index])
        for pattern, message in _NAMES_GONE_WRONG:
            found = pattern.fullmatch(text)
            if found and (field_of(found[1]) or pattern is not _WORDS):
                hint = hint_to_write(f"{found[1]}: ", _safe(found[2]))
                return self._problem(entry, index, column + found.end(1), message, hint)
        shown = _shortened(text)
        hint = "indent it with two spaces if it continues the line above, else delete it"
        return self._problem(entry, index, column, f'"{shown}" is not part of any field', hint)

    def _uneven(self, entry: Entry) -> Problem | None:
        wanted: int | None = None
        for index, line in enumerate(entry.lines):
            if item := _ITEM.match(line):
                indent = item.end(1)
                wanted = indent if wanted is None else wanted
                if indent != wanted:
                    message = "this item is not in line with the one above"
                    hint = f'put {wanted or "no"} spaces before "{line.strip()}"'
                    return self._problem(entry, index, indent, message, hint)
        return None

    def _less_indented(self, entry: Entry) -> Problem | None:
        """A line of a text below ``|`` or ``>`` that stands left of the text's first line."""
        if not LITERAL.fullmatch(values_of(entry)[0].text):
            return None
        indents = [(i, indent_of(line)) for i, line in enumerate(entry.lines) if line.strip()][1:]
        wanted = indents[0][1] if indents else 0
        for index, indent in indents:
            if indent < wanted:
                message = "this line is indented less than the text it belongs to"
                shown = _shortened(entry.lines[index].strip())
                hint = f'put {wanted} spaces before "{shown}"'
                return self._problem(entry, index, indent, message, hint)
        return None

    def _below_value(self, entry: Entry) -> Problem | None:
        values = values_of(entry)
        if len(values) < 2 or not values[0].text:
            return None
        place = values[1].pieces[0]
        line = entry.lines[place.line]
        column = indent_of(line)
        if values[1].lead == "- ":
            message = "a list stands below a value"
            hint = "delete the value or the list"
        else:
            message = f'this line is indented, as if it were part of "{entry.name}"'
            hint = f"write {line.strip()} at the start of the line"
        return self._problem(entry, place.line, column, message, hint)


_NAMES_GONE_WRONG = (
    (_NO_SPACE, "a space is missing after the colon"),
    (_EQUALS, "YAML wants a colon here"),
    (_WORDS, "a colon is missing after the name"),
)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"


def _safe(value: str) -> str:
    """The value as it can be written, quoted where it must be."""
    mistake = mistake_in(value, takes_list=False)
    return value if mistake is None else mistake.mended

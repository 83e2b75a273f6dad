"""YAML front matter: its values as they are written, and where."""

from __future__ import annotations

import re

import yaml

from newsarc.errors import Problem
from newsarc.reading.front_matter.names import are_field_names, given_twice, looks_like_fields
from newsarc.reading.front_matter.quoting import hint_to_write, quote
from newsarc.reading.front_matter.values import (
    Items,
    Place,
    Table,
    Text,
    Value,
    place_at,
    place_of,
    to_json,
)
from newsarc.reading.front_matter.yaml_mistakes import without_mistakes
from newsarc.reading.front_matter.yaml_nodes import compose, too_much
from newsarc.reading.front_matter.yaml_plain import UNSEEN, read_plain

_DEEPEST = 40
_MOST_VALUES = 20_000
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_CUT_BY_COMMENT = re.compile(r"[ \t]+(#[^\s#][^\r\n]*)")
_ANCHOR = re.compile(r"&([^\s\[\]{},]*)")
_STANDARD_TAG = "tag:yaml.org,2002:"


class _TooMuchError(Exception):
    """Values inside values beyond all front matter, such as an alias inside itself."""


def read_yaml(block: str, first_line: int, path: str) -> tuple[Table | None, tuple[Problem, ...]]:
    """The table that a block of YAML holds, and what is wrong with it.

    A block that is no front matter, such as prose between two rules, gives None without problems.
    Where only some entries are broken, the table has the others. Never raises.
    """
    if not block.strip():
        return Table({}, Place(first_line, 1), {}), ()
    if UNSEEN.search(block) is None and (table := read_plain(block, first_line)) is not None:
        return table if are_field_names(table.names) else None, ()
    return parse_yaml(block, first_line, path)


def parse_yaml(block: str, first_line: int, path: str) -> tuple[Table | None, tuple[Problem, ...]]:
    """What ``read_yaml`` gives, by the whole grammar of YAML."""
    if too_much(block):
        is_excess = looks_like_fields(block.splitlines())
        return None, (_excess(first_line, path),) if is_excess else ()
    warnings = _control_characters(block, first_line, path)
    block = UNSEEN.sub(" ", block)
    mistakes: tuple[Problem, ...] = ()
    try:
        node = compose(block)
    except yaml.YAMLError:
        if not looks_like_fields(block.splitlines()):
            return None, ()
        block, mistakes = without_mistakes(block, first_line, path)
        node = compose(block)
    if node is None and mistakes:
        return Table({}, Place(first_line, 1), {}), (*warnings, *mistakes)
    if not isinstance(node, yaml.MappingNode):
        return None, mistakes
    builder = _Builder(block, first_line, path)
    try:
        table = builder.table(node, 0)
    except _TooMuchError:
        return None, (*mistakes, _excess(first_line, path))
    if not mistakes and not are_field_names(table.names):
        return None, ()
    return table, (*warnings, *mistakes, *builder.problems)


def _excess(first_line: int, path: str) -> Problem:
    return Problem(path, "the front matter is too long or too deep", first_line, 1)


def _control_characters(block: str, first_line: int, path: str) -> tuple[Problem, ...]:
    found = _CONTROL.search(block)
    if found is None:
        return ()
    place = place_of(block, found.start())
    message = f"an invisible character (U+{ord(found[0]):04X}) is read as a space"
    line = first_line + place.line - 1
    return (Problem(path, message, line, place.column, hint="delete it", severity="warning"),)


class _Builder:
    """Makes values of YAML's nodes, and collects what is wrong with them."""

    def __init__(self, block: str, first_line: int, path: str) -> None:
        self.problems: list[Problem] = []
        self._block = block
        self._first_line = first_line
        self._path = path
        self._left = _MOST_VALUES
        self._field = ""
        # What only few texts have is looked for only in those.
        self._has_comments = " #" in block or "\t#" in block
        self._has_anchors = "&" in block

    def table(self, node: yaml.MappingNode, depth: int) -> Table:
        """The table of a mapping; ``depth`` is how many values it is inside of."""
        entries: dict[str, Value] = {}
        names: dict[str, Place] = {}
        for key, child in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._needs_quotes(key, "")
                continue
            name: str = key.value
            place = self._place(key)
            if depth == 0:
                self._field = name
            value = self._value(child, depth + 1, name)
            if value is not None:
                if name in entries:
                    same = to_json(entries[name]) == to_json(value)
                    twice = given_twice(name, names[name], place, same, self._path)
                    self.problems.append(twice)
                entries[name] = value
            names[name] = place
        return Table(entries, self._place(node), names)

    def _value(self, node: yaml.Node, depth: int, name: str | None) -> Value | None:
        """The value of a name, or of a list's item, or None where it is wrong."""
        self._left -= 1
        if depth > _DEEPEST or self._left < 0:
            raise _TooMuchError
        if (node.tag or self._has_anchors) and self._is_marked(node):
            self._needs_quotes(node, _lead(name))
            return None
        if isinstance(node, yaml.ScalarNode):
            quoted = bool(node.style or node.tag)
            if self._has_comments and not quoted:
                self._look_for_comment(node, name)
            return Text(node.value, self._place(node), quoted)
        if isinstance(node, yaml.SequenceNode):
            items = [self._value(child, depth + 1, None) for child in node.value]
            return Items(tuple(item for item in items if item is not None), self._place(node))
        if isinstance(node, yaml.MappingNode) and _has_plain_names(node):
            return self.table(node, depth)
        self._needs_quotes(node, _lead(name))  # {{ words }}, a table as a name of a table
        return None

    def _is_marked(self, node: yaml.Node) -> bool:
        """Whether YAML would drop the first word, as a type (!word) or a name (&word)."""
        if node.tag and not node.tag.startswith(_STANDARD_TAG):
            return True
        if not self._has_anchors:
            return False
        anchor = _ANCHOR.match(self._block, node.start_mark.index)
        return anchor is not None and f"*{anchor[1]}" not in self._block

    def _look_for_comment(self, node: yaml.ScalarNode, name: str | None) -> None:
        """Warn where a hashtag ends a value: for YAML a comment begins there."""
        cut = _CUT_BY_COMMENT.match(self._block, node.end_mark.index)
        if cut is None:
            return
        comment = cut[1].rstrip()
        self.problems.append(
            Problem(
                self._path,
                f'all from "{comment.split()[0]}" on is taken for a comment',
                line=node.end_mark.line + self._first_line,
                column=node.end_mark.column + cut.start(1) - cut.start() + 1,
                field=self._field,
                hint=hint_to_write(_lead(name), quote(f"{node.value} {comment}".strip())),
                severity="warning",
            )
        )

    def _needs_quotes(self, node: yaml.Node, lead: str) -> None:
        start, end = node.start_mark.index, node.end_mark.index
        source = " ".join(self._block[start:end].split())
        message = f"a value that starts with {source[:1]} needs quotes"
        line, column = self._place(node)
        hint = hint_to_write(lead, quote(source))
        self.problems.append(Problem(self._path, message, line, column, self._field, hint))

    def _place(self, node: yaml.Node) -> Place:
        mark = node.start_mark
        return place_at(mark.line + self._first_line, mark.column + 1)


def _has_plain_names(node: yaml.MappingNode) -> bool:
    return all(isinstance(key, yaml.ScalarNode) for key, _ in node.value)


def _lead(name: str | None) -> str:
    return "- " if name is None else f"{name}: "

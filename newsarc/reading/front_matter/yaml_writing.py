"""Values as YAML that ``read_yaml`` reads back as the same values, and a person likes to edit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from newsarc.reading.front_matter.quoting import quote
from newsarc.reading.front_matter.values import Items, Table, Text, Value
from newsarc.reading.front_matter.yaml_nodes import too_much

_LONGEST_ROW: Final = 80
"""A list that is longer is written with an item a line."""
_WORDS_OF_YAML: Final = frozenset("true false yes no on off null y n".split())
"""What other programs take for something else than text."""

# What YAML takes only as an escape, or for a line break where editors see none.
_UNSEEN = "[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
_ESCAPED = re.compile(_UNSEEN)
_ESCAPED_IN_EXCESS = re.compile(rf"[\[\]{{}}]|(?<=[-?:])[ \t]|{_UNSEEN}")
"""Also what looks like values inside values, where there is more of it than reading allows."""
_SHORT_ESCAPES: Mapping[str, str] = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}
_PLAIN_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_PLAIN_VALUE = re.compile(r"[-+]?[\w.][\w.+:-]*(?<!:)|~|")
_SIMPLE_ITEM = re.compile(r"[\w .'’-]+")


def write_yaml(entries: Mapping[str, Value]) -> str:
    """A block of YAML, each line with its line break, that holds these entries in their order."""
    block = _block(entries, _ESCAPED)
    return _block(entries, _ESCAPED_IN_EXCESS) if too_much(block) else block


def _block(entries: Mapping[str, Value], escaped: re.Pattern[str]) -> str:
    return "".join(
        f"{line}\n" for name, value in entries.items() for line in _entry(name, value, escaped)
    )


def _entry(name: str, value: Value, escaped: re.Pattern[str]) -> Iterable[str]:
    lead = f"{_name(name, escaped)}:"
    if isinstance(value, Text):
        if _is_literal(value.text, escaped):
            mark = "|" if value.text.endswith("\n") else "|-"
            return [f"{lead} {mark}", *_indented(value.text.removesuffix("\n").split("\n"))]
        return [f"{lead} {_scalar(value, escaped)}".rstrip(" ")]
    if isinstance(value, Table) and not value.empty:
        pairs = value.entries.items()
        return [lead, *_indented(_pair(part, entry, escaped) for part, entry in pairs)]
    if isinstance(value, Items) and not value.empty:
        row = _row(value, escaped)
        if row is not None and len(lead) + len(row) < _LONGEST_ROW:
            return [f"{lead} {row}"]
        items = (line for item in value.items for line in _item(item, escaped))
        return [lead, *_indented(items)]
    return [f"{lead} {_flow(value, escaped)}"]


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" if line else "" for line in lines]


def _pair(name: str, value: Value, escaped: re.Pattern[str]) -> str:
    written = _scalar(value, escaped) if isinstance(value, Text) else _flow(value, escaped)
    return f"{_name(name, escaped)}: {written}".rstrip(" ")


def _item(item: Value, escaped: re.Pattern[str]) -> Iterable[str]:
    """The lines of a list's item: names of a table stand below each other."""
    if isinstance(item, Text):
        return [f"- {_scalar(item, escaped)}".rstrip(" ")]
    if isinstance(item, Items) or item.empty:
        return [f"- {_flow(item, escaped)}"]
    pairs = [_pair(name, value, escaped) for name, value in item.entries.items()]
    return [f"- {pairs[0]}", *_indented(pairs[1:])]


def _row(value: Items, escaped: re.Pattern[str]) -> str | None:
    """A list of plain words in one line; None where it has others."""
    texts = [item.text for item in value.items if isinstance(item, Text)]
    if len(texts) < len(value.items) or not all(map(_SIMPLE_ITEM.fullmatch, texts)):
        return None
    return (
        f"[{', '.join(_scalar(item, escaped) for item in value.items if isinstance(item, Text))}]"
    )


def _name(name: str, escaped: re.Pattern[str]) -> str:
    if _PLAIN_NAME.fullmatch(name) and name.lower() not in _WORDS_OF_YAML:
        return name
    return _in_quotes(name, escaped)


def _scalar(value: Text, escaped: re.Pattern[str]) -> str:
    """A text as it is where YAML takes it so, else in quotes."""
    text = value.text
    if not value.quoted and _PLAIN_VALUE.fullmatch(text):
        return text
    is_word = text.lower() in _WORDS_OF_YAML
    return text if _is_plain(text, escaped) and not is_word else _in_quotes(text, escaped)


def _is_plain(text: str, escaped: re.Pattern[str]) -> bool:
    return (
        text[:1].isalpha()
        and not text.endswith((":", " "))
        and ": " not in text
        and " #" not in text
        and not escaped.search(text)
    )


def _is_literal(text: str, escaped: re.Pattern[str]) -> bool:
    """Whether a text of several lines can stand in lines of its own, as it is."""
    lines = text.removesuffix("\n").split("\n")
    return len(lines) > 1 and all(
        line == line.strip() and not escaped.search(line) and (line or 0 < number < len(lines) - 1)
        for number, line in enumerate(lines)
    )


def _in_quotes(text: str, escaped: re.Pattern[str]) -> str:
    return _double(text, escaped) if escaped.search(text) else quote(text)


def _double(text: str, escaped: re.Pattern[str]) -> str:
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped.sub(_escape, plain)}"'


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    code = ord(character)
    if code > 0xFFFF:
        return f"\\U{code:08X}"
    return _SHORT_ESCAPES.get(character) or (f"\\u{code:04X}" if code > 0xFF else f"\\x{code:02X}")


def _flow(value: Value, escaped: re.Pattern[str]) -> str:
    """A value in one line, in brackets; what is inside them is quoted."""
    if isinstance(value, Items):
        return f"[{', '.join(_flow(item, escaped) for item in value.items)}]"
    if isinstance(value, Table):
        pairs = (
            f"{_double(name, escaped)}: {_flow(entry, escaped)}"
            for name, entry in value.entries.items()
        )
        return f"{{{', '.join(pairs)}}}"
    if not value.quoted and _PLAIN_VALUE.fullmatch(value.text):
        return value.text or "~"
    return _double(value.text, escaped)

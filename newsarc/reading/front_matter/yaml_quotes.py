"""Why a YAML value cannot be read, and how to write it instead."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsarc.reading.front_matter.quoting import quote

_IN_SINGLE = re.compile(r"'(?:[^']|'')*'")
_IN_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_ESCAPE = re.compile(
    r'\\(?![0abtnvfre "/\\N_LP\t]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}).?'
)
_COLON = re.compile(r":(?=\s|$)")
_SIGNS = "@`%*&!|>]},?-:"
_BRACKETS = re.compile(r"[\[\]{}]")
_SPECIAL = re.compile(r":(?=\s|$)|\s#|^[@`%*&!|>?#-]|[\"']")


class Mistake(NamedTuple):
    """What is wrong with a value, how many characters into it, and the value that is meant."""

    message: str
    offset: int
    mended: str


def mistake_in(value: str, takes_list: bool) -> Mistake | None:
    """What is wrong with a value, or None if nothing comes to mind.

    ``takes_list`` says that a list may be meant by brackets or a dash.
    """
    first = value[:1]
    if first == "'":
        return _in_single_quotes(value)
    if first == '"':
        return _in_double_quotes(value)
    if first in ("[", "{"):
        return _in_brackets(value, takes_list)
    if value.startswith("- ") and takes_list:
        item = value[2:].strip()
        mended = f"[{item}]"
        return Mistake("a list does not start on the line of its name", 0, mended)
    if first and first in _SIGNS:
        return Mistake(f"a value that starts with {first} needs quotes", 0, quote(value))
    if colon := _COLON.search(value):
        at_end = colon.end() == len(value)
        message = (
            'a value that ends with ":" needs quotes'
            if at_end
            else 'a value with ": " needs quotes'
        )
        return Mistake(message, colon.start(), quote(value))
    return None


def _in_single_quotes(value: str) -> Mistake | None:
    closed = _IN_SINGLE.match(value)
    if closed is None:
        return Mistake("the quotation mark is not closed", 0, quote(value[1:].replace("''", "'")))
    if closed.end() == len(value):
        return None
    if value.endswith("'"):
        inner = value[1:-1].replace("''", "'")
        message = "an apostrophe ends a value in single quotes"
        return Mistake(message, closed.end() - 1, quote(inner))
    return _after_quotes(value, closed.end())


def _in_double_quotes(value: str) -> Mistake | None:
    if wrong := _ESCAPE.search(value):
        message = f"{wrong[0]} means nothing in double quotes"
        return Mistake(message, wrong.start(), quote(value[1:].removesuffix('"')))
    closed = _IN_DOUBLE.match(value)
    if closed is None:
        return Mistake("the quotation mark is not closed", 0, quote(_unescaped(value[1:])))
    if closed.end() == len(value):
        return None
    if value.endswith('"'):
        message = "a quotation mark ends a value in double quotes"
        return Mistake(message, closed.end() - 1, quote(_unescaped(value[1:-1])))
    return _after_quotes(value, closed.end())


def _unescaped(text: str) -> str:
    return text.replace('\\"', '"').replace("\\\\", "\\")


def _after_quotes(value: str, end: int) -> Mistake:
    after = len(value) - len(value[end:].lstrip())
    return Mistake("nothing may follow the closing quotation mark", after, quote(value))


def _in_brackets(value: str, takes_list: bool) -> Mistake:
    first = value[0]
    inner = value[1:].removesuffix("]")
    if first == "[" and takes_list and not _BRACKETS.search(inner):
        message = (
            "the list in brackets cannot be read" if value.endswith("]") else "the [ is not closed"
        )
        items = [item.strip().strip("\"'") for item in inner.split(",")]
        mended = ", ".join(quote(item) if _SPECIAL.search(item) else item for item in items if item)
        return Mistake(message, 0, f"[{mended}]")
    return Mistake(f"a value that starts with {first} needs quotes", 0, quote(value))

"""Front matter of every kind: its fences, and what stands between them.

python-frontmatter finds the fences and splits the text at them; the values are read here, with
their places and without types.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import takewhile

from frontmatter.default_handlers import BaseHandler, YAMLHandler

from newsarc.errors import Problem
from newsarc.reading.front_matter.json_block import read_json
from newsarc.reading.front_matter.names import are_field_names, looks_like_fields
from newsarc.reading.front_matter.toml_block import read_toml
from newsarc.reading.front_matter.values import FrontMatter, Table, place_of
from newsarc.reading.front_matter.yaml_block import read_yaml
from newsarc.reading.lines import BLANKS

_BLANK_START = re.compile(rf"(?:[{BLANKS}]*[\r\n])*\ufeff?")
_LINE_END = re.compile(r"\r\n|\r|\n")
_REST_OF_LINE = re.compile(r"[ \t]*(?:\r\n|\r|\n)?")
_BRACE = re.compile(r"""\{\s*(?:"[^"\n]*"\s*:|\})|\{[ \t]*[\r\n]\s*['"]?[\w-]+['"]?[ \t]*[:=]""")
_LINE_OF_BLOCK = re.compile(r"[ \t]|- |#|[\"'\w][^:=]*[:=]")


# A fence fills its line. That it begins it is looked at last, which makes searching much faster.
class _YamlFences(YAMLHandler):
    FM_BOUNDARY = re.compile(r"(?:---(?<![^\r\n]---)|\.\.\.(?<![^\r\n]\.\.\.))[ \t]*(?![^\r\n])")


class _TomlFences(BaseHandler):
    FM_BOUNDARY = re.compile(r"\+\+\+(?<![^\r\n]\+\+\+)[ \t]*(?![^\r\n])")


class _JsonFences(BaseHandler):
    FM_BOUNDARY = re.compile(r";;;(?<![^\r\n];;;)[ \t]*(?![^\r\n])")


_FENCES: Mapping[str, BaseHandler] = {
    "---": _YamlFences(),
    "+++": _TomlFences(),
    ";;;": _JsonFences(),
}


def split_fenced(text: str, path: str) -> FrontMatter | tuple[Problem, ...] | None:
    """What ``split_front_matter`` gives, by the library and the whole grammar of each kind."""
    start = _end_of(_BLANK_START, text, 0)
    if text.startswith("{", start):
        return _in_braces(text, start, path) if _BRACE.match(text, start) else None
    fence = text[start : start + 3]
    rest = text[start:] if start else text
    if fence not in _FENCES or not _FENCES[fence].detect(rest):
        return None
    first_line = place_of(text, start).line + 1
    try:
        block, body = _FENCES[fence].split(rest)
    except ValueError:  # there is one fence only
        return _unclosed(rest, fence, first_line, path)
    body_start = _end_of(_LINE_END, text, len(text) - len(body))
    if fence == ";;;":
        return _json(text, (start, body_start), block, path)
    block = block[_end_of(_LINE_END, block, 0) :]
    read = read_yaml if fence == "---" else read_toml
    table, problems = read(block, first_line, path)
    return _result(table, body_start, problems)


def _end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Where a match that begins at ``start`` ends; ``start`` if there is none."""
    found = pattern.match(text, start)
    return found.end() if found else start


def _result(
    table: Table | None, body_start: int, problems: tuple[Problem, ...]
) -> FrontMatter | tuple[Problem, ...] | None:
    if table is None:
        return problems or None
    return FrontMatter(table.entries, table.names, body_start, problems)


def _in_braces(text: str, start: int, path: str) -> FrontMatter | tuple[Problem, ...] | None:
    found = read_json(text, start, path)
    if isinstance(found, Problem):
        return (found,)
    table, end, problems = found
    if not are_field_names(table.names):
        return None
    return _result(table, _end_of(_REST_OF_LINE, text, end), problems)


def _json(
    text: str, whole: tuple[int, int], block: str, path: str
) -> FrontMatter | tuple[Problem, ...] | None:
    """JSON between fences, with or without braces; ``whole`` is from fence to body."""
    start = text.index(block, whole[0])
    begin = start + len(block) - len(block.lstrip())
    found = read_json(text[: start + len(block)], begin, path, braces=text.startswith("{", begin))
    if isinstance(found, Problem):
        return (found,) if looks_like_fields(block.splitlines()) else None
    table, end, problems = found
    if text[end : start + len(block)].strip():
        extra = Problem(path, "nothing may follow the closing brace", *place_of(text, end))
        problems = (*problems, extra)
    return _result(table, whole[1], problems)


def _unclosed(rest: str, fence: str, first_line: int, path: str) -> tuple[Problem, ...] | None:
    lines = _LINE_END.split(rest)[1:]
    if not looks_like_fields(lines):
        return None
    inside = sum(1 for _ in takewhile(_LINE_OF_BLOCK.match, lines))
    message = "the front matter that begins here is not closed"
    hint = f"write {fence} on a line of its own after line {first_line + inside - 1}"
    return (Problem(path, message, first_line - 1, 1, hint=hint),)

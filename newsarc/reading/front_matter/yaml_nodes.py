"""The structure of YAML, by PyYAML, without types: every scalar stays as it is written."""

from __future__ import annotations

import re
from itertools import accumulate

import yaml
from yaml.composer import ComposerError

try:
    from yaml import CBaseLoader as _Base
except ImportError:  # PyYAML without libyaml: the same values, ten times slower
    from yaml import BaseLoader as _Base  # type: ignore[assignment]

_LONGEST = 1_000_000
_DEEPEST = 100
_BRACKET = re.compile(r"[\[\]{}]")
_SIGNS = re.compile(rf"(?:[-?:][ \t]+){{{_DEEPEST}}}")
_ALIAS = re.compile(r"\*([^\s\[\]{},]+)")


class _Loader(_Base):
    """PyYAML, without its search for types."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:  # noqa: ARG002
        return ""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Types by path are not used."""

    def ascend_resolver(self) -> None:
        """Types by path are not used."""


def compose(text: str) -> yaml.Node | None:
    """The root of the text, or None where it holds nothing. Raises yaml.YAMLError."""
    loader = _Loader(text)
    try:
        return loader.get_single_node()
    except RecursionError as error:  # of PyYAML without libyaml
        raise yaml.YAMLError("too deep") from error
    finally:
        loader.dispose()


def parses(text: str, whole: str) -> bool:
    """Whether a piece of a whole block is a mapping, or nothing, without mistakes."""
    try:
        node = compose(text)
    except ComposerError as error:
        # A name for a value (&name) may be given in another piece.
        mark = error.problem_mark
        name = _ALIAS.match(text, mark.index) if mark else None
        return name is not None and f"&{name[1]}" in whole
    except yaml.YAMLError:
        return False
    return node is None or isinstance(node, yaml.MappingNode)


def too_much(text: str) -> bool:
    """Whether a text is beyond all front matter.

    libyaml recurses in C: brackets or dashes by the thousand would end the whole process.
    """
    if len(text) > _LONGEST:
        return True
    brackets = text.count("[") + text.count("{")
    if brackets > _DEEPEST and _depth_of_brackets(text) > _DEEPEST:
        return True
    signs = text.count("- ") + text.count("? ") + text.count(": ")
    return signs > _DEEPEST and _SIGNS.search(text) is not None


def _depth_of_brackets(text: str) -> int:
    steps = (1 if bracket in "[{" else -1 for bracket in _BRACKET.findall(text))
    return max(accumulate(steps), default=0)

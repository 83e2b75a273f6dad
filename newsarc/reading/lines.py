"""A text cut into its lines, each knowing where it stands."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

BLANKS: Final = (
    " \t\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680"
    + "".join(map(chr, range(0x2000, 0x2010)))
    + "\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
"""What a blank line may hold, and what is trimmed from a value: spaces, and marks of no width."""

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r)?")


class Line(NamedTuple):
    """A line of a text, without its line break. (A tuple, being made a million times at worst.)"""

    number: int
    """From 1, in the whole text."""
    start: int
    """Where its first character stands in the whole text."""
    text: str
    after: int
    """Where the next line starts: past the line break."""
    value: str
    """Its text, trimmed at both ends; empty where the line shows nothing."""

    @property
    def end(self) -> int:
        """Where its last character ends."""
        return self.start + len(self.text)


def lines_of(text: str, start: int = 0) -> tuple[Line, ...]:
    """The lines of a text from one of its characters on; together they are all of it."""
    number = 1 + len(re.findall(r"\r\n|\n|\r", text[:start]))
    lines: list[Line] = []
    for match in _LINE.finditer(text, start):
        if match.end() == match.start():
            break
        line = match[1]
        lines.append(
            Line(number + len(lines), match.start(), line, match.end(), line.strip(BLANKS))
        )
    return tuple(lines)

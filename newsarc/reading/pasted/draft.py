"""What the passes hand on: the lines, who has claimed them, and the fields found so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import Final

from newsarc.model import Confidence, Diagnostic, Evidence, Markup
from newsarc.reading.lines import Line
from newsarc.reading.record import Fields

HEAD: Final = 12
"""So many lines that are not blank can stand before the story at most."""


class Role(StrEnum):
    """What a line is. A line without a role is blank, or of the body."""

    TITLE = "title"
    DEK = "dek"
    META = "meta"
    """Of date and byline."""
    CAPTION = "caption"
    LABEL = "label"
    """Such as "Tags: harbour"."""
    SECTION = "section"
    BODY = "body"
    """Of the body for certain: no later pass looks at it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A record in the making."""

    text: str
    markup: Markup
    lines: tuple[Line, ...]
    fields: Fields
    roles: Mapping[int, Role] = field(default_factory=dict)
    """Of the lines that are claimed, by their number."""
    evidence: tuple[Evidence, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def head(self) -> tuple[Line, ...]:
        """The first lines that are neither blank nor claimed."""
        return tuple(islice(self.open_lines(), HEAD))

    def open_lines(self) -> Iterator[Line]:
        """The lines that are neither blank nor claimed, in order."""
        return (line for line in self.lines if line.value and line.number not in self.roles)

    def line(self, number: int) -> Line | None:
        """The line of a number; None beyond the ends of the text."""
        index = number - self.lines[0].number if self.lines else -1
        return self.lines[index] if 0 <= index < len(self.lines) else None

    def stands_apart(self, line: Line) -> bool:
        """Whether nothing or a blank line is above a line."""
        above = self.line(line.number - 1)
        return above is None or not above.value

    def lines_of_role(self, *roles: Role) -> tuple[int, ...]:
        """The numbers of the lines with one of some roles, in order."""
        return tuple(sorted(number for number, role in self.roles.items() if role in roles))

    def claim(self, lines: Iterable[Line], role: Role) -> Draft:
        """The draft with some lines claimed."""
        return self._with(roles={**self.roles, **{line.number: role for line in lines}})

    def fill(self, fields: Fields, *evidence: Evidence) -> Draft:
        """The draft with other fields, and the evidence for what is new in them."""
        return self._with(fields=fields, evidence=(*self.evidence, *evidence))

    def remark(self, code: str, line: Line | None, message: str) -> Draft:
        """The draft with a diagnostic."""
        diagnostic = Diagnostic(code, line.number if line else None, message)
        return self._with(diagnostics=(*self.diagnostics, diagnostic))

    def _with(
        self,
        fields: Fields | None = None,
        roles: Mapping[int, Role] | None = None,
        evidence: tuple[Evidence, ...] | None = None,
        diagnostics: tuple[Diagnostic, ...] | None = None,
    ) -> Draft:
        # A tenth of a reading's time would go into dataclasses.replace.
        return Draft(
            self.text,
            self.markup,
            self.lines,
            fields or self.fields,
            roles or self.roles,
            evidence or self.evidence,
            diagnostics or self.diagnostics,
        )


def evidence(name: str, lines: Iterable[Line], rule: str, confidence: Confidence) -> Evidence:
    """Why a field holds what it holds, from the lines that it was read from."""
    return Evidence(name, tuple(line.number for line in lines), rule, confidence)

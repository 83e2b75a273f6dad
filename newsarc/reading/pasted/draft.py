"""What the passes hand on: the lines, who has claimed them, and the fields found so far."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import Final

from newsarc.model import Confidence, Diagnostic, Evidence, Markup
from newsarc.reading.changing import with_changes
from newsarc.reading.languages.lexicon import Lexicon
from newsarc.reading.lines import Line
from newsarc.reading.pasted.furniture.lists import Furniture
from newsarc.reading.record import Fields

HEAD: Final = 60
"""So many lines that nobody has claimed can stand before the story at most."""
SHORT_HEAD: Final = 14
"""So many where nothing reads as a story: any line may then be the story's first."""


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
    FURNITURE = "furniture"
    """Of the page that the story stood on, and no part of the story."""
    UNASSIGNED = "unassigned"
    """Not understood; shown with the body."""
    BODY = "body"
    """Of the body for certain: no later pass looks at it."""


SHOWN: Final = frozenset({Role.BODY, Role.UNASSIGNED})
"""The roles of lines that are part of the body which is shown."""


@dataclass(frozen=True)  # without slots, see ``with_changes``
class Draft:
    """A record in the making."""

    text: str
    markup: Markup
    lines: tuple[Line, ...]
    unclaimed: tuple[Line, ...]
    """The lines that are neither blank nor claimed: nearly every pass asks for some of them."""
    lexicon: Lexicon
    fields: Fields
    language: str | None = None
    """Of the text, where it is known; BCP 47."""
    wrapped: bool = False
    """Whether its paragraphs are broken into lines of about the same length."""
    story: int | None = None
    """The number of the line at which the story begins, where one can be told."""
    roles: Mapping[int, Role] = field(default_factory=dict)
    """Of the lines that are claimed, by their number."""
    removals: Mapping[int, str] = field(default_factory=dict)
    """The rules by which lines are furniture, by their number."""
    furniture: Mapping[int, Furniture] = field(default_factory=dict)
    """What lines look like furniture, by their number; whether they are, passes decide."""
    evidence: tuple[Evidence, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def head(self) -> tuple[Line, ...]:
        """The lines above the story that are neither blank nor claimed."""
        story = self.story
        if story is None:
            return self.unclaimed[:SHORT_HEAD]
        end = self._index_of_unclaimed(story)
        return self.unclaimed[max(0, end - HEAD) : end]

    def opening(self) -> tuple[Line, ...]:
        """The first lines that are neither blank nor claimed, the story's own among them."""
        return self.unclaimed[:SHORT_HEAD]

    def settling(self) -> tuple[Line, ...]:
        """The lines whose dates may tell how one in two readings is meant: the head's, the first of
        the story."""
        first = self.story or 0
        lines = islice(self.lines_from(first), 1) if first else iter(())
        return (*self.head(), *lines)

    def open_lines(self, first: int) -> Iterator[Line]:
        """The lines that are neither blank nor claimed, in order, from the one of a number on."""
        return _from(self.unclaimed, self._index_of_unclaimed(first))

    def is_open(self, line: Line) -> bool:
        """Whether a line is neither blank nor claimed."""
        return bool(line.value) and line.number not in self.roles

    def line(self, number: int) -> Line | None:
        """The line of a number; None beyond the ends of the text."""
        index = number - self.lines[0].number if self.lines else -1
        return self.lines[index] if 0 <= index < len(self.lines) else None

    def lines_from(self, number: int) -> Iterator[Line]:
        """The lines from the one of a number on."""
        return _from(self.lines, number - self.lines[0].number)

    def stands_apart(self, line: Line) -> bool:
        """Whether nothing or a blank line is above a line."""
        above = self.line(line.number - 1)
        return above is None or not above.value

    def begins_paragraph(self, line: Line) -> bool:
        """Whether a line is the first of its paragraph: in wrapped text not every one is."""
        if not self.wrapped or self.stands_apart(line) or line.number - 1 in self.roles:
            return True
        return line.text[:2].isspace() and not line.text[:12].isspace()

    def lines_of_role(self, *roles: Role) -> tuple[int, ...]:
        """The numbers of the lines with one of some roles, in order."""
        return tuple(sorted(number for number, role in self.roles.items() if role in roles))

    def claim(self, lines: Iterable[Line], role: Role) -> Draft:
        """The draft with some lines claimed."""
        return self._claimed(dict.fromkeys((line.number for line in lines), role))

    def remove(self, removals: Mapping[int, str]) -> Draft:
        """The draft with some lines, by their number, told to be furniture, each by a rule."""
        if not removals:
            return self
        claims = dict.fromkeys(removals, Role.FURNITURE)
        return self._claimed(claims, {**self.removals, **removals})

    def furnished(self, furniture: Mapping[int, Furniture]) -> Draft:
        """The draft with what its lines look like."""
        return with_changes(self, furniture=furniture)

    def begin(self, story: int | None) -> Draft:
        """The draft with the line at which the story begins."""
        return with_changes(self, story=story)

    def fill(self, fields: Fields, *evidence: Evidence) -> Draft:
        """The draft with other fields, and the evidence for what is new in them."""
        return with_changes(self, fields=fields, evidence=(*self.evidence, *evidence))

    def remark(self, code: str, line: Line | None, message: str) -> Draft:
        """The draft with a diagnostic."""
        diagnostic = Diagnostic(code, line.number if line else None, message)
        return with_changes(self, diagnostics=(*self.diagnostics, diagnostic))

    def _index_of_unclaimed(self, number: int) -> int:
        """Where the unclaimed lines begin that are not above the line of a number."""
        # Lines are compared by their number, which comes first in them.
        return bisect_left(self.unclaimed, (number,))

    def _claimed(
        self, claims: Mapping[int, Role], removals: Mapping[int, str] | None = None
    ) -> Draft:
        """The draft with claims of lines, by their number."""
        return with_changes(
            self,
            roles={**self.roles, **claims},
            unclaimed=tuple([line for line in self.unclaimed if line.number not in claims]),
            removals=self.removals if removals is None else removals,
        )


def _from(lines: Sequence[Line], index: int) -> Iterator[Line]:
    """The lines from an index on, without going through those before it."""
    return map(lines.__getitem__, range(index, len(lines)))


def evidence(name: str, lines: Iterable[Line], rule: str, confidence: Confidence) -> Evidence:
    """Why a field holds what it holds, from the lines that it was read from."""
    return Evidence(name, tuple(line.number for line in lines), rule, confidence)

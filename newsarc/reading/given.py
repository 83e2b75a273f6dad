"""The fields that front matter gives, before they have types, and what there is to say of them."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from newsarc.errors import Problem, Severity
from newsarc.model import Diagnostic, Evidence, Json
from newsarc.reading.front_matter import FrontMatter
from newsarc.reading.front_matter.names import field_of, meant_by, rank_of
from newsarc.reading.front_matter.quoting import hint_to_write, quote
from newsarc.reading.front_matter.values import Items, Place, Table, Text, Value, to_json

_LONGEST_QUOTE = 60
_SHAPES: Mapping[type, str] = MappingProxyType({Text: "a text", Items: "a list", Table: "a table"})
_LINE_END = re.compile(r"\r\n|\r|\n")


class Given(NamedTuple):
    """A field with the value that counts for it."""

    field: str
    name: str
    """The name that the file uses for the field."""
    value: Value
    line: int
    """The line of the name."""


@dataclass(slots=True)
class Notes:
    """What reading the fields of one file has found so far, beside their values."""

    path: str
    text: str
    problems: list[Problem] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    extra: dict[str, Json] = field(default_factory=dict)

    def found(self, given: Given) -> None:
        """Note where the value of a field comes from."""
        self.evidence.append(_evidence_of(given.field, given.name, given.line))

    def problem(
        self,
        given: Given,
        place: Place,
        message: str,
        hint: str | None = None,
        severity: Severity = "error",
    ) -> None:
        """Note what is wrong with a field at a place."""
        self.problems.append(
            Problem(self.path, message, *place, given.name, hint=hint, severity=severity)
        )

    def wrong_shape(self, given: Given, value: Value, wanted: str) -> None:
        """Note that a value is a list, a table or a text where something else is wanted."""
        got = _SHAPES[type(value)]
        hint = self._quoted_in_its_line(given, value)
        self.problem(given, value.place, f"wants {wanted}, not {got}", hint)

    def _quoted_in_its_line(self, given: Given, value: Value) -> str | None:
        """The hint where YAML took a text for a list (``[Update] Flood``) or table (``- A: b``)."""
        lines = _LINE_END.split(self.text)
        line = lines[value.place.line - 1] if value.place.line <= len(lines) else ""
        lead, rest = line[: value.place.column - 1], line[value.place.column - 1 :].rstrip()
        named = lead.strip() == f"{given.name}:" and rest[:1] in ("[", "{")
        if not named and not (lead.strip() == "-" and ": " in rest):
            return None
        return hint_to_write(f"{lead.strip()} ", quote(rest))


@lru_cache(maxsize=1024)  # file after file has the same names in the same lines
def _evidence_of(field: str, name: str, line: int) -> Evidence:
    return Evidence(field, (line,), f"front-matter.{name}", "high")


def shown(text: str) -> str:
    """A value as messages quote it."""
    return f'"{text}"' if len(text) <= _LONGEST_QUOTE else f'"{text[:_LONGEST_QUOTE]}…"'


def choose(front_matter: FrontMatter, notes: Notes) -> dict[str, Given]:
    """The value that counts for each field; what newsarc does not know goes to ``notes.extra``.

    Empty values are as if they were not there. Where a field is given under several names, the one
    that ``NAMES`` has first counts, and the others are set aside.
    """
    found: dict[str, list[Given]] = {}
    for name, value in front_matter.values.items():
        if value.empty:
            continue
        if (known := field_of(name)) is None:
            notes.extra[name] = to_json(value)
        else:
            given = Given(known, name, value, front_matter.places[name].line)
            found.setdefault(known, []).append(given)
    _tell_misspelt(front_matter, found, notes)
    for rivals in found.values():
        if len(rivals) > 1:
            rivals.sort(key=lambda given: rank_of(given.name))
            for rival in rivals[1:]:
                set_aside(rival, rivals[0], notes)
    return {known: rivals[0] for known, rivals in found.items()}


def is_left_empty(front_matter: FrontMatter, field: str) -> bool:
    """Whether a field is given as nothing: ``""`` or ``[]``, not just a name without a value."""
    return any(
        value.empty and (not isinstance(value, Text) or value.quoted)
        for name, value in front_matter.values.items()
        if field_of(name) == field
    )


def _tell_misspelt(front_matter: FrontMatter, known: Container[str], notes: Notes) -> None:
    """Warn of names that are nearly those of fields which are not given."""
    for name in notes.extra:
        meant = meant_by(name)
        if meant is not None and field_of(meant) not in known:
            place, hint = front_matter.places[name], f"write {meant}, if that is meant"
            message = "is no field that newsarc knows"
            problem = Problem(notes.path, message, *place, name, hint=hint, severity="warning")
            notes.problems.append(problem)


def set_aside(loser: Given, winner: Given, notes: Notes) -> None:
    """Keep a value that does not count, unless the one that does is the same."""
    value = to_json(loser.value)
    if value != to_json(winner.value):
        notes.extra[loser.name] = value
        message = (
            f'"{loser.name}" is a second name for {winner.field}, which "{winner.name}" gives; '
            "kept as a field of its own"
        )
        notes.diagnostics.append(Diagnostic("SECOND_NAME", loser.line, message))

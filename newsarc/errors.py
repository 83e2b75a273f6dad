"""What can go wrong, as values and as one exception tree.

NewsarcError               exit status 1
├── ProblemsError          articles or pages that cannot be published, each a ``Problem``
├── TemplateProblemError   a template that does not load or render
├── CatalogError           the catalog file cannot be used; the message says what to do
├── WorkerLostError        a process of the build was killed
└── UsageError             wrong configuration or arguments, exit status 2

Anything else that is raised is a bug and shows its traceback.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that an editor should know, with its place.

    Written as ``articles/2019/flood.md:4:7: date: "2019-13-02" is not a date``, then the hint.
    """

    path: str
    """The file, as its reader would open it."""
    message: str
    line: int | None = None
    """From 1."""
    column: int | None = None
    """From 1, in characters."""
    field: str | None = None
    hint: str | None = None
    """What to write instead, as one sentence without a full stop."""
    severity: Severity = "error"

    def __str__(self) -> str:
        place = ":".join(
            str(part) for part in (self.path, self.line, self.column) if part is not None
        )
        subject = f"{self.field}: " if self.field else ""
        return f"{place}: {subject}{self.message}"


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether something cannot be published: warnings alone do not stop a build."""
    return any(problem.severity == "error" for problem in problems)


def is_disk_full(error: Exception) -> bool:
    """Whether the system refuses because the disk is full, or what of it one user may have."""
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)


class NewsarcError(Exception):
    """A mistake that its user can mend; shown as a message, never as a traceback."""

    exit_status: ClassVar[int] = 1


class ProblemsError(NewsarcError):
    """Articles or pages that cannot be published."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)

    def __reduce__(self) -> tuple[type[ProblemsError], tuple[tuple[Problem, ...]]]:
        # Exceptions are rebuilt from their arguments when they come from another process.
        return type(self), (self.problems,)


class TemplateProblemError(NewsarcError):
    """A template that does not load or render."""


class CatalogError(NewsarcError):
    """The catalog file cannot be used."""


class WorkerLostError(NewsarcError):
    """A process that read or rendered for a build was killed."""


class UsageError(NewsarcError):
    """Wrong configuration or arguments."""

    exit_status: ClassVar[int] = 2

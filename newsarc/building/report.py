"""What a build did, and how it tells what it is doing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from newsarc.errors import Problem, has_errors

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with a step's name, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file of the site that was written or removed, and why."""

    route: str
    reason: str
    written: bool = True
    """False if it was removed."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The report of a build."""

    read: int = 0
    """Sources read, rather than known from the catalog."""
    rendered: int = 0
    """Files of the site that were written."""
    kept: int = 0
    """Files that were there already, just as they should be."""
    removed: int = 0
    articles: int = 0
    """Articles published."""
    undated: int = 0
    """How many of them have no date."""
    pages: int = 0
    """Files that the site has."""
    seconds: float = 0.0
    timings: Mapping[str, float] = field(default_factory=dict)
    """Seconds by step; those of planning and rendering are of all processes together."""
    problems: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()
    """Filled only where an explanation was asked for."""

    is_verified: bool | None = None
    """Whether the site is what a clean build gives; None where they were not compared."""

    @property
    def is_published(self) -> bool:
        """Whether anything was published, or stands as it was published before."""
        return not self.failed or self.pages > 0

    @property
    def failed(self) -> bool:
        """Whether something could not be published."""
        return has_errors(self.problems)


def no_progress(step: str, done: int, total: int) -> None:
    """Tell nobody."""

"""Where the source of each story is filed."""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.chance import Chance
from benchmarks.names import slug_of
from benchmarks.settings import ArchiveSettings


@dataclass(slots=True)
class Filing:
    """Gives each story a path that no other has: ``2015/03/slug.md`` and variations of it.

    Names are remembered for one month only, so stories must come in the order of their months.
    Where a date is not known to the month, a number keeps names apart.
    """

    settings: ArchiveSettings
    _month: str = ""
    _taken: set[str] = field(default_factory=set)

    def path(self, title: str, when: str, number: int, copy_by: str | None, chance: Chance) -> str:
        """The path for story ``number``; one copied by an outlet goes to that outlet's folder."""
        slug, suffix = slug_of(title), self._suffix(chance)
        if len(when) < 7:
            return f"{when or 'undated'}/{slug}-{number}{suffix}"
        year, month = when[:4], when[5:7]
        folder = f"{year}/{month}/{slug_of(copy_by)}" if copy_by else f"{year}/{month}"
        path = f"{folder}/{_name(slug, when, number, chance)}{suffix}"
        if self._is_taken(path, when[:7]):
            path = f"{folder}/{slug}-{number}{suffix}"
        self._taken.add(path)
        return path

    def _suffix(self, chance: Chance) -> str:
        pasted = chance.happens(
            {"pasted": 1.0, "mixed": 0.3, "front-matter": 0.0}[self.settings.layout]
        )
        return ".txt" if pasted else ".md"

    def _is_taken(self, path: str, month: str) -> bool:
        if month != self._month:
            self._month = month
            self._taken.clear()
        return path in self._taken


def _name(slug: str, when: str, number: int, chance: Chance) -> str:
    """Mostly the title's words; some with the date before them, some a number alone."""
    form = chance.number()
    if form < 0.05:
        return f"{number:07}"
    return f"{when[:10]}-{slug}" if form < 0.3 and len(when) >= 10 else slug

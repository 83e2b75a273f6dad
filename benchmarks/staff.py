"""What the stories of an archive have in common: names, tags, lengths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, isqrt
from statistics import NormalDist

from benchmarks import names
from benchmarks.chance import Chance, Ranked, zipf, zipf_with_top
from benchmarks.names import Subject
from benchmarks.prose import Cast
from benchmarks.settings import ArchiveSettings

_TAG_COUNTS = (1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 6)
_MEAN_TAGS = 3.05
_TOP_TAG = 0.08
_LENGTH_SPREAD = 0.5
_LENGTHS = 1024


@dataclass(frozen=True, slots=True)
class Staff:
    """What an archive keeps drawing from."""

    subjects: Ranked[Subject]
    authors: Ranked[str]
    outlets: Ranked[str]
    sections: Ranked[str]
    people: Ranked[str]
    places: Ranked[str]
    organisations: Ranked[str]
    lengths: Sequence[int]
    """Words of a body: equal shares of the distribution, shortest first."""

    def draw_subjects(self, chance: Chance) -> tuple[Subject, ...]:
        """One to six subjects."""
        return self.subjects.draw_distinct(chance.pick(_TAG_COUNTS), chance)

    def cast(self, subjects: Sequence[Subject], outlet: str, chance: Chance) -> Cast:
        """The names of a story: those of its subjects, and others."""
        named = {
            kind: tuple(subject.name for subject in subjects if subject.kind == kind)
            for kind in ("person", "place", "organisation", "country")
        }
        return Cast(
            people=(*named["person"], *self.people.draw_distinct(2, chance)),
            places=(*named["country"], *named["place"], self.places.draw(chance)),
            organisations=(*named["organisation"], self.organisations.draw(chance)),
            outlet=outlet,
        )

    def draw_authors(self, chance: Chance) -> tuple[str, ...]:
        """One author, sometimes two, sometimes none."""
        number = chance.number()
        if number < 0.06:
            return ()
        return self.authors.draw_distinct(2 if number > 0.9 else 1, chance)


def hire(settings: ArchiveSettings) -> Staff:
    """Make up everything that stories have in common."""
    chance = Chance(settings.seed, 1)
    subjects = names.subjects(max(8, 4 * isqrt(settings.articles)), chance)
    authors = max(4, settings.articles // 50)
    return Staff(
        subjects=zipf_with_top(subjects, _TOP_TAG / _MEAN_TAGS),
        authors=zipf(names.distinct(authors, lambda: names.person(chance)), 4.0),
        outlets=zipf(names.outlets(chance), 1.0),
        sections=zipf(names.SECTIONS),
        people=zipf(names.distinct(1500, lambda: names.person(chance)), 20.0),
        places=zipf(names.distinct(400, lambda: names.place(chance)), 5.0),
        organisations=zipf(names.distinct(300, lambda: names.organisation(chance)), 5.0),
        lengths=_log_normal(settings.words),
    )


def _log_normal(mean: int) -> tuple[int, ...]:
    """Quantiles of the log-normal distribution with this mean."""
    normal = NormalDist(0.0, _LENGTH_SPREAD)
    median = mean * exp(-(_LENGTH_SPREAD**2) / 2)
    return tuple(
        round(median * exp(normal.inv_cdf((number + 0.5) / _LENGTHS))) for number in range(_LENGTHS)
    )

"""Makes up the stories of an archive, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from benchmarks.chance import Chance
from benchmarks.days import publication_days
from benchmarks.filing import Filing
from benchmarks.markup import Reference, with_markdown
from benchmarks.names import Subject, slug_of
from benchmarks.prose import Cast, make_prose
from benchmarks.settings import ArchiveSettings
from benchmarks.staff import hire
from benchmarks.story import Story

_OFFSETS = ("+00:00", "+01:00", "-05:00", "+03:00", "+05:30", "-03:00")
_DESKS = ("morning", "evening", "weekend")
_REMEMBERED = 256


class Newsroom:
    """Makes the stories of an archive; what it remembers does not grow with their number."""

    def __init__(self, settings: ArchiveSettings) -> None:
        self._settings = settings
        self._staff = hire(settings)
        self._prose = make_prose(Chance(settings.seed, 2))
        self._chance = Chance(settings.seed, 3)
        self._filing = Filing(settings)
        self._known: list[Reference] = []

    def stories(self) -> Iterator[Story]:
        """All stories, first day first; each path is another."""
        before: Story | None = None
        days = publication_days(self._settings, Chance(self._settings.seed, 4))
        for number, day in enumerate(days, 1):
            # With its original, a copy makes two of the three per cent that share title and day.
            copied = before if self._chance.happens(0.016) else None
            story = self._story(number, day, copied)
            self._remember(story)
            if len(story.when) >= 10:
                before = story
            yield story

    def _remember(self, story: Story) -> None:
        """Keep a sample of the stories so far, recent ones rather than old ones."""
        reference = Reference(story.path, story.title)
        if len(self._known) < _REMEMBERED:
            self._known.append(reference)
        else:
            self._known[self._chance.between(0, _REMEMBERED - 1)] = reference

    def _story(self, number: int, day: date, copied: Story | None) -> Story:
        """Make story ``number``; a copy has the title and the day of another outlet's story."""
        chance, staff = self._chance, self._staff
        subjects = staff.draw_subjects(chance)
        outlet = staff.outlets.draw(chance)
        cast = staff.cast(subjects, outlet, chance)
        if copied:
            title, when = copied.title, copied.when[:10]
        else:
            title, when = self._prose.headline(_about(subjects, cast), chance), self._when(day)
        path = self._filing.path(title, when, number, outlet if copied else None, chance)
        pictured = chance.happens(0.3)
        return Story(
            path=path,
            title=title,
            dek=self._prose.sentence(chance)[:-1] if chance.happens(0.6) else None,
            when=when,
            updated=self._updated(when) if chance.happens(0.08) else None,
            authors=staff.draw_authors(chance),
            source=outlet,
            section=staff.sections.draw(chance),
            tags=tuple(self._spelled(subject.name) for subject in subjects),
            caption=self._prose.sentence_with_names(cast, chance) if pictured else None,
            credit=staff.people.draw(chance) if pictured else None,
            url=_address(outlet, number) if chance.happens(0.2) else None,
            slug=f"{slug_of(title).partition('-')[0]}-{number}" if chance.happens(0.02) else None,
            aliases=_aliases(number) if chance.happens(0.03) else (),
            desk=chance.pick(_DESKS) if chance.happens(0.05) else None,
            paragraphs=self._paragraphs(path, cast),
        )

    def _when(self, day: date) -> str:
        """The date as far as it is known; every other one has a time of day."""
        number = self._chance.number()
        if number < 0.03:
            return ("", day.isoformat()[:4], day.isoformat()[:7])[int(number * 100)]
        if number < 0.5:
            return day.isoformat()
        hour, minute = self._chance.between(5, 22), self._chance.between(0, 59)
        offset = f":00{self._chance.pick(_OFFSETS)}" if number < 0.9 else ""
        return f"{day.isoformat()}T{hour:02}:{minute:02}{offset}"

    def _updated(self, when: str) -> str | None:
        """Some days later, in the same form as the date; only where the day is known."""
        if len(when) < 10:
            return None
        later = date.fromisoformat(when[:10]) + timedelta(days=self._chance.between(1, 9))
        return later.isoformat() + when[10:]

    def _spelled(self, tag: str) -> str:
        """The tag, now and then in lower case, as careless editors write it."""
        return tag.lower() if self._chance.happens(0.02) else tag

    def _paragraphs(self, path: str, cast: Cast) -> tuple[str, ...]:
        chance = self._chance
        length = chance.pick(self._staff.lengths)
        first, *rest = self._prose.paragraphs(length, cast, chance)
        if chance.happens(0.15):
            first = f"{cast.places[-1].upper()} ({cast.outlet}) — {first}"
        if path.endswith(".md") and chance.happens(0.2):
            return with_markdown((first, *rest), path, self._known, cast, self._prose, chance)
        return (first, *rest)


def _about(subjects: Sequence[Subject], cast: Cast) -> str:
    """The name with which a headline begins."""
    names = (subject.name for subject in subjects if subject.kind != "topic")
    return next(names, cast.places[-1])


def _address(outlet: str, number: int) -> str:
    return f"https://{slug_of(outlet)}.example/story/{number}"


def _aliases(number: int) -> tuple[str, ...]:
    """One or two old addresses that no other story has."""
    first = f"/story/{number}.html"
    return (first, f"/print/{number}/") if number % 3 == 0 else (first,)

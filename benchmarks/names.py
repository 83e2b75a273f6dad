"""Names of people, places, organisations and outlets, all invented; only countries are real."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from typing import Literal

from benchmarks.chance import Chance


def _listed(text: str, mark: str | None = None) -> tuple[str, ...]:
    return tuple(text.split(mark))


COUNTRIES = _listed(
    "Iraq|Brazil|United States|India|France|Kenya|Germany|Mexico|Japan|Nigeria|Egypt|Chile|"
    "South Korea|Turkey|Spain|Indonesia|Peru|Poland|Vietnam|Canada|Ghana|Norway|Argentina|Italy|"
    "Morocco|Ukraine|Portugal|Colombia|Thailand|Greece|Bolivia|Sweden|Senegal|New Zealand|Nepal|"
    "Jordan|Finland|Ecuador|South Africa|Lebanon|Ireland|Cuba|Tunisia|Romania|Mongolia|Iceland|"
    "Zambia|Uruguay",
    "|",
)
SECTIONS = ("World", "Politics", "Business", "Culture", "Science", "Health", "Sport", "Opinion")

_TOPICS = _listed(
    "Elections|Climate|Energy|Schools|Trade|Migration|Hospitals|Courts|Railways|Farming|Housing|"
    "Fisheries|Labour|Budgets|Water|Archives|Taxes|Forests|Broadband|Museums|Ports|Vaccines|"
    "Mining|Pensions|Aviation|Cinema|Football|Banking|Drought|Press freedom",
    "|",
)
_TOPIC_KINDS = ("policy", "strikes", "reform", "talks", "prices", "safety", "funding", "research")
_ORGANISATION_FIELDS = (
    *("Water", "Harbour", "Transport", "Relief", "Research", "Farmers", "Teachers", "Energy"),
    *("Health", "Heritage", "Workers", "Press"),
)
_ORGANISATION_KINDS = ("Council", "Union", "Institute", "Agency", "Front", "Alliance", "Board")
_OUTLET_KINDS = (
    *("Courier", "Herald", "Dispatch", "Observer", "Gazette", "Wire"),
    *("Ledger", "Chronicle", "Monitor", "Review", "Standard", "Post"),
)

_ONSETS = _listed("b br d dr fl g gr h j k kr l m n p pr r s sk st t tr v vr w z th")
_VOWELS = _listed("a e i o a e o u ai ei ou ia")
_ENDS = _listed("n r l s m nd rm st th sk ld v")
_PLACE_ENDS = ("ra", "via", "mar", "holm", "dal", "port", "haven", "stad", "ova", "mouth", "nia")
_ACCENTS = str.maketrans("aeiou", "áéíöü")
_WITHOUT_ACCENTS = str.maketrans("áéíöü", "aeiou")

Kind = Literal["country", "topic", "organisation", "person", "place"]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a story is about, and its tag."""

    name: str
    kind: Kind


def slug_of(text: str) -> str:
    """The words of a text in ASCII with hyphens, at most 60 characters, cut at a word."""
    plain = text.lower().translate(_WITHOUT_ACCENTS).replace("’", "")
    slug = "-".join(re.findall("[a-z0-9]+", plain))
    return slug if len(slug) <= 60 else slug[:61].rpartition("-")[0]


def distinct(count: int, make: Callable[[], str]) -> tuple[str, ...]:
    """Make names until there are as many different ones as asked for."""
    names: dict[str, None] = {}
    while len(names) < count:
        names[make()] = None
    return tuple(names)


def invent(chance: Chance, syllables: int) -> str:
    """A word that no language has, in lower case."""
    parts = (chance.pick(_ONSETS) + chance.pick(_VOWELS) for _ in range(syllables))
    return "".join(parts) + chance.pick(_ENDS)


def place(chance: Chance) -> str:
    stem = chance.pick(_ONSETS) + chance.pick(_VOWELS) + chance.pick(_ENDS)
    return (stem + chance.pick(_PLACE_ENDS)).capitalize()


def person(chance: Chance) -> str:
    """First and last name; one in twelve has an accent."""
    last = invent(chance, chance.between(1, 2))
    if chance.happens(1 / 12):
        last = last[:-3] + last[-3:].translate(_ACCENTS)
    initial = f"{chance.pick('ABDEGHJKLMNPRSTV')}. " if chance.happens(0.05) else ""
    return f"{invent(chance, 1).capitalize()} {initial}{last.capitalize()}"


def organisation(chance: Chance) -> str:
    field, kind = chance.pick(_ORGANISATION_FIELDS), chance.pick(_ORGANISATION_KINDS)
    return f"{place(chance)} {field} {kind}"


def outlets(chance: Chance) -> tuple[str, ...]:
    """Twelve outlets, each of another kind."""
    articles = cycle(("The ", "", ""))
    return tuple(f"{next(articles)}{place(chance)} {kind}" for kind in _OUTLET_KINDS)


def subjects(count: int, chance: Chance) -> tuple[Subject, ...]:
    """As many subjects as asked for, of all kinds; no two differ only in case."""
    found: dict[str, Subject] = {}
    for subject in _endless_subjects(chance):
        if len(found) >= count:
            break
        found.setdefault(subject.name.casefold(), subject)
    return tuple(found.values())


def _endless_subjects(chance: Chance) -> Iterator[Subject]:
    countries, topics = iter(COUNTRIES), _topics()
    while True:
        for name in (next(countries, None), next(countries, None)):
            if name is not None:
                yield Subject(name, "country")
        for name in (next(topics, None), next(topics, None)):
            if name is not None:
                yield Subject(name, "topic")
        yield Subject(place(chance), "place")
        yield Subject(organisation(chance), "organisation")
        yield Subject(person(chance), "person")


def _topics() -> Iterator[str]:
    yield from _TOPICS
    for kind in _TOPIC_KINDS:
        yield from (f"{topic} {kind}" for topic in _TOPICS if " " not in topic)

"""The words that tell names from other capitalised words, from ``newsarc/data``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# A wheel is installed as files; importlib.resources takes longer to import than the lists to read.
_DATA = Path(__file__).parents[2] / "data"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lists of words, in their capitalised form unless it says otherwise."""

    grammar: frozenset[str]
    """Words that no name begins with."""
    calendar: frozenset[str]
    titles: frozenset[str]
    """What a person is: president, Mr, coach."""
    bodies: frozenset[str]
    """Words that make a name an organisation's: ministry, party, university."""
    heads: frozenset[str]
    """The same, and those that make it a place's: river, airport, province."""
    endings: frozenset[str]
    """Legal forms at the end of a company's name."""
    adjectives: frozenset[str]
    """Capitalised without being a name: Arab, Democratic."""
    portfolios: frozenset[str]
    """What ministries are for: health, defence."""
    names_too: frozenset[str]
    """Words of the other lists that people are called: Will, May, King."""
    lexical: frozenset[str]
    """Every word of every list: a name of nothing else is a doubtful one."""
    initialisms: frozenset[str]
    """In capitals: short forms that are no organisations."""
    agencies: frozenset[str]
    """Folded names of news agencies."""
    abbreviations: frozenset[str]
    """A full stop after them ends no sentence."""
    possessives: frozenset[str]
    """In lower case: possessives inside names, such as ``people's``."""
    particles: frozenset[str]
    """In lower case: words inside names, such as ``de``."""
    hyphenated: frozenset[str]
    """In lower case: particles that a hyphen ties to a name, such as ``al``."""
    roles: frozenset[str]
    """The titles, in lower case."""
    plain_grammar: frozenset[str]
    """The words of grammar, in lower case."""
    english: frozenset[str]
    """In lower case: words that English texts are full of."""


@cache
def load_lexicon() -> Lexicon:
    """Read the lists; once per process."""
    tables = tomllib.loads(data_file("words.toml"))
    lists = {name: frozenset(words.split()) for name, words in tables.items()}
    shown = {name: frozenset(map(capitalised, words)) for name, words in lists.items()}
    common = frozenset(
        word.capitalize()
        for line in data_file("common.txt").splitlines()
        if not line.startswith("#")
        for word in line.split()
    )
    of_names = ("titles", "bodies", "places", "directions", "portfolios", "adjectives")
    return Lexicon(
        grammar=shown["grammar"],
        calendar=shown["calendar"],
        titles=shown["titles"],
        bodies=shown["bodies"],
        heads=shown["bodies"] | shown["places"],
        endings=shown["endings"],
        adjectives=shown["adjectives"],
        portfolios=shown["portfolios"],
        names_too=shown["names_too"],
        lexical=common.union(shown["grammar"], shown["calendar"], *(shown[n] for n in of_names)),
        initialisms=frozenset(word.upper() for word in lists["initialisms"]),
        agencies=lists["agencies"],
        abbreviations=shown["abbreviations"],
        possessives=lists["possessives"],
        particles=lists["particles"],
        hyphenated=lists["hyphenated"],
        roles=lists["titles"],
        plain_grammar=lists["grammar"],
        english=lists["english"],
    )


def capitalised(word: str) -> str:
    """The word as a name shows it: ``Secretary-General`` of ``secretary-general``."""
    return "-".join(part.capitalize() for part in word.split("-"))


def data_file(name: str) -> str:
    """The text of a file of ``newsarc/data``."""
    return (_DATA / name).read_text(encoding="utf-8")

"""Names known before reading: countries by name and demonym, and some organisations."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, NamedTuple

from newsarc.reading.tagging.folding import fold
from newsarc.reading.tagging.words import data_file


class Kind(Enum):
    """What a form says about its tag."""

    NAME = "the country's own name"
    OTHER_NAME = "another name or an abbreviation"
    DEMONYM = "an adjective or what people are called"
    ORGANISATION = "an organisation's name"
    ELSEWHERE = "a phrase that only looks like a country's"


class Form(NamedTuple):
    """One spelling by which a tag is known."""

    text: str
    tag: str
    key: str
    """The tag, folded."""
    kind: Kind
    language: bool = False
    """Whether the word names a language too."""
    surname: bool = False
    """Whether people bear the word as their name."""
    evidence: tuple[str, ...] = ()
    """Where not empty, it counts only in a text with one of these."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The known forms by their first word, longest first."""

    by_first_word: Mapping[str, tuple[Form, ...]]

    def match(self, text: str, start: int, word: str) -> Form | None:
        """The longest form that stands in the text at ``start``, where ``word`` begins it."""
        for form in self.by_first_word.get(word, ()):
            if text.startswith(form.text, start):
                end = start + len(form.text)
                if not text[end : end + 1].isalnum():
                    return form
        return None

    def forms(self) -> Iterator[Form]:
        """Every form."""
        for forms in self.by_first_word.values():
            yield from forms


@cache
def load_gazetteer() -> Gazetteer:
    """Read CLDR's territory names and the package's data; once per process.

    Babel is imported here, as it takes longer than reading an article.
    """
    from babel import Locale  # noqa: PLC0415

    countries = tomllib.loads(data_file("demonyms.toml"))
    organisations = tomllib.loads(data_file("organisations.toml"))
    forms: dict[str, Form] = {}
    for form in _country_forms(Locale("en").territories, countries):
        forms.setdefault(form.text, form)
    for tag, others in organisations.items():
        for text in (tag, *others):
            forms[text] = Form(text, tag, fold(tag), Kind.ORGANISATION)
    for text in countries["elsewhere"]:
        forms.setdefault(text, Form(text, text, fold(text), Kind.ELSEWHERE))
    by_first_word: dict[str, list[Form]] = {}
    for form in sorted(forms.values(), key=lambda form: (-len(form.text), form.text)):
        by_first_word.setdefault(_first_word(form.text), []).append(form)
    return Gazetteer({word: tuple(forms) for word, forms in by_first_word.items()})


def _first_word(text: str) -> str:
    first = text.split(maxsplit=1)[0]
    return first.rstrip(".") if first.count(".") == 1 else first


def _country_forms(territories: Mapping[str, str], data: Mapping[str, Any]) -> Iterator[Form]:
    """Names before other names before demonyms: the first claim to a spelling holds."""
    own = {
        code: name
        for code, name in territories.items()
        if len(code) == 2 and code not in data["skipped"]
    }
    tags = {code: name.replace(" & ", " and ") for code, name in own.items()} | data["shown"]
    keys = {code: fold(tag) for code, tag in tags.items()}
    for code, tag in tags.items():
        evidence = tuple(data["doubtful"].get(code, ()))
        for text in dict.fromkeys((*_spellings(tag), *_spellings(own.get(code, tag)))):
            surname = text in data["surnames"]
            yield Form(text, tag, keys[code], Kind.NAME, False, surname, evidence)
    for code, texts in data["names"].items():
        for text in texts:
            for spelling in _spellings(text):
                yield Form(spelling, tags[code], keys[code], Kind.OTHER_NAME)
    languages = frozenset(data["languages"])
    for code, texts in data["demonyms"].items():
        evidence = tuple(data["doubtful"].get(code, ()))
        for text in texts:
            language = text in languages
            for form in (text, text + "s"):
                yield Form(form, tags[code], keys[code], Kind.DEMONYM, language, False, evidence)


def _spellings(name: str) -> Iterator[str]:
    """The ways in which a name is written: accents or not, ``St.``, ``St`` or ``Saint``."""
    decomposed = unicodedata.normalize("NFD", name)
    without_accents = "".join(char for char in decomposed if not unicodedata.combining(char))
    # "Reunion" begins sentences about other things.
    for spelling in (name,) if name == "Réunion" else (name, without_accents):
        for joined in (
            spelling,
            spelling.replace(" & ", " and "),
            spelling.replace(" and ", " & "),
        ):
            for quoted in (joined, joined.replace("’", "'"), joined.replace("'", "’")):
                yield quoted
                if quoted.startswith("St. "):
                    yield "St " + quoted[4:]
                    yield "Saint " + quoted[4:]

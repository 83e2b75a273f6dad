"""Names of months and weekdays: English at once, those of other languages when first asked for.

They come from CLDR, and what it lacks from ``months.toml``.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

_MONTHS: Final = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
ENGLISH_MONTHS: Mapping[str, int] = MappingProxyType(
    {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
)
"""English names and abbreviations of months, in small letters, and their numbers."""

_DAYS: Final = (
    "monday mon",
    "tuesday tues tue",
    "wednesday wednes wed",
    "thursday thurs thur thu",
    "friday fri",
    "saturday sat",
    "sunday sun",
)

# The languages whose newspapers are widely pasted: a text of no known language is read with these.
_LANGUAGES: Final = (
    "es pt fr de it nl sv da nb fi is pl cs sk sl hr sr bs mk hu ro bg el ru uk be tr az ar fa he "
    "hi bn ur mr gu pa ta te kn ml ne si id ms fil vi th sw lt lv et ca eu gl sq hy ka kk uz zh"
).split()
# Regions with month names of their own, such as Jänner, setiembre, آب and جانفي.
_REGIONS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "ar": ("ar_LB", "ar_DZ", "ar_MA", "ar_TN"),
        "de": ("de_AT",),
        "es": ("es_UY", "es_PE", "es_MX"),
        "fr": ("fr_CA",),
        "pt": ("pt_PT",),
        "sr": ("sr_Latn",),
        "bs": ("bs_Cyrl",),
        "uz": ("uz_Cyrl",),
        "pa": ("pa_Guru",),
    }
)
_ALIASES: Final = MappingProxyType({"no": "nb", "nn": "nb", "tl": "fil", "iw": "he", "in": "id"})
_WIDTHS: Final = ("wide", "abbreviated")
_FULL_DAYS: Final = frozenset(names.split()[0] for names in _DAYS)
_HAS_DIGIT: Final = re.compile(r"\d")
# Letters that are written in several ways, and marks that are often left out.
_SAME_LETTERS: Final = str.maketrans(
    {"ı": "i", "'": "’", "ʼ": "’", "‘": "’", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ی": "ي"}
    | {"ک": "ك", "ة": "ه", ".": " ", "॰": " ", "-": " "}
    | dict.fromkeys("\u0307\u093c\u09bc\u0640\u064b\u064c\u064d\u200c\u200d\u00ad\u0654", "")
)


@dataclass(frozen=True, slots=True)
class Names:
    """The names of months (1 to 12) and weekdays (0 for Monday to 6) in one or all languages."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    full_weekdays: Set[str]
    """The weekdays that are not abbreviations, which can be other words as well."""


def english_month(word: str) -> int | None:
    """The month, 1 to 12, that an English name or abbreviation stands for."""
    return ENGLISH_MONTHS.get(word.rstrip(".").casefold())


def month_of(word: str, language: str | None = None) -> int | None:
    """The month, 1 to 12, that a name or abbreviation of a language, or of English, stands for.

    Without a language it may be any; None for a name that then means different months, such as the
    Croatian and the Polish "listopad".
    """
    month = english_month(word) if language is None else None
    return names_of(language).months.get(fold_name(word)) if month is None else month


def is_english_weekday(word: str) -> bool:
    """Whether a word is an English weekday or its abbreviation."""
    return fold_name(word) in names_of("en").weekdays


def is_weekday(word: str, language: str | None = None) -> bool:
    """Whether a word is a weekday or its abbreviation in a language, in any if none is given."""
    return is_english_weekday(word) or fold_name(word) in names_of(language).weekdays


def fold_name(name: str) -> str:
    """A name as it is compared: without case, full stops and the ways to write the same letter."""
    if not name.isascii():
        name = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(name.casefold().translate(_SAME_LETTERS).split()).removeprefix("d’")


@cache
def names_of(language: str | None) -> Names:
    """The names of a language and the English ones; those of all languages for None.

    A name with two meanings has the one of the language; among all of them, none.
    """
    code = language and language.replace("_", "-").partition("-")[0].casefold()
    if code is None:
        months = _certain(entry for name in _LANGUAGES for entry in _months(name))
        weekdays = _certain(entry for name in _LANGUAGES for entry in _weekdays(name))
        full = {day for name in _LANGUAGES for day, _ in _weekdays(name, _WIDTHS[:1])}
        return Names(months | _english(_MONTHS), weekdays | _english(_DAYS), full | _FULL_DAYS)
    if code == "en":
        return Names(_english(_MONTHS), _english(_DAYS), _FULL_DAYS)
    code = _ALIASES.get(code, code)
    full = {day for day, _ in _weekdays(code, _WIDTHS[:1])}
    return Names(
        _english(_MONTHS) | _first(_months(code)),
        _english(_DAYS) | _first(_weekdays(code)),
        full | _FULL_DAYS,
    )


def _english(names: Iterable[str]) -> dict[str, int]:
    first = 1 if names is _MONTHS else 0
    return {name: number for number, all_ in enumerate(names, first) for name in all_.split()}


def _first(entries: Iterable[tuple[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, number in entries:
        found.setdefault(name, number)
    return found


def _certain(entries: Iterable[tuple[str, int]]) -> dict[str, int]:
    meanings: defaultdict[str, set[int]] = defaultdict(set)
    for name, number in entries:
        meanings[name].add(number)
    return {name: numbers.pop() for name, numbers in meanings.items() if len(numbers) == 1}


def _months(code: str) -> Iterator[tuple[str, int]]:
    """CLDR's months of a language, then those it lacks, then all without their accents."""
    names = [
        (fold_name(name), number)
        for locale in _locales(code)
        for number, name in _names(locale.months, _WIDTHS)
        if not _HAS_DIGIT.search(name)
    ]
    names += [(fold_name(name), number) for name, number in _more("months", code)]
    yield from names
    yield from ((_without_accents(name), number) for name, number in names)


def _weekdays(code: str, widths: Sequence[str] = _WIDTHS) -> Iterator[tuple[str, int]]:
    """CLDR's weekdays of a language, then those it lacks, then all without their accents."""
    names = [
        (fold_name(name), number)
        for locale in _locales(code)
        for number, name in _names(locale.days, widths)
    ]
    names += [(fold_name(name), number - 1) for name, number in _more("weekdays", code)]
    yield from names
    yield from ((_without_accents(name), number) for name, number in names)


@cache
def _locales(code: str) -> tuple[Any, ...]:
    # Imported here: babel and its data take their time, and an English archive never needs them.
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        return tuple(map(Locale.parse, (code, *_REGIONS.get(code, ()))))
    except (UnknownLocaleError, ValueError):
        return ()


def _names(
    contexts: Mapping[str, Mapping[str, Any]], widths: Iterable[str]
) -> Iterator[tuple[int, str]]:
    """Numbers and names from CLDR's tables; narrow ones are left out, being single letters."""
    for width in widths:
        for context in ("format", "stand-alone"):
            yield from contexts[context][width].items()


def _more(kind: str, code: str) -> Iterator[tuple[str, int]]:
    for entry in _extras().get(code, {}).get(kind, ()):
        name, _, number = entry.partition("=")
        yield name, int(number)


@cache
def _extras() -> Mapping[str, Mapping[str, Sequence[str]]]:
    text = files("newsarc.reading.dates").joinpath("months.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _without_accents(name: str) -> str:
    letters = unicodedata.normalize("NFD", name)
    bare = "".join(letter for letter in letters if not "\u0300" <= letter <= "\u036f")
    return unicodedata.normalize("NFC", bare)

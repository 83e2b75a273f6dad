"""Names of months and weekdays: English at once, other languages from CLDR when first asked for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

ENGLISH_MONTHS: Mapping[str, int] = MappingProxyType(
    {
        name: number
        for number, names in enumerate(
            (
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
            ),
            start=1,
        )
        for name in names.split()
    }
)
"""English names and abbreviations of months, in small letters, and their numbers."""

_ENGLISH_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday "
    "mon tue tues wed thu thur thurs fri sat sun".split()
)

# The languages whose newspapers are widely pasted; the four regional ones have month names of
# their own, such as Jänner, setiembre, آب and جانفي.
_LANGUAGES = (
    "es pt fr de it nl sv da nb fi pl cs sk sl hr sr hu ro bg el ru uk tr ar fa he hi bn ur ta te "
    "id ms vi th sw lt lv et ca de_AT es_UY ar_LB ar_DZ"
).split()
_WIDTHS = ("wide", "abbreviated")


def english_month(word: str) -> int | None:
    """The month, 1 to 12, that an English name or abbreviation stands for."""
    return ENGLISH_MONTHS.get(word.rstrip(".").casefold())


def month_of(word: str) -> int | None:
    """The month, 1 to 12, that a name or abbreviation of any language stands for.

    None for other words, and for a name that means different months in different languages, such
    as the Croatian and the Polish "listopad".
    """
    month = english_month(word)
    return _other_months().get(_fold(word)) if month is None else month


def is_english_weekday(word: str) -> bool:
    """Whether a word is an English weekday or its abbreviation."""
    return word.rstrip(".").casefold() in _ENGLISH_WEEKDAYS


def is_weekday(word: str) -> bool:
    """Whether a word is a weekday or its abbreviation in any language."""
    return is_english_weekday(word) or _fold(word) in _other_weekdays()


def _fold(word: str) -> str:
    """A name without the differences of case, full stops and Catalan's elided article."""
    folded = unicodedata.normalize("NFKC", word).casefold().rstrip(".॰").replace("'", "’")
    return folded.removeprefix("d’")


@cache
def _other_months() -> Mapping[str, int]:
    months: dict[str, int] = {}
    doubtful: set[str] = set()
    for locale in _locales():
        for number, name in _names(locale.months):
            word = _fold(name)
            if months.setdefault(word, number) != number:
                doubtful.add(word)
    return {word: number for word, number in months.items() if word not in doubtful}


@cache
def _other_weekdays() -> frozenset[str]:
    return frozenset(_fold(name) for locale in _locales() for _, name in _names(locale.days))


def _locales() -> Iterator[Any]:
    # Imported here: babel and its data cost 0.2 s, and an English archive never needs them.
    from babel import Locale  # noqa: PLC0415

    return map(Locale.parse, _LANGUAGES)


def _names(contexts: Mapping[str, Mapping[str, Any]]) -> Iterable[tuple[int, str]]:
    """Numbers and names from CLDR's tables; narrow ones are left out, being single letters."""
    for context in ("format", "stand-alone"):
        for width in _WIDTHS:
            yield from contexts[context][width].items()

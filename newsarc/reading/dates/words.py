"""The words of one language around the numbers of a date: months, weekdays and small words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from newsarc.reading.dates.months import Names, fold_name, names_of
from newsarc.reading.dates.times import WITHOUT_LEXICON, TimeWords
from newsarc.reading.languages.lexicon import Lexicon, fold

LONGEST_NAME: Final = 32
"""No more than this around a number is looked at for the name of a month."""

_OF: Final = frozenset(("of", "de", "del", "do", "di"))
_ORDINAL: Final = r"(?:st|nd|rd|th|er|re|º|ª|°|[´’']?e|-?го|-?е|-?a)"
# What may stand between the day and the year: words, and nothing that parts a line.
_GAP = re.compile(
    rf"(?:{_ORDINAL}(?=[\s.,]))?(?P<open>[.,]?\s{{0,3}}|[-/.])"
    r"(?P<words>[^\W\d_][^\d;:|·•()\[\]–—“”\"<>]{0,30}?)?"
    r"(?P<close>[.,]{0,2}\s{0,3}|[.-]|/)"
)
_WORD = re.compile(r"[^\s\d,;:|·•()\[\]–—“”\"<>/_-]{1,24}")
_SPLIT = re.compile(r"[\s,/-]{1,4}|(?<=\.)")
_SPACE_AND_STOP = re.compile(r"[.,]{0,2}\s{0,3}")
_OPENING = re.compile(
    rf"(?:{_ORDINAL}(?=[\s.,]))?[.\s-]{{0,2}}(?P<first>[^\W\d_][^\s\d,;:|·•()\[\]–—“”\"<>/_-]{{0,15}})"
    r"(?:\s(?P<second>[^\W\d_][^\s\d,;:|·•()\[\]–—“”\"<>/_-]{1,15}))?"
)


@dataclass(frozen=True, slots=True, eq=False)
class DateWords:
    """The words of one language. There is one object a lexicon, so it can be a key."""

    language: str | None
    names: Names
    """Of months and weekdays; where the language is not known, the English ones."""
    of: frozenset[str]
    before: frozenset[str]
    year: frozenset[str]
    labels: frozenset[str]
    by: frozenset[str]
    relative: frozenset[str]
    unspaced_relative: tuple[str, ...]
    units: frozenset[str]
    numbers: frozenset[str]
    ago: frozenset[str]
    ago_before: frozenset[str]
    first_relative: frozenset[str]
    """Words of which a line without a number must hold one to say when it is from."""
    relative_starts: frozenset[str]
    """Words that such a relative date can begin with."""
    unit_initials: frozenset[str]
    last_words: frozenset[str]
    """Words that a month, or what may stand behind it, can end with."""
    times: TimeWords

    def month(self, name: str, *, all_languages: bool) -> int | None:
        """The month of a name; where the language is not known, in all if that is asked for."""
        folded = fold_name(name)
        month = self.names.months.get(folded)
        if month is None and all_languages and self.language is None and len(folded) > 1:
            return names_of(None).months.get(folded)
        return month

    def may_end_month(self, word: str, *, all_languages: bool) -> bool:
        """Whether a word is worth a closer look: most words before a number are no month."""
        return (
            word.rstrip(".,") in self.last_words
            or not (word.isascii() and word.islower())
            or (all_languages and self.language is None)
        )

    def weekday(self, name: str, *, all_languages: bool = False) -> int | None:
        """The weekday of a name, 0 for Monday."""
        return self._weekdays(all_languages).weekdays.get(fold_name(name))

    def is_full_weekday(self, name: str, *, all_languages: bool = False) -> bool:
        """Whether a name is a weekday's, and no abbreviation."""
        return fold_name(name) in self._weekdays(all_languages).full_weekdays

    def _weekdays(self, all_languages: bool) -> Names:
        return names_of(None) if all_languages else self.names


@cache
def words_of(lexicon: Lexicon) -> DateWords:
    """The words around dates in a language."""

    def read(key: str, table: str = "dates") -> frozenset[str]:
        return frozenset(phrase.rstrip(".") for phrase in lexicon.words(table, key))

    language = lexicon.language
    relative, units, numbers = read("relative"), read("units"), read("numbers")
    ago_before, firsts = read("ago_before"), frozenset(map(_first_word, relative))
    unspaced = tuple(sorted(phrase for phrase in relative if _is_unspaced(phrase[0])))
    o_clock = WITHOUT_LEXICON.o_clock | read("o_clock")
    times = TimeWords(
        at=WITHOUT_LEXICON.at | read("at"),
        o_clock=o_clock,
        o_clock_phrases=tuple(sorted((word for word in o_clock if " " in word), key=len)[::-1]),
        dotted=language is not None and not language.startswith("en"),
    )
    names = names_of(language or "en")
    of, before, year = _OF | read("of"), read("before"), read("year")
    return DateWords(
        language=language,
        names=names,
        of=of,
        before=before,
        year=year,
        labels=read("date", "labels") | read("updated", "labels"),
        by=read("words", "byline"),
        relative=relative,
        unspaced_relative=unspaced,
        units=units,
        numbers=numbers,
        ago=read("ago"),
        ago_before=ago_before,
        # Units of a letter, as in "3h ago", are not written behind "an" or "two".
        first_relative=firsts | {unit for unit in units if len(unit) > 1},
        relative_starts=firsts | units | numbers | set(map(_first_word, ago_before)),
        unit_initials=frozenset(unit[0] for unit in units),
        last_words=of | before | year | {"the"} | {name.split()[-1] for name in names.months},
        times=times,
    )


@lru_cache(maxsize=8192)
def month_between(words: DateWords, gap: str) -> int | None:
    """The month between the day and the year, 0 where nothing but "," or "de" stands there.

    None where what stands there makes no date of the two.
    """
    match = _GAP.fullmatch(gap)
    if match is None:
        return None
    name = [word for word in _SPLIT.split(match["words"] or "") if word.strip(".")]
    while name and _is_small(words, name[0]):
        del name[0]
    while name and _is_small(words, name[-1]):
        del name[-1]
    if not name:
        return 0 if match["words"] or "," in gap or gap.endswith(" ") else None
    month = words.month(" ".join(name), all_languages=True)
    if month is None and len(name) > 1:
        # Arabic news gives two names of the month, as in "آب/أغسطس".
        month = _same_month(words, match["words"])
    return month


def month_before(words: DateWords, text: str, *, all_languages: bool) -> tuple[int, int] | None:
    """The month that a text ends with, and where its name starts, counted from the text's end."""
    last = text.rsplit(None, 1)[-1:]
    if not last or not words.may_end_month(last[0], all_languages=all_languages):
        return None
    return _month_before(words, text[-LONGEST_NAME:], all_languages)


@lru_cache(maxsize=8192)
def _month_before(words: DateWords, text: str, all_languages: bool) -> tuple[int, int] | None:
    spans = [found.span() for found in _WORD.finditer(text)]
    end = len(text)
    while spans and _SPACE_AND_STOP.fullmatch(text, spans[-1][1], end):
        start, end = spans.pop()
        if _is_small(words, text[start:end]):
            end = start
            continue
        month = words.month(text[start:end], all_languages=all_languages)
        if month is not None:
            return _first_of_two(words, text, month, start) or (month, len(text) - start)
        start = _start_of_glued_name(text, start, end)
        month = words.month(text[start:end], all_languages=all_languages)
        if month is None and spans:
            start = spans[-1][0]
            month = words.month(text[start:end], all_languages=all_languages)
        return (month, len(text) - start) if month is not None else None
    return None


@lru_cache(maxsize=8192)
def month_after(words: DateWords, text: str) -> tuple[int, int] | None:
    """The month that a text begins with, as "th of March", and where its name ends."""
    match = _OPENING.match(text)
    while match is not None and _is_small(words, match["first"]):
        match = _OPENING.match(text, match.end("first"))
    if match is None:
        return None
    if match["second"]:
        both = words.month(text[match.start("first") : match.end()], all_languages=False)
        if both is not None:
            return both, match.end()
    month = words.month(match["first"], all_languages=False)
    return (month, match.end("first")) if month is not None else None


def is_no_verb(name: str) -> bool:
    """Whether a name of a month is not written as the English verbs "may" and "march" are."""
    return name.strip(" .,") not in {"may", "march", "mar"}


def _is_small(words: DateWords, word: str) -> bool:
    folded = fold(word).rstrip(".")
    return folded in words.of or folded in words.before or folded in words.year or folded == "the"


def _same_month(words: DateWords, text: str) -> int | None:
    months = {words.month(name, all_languages=True) for name in re.split(r"\s?/\s?", text)}
    return months.pop() if len(months) == 1 else None


def _first_of_two(words: DateWords, text: str, month: int, start: int) -> tuple[int, int] | None:
    """The start of the first of two names of a month, as of "آب/أغسطس"."""
    before = text[:start].rstrip()
    if not before.endswith("/"):
        return None
    first = _WORD.findall(before)[-1:]
    if first and words.month(first[0], all_languages=True) == month:
        return month, len(text) - before.rindex(first[0])
    return None


def _start_of_glued_name(text: str, start: int, end: int) -> int:
    """Where "October" starts in "UpdatedOctober", else the start."""
    for place in range(end - 1, start, -1):
        if text[place].isupper() and text[place - 1].islower():
            return place
    return start


def _first_word(phrase: str) -> str:
    return phrase.partition(" ")[0]


def _is_unspaced(letter: str) -> bool:
    """Whether a script writes its words without spaces between them."""
    return letter >= "\u3000" or "\u0e00" <= letter <= "\u0eff"

"""Whether words with the shape of a name are one, or rather a headline of a few words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from newsarc.reading.bylines.names import all_letters_of, has_shape_of_name, is_initial
from newsarc.reading.bylines.organisations import reads_as_organisation
from newsarc.reading.languages.lexicon import Lexicon, fold, lexicon_of
from newsarc.reading.languages.scripts import has_caseless_letter
from newsarc.reading.plain_names import is_plain_name
from newsarc.reading.tagging.words import load_lexicon

if TYPE_CHECKING:
    from babel import Locale

_ENDINGS: Final = ("s", "es", "d", "ed", "ing")
_SHORTEST_STEM: Final = 3
_TABLES: Final = (
    ("byline", "not_in_names"),
    ("byline", "words"),
    ("roles", "nouns"),
    ("sections", "names"),
    ("menus", "names"),
    ("credits", "labels"),
    ("labels", "date"),
    ("labels", "updated"),
    ("dates", "relative"),
    ("captions", "story"),
)
"""Lists whose words hardly are names."""
_ALSO_NAMES: Final = ("also_forenames", "also_surnames")
"""Lists of words that are names too, whatever else they are."""
_ENGLISH: Final = ("en", None)
"""Languages of texts in which common words of English are no names."""
_MOST_WORDS: Final = 6
"""Of a name with "Jr." behind it."""
_TITLES: Final = frozenset({"dr", "prof", "professor", "mr", "mrs", "ms"})
_WHOLES: Final = (("sections", "names"), ("menus", "names"), ("places", "names"))


@lru_cache(maxsize=2048)
def is_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is a person's full name and nothing else.

    Names in scripts without capitals show nothing of it, and are none here.
    """
    tokens = text.split()
    if len(tokens) > _MOST_WORDS:
        return False
    if is_plain_name(text, lexicon) and _is_unknown(text, lexicon):
        return True
    if tokens and all_letters_of(tokens[-1:])[0] in lexicon.words("byline", "suffixes"):
        tokens.pop()
    if not 2 <= len(tokens) <= 5 or len(text) > 60 or any(map(str.isdigit, text)):
        return False
    if not text[0].isalpha() or text[-1] in "-,;:!?" or "," in "".join(tokens[:-1]):
        return False
    if tokens[-1].endswith(".") and not is_initial(tokens[-1]):
        return False
    name = " ".join(tokens).rstrip(",")
    return (
        not has_caseless_letter(name)
        and has_shape_of_name(name, lexicon)
        and not reads_as_organisation(name, lexicon)
        and is_likely(name, lexicon, introduced=False)
    )


def _is_unknown(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is no country's, and of no common word."""
    words = all_letters_of(name.split())
    return (
        words[0] not in _TITLES
        and fold(name) not in _headings(lexicon)
        and not any(_is_common(word, lexicon) or _is_english(word) for word in words)
    )


def is_likely(name: str, lexicon: Lexicon, *, introduced: bool) -> bool:
    """Whether words with the shape of a name are no common words.

    Where something says that they are a name, one word that is not common will do.
    """
    words = [word for word in all_letters_of(name.split()) if len(word) > 1]
    if words and words[0] in _TITLES:
        del words[0]
    if not words:
        return True
    if fold(name) in _headings(lexicon):
        return False
    forenames, surnames = (lexicon.words("byline", key) for key in _ALSO_NAMES)
    particles = lexicon.words("byline", "particles")
    # A name hardly opens with "Park"; it may end with it.
    doubtful = [
        word
        for index, word in enumerate(words)
        if word not in particles and word not in forenames and (word not in surnames or not index)
    ]
    listed = [word for word in doubtful if _is_common(word, lexicon)]
    common = [word for word in doubtful if word in listed or _is_english(word)]
    if introduced:
        return len(common) < len(words)
    if lexicon.language in _ENGLISH:
        return not common
    # English headlines stand in texts of other languages too, but there a word may be a name.
    return not listed and len(common) < len(words)


@lru_cache(maxsize=4096)
def _is_common(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is on a list of the lexicon that holds no names."""
    return word in common_words(lexicon)


@lru_cache(maxsize=4096)
def _is_english(word: str) -> bool:
    """Whether a word is a common one of English, in any of its forms."""
    found = _english_words()
    return word in found or any(
        word.endswith(ending)
        and len(word) - len(ending) > _SHORTEST_STEM
        and word[: -len(ending)] in found
        for ending in _ENDINGS
    )


@cache
def common_words(lexicon: Lexicon) -> frozenset[str]:
    """Words that names do not hold, of the lexicon's lists and the calendar."""
    listed = {phrase for place in _TABLES for phrase in lexicon.words(*place)}
    return frozenset(word for word in listed.union(_calendar(lexicon.language)) if " " not in word)


@cache
def _english_words() -> frozenset[str]:
    english = load_lexicon()
    lexical = {word.casefold() for word in english.lexical} | english.plain_grammar
    return frozenset(lexical | lexicon_of("en").words("byline", "not_in_names"))


def _calendar(language: str | None) -> Iterator[str]:
    """The names of months and days."""
    if locale := _locale(language):
        for names in (locale.months, locale.days):
            for width in ("wide", "abbreviated"):
                yield from map(fold, names["format"].get(width, {}).values())


@cache
def _headings(lexicon: Lexicon) -> frozenset[str]:
    """Names of sections and places, and of countries in the lexicon's language and in English."""
    locales = filter(None, (_locale(lexicon.language), _locale("en")))
    countries = (fold(name) for locale in locales for name in locale.territories.values())
    return frozenset(countries).union(*(lexicon.words(*place) for place in _WHOLES))


@cache
def _locale(language: str | None) -> Locale | None:
    # Imported here: babel takes longer to import than most archives to read.
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        return Locale.parse(language or "en", sep="-")
    except (UnknownLocaleError, ValueError):
        return None

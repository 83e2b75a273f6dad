"""Whether the words before a dateline's mark are a place."""

from __future__ import annotations

import re

from newsarc.reading.bylines.organisations import is_known_organisation
from newsarc.reading.languages.lexicon import Lexicon, fold

# Vowel signs of Indian scripts are no letters to the library of regular expressions.
_SIGNS = "\u0300-\u036f\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e"
_CITY = re.compile(rf"[^\W\d_][\w{_SIGNS} .'’/&-]{{0,45}}")
_REGION = re.compile(rf"[^\W\d_][\w{_SIGNS} .'’-]{{0,30}}")
_DOMAIN = re.compile(
    r"(?:[\w-]{2,40}\.){1,3}(?:com|net|org|co|id|info|news|[a-z]{2})", re.IGNORECASE
)
_BRACKET = re.compile(r"\s?\([^()]{2,30}\)\Z")
_COMMA = re.compile(r"\s?[,،、]\s?")
_SMALL = frozenset(
    "de del di da do dos das la le les los las el al upon sur sous am an der im ob ter den of the"
    " and y e et".split()
)


def is_place(text: str, lexicon: Lexicon, *, certain: bool, mark: str) -> bool:
    """Whether a text is a place, with its region; or an outlet's domain beside one.

    ``certain`` says that an agency or a day stands behind it; otherwise it must be in capitals, or
    before a mark that hardly anything but a dateline has.
    """
    parts = _COMMA.split(_BRACKET.sub("", text).strip())
    if not parts[0] or len(parts) > 3 or fold(parts[0]) in lexicon.words("datelines", "never"):
        return False
    if is_domain(parts[0]):
        return len(parts) == 1 or (len(parts) == 2 and _is_named(parts[1]))
    if len(parts) == 2 and is_domain(parts[1]):
        return _is_named(parts[0])
    city, *regions = parts
    if not _CITY.fullmatch(city) or not all(_is_region(region) for region in regions):
        return False
    if is_known_organisation(city, lexicon):
        return False
    if city.isupper():
        # "A: " opens an answer, "I. " a chapter.
        return len(city.replace(".", "")) > 2 and (
            mark not in {".", ":", "।", "。"} or _may_end(mark, city, text)
        )
    if certain:
        return _is_named(city, longest_small=4)
    return _is_named(city) and _is_sure_of(mark, regions, lexicon, city)


def is_domain(text: str) -> bool:
    """Whether a text is the name of a site: ``example.com``."""
    return _DOMAIN.fullmatch(text) is not None


def _may_end(mark: str, city: str, text: str) -> bool:
    if mark == ":":
        return len(city.split()) <= 3
    return text.rstrip().endswith(")") or len(city.split()) <= 3


def _is_sure_of(mark: str, regions: list[str], lexicon: Lexicon, city: str) -> bool:
    """Whether a mark behind a place in small letters says that it is a dateline."""
    if mark == ".-":
        return True
    if mark in {":", "："}:
        return len(regions) == 1 and len(city.split()) <= 3
    if mark in {"–", "—"} and len(regions) == 1:
        return len(city.split()) <= 3 and len(regions[0].split()) <= 3
    if mark == "." and lexicon.language == "de":
        return len(city.split()) == 1 and len(city) > 3 and not regions
    return (
        mark in {"-", "–", "—"}
        and lexicon.language in {"cs", "sk", "id", "hu"}
        and len(city.split()) <= 2
    )


def _is_named(city: str, *, longest_small: int = 0) -> bool:
    """Whether each word begins with a capital, small words excepted; any, in scripts without."""
    words = city.split()
    return (
        0 < len(words) <= 5
        and all(
            not word[0].islower() or word in _SMALL or len(word) <= longest_small for word in words
        )
        and not words[0][0].islower()
    )


def _is_region(region: str) -> bool:
    return bool(_REGION.fullmatch(region)) and not region[0].islower() and len(region.split()) <= 4

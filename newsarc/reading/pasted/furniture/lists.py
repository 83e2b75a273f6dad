"""Furniture: share buttons, advertisements, newsletter boxes and the like, by closed lists.

Only whole lines are looked at, never a part of one. Most rules hold wherever a line stands; the
``weak`` ones, of a single word or a bare number, which could be a subhead or a row of a list, only
above the story, below it, or next to other furniture.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from newsarc.reading.languages.lexicon import Lexicon, fold

LONGEST: Final = 300
"""A longer line is not looked at."""
_LONGEST_PHRASE: Final = 120
"""A line of more characters can only be one that a list gives with ``*``."""
_WITHOUT_CAPITALS: Final = "\u0590"
"""The first letter of the scripts that have no capitals."""
_WITHOUT_SPACES: Final = "\u2e80"
"""The first sign of the scripts of China and Japan."""
_LONGEST_RIGHTS: Final = 60
_MOST_SHARE_WORDS: Final = 30
_RULES: Final = (
    *("advertisement", "share", "newsletter", "related", "ends"),
    *("more", "comments", "gallery", "media", "paywall", "cookies"),
)
_HEADS_ALONE: Final = frozenset({"related"})
_MARKS_OF_LISTS: Final = ("* ", "# ", "## ", "### ")
"""What opens headings and items of the story's own."""
_IN_SENTENCES: Final = frozenset({"newsletter", "cookies", "paywall", "comments"})
"""Rules whose lines with ``*`` may be whole sentences: they open as no story does."""
_LONGEST_OPEN: Final = 100
_FULL_STOPS: Final = (".", "。", "।", "؟", "!", "?")
_ALWAYS: Final = frozenset({"advertisement", "cookies"})
"""Rules whose single words are never a line of a story."""

_GAP: Final = "zzgapzz"
"""Stands for ``*`` where marks are taken away."""

_DIGIT = re.compile(r"\d")
_NEW_TAB = re.compile(r"[\s.,]{0,3}\(?opens (?:in )?(?:a )?new (?:tab|window)\)?\Z")
_NUMBER = re.compile(r"\d[\d.,\u00a0']{0,12}(?:\s?[kKmM]\b)?")
_COUNT = re.compile(
    r"[\W_]*(?:\d{1,3}(?:[.,]\d{1,3})?\s?[kKmM]?|\d{1,6}|\d{1,2}:\d{2}(?::\d{2})?"
    r"(?:\s{0,2}[/|-]\s{0,2}\d{1,2}:\d{2}(?::\d{2})?)?|\d{1,3}\s{0,2}/\s{0,2}\d{1,3})[\W_]*"
)
_ROW = re.compile(r"\s{0,3}[|•·>»]\s{0,3}|\s{2,4}")
_ROW_MARK = re.compile(r"[•·>»]")
_FIRST_WORD = re.compile(r"[^\W_][\w+-]{0,30}")
_PARTS = re.compile(r"[\s,|•·/+&–—-]+")
_SIGNS_IN_NAMES = re.compile(r"(?<=\be)-mail\b|(?<=\bgoogle)\+", re.IGNORECASE)
"""What would part "E-mail" and "Google+"."""
_CAMEL = re.compile(r"[A-Z][a-z]+|[A-Z]+(?![a-z])")
_PROMO_MARK = re.compile(r"\s{0,2}[:：|»>–—►▶](?:\s{0,2}[:|»>►▶])?\s{0,3}")
_SOME_PROMO_MARK = re.compile(r"[:：|»>–—►▶]")
_PROMO_BRACKETS = re.compile(r"[\[【（]([^\[\]【】（）]{2,20})[\]】）]\s{0,2}(?=\S)")
_SPOKEN = re.compile(r"[\"“„«‘「『].*[.!?…,。！？]\s?[\"”“»’」』]")
_BY_NO_NAME = re.compile(r"\b[Bb]y\s(?!(?:the|our)\s)[a-z]")
_ON_RIGHTS = re.compile(r"(?i:copyright):?\s(?!(?:by|of|notice|held|c)\b)[a-z]")
"""``Copyright law to change``: a story's title."""
_RIGHTS_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


# A tuple, being made for every such line.
class Furniture(NamedTuple):
    """What makes a line furniture."""

    rule: str
    """Such as ``furniture.share``."""
    weak: bool = False
    """Whether it counts only next to other furniture, or outside the story."""
    heads: bool = False
    """Whether the links below it belong to it."""


def read_furniture(text: str, lexicon: Lexicon) -> Furniture | None:
    """What makes a line furniture, or None where it is none."""
    if len(text) > LONGEST or text.startswith(_MARKS_OF_LISTS) or _SPOKEN.fullmatch(text):
        return None
    return _read_furniture(text, lexicon)


@lru_cache(maxsize=2048)  # the same buttons and menus stand on page after page
def _read_furniture(text: str, lexicon: Lexicon) -> Furniture | None:
    lists = _lists(lexicon)
    # Most lines are none: what is cheap to ask is asked first.
    found = _listed(text, lists) or _rights(text, lists)
    if found is None and len(text) <= _LONGEST_PHRASE:
        found = _counter(text, lexicon) or _share_buttons(text, lists) or _row(text, lists)
    return found or _promo(text, lists)


def _row(text: str, lists: _Lists) -> Furniture | None:
    """Buttons in a row: ``> Print this page   > Send to a friend``."""
    if not ("  " in text or "|" in text or _ROW_MARK.search(text)):
        return None
    pieces = [piece for piece in _ROW.split(text) if piece]
    found = [_listed(piece, lists) for piece in pieces] if 1 < len(pieces) <= 8 else []
    return found[0] if found and all(found) else None


def normal(text: str) -> str:
    """A line as lists hold it: folded, without marks around it, numbers as ``0``."""
    text = fold(text.replace("’", "'"))
    if "opens" in text:
        text = _NEW_TAB.sub("", text) or text
    text = without_marks(text)
    return _NUMBER.sub("0", text) if _DIGIT.search(text) else text


def without_marks(text: str) -> str:
    """A text without the characters at its ends that are neither letters nor digits."""
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return text[start:end]


def _listed(text: str, lists: _Lists) -> Furniture | None:
    key = normal(text)
    if not key:
        return None
    rule = lists.whole.get(key) if len(text) <= _LONGEST_PHRASE else None
    if rule is None and (openings := lists.openings.get(key.split(" ", 1)[0])):
        rule = _matching(openings, key)
        # "More from" opens sentences too.
        if rule not in _IN_SENTENCES and (
            len(text) > _LONGEST_OPEN or text.endswith(_FULL_STOPS) or _BY_NO_NAME.search(text)
        ):
            rule = None
    if rule is None and lists.unspaced:
        rule = _matching(lists.unspaced, key)
    if rule is None and (closings := lists.closings.get(key.rsplit(" ", 1)[-1])):
        rule = _matching(closings, key)
    if rule is None:
        return None
    weak = rule not in _ALWAYS and _is_one_word(key) and key not in _HEADS_ALONE
    # The head of a list of topics, or of links: what stands below it tells.
    weak = weak or key in lists.weak
    return Furniture(f"furniture.{rule}", weak=weak, heads=rule == "related")


def _is_one_word(key: str) -> bool:
    """Whether a line is of one word; where words are written together, of two characters."""
    return " " not in key and (len(key) <= 2 or key < _WITHOUT_SPACES)


def _matching(candidates: Sequence[tuple[Sequence[str], str]], key: str) -> str | None:
    return next((rule for parts, rule in candidates if _fits(parts, key)), None)


def _fits(parts: Sequence[str], key: str) -> bool:
    """Whether a line is made of some parts in order, with anything between them."""
    first, *middle, last = parts
    if not key.startswith(first) or not key.endswith(last):
        return False
    start, end = len(first), len(key) - len(last)
    for part in middle:
        found = key.find(part, start, end)
        if found < 0:
            return False
        start = found + len(part)
    return start <= end


def _counter(text: str, lexicon: Lexicon) -> Furniture | None:
    """``12``, ``1.2K``, ``0:49``, ``12 comments``, ``Shares: 4``, ``5 min read``."""
    if len(text) <= 20 and fold(text) in lexicon.words("furniture", "counters"):
        return Furniture("furniture.counter", weak=True)
    if len(text) > 40 or not _DIGIT.search(text):
        return None
    if _COUNT.fullmatch(text):
        return Furniture("furniture.count", weak=True)
    words = [word for word in _PARTS.split(normal(text).replace(":", " ")) if word]
    rest = " ".join(word for word in words if word != "0")
    if (
        "0" in words
        and rest
        and (
            rest in lexicon.words("furniture", "counters")
            or all(word.rstrip(".") in _counted(lexicon) for word in rest.split())
        )
    ):
        return Furniture("furniture.counter", weak=rest in lexicon.words("furniture", "weak"))
    return None


def _share_buttons(text: str, lists: _Lists) -> Furniture | None:
    """``Facebook Twitter WhatsApp``, ``FacebookTwitterEmail``, ``Facebook``."""
    names = lists.share_words
    if fold(text) in names:
        return Furniture("furniture.share", weak=True)
    first = _FIRST_WORD.search(text)
    if first is None or (first[0].casefold() not in lists.first_share_words and " " in text):
        return None
    text = _SIGNS_IN_NAMES.sub(lambda sign: "" if sign[0] == "+" else "mail", text)
    tokens = _PARTS.split(without_marks(text), _MOST_SHARE_WORDS + 1)
    if len(tokens) == 1 and not tokens[0].islower() and not tokens[0].isupper():
        glued = _CAMEL.findall(tokens[0])
        if len(glued) > 1 and "".join(glued) == tokens[0]:
            tokens = glued if fold(tokens[0]) not in names else tokens
    tokens = [fold(token) for token in tokens if token and not token.isdigit()]
    if not 0 < len(tokens) <= _MOST_SHARE_WORDS or not _all_named(tokens, names):
        return None
    return Furniture("furniture.share", weak=len(tokens) == 1)


def _all_named(tokens: Sequence[str], names: frozenset[str]) -> bool:
    index = 0
    while index < len(tokens):
        longest = next(
            (n for n in (5, 3, 2, 1) if " ".join(tokens[index : index + n]) in names), None
        )
        if longest is None:
            return False
        index += longest
    return True


def _promo(text: str, lists: _Lists) -> Furniture | None:
    """``Read more: Harbour bridge closes``, ``ALSO READ Harbour bridge closes``."""
    if len(text) > 250 or text.endswith((".", "。", "।")):
        return None
    if bracketed := _PROMO_BRACKETS.match(text):
        return Furniture("furniture.promo") if normal(bracketed[1]) in lists.promos else None
    mark = _PROMO_MARK.search(text, 2, 60) if _SOME_PROMO_MARK.search(text, 2, 60) else None
    if mark is not None and mark.end() < len(text):
        before = text[: mark.start()]
        opening = normal(before)
        # "Video: how the bridge was built" may be a caption; "WATCH: …" is none.
        is_sure = " " in opening or before.isupper() or opening in _HEADS_ALONE
        if opening in lists.promos and (is_sure or opening[:1] >= _WITHOUT_CAPITALS):
            return Furniture("furniture.promo")
    words = text.split(" ", 4)
    if _leads_on(words, lists):
        return Furniture("furniture.promo")
    if len(words) > 2 and words[0].isupper() and words[1].isupper():
        for count in (4, 3, 2):
            opening = " ".join(words[:count])
            if len(words) > count and opening.isupper() and normal(opening) in lists.promos:
                return Furniture("furniture.promo")
    return None


def _leads_on(words: Sequence[str], lists: _Lists) -> bool:
    """Whether words open as ``À lire aussi Au port, …``: of two or more, and then a capital."""
    return any(
        len(words) > count + 1
        and words[count][:1].isupper()
        and words[1].islower()
        and (opening := normal(" ".join(words[:count]))) in lists.promos
        and opening not in lists.before_marks
        for count in (2, 3)
    )


def _rights(text: str, lists: _Lists) -> Furniture | None:
    """``© 2020 Example Times``, ``Copyright 2020 Example Times. All rights reserved.``"""
    if text[:2].isascii() and text[:1].lower() not in lists.rights_initials:
        return None
    if not fold(text[:_LONGEST_RIGHTS]).startswith(lists.rights):
        return None
    if _ON_RIGHTS.match(text) and "reserv" not in text.casefold():
        return None
    bare = text[:3].casefold().startswith(("©", "(c)"))
    if bare and fold(text[1:LONGEST].partition(":")[0]) in lists.credits:
        return None
    certain = not bare or _RIGHTS_YEAR.search(text) or "reserv" in text.casefold()
    return Furniture("furniture.rights", weak=not certain)


@cache
def _counted(lexicon: Lexicon) -> frozenset[str]:
    """The words of what is counted: "Reading time: 4 minutes" is of two such."""
    return frozenset(
        word
        for unit in lexicon.words("furniture", "counters") | lexicon.words("furniture", "multiples")
        for word in unit.split()
    )


@dataclass(frozen=True, slots=True)
class _Lists:
    whole: Mapping[str, str]
    """Lines without ``*``, with their rules."""
    openings: Mapping[str, Sequence[tuple[Sequence[str], str]]]
    """Lines with ``*`` by their first word."""
    unspaced: Sequence[tuple[Sequence[str], str]]
    """Lines with ``*`` in scripts without spaces, or at both ends."""
    closings: Mapping[str, Sequence[tuple[Sequence[str], str]]]
    """Lines that begin with ``*`` by their last word."""
    promos: frozenset[str]
    share_words: frozenset[str]
    first_share_words: frozenset[str]
    rights: tuple[str, ...]
    rights_initials: frozenset[str]
    credits: frozenset[str]
    """What may stand between "©" and the name of who made a picture."""
    before_marks: frozenset[str]
    """Promos that open titles too: "For more Londoners, …"."""
    weak: frozenset[str]
    """What may be a story's own, or the head of a list of topics."""


@cache
def _lists(lexicon: Lexicon) -> _Lists:
    whole: dict[str, str] = {}
    openings: defaultdict[str, list[tuple[Sequence[str], str]]] = defaultdict(list)
    closings: defaultdict[str, list[tuple[Sequence[str], str]]] = defaultdict(list)
    unspaced: list[tuple[Sequence[str], str]] = []
    for rule in _RULES:
        for phrase in sorted(lexicon.words("furniture", rule)):
            key = _key(phrase)
            if "*" not in key:
                whole.setdefault(key, rule)
            elif key[0] >= _WITHOUT_SPACES or key[0] == key[-1] == "*":
                unspaced.append((key.split("*"), rule))
            elif not key.startswith("*"):
                openings[key.split(" ", 1)[0].rstrip("*")].append((key.split("*"), rule))
            elif not key.endswith("*"):
                closings[key.rsplit(" ", 1)[-1].lstrip("*")].append((key.split("*"), rule))
    for name in lexicon.words("menus", "names"):
        whole.setdefault(_key(name), "menu")
    # "Photo: Jane Doe" is a credit, and no link to photographs.
    openings_of_credits = lexicon.words("credits", "labels") | lexicon.words("credits", "works")
    promos = frozenset(
        _key(phrase) for phrase in lexicon.words("furniture", "promo") - openings_of_credits
    )
    names = lexicon.words("furniture", "share_words")
    return _Lists(
        whole,
        openings,
        unspaced,
        closings,
        promos,
        names,
        frozenset(name.split()[0] for name in names),
        tuple(sorted(phrase.rstrip("* ") for phrase in lexicon.words("furniture", "rights"))),
        frozenset(phrase[0] for phrase in lexicon.words("furniture", "rights")),
        lexicon.words("credits", "labels"),
        frozenset(map(_key, lexicon.words("furniture", "before_marks"))),
        frozenset(map(_key, lexicon.words("labels", "tags") | lexicon.words("furniture", "weak"))),
    )


def _key(phrase: str) -> str:
    """A phrase of a list as ``normal`` gives the line that it matches; ``*`` stays."""
    return normal(phrase.replace("#", "0").replace("*", _GAP)).replace(_GAP, "*")

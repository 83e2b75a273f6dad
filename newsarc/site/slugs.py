"""Readable, safe names for addresses, made of words.

A slug is Unicode in normal form C, lower case, letters, marks and numbers joined by single
hyphens, at most ``SLUG_BYTES`` long in UTF-8. Latin letters lose their accents; other scripts stay
as they are, so that their readers can read them. No slug is a name that Windows reserves.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

SLUG_BYTES = 80
"""Leaves room for folders, suffixes and extensions below the 255 bytes that file systems take."""

_SYMBOL_NAMES = {"&": " and ", "+": " plus ", "#": " sharp ", "@": " at ", "%": " percent "}
_SYMBOLS = str.maketrans(_SYMBOL_NAMES)
_ASCII_GAPS = re.compile(r"[^a-z0-9]+")
APOSTROPHES = str.maketrans("", "", "'\u2019\u02bc")
# Joiners, direction marks, soft hyphens; marks that draw a key or a ring around a letter.
_UNSEEN = frozenset({"Cf", "Me"})
_GAPS = re.compile(r"-\W*")  # marks are no word characters: one after a gap has no letter to sit on
# Strokes and ligatures, which Unicode does not decompose (CLDR, Latin-ASCII transform).
_STROKES = str.maketrans(
    {"đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "ŧ": "t"}
    | {"æ": "ae", "œ": "oe", "þ": "th"}
)
# Characters that nobody sees, but for those of category Cf (Unicode, Default_Ignorable_Code_Point).
_INVISIBLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
# Device names that Windows refuses with any extension (Microsoft, "Naming Files").
_RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]|index|undated")


@lru_cache(maxsize=4096)  # authors, sources and tags are those of article after article
def fold(text: str) -> str:
    """The key of a term: equal for spellings that differ in case, accents, spaces or punctuation.

    The key is a slug, so that it can be the last folder of the term's address. A key that had to
    be cut, or that has no letter or number, ends in a digest of the whole.
    """
    # In normal form KC first, so that full-width signs are named too.
    words = _words(unicodedata.normalize("NFKC", text).translate(_SYMBOLS))
    slug = _cut(words)
    if not slug:
        return digest_suffix(unicodedata.normalize("NFC", text).strip())
    if len(slug) < len(words):
        return f"{slug}-{digest_suffix(words)}"
    return _portable(slug)


def slug_of(text: str) -> str:
    """A slug of the text's words, cut at a word; empty if it has none."""
    slug = _cut(_words(text))
    return _portable(slug) if slug else ""


def is_unseen(char: str) -> bool:
    """Whether nobody sees a character, so that no word has it."""
    return unicodedata.category(char) in _UNSEEN or _INVISIBLE.match(char) is not None


def digest_suffix(text: str) -> str:
    """Eight hexadecimal digits that tell this text from others."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _words(text: str) -> str:
    if text.isascii():
        return _ASCII_GAPS.sub("-", text.lower().translate(APOSTROPHES)).strip("-")
    seen = "".join(
        char for char in _INVISIBLE.sub("", text) if unicodedata.category(char) not in _UNSEEN
    )
    plain = _without_latin_accents(unicodedata.normalize("NFKC", seen).casefold())
    kept = "".join(
        char if unicodedata.category(char)[0] in "LMN" else "-"
        for char in plain.translate(APOSTROPHES)
    )
    return unicodedata.normalize("NFC", _GAPS.sub("-", f"-{kept}").strip("-"))


def _without_latin_accents(text: str) -> str:
    kept: list[str] = []
    latin = False
    for char in unicodedata.normalize("NFD", text).translate(_STROKES):
        if unicodedata.combining(char):
            if latin:
                continue
        else:
            latin = "a" <= char <= "z"
        kept.append(char)
    return "".join(kept)


def _cut(slug: str) -> str:
    """The slug cut to its limit at a word, or inside its first word where that alone is longer."""
    if len(slug) * 4 <= SLUG_BYTES or len(slug.encode()) <= SLUG_BYTES:
        return slug
    fitting = slug.encode()[:SLUG_BYTES].decode(errors="ignore")
    if slug[len(fitting)] != "-" and "-" in fitting:
        fitting = fitting.rpartition("-")[0]
    return fitting.strip("-")


def _portable(slug: str) -> str:
    return f"{slug}-" if _RESERVED.fullmatch(slug) else slug

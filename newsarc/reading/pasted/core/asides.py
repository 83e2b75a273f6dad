"""What may stand in a line of date and byline and belongs to neither: counters, other calendars."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsarc.reading.dates.months import is_weekday
from newsarc.reading.languages.lexicon import Lexicon, alternatives
from newsarc.reading.lines import BLANKS
from newsarc.reading.pasted.furniture.lists import read_furniture

_PIECES = re.compile(r"\s{0,3}(?:[|•·]|\s[–—-]\s)\s{0,3}")
_CALENDAR_PIECES = re.compile(r"\s{0,2}[,،、|-]\s{0,2}|\s(?=مـ?\Z)")
_OTHER_CALENDAR = re.compile(r"\d{1,2}\s\S{2,20}(?:\s\S{2,12})?\s\d{3,4}(?:\s\S{1,3})?|هـ|مـ?")
"""A day of the Hijri or Bengali calendar beside its Gregorian one, and the letters behind them."""
_DIGIT = re.compile(r"\d")
EDGES: Final = BLANKS + "\r\n|•·—–-/,;:*_،؛、，；：｜／"
"""What separates the pieces of a line of date and byline."""


def trimmed(text: str) -> str:
    """A text without separators around it, and without a bracket that its date was taken from."""
    text = text.strip(EDGES)
    for opening, closing in ("()", "[]", "（）"):
        if text.endswith(opening) or (text.endswith(closing) and opening not in text):
            text = text[:-1].rstrip(EDGES)
        if text.startswith(closing) or (text.startswith(opening) and closing not in text):
            text = text[1:].lstrip(EDGES)
    return text


def without_asides(text: str, lexicon: Lexicon) -> str:
    """A text without its pieces that are furniture, such as "4 min read" and "Share"."""
    text = trimmed(text)
    if _DIGIT.search(text) and (inside := _reading_time(lexicon).search(text)):
        text = trimmed(f"{text[: inside.start()]} {text[inside.end() :]}")
    pieces = _PIECES.split(text)
    kept = [piece for piece in pieces if not read_furniture(piece, lexicon)]
    if len(kept) == len(pieces):
        return text
    first, last = (kept[0], kept[-1]) if kept else ("", "")
    start = text.find(first)
    return text[start : text.rfind(last) + len(last)] if kept else ""


def without_other_calendars(text: str, lexicon: Lexicon) -> str:
    """A text beside a date without its weekday, and without the day in another calendar."""
    if not text or (not _DIGIT.search(text) and len(text) > 20):
        return text
    pieces = _CALENDAR_PIECES.split(text)
    kept = [piece for piece in pieces if piece and not _is_of_calendar(piece, lexicon)]
    return text if len(kept) == len(pieces) else " ".join(kept)


def _is_of_calendar(text: str, lexicon: Lexicon) -> bool:
    return is_weekday(text, lexicon.language) or _OTHER_CALENDAR.fullmatch(text) is not None


@cache
def _reading_time(lexicon: Lexicon) -> re.Pattern[str]:
    units = alternatives(lexicon.words("reading_time", "units"))
    return re.compile(rf"(?<!\w)\d{{1,2}}[\s-](?:{units})(?!\w)", re.IGNORECASE)

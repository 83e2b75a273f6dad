"""The words before and after the dates of such lines: "Published", "Updated"."""

from __future__ import annotations

import re
from functools import cache

from newsarc.reading.dates.times import read_time_after
from newsarc.reading.languages.lexicon import Lexicon, alternatives
from newsarc.reading.pasted.core.asides import trimmed

_LONGEST = 50
"""Characters at the end of a text in which a label stands."""


def read_gap(text: str, lexicon: Lexicon) -> tuple[str, str | None]:
    """The names before a date, and the label of the date: "date", "updated" or None."""
    text = trimmed(text)
    if not text:
        return "", None
    match = _label(lexicon).search(text, max(0, len(text) - _LONGEST))
    if match is None:
        return text, None
    return trimmed(text[: match.start()]), match.lastgroup or "date"


def label_alone(text: str, lexicon: Lexicon) -> str | None:
    match = _label(lexicon).fullmatch(text) if len(text) <= _LONGEST else None
    return (match.lastgroup or "date") if match else None


def update_time(text: str, lexicon: Lexicon) -> str | None:
    """The time of "updated 18:40", on the day of the date before it."""
    label = _updated_first(lexicon).match(text)
    time = read_time_after(text, label.end()) if label else None
    return time.iso if time and time.end == len(text) else None


@cache
def _updated_first(lexicon: Lexicon) -> re.Pattern[str]:
    updated = alternatives(lexicon.words("labels", "updated"))
    return re.compile(rf"(?:{updated})\s{{0,2}}[:：]?\s{{0,2}}", re.IGNORECASE)


@cache
def _label(lexicon: Lexicon) -> re.Pattern[str]:
    date, updated = (alternatives(lexicon.words("labels", key)) for key in ("date", "updated"))
    # "Date" can be a surname too: it is a label only where nothing stands before it.
    alone = alternatives(lexicon.words("labels", "date_alone"))
    return re.compile(
        rf"(?:(?<!\w)|(?<=\d))(?:(?P<updated>{updated})|(?P<date>{date})|\A(?:{alone}))\s{{0,2}}[:：]?\Z",
        re.IGNORECASE,
    )

"""Dates of ISO 8601, as front matter mostly gives them: they need no word of any language."""

from __future__ import annotations

import re

from newsarc.model import Date
from newsarc.reading.dates.numeric import day_of

# A whole day or instant that needs no change.
_DAY = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"
    r"(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?)?"
)
_YEAR = re.compile(r"[0-9]{4}")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")


def iso_date(text: str) -> Date | None:
    """The date that a whole text is as it stands: a year, a month, a day, an instant; or None."""
    if (found := _DAY.fullmatch(text)) and day_of(*map(int, found.groups())):
        return Date(text)
    if _YEAR.fullmatch(text):
        return Date(text) if int(text) >= 1000 else None
    if _MONTH.fullmatch(text):
        return Date(text) if day_of(int(text[:4]), int(text[5:]), 1) else None
    return None

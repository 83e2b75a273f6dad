"""The dateline that opens a story: ``BAGHDAD (AP) —``. It is noted, and stays in the body."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsarc.reading.lexicon import fold, words
from newsarc.reading.months import english_month
from newsarc.reading.organisations import is_known_organisation, reads_as_organisation
from newsarc.reading.pasted.draft import Draft, evidence

_OPENING = re.compile(r"(?P<dateline>[^\W\d_].{1,80}?)(?:\s?[—–]\s?|\s?--\s?|\s-\s|\.-\s)")
_AGENCY = re.compile(r"\s?\((?P<agency>[^()]{2,40})\)\Z")
_DAY = re.compile(
    r",?\s(?P<month>[^\W\d_]{3,9})\.?\s(?P<day>\d{1,2})(?:,\s\d{4})?\Z"
    r"|,?\s(?P<day_first>\d{1,2})\s(?P<month_last>[^\W\d_]{3,9})\.?(?:\s\d{4})?\Z"
)
_CAPITALS = re.compile(r"[^\W\d_][\w .'’/-]{1,40}")
_REGION = re.compile(r"[^\W\d_][\w .'’-]{1,30}")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What opens a story before its dash."""

    text: str
    """Place, day and agency, as written."""
    agency: str | None


def find_dateline(draft: Draft) -> Draft:
    """Note the dateline of the first line of the body; its agency is the source if no other is."""
    line = next(draft.open_lines(), None)
    dateline = read_dateline(line.value) if line else None
    if line is None or dateline is None:
        return draft
    fields = replace(draft.fields, dateline=dateline.text)
    draft = draft.fill(fields, evidence("dateline", [line], "dateline.capitals", "high"))
    if (
        fields.source is not None
        or not dateline.agency
        or not reads_as_organisation(dateline.agency)
    ):
        return draft
    return draft.fill(
        replace(draft.fields, source=dateline.agency),
        evidence("source", [line], "source.dateline", "medium"),
    )


def read_dateline(text: str) -> Dateline | None:
    """The dateline that a text opens with, or None.

    The place is written in capitals, or stands before a news agency in brackets.
    """
    match = _OPENING.match(text)
    if match is None:
        return None
    place, agency = match["dateline"].rstrip(), None
    if found := _AGENCY.search(place):
        place, agency = place[: found.start()], found["agency"]
    day = _DAY.search(place)
    if day and english_month(day["month"] or day["month_last"]):
        place = place[: day.start()]
    city, _, region = place.partition(",")
    known_agency = agency is not None and is_known_organisation(agency)
    if not _is_city(city, capitals=not known_agency) or (region and not _is_region(region.strip())):
        return None
    return Dateline(match["dateline"].rstrip(), agency)


def _is_city(city: str, *, capitals: bool) -> bool:
    if not _CAPITALS.fullmatch(city) or fold(city) in words("datelines", "never"):
        return False
    named = all(word[0].isupper() for word in city.split())
    return city.isupper() or (not capitals and named and len(city.split()) <= 4)


def _is_region(region: str) -> bool:
    return bool(_REGION.fullmatch(region)) and region[0].isupper() and len(region.split()) <= 4

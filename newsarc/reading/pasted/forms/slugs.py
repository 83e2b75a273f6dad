"""The slug of a wire or bulletin board above a story: ``APn  05/06 2057  Stray Piano``."""

from __future__ import annotations

import re

from newsarc.model import Date
from newsarc.reading.changing import with_changes
from newsarc.reading.dates.finding import numeric_readings
from newsarc.reading.pasted.draft import Draft, Role, evidence

_SLUG = re.compile(
    r"(?:Subj(?:ect)?:\s{0,4})?(?:[A-Z]{2,4}[a-z]{0,2})\s{1,4}\d\d/\d\d\s\d{4}\s{1,4}(?P<title>\S.{2,60})"
)
_UPI = re.compile(r"\d{1,4}\s[a-z]{2,4}\s(?P<date>\d\d-\d\d-\d\d)\s(?P<time>\d\d:\d\d)\s[a-z]{2,4}")


def find_slug(draft: Draft) -> Draft:
    """Claim the line of a slug that opens the text; title or date are read from it."""
    line = next(iter(draft.unclaimed), None)
    if line is None or len(line.value) > 120:
        return draft
    if (match := _SLUG.fullmatch(line.value)) and draft.fields.title is None:
        draft = draft.claim([line], Role.TITLE).fill(
            with_changes(draft.fields, title=match["title"]),
            evidence("title", [line], "title.slug", "low"),
        )
        return draft.remark("DATE_NO_YEAR", line, "The day in the slug has no year")
    if match := _UPI.fullmatch(line.value):
        # American wires write the month first, and these are of the years before 2000.
        month, day, year = match["date"].split("-")
        iso = f"19{year}-{month}-{day}"
        if any(reading.iso == iso for reading in numeric_readings(match["date"])):
            return draft.claim([line], Role.META).fill(
                with_changes(draft.fields, date=Date(f"{iso}T{match['time']}")),
                evidence("date", [line], "date.slug", "medium"),
            )
    return draft

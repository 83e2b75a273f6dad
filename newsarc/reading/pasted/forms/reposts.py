"""The line of a repost that says where the story stood first.

``Originally published: Example Review on July 9, 2021 by Jane Doe (more by Example Review)``
"""

from __future__ import annotations

import re
from functools import cache

from newsarc.reading.bylines import after_by_word, names_of, reads_as_byline
from newsarc.reading.changing import with_changes
from newsarc.reading.dates.finding import DateMatch, find_dates
from newsarc.reading.languages.lexicon import Lexicon, alternatives
from newsarc.reading.lines import BLANKS
from newsarc.reading.pasted.draft import Draft, Role, evidence

_LONGEST = 300
_EDGES = BLANKS + ",;:|.()–—-"
_ASIDE = re.compile(r"\([^()]{1,100}\)")


def find_repost(draft: Draft) -> Draft:
    """Claim the line above or below the story that says where it was first published."""
    lines = (*draft.opening(), *draft.unclaimed[-4:])
    for line in lines:
        match = _opening(draft.lexicon).match(line.value) if len(line.value) <= _LONGEST else None
        if match is None:
            continue
        rest = _ASIDE.sub(" ", line.value[match.end() :])
        dates = [date for date in find_dates(rest, draft.lexicon) if isinstance(date, DateMatch)]
        before = rest[: dates[0].start] if dates else rest
        after = rest[dates[0].end :] if dates else ""
        source = _on(draft.lexicon).sub("", before.strip(_EDGES)).strip(_EDGES)
        byline = after_by_word(after.strip(_EDGES), draft.lexicon)
        byline = byline if reads_as_byline(byline, draft.lexicon, introduced=True) else ""
        if not source or len(source) > 80 or (not dates and line.value.endswith(".")):
            continue
        fields = with_changes(
            draft.fields,
            source=source,
            date=draft.fields.date or (dates[0].date if dates else None),
            byline=draft.fields.byline or byline or None,
            authors=draft.fields.authors or (names_of(byline, draft.lexicon) if byline else ()),
        )
        names = [
            name
            for name in ("source", "date", "byline", "authors")
            if getattr(fields, name) != getattr(draft.fields, name)
        ]
        reasons = (evidence(name, [line], f"{name}.repost", "high") for name in names)
        return draft.claim([line], Role.META).fill(fields, *reasons) if names else draft
    return draft


@cache
def _opening(lexicon: Lexicon) -> re.Pattern[str]:
    openings = alternatives(lexicon.words("labels", "repost"))
    return re.compile(
        rf"(?:{openings})\s{{0,2}}(?:[:：]|\s(?:in|by|at|on)\s)\s{{0,3}}", re.IGNORECASE
    )


@cache
def _on(lexicon: Lexicon) -> re.Pattern[str]:
    before = alternatives(lexicon.words("dates", "before") | {"on"})
    return re.compile(rf"\s(?:{before})\Z", re.IGNORECASE)

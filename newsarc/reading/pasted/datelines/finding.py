"""The dateline that opens a story: ``BAGHDAD (AP) —``. It is noted, and stays in the body.

What stands before a dash is a dateline where it is a place: written in capitals, or made certain by
an agency in brackets or a day behind it. Each country's press has its own marks, see ``_MARKS``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from newsarc.model import Date
from newsarc.reading.bylines.organisations import is_known_organisation
from newsarc.reading.dates.doubtful import without_year
from newsarc.reading.dates.finding import DateMatch, find_dates
from newsarc.reading.dates.months import month_of
from newsarc.reading.languages.lexicon import Lexicon, fold
from newsarc.reading.pasted.datelines.brackets import read_bracketed
from newsarc.reading.pasted.datelines.places import is_domain, is_place

_LONGEST: Final = 110
_OPENING: Final = 130
"""Characters at the start of a paragraph in which a dateline ends."""

# Dashes; Spanish ".-"; the underscore of old wires; colons; nothing at all behind an agency. The
# full stop of German, Russian and Indian papers is looked at last.
_MARKS = re.compile(
    r"\s?[—–―](?=\s|\Z|[\"“(]|\w)|\s?--\s?|\s-{1,2}(?=\s|\Z)|\.-\s?|\s_\s|\s?[:：]\s"
    r"|(?<=\))\s|\s=\s|[।。]\s?|\.(?=\s)"
)
# A character of which one is in each of them: it is found ten times as quickly.
_SOME_MARK = re.compile(r"—|–|―|:|：|।|。|-(?<=[\s-]-)|_(?<=\s_)|=(?<=\s=)|\.(?=[\s-])|\)(?=\s)")
# Press releases: SAN MATEO, Calif.--(BUSINESS WIRE)--May 2, 1995--
_WIRED = re.compile(
    r"[^\W\d_][^()]{1,60}?--\s?\((?P<agency>[^()]{2,40})\)\s?--\s?"
    r"(?P<date>[^\W\d_]{3,9}\.? \d{1,2}, \d{4})\s?--"
)
_AGENCY = re.compile(r"\s?\((?P<agency>[^()]{2,40})\)\Z|\s?/(?P<slashed>[^/]{2,30})/\Z")
_FIRST_AGENCY = re.compile(r"\A\((?P<agency>[^()]{2,30})\)\s?[.–—-]{1,2}\s?")
_LAST_AGENCY = re.compile(r"\A\s?(?P<agency>[^\W\d_][^.—–:()]{1,30}?)(?=\.\s|\s-\s|\.\Z)")
_PIECE = re.compile(r"[,.)]?\s[(]?(?=\d|[^\W\d_]{3,9}\.?\s\d)")
_SHORT_DAY = re.compile(r"(?P<day>\d{1,2})\s(?:de\s)?(?P<month>[^\W\d_]{3,9})\.?")
_ABBREVIATED = re.compile(r",\s[^\W\d_]{2,4}\Z")
_BETWEEN: Final = " ,.-–—("


@dataclass(frozen=True, slots=True)
class Dateline:
    """What opens a story before its dash."""

    text: str
    """Place, day and agency, as written."""
    agency: str | None
    date: Date | None = None
    """Where it gives the year too."""
    sure: bool = True
    """Whether hardly anything else looks like it: a colon can stand in a title too."""


@lru_cache(maxsize=2048)  # several passes look at the same lines
def read_dateline(text: str, lexicon: Lexicon) -> Dateline | None:
    """The dateline that a text opens with, or None."""
    opening = text[:_OPENING]
    if bracketed := read_bracketed(opening, lexicon):
        return Dateline(*bracketed)
    if "--" in opening and (wired := _WIRED.match(opening)):
        date = next(iter(find_dates(wired["date"], lexicon)), None)
        day = date.date if isinstance(date, DateMatch) else None
        return Dateline(wired[0].rstrip("- "), wired["agency"], day)
    for end, mark in _ends(opening):
        if found := _read(opening[:end], mark, opening[end + len(mark) :], lexicon):
            return found
    return None


def _ends(opening: str) -> Iterator[tuple[int, str]]:
    """Where a dateline may end, and by which mark: dashes first, then the rest."""
    first = _SOME_MARK.search(opening, 2)
    if first is None:
        return
    # A blank may stand before it.
    marks = _MARKS.finditer(opening, max(2, first.start() - 1))
    found = [(match.start(), match[0]) for match in marks]
    found = [(end, mark) for end, mark in found if end <= _LONGEST][:8]
    weak = {".", ":", "："}
    yield from sorted(found, key=lambda item: item[1].strip() in weak or not item[1].strip())


def _read(before: str, mark: str, after: str, lexicon: Lexicon) -> Dateline | None:
    place, agency = before.rstrip(), None
    if found := _FIRST_AGENCY.match(place):
        agency, place = found["agency"], place[found.end() :]
    if found := _AGENCY.search(place):
        inside = found["agency"] or found["slashed"]
        if not (dates := find_dates(inside, lexicon)) or dates[0].end < len(inside) - 1:
            agency, place = agency or inside, place[: found.start()]
    place, day = _without_day(place, lexicon)
    known = agency is not None and (
        is_known_organisation(agency, lexicon) or _reads_as_agency(agency)
    )
    text = before.rstrip()
    if not is_place(place, lexicon, certain=known or day is not None, mark=mark.strip()):
        return None
    if mark.strip() in {"", ")"} and not (known and before.endswith(")")):
        return None
    if not agency and mark.strip() in {"—", "–"} and day is not None:
        # Russian agencies stand behind the dash: "МОСКВА, 22 янв — РИА Новости."
        following = _LAST_AGENCY.match(after)
        if following and is_known_organisation(following["agency"], lexicon):
            agency = following["agency"]
            text = f"{before.rstrip()}{mark}{after[: following.end()]}"
    if is_domain(place):
        agency = place
    if mark.strip() == ".-" and _ABBREVIATED.search(text):
        text += "."
    date = day.date if isinstance(day, DateMatch) else None
    dashed = mark.strip() not in {":", "：", ".", "", "。", "।"}
    if agency and not known and not dashed:
        agency = None
    return Dateline(text, agency, date, sure=dashed or known or day is not None)


def _reads_as_agency(name: str) -> bool:
    """Whether a name in brackets behind a place is hardly anything but an agency's."""
    return name.isupper() or bool(re.fullmatch(r"[A-Z][a-z]+[A-Z]\w*|dpa(?:/\w+)?", name))


def _without_day(place: str, lexicon: Lexicon) -> tuple[str, object | None]:
    """A place without the day behind it, and the day."""
    if not any(map(str.isdigit, place)):
        return place, None
    # The day is looked for piece by piece: inside a sentence a day without year is none.
    for start in (match.end() for match in _PIECE.finditer(place)):
        found = next(iter(find_dates(place[start:], lexicon)), None)
        short = None if found else _SHORT_DAY.fullmatch(place, start)
        # In "12 mar" the month's name is that of a weekday too.
        if short and (month := month_of(short["month"], lexicon.language)):
            day = without_year(place, start, len(place), (month, int(short["day"])))
            return place[:start].rstrip(_BETWEEN), day
        if found and found.start == 0 and not place[start + found.end :].strip(") .,"):
            return place[:start].rstrip(_BETWEEN), found
    return place, None


def source_of(dateline: Dateline, lexicon: Lexicon) -> str | None:
    """The agency of a dateline, where it can be the source of the story."""
    agency = dateline.agency
    if not agency:
        return None
    return agency if fold(agency) not in lexicon.words("datelines", "never") else None

"""The grammar of a line that holds a date, a byline or both, and nothing else.

Dates are found first; what stands between them must be labels ("Updated"), a byline, or a
publisher beside a byline. One word that is none of these, and the line is not such a line.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from newsarc.model import Date
from newsarc.reading.bylines import LONGEST as LONGEST_BYLINE
from newsarc.reading.bylines import (
    Kind,
    after_by_word,
    is_name,
    read_byline,
    reads_as_byline,
    reads_as_outlet,
    reads_as_signature,
)
from newsarc.reading.changing import with_changes
from newsarc.reading.dates.doubtful import DoubtfulDate
from newsarc.reading.dates.finding import DateMatch, find_dates
from newsarc.reading.languages.lexicon import Lexicon
from newsarc.reading.pasted.core.asides import (
    EDGES,
    trimmed,
    without_asides,
    without_other_calendars,
)
from newsarc.reading.pasted.core.labels import label_alone, read_gap, update_time
from newsarc.reading.pasted.core.meta import Meta
from newsarc.reading.pasted.core.names import MOST_SPACES, is_introduced, signed, with_names
from newsarc.reading.pasted.pictures.credits import split_credit

_LONGEST_WITHOUT_DIGITS: Final = 90
_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=4096)  # several passes look at the same lines
def read_meta(text: str, lexicon: Lexicon) -> Meta | None:
    """What a line says of date and byline, or None where it holds anything else."""
    if not text or len(text) > LONGEST_BYLINE or not _may_be_meta(text, lexicon):
        return None
    text, credit = split_credit(text, lexicon)
    found = find_dates(text, lexicon)
    is_labelled = ":" in text or "：" in text
    if (
        not found
        and not is_labelled
        and not is_introduced(text, lexicon)
        and label_alone(text, lexicon) is None
    ):
        # Neither a date nor a by-word: most lines that are short end here.
        name = without_asides(text, lexicon) if "|" in text or "•" in text else trimmed(text)
        return signed(Meta(credit=credit), name, lexicon)
    certain = any(isinstance(date, DateMatch) for date in found)
    meta, names, position = Meta(credit=credit), list[str](), 0
    is_aside = False
    for date in found:
        name, label = read_gap(text[position : date.start], lexicon)
        names.append(name)
        position = date.end
        is_aside = isinstance(date, DoubtfulDate) and certain
        if is_aside:
            continue
        if (more := _with_date(meta, date, label)) is None:
            return None
        meta = more
    rest = trimmed(text[position:])
    rest = "" if rest == "." else rest
    if is_aside and label_alone(rest, lexicon):
        rest = ""
    if rest and (label := label_alone(rest, lexicon)) and not meta.labelled:
        # Some languages say it behind the date: "2024-04-24 14:05 수정".
        meta, rest = _relabelled(meta, label), ""
    if rest and meta.date and meta.updated is None and (time := update_time(rest, lexicon)):
        meta, rest = with_changes(meta, updated=_at_time(meta.date, time)), ""
    names.append(rest)
    if meta.date:
        names = [without_other_calendars(name, lexicon) for name in names]
    return with_names(meta, [without_asides(name, lexicon) for name in names if name], lexicon)


def _with_date(meta: Meta, date: DateMatch | DoubtfulDate, label: str | None) -> Meta | None:
    """The meta with one more date; None where it is one too many."""
    labelled = meta.labelled or label is not None
    if isinstance(date, DoubtfulDate):
        return meta if meta.doubtful else with_changes(meta, doubtful=date, labelled=labelled)
    if label == "updated":
        return None if meta.updated else with_changes(meta, updated=date, labelled=labelled)
    if meta.date is None:
        return with_changes(meta, date=date, labelled=labelled)
    return meta if meta.date.date.day == date.date.day else None


def _relabelled(meta: Meta, label: str) -> Meta:
    if label == "updated" and meta.updated is None:
        return with_changes(meta, date=None, updated=meta.date, labelled=True)
    return with_changes(meta, labelled=True)


def _at_time(date: DateMatch, time: str) -> DateMatch:
    return replace(date, date=Date(f"{date.date.iso[:10]}T{time}"))


def _may_be_meta(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is worth a closer look: most lines of a story are not."""
    return (
        len(text) <= _LONGEST_WITHOUT_DIGITS
        or _DIGIT.search(text) is not None
        or after_by_word(text, lexicon) is not text
    )


def introduces(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is only what stands before a name or date, such as "By" or "Published:"."""
    text = text.rstrip(EDGES)
    if not text or len(text) > 40:
        return False
    return not after_by_word(text, lexicon) or label_alone(text, lexicon) is not None


def read_bare_byline(text: str, lexicon: Lexicon) -> str | None:
    """A line that is a byline without a word that says so: a person's name, or an outlet."""
    name = trimmed(text)
    if len(name) > 120 or name.count(" ") > MOST_SPACES:
        return None
    if name[:1] in {"", "©"} or name[0].islower() or not reads_as_byline(name, lexicon):
        return None
    kinds = [piece.kind for piece in read_byline(name, lexicon)]
    is_person = is_name(name, lexicon) or reads_as_signature(name, lexicon)
    is_placed = len(kinds) > 1 and kinds[0] in (Kind.PERSON, Kind.ORGANISATION)
    listed = is_placed and " " in name and Kind.OTHER not in kinds
    return name if is_person or listed or reads_as_outlet(name, lexicon) else None

"""The grammar of a line that holds a date, a byline or both, and nothing else.

Dates are found first; what stands between them must be labels ("Updated"), a byline, or a
publisher beside a byline. One word that is none of these, and the line is not such a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
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
from newsarc.reading.languages.lexicon import Lexicon, alternatives
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
_LONGEST_DOUBLED: Final = 100
_DOUBLED = re.compile(r"(?P<once>\d{1,2}\D.{3,30}\d)(?P=once)\Z")
"""A date that a page holds twice, once for the eye: "12 Mar 202312 Mar 2023"."""
_GLUED = re.compile(r"(?<=\d[ap]m)(?=[A-Z])")
"""Two dates run together: "at 5:12amTuesday 14 May"."""
_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=4096)  # several passes look at the same lines
def read_meta(text: str, lexicon: Lexicon) -> Meta | None:
    """What a line says of date and byline, or None where it holds anything else."""
    if not text or len(text) > LONGEST_BYLINE or not _may_be_meta(text, lexicon):
        return None
    text, credit = split_credit(_separated(text), lexicon)
    meta = Meta(credit=credit)
    found = find_dates(text, lexicon)
    return _dated(meta, text, found, lexicon) if found else _undated(meta, text, lexicon)


def _separated(text: str) -> str:
    """A line with one of two dates that are the same, and apart what was run together."""
    if len(text) > _LONGEST_DOUBLED or not _DIGIT.search(text):
        return text
    if doubled := _DOUBLED.search(text):
        text = text[: doubled.end("once")]
    return _GLUED.sub(" | ", text)


def _undated(meta: Meta, text: str, lexicon: Lexicon) -> Meta | None:
    """What a line without a date says."""
    if time := update_time(text, lexicon):
        return replace(meta, update_time=time, labelled=True)
    if labelled := _before_comma(lexicon).match(text):
        name = text[labelled.end() :].strip()
        fits = reads_as_byline(name, lexicon, introduced=True)
        return replace(meta, byline=name, named=True) if fits else None
    if ":" in text or "：" in text or is_introduced(text, lexicon) or label_alone(text, lexicon):
        return with_names(meta, [without_asides(text, lexicon)], lexicon)
    # Neither a date nor a by-word: most lines that are short end here.
    name = without_asides(text, lexicon) if "|" in text or "•" in text else trimmed(text)
    return signed(meta, name, lexicon)


def _dated(
    meta: Meta, text: str, found: Sequence[DateMatch | DoubtfulDate], lexicon: Lexicon
) -> Meta | None:
    """What a line says with its dates and what stands between them."""
    certain = any(isinstance(date, DateMatch) for date in found)
    names, position, is_aside = list[str](), 0, False
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
    meta, rest = _with_rest(meta, trimmed(text[position:]), lexicon, after_aside=is_aside)
    names.append(rest)
    if meta.date:
        names = [without_other_calendars(name, lexicon) for name in names]
    return with_names(meta, [without_asides(name, lexicon) for name in names if name], lexicon)


def _with_rest(meta: Meta, rest: str, lexicon: Lexicon, *, after_aside: bool) -> tuple[Meta, str]:
    """The meta with what the words behind its last date say, and those that say nothing of it."""
    if rest in {"", "."}:
        return meta, ""
    if label := label_alone(rest, lexicon):
        # Some languages say it behind the date: "2024-04-24 14:05 수정".
        return (meta if after_aside or meta.labelled else _relabelled(meta, label)), ""
    if meta.date and meta.updated is None and (time := update_time(rest, lexicon)):
        return replace(meta, updated=_at_time(meta.date, time)), ""
    return meta, rest


@cache
def _before_comma(lexicon: Lexicon) -> re.Pattern[str]:
    """The label of a byline before a comma, as the BBC's services write: "Autor, Jane Doe"."""
    labels = alternatives(lexicon.words("byline", "before_comma"))
    return re.compile(rf"(?:{labels}),\s{{0,3}}(?=\S)", re.IGNORECASE)


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

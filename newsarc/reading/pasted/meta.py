"""The grammar of a line that holds a date, a byline or both, and nothing else.

Dates are found first; what stands between them must be labels ("Updated"), a byline, or a
publisher beside a byline. One word that is none of these, and the line is not such a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from newsarc.reading.bylines import LONGEST as LONGEST_BYLINE
from newsarc.reading.bylines import (
    after_by_word,
    reads_as_byline,
    reads_as_organisation,
    reads_as_outlet,
    reads_as_signature,
)
from newsarc.reading.dates import DateMatch, find_date
from newsarc.reading.lexicon import alternatives, fold, words
from newsarc.reading.lines import BLANKS
from newsarc.reading.pasted.credit import split_credit
from newsarc.reading.pasted.doubtful import DoubtfulDate, find_doubtful_date, find_relative_date

_MOST_DATES: Final = 3
_LONGEST_WITHOUT_DIGITS: Final = 60
_SEPARATOR = re.compile(r"[,|•·/–—-]")
_LAST_PART = re.compile(r"(?:\s{0,2}[|•·]\s{0,2}|\sin\s)(?=[\w ]{2,30}\Z)")
_DIGIT = re.compile(r"\d")
_EDGES: Final = BLANKS + "\r\n|•·—–-/,;:*_"


@dataclass(frozen=True, slots=True)
class Meta:
    """What a line of date and byline says."""

    date: DateMatch | None = None
    updated: DateMatch | None = None
    doubtful: DoubtfulDate | None = None
    byline: str | None = None
    """Without the word that introduces it."""
    named: bool = False
    """Whether a word such as "by" introduces the byline."""
    source: str | None = None
    """A publisher named beside the byline."""
    labelled: bool = False
    """Whether a word such as "Published" stands before a date."""
    section: str | None = None
    signed: bool = False
    """Whether the byline is a name with a role."""
    credit: str | None = None
    """Who made the picture, named in a piece of its own."""

    @property
    def has_date(self) -> bool:
        """Whether it gives a date of any kind, or words for one."""
        return bool(self.date or self.updated or self.doubtful)

    @property
    def marked(self) -> bool:
        """Whether a word of it says what it is."""
        return self.named or self.labelled or self.signed

    def joined(self, other: Meta) -> Meta:
        """What two lines say together; where both say it, what this one says."""
        return Meta(
            date=self.date or other.date,
            updated=self.updated or other.updated,
            doubtful=self.doubtful or other.doubtful,
            byline=self.byline or other.byline,
            named=self.named or other.named,
            source=self.source or other.source,
            labelled=self.labelled or other.labelled,
            section=self.section or other.section,
            signed=self.signed or other.signed,
            credit=self.credit or other.credit,
        )

    def repeats(self, other: Meta) -> bool:
        """Whether it says again, or says otherwise, what another line has said."""
        return bool(
            (self.byline and other.byline)
            or (self.date and other.date and self.date.date.day != other.date.date.day)
            or (self.doubtful and other.has_date)
            or (self.updated and other.updated)
        )


def read_meta(text: str) -> Meta | None:
    """What a line says of date and byline, or None where it holds anything else."""
    if not text or len(text) > LONGEST_BYLINE or not _may_be_meta(text):
        return None
    text, credit = split_credit(text)
    dates: dict[str, DateMatch] = {}
    doubtful, labelled, names, position = None, False, list[str](), 0
    for found in _dates(text):
        name, label = _read_gap(text[position : found.start], dated=isinstance(found, DateMatch))
        names.append(name)
        labelled |= label is not None
        position = found.end
        if isinstance(found, DoubtfulDate):
            doubtful = found
        elif dates.setdefault(label or "date", found) is not found:
            return None
    names.append(_without_asides(text[position:], dated=bool(dates)))
    meta = Meta(dates.get("date"), dates.get("updated"), doubtful, labelled=labelled, credit=credit)
    return _with_names(meta, [name for name in names if name])


def _may_be_meta(text: str) -> bool:
    """Whether a line is worth a closer look: most lines of a story are not."""
    return (
        len(text) <= _LONGEST_WITHOUT_DIGITS
        or _DIGIT.search(text) is not None
        or after_by_word(text) is not text
    )


def introduces(text: str) -> bool:
    """Whether a line is only what stands before a name or date, such as "By" or "Published:"."""
    text = text.rstrip(_EDGES)
    return bool(text) and (not after_by_word(text) or _label().fullmatch(text) is not None)


def read_bare_byline(text: str) -> str | None:
    """A line that is a byline without a word that says so: a person's name, or an outlet."""
    name = _trimmed(text)
    if len(name) > 80 or not reads_as_byline(name):
        return None
    is_person = " " in name and not reads_as_organisation(name)
    return name if is_person or reads_as_outlet(name) else None


def _dates(text: str) -> Iterator[DateMatch | DoubtfulDate]:
    """The dates of a line, in order; a doubtful one only where there is no other."""
    position = 0
    for _ in range(_MOST_DATES):
        found = find_date(text[position:])
        if found is None:
            break
        yield replace(found, start=found.start + position, end=found.end + position)
        position += found.end
    if not position and (doubtful := find_doubtful_date(text)):
        yield doubtful


def _with_names(meta: Meta, names: list[str]) -> Meta | None:
    """The meta with its byline: one, or one beside a publisher."""
    names, section = _without_section(names)
    meta = replace(meta, section=section) if section else meta
    if not names:
        return meta if meta.has_date else None
    if any(mark in name.casefold() for name in names for mark in words("copyright", "words")):
        return None
    readings = [(_trimmed(after_by_word(name)), after_by_word(name) != name) for name in names]
    # What is cheap to ask is asked first: most lines of a story end here.
    if not (meta.has_date or any(named for _, named in readings)):
        signed = _SEPARATOR.search(names[0]) and reads_as_signature(names[0])
        return replace(meta, byline=names[0], signed=True) if signed else None
    if len(readings) > 2 or not all(reads_as_byline(name) for name, _ in readings):
        return None
    readings.sort(key=lambda reading: (not reading[1], reads_as_organisation(reading[0])))
    (byline, named), *others = readings
    if others and not reads_as_organisation(others[0][0]):
        return None
    if not (named or " " in byline or reads_as_organisation(byline)):
        return None
    source = others[0][0] if others else None
    return replace(meta, byline=byline, named=named, source=source)


def _without_section(names: list[str]) -> tuple[list[str], str | None]:
    """Names without the section of "Jane Doe | Politics" and "Jane Doe in Politics"."""
    kept, section = list[str](), None
    for name in names:
        match = _LAST_PART.search(name)
        part = name[match.end() :] if match else name
        if fold(part) in words("sections", "names"):
            section = part
            kept.append(name[: match.start()] if match else "")
        else:
            kept.append(name)
    return [name for name in kept if name], section


def _read_gap(text: str, *, dated: bool) -> tuple[str, str | None]:
    """The names before a date, and the label of the date: "date", "updated" or None."""
    text = _without_asides(text, dated=dated)
    match = _label().search(text)
    return (_trimmed(text[: match.start()]), match.lastgroup or "date") if match else (text, None)


def _without_asides(text: str, *, dated: bool) -> str:
    """A text without "4 min read", and beside a date without "updated 2 hours ago"."""
    text = _trimmed(text)
    if _DIGIT.search(text):
        text = _trimmed(_reading_time().sub("", text))
    if dated and text and (aside := find_relative_date(text)):
        before = _label().sub("", _trimmed(text[: aside.start()]))
        text = _trimmed(f"{before} {text[aside.end() :]}")
    return text


def _trimmed(text: str) -> str:
    """A text without separators around it, and without a bracket that its date was taken from."""
    text = text.strip(_EDGES)
    for opening, closing in ("()", "[]"):
        if text.endswith(opening) or (text.endswith(closing) and opening not in text):
            text = text[:-1].rstrip(_EDGES)
        if text.startswith(closing) or (text.startswith(opening) and closing not in text):
            text = text[1:].lstrip(_EDGES)
    return text


@cache
def _label() -> re.Pattern[str]:
    date, updated = (alternatives(words("labels", key)) for key in ("date", "updated"))
    # "Date" can be a surname too: it is a label only where nothing stands before it.
    alone = alternatives(words("labels", "date_alone"))
    return re.compile(
        rf"(?<!\w)(?:(?P<updated>{updated})|(?P<date>{date})|\A(?:{alone}))\Z", re.IGNORECASE
    )


@cache
def _reading_time() -> re.Pattern[str]:
    units = alternatives(words("reading_time", "units"))
    return re.compile(rf"(?<!\w)\d{{1,2}}[\s-](?:{units})(?!\w)", re.IGNORECASE)

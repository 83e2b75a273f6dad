"""The grammar of a line that holds a date, a byline or both, and nothing else.

Dates are found first; what stands between them must be labels ("Updated"), a byline, or a
publisher beside a byline. One word that is none of these, and the line is not such a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
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
    reads_as_organisation,
    reads_as_outlet,
    reads_as_signature,
)
from newsarc.reading.dates import DateMatch, find_dates
from newsarc.reading.doubtful import DoubtfulDate
from newsarc.reading.lexicon import Lexicon, alternatives, fold
from newsarc.reading.lines import BLANKS
from newsarc.reading.months import is_weekday
from newsarc.reading.pasted.credit import split_credit
from newsarc.reading.pasted.furniture import read_furniture
from newsarc.reading.times import read_time_after

_LONGEST_WITHOUT_DIGITS: Final = 90
_MOST_SPACES_OF_SIGNATURE: Final = 13
_SEPARATOR = re.compile(r"[,|•·/–—-]")
_PIECES = re.compile(r"\s{0,3}(?:[|•·]|\s[–—-]\s)\s{0,3}")
_LAST_PART = re.compile(r"(?:\s{0,2}[|•·,]\s{0,2}|\sin\s)(?=[\w &]{2,30}\Z)")
_IN_SECTIONS = re.compile(r",?\s(?:in|en|em|dans)\s(?P<sections>[^|•·]{2,80})\Z")
_AFTER_SOURCE = re.compile(r"\s(?=[^\W\d_]{1,12}\s?[:：])|[|•·]")
"""Where another label stands behind a publisher: ``来源：… 作者：…``."""
_CALENDAR_PIECES = re.compile(r"\s{0,2}[,،、|-]\s{0,2}|\s(?=مـ?\Z)")
_OTHER_CALENDAR = re.compile(r"\d{1,2}\s\S{2,20}(?:\s\S{2,12})?\s\d{3,4}(?:\s\S{1,3})?|هـ|مـ?")
"""A day of the Hijri or Bengali calendar beside its Gregorian one, and the letters behind them."""
_FIRST_PART = re.compile(r"\A[\w &]{2,30}?\s{0,2}[|•·]\s{0,2}")
_DIGIT = re.compile(r"\d")
_EDGES: Final = BLANKS + "\r\n|•·—–-/,;:*_،؛、，；：｜／"


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
        and not _is_introduced(text, lexicon)
        and _label_alone(text, lexicon) is None
    ):
        # Neither a date nor a by-word: most lines that are short end here.
        name = _without_asides(text, lexicon) if "|" in text or "•" in text else _trimmed(text)
        return _signed(Meta(credit=credit), name, lexicon)
    certain = any(isinstance(date, DateMatch) for date in found)
    meta, names, position = Meta(credit=credit), list[str](), 0
    is_aside = False
    for date in found:
        name, label = _read_gap(text[position : date.start], lexicon)
        names.append(name)
        position = date.end
        is_aside = isinstance(date, DoubtfulDate) and certain
        if is_aside:
            continue
        if (more := _with_date(meta, date, label)) is None:
            return None
        meta = more
    rest = _trimmed(text[position:])
    rest = "" if rest == "." else rest
    if is_aside and _label_alone(rest, lexicon):
        rest = ""
    if rest and (label := _label_alone(rest, lexicon)) and not meta.labelled:
        # Some languages say it behind the date: "2024-04-24 14:05 수정".
        meta, rest = _relabelled(meta, label), ""
    if rest and meta.date and meta.updated is None and (time := _update_time(rest, lexicon)):
        meta, rest = replace(meta, updated=_at_time(meta.date, time)), ""
    names.append(rest)
    if meta.date:
        names = [_without_other_calendars(name, lexicon) for name in names]
    return _with_names(meta, [_without_asides(name, lexicon) for name in names if name], lexicon)


def _without_other_calendars(text: str, lexicon: Lexicon) -> str:
    """A text beside a date without its weekday, and without the day in another calendar."""
    if not text or (not _DIGIT.search(text) and len(text) > 20):
        return text
    pieces = _CALENDAR_PIECES.split(text)
    kept = [piece for piece in pieces if piece and not _is_of_calendar(piece, lexicon)]
    return text if len(kept) == len(pieces) else " ".join(kept)


def _is_of_calendar(text: str, lexicon: Lexicon) -> bool:
    return is_weekday(text, lexicon.language) or _OTHER_CALENDAR.fullmatch(text) is not None


def _with_date(meta: Meta, date: DateMatch | DoubtfulDate, label: str | None) -> Meta | None:
    """The meta with one more date; None where it is one too many."""
    labelled = meta.labelled or label is not None
    if isinstance(date, DoubtfulDate):
        return meta if meta.doubtful else replace(meta, doubtful=date, labelled=labelled)
    if label == "updated":
        return None if meta.updated else replace(meta, updated=date, labelled=labelled)
    if meta.date is None:
        return replace(meta, date=date, labelled=labelled)
    return meta if meta.date.date.day == date.date.day else None


def _relabelled(meta: Meta, label: str) -> Meta:
    if label == "updated" and meta.updated is None:
        return replace(meta, date=None, updated=meta.date, labelled=True)
    return replace(meta, labelled=True)


def _may_be_meta(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is worth a closer look: most lines of a story are not."""
    return (
        len(text) <= _LONGEST_WITHOUT_DIGITS
        or _DIGIT.search(text) is not None
        or after_by_word(text, lexicon) is not text
    )


def introduces(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is only what stands before a name or date, such as "By" or "Published:"."""
    text = text.rstrip(_EDGES)
    if not text or len(text) > 40:
        return False
    return not after_by_word(text, lexicon) or _label_alone(text, lexicon) is not None


def read_bare_byline(text: str, lexicon: Lexicon) -> str | None:
    """A line that is a byline without a word that says so: a person's name, or an outlet."""
    name = _trimmed(text)
    if len(name) > 120 or name.count(" ") > _MOST_SPACES_OF_SIGNATURE:
        return None
    if name[:1] in {"", "©"} or name[0].islower() or not reads_as_byline(name, lexicon):
        return None
    kinds = [piece.kind for piece in read_byline(name, lexicon)]
    is_person = is_name(name, lexicon) or reads_as_signature(name, lexicon)
    is_placed = len(kinds) > 1 and kinds[0] in (Kind.PERSON, Kind.ORGANISATION)
    listed = is_placed and " " in name and Kind.OTHER not in kinds
    return name if is_person or listed or reads_as_outlet(name, lexicon) else None


def _with_names(meta: Meta, names: list[str], lexicon: Lexicon) -> Meta | None:
    """The meta with its byline: one, or one beside a publisher."""
    names, section = _without_section([name for name in names if name], lexicon)
    meta = replace(meta, section=section) if section else meta
    names, source = _without_source(names, lexicon)
    meta = replace(meta, source=source) if source else meta
    if not names:
        return meta if meta.has_date else None
    if any(mark in fold(name) for name in names for mark in lexicon.words("copyright", "words")):
        return None
    readings = [(_trimmed(_bare(name, lexicon)), _is_introduced(name, lexicon)) for name in names]
    # What is cheap to ask is asked first: most lines of a story end here.
    if not (meta.has_date or any(named for _, named in readings)):
        return _signed(meta, names[0], lexicon)
    # The name by which a site's software signs says nothing of who wrote.
    readings = [item for item in readings if fold(item[0]) not in lexicon.words("byline", "nobody")]
    if not readings:
        return meta if meta.has_date else None
    if len(readings) > 2 or not all(
        _is_of_byline(name, lexicon, introduced=named) for name, named in readings
    ):
        return _beside_place(meta, names)
    readings.sort(key=lambda reading: (not reading[1], reads_as_organisation(reading[0], lexicon)))
    (byline, named), *others = readings
    if others and not reads_as_organisation(others[0][0], lexicon):
        return None
    if not (
        named or " " in byline or not byline.isascii() or reads_as_organisation(byline, lexicon)
    ):
        return _beside_place(meta, names)
    source = others[0][0] if others else meta.source
    return replace(meta, byline=byline, named=named, source=source)


def _is_introduced(text: str, lexicon: Lexicon) -> bool:
    """Whether a word before or after a name says that it is who wrote."""
    if after_by_word(text, lexicon) is not text:
        return True
    before, _, last = text.rpartition(" ")
    return bool(before) and fold(last) in lexicon.words("byline", "after")


def _bare(name: str, lexicon: Lexicon) -> str:
    """A byline without the word that introduces it; a role behind a name is part of it."""
    bare = after_by_word(name, lexicon)
    before, _, last = bare.rpartition(" ")
    is_word = fold(last) in lexicon.words("byline", "after")
    if is_word and reads_as_organisation(bare, lexicon):
        return bare
    return before if is_word and fold(last) not in lexicon.words("roles", "nouns") else bare


def _is_of_byline(name: str, lexicon: Lexicon, *, introduced: bool) -> bool:
    if reads_as_byline(name, lexicon, introduced=introduced) or reads_as_organisation(
        name, lexicon
    ):
        return True
    # After a label, what follows the first name need not be understood: "Author: Jane Doe, red."
    kinds = [piece.kind for piece in read_byline(name, lexicon)] if introduced else []
    listed = len(kinds) > 1 and kinds[0] in (Kind.PERSON, Kind.ORGANISATION) and "," in name
    return listed and not _DIGIT.search(name)


def _beside_place(meta: Meta, names: list[str]) -> Meta | None:
    """The meta of a date with a place of a word or two beside it: "Madrid, 25 de mayo de 2025"."""
    words = names[0].split() if len(names) == 1 else []
    is_place = 0 < len(words) <= 2 and all(word[0].isupper() for word in words)
    return meta if is_place and meta.date and names[0].isalpha() else None


def _without_source(names: list[str], lexicon: Lexicon) -> tuple[list[str], str | None]:
    """Names without the publisher that a label gives: "Source: Example News"."""
    kept, source = list[str](), None
    for name in names:
        label = _source_label(lexicon).search(name)
        if label is None:
            kept.append(name)
            continue
        before, after = _trimmed(name[: label.start()]), _trimmed(name[label.end() :])
        if source_end := _AFTER_SOURCE.search(after):
            after, rest = after[: source_end.start()], after[source_end.start() :]
        else:
            rest = ""
        source = _trimmed(after)
        kept += [part for part in (before, _trimmed(rest)) if part]
    return kept, source


@cache
def _source_label(lexicon: Lexicon) -> re.Pattern[str]:
    labels = alternatives(lexicon.words("labels", "source"))
    return re.compile(rf"(?<![^\W\d_])(?:{labels})\s{{0,2}}[:：]", re.IGNORECASE)


def _signed(meta: Meta, name: str, lexicon: Lexicon) -> Meta | None:
    """A name with its role, which needs no date beside it."""
    is_short = name.count(" ") <= _MOST_SPACES_OF_SIGNATURE
    if is_short and _SEPARATOR.search(name) and reads_as_signature(name, lexicon):
        return replace(meta, byline=name, signed=True)
    return None


def _without_section(names: Iterable[str], lexicon: Lexicon) -> tuple[list[str], str | None]:
    """Names without the section of "Jane Doe | Politics" and "Jane Doe in Politics"."""
    sections = lexicon.words("sections", "names")
    kept, section = list[str](), None
    for name in names:
        last, first = _LAST_PART.search(name), _FIRST_PART.match(name)
        listed = _IN_SECTIONS.search(name)
        if fold(name) in sections:
            section = name
        elif listed and fold(listed["sections"].split(",")[0]) in sections:
            section = listed["sections"]
            kept.append(_trimmed(name[: listed.start()]))
        elif last and fold(name[last.end() :]) in sections:
            section = name[last.end() :]
            kept.append(_trimmed(name[: last.start()]))
        elif first and fold(first[0].rstrip(_EDGES)) in sections:
            section = first[0].rstrip(_EDGES)
            kept.append(_trimmed(name[first.end() :]))
        else:
            kept.append(name)
    return [name for name in kept if name], section


def _read_gap(text: str, lexicon: Lexicon) -> tuple[str, str | None]:
    """The names before a date, and the label of the date: "date", "updated" or None."""
    text = _trimmed(text)
    if not text:
        return "", None
    match = _label(lexicon).search(text, max(0, len(text) - 50))
    if match is None:
        return text, None
    return _trimmed(text[: match.start()]), match.lastgroup or "date"


def _update_time(text: str, lexicon: Lexicon) -> str | None:
    """The time of "updated 18:40", on the day of the date before it."""
    label = _updated_first(lexicon).match(text)
    time = read_time_after(text, label.end()) if label else None
    return time.iso if time and time.end == len(text) else None


def _at_time(date: DateMatch, time: str) -> DateMatch:
    return replace(date, date=Date(f"{date.date.iso[:10]}T{time}"))


@cache
def _updated_first(lexicon: Lexicon) -> re.Pattern[str]:
    updated = alternatives(lexicon.words("labels", "updated"))
    return re.compile(rf"(?:{updated})\s{{0,2}}[:：]?\s{{0,2}}", re.IGNORECASE)


def _label_alone(text: str, lexicon: Lexicon) -> str | None:
    match = _label(lexicon).fullmatch(text) if len(text) <= 50 else None
    return (match.lastgroup or "date") if match else None


def _without_asides(text: str, lexicon: Lexicon) -> str:
    """A text without its pieces that are furniture, such as "4 min read" and "Share"."""
    text = _trimmed(text)
    if _DIGIT.search(text) and (inside := _reading_time(lexicon).search(text)):
        text = _trimmed(f"{text[: inside.start()]} {text[inside.end() :]}")
    pieces = _PIECES.split(text)
    kept = [piece for piece in pieces if not read_furniture(piece, lexicon)]
    if len(kept) == len(pieces):
        return text
    first, last = (kept[0], kept[-1]) if kept else ("", "")
    start = text.find(first)
    return text[start : text.rfind(last) + len(last)] if kept else ""


def _trimmed(text: str) -> str:
    """A text without separators around it, and without a bracket that its date was taken from."""
    text = text.strip(_EDGES)
    for opening, closing in ("()", "[]", "（）"):
        if text.endswith(opening) or (text.endswith(closing) and opening not in text):
            text = text[:-1].rstrip(_EDGES)
        if text.startswith(closing) or (text.startswith(opening) and closing not in text):
            text = text[1:].lstrip(_EDGES)
    return text


@cache
def _label(lexicon: Lexicon) -> re.Pattern[str]:
    date, updated = (alternatives(lexicon.words("labels", key)) for key in ("date", "updated"))
    # "Date" can be a surname too: it is a label only where nothing stands before it.
    alone = alternatives(lexicon.words("labels", "date_alone"))
    return re.compile(
        rf"(?:(?<!\w)|(?<=\d))(?:(?P<updated>{updated})|(?P<date>{date})|\A(?:{alone}))\s{{0,2}}[:：]?\Z",
        re.IGNORECASE,
    )


@cache
def _reading_time(lexicon: Lexicon) -> re.Pattern[str]:
    units = alternatives(lexicon.words("reading_time", "units"))
    return re.compile(rf"(?<!\w)\d{{1,2}}[\s-](?:{units})(?!\w)", re.IGNORECASE)

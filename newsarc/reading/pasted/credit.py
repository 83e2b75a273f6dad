"""The credit of a picture, as it stands at the end of a caption or on a line of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from newsarc.reading.bylines import reads_as_byline
from newsarc.reading.lexicon import alternatives, words
from newsarc.reading.lines import BLANKS
from newsarc.reading.organisations import is_known_organisation, reads_as_organisation

LONGEST_CAPTION: Final = 1200
AGENCY_ALONE: Final = "credit.agency"
"""The rule of "(Reuters)", which may as well close a story."""
_LONGEST: Final = 100
_TAIL: Final = _LONGEST + 60
"""Characters at the end of a line in which a credit and the words before it stand."""
_AROUND: Final = BLANKS + "*_"
"""Markdown sets captions and credits in italics."""

_BRACKETED = re.compile(r"[(\[](?P<inside>[^()\[\]]{2,120})[)\]]\s{0,3}\.?\Z")
_AGENCY_PHOTO = re.compile(r"[A-Z][\w ]{1,30}\s(?:Photo|Images|Image|Picture)(?:/.{2,80})?")
_COPYRIGHT = re.compile(r"(?:©|\(c\))\s{0,2}(?P<value>[^\W\d_][^©]{1,100})\Z", re.IGNORECASE)
_BAR = re.compile(r"[ \t]{0,3}\|[ \t]{0,3}")
_RESERVED = re.compile(r"\brights\s+reserved|\bcopyright\b|\b(?:19|20)\d\d\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^\W\d_]{3,}[.!?]\s+[^\W\d_]")
_ABBREVIATED = re.compile(r"(?:\b[^\W\d_]|\b(?:Inc|Ltd|Co|Corp|Jr|Sr))\.\Z")


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit, and the caption before it; the caption is empty where it stands alone."""

    caption: str
    credit: str
    rule: str


def read_credit(text: str) -> Credit | None:
    """The caption and credit that a line is, or None where it holds no credit."""
    text = text.strip(BLANKS)
    if len(text) > LONGEST_CAPTION:
        return None
    return _bracketed(text) or _labelled(text) or _signed(text) or _copyright(text)


def split_credit(text: str) -> tuple[str, str | None]:
    """A line without its piece ``| Photo: X``, and the name that stood there."""
    pieces = _BAR.split(text) if "|" in text else [text]
    for index, piece in enumerate(pieces[1:], start=1):
        label = _label().match(piece)
        name = piece[label.end() :].strip(BLANKS) if label else ""
        if name and reads_as_byline(name):
            return " | ".join(pieces[:index] + pieces[index + 1 :]), name
    return text, None


def _bracketed(text: str) -> Credit | None:
    """``(Photo: X)``, ``(AP Photo/X)``, ``[File: X]``, ``(X/Agency)``."""
    match = _BRACKETED.search(text, max(0, len(text) - _TAIL))
    if match is None:
        return None
    inside = match["inside"].strip(BLANKS)
    found = _labelled(inside) or _signed(inside) or _copyright(inside)
    if found and not found.caption:
        return _credit(text[: match.start()], found.credit, "credit.brackets")
    name, _, agency = inside.rpartition("/")
    is_agency = reads_as_organisation(agency.strip()) and reads_as_byline(name)
    if _AGENCY_PHOTO.fullmatch(inside) or (name and is_agency):
        return _credit(text[: match.start()], inside, "credit.brackets")
    if is_known_organisation(inside):
        return _credit(text[: match.start()], inside, AGENCY_ALONE)
    return None


def _labelled(text: str) -> Credit | None:
    """``Credit : X``, ``Photo: X``, ``Credit: Photo: X``."""
    for match in _label().finditer(text, max(0, len(text) - _TAIL)):
        value = text[match.end() :].strip(BLANKS)
        while more := _label().match(value):
            value = value[more.end() :].strip(BLANKS)
        if match[0][0].isupper() and _is_value(value):
            return _credit(text[: match.start()], value, "credit.label")
    return None


def _signed(text: str) -> Credit | None:
    """``Photo by X``, ``Picture courtesy of X``: after the end of a sentence, or alone."""
    for match in _work().finditer(text, max(0, len(text) - _TAIL)):
        value = text[match.end() :]
        if match["work"][0].isupper() and _is_value(value) and reads_as_byline(value):
            return _credit(text[: match.start()], value, "credit.signed")
    return None


def _copyright(text: str) -> Credit | None:
    """``© X``, but no copyright line with its year or reservation."""
    match = _COPYRIGHT.search(text, max(0, len(text) - _TAIL))
    if match is None or _RESERVED.search(match["value"]):
        return None
    return _credit(text[: match.start()], match["value"], "credit.copyright")


def _credit(caption: str, value: str, rule: str) -> Credit | None:
    caption = caption.strip(_AROUND).rstrip(_AROUND + "|•·—–-/([")
    value = value.strip(_AROUND)
    if value.endswith(".") and not _ABBREVIATED.search(value[-8:]):
        value = value[:-1]
    return Credit(caption, value, rule) if value else None


def _is_value(text: str) -> bool:
    """Whether a text can be the name of who made or owns a picture."""
    text = text.strip(BLANKS)
    return (
        0 < len(text) <= _LONGEST
        and not text[0].islower()
        and any(map(str.isalnum, text))
        and not _SENTENCE.search(text)
    )


@cache
def _label() -> re.Pattern[str]:
    labels = alternatives(words("credits", "labels"))
    by = alternatives(words("credits", "by"))
    return re.compile(rf"(?<![\w'’-])(?:{labels})(?:\s{by})?\s{{0,2}}[:：]", re.IGNORECASE)


@cache
def _work() -> re.Pattern[str]:
    works = alternatives(words("credits", "works"))
    by = alternatives(words("credits", "by"))
    before = r"(?:\A|(?<=[.!?…\"”’)\]])\s{1,3}|[|•·—–/-]\s{0,3})"
    return re.compile(rf"{before}(?P<work>{works})\s{{1,3}}(?:{by})\s{{1,3}}", re.IGNORECASE)

"""The credit of a picture, as it stands at the end of a caption or on a line of its own.

Some forms say what they are ("Photo: Jane Doe"); others, such as a bare name after the caption's
last sentence, are credits only where a caption can stand, so the caller must say that it can.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from newsarc.reading.bylines import after_by_word, is_name, reads_as_byline
from newsarc.reading.bylines.organisations import is_known_organisation, reads_as_organisation
from newsarc.reading.languages.lexicon import Lexicon, alternatives
from newsarc.reading.lines import BLANKS, has_digit

LONGEST_CAPTION: Final = 1200
AGENCY_ALONE: Final = "credit.agency"
"""The rule of "(Reuters)", which may as well close a story."""
_LONGEST: Final = 100
_MOST_SPACES: Final = 8
"""More are in no name of a person, and of no agency in the lexicon."""
_TAIL: Final = _LONGEST + 60
"""Characters at the end of a line in which a credit and the words before it stand."""
_AROUND: Final = BLANKS + "*_"
"""Markdown sets captions and credits in italics."""

_BRACKETED = re.compile(r"[(\[（【](?P<inside>[^()\[\]（）【】]{2,120})[)\]）】]\s{0,3}\.?\Z")
_CLOSING: Final = frozenset(")]）】")
_AGENCY_PHOTO = re.compile(
    r"[A-Z][\w ]{1,30}\s(?:[Pp]hoto|Images|Image|Picture)(?:/.{2,80}|\s.{2,60})?"
)
_COPYRIGHT = re.compile(r"(?:©|\(c\))\s{0,2}(?P<value>[^\W\d_][^©]{1,100})\Z", re.IGNORECASE)
_BAR = re.compile(r"[ \t]{0,3}\|[ \t]{0,3}")
_RESERVED = re.compile(r"\brights\s+reserved|\bcopyright\b|\b(?:19|20)\d\d\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^\W\d_]{3,}[.!?]\s+[^\W\d_]")
_NO_RESALE: Final = "재판매 및 DB 금지"
"""What Korean agencies add to a credit."""
_ABBREVIATED = re.compile(r"(?:\b[^\W\d_]|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|Moh))\.\Z")
_LICENSING = re.compile(
    r"[\s,.]{0,3}(?:\[\d{1,2}/\d{1,2}\]\s?)?"
    r"(?:Purchase )?Licensing Rights(?:,? opens new tab)?\s?\Z"
)
_TAIL_START = re.compile(r"[.!?…][”\"’)»]?\s{1,3}|\s\|\s|[。＝]")
_COUNTED = re.compile(r"\A\[\d{1,2}/\d{1,2}\]\s?")
"""Which picture of several it is."""
_WIDE_LABEL_MARK = re.compile(r"[：＝／…]")
_TAIL_START_WITHOUT_BAR = re.compile(r"[.!?…。＝](?:(?<=[。＝])|(?<=[.!?…])[”\"’)»]?\s{1,3})")
"""The same without bars, in a form that is searched for three times as quickly."""
_SLASH = re.compile(r"\s{0,2}[/／]\s{0,2}")
_PARTS = re.compile(r"\s{0,2}[|/／]\s{0,2}")
_PART_MARK = re.compile(r"[|/／]")
_TWO_NAMES = re.compile(r"/|／|for|via")
_FOR = re.compile(r"\s(?:for|via)\s")
_TAKEN = re.compile(r"\s{0,2}(?:摄影|攝影|摄|攝|撮影)\Z")
"""What "photographed" says behind a name, and is no part of it."""


_TAKEN_LAST = re.compile(r"[、，](?P<name>[^、，。\s]{2,12})(?:撮影|攝|摄)\Z")


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit, and the caption before it; the caption is empty where it stands alone."""

    caption: str
    credit: str
    rule: str


@lru_cache(maxsize=2048)  # several passes look at the same lines
def read_credit(text: str, lexicon: Lexicon) -> Credit | None:
    """The caption and credit that a line says it is, or None where it does not."""
    text = _without_licence(text)
    if len(text) > LONGEST_CAPTION:
        return None
    return (
        _bracketed(text, lexicon)
        or _labelled(text, lexicon)
        or _signed(text, lexicon)
        or _copyright(text)
        or _opened(text, lexicon)
        or _taken(text)
    )


def _opened(text: str, lexicon: Lexicon) -> Credit | None:
    """``Beeld Jane Doe``, ``Fot. Jane Doe/Example Agency``: a label without a colon."""
    opening = _opening(lexicon).match(text) if len(text) <= _LONGEST else None
    if opening is None or not _names_maker(text[opening.end() :], lexicon):
        return None
    return _credit("", text[opening.end() :], "credit.opening")


def read_loose_credit(text: str, lexicon: Lexicon) -> Credit | None:
    """The caption and credit of a line that stands where a caption can; also without a word for it.

    ``… on Friday. Jane Doe/Example Agency``, ``… on Friday. Jane Doe``, ``… (Jane Doe)``.
    """
    if found := read_credit(text, lexicon):
        return found
    text = _without_licence(text)
    if len(text) > LONGEST_CAPTION or after_by_word(text, lexicon) is not text:
        return None
    match = _in_brackets(text)
    if match and match.start() and _names_source(match["inside"].strip(BLANKS), lexicon):
        return _credit(text[: match.start()], match["inside"], "credit.brackets")
    end = match.start() if match else len(text)
    pattern = _TAIL_START if "|" in text else _TAIL_START_WITHOUT_BAR
    tails = list(pattern.finditer(text, max(0, len(text) - _TAIL), end))
    for tail in reversed(tails[-3:]):
        value = text[tail.end() :]
        if tail.start() > 10 and _names_maker(value, lexicon):
            end = tail.end() if tail[0][0] in '.!?…。”"’)»' else tail.start()
            return _credit(text[:end], value, "credit.after-caption")
    return None


def _without_licence(text: str) -> str:
    """A caption without the link to whom its picture can be bought from."""
    text = text.strip(BLANKS)
    return _LICENSING.sub("", text) if "icensing" in text else text


def read_bare_credit(text: str, lexicon: Lexicon) -> Credit | None:
    """The credit that a whole line is, without a word that says so, beside a caption."""
    text = text.strip(BLANKS)
    if len(text) > _LONGEST or has_digit(text):
        return None
    pieces = [piece for piece in _PARTS.split(text) if piece] if _PART_MARK.search(text) else []
    is_made = (
        len(pieces) > 1 and _names_maker(text.replace("|", "/"), lexicon)
    ) or is_known_organisation(text, lexicon)
    return _credit("", text, "credit.bare") if is_made else None


def split_credit(text: str, lexicon: Lexicon) -> tuple[str, str | None]:
    """A line without its piece ``| Photo: X`` or ``· Fotos: X``, and the name that stood there."""
    pieces = _BAR.split(text) if "|" in text else [text]
    for index, piece in enumerate(pieces[1:], start=1):
        label = _label(lexicon).match(piece)
        name = piece[label.end() :].strip(BLANKS) if label else ""
        if name and reads_as_byline(name, lexicon, introduced=True):
            return " | ".join(pieces[:index] + pieces[index + 1 :]), name
    return text, None


def _names_source(text: str, lexicon: Lexicon) -> bool:
    """Whether a text in brackets names who made a picture, perhaps after whose it is."""
    owner, colon, maker = text.partition(": ")
    if colon and owner[:1].isupper() and len(owner.split()) <= 3:
        return is_name(maker, lexicon)
    return _names_maker(text, lexicon) or reads_as_organisation(text, lexicon)


def _names_maker(text: str, lexicon: Lexicon) -> bool:
    """Whether a text can be nothing but the name of who made a picture, or of an agency."""
    text = text.strip(_AROUND).removesuffix(".")
    if not 2 <= len(text) <= _LONGEST or text[0].islower() or has_digit(text):
        return False
    if text.count(" ") > _MOST_SPACES and not _TWO_NAMES.search(text) and not text.isupper():
        return False
    if not any(map(str.isalpha, text)):
        return False
    pieces = _SLASH.split(text)
    if len(pieces) > 1:
        return all(_reads_as_maker(piece, lexicon) for piece in pieces)
    halves = _FOR.split(text)
    if len(halves) == 2:
        return is_name(halves[0], lexicon) and halves[1][:1].isupper() and len(halves[1]) <= 40
    if is_known_organisation(text, lexicon) or is_name(text, lexicon):
        return True
    return len(text.split()) > 1 and text.isupper()


def _reads_as_maker(piece: str, lexicon: Lexicon) -> bool:
    words = piece.split()
    if not words or len(words) > 6:
        return False
    return reads_as_organisation(piece, lexicon) or all(
        not word[0].islower() or len(word) <= 3 for word in words
    )


def _bracketed(text: str, lexicon: Lexicon) -> Credit | None:
    """``(Photo: X)``, ``(AP Photo/X)``, ``[File: X]``, ``(X/Agency)``."""
    match = _in_brackets(text)
    if match is None:
        return None
    inside = match["inside"].strip(BLANKS)
    if has_digit(inside) and not _label(lexicon).match(inside):
        return None
    found = _labelled(inside, lexicon) or _signed(inside, lexicon) or _copyright(inside)
    if found and not found.caption:
        return _credit(text[: match.start()], found.credit, "credit.brackets")
    if _TAKEN.search(inside):
        return _credit(text[: match.start()], _TAKEN.sub("", inside), "credit.brackets")
    named = inside.removesuffix(_NO_RESALE).rstrip(" .,") or inside
    if any(named.endswith(f" {word}") for word in lexicon.words("credits", "after")):
        return _credit(text[: match.start()], inside, "credit.brackets")
    name, _, agency = inside.rpartition("/")
    is_agency = reads_as_organisation(agency.strip(), lexicon) and reads_as_byline(name, lexicon)
    opening = _opening(lexicon).match(inside)
    maker = inside[opening.end() :] if opening else ""
    if maker and (_names_maker(maker, lexicon) or _is_surname(maker)):
        return _credit(text[: match.start()], maker, "credit.brackets")
    if _AGENCY_PHOTO.fullmatch(inside) or (name and is_agency):
        return _credit(text[: match.start()], inside, "credit.brackets")
    if is_known_organisation(inside, lexicon):
        return _credit(text[: match.start()], inside, AGENCY_ALONE)
    return None


def _is_surname(text: str) -> bool:
    return text.isalpha() and text[0].isupper() and not text.isupper()


def _in_brackets(text: str) -> re.Match[str] | None:
    """What stands in brackets at the end of a text."""
    if _CLOSING.isdisjoint(text[-5:]):
        return None
    return _BRACKETED.search(text, max(0, len(text) - _TAIL))


def _taken(text: str) -> Credit | None:
    """``…、Jane Doe撮影``: who took it stands behind the last comma, before the word for it."""
    if not text.endswith(("撮影", "攝", "摄")):
        return None
    match = _TAKEN_LAST.search(text, max(0, len(text) - 40))
    return _credit(text[: match.start()], match["name"], "credit.taken") if match else None


def _labelled(text: str, lexicon: Lexicon) -> Credit | None:
    """``Credit : X``, ``Photo: X``, ``Credit: Photo: X``, ``사진=X``."""
    start = max(0, len(text) - _TAIL)
    # A comma stands behind a label only at the start of a line.
    tail = text[start:]
    has_mark = ":" in tail or "=" in tail or "..." in tail or _WIDE_LABEL_MARK.search(tail)
    if not has_mark and (start or "," not in text):
        return None
    for match in _label(lexicon).finditer(text, start):
        value = text[match.end() :].strip(BLANKS)
        while more := _label(lexicon).match(value):
            value = value[more.end() :].strip(BLANKS)
        stands_out = not match[0][0].islower() or text[max(0, match.start() - 2)] in "|([/–—-"
        if (stands_out or match.start() == 0) and _is_value(value, lexicon):
            return _credit(text[: match.start()], _TAKEN.sub("", value), "credit.label")
    return None


def _signed(text: str, lexicon: Lexicon) -> Credit | None:
    """``Photo by X``, ``Picture courtesy of X``: after the end of a sentence, or alone."""
    start = max(0, len(text) - _TAIL)
    # Most lines end here: ``by`` is found sooner than a work before it.
    if not _by(lexicon).search(text, start):
        return None
    for match in _work(lexicon).finditer(text, start):
        value = text[match.end() :]
        fits = not match["work"][0].islower() and _is_value(value, lexicon)
        if fits and (
            reads_as_byline(value, lexicon, introduced=True) or _names_maker(value, lexicon)
        ):
            return _credit(text[: match.start()], value, "credit.signed")
    return None


def _copyright(text: str) -> Credit | None:
    """``© X``, but no copyright line with its year or reservation."""
    if "©" not in text and "(" not in text:
        return None
    match = _COPYRIGHT.search(text, max(0, len(text) - _TAIL))
    if match is None or _RESERVED.search(match["value"]):
        return None
    return _credit(text[: match.start()], match["value"], "credit.copyright")


def _credit(caption: str, value: str, rule: str) -> Credit | None:
    caption = _COUNTED.sub("", caption.strip(_AROUND)).rstrip(_AROUND + "|•·—–-/([（【＝")
    value = value.strip(_AROUND + "|")
    if value.endswith(".") and not _ABBREVIATED.search(value[-8:]):
        value = value[:-1]
    return Credit(caption, value, rule) if value else None


def _is_value(text: str, lexicon: Lexicon) -> bool:
    """Whether a text can be the name of who made or owns a picture."""
    text = text.strip(BLANKS)
    return (
        0 < len(text) <= _LONGEST
        and (not text[0].islower() or is_known_organisation(text, lexicon))
        and any(map(str.isalnum, text))
        and not _SENTENCE.search(text)
    )


@cache
def _label(lexicon: Lexicon) -> re.Pattern[str]:
    labels = alternatives(lexicon.words("credits", "labels"))
    by = alternatives(lexicon.words("credits", "by"))
    return re.compile(
        rf"(?<![^\W_])(?<!['’-])(?:{labels})(?:\s(?:{by}))?\s{{0,2}}(?:[:：=＝／]|\.{{3}}|…)"
        rf"|\A(?:{alternatives(lexicon.words('credits', 'before_comma'))}),",
        re.IGNORECASE,
    )


@cache
def _opening(lexicon: Lexicon) -> re.Pattern[str]:
    """The label that opens a line without a colon: "Beeld Jane Doe", "Fot. Jane Doe"."""
    labels = alternatives(lexicon.words("credits", "labels"))
    return re.compile(rf"(?:{labels})\.?\s{{1,2}}", re.IGNORECASE)


@cache
def _by(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{alternatives(lexicon.words('credits', 'by'))})\s", re.IGNORECASE)


@cache
def _work(lexicon: Lexicon) -> re.Pattern[str]:
    works = alternatives(lexicon.words("credits", "works"))
    by = alternatives(lexicon.words("credits", "by"))
    before = r"(?:\A|(?<=[.!?…\"”’)\]])\s{1,3}|[|•·—–/-]\s{0,3})"
    return re.compile(rf"{before}(?P<work>{works})\s{{1,3}}(?:{by})\s{{1,3}}", re.IGNORECASE)

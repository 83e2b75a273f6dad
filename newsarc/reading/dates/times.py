"""The time of day next to a date: ``5:52 AM EST``, ``at 17:30``, ``T05:52:00Z``, ``오후 2:05``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from newsarc.reading.languages.lexicon import fold

# Zones whose abbreviation means one offset wherever it is used. EST, IST, CST, BST and their like
# are used for several: their time is kept and the zone left off.
_OFFSETS: Final = {
    "UTC": "Z",
    "GMT": "Z",
    "CET": "+01:00",
    "CEST": "+02:00",
    "EET": "+02:00",
    "EEST": "+03:00",
    "SAST": "+02:00",
    "WIB": "+07:00",
    "JST": "+09:00",
    "AEST": "+10:00",
    "AEDT": "+11:00",
    "NZST": "+12:00",
    "NZDT": "+13:00",
    "MYT": "+08:00",
    "HKT": "+08:00",
    "SGT": "+08:00",
    "PHT": "+08:00",
    "WITA": "+08:00",
    "WIT": "+09:00",
    "KST": "+09:00",
    "PKT": "+05:00",
    "MSK": "+03:00",
    "EAT": "+03:00",
    "CAT": "+02:00",
}
_UNCERTAIN: Final = frozenset(
    "ACST ADT AKDT AKST AMT ART AST AWST BRT BST CDT CLT CST CT EDT EST ET GST HST IST "
    "MDT MST MT NDT NST PDT PST PT WAT WEST WET МСК мск HKST".split()
)
_MORNING: Final = frozenset(
    "午前 上午 早上 凌晨 오전 ص صباحا صباحًا এএম पूर्वाह्न π.μ πμ öö sa".split()
)
_EVENING: Final = frozenset("午後 下午 晚上 오후 م مساء مساءً পিএম अपराह्न μ.μ μμ ös ch".split())


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The words around times in one language, in small letters and without full stops."""

    at: frozenset[str] = frozenset(("at", "à", "às", "um", "kl", "klo", "a las", "ore"))
    """Between a date and a time."""
    o_clock: frozenset[str] = frozenset(("uhr", "hrs", "hours", "h", "hs"))
    """After a time."""
    o_clock_phrases: tuple[str, ...] = ()
    """Those of several words, the longest first."""
    dotted: bool = False
    """Whether ``17.30`` is a time without any word that says so."""


WITHOUT_LEXICON: Final = TimeWords()


@dataclass(frozen=True, slots=True)
class TimeMatch:
    """A time of day inside a line; ``iso`` is ``05:52`` or with seconds and an offset."""

    iso: str
    start: int
    end: int


# Every repetition is bounded, so that a search takes time in proportion to the line.
_LETTER = r"[^\W\d_]"
_BETWEEN = re.compile(
    r"[Tt](?=\d)|\s{0,3}[,|·•/–—;-]?\s{0,3}(?P<bracket>\()?"
    rf"(?:(?P<word>{_LETTER}[^\s\d:,]{{0,9}}(?:\s{_LETTER}[^\s\d:,]{{0,5}})?)\s{{0,2}})?"
)
_CLOCK = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:"
    r"(?P<mark>:\s?|\.|\s?[hH]\s?)(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?"
    r"(?:min\b)?|\s?(?P<hour_mark>[時时點点시]|[hH](?!\w))(?:\s?(?P<minutes>[0-9]{1,2})\s?[分분])?"
    r"(?:\s?(?P<seconds>[0-9]{1,2})\s?[秒초])?)?(?!\.?[0-9])"
)
_TAIL = re.compile(
    r"\s{0,2}(?P<bracket>\()?(?:(?P<offset>(?:(?:GMT|UTC)\s?[+-][0-9]{1,2}|[+-][0-9]{2})"
    r"(?::?[0-9]{2})?)(?![0-9])"
    r"|(?P<half>[apAP]\.?\s?[mM]\b\.?)"
    rf"|(?P<word>{_LETTER}[^\s\d,;:|()\[\]/·•–—-]{{0,9}}))(?(bracket)\))"
)
_UP_TO_THE_DATE = re.compile(r"\s{0,3}[,|·•/–—-]?\s{0,3}(?:on\s{1,2})?\Z")
_LONGEST_BEFORE: Final = 40
_MOST_TAILS: Final = 4


def read_time_after(line: str, start: int, words: TimeWords = WITHOUT_LEXICON) -> TimeMatch | None:
    """The time that stands at a place of a line, behind a comma, ``at`` or ``T``."""
    between = _BETWEEN.match(line, start)
    if between is None:
        return None
    at, half = _before_time(between["word"], words)
    if between["word"] and not (at or half):
        return None
    time = _read(line, between.end(), words, half, at=at)
    if time and between["bracket"]:
        return (
            TimeMatch(time.iso, time.start, time.end + 1) if line[time.end :][:1] == ")" else None
        )
    return time


def read_time_before(line: str, end: int, words: TimeWords = WITHOUT_LEXICON) -> TimeMatch | None:
    """The time that stands before a place of a line, as in ``5:52 AM EST, October 13, 2020``."""
    for clock in _CLOCK.finditer(line, max(0, end - _LONGEST_BEFORE), end):
        before = line[clock.start() - 1 : clock.start()]
        if before.isalnum() or (before and before in ":._-"):
            continue
        time = _read(line, clock.start(), words, None)
        if time and time.end <= end and _UP_TO_THE_DATE.match(line, time.end, end):
            return time
    return None


def _before_time(word: str | None, words: TimeWords) -> tuple[bool, str | None]:
    """Whether a word before a time means "at", and which half of the day it names: "a" or "p"."""
    if not word:
        return False, None
    folded = fold(word).rstrip(".")
    return folded in words.at, _half(folded)


def _half(folded: str) -> str | None:
    return "a" if folded in _MORNING else "p" if folded in _EVENING else None


@dataclass(slots=True)
class _Tails:
    """What stands behind the digits of a time."""

    end: int
    half: str | None
    offset: str | None = ""
    """As ISO 8601 writes it, empty where unknown, None where impossible."""
    zoned: bool = False
    o_clock: bool = False


def _read(
    line: str, start: int, words: TimeWords, half: str | None, *, at: bool = False
) -> TimeMatch | None:
    clock = _CLOCK.match(line, start)
    if clock is None:
        return None
    tails = _read_tails(line, _Tails(clock.end(), half), words)
    minute, second = clock["minute"] or clock["minutes"], clock["second"] or clock["seconds"]
    said = tails.half or tails.o_clock
    if minute is None and not (said or clock["hour_mark"]):
        return None
    if clock["mark"] == "." and not (said or at or words.dotted or tails.zoned):
        return None
    hour = _hour(int(clock["hour"]), tails.half, from_english=half is None)
    if hour is None or int(minute or 0) > 59 or int(second or 0) > 59 or tails.offset is None:
        return None
    seconds = f":{int(second):02}" if second else ""
    iso = f"{hour:02}:{int(minute or 0):02}{seconds}{tails.offset}"
    return TimeMatch(iso, start, tails.end)


def _hour(hour: int, half: str | None, *, from_english: bool) -> int | None:
    """The hour of the day; None for 25, and for 13 p.m."""
    if half and 1 <= hour <= 12:
        return hour % 12 + (12 if half == "p" else 0)
    # "16:12 pm" says twice what 16:12 says once.
    return None if hour > 23 or (half and from_english and hour == 0) else hour


def _read_tails(line: str, tails: _Tails, words: TimeWords) -> _Tails:
    for _ in range(_MOST_TAILS):
        if length := _phrase_length(line, tails.end, words):
            tails.end, tails.o_clock = tails.end + length, True
            continue
        tail = _TAIL.match(line, tails.end)
        if tail is None or not _take(tail, tails, words):
            break
        tails.end = tail.end()
    return tails


def _phrase_length(line: str, start: int, words: TimeWords) -> int:
    """How long a phrase such as "heure de Paris" behind a time is."""
    if not words.o_clock_phrases:
        return 0
    following = line[start : start + 40].casefold()
    space = len(following) - len(following.lstrip())
    for phrase in words.o_clock_phrases:
        if (
            following.startswith(phrase, space)
            and not following[space + len(phrase) :][:1].isalpha()
        ):
            return space + len(phrase)
    return 0


def _take(tail: re.Match[str], tails: _Tails, words: TimeWords) -> bool:
    """Whether what follows a time belongs to it."""
    if half := tail["half"]:
        if tails.half or tails.zoned:
            return False
        tails.half = half[0].lower()
        return True
    if offset := tail["offset"]:
        tails.offset, tails.zoned = _offset(offset), True
        return True
    return _take_word(tail["word"], tails, words)


def _take_word(word: str, tails: _Tails, words: TimeWords) -> bool:
    if word in _OFFSETS or word in _UNCERTAIN or word in {"Z", "z"}:
        if tails.zoned:
            return False
        tails.offset, tails.zoned = _OFFSETS.get(word, "Z" if word in {"Z", "z"} else ""), True
        return True
    folded = word.casefold().rstrip(".")
    if folded in words.o_clock:
        tails.o_clock = True
        return True
    half = None if tails.half else _half(folded)
    tails.half = tails.half or half
    return half is not None


def _offset(text: str) -> str | None:
    """An offset from UTC as ISO 8601 writes it, None where impossible."""
    sign = "-" if "-" in text else "+"
    digits = text.partition(sign)[2].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:] or 0)
    return f"{sign}{hours:02}:{minutes:02}" if hours <= 14 and minutes <= 59 else None

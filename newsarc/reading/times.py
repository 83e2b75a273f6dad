"""The time of day next to a date: ``5:52 AM EST``, ``at 17:30``, ``T05:52:00Z``, ``12h55``."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Zones whose abbreviation means one offset wherever it is used. EST, IST, CST, BST and their like
# are used for several: their time is kept and the zone left off.
_OFFSETS = {
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
}
_UNCERTAIN = (
    "ACST ADT AKDT AKST ART AST AWST BRT BST CAT CDT CLT CST CT EAT EDT EST ET GST HKT HST IST KST "
    "MDT MSK MST MT MYT NDT NST PDT PHT PKT PST PT SGT WAT WEST WET WIT WITA"
).split()

_CLOCK = (
    r"(?P<hour>\d{1,2})"
    r"(?:(?P<mark>[:h.])(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?)?(?!\d)"
    r"(?:\s{0,2}(?P<half>[apAP]\.?\s?[mM]\b\.?))?"
)
_NAMES = "|".join([*_OFFSETS, *_UNCERTAIN])
_ZONE = (
    r"(?:\s{0,2}(?P<bracket>\()?"
    r"(?:(?P<zulu>[Zz])\b"
    r"|(?P<offset>[+\-]\d{2}:?\d{2}|(?:GMT|UTC)[+\-]\d{1,2}(?::?\d{2})?)(?!\d)"
    rf"|(?P<zone>{_NAMES})\b)"
    r"(?(bracket)\)))?"
)
_O_CLOCK = r"(?:\s{0,2}(?:[Uu]hr|[Hh]rs|[Hh]ours|h)\b\.?)?"
_TIME = rf"{_CLOCK}{_O_CLOCK}{_ZONE}"
_BETWEEN = r"(?:[Tt]|\s{0,3}[,|·•/–—-]?\s{0,3}(?:(?:[Aa]t|à|às|um|kl\.?|a las)\s{1,2})?)"
_AFTER = re.compile(_BETWEEN + _TIME)
_BEFORE = re.compile(rf"(?<![\w:.]){_TIME}(?:\s{{0,3}}[,|·•–—-]?\s{{0,3}}(?:on\s{{1,2}})?)\Z")
_LONGEST_BEFORE = 40


@dataclass(frozen=True, slots=True)
class TimeMatch:
    """A time of day inside a line; ``iso`` is ``05:52`` or with seconds and an offset."""

    iso: str
    start: int
    end: int


def read_time_after(line: str, start: int) -> TimeMatch | None:
    """The time that stands at a place of a line, behind a comma, ``at`` or ``T``."""
    return _read(_AFTER.match(line, start))


def read_time_before(line: str, end: int) -> TimeMatch | None:
    """The time that stands before a place of a line, as in ``5:52 AM EST, October 13, 2020``."""
    return _read(_BEFORE.search(line, max(0, end - _LONGEST_BEFORE), end))


def _read(match: re.Match[str] | None) -> TimeMatch | None:
    if match is None:
        return None
    hour, half = int(match["hour"]), match["half"]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    elif match["minute"] is None or (
        match["mark"] == "." and not (match["zone"] or match["offset"])
    ):
        return None
    minute, second = int(match["minute"] or 0), int(match["second"] or 0)
    offset = _offset(match)
    if hour > 23 or minute > 59 or second > 59 or offset is None:
        return None
    seconds = f":{second:02}" if match["second"] else ""
    iso = f"{hour:02}:{minute:02}{seconds}{offset}"
    return TimeMatch(iso, match.start("hour"), match.end())


def _offset(match: re.Match[str]) -> str | None:
    """The offset from UTC as ISO 8601 writes it, empty where unknown, None where impossible."""
    if match["zulu"]:
        return "Z"
    if match["zone"]:
        return _OFFSETS.get(match["zone"], "")
    if not match["offset"]:
        return ""
    sign = "-" if "-" in match["offset"] else "+"
    digits = match["offset"].partition(sign)[2].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:] or 0)
    return f"{sign}{hours:02}:{minutes:02}" if hours <= 14 and minutes <= 59 else None

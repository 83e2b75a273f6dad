"""Datelines that stand in brackets, or run together, as the presses of East Asia write them."""

from __future__ import annotations

import re

from newsarc.reading.bylines.organisations import is_known_organisation
from newsarc.reading.languages.lexicon import Lexicon

_BRACKETS = re.compile(r"[【\[（(［](?P<inside>[^【】\[\]（）()［］]{2,40})[】\]）)］]")
_EQUALS = re.compile(r"\s?[=＝]\s?")
_SENT = re.compile(r"[电電訊讯]\Z")
_REPORTER = re.compile(r"[记記]者")
_RUN_TOGETHER = re.compile(
    r"(?P<agency>[\u3400-\u9fff]{2,6}?社)(?P<place>[\u3400-\u9fff]{2,10}?)"
    r"(?:\d{1,2}月)?\d{1,2}日[电電讯訊]"
)


def read_bracketed(opening: str, lexicon: Lexicon) -> tuple[str, str | None] | None:
    """The dateline at the start of a text and its agency.

    ``(서울=연합뉴스)``, ``【ロンドン＝共同】``, ``新华社北京4月24日电``.
    """
    if not opening or (opening[0].isascii() and opening[0] not in "[("):
        return None
    if match := _RUN_TOGETHER.match(opening):
        return match[0], match["agency"]
    match = _BRACKETS.match(opening)
    if match is None:
        return None
    inside = match["inside"]
    sides = _EQUALS.split(inside)
    if len(sides) == 2:
        return match[0], _agency(sides, lexicon)
    if _SENT.search(inside) and _REPORTER.search(inside):
        return match[0], _REPORTER.split(inside)[0] or None
    return None


def _agency(sides: list[str], lexicon: Lexicon) -> str | None:
    """The side of the equals sign that is an agency: the known one; else what stands before it."""
    known = [side for side in sides if is_known_organisation(side, lexicon)]
    if known:
        return known[0]
    return sides[0] if "," in sides[1] else None


def correspondent_of(dateline: str, lexicon: Lexicon) -> str | None:
    """The name in a Japanese dateline, ``【ロンドン＝真崎圭吾】``; None where none is in it."""
    match = _BRACKETS.fullmatch(dateline) if dateline[:1] == "【" else None
    sides = _EQUALS.split(match["inside"]) if match else []
    if len(sides) != 2 or any(is_known_organisation(side, lexicon) for side in sides):
        return None
    return sides[1] if 2 <= len(sides[1]) <= 8 else None

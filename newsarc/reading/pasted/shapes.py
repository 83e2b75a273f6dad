"""What lines look like: prose, a possible title, a mark of markup."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsarc.reading.lexicon import alternatives, words
from newsarc.reading.pasted.datelines import read_dateline

LONGEST_TITLE: Final = 300
_LONGEST_PLAIN_TITLE: Final = 200
_TAIL: Final = 16
"""Characters that show how a line ends: however long it is, no more are looked at."""

_MARKUP = re.compile(r"[*+-]\s|\d{1,3}[.)]\s|#{1,6}\s|>|\||```|~~~|!\[|\{\{|\{%|<[a-zA-Z/!]|•|&gt;")
_RULE = re.compile(r"[\W_]+")
_END = re.compile(r"[.!?…。！？।؟]+[\"”’'»)\]]*\Z")
_FULL_STOP = re.compile(r"[.。।][\"”’'»)\]]*\Z")
_BREAK = re.compile(r"[.!?…][\"”’'»)\]]?\s+[^\W\d_]|[。！？।]")
_INITIALS = re.compile(r"(?:\b[^\W\d_]\.){1,5}\Z")


def is_prose(text: str) -> bool:
    """Whether a line is a sentence or more of a story, by its length and its end."""
    if "。" in text and len(text) >= 40:
        return True
    long_enough = len(text) >= 120 or text.count(" ") >= 19
    return long_enough and bool(_END.search(text[-_TAIL:]) or _BREAK.search(text))


def ends_with_full_stop(text: str) -> bool:
    """Whether a line ends as a sentence does, abbreviations such as "U.S." excepted."""
    tail = text[-_TAIL:]
    return (
        bool(_FULL_STOP.search(tail))
        and not _INITIALS.search(tail)
        and not _abbreviation().search(tail)
    )


def reads_as_story(text: str) -> bool:
    """Whether a line is prose, a sentence, or words that lead on to something."""
    return is_prose(text) or ends_with_full_stop(text) or text.endswith((":", "："))


def may_be_title(text: str) -> bool:
    """Whether a line can be a title where a date, byline or caption below says so too."""
    return (
        len(text) <= LONGEST_TITLE
        and not _MARKUP.match(text)
        and not _RULE.fullmatch(text)
        and not text.endswith((",", ";", "،", "；", "、"))
        and not (is_prose(text) and ends_with_full_stop(text))
        and read_dateline(text) is None
    )


def is_plain_title(text: str) -> bool:
    """Whether a line looks like a title with nothing around it to say so."""
    return (
        len(text) <= _LONGEST_PLAIN_TITLE
        and may_be_title(text)
        and not ends_with_full_stop(text)
        and not text.endswith((":", "："))
        and not (len(text) > 80 and _BREAK.search(text))
    )


def may_be_dek(text: str) -> bool:
    """Whether a line above the date or byline can be a dek."""
    return not _MARKUP.match(text) and not _RULE.fullmatch(text) and read_dateline(text) is None


@cache
def _abbreviation() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('abbreviations', 'words'))})\.\Z", re.IGNORECASE)

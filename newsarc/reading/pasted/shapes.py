"""What lines look like: prose, a possible title, a mark of markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from newsarc.reading.languages.lexicon import Lexicon, alternatives
from newsarc.reading.pasted.datelines.finding import read_dateline

LONGEST_TITLE: Final = 300
_LONGEST_PLAIN_TITLE: Final = 200
SHORTEST_FULL_LINE: Final = 40
_LONGEST_OF_HEAD: Final = 2000
"""A longer line can be nothing but one of the story."""
_TAIL: Final = 16
"""Characters that show how a line ends: however long it is, no more are looked at."""

SENTENCE_ENDS: Final = (
    *(
        ".",
        "!",
        "?",
        "…",
        ":",
        "。",
        "！",
        "？",
        "।",
        "؟",
        "：",
        "”",
        '"',
        "»",
        "’",
        "'",
        ")",
        "）",
        "」",
    ),
)
"""What the last paragraph of a text, or any of a story, ends with."""

_MARKUP = re.compile(r"[*+-]\s|\d{1,3}[.)]\s|#{1,6}\s|>|\||```|~~~|!\[|\{\{|\{%|<[a-zA-Z/!]|•|&gt;")
_RULE = re.compile(r"[\W_]+")
_DOTS = re.compile(r"…|\.\.\.")
_END = re.compile(r"[.!?…。！？।؟]+[\"”’'»)\]]*\Z")
_FULL_STOP = re.compile(r"[.。।][\"”’'»)\]]*\Z")
_SIGNED_OFF = re.compile(r"\s?[(（][^()（）]{2,40}[)）]\Z")
"""An agency in brackets, which closes a wire story."""
_BREAK = re.compile(r"(?<!\b\w)[.!?…][\"”’'»)\]]?\s+[^\W\d_]|[。！？।]")
_TOGETHER = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_INITIALS = re.compile(r"(?:\b[^\W\d_]\.){1,5}\Z")


def is_prose(text: str) -> bool:
    """Whether a line is a sentence or more of a story, by its length and its end."""
    if "。" in text and len(text) >= 40:
        return True
    long_enough = len(text) >= 120 or text.count(" ") >= 19
    return long_enough and bool(_END.search(text[-_TAIL:]) or _BREAK.search(text))


def ends_with_full_stop(text: str, lexicon: Lexicon) -> bool:
    """Whether a line ends as a sentence does, abbreviations such as "U.S." excepted."""
    tail = text[-_TAIL:]
    if not any(mark in tail for mark in ".。।"):
        return False
    return (
        bool(_FULL_STOP.search(tail))
        and not _INITIALS.search(tail)
        and not _abbreviation(lexicon).search(tail)
    )


def reads_as_story(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is prose, a sentence, or words that lead on to something."""
    return len(text) > _LONGEST_OF_HEAD or _reads_as_story(text, lexicon)


@lru_cache(maxsize=8192)  # several passes look at the same lines
def _reads_as_story(text: str, lexicon: Lexicon) -> bool:
    text = _SIGNED_OFF.sub("", text) if text.endswith((")", "）")) else text
    return is_prose(text) or ends_with_full_stop(text, lexicon) or text.endswith((":", "："))


def opens_with_dateline(text: str, lexicon: Lexicon) -> bool:
    """Whether a line opens with a dateline that can be nothing else."""
    dateline = read_dateline(text, lexicon)
    return dateline is not None and dateline.sure


def may_be_title(text: str, lexicon: Lexicon) -> bool:
    """Whether a line can be a title where a date, byline or caption below says so too."""
    return (
        len(text) <= LONGEST_TITLE
        and not _MARKUP.match(text)
        and not _RULE.fullmatch(text)
        and not _DOTS.match(text)
        and not text.endswith((",", ";", "،", "；", "、"))
        and not (is_prose(text) and ends_with_full_stop(text, lexicon))
        and not opens_with_dateline(text, lexicon)
    )


def is_plain_title(text: str, lexicon: Lexicon) -> bool:
    """Whether a line looks like a title with nothing around it to say so."""
    return (
        len(text) <= _LONGEST_PLAIN_TITLE
        and may_be_title(text, lexicon)
        and not ends_with_full_stop(text, lexicon)
        and not text.endswith((":", "："))
        and not (len(text) > 80 and _BREAK.search(text))
    )


def may_be_dek(text: str, lexicon: Lexicon) -> bool:
    """Whether a line above the date or byline can be a dek."""
    return (
        not _MARKUP.match(text)
        and not _RULE.fullmatch(text)
        and not opens_with_dateline(text, lexicon)
    )


@cache
def _abbreviation(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{alternatives(lexicon.words('abbreviations', 'words'))})\.\Z", re.IGNORECASE
    )


def word_count(text: str) -> int:
    """The words of a line; where words are written together, half its characters."""
    words = len(text.split())
    return max(words, len(text) // 2) if _TOGETHER.search(text) else words


def has_capitals(text: str) -> bool:
    """Whether a line is of more than a word or two."""
    return word_count(text) > 1


def is_link(text: str) -> bool:
    """Whether a line can be the headline of another story, or the date or byline below it."""
    return 1 < len(text) <= _LONGEST_PLAIN_TITLE and not is_prose(text)


def is_wrapped_sentence(lines: Sequence[str]) -> bool:
    """Whether the lines of a paragraph are a sentence or more, broken where a line was full."""
    if len(lines) < 2 or len(lines[0]) < SHORTEST_FULL_LINE:
        return False
    return any(_END.search(line[-_TAIL:]) or _BREAK.search(line) for line in lines)

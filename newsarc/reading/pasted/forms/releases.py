"""What press releases hold beside their story: the line that frees them, whom to ask, end marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from newsarc.reading.languages.lexicon import Lexicon, alternatives, fold
from newsarc.reading.lines import Line
from newsarc.reading.pasted.core.grammar import read_meta
from newsarc.reading.pasted.draft import Draft
from newsarc.reading.pasted.shapes import reads_as_story

_LOOKED_AT: Final = 40
_LONGEST: Final = 100
_END_MARK = re.compile(r"(?:#\s{0,3}){3,7}|-{0,3}\s?30\s?-{1,3}|–\s?30\s?–|—\s?30\s?—")
_MARKED = re.compile(r"[\W_]{0,6}(?P<word>[^\W\d_][\w ]{1,20}?)[\W_]{0,6}")
_PHONE = re.compile(r"[+(]?\d[\d\s()./-]{5,25}\d")
_ADDRESS = re.compile(r"\S{1,64}@\S{3,64}|(?:https?://|www\.)\S{3,200}")


def find_release(draft: Draft) -> Draft:
    """Claim "FOR IMMEDIATE RELEASE", the contacts above the story, and the marks of its end."""
    draft = draft.remove(
        {
            line.number: "release.end-mark"
            for line in draft.unclaimed
            if len(line.value) <= 30 and _is_end_mark(line.value, draft.lexicon)
        }
    )
    head = list(_above_story(draft))
    heads = [line for line in head if _is_head(line.value, draft.lexicon)]
    if not heads:
        return draft
    removed = {
        line.number: "release.head"
        for line in heads
        if read_meta(line.value, draft.lexicon) is None
    }
    for block in _blocks([line for line in head if line not in heads]):
        if _is_contacts(block, draft.lexicon):
            removed |= dict.fromkeys((line.number for line in block), "release.contact")
    return draft.remove(
        {**removed, **{line.number: "release.head" for line in heads if line.number in removed}}
    )


def _above_story(draft: Draft) -> Iterator[Line]:
    for line in draft.unclaimed[:_LOOKED_AT]:
        if reads_as_story(line.value, draft.lexicon) and len(line.value) > _LONGEST:
            return
        yield line


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    """The lines that touch."""
    block: list[Line] = []
    for line in lines:
        if block and line.number != block[-1].number + 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_contacts(block: list[Line], lexicon: Lexicon) -> bool:
    """Whether lines that touch say whom to ask: by a word for it, a number or an address."""
    if any(len(line.value) > _LONGEST for line in block):
        return False
    if _contacts(lexicon).match(block[0].value):
        return True
    texts = [line.value for line in block]
    details = [text for text in texts if _is_phone(text, lexicon) or _ADDRESS.fullmatch(text)]
    return bool(details) and not any(_is_head(text, lexicon) for text in texts)


def _is_phone(text: str, lexicon: Lexicon) -> bool:
    return _PHONE.fullmatch(text) is not None and read_meta(text, lexicon) is None


def _is_end_mark(text: str, lexicon: Lexicon) -> bool:
    """``###``, ``-30-``; ``-ends-`` with marks around the word, or in capitals."""
    if _END_MARK.fullmatch(text):
        return True
    match = _MARKED.fullmatch(text)
    if match is None or fold(match["word"]) not in lexicon.words("endings", "marks"):
        return False
    return (not text[0].isalnum() and not text[-1].isalnum()) or text.isupper()


def _is_head(text: str, lexicon: Lexicon) -> bool:
    return len(text) <= _LONGEST and _heads(lexicon).fullmatch(text) is not None


@cache
def _heads(lexicon: Lexicon) -> re.Pattern[str]:
    phrases = sorted(lexicon.words("release", "heads"), key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(map(_pattern, phrases)) or r"(?!)", re.IGNORECASE)


def _pattern(phrase: str) -> str:
    parts = re.split(r"([*#:])", phrase)
    slots = {"*": ".{0,80}", "#": r"\d{1,6}", ":": r"\s{0,2}:"}
    return "".join(slots.get(part) or re.escape(part) for part in parts)


@cache
def _contacts(lexicon: Lexicon) -> re.Pattern[str]:
    labels = alternatives(lexicon.words("release", "contacts"))
    return re.compile(rf"(?:{labels})\s{{0,2}}(?:[:：]|\Z|,)", re.IGNORECASE)

"""The decked heads of old newspapers: lines in capitals with full stops, one below the other.

``A BRIDGE GONE.`` is the title; ``The Iron Span Falls Into the River.`` below it, part of the dek.
"""

from __future__ import annotations

import re
from typing import Final

from newsarc.reading.changing import with_changes
from newsarc.reading.lines import Line
from newsarc.reading.pasted.core.grammar import read_meta
from newsarc.reading.pasted.draft import Draft, Role, evidence
from newsarc.reading.pasted.shapes import opens_with_dateline

_LOOKED_AT: Final = 12
_LENGTHS: Final = range(8, 121)
_MOST_ABOVE: Final = 3
_END = re.compile(r"[.!?][\"”’]?(?:\s?[—–-]{1,2})?\Z")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_SHARE: Final = 0.6


def find_decked_head(draft: Draft) -> Draft:
    """Claim the lines of a decked head; the first one, in capitals, is the title."""
    if draft.fields.title is not None:
        return draft
    lines = draft.unclaimed[:_LOOKED_AT]
    start = next((index for index, line in enumerate(lines) if _is_head(draft, line)), None)
    if start is None or start > _MOST_ABOVE or not all(_is_above(line) for line in lines[:start]):
        return draft
    end = start + 1
    while end < len(lines) and _is_deck(draft, lines[end]):
        end += 1
    if end == len(lines):
        return draft
    title, decks = lines[start], lines[start + 1 : end]
    draft = draft.claim([title], Role.TITLE).fill(
        with_changes(draft.fields, title=title.value),
        evidence("title", [title], "title.decked", "high"),
    )
    if not decks:
        return draft
    dek = draft.text[decks[0].start : decks[-1].end].strip()
    return draft.claim(decks, Role.DEK).fill(
        with_changes(draft.fields, dek=dek), evidence("dek", decks, "dek.decks", "high")
    )


def _is_head(draft: Draft, line: Line) -> bool:
    text = line.value
    if len(text) not in _LENGTHS or not text.isupper() or line.number in draft.furniture:
        return False
    letters = sum(map(str.isalpha, text))
    return (
        letters > 6
        and bool(_END.search(text))
        and read_meta(text, draft.lexicon) is None
        and not opens_with_dateline(text, draft.lexicon)
    )


def _is_above(line: Line) -> bool:
    """Whether a line can stand above a head: a masthead, a date, the number of a page."""
    return len(line.value) <= 80


def _is_deck(draft: Draft, line: Line) -> bool:
    text = line.value
    if len(text) not in _LENGTHS or not _END.search(text):
        return False
    if opens_with_dateline(text, draft.lexicon) or read_meta(text, draft.lexicon) is not None:
        return False
    words = _LONG_WORD.findall(text)
    capitals = sum(word[0].isupper() for word in words)
    return text.isupper() or (len(words) > 2 and capitals >= _SHARE * len(words))

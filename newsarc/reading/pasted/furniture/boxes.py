"""Claiming furniture: lines by themselves, and lists of links and comments below their heads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from newsarc.reading.lines import Line
from newsarc.reading.pasted.core.grammar import read_meta
from newsarc.reading.pasted.draft import Draft
from newsarc.reading.pasted.furniture.below import Below
from newsarc.reading.pasted.furniture.lists import LONGEST, read_furniture
from newsarc.reading.pasted.shapes import SHORTEST_FULL_LINE, reads_as_story

_TIME = re.compile(r"\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?", re.IGNORECASE)
_COMMENTS: Final = frozenset({"furniture.comments", "furniture.counter"})


def find_furniture(draft: Draft) -> Draft:
    """Claim the lines that are furniture wherever they stand."""
    found = {
        line.number: item
        for line in draft.unclaimed
        if len(line.value) <= LONGEST
        and not _is_inside_paragraph(draft, line)
        and (item := read_furniture(line.value, draft.lexicon))
    }
    draft = draft.furnished(found)
    return draft.remove({number: item.rule for number, item in found.items() if not item.weak})


def _is_inside_paragraph(draft: Draft, line: Line) -> bool:
    """Whether a line of wrapped text goes on with the full line above it."""
    if not draft.wrapped or draft.begins_paragraph(line):
        return False
    above = draft.line(line.number - 1)
    return above is not None and len(above.value) >= SHORTEST_FULL_LINE


def find_boxes(draft: Draft) -> Draft:
    """Claim what belongs to heads of furniture below the start of the story: links, comments.

    The head of a list that could be a subhead counts only where links stand below it.
    """
    if draft.story is None:
        return draft
    below = Below(draft)
    for number, item in draft.furniture.items():
        is_other = number in draft.roles and number not in draft.removals
        if number <= draft.story or (is_other and number not in below.removals):
            continue
        if item.heads and (links := below.links(number)):
            below.remove({number: item.rule} | dict.fromkeys(links, "furniture.link"))
        if item.rule in _COMMENTS and (comments := below.comments(number)):
            below.remove({number: item.rule} | comments)
            break
    return draft.remove(below.removals)


def find_weak_furniture(draft: Draft) -> Draft:
    """Claim the lines that are furniture only above or below the story, or next to furniture."""
    weak = {
        number: item.rule
        for number, item in draft.furniture.items()
        if item.weak and number not in draft.roles and not _is_time_below_date(draft, number)
    }
    if draft.story is None:
        return draft.remove(_next_to_furniture(draft, weak)) if weak else draft
    last = last_of_story(draft)
    outside = {
        number: rule
        for number, rule in weak.items()
        if number > last or (number < draft.story and rule != "furniture.rights")
    }
    draft = draft.remove(outside)
    return draft.remove(_next_to_furniture(draft, weak))


def _is_time_below_date(draft: Draft, number: int) -> bool:
    """Whether a count such as "12:03" stands right below a date: it is the time of that day."""
    line, above = draft.line(number), draft.line(number - 1)
    if line is None or above is None or not _TIME.fullmatch(line.value):
        return False
    meta = read_meta(above.value, draft.lexicon)
    return meta is not None and meta.date is not None


def last_of_story(draft: Draft) -> int:
    """The number of the last line that reads as a story's; of the first, where no other does."""
    for line in reversed(draft.unclaimed):
        if line.number in draft.furniture:
            continue
        if reads_as_story(line.value, draft.lexicon):
            return line.number
    return draft.story or 0


def _next_to_furniture(draft: Draft, weak: Mapping[int, str]) -> dict[int, str]:
    """The weak lines above or below furniture, directly or in a row; blank lines do not count."""
    lines = [line for line in draft.lines if line.value]
    claimed: dict[int, str] = {}
    for ordered in (lines, lines[::-1]):
        after_furniture = False
        for line in ordered:
            if line.number in draft.removals:
                after_furniture = True
            elif after_furniture and line.number in weak and line.number not in draft.roles:
                claimed[line.number] = weak[line.number]
            else:
                after_furniture = False
    return claimed

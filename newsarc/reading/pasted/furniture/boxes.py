"""Claiming furniture: lines by themselves, and lists of links and comments below their heads."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from newsarc.reading.languages.lexicon import fold
from newsarc.reading.lines import Line
from newsarc.reading.pasted.core.grammar import read_meta
from newsarc.reading.pasted.draft import Draft
from newsarc.reading.pasted.furniture.lists import LONGEST, read_furniture
from newsarc.reading.pasted.labels import is_tags
from newsarc.reading.pasted.shapes import SHORTEST_FULL_LINE, is_link, reads_as_story

_MOST_LINKS: Final = 12
"""Links below a head, where the story goes on below them."""
_LONGEST_NAME: Final = 40
_FEWEST_MARKS: Final = 2
"""So many names with times, or buttons to reply, show that what follows are comments."""
_TIME = re.compile(r"\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?", re.IGNORECASE)
_COMMENTS: Final = frozenset({"furniture.comments", "furniture.counter"})


def find_furniture(draft: Draft) -> Draft:
    """Claim the lines that are furniture wherever they stand."""
    found = {
        line.number: item
        for line in draft.open_lines()
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
    for number, item in draft.furniture.items():
        if number <= draft.story or (number in draft.roles and number not in draft.removals):
            continue
        if item.heads and (links := _links_below(draft, number)):
            draft = draft.remove({number: item.rule} | dict.fromkeys(links, "furniture.link"))
        if item.rule in _COMMENTS and (comments := _comments_below(draft, number)):
            return draft.remove({number: item.rule} | comments)
    return draft


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
    for line in reversed(draft.lines):
        if line.number in draft.furniture or not draft.is_open(line):
            continue
        if reads_as_story(line.value, draft.lexicon):
            return line.number
    return draft.story or 0


def _links_below(draft: Draft, head: int) -> tuple[int, ...]:
    """The numbers of the links below a head: lines that are no story's, up to one that is.

    A long list counts only where no line of a story follows: it closes the page.
    """
    links: list[int] = []
    story_follows = False
    for line in draft.lines_from(head + 1):
        item = draft.furniture.get(line.number)
        if item and item.rule == "furniture.ends":
            return (*links, line.number)
        if not draft.is_open(line):
            continue
        if reads_as_story(line.value, draft.lexicon) or not is_link(line.value):
            story_follows = True
            break
        if is_tags(line.value, draft.lexicon):
            break
        if fold(line.value).rstrip(":") in draft.lexicon.words("endings", "heads"):
            break
        links.append(line.number)
    if story_follows and len(links) > _MOST_LINKS:
        return ()
    return _without_subhead(draft, links) if story_follows else tuple(links)


def _without_subhead(draft: Draft, links: Sequence[int]) -> tuple[int, ...]:
    """The links without the last, where it stands apart from them and touches the story."""
    last = links[-1] if links else 0
    above, below = draft.line(last - 1), draft.line(last + 1)
    if len(links) > 1 and above and below and not above.value and below.value:
        return tuple(links[:-1])
    line = draft.line(last)
    # A question is one of an interview's, or a subhead.
    if line and line.value.endswith(("?", "？", "؟")):
        return tuple(links[:-1])
    return tuple(links)


def _comments_below(draft: Draft, number: int) -> dict[int, str]:
    """The lines of readers' comments below their head, down to the end of the text.

    Only where names with times, or buttons to reply, stand between what they say.
    """
    head, *lines = [line for line in draft.lines_from(number) if line.value]
    times = sum(_is_time_of_comment(draft, above, line) for above, line in pairwise([head, *lines]))
    buttons = sum(_is_button_of_comment(draft, line) for line in lines)
    if max(times, buttons) < _FEWEST_MARKS or (times + buttons) * 8 < len(lines):
        return {}
    return {line.number: "furniture.comment" for line in lines if draft.is_open(line)}


def _is_button_of_comment(draft: Draft, line: Line) -> bool:
    """Whether a line is "Reply" or the like."""
    item = draft.furniture.get(line.number)
    return item is not None and item.rule == "furniture.comments" and " " not in line.value


def _is_time_of_comment(draft: Draft, above: Line, line: Line) -> bool:
    """Whether a line is when a comment was written: a name stands above the time, or beside it."""
    if line.number in draft.removals or len(line.value) > LONGEST:
        return False
    meta = read_meta(line.value, draft.lexicon) if any(map(str.isdigit, line.value)) else None
    if meta is None or not meta.has_date:
        return False
    return meta.byline is not None or len(above.value) <= _LONGEST_NAME


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

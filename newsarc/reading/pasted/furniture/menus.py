"""Menus above the title and below the story: rows of short lines, some of them known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newsarc.reading.bylines import is_name
from newsarc.reading.languages.lexicon import fold
from newsarc.reading.lines import Line, has_digit
from newsarc.reading.pasted.core.grammar import read_meta
from newsarc.reading.pasted.draft import Draft, Role
from newsarc.reading.pasted.furniture.boxes import last_of_story
from newsarc.reading.pasted.shapes import word_count

_LONGEST_ENTRY: Final = 40
_MOST_WORDS: Final = 3
_FEWEST_UNKNOWN: Final = 3
"""So many short lines above a title are a menu, even if no list knows any of them."""
_BARS = re.compile(r"\s{0,3}[|•·]\s{0,3}")
_RULE = re.compile(r"[\W_]+")


def find_menus(draft: Draft) -> Draft:
    """Claim the lines of menus, and of nothing but marks, above the title and below the story.

    Between title and story only lines of nothing but marks.
    """
    titles = draft.lines_of_role(Role.TITLE)
    if not titles:
        return draft
    first = draft.lines[0].number
    above = draft.lines[: titles[0] - first]
    claimed = dict.fromkeys(_menu(draft, above, fewest=_FEWEST_UNKNOWN), "furniture.menu")
    claimed |= dict.fromkeys(_dates(draft, above), "furniture.masthead-date")
    if draft.story is not None:
        head = draft.lines[: draft.story - first]
        marks = [
            line.number for line in head if draft.is_open(line) and _RULE.fullmatch(line.value)
        ]
        below = tuple(draft.lines_from(last_of_story(draft) + 1))
        menu = _known_entries(draft, below)
        claimed |= dict.fromkeys(marks, "furniture.marks") | dict.fromkeys(menu, "furniture.menu")
    return draft.remove(claimed)


def _menu(draft: Draft, lines: Sequence[Line], *, fewest: int) -> Iterator[int]:
    """The numbers of the lines of menus; a row in which none is known must be of ``fewest``."""
    for run in _runs(draft, lines):
        known = sum(line.number in draft.removals or _is_known(draft, line.value) for line in run)
        if known or len(run) >= fewest:
            yield from (line.number for line in run if draft.is_open(line))
    yield from (line.number for line in lines if draft.is_open(line) and _is_row(draft, line))


def _dates(draft: Draft, lines: Sequence[Line]) -> Iterator[int]:
    """The numbers of the lines that are a date and nothing else, and not the story's: a page says
    on which day it was read."""
    for line in lines:
        if draft.is_open(line) and has_digit(line.value):
            meta = read_meta(line.value, draft.lexicon)
            if meta and meta.has_date and not meta.byline:
                yield line.number


def _known_entries(draft: Draft, lines: Sequence[Line]) -> Iterator[int]:
    """The numbers of the entries of menus below the story: no other line is taken there."""
    for run in _runs(draft, lines):
        known = [line for line in run if draft.is_open(line) and _is_known(draft, line.value)]
        if len(known) >= _FEWEST_UNKNOWN and len(known) * 2 >= len(run):
            yield from (line.number for line in known)


def _runs(draft: Draft, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Short lines that follow each other; furniture among them counts as one."""
    run: list[Line] = []
    for line in lines:
        if not line.value:
            continue
        if line.number in draft.removals or (draft.is_open(line) and _is_entry(draft, line)):
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_entry(draft: Draft, line: Line) -> bool:
    text = line.value
    return (
        len(text) <= _LONGEST_ENTRY
        and word_count(text) <= _MOST_WORDS
        and not is_name(text, draft.lexicon)
        and (read_meta(text, draft.lexicon) is None)
    )


def _is_known(draft: Draft, text: str) -> bool:
    words = draft.lexicon.words
    folded = fold(text)
    return folded in words("sections", "names") or folded in words("menus", "names")


def _is_row(draft: Draft, line: Line) -> bool:
    """Whether a line is a menu of its own: ``Home | News | Sport``."""
    entries = _BARS.split(line.value) if len(line.value) <= 400 else []
    known = sum(_is_known(draft, entry) for entry in entries)
    return len(entries) > 1 and known * 2 >= len(entries)

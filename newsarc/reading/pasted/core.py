"""The core of the head: the lines of date and byline between title and story.

A date or name in the story itself must never be taken. So the core is looked for only where the
lines above it can be a title, a dek and a caption, and only if a story follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsarc.reading.bylines import reads_as_outlet
from newsarc.reading.lines import Line
from newsarc.reading.pasted.core_fields import read_core
from newsarc.reading.pasted.core_lines import CoreLine, read_bare_line, read_core_line, whole_of
from newsarc.reading.pasted.credit import read_credit
from newsarc.reading.pasted.draft import Draft, Role
from newsarc.reading.pasted.meta import Meta, read_meta
from newsarc.reading.pasted.shapes import may_be_dek, may_be_title

_LONGEST_DEK: Final = 900
"""Characters above lines that a by-word or a label marks as the core."""
_LONGEST_UNMARKED_DEK: Final = 350
"""Characters above a date that stands alone."""
_MOST_DEK_LINES: Final = 4
_NOTHING: Final = Meta()
_YEAR = re.compile(r"\d{4}")


def find_core(draft: Draft) -> Draft:
    """Claim the lines of date and byline, and read date, update, byline, authors and source."""
    head = draft.head()
    core = _find(draft, head, 0)
    if core and core[0].lines[0] == head[0]:
        # The date above the title; the byline, say, may stand below.
        below = sum(len(found.lines) for found in core)
        core = (*core, *_find(draft, head, below, whole_of(core)))
    if not core:
        return draft
    draft = read_core(draft, core)
    # A line that gives nothing but words for a date is not understood: it stays where it is shown.
    understood = any(found.meta.date or found.meta.updated or found.meta.byline for found in core)
    lines = (line for found in core for line in found.lines)
    return draft.claim(lines, Role.META if understood else Role.BODY)


def _find(
    draft: Draft, head: Sequence[Line], first: int, known: Meta = _NOTHING
) -> tuple[CoreLine, ...]:
    """The core among the lines of the head from an index on; empty where there is none."""
    for index in range(first, len(head)):
        found = read_core_line(draft, head, index)
        if found is None or found.meta.repeats(known):
            continue
        run = _grown(draft, head, index, found, known)
        start = head.index(run[0].lines[0])
        end = head.index(run[-1].lines[-1]) + 1
        if _fits(draft, head[first:start], head[end:], run):
            return run
        if index > first:
            return ()
        # The first line may be a title that looks like a name beside a date.
    return ()


def _grown(
    draft: Draft, head: Sequence[Line], index: int, first: CoreLine, known: Meta
) -> tuple[CoreLine, ...]:
    """The lines of the core around its first: a bare name above, more lines below."""
    run = [first]
    whole = known.joined(first.meta)
    if whole.byline is None and (name := _name_above(draft, head, index)):
        run.insert(0, name)
        whole = whole.joined(name.meta)
    index += len(first.lines)
    while index < len(head):
        more = read_core_line(draft, head, index)
        if more is None and whole.byline is None and not draft.stands_apart(head[index]):
            more = read_bare_line(draft, head, index)
        if more is None or more.meta.repeats(whole):
            break
        run.append(more)
        whole = whole.joined(more.meta)
        index += len(more.lines)
    return tuple(run)


def _name_above(draft: Draft, head: Sequence[Line], index: int) -> CoreLine | None:
    """The bare name above a date, below the title; alone, or over the role that it has."""
    title = 1 if draft.fields.title is None else 0
    for start in (index - 2, index - 1):
        found = read_bare_line(draft, head, start) if start >= title else None
        if found and found.lines[-1] == head[index - 1]:
            return found
    return None


def _fits(
    draft: Draft, above: Sequence[Line], below: Sequence[Line], run: Sequence[CoreLine]
) -> bool:
    """Whether lines can be the core, with those above being title, dek and caption."""
    whole = whole_of(run)
    marked = whole.marked
    if not marked and _is_one_of_many(draft, run):
        return False
    if draft.fields.title is None:
        if not above:
            # A name beside a date may be a title; it is none after "by", or of an outlet.
            return marked or whole.byline is None or reads_as_outlet(whole.byline)
        if not may_be_title(above[0].value):
            return False
        above = above[1:]
    # What is above the last line of a text is its story.
    return not above or (bool(below) and _can_be_dek(above, marked or whole.byline is not None))


def _can_be_dek(lines: Sequence[Line], marked: bool) -> bool:
    """Whether the lines between title and core can be a dek and a caption."""
    plain = [line.value for line in lines if not read_credit(line.value)]
    length = sum(map(len, plain))
    return (
        len(plain) <= _MOST_DEK_LINES
        and length <= (_LONGEST_DEK if marked else _LONGEST_UNMARKED_DEK)
        and all(map(may_be_dek, plain))
    )


def _is_one_of_many(draft: Draft, run: Sequence[CoreLine]) -> bool:
    """Whether a date stands alone and so do others further down: a diary or a list of events."""
    if any(found.meta.byline for found in run):
        return False
    last = run[-1].lines[-1].number
    later = (line for line in draft.open_lines() if line.number > last)
    return any(_is_bare_date(line.value) for line in later)


def _is_bare_date(text: str) -> bool:
    if len(text) > 60 or not _YEAR.search(text):
        return False
    meta = read_meta(text)
    return meta is not None and meta.date is not None and not meta.byline and not meta.labelled

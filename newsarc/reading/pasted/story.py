"""Where the story begins: the first line that reads as one and is no dek and no caption."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from newsarc.reading.lines import Line
from newsarc.reading.pasted.core.grammar import read_bare_byline, read_meta
from newsarc.reading.pasted.core.meta import Meta
from newsarc.reading.pasted.draft import Draft
from newsarc.reading.pasted.pictures.credits import (
    AGENCY_ALONE,
    read_bare_credit,
    read_credit,
    read_loose_credit,
)
from newsarc.reading.pasted.shapes import (
    SENTENCE_ENDS,
    is_prose,
    is_wrapped_sentence,
    opens_with_dateline,
    reads_as_story,
)

_LOOKED_AT: Final = 400
"""Lines of the text among which the story must begin."""
_AHEAD: Final = 40
"""Lines below a line that are looked at, to tell a dek from a story."""
_LONGEST_DEK: Final = 900
_LONGEST_BARE_BYLINE: Final = 60
_NEAR: Final = 6
_MOST_ABOVE: Final = 1.5
"""Paragraphs between title and date: a dek, and a sentence of a caption or title."""
_MOST_ABOVE_MARKED: Final = 2.5
"""The same, where a word says that what follows is the byline or the date."""
_LONGEST_DEK_BELOW: Final = 350
_LONGEST_ABOVE_BARE_DATE: Final = 350
"""A story may hold a date alone on its line; a dek above one is shorter."""


def find_story(draft: Draft) -> Draft:
    """The draft with the line at which the story begins; as it is where nothing reads as a story.

    A line above date and byline is a dek, however much it reads like a story.
    """
    lines = draft.unclaimed[:_LOOKED_AT]
    known = _Known(draft)
    is_dated = any(reason.rule == "date.export" for reason in draft.evidence)
    for index, line in enumerate(lines):
        if not known.begins_story(line):
            continue
        if not is_dated and (
            _is_followed_by_core(draft, lines, index, known)
            or _is_dek_below_core(draft, lines, index, known)
            or _is_dek_above_dateline(draft, lines, index)
        ):
            continue
        return draft.begin(line.number)
    return draft


def _is_dek_below_core(draft: Draft, lines: Sequence[Line], index: int, known: _Known) -> bool:
    """Whether a line between date or byline and the story's first paragraph is a dek.

    It does not end as a sentence does; a paragraph would.
    """
    line = lines[index]
    if draft.wrapped or len(line.value) > _LONGEST_DEK_BELOW or line.value.endswith(SENTENCE_ENDS):
        return False
    follows = index + 1 < len(lines) and known.begins_story(lines[index + 1])
    apart = follows and draft.stands_apart(lines[index + 1])
    return apart and any(known.meta(above) for above in lines[max(0, index - 4) : index])


def _is_dek_above_dateline(draft: Draft, lines: Sequence[Line], index: int) -> bool:
    """Whether a sentence stands alone between a title and the dateline that opens the story."""
    if not 0 < index < len(lines) - 1 or len(lines[index].value) > _LONGEST_DEK_BELOW:
        return False
    line, below = lines[index], lines[index + 1]
    return (
        draft.stands_apart(line)
        and draft.stands_apart(below)
        and opens_with_dateline(below.value, draft.lexicon)
        and not opens_with_dateline(line.value, draft.lexicon)
    )


def _begins_story(draft: Draft, line: Line) -> bool:
    """Whether a line reads as the first of a paragraph of a story, and is no caption."""
    if not draft.begins_paragraph(line) or line.number in draft.furniture:
        return False
    if not (
        reads_as_story(line.value, draft.lexicon) or (draft.wrapped and _is_wrapped(draft, line))
    ):
        return False
    return not _is_caption(draft, line)


def _is_caption(draft: Draft, line: Line) -> bool:
    """Whether a line is a caption: it ends in a credit, or one touches it from below."""
    if draft.wrapped:
        last = list(_paragraph(draft, line))[-1]
        credit = read_credit(last.value, draft.lexicon)
        return credit is not None and credit.rule != AGENCY_ALONE
    credit = read_loose_credit(line.value, draft.lexicon)
    if credit is not None and credit.rule != AGENCY_ALONE:
        return True
    if credit is not None and "＝" in line.value:
        return True
    if credit is not None and not opens_with_dateline(line.value, draft.lexicon):
        # "(Reuters)" closes a story too: it is one of a caption where the story is still to come.
        below_it = islice(draft.open_lines(line.number + 1), _NEAR)
        return any(opens_with_dateline(found.value, draft.lexicon) for found in below_it)
    below = draft.line(line.number + 1)
    if below is None or not draft.is_open(below) or len(below.value) > 100 or draft.wrapped:
        return False
    alone = read_credit(below.value, draft.lexicon) or read_bare_credit(below.value, draft.lexicon)
    return alone is not None and not alone.caption


def _is_wrapped(draft: Draft, line: Line) -> bool:
    """Whether a line begins a paragraph of a story that is broken into lines."""
    return is_wrapped_sentence([found.value for found in _paragraph(draft, line)])


def _paragraph(draft: Draft, first: Line) -> Iterator[Line]:
    yield first
    for line in islice(draft.lines_from(first.number + 1), 30):
        if not line.value or draft.begins_paragraph(line):
            return
        yield line


class _Known:
    """What is known of lines, each of which is read once."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._metas: dict[int, Meta | None] = {}
        self._begins: dict[int, bool] = {}

    def meta(self, line: Line) -> Meta | None:
        """What a line says of date and byline."""
        if line.number not in self._metas:
            meta = read_meta(line.value, self._draft.lexicon)
            self._metas[line.number] = meta or self._bare(line)
        return self._metas[line.number]

    def _bare(self, line: Line) -> Meta | None:
        is_short = len(line.value) <= _LONGEST_BARE_BYLINE
        name = read_bare_byline(line.value, self._draft.lexicon) if is_short else None
        return Meta(byline=name) if name else None

    def begins_story(self, line: Line) -> bool:
        """Whether a line reads as the first of a paragraph of a story, and is no caption."""
        if line.number not in self._begins:
            self._begins[line.number] = _begins_story(self._draft, line)
        return self._begins[line.number]


def _is_followed_by_core(draft: Draft, lines: Sequence[Line], index: int, known: _Known) -> bool:
    """Whether the date and byline of the story stand below a line, and more of the story there."""
    if opens_with_dateline(lines[index].value, draft.lexicon):
        return False
    weight, length = _weight(lines[index]), len(lines[index].value)
    ahead = lines[index + 1 : index + 1 + _AHEAD]
    for number, line in enumerate(ahead):
        if meta := known.meta(line):
            is_bare = not meta.marked and meta.byline is None
            if is_bare and length > _LONGEST_ABOVE_BARE_DATE:
                return False
            # A bare name there may be a menu's.
            values = (line.value for line in lines[max(0, index - 6) : index])
            above = filter(None, (read_meta(value, draft.lexicon) for value in values))
            is_light = weight <= (_MOST_ABOVE_MARKED if meta.marked else _MOST_ABOVE)
            if is_light and _adds_to(meta, tuple(above)) and _goes_on(known, ahead[number + 1 :]):
                return True
        elif known.begins_story(line):
            weight += _weight(line)
            length += len(line.value)
        if weight > _MOST_ABOVE_MARKED or length > _LONGEST_DEK:
            return False
        # Two paragraphs are a story, unless date and byline stand right below them.
        if weight >= 2 and number > 2 and is_prose(lines[index].value):
            return False
    return False


def _weight(line: Line) -> float:
    """How much of a story a line is: a short sentence can be a title, a caption, a key point."""
    return 1 if is_prose(line.value) else 0.5


def _adds_to(meta: Meta, above: Sequence[Meta]) -> bool:
    """Whether a line says what the lines above a would-be dek do not."""
    has_date = any(found.has_date for found in above)
    has_byline = any(found.byline for found in above)
    return not (
        (has_date and has_byline)
        or (has_date and not meta.byline)
        or (has_byline and not meta.has_date)
    )


def _goes_on(known: _Known, lines: Sequence[Line]) -> bool:
    return any(map(known.begins_story, lines[:12]))

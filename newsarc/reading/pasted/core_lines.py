"""The single entries of the core: a line of date or byline, with the lines that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from newsarc.reading.bylines import adds_to_byline
from newsarc.reading.lines import Line
from newsarc.reading.pasted.draft import Draft
from newsarc.reading.pasted.meta import Meta, introduces, read_bare_byline, read_meta


@dataclass(frozen=True, slots=True)
class CoreLine:
    """A line of date, byline or both, with what it says; or several lines that are one."""

    lines: tuple[Line, ...]
    meta: Meta


def whole_of(core: Sequence[CoreLine]) -> Meta:
    """What the lines of a core say together."""
    return reduce(Meta.joined, (found.meta for found in core), Meta())


def read_core_line(draft: Draft, head: Sequence[Line], index: int) -> CoreLine | None:
    """What a line of the head says of date and byline, or None where it says anything else.

    "By" and "Published" are read with the line below; a byline, with the role, the handle or the
    outlet below.
    """
    end = index + 1
    if introduces(head[index].value) and _touches(head, end):
        end += 1
    meta = read_meta(_text(draft, head[index:end]))
    if meta is None or (end > index + 1 and not (meta.date or meta.updated or meta.byline)):
        return None
    longer = _end_of_byline(head, end) if meta.byline else end
    if longer > end and (more := read_meta(_text(draft, head[index:longer]))):
        meta, end = more, longer
    return CoreLine(tuple(head[index:end]), meta)


def read_bare_line(draft: Draft, head: Sequence[Line], index: int) -> CoreLine | None:
    """The byline without a by-word that a line of the head is, with the lines that add to it."""
    end = _end_of_byline(head, index + 1)
    byline = read_bare_byline(_text(draft, head[index:end]))
    return CoreLine(tuple(head[index:end]), Meta(byline=byline)) if byline else None


def _end_of_byline(head: Sequence[Line], end: int) -> int:
    while _touches(head, end) and adds_to_byline(head[end].value):
        end += 1
    return end


def _touches(head: Sequence[Line], index: int) -> bool:
    """Whether there is a line at an index, right below the line before."""
    return index < len(head) and head[index].number == head[index - 1].number + 1


def _text(draft: Draft, lines: Sequence[Line]) -> str:
    return lines[0].value if len(lines) == 1 else draft.text[lines[0].start : lines[-1].end]

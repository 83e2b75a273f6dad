"""The date that stands only below the story: ``Published: 3 March 2021``, ``3 March 2021``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from newsarc.reading.changing import with_changes
from newsarc.reading.lines import Line, has_digit
from newsarc.reading.pasted.core.grammar import read_meta
from newsarc.reading.pasted.core.meta import Meta
from newsarc.reading.pasted.draft import Draft, Role, evidence
from newsarc.reading.pasted.furniture.boxes import last_of_story

_LOOKED_AT: Final = 20
"""Lines below the story among which its date is looked for."""
_LONGEST: Final = 100


def find_date_at_end(draft: Draft) -> Draft:
    """Claim the one line below the story that is its date, where no line at its head is.

    Of several dates, as of comments and other stories, only one that is labelled counts; and one
    that nothing calls so only next to furniture: a story may end in a date.
    """
    if draft.fields.date or draft.fields.updated or draft.story is None:
        return draft
    found = list(_dated(draft))
    labelled = [(line, meta) for line, meta in found if meta.labelled]
    chosen = labelled if len(labelled) == 1 else found
    if len(chosen) != 1 or not (labelled or _is_furnished(draft, chosen[0][0])):
        return draft
    line, meta = chosen[0]
    fields = with_changes(
        draft.fields,
        date=meta.date.date if meta.date else None,
        updated=meta.updated.date if meta.updated else None,
    )
    reasons = [evidence("date", [line], "date.end", "low")] if meta.date else []
    reasons += [evidence("updated", [line], "updated.end", "low")] if meta.updated else []
    return draft.claim([line], Role.META).fill(fields, *reasons)


def _dated(draft: Draft) -> Iterator[tuple[Line, Meta]]:
    """The short lines below the story that are dates and nothing else."""
    for line in islice(draft.open_lines(last_of_story(draft) + 1), _LOOKED_AT):
        if len(line.value) > _LONGEST or not has_digit(line.value):
            continue
        meta = read_meta(line.value, draft.lexicon)
        if meta and (meta.date or meta.updated) and not (meta.byline or meta.doubtful):
            yield line, meta


def _is_furnished(draft: Draft, line: Line) -> bool:
    """Whether furniture stands right above or below a line, blank lines aside."""
    beside = (
        next((other for other in lines if other.value), None)
        for lines in (
            draft.lines_from(line.number + 1),
            reversed(draft.lines[: line.number - draft.lines[0].number]),
        )
    )
    return any(other is not None and other.number in draft.removals for other in beside)

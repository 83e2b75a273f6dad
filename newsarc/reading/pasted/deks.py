"""The dek: what stands between the title and the lines of date, byline and caption."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import Final

from newsarc.model import Markup
from newsarc.reading.lines import BLANKS
from newsarc.reading.pasted.draft import Draft, Role, evidence
from newsarc.reading.pasted.shapes import may_be_dek, reads_as_story

_SHORTEST: Final = 40
_LONGEST: Final = 300
"""The lengths of most deks, in characters."""


def find_dek(draft: Draft) -> Draft:
    """Claim the dek; a line below the title is one only if a core or caption follows it."""
    titles = draft.lines_of_role(Role.TITLE)
    anchors = draft.lines_of_role(Role.META, Role.CAPTION, Role.BODY)
    if not titles or draft.fields.dek is not None:
        return draft
    if not anchors:
        return _remarked(draft)
    between = [line for line in draft.head() if titles[-1] < line.number < anchors[-1]]
    if not between:
        return draft
    # Up to the first claimed line: a caption between two deks parts them.
    end = next(number for number in anchors if number > between[0].number)
    lines = list(takewhile(lambda line: line.number < end, between))
    if not all(may_be_dek(line.value) for line in lines):
        return draft
    # Markdown sets deks in italics.
    around = BLANKS + "*_" if draft.markup is Markup.MARKDOWN else BLANKS
    dek = draft.text[lines[0].start : lines[-1].end].strip(around)
    return draft.claim(lines, Role.DEK).fill(
        replace(draft.fields, dek=dek), evidence("dek", lines, "dek.above-core", "medium")
    )


def _remarked(draft: Draft) -> Draft:
    """The draft, saying so where the story opens with what has the shape of a dek."""
    first, second = (*draft.head(), None, None)[:2]
    if first is None or second is None or not draft.stands_apart(second):
        return draft
    has_shape = _SHORTEST <= len(first.value) <= _LONGEST and may_be_dek(first.value)
    if not has_shape or reads_as_story(first.value) or not reads_as_story(second.value):
        return draft
    message = "This line may be a dek; with no date or byline below it, it was left in the body"
    return draft.remark("DEK_OR_LEAD", first, message)

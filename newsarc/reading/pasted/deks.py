"""The dek: what stands between the title and the lines of date, byline and caption."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from newsarc.model import Confidence, Markup
from newsarc.reading.changing import with_changes
from newsarc.reading.lines import BLANKS, Line
from newsarc.reading.pasted.draft import Draft, Role, evidence
from newsarc.reading.pasted.shapes import (
    SENTENCE_ENDS,
    may_be_dek,
    opens_with_dateline,
    reads_as_story,
)

_SHORTEST: Final = 40
_SHORTEST_LINE: Final = 12
"""Of a line between title and core; a shorter one is hardly a dek's."""
_LONGEST: Final = 300
"""The lengths of most deks, in characters."""
_LONGEST_BELOW: Final = 350
"""Of a dek that stands below date and byline."""
_MOST_APART: Final = 6
"""Lines between the first line of a dek and its last."""


def find_dek(draft: Draft) -> Draft:
    """Claim the dek: above date, byline and caption, or below them where it is no sentence."""
    titles = draft.lines_of_role(Role.TITLE)
    if not titles or draft.fields.dek is not None:
        return draft
    anchors = draft.lines_of_role(Role.META, Role.CAPTION, Role.BODY)
    between = [line for line in draft.head() if titles[-1] < line.number]
    above = [line for line in between if anchors and line.number < anchors[-1]]
    if above and (lines := _first_run(draft, above)):
        return _claim(draft, lines, "dek.above-core", "medium")
    if anchors and (lines := list(_below_core(draft, between, anchors[-1]))):
        return _claim(draft, lines, "dek.below-core", "low")
    if anchors:
        return draft
    is_dek = between and all(len(line.value) >= _SHORTEST for line in between)
    if is_dek and _story_has_dateline(draft) and (lines := _first_run(draft, between)):
        return _claim(draft, lines, "dek.above-dateline", "medium")
    return _remarked(draft)


def _story_has_dateline(draft: Draft) -> bool:
    line = draft.line(draft.story) if draft.story else None
    return line is not None and opens_with_dateline(line.value, draft.lexicon)


def _first_run(draft: Draft, lines: Sequence[Line]) -> list[Line]:
    """The first lines that follow each other with nothing but furniture between them."""
    run = [lines[0]]
    for line in lines[1:]:
        parted = any(
            number not in draft.removals and (found := draft.line(number)) and found.value
            for number in range(run[-1].number + 1, line.number)
        )
        if parted or len(run) >= _MOST_APART:
            break
        run.append(line)
    run = [line for line in run if len(line.value) >= _SHORTEST_LINE]
    return run if all(may_be_dek(line.value, draft.lexicon) for line in run) else []


def _below_core(draft: Draft, lines: Sequence[Line], core: int) -> Iterator[Line]:
    """The lines between date or byline and the story that can be a dek.

    A story's first paragraph ends as a sentence does; what does not, or opens with dots, is no
    paragraph.
    """
    for line in takewhile(lambda line: line.number < (draft.story or 0), lines):
        if line.number < core or not may_be_dek(line.value, draft.lexicon):
            continue
        is_led = line.value.startswith(("…", "..."))
        is_long = _SHORTEST <= len(line.value) <= _LONGEST_BELOW
        below = draft.line(line.number + 1)
        is_apart = below is None or not below.value
        is_fragment = is_apart and not draft.wrapped and not line.value.endswith(SENTENCE_ENDS)
        if is_led or (is_long and is_fragment):
            yield line
        else:
            return


def _claim(draft: Draft, lines: Sequence[Line], rule: str, confidence: Confidence) -> Draft:
    # Markdown sets deks in italics.
    around = BLANKS + "*_" if draft.markup is Markup.MARKDOWN else BLANKS
    dek = _text_of(draft, lines).strip(around)
    return draft.claim(lines, Role.DEK).fill(
        with_changes(draft.fields, dek=dek), evidence("dek", lines, rule, confidence)
    )


def _text_of(draft: Draft, lines: Sequence[Line]) -> str:
    """The lines as they stand in the text, without the furniture between them."""
    first, last = lines[0], lines[-1]
    inside = range(first.number, last.number + 1)
    if not any(number in draft.removals for number in inside):
        return draft.text[first.start : last.end]
    return "\n".join(line.value for line in lines)


def _remarked(draft: Draft) -> Draft:
    """The draft, saying so where the story opens with what has the shape of a dek."""
    lexicon = draft.lexicon
    first, second = (*draft.opening(), None, None)[:2]
    if first is None or second is None or not draft.stands_apart(second):
        return draft
    has_shape = _SHORTEST <= len(first.value) <= _LONGEST and may_be_dek(first.value, lexicon)
    opens = reads_as_story(first.value, lexicon)
    if not has_shape or opens or not reads_as_story(second.value, lexicon):
        return draft
    message = "This line may be a dek; with no date or byline below it, it was left in the body"
    return draft.remark("DEK_OR_LEAD", first, message)

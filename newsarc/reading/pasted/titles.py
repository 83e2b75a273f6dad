"""The title of a pasted text, and the name of a section above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsarc.model import Confidence
from newsarc.reading.lexicon import fold, words
from newsarc.reading.lines import Line
from newsarc.reading.pasted.draft import Draft, Role, evidence
from newsarc.reading.pasted.shapes import is_plain_title, is_prose, may_be_title


def find_title(draft: Draft) -> Draft:
    """Claim the title: the line that opens the text, where it can be one.

    With date, byline or caption below it much can be a title; with nothing but a story, only what
    is short and no sentence.
    """
    if draft.fields.title is not None:
        return draft
    head = draft.head()
    anchors = draft.lines_of_role(Role.META, Role.CAPTION, Role.BODY)
    # A date may stand above the title: what counts is whether more stands below it.
    anchor = next((number for number in anchors if head and number > head[0].number), 0)
    above = [line for line in head if line.number < anchor]
    if above and may_be_title(above[0].value):
        return _above_core(draft, above)
    if not above and head and _is_title_alone(draft, head, below_core=bool(anchors)):
        rule = "title.below-core" if anchors else "title.first-line"
        return _claim(draft, head[0], rule, "medium" if len(head) > 1 else "low")
    if not head and not draft.roles:
        return draft
    return draft.remark("NO_TITLE", None, "No line of the text reads as its title")


def _above_core(draft: Draft, above: Sequence[Line]) -> Draft:
    section, known = above[0].value, draft.fields.section
    names_section = fold(section) in words("sections", "names")
    if len(above) > 1 and names_section and may_be_title(above[1].value):
        if known is None or fold(known) == fold(section):
            draft = draft.claim(above[:1], Role.SECTION).fill(
                replace(draft.fields, section=section),
                evidence("section", above[:1], "section.above-title", "medium"),
            )
        above = above[1:]
    return _claim(draft, above[0], "title.above-core", "high")


def _is_title_alone(draft: Draft, head: Sequence[Line], *, below_core: bool) -> bool:
    """Whether the first line is a title with no date, byline or caption to say so.

    In a text without blank lines only where a paragraph follows: two short lines that touch may
    be verse, or one sentence that was wrapped.
    """
    title = head[0].value
    if not is_plain_title(title):
        return False
    if len(head) == 1 or draft.stands_apart(head[1]):
        return True
    paragraph = head[1].value
    if below_core and not paragraph[0].islower():
        return True
    return is_prose(paragraph) and len(paragraph) > len(title) and not paragraph[0].islower()


def _claim(draft: Draft, line: Line, rule: str, confidence: Confidence) -> Draft:
    return draft.claim([line], Role.TITLE).fill(
        replace(draft.fields, title=line.value), evidence("title", [line], rule, confidence)
    )

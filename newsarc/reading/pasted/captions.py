"""The caption and credit of the picture that came with the story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from newsarc.model import Confidence, Evidence, Image
from newsarc.reading.lexicon import alternatives, words
from newsarc.reading.lines import Line
from newsarc.reading.pasted.credit import AGENCY_ALONE, Credit, read_credit
from newsarc.reading.pasted.draft import Draft, Role, evidence
from newsarc.reading.pasted.named import read_named_caption
from newsarc.reading.pasted.shapes import is_plain_title, may_be_dek, may_be_title

_LONGEST_WITHOUT_CREDIT: Final = 200
_LONGEST_DEK: Final = 300
"""Characters between a title and a caption where there is neither date nor byline."""


def find_caption(draft: Draft) -> Draft:
    """Claim the lines of caption and credit in the head."""
    core = draft.lines_of_role(Role.META)
    open_lines = draft.head()
    if named := read_named_caption(draft, open_lines):
        line, image = named
        return _with_image(draft, [line], image, "caption.label", "high")
    if not core:
        return _below_title(draft, open_lines)
    titles = 0 if draft.fields.title else 1
    above = [line for line in open_lines if line.number < core[-1]][titles:]
    below = [line for line in open_lines if line.number > core[-1]]
    if found := _below_core(draft, core[-1], below) or _anywhere(draft, above):
        return _claim(draft, *found)
    return _touching(draft, core[-1], below)


def _below_core(draft: Draft, core: int, below: Sequence[Line]) -> tuple[Credit, list[Line]] | None:
    """The caption with a credit that follows the core."""
    found = _first(draft, below[:2])
    if found and found[0].rule == AGENCY_ALONE and below[0].number != core + 1:
        return None
    return found


def _anywhere(draft: Draft, lines: Sequence[Line]) -> tuple[Credit, list[Line]] | None:
    """The first caption with a credit among lines between title and core."""
    for index in range(len(lines)):
        if found := _first(draft, lines[index : index + 2]):
            return found
    return None


def _first(draft: Draft, lines: Sequence[Line]) -> tuple[Credit, list[Line]] | None:
    """The caption with a credit that lines open with: on one line, or on two that touch."""
    if not lines:
        return None
    if not may_be_dek(lines[0].value):
        return None
    if credit := read_credit(lines[0].value):
        return credit, [lines[0]]
    if len(lines) < 2 or draft.stands_apart(lines[1]):
        return None
    credit = read_credit(lines[1].value)
    if credit is None or credit.caption:
        return None
    return replace(credit, caption=lines[0].value), list(lines[:2])


def _below_title(draft: Draft, lines: Sequence[Line]) -> Draft:
    """A caption with a credit after the title or its dek, where there is no date or byline."""
    titles = 0 if draft.fields.title else 1
    if titles and not (lines and may_be_title(lines[0].value)):
        return draft
    for index in (titles, titles + 1):
        found = _first(draft, lines[index : index + 2])
        above = [line.value for line in lines[titles:index]]
        if found and found[0].rule != AGENCY_ALONE and len(lines) > index + len(found[1]):
            is_head = all(len(value) <= _LONGEST_DEK and may_be_dek(value) for value in above)
            return _claim(draft, *found) if is_head else draft
    return draft


def _touching(draft: Draft, core: int, below: Sequence[Line]) -> Draft:
    """A caption without credit: one line right below the core, and apart from the story.

    Only where nothing in it sounds like a story's first sentence.
    """
    line = below[0] if below else None
    if line is None or len(below) < 2 or line.number != core + 1:
        return draft
    after = draft.line(line.number + 1)
    if after is None or after.value or len(line.value) > _LONGEST_WITHOUT_CREDIT:
        return draft
    if not may_be_dek(line.value) or is_plain_title(line.value):
        return draft
    cued = bool(_cues().search(line.value))
    if not cued and (_story().search(line.value) or len(line.value) >= len(below[1].value)):
        return draft
    message = "The line below date and byline was read as a caption; it has no credit"
    draft = draft.remark("CAPTION_NO_CREDIT", line, message)
    image = Image(caption=line.value)
    if cued:
        return _with_image(draft, [line], image, "caption.cue", "medium")
    return _with_image(draft, [line], image, "caption.touching", "low")


def _claim(draft: Draft, credit: Credit, lines: list[Line]) -> Draft:
    """The draft with a caption and its credit."""
    image = Image(caption=credit.caption or None, credit=credit.credit)
    if not credit.caption:
        message = "The credit of a picture stands without a caption"
        draft = draft.remark("CREDIT_NO_CAPTION", lines[0], message)
    return _with_image(draft, lines, image, credit.rule, "high")


def _with_image(
    draft: Draft, lines: list[Line], image: Image, rule: str, confidence: Confidence
) -> Draft:
    known = draft.fields.image
    if known and not image.credit:
        image = replace(image, credit=known.credit)
    reasons: list[Evidence] = []
    if image.caption:
        caption_rule = rule.replace("credit.", "caption.before-")
        reasons.append(evidence("caption", lines[:1], caption_rule, confidence))
    if image.credit and not known:
        reasons.append(evidence("credit", lines[-1:], rule, confidence))
    return draft.claim(lines, Role.CAPTION).fill(replace(draft.fields, image=image), *reasons)


@cache
def _cues() -> re.Pattern[str]:
    cues = alternatives(words("captions", "cues"))
    return re.compile(rf"(?<!\w)(?:{cues})(?!\w)", re.IGNORECASE)


@cache
def _story() -> re.Pattern[str]:
    story = alternatives(words("captions", "story"))
    return re.compile(rf"(?<!\w)(?:{story})(?!\w)", re.IGNORECASE)

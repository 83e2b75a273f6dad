"""The caption and credit of the picture that came with the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import Final

from newsarc.model import Confidence, Evidence, Image
from newsarc.reading.changing import with_changes
from newsarc.reading.languages.lexicon import Lexicon, alternatives
from newsarc.reading.lines import Line
from newsarc.reading.pasted.draft import Draft, Role, evidence
from newsarc.reading.pasted.pictures.credits import (
    AGENCY_ALONE,
    Credit,
    read_bare_credit,
    read_credit,
    read_loose_credit,
)
from newsarc.reading.pasted.pictures.named import read_named_caption
from newsarc.reading.pasted.shapes import (
    ends_with_full_stop,
    is_plain_title,
    may_be_dek,
    reads_as_story,
)

_LONGEST_WITHOUT_CREDIT: Final = 300
_LONGEST_DEK: Final = 300
"""Characters between a title and a caption where there is neither date nor byline."""
_SHORTEST_REPEAT: Final = 15
_NEAR: Final = 3
"""Lines between a caption and the credit that belongs to it."""
_MOST_ABOVE: Final = 3
"""Lines between a title and a caption where nothing else tells where the head ends."""


def find_caption(draft: Draft) -> Draft:
    """Claim the lines of caption and credit in the head."""
    if draft.fields.image and draft.fields.image.caption:
        return draft
    titles = draft.lines_of_role(Role.TITLE)
    core = draft.lines_of_role(Role.META)
    head = [line for line in draft.head() if not titles or line.number > titles[-1]]
    if draft.story is None:
        head = _above_what_may_be_story(head, core)
    for lines, credit in _pictures(draft, head, core):
        if draft.fields.image and not credit.caption:
            # Who made the picture is known already.
            continue
        if credit.rule != AGENCY_ALONE or lines[0].number != draft.story:
            return _without_repeat(_claim(draft, credit, lines), lines[0])
    if core:
        return _without_credit(draft, core, head)
    return draft


def find_named_caption(draft: Draft) -> Draft:
    """Claim the line that calls itself a caption, and the credit next to it."""
    named = read_named_caption(draft, (*draft.head(), *draft.opening()))
    if named is None:
        return draft
    lines, image = named
    draft = _with_image(draft, lines, image, "caption.label", "high")
    return draft if image.credit else _with_credit_nearby(draft, lines)


def _with_credit_nearby(draft: Draft, caption: Sequence[Line]) -> Draft:
    """The draft with the credit that stands alone next to a caption."""
    for line in draft.head():
        near = min(abs(line.number - part.number) for part in caption) <= _NEAR
        found = read_credit(line.value, draft.lexicon) if near else None
        if found and not found.caption and draft.fields.image:
            image = replace(draft.fields.image, credit=found.credit)
            reason = evidence("credit", [line], found.rule, "high")
            fields = with_changes(draft.fields, image=image)
            return draft.claim([line], Role.CAPTION).fill(fields, reason)
    return draft


def _above_what_may_be_story(head: Sequence[Line], core: Sequence[int]) -> list[Line]:
    """The lines of a head of which nothing tells where it ends: few below the core or title."""
    above = [line for line in head if core and line.number < core[-1]]
    below = [line for line in head if not core or line.number > core[-1]]
    return above + below[: _MOST_ABOVE if not core else 2]


def _pictures(
    draft: Draft, head: Sequence[Line], core: Sequence[int]
) -> Iterator[tuple[list[Line], Credit]]:
    """The captions with a credit, and the credits alone, in the order of the lines."""
    for index, line in enumerate(head):
        found = _read(draft, line, core)
        if found is None or (found.caption and not _may_be_caption(draft, line)):
            continue
        if found.caption and not draft.begins_paragraph(line):
            paragraph = [*_paragraph_above(draft, head[:index], line), line]
            begun = draft.text[paragraph[0].start : line.start]
            yield paragraph, replace(found, caption=f"{begun}{found.caption}".strip())
            return
        if not found.caption:
            above = head[index - 1] if index else None
            below = head[index + 1] if index + 1 < len(head) else None
            sides = [side for side in (above, below) if side]
            sides.sort(key=lambda side: not ends_with_full_stop(side.value, draft.lexicon))
            for caption in sides:
                if _captions(draft, caption, line, core):
                    lines = sorted((caption, line), key=lambda part: part.number)
                    yield lines, replace(found, caption=caption.value)
                    return
        yield [line], found


def _paragraph_above(draft: Draft, above: Sequence[Line], line: Line) -> list[Line]:
    """The lines of a wrapped paragraph above its last."""
    lines: list[Line] = []
    for found in reversed(above):
        if found.number != line.number - 1 - len(lines):
            break
        lines.insert(0, found)
        if draft.begins_paragraph(found):
            break
    return lines


def _read(draft: Draft, line: Line, core: Sequence[int]) -> Credit | None:
    if found := read_credit(line.value, draft.lexicon):
        return found
    if not core and draft.story is None:
        return None
    if found := read_loose_credit(line.value, draft.lexicon):
        return found
    above = draft.line(line.number - 1)
    return read_bare_credit(line.value, draft.lexicon) if above and above.value else None


def _may_be_caption(draft: Draft, line: Line) -> bool:
    return may_be_dek(line.value, draft.lexicon)


def _captions(draft: Draft, caption: Line, credit: Line, core: Sequence[int]) -> bool:
    """Whether a line is the caption of the credit above or below it."""
    if not may_be_dek(caption.value, draft.lexicon) or len(caption.value) < 20:
        return False
    low, high = sorted((caption.number, credit.number))
    if any(low < number < high for number in core):
        return False
    touches = high == low + 1
    is_sentence = ends_with_full_stop(caption.value, draft.lexicon)
    cued = bool(_cues(draft.lexicon).search(caption.value))
    if not touches and any(
        line.value and line.number not in draft.removals
        for line in draft.lines[low - draft.lines[0].number + 1 : high - draft.lines[0].number]
    ):
        return False
    return cued or is_sentence or (touches and caption.number < credit.number)


def _without_credit(draft: Draft, core: Sequence[int], head: Sequence[Line]) -> Draft:
    """A caption without credit: by its words, or by where it stands."""
    for line in head:
        is_cued = _cues(draft.lexicon).search(line.value) and _may_be_caption(draft, line)
        is_long_enough = not is_plain_title(line.value, draft.lexicon)
        if is_cued and is_long_enough and len(line.value) <= 2 * _LONGEST_WITHOUT_CREDIT:
            return _told(draft, line, "caption.cue", "medium")
    below = list(islice(draft.open_lines(core[-1] + 1), 2))
    if _touches(draft, core[-1], below):
        return _told(draft, below[0], "caption.touching", "low")
    above = [line for line in head if line.number < core[-1]]
    if len(above) > 1 and _follows_dek(draft, above[-2], above[-1]):
        return _told(draft, above[-1], "caption.below-dek", "low")
    return draft


def _touches(draft: Draft, core: int, below: Sequence[Line]) -> bool:
    """Whether a line right below the core, and apart from the story, is a caption.

    Only where nothing in it sounds like a story's first sentence.
    """
    if len(below) < 2 or below[0].number != core + 1:
        return False
    line = below[0]
    after = draft.line(line.number + 1)
    if after is None or after.value or len(line.value) > _LONGEST_WITHOUT_CREDIT:
        return False
    if not _may_be_caption(draft, line) or is_plain_title(line.value, draft.lexicon):
        return False
    says = _story(draft.lexicon).search(line.value)
    return not says and len(line.value) < len(below[1].value)


def _follows_dek(draft: Draft, dek: Line, line: Line) -> bool:
    """Whether a line is a sentence below a dek that is none, right above date and byline."""
    return (
        draft.stands_apart(line)
        and len(dek.value) >= 40
        and not reads_as_story(dek.value, draft.lexicon)
        and ends_with_full_stop(line.value, draft.lexicon)
        and len(line.value) <= _LONGEST_WITHOUT_CREDIT
        and not _story(draft.lexicon).search(line.value)
    )


def _without_repeat(draft: Draft, caption: Line) -> Draft:
    """The draft with the line above a caption claimed that says the same: its alternative text."""
    image = draft.fields.image
    above = draft.line(caption.number - 1)
    if not image or not image.caption or above is None or not draft.is_open(above):
        return draft
    if len(above.value) < _SHORTEST_REPEAT or not image.caption.startswith(above.value.rstrip(".")):
        return draft
    reason = evidence("caption", [above], "caption.repeat", "high")
    return draft.claim([above], Role.CAPTION).fill(draft.fields, reason)


def _told(draft: Draft, line: Line, rule: str, confidence: Confidence) -> Draft:
    message = "This line was read as a caption; it has no credit"
    draft = draft.remark("CAPTION_NO_CREDIT", line, message)
    return _with_image(draft, [line], Image(caption=line.value), rule, confidence)


def _claim(draft: Draft, credit: Credit, lines: list[Line]) -> Draft:
    """The draft with a caption and its credit."""
    image = Image(caption=credit.caption or None, credit=credit.credit)
    if not credit.caption:
        message = "The credit of a picture stands without a caption"
        draft = draft.remark("CREDIT_NO_CAPTION", lines[0], message)
    loose = credit.rule in {"credit.after-caption", "credit.bare"}
    return _with_image(draft, lines, image, credit.rule, "medium" if loose else "high")


def _with_image(
    draft: Draft, lines: list[Line], image: Image, rule: str, confidence: Confidence
) -> Draft:
    known = draft.fields.image
    if known and known.credit:
        image = replace(image, credit=known.credit)
    reasons: list[Evidence] = []
    if image.caption:
        caption_rule = rule.replace("credit.", "caption.before-")
        parted = image.credit and not known and len(lines) == 2
        of_caption = lines[:1] if parted else lines
        reasons.append(evidence("caption", of_caption, caption_rule, confidence))
    if image.credit and not known:
        reasons.append(evidence("credit", lines[-1:], rule, confidence))
    return draft.claim(lines, Role.CAPTION).fill(with_changes(draft.fields, image=image), *reasons)


@cache
def _cues(lexicon: Lexicon) -> re.Pattern[str]:
    cues = alternatives(lexicon.words("captions", "cues"))
    return re.compile(rf"(?:(?<!\w)|(?=\W))(?:{cues})(?:(?!\w)|(?<=\W))", re.IGNORECASE)


@cache
def _story(lexicon: Lexicon) -> re.Pattern[str]:
    story = alternatives(lexicon.words("captions", "story"))
    return re.compile(rf"(?<!\w)(?:{story})(?!\w)", re.IGNORECASE)

"""Titles and captions that a word before a colon names: ``Title: X``, ``Caption: X``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from newsarc.model import Image
from newsarc.reading.bylines import reads_as_byline
from newsarc.reading.changing import with_changes
from newsarc.reading.languages.lexicon import Lexicon, alternatives, fold
from newsarc.reading.lines import Line
from newsarc.reading.pasted.core.grammar import read_meta
from newsarc.reading.pasted.draft import Draft, Role, evidence
from newsarc.reading.pasted.pictures.credits import LONGEST_CAPTION, read_credit
from newsarc.reading.pasted.shapes import ends_with_full_stop, may_be_title, reads_as_story

_LONGEST_LABEL: Final = 100
_LABEL_MARK = re.compile(r":|：|,")


def find_named_title(draft: Draft) -> Draft:
    """Claim the line that calls itself the title; only lines of date or byline stand above it."""
    if draft.fields.title is not None:
        return draft
    for line in draft.opening():
        has_label = ":" in line.value or "：" in line.value
        match = _title(draft.lexicon).fullmatch(line.value) if has_label else None
        if match and may_be_title(match["value"], draft.lexicon):
            return draft.claim([line], Role.TITLE).fill(
                with_changes(draft.fields, title=match["value"]),
                evidence("title", [line], "title.label", "high"),
            )
        if read_meta(line.value, draft.lexicon) is None:
            break
    return draft


def read_named_caption(draft: Draft, lines: Sequence[Line]) -> tuple[list[Line], Image] | None:
    """The lines above the story that call themselves a caption, with the picture they tell of."""
    core = max(draft.lines_of_role(Role.META), default=0)
    for index, line in enumerate(lines):
        if image := _image(line.value, draft.lexicon):
            return [line], image
        if _is_label(line.value, draft.lexicon) and index + 1 < len(lines):
            below = lines[index + 1]
            if below.number == line.number + 1:
                return [below, line], Image(caption=below.value)
        if line.number > core and reads_as_story(line.value, draft.lexicon):
            break
    return None


def _is_label(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is a label of captions and nothing else: "Image caption,"."""
    if len(text) > _LONGEST_LABEL:
        return False
    label = fold(text).rstrip(" ,:：")
    words = lexicon.words
    return label in words("captions", "before_comma") or label in words("captions", "labels")


def _image(text: str, lexicon: Lexicon) -> Image | None:
    has_label = _LABEL_MARK.search(text) is not None and len(text) <= LONGEST_CAPTION
    match = _caption(lexicon).fullmatch(text) if has_label else None
    if match is None:
        return None
    value = match["value"]
    # "Photo:" mostly stands before a name; a sentence is none.
    if match["picture"] and (
        not ends_with_full_stop(value, lexicon) or reads_as_byline(value, lexicon)
    ):
        return None
    credit = read_credit(value, lexicon)
    if credit is None:
        return Image(caption=value)
    return Image(caption=credit.caption or None, credit=credit.credit)


@cache
def _title(lexicon: Lexicon) -> re.Pattern[str]:
    labels = alternatives(lexicon.words("labels", "title"))
    return re.compile(rf"(?:{labels})\s{{0,2}}[:：]\s{{0,3}}(?P<value>\S.*)", re.IGNORECASE)


@cache
def _caption(lexicon: Lexicon) -> re.Pattern[str]:
    captions = alternatives(lexicon.words("captions", "labels"))
    pictures = alternatives(lexicon.words("captions", "pictures"))
    before_comma = alternatives(lexicon.words("captions", "before_comma"))
    return re.compile(
        rf"(?:(?:(?:{captions})|(?P<picture>{pictures}))\s{{0,2}}[:：]|(?:{before_comma}),)"
        r"\s{0,3}(?P<value>\S.*)",
        re.IGNORECASE,
    )

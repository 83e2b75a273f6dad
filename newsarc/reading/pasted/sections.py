"""The section or kicker above the title: ``Politics``, ``Home > News > Politics``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsarc.model import Confidence
from newsarc.reading.bylines import is_name
from newsarc.reading.changing import with_changes
from newsarc.reading.languages.lexicon import Lexicon, fold
from newsarc.reading.lines import Line
from newsarc.reading.pasted.draft import Draft, Role, evidence
from newsarc.reading.pasted.shapes import may_be_title, word_count

_NEAR: Final = 3
"""Lines above the title among which its section stands."""
_MOST_WORDS: Final = 3
_CRUMB_MARK = re.compile(r"[>»›→/|]")
_CRUMBS = re.compile(r"\s{0,3}[>»›→]\s{0,3}|\s{1,3}/\s{1,3}")


def find_section(draft: Draft, above: Sequence[Line]) -> Draft:
    """Claim the section among the open lines above the title; the nearest one."""
    for line in reversed(above):
        if crumbs := _crumbs(draft, line.value):
            draft = _claim(draft, line, crumbs[-1], "section.breadcrumb", "medium")
            again = [line for line in above if fold(line.value) == fold(crumbs[-1])]
            return draft.claim(again, Role.SECTION).fill(
                draft.fields,
                *(evidence("section", [line], "section.again", "high") for line in again),
            )
    if above and _is_kicker(draft, above):
        return _claim(draft, above[-1], above[-1].value, "section.kicker", "low")
    for line in reversed(above[-_NEAR:]):
        if fold(line.value) in draft.lexicon.words("sections", "names"):
            return _claim(draft, line, line.value, "section.above-title", "medium")
    return draft


def _is_kicker(draft: Draft, above: Sequence[Line]) -> bool:
    """Whether the line right above the title is a section that no list knows."""
    text = above[-1].value
    if word_count(text) > _MOST_WORDS or not may_be_title(text, draft.lexicon):
        return False
    words = draft.lexicon.words
    folded = fold(text)
    if folded in words("sections", "names") or folded in words("menus", "names"):
        return False
    known = any(fold(line.value) in words("sections", "names") for line in above[:-1])
    return (len(above) < _NEAR or known) and not is_name(text, draft.lexicon)


def is_trail(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is a trail of sections down to the title: ``Home > News > Politics``."""
    if _CRUMB_MARK.search(text) is None:
        return False
    crumbs = _CRUMBS.split(text)
    return len(crumbs) > 2 or (
        len(crumbs) == 2
        and fold(crumbs[0]) in lexicon.words("menus", "names")
        and word_count(crumbs[1]) <= _MOST_WORDS
    )


def _crumbs(draft: Draft, text: str) -> list[str]:
    """The sections that a trail of them names, without the title at its end."""
    if not _CRUMB_MARK.search(text):
        return []
    crumbs = [crumb for crumb in _CRUMBS.split(text) if crumb]
    if len(crumbs) == 1 and "|" in text:
        crumbs = _barred(draft, text)
    if len(crumbs) < 2 or any(len(crumb) > 200 for crumb in crumbs):
        return []
    title = fold(draft.fields.title or "")
    last = fold(crumbs[-1]).rstrip("….")
    if title and last and (title.startswith(last) or last.startswith(title)):
        crumbs.pop()
    while crumbs and fold(crumbs[-1]) in draft.lexicon.words("menus", "names"):
        crumbs.pop()
    return crumbs if all(word_count(crumb) <= 5 for crumb in crumbs) else []


def _barred(draft: Draft, text: str) -> list[str]:
    """The sections of "News|Agriculture", one of which must be known."""
    pieces = [piece.strip() for piece in text.split("|")]
    known = draft.lexicon.words("sections", "names")
    return pieces if len(pieces) <= 3 and any(fold(piece) in known for piece in pieces) else []


def _claim(draft: Draft, line: Line, section: str, rule: str, confidence: Confidence) -> Draft:
    known = draft.fields.section
    if known is not None and fold(known) != fold(section):
        return draft
    return draft.claim([line], Role.SECTION).fill(
        with_changes(draft.fields, section=known or section),
        evidence("section", [line], rule, confidence),
    )

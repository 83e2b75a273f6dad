"""The publisher as the lines above date and byline name it: a masthead, "From Wikinews, …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsarc.model import Confidence
from newsarc.reading.bylines.organisations import reads_as_outlet
from newsarc.reading.changing import with_changes
from newsarc.reading.languages.lexicon import fold
from newsarc.reading.lines import Line
from newsarc.reading.pasted.draft import Draft, Role, evidence

_LOOKED_AT: Final = 200
_LONGEST: Final = 60
_FROM = re.compile(r"From (?P<source>Wikinews|[A-Z][\w ]{1,40}), the free news source\b.{0,60}")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\W{0,3}(?:\d{4})?\W{0,3}(?P<owner>.{2,80})", re.IGNORECASE
)


def find_masthead(draft: Draft) -> Draft:
    """Claim the line above the story that names its publisher and nothing else.

    It is known because the text's line about rights names it too; in the exports of databases, by
    its last word ("Times", "Gazette"). Only where date and byline name no other.
    """
    if draft.fields.source is not None:
        return draft
    head = draft.head()
    for line in head:
        if match := _FROM.fullmatch(line.value):
            return _claim(draft, line, match["source"], "source.from", "high")
    owners = _owners(draft, head)
    is_exported = any(rule.startswith("export.") for rule in draft.removals.values())
    for line in head[:-1]:
        if len(line.value) > _LONGEST:
            continue
        if fold(line.value) in owners:
            return _claim(draft, line, line.value, "source.rights", "high")
        is_named = (
            is_exported
            and " " in line.value
            and "/" not in line.value
            and not _is_menu(draft, line.value)
        )
        if line is head[0] and is_named and reads_as_outlet(line.value, draft.lexicon):
            return _claim(draft, line, line.value, "source.masthead", "low")
    return draft


def _is_menu(draft: Draft, text: str) -> bool:
    words = draft.lexicon.words
    folded = fold(text)
    return folded in words("sections", "names") or folded in words("menus", "names")


def _owners(draft: Draft, head: Sequence[Line]) -> frozenset[str]:
    """Who owns the rights, by the lines that say so and are furniture."""
    if not head:
        return frozenset()
    rights = (number for number, rule in draft.removals.items() if rule == "furniture.rights")
    lines = (draft.line(number) for number in sorted(rights)[:3])
    matches = (_RIGHTS.match(line.value) for line in lines if line)
    return frozenset(fold(match["owner"]).rstrip(" .") for match in matches if match)


def _claim(draft: Draft, line: Line, source: str, rule: str, confidence: Confidence) -> Draft:
    return draft.claim([line], Role.META).fill(
        with_changes(draft.fields, source=source), evidence("source", [line], rule, confidence)
    )

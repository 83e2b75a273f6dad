"""The byline that stands only at the end: ``By Jane Doe``, ``— Jane Doe``, ``Author: Jane Doe``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from newsarc.model import Confidence
from newsarc.reading.bylines import is_name, names_of, reads_as_organisation
from newsarc.reading.changing import with_changes
from newsarc.reading.lines import Line
from newsarc.reading.pasted.core.grammar import read_meta
from newsarc.reading.pasted.core.meta import Meta
from newsarc.reading.pasted.draft import Draft, Role, evidence
from newsarc.reading.pasted.furniture.boxes import last_of_story
from newsarc.reading.pasted.pictures.credits import read_credit

_LOOKED_AT: Final = 6
"""Lines at the end among which a byline is looked for."""
_LONGEST: Final = 100
_SIGNED = re.compile(r"\A[–—―-]{1,2}\s{0,3}(?P<name>\S.{1,90})\Z")
_BRACKETED = re.compile(r"\A[(\[](?P<name>[^()\[\]]{2,60})[)\]]\.?\Z")


def find_byline_at_end(draft: Draft) -> Draft:
    """Claim the line at the end that names who wrote the story, where no line at its head does."""
    if draft.fields.byline or draft.fields.authors or draft.story is None:
        return draft
    for line in _last_lines(draft):
        if found := _byline(draft, line):
            meta, rule = found
            return _fill(draft, line, meta, rule)
    return draft


def _last_lines(draft: Draft) -> Iterator[Line]:
    """The short lines that close the text, the last one first."""
    story = draft.story or 0
    for line in islice(reversed(draft.unclaimed), _LOOKED_AT):
        if line.number <= story:
            return
        if len(line.value) <= _LONGEST:
            yield line


def _byline(draft: Draft, line: Line) -> tuple[Meta, str] | None:
    meta = read_meta(line.value, draft.lexicon)
    if meta and meta.byline and meta.named and names_of(line.value, draft.lexicon):
        return meta, "byline.end.by-word"
    if meta and meta.byline and meta.signed and _is_last(draft, line):
        return meta, "byline.end.role"
    if read_credit(line.value, draft.lexicon):
        return None
    if match := _SIGNED.match(line.value) or _BRACKETED.match(line.value):
        name = match["name"].rstrip(" .")
        is_byline = is_name(name, draft.lexicon) or reads_as_organisation(name, draft.lexicon)
        return (Meta(byline=name), "byline.end.mark") if is_byline else None
    alone = draft.stands_apart(line) and (_is_last(draft, line) or _closes_story(draft, line))
    if alone and is_name(line.value, draft.lexicon):
        return Meta(byline=line.value), "byline.end.name"
    return None


def _is_last(draft: Draft, line: Line) -> bool:
    """Whether a line closes the text, and the one above is no such line."""
    last = draft.unclaimed[-2:]
    return last[-1] == line and len(last) > 1 and len(last[0].value) > len(line.value)


def _closes_story(draft: Draft, line: Line) -> bool:
    """Whether a line stands alone between the story and furniture."""
    below = next((found for found in draft.lines_from(line.number + 1) if found.value), None)
    is_first = next(draft.open_lines(last_of_story(draft) + 1), None) == line
    return is_first and below is not None and below.number in draft.removals


def _fill(draft: Draft, line: Line, meta: Meta, rule: str) -> Draft:
    byline = meta.byline or ""
    authors = names_of(byline, draft.lexicon)
    organisations = [author.name for author in authors if author.organisation]
    fields = with_changes(
        draft.fields,
        byline=byline,
        authors=tuple(author for author in authors if not author.organisation) or authors,
        source=draft.fields.source or next(iter(organisations), None),
        date=draft.fields.date or (meta.date.date if meta.date else None),
    )
    confidence: Confidence = "medium" if meta.named else "low"
    names = ["byline", "authors"]
    names += ["source"] * (fields.source != draft.fields.source)
    names += ["date"] * (fields.date != draft.fields.date)
    reasons = (evidence(name, [line], rule, confidence) for name in names)
    draft = draft.claim([line], Role.META).fill(fields, *reasons)
    return draft.remark("BYLINE_AT_END", line, "The byline stands at the end of the text")

"""The fields that a dateline gives: itself, and source and date where nothing else does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsarc.model import Author
from newsarc.reading.changing import with_changes
from newsarc.reading.languages.lexicon import fold
from newsarc.reading.lines import Line
from newsarc.reading.pasted.datelines.brackets import correspondent_of
from newsarc.reading.pasted.datelines.finding import Dateline, read_dateline, source_of
from newsarc.reading.pasted.datelines.places import is_domain
from newsarc.reading.pasted.draft import Draft, Role, evidence
from newsarc.reading.pasted.shapes import word_count

_DASHES: Final = ("—", "–", "--", "-")
_MOST_WORDS: Final = 4


def find_dateline(draft: Draft) -> Draft:
    """Note the dateline of the first line of the story; its agency is the source if no other is."""
    if draft.fields.dateline is not None:
        return draft
    line = next(draft.open_lines(draft.story or 0), None)
    if line is None:
        return draft
    dateline = read_dateline(line.value, draft.lexicon)
    if dateline is None:
        return _alone(draft, line)
    if is_domain(dateline.text):
        return _with_source(draft, line, dateline.text)
    return _filled(draft, line, dateline)


def _filled(draft: Draft, line: Line, dateline: Dateline) -> Draft:
    fields = with_changes(draft.fields, dateline=dateline.text)
    draft = draft.fill(fields, evidence("dateline", [line], "dateline.opening", "high"))
    if dateline.date is not None and draft.fields.date is None:
        fields = with_changes(draft.fields, date=dateline.date)
        draft = draft.fill(fields, evidence("date", [line], "date.dateline", "medium"))
    if draft.fields.byline is None and (name := correspondent_of(dateline.text, draft.lexicon)):
        fields = with_changes(draft.fields, byline=name, authors=(Author(name),))
        reasons = [
            evidence(field, [line], "byline.dateline", "medium") for field in ("byline", "authors")
        ]
        draft = draft.fill(fields, *reasons)
    source = source_of(dateline, draft.lexicon)
    return _with_source(draft, line, source) if source else draft


def _with_source(draft: Draft, line: Line, source: str) -> Draft:
    if draft.fields.source is not None:
        return draft
    reason = evidence("source", [line], "source.dateline", "medium")
    return draft.fill(with_changes(draft.fields, source=source), reason)


def _alone(draft: Draft, first: Line) -> Draft:
    """The dateline on a line of its own right above the story: ``SANTOS``, ``AUBURN, Wash. —``."""
    above = draft.head()
    line = above[-1] if above and draft.story == first.number else None
    titles = draft.lines_of_role(Role.TITLE)
    if line is None or not titles or line.number < titles[-1]:
        return draft
    if line.value in _DASHES and len(above) > 1:
        return _over_dash(draft, above)
    dateline = read_dateline(f"{line.value} ", draft.lexicon)
    if dateline is None and line.value[0].isalpha() and _is_place_in_capitals(draft, line.value):
        dateline = Dateline(line.value, None)
    if dateline is None:
        return draft
    fields = with_changes(draft.fields, dateline=dateline.text)
    return draft.fill(fields, evidence("dateline", [line], "dateline.alone", "low"))


def _over_dash(draft: Draft, head: Sequence[Line]) -> Draft:
    """A place above a line that is a dash and nothing else; an outlet may stand between them."""
    *_, last, _dash = head
    lines = [last]
    before = head[-3] if len(head) > 2 else None
    if before and before.number == last.number - 1 and len(before.value.split()) <= _MOST_WORDS:
        lines.insert(0, before)
    if any(len(line.value.split()) > _MOST_WORDS for line in lines):
        return draft
    text = draft.text[lines[0].start : lines[-1].end].strip()
    reason = evidence("dateline", lines, "dateline.dash", "medium")
    draft = draft.fill(with_changes(draft.fields, dateline=text), reason)
    return _with_source(draft, last, last.value) if len(lines) > 1 else draft


def _is_place_in_capitals(draft: Draft, text: str) -> bool:
    known, folded = draft.lexicon.words, fold(text)
    is_short = text.isupper() and word_count(text) <= 3 and len(text) > 3
    return (
        is_short
        and folded not in known("sections", "names")
        and folded not in known("datelines", "never")
    )

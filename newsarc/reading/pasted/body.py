"""The body: every line that no pass has claimed; and the proof that nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from newsarc.model import Span
from newsarc.reading.lines import Line
from newsarc.reading.pasted.draft import Draft, Role
from newsarc.reading.record import Fields


class LostTextError(Exception):
    """A bug: a line belongs to nothing, or to two things at once."""


def place_body(draft: Draft, start: int) -> Fields:
    """The fields with their body.

    The body runs from the start of its first line to the end of its last, blank lines between them
    included. Lines of other fields inside cut it into several spans, which put together are the
    body. Raises LostTextError where the text from ``start`` on is not all accounted for.
    """
    claimed = {number for number, role in draft.roles.items() if role is not Role.BODY}
    body = _spans(draft, claimed)
    _prove_all_placed(draft, claimed, body, start)
    return replace(draft.fields, body=body, evidence=draft.evidence, diagnostics=draft.diagnostics)


def _spans(draft: Draft, claimed: Set[int]) -> tuple[Span, ...]:
    first = next(_of_body(draft.lines, claimed), None)
    last = next(_of_body(reversed(draft.lines), claimed), None)
    if first is None or last is None:
        return ()
    spans, start = [], first.start
    for number in sorted(claimed):
        line = draft.line(number)
        if line is not None and first.number < number < last.number:
            if start < line.start:
                spans.append(Span(start, line.start))
            start = line.after
    return (*spans, Span(start, last.end))


def _of_body(lines: Iterable[Line], claimed: Set[int]) -> Iterator[Line]:
    return (line for line in lines if line.value and line.number not in claimed)


def _prove_all_placed(draft: Draft, claimed: Set[int], body: tuple[Span, ...], start: int) -> None:
    """Go through the text once: each line follows the one before and is in one place only."""
    accounted = {number for reason in draft.evidence for number in reason.lines}
    accounted.update(remark.line for remark in draft.diagnostics if remark.line is not None)
    position, spans = start, iter((*body, Span(len(draft.text) + 1, len(draft.text) + 1)))
    span = next(spans)
    for line in draft.lines:
        end = line.end
        while span.end < end:
            span = next(spans)
        in_body = span.start <= line.start
        if line.start != position:
            raise LostTextError(f"line {line.number} does not follow the line before")
        if line.number in claimed:
            if in_body or line.number not in accounted:
                raise LostTextError(f"line {line.number} is in two places, or nobody says why")
        elif line.value and not in_body:
            raise LostTextError(f"line {line.number} is nowhere")
        position = line.after
    if position != len(draft.text):
        raise LostTextError(f"the text ends at {len(draft.text)}, its lines at {position}")

"""The body: every line that no pass has claimed; and the proof that nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator

from newsarc.model import Removed, Span
from newsarc.reading.changing import with_changes
from newsarc.reading.lines import Line
from newsarc.reading.pasted.draft import SHOWN, Draft, Role
from newsarc.reading.record import Fields, Part

BLANK = "blank"
"""The role of blank lines that are not inside the body."""


class LostTextError(Exception):
    """A bug: a piece of the text belongs to nothing, or to two things at once."""


def place_body(draft: Draft, start: int) -> Fields:
    """The fields with their body, and with the parts that make up the whole text.

    The body runs from the start of its first line to the end of its last, blank lines between them
    included. Lines of other fields inside cut it into several spans, which put together are the
    body. Raises LostTextError where the text from ``start`` on is not all accounted for.
    """
    parts = tuple(_parts(draft))
    _prove_all_placed(draft, parts, start)
    return with_changes(
        draft.fields,
        body=tuple(part.span for part in parts if part.role in SHOWN),
        parts=parts,
        removed=_removed(draft),
        evidence=draft.evidence,
        diagnostics=draft.diagnostics,
    )


def _removed(draft: Draft) -> tuple[Removed, ...]:
    return tuple(
        Removed(line.number, line.value, draft.removals[line.number])
        for line in draft.lines
        if line.number in draft.removals
    )


def _parts(draft: Draft) -> Iterator[Part]:
    """Lines that follow each other and are the same, with their breaks; the break of the body's
    last line is no more of it."""
    first, last = _ends_of_body(draft)
    if not draft.lines:
        return
    start, known = draft.lines[0].start, ""
    for line in draft.lines:
        role = draft.roles.get(line.number)
        if role is None or role is Role.BODY:
            in_body = line.value or first <= line.number <= last
            name: str = Role.BODY if in_body else BLANK
        else:
            name = role
        if name != known and start < line.start:
            yield Part(Span(start, line.start), known)
            start = line.start
        known = name
        if line.number == last and line.end < line.after:
            yield Part(Span(start, line.end), known)
            start, known = line.end, BLANK
    if start < len(draft.text):
        yield Part(Span(start, len(draft.text)), known)


def _ends_of_body(draft: Draft) -> tuple[int, int]:
    """The numbers of the body's first and last lines."""
    first = next((line.number for line in draft.lines if _is_of_body(draft, line)), 0)
    last = next((line.number for line in reversed(draft.lines) if _is_of_body(draft, line)), -1)
    return first, last


def _is_of_body(draft: Draft, line: Line) -> bool:
    role = draft.roles.get(line.number)
    return bool(line.value) and (role is None or role in SHOWN)


def _prove_all_placed(draft: Draft, parts: tuple[Part, ...], start: int) -> None:
    """Go through the text once: each part follows the one before, and each claim has a reason."""
    position = start
    for part in parts:
        if part.span.start != position:
            raise LostTextError(f"the part at {part.span.start} does not follow {position}")
        position = part.span.end
    if position != len(draft.text):
        raise LostTextError(f"the text ends at {len(draft.text)}, its parts at {position}")
    accounted = {number for reason in draft.evidence for number in reason.lines}
    accounted.update(remark.line for remark in draft.diagnostics if remark.line is not None)
    accounted.update(draft.removals)
    for number, role in draft.roles.items():
        if role not in SHOWN and number not in accounted:
            raise LostTextError(f"line {number} is {role}, and nobody says why")

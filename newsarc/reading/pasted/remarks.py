"""What an editor should know of how a text was read, beside what the passes have said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from newsarc.model import Date
from newsarc.reading.dates.finding import DateMatch, find_dates
from newsarc.reading.languages.lexicon import fold
from newsarc.reading.lines import Line
from newsarc.reading.pasted.draft import Draft, Role

_MOJIBAKE: Final = ("â€™", "â€œ", "â€“", "Ã©", "Ã¼", "Ã¶", "Ã±", "Ã£", "Ð°Ð", "ï»¿")
"""UTF-8 that was read as a Latin encoding and written again."""
_LEAD: Final = 40
"""Characters at the start of a story by which it is compared with dek and caption."""


class _Remark(NamedTuple):
    code: str
    line: Line | None
    message: str


def find_remarks(draft: Draft) -> Draft:
    """Say what was not understood, left out, or looks odd; mark the lines that fit nowhere."""
    unassigned = _unassigned(draft)
    draft = draft.claim(unassigned, Role.UNASSIGNED)
    for code, line, message in _remarks(draft, unassigned):
        draft = draft.remark(code, line, message)
    return draft


def _remarks(draft: Draft, unassigned: list[Line]) -> Iterator[_Remark]:
    if unassigned:
        lines = f"{len(unassigned)} line{'s' * (len(unassigned) > 1)} above the story"
        one = len(unassigned) == 1
        verbs = ("fits", "stays") if one else ("fit", "stay")
        message = f"{lines} {verbs[0]} no field, and {verbs[1]} in the body"
        yield _Remark("UNASSIGNED", unassigned[0], message)
    if draft.removals:
        first = draft.line(min(draft.removals))
        count = len(draft.removals)
        lines = "1 line of the page was" if count == 1 else f"{count} lines of the page were"
        message = f"{lines} left out of the body"
        yield _Remark("FURNITURE_REMOVED", first, message)
    if any(rule == "furniture.paywall" for rule in draft.removals.values()):
        yield _Remark("PAYWALL", None, "The page asked for a subscription: the story may be cut")
    if draft.wrapped:
        yield _Remark("WRAPPED_HARD", None, "The paragraphs are broken into lines of like length")
    if not draft.text.isascii() and any(mark in draft.text for mark in _MOJIBAKE):
        yield _Remark("MOJIBAKE", None, "Some letters look as if read in a wrong encoding")
    yield from _of_story(draft)


def _of_story(draft: Draft) -> Iterator[_Remark]:
    """What the first paragraph of the story says again or otherwise."""
    story = draft.line(draft.story) if draft.story else None
    if story is None:
        return
    fields, lead = draft.fields, fold(story.value[: 2 * _LEAD])[:_LEAD]
    if fields.dek and fold(fields.dek).startswith(lead):
        yield _Remark("DEK_EQ_LEAD", story, "The story opens with the words of its dek")
    caption = fields.image.caption if fields.image else None
    if caption and fold(caption).startswith(lead):
        yield _Remark("CAPTION_EQ_LEAD", story, "The story opens with the words of a caption")
    if fields.dateline and fields.date and _differs(draft, fields.dateline, fields.date):
        message = f'The dateline "{fields.dateline}" and the date {fields.date} are not of one week'
        yield _Remark("DATE_CONFLICT_DATELINE", story, message)


def _differs(draft: Draft, dateline: str, date: Date) -> bool:
    """Whether the day of a dateline is more than about a week from a date, within a year."""
    found = next(iter(find_dates(dateline, draft.lexicon)), None)
    if found is None or date.day is None:
        return False
    if isinstance(found, DateMatch):
        named = found.date.iso[5:10]
    elif found.month_and_day:
        named = f"{found.month_and_day[0]:02}-{found.month_and_day[1]:02}"
    else:
        return False
    days = abs(_day_of_year(named) - _day_of_year(date.day[5:]))
    return min(days, 365 - days) > 7


def _day_of_year(month_and_day: str) -> int:
    """About which day of a year it is: months counted as equal."""
    return int(int(month_and_day[:2]) * 30.4) + int(month_and_day[3:5])


def _unassigned(draft: Draft) -> list[Line]:
    """The lines between the first line that was understood and the story which nobody claimed."""
    if draft.story is None or not draft.roles:
        return []
    reasons = {number for reason in draft.evidence for number in reason.lines}
    return [line for line in draft.head() if line.number not in reasons]

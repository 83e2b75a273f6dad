"""The single entries of the core: a line of date or byline, with the lines that belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, reduce
from typing import Final

from newsarc.reading.bylines import (
    adds_to_byline,
    is_name,
    names_of,
    reads_as_organisation,
    reads_as_outlet,
)
from newsarc.reading.languages.lexicon import Lexicon, alternatives, fold
from newsarc.reading.lines import Line
from newsarc.reading.pasted.core.grammar import introduces, read_bare_byline, read_meta
from newsarc.reading.pasted.core.meta import Meta
from newsarc.reading.pasted.draft import Draft

_LONGEST_OPENING: Final = 30
_TIME = re.compile(r"\d{1,2}[:.]\d\d")
_LONGEST_ROLE: Final = 8
"""Words of a line that is a role."""


def names_person(byline: str, lexicon: Lexicon) -> bool:
    """Whether a byline names a person, alone or with others."""
    return any(not author.organisation for author in names_of(byline, lexicon))


@dataclass(frozen=True, slots=True)
class CoreLine:
    """A line of date, byline or both, with what it says; or several lines that are one."""

    lines: tuple[Line, ...]
    meta: Meta


def whole_of(core: Sequence[CoreLine]) -> Meta:
    """What the lines of a core say together."""
    # What a word calls the date of publication counts before a date that nothing calls so.
    labelled = sorted((found.meta for found in core), key=lambda meta: not meta.labelled)
    return reduce(Meta.joined, labelled, Meta())


def read_core_line(draft: Draft, head: Sequence[Line], index: int) -> CoreLine | None:
    """What a line of the head says of date and byline, or None where it says anything else.

    "By" and "Published" are read with the line below; a byline, with the role, the handle or the
    outlet below.
    """
    end = index + 1
    if introduces(head[index].value, draft.lexicon) and _touches(head, end):
        end += 1
    meta = read_meta(_text(draft, head[index:end]), draft.lexicon)
    if meta is None or (end > index + 1 and not (meta.has_date or meta.byline)):
        return None
    if meta.has_date and not meta.byline and _touches(head, end) and _TIME.match(head[end].value):
        # The time of day may stand on a line of its own.
        timed = read_meta(_text(draft, head[index : end + 1]), draft.lexicon)
        return CoreLine(tuple(head[index : end + (timed is not None)]), timed or meta)
    longer = _end_of_byline(draft, head, end) if meta.byline else end
    if longer > end and (more := read_meta(_text(draft, head[index:longer]), draft.lexicon)):
        meta, end = more, longer
    return CoreLine(tuple(head[index:end]), meta)


def read_bare_line(draft: Draft, head: Sequence[Line], index: int) -> CoreLine | None:
    """The byline without a by-word that a line of the head is, with the lines that add to it."""
    longest = _end_of_byline(draft, head, index + 1)
    for end in dict.fromkeys((longest, index + 1)):
        if byline := read_bare_byline(_text(draft, head[index:end]), draft.lexicon):
            return CoreLine(tuple(head[index:end]), Meta(byline=byline))
    return None


def _end_of_byline(draft: Draft, head: Sequence[Line], end: int) -> int:
    """Where a byline ends: roles, handles and outlets below a name, further names with theirs."""
    first = end
    while _touches(head, end) or _is_role_apart(draft, head, end):
        value = head[end].value
        if not _adds(value, draft.lexicon):
            joins = _leading_and(draft.lexicon).match(value)
            name = value[joins.end() :] if joins else value
            listed = end > first and _touches(head, end + 1)
            followed = listed and _adds(head[end + 1].value, draft.lexicon)
            if not is_name(name, draft.lexicon) or not (joins or followed):
                break
        end += 1
    return end


def _is_role_apart(draft: Draft, head: Sequence[Line], index: int) -> bool:
    """Whether a line below a blank one is the role of who is named above: pages are laid out so."""
    if index >= len(head) or head[index].number != head[index - 1].number + 2:
        return False
    words = fold(head[index].value).split()
    nouns = draft.lexicon.words("roles", "nouns")
    is_role = 1 < len(words) <= _LONGEST_ROLE and not nouns.isdisjoint(words)
    return is_role and _adds(head[index].value, draft.lexicon)


def _adds(text: str, lexicon: Lexicon) -> bool:
    """Whether a line below a name adds to it; whose role it is, the role's last word says."""
    if adds_to_byline(text, lexicon) or _adds_place(text, lexicon):
        return True
    words = fold(text).split()
    if reads_as_organisation(text, lexicon) and 1 < len(words) <= _LONGEST_ROLE:
        return True
    if _is_outlet_and_place(text, lexicon):
        return True
    is_short = 0 < len(words) <= _LONGEST_ROLE and len(text) <= 80 and not text[0].islower()
    nouns = lexicon.words("roles", "nouns")
    return is_short and (words[-1] in nouns or (len(words) > 2 and words[1] in nouns))


def _adds_place(text: str, lexicon: Lexicon) -> bool:
    """Whether a line says where from: "Reporting from Port Merrow", "in Port Merrow"."""
    folded = fold(text[:_LONGEST_OPENING])
    return (
        len(text) <= 60
        and any(folded.startswith(f"{opening} ") for opening in lexicon.words("byline", "from"))
    ) or any(
        folded.startswith(f"{label},") for label in lexicon.words("byline", "roles_before_comma")
    )


def _is_outlet_and_place(text: str, lexicon: Lexicon) -> bool:
    """Whether a line is an outlet and where its reporter was: "Example News, Port Merrow"."""
    outlet, comma, place = text.partition(",")
    is_place = 0 < len(place.split()) <= 3 and place.strip()[:1].isupper()
    return bool(comma) and is_place and reads_as_outlet(outlet, lexicon)


@cache
def _leading_and(lexicon: Lexicon) -> re.Pattern[str]:
    joined = alternatives(lexicon.words("byline", "and"))
    return re.compile(rf"(?:{joined})\s{{1,3}}", re.IGNORECASE)


def _touches(head: Sequence[Line], index: int) -> bool:
    """Whether there is a line at an index, right below the line before."""
    return index < len(head) and head[index].number == head[index - 1].number + 1


def _text(draft: Draft, lines: Sequence[Line]) -> str:
    return lines[0].value if len(lines) == 1 else draft.text[lines[0].start : lines[-1].end]

"""The core of the head: the lines of date and byline between title and story.

A date or name in the story itself must never be taken. So the core is looked for only where the
lines above it can be a title, a dek and a caption, and only if a story follows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import Final

from newsarc.reading.bylines import is_known_organisation, reads_as_outlet
from newsarc.reading.languages.lexicon import Lexicon, fold
from newsarc.reading.lines import Line
from newsarc.reading.pasted.core.fields import read_core
from newsarc.reading.pasted.core.grammar import read_meta
from newsarc.reading.pasted.core.lines import (
    CoreLine,
    names_person,
    read_bare_line,
    read_core_line,
    whole_of,
)
from newsarc.reading.pasted.core.meta import Meta
from newsarc.reading.pasted.draft import Draft, Role
from newsarc.reading.pasted.furniture.boxes import last_of_story
from newsarc.reading.pasted.pictures.credits import read_credit
from newsarc.reading.pasted.shapes import ends_with_full_stop, may_be_dek, may_be_title

_LONGEST_DEK: Final = 900
"""Characters above lines that a by-word or a label marks as the core."""
_LONGEST_UNMARKED_DEK: Final = 350
"""Characters above a date that stands alone."""
_MOST_DEK_LINES: Final = 4
_WITHOUT_CAPITALS: Final = frozenset("ar fa ur he hi mr ne bn ta te th ja ko zh".split())
"""Languages whose script has no capitals."""
_WRITTEN_TOGETHER: Final = frozenset("ja zh".split())
_NOTHING: Final = Meta()
_YEAR = re.compile(r"\d{4}")


def find_core(draft: Draft) -> Draft:
    """Claim the lines of date and byline, and read date, update, byline, authors and source."""
    head = draft.head()
    core = _in_short_head(draft, head) if draft.story is None else _nearest_to_story(draft, head)
    if not core:
        return draft
    draft = read_core(draft, core)
    return draft.claim((line for found in core for line in found.lines), Role.META)


def _nearest_to_story(draft: Draft, head: Sequence[Line]) -> tuple[CoreLine, ...]:
    """The run of lines of date and byline next to the story, and what runs above it add."""
    runs = [run for run in _runs(draft, head) if _may_be_core(draft, head, run)]
    if not runs:
        return _bare_byline(draft, head, ())
    strongest = max(map(_strength, runs))
    last = max(index for index, run in enumerate(runs) if _strength(run) == strongest)
    core, whole = runs[last], whole_of(runs[last])
    for run in (*runs[last + 1 :], *reversed(runs[:last])):
        more = whole_of(run)
        if not more.repeats(whole) and _adds(more, whole):
            core, whole = (*core, *run), whole.joined(more)
    if whole.byline is None:
        core = (*core, *_bare_byline(draft, head, core))
    return tuple(sorted(core, key=lambda found: found.lines[0].number))


def _bare_byline(
    draft: Draft, head: Sequence[Line], core: Sequence[CoreLine]
) -> tuple[CoreLine, ...]:
    """The line of the head that is a name and nothing else, nearest to the story.

    Not the first one, which is the title; without any date only where it is the last.
    """
    taken = {line.number for found in core for line in found.lines}
    if core and (name := _name_without_capitals(draft, head, taken)):
        return (name,)
    first = 0 if draft.fields.title is not None else 1
    organisation: tuple[CoreLine, ...] = ()
    for index in reversed(range(first, len(head))):
        if head[index].number in taken:
            continue
        found = read_bare_line(draft, head, index)
        if found and not any(line.number in taken for line in found.lines):
            # A person above an outlet is who wrote.
            if names_person(found.meta.byline or "", draft.lexicon):
                return (found,)
            organisation = organisation or (found,)
        elif not core and not head[index].value.startswith(("…", "...")):
            break
    return organisation


def _name_without_capitals(
    draft: Draft, head: Sequence[Line], taken: Container[int]
) -> CoreLine | None:
    """The short line next to a date that is a name, in a script in which names have no shape."""
    if draft.lexicon.language not in _WITHOUT_CAPITALS:
        return None
    first = 0 if draft.fields.title is not None or _opens_with_outlet(draft, head) else 1
    for index in range(first, len(head)):
        line = head[index]
        if index + 2 < len(head) and " " not in head[index + 1].value:
            # A place of one word may stand between the name and the date.
            near: tuple[int, ...] = (index - 1, index + 1, index + 2)
        else:
            near = (index - 1, index + 1)
        beside = any(head[at].number in taken for at in near if 0 <= at < len(head))
        if line.number in taken or not beside:
            continue
        if read_bare_line(draft, head, index) or _may_be_name(draft, line.value):
            return CoreLine((line,), Meta(byline=line.value))
    return None


def _opens_with_outlet(draft: Draft, head: Sequence[Line]) -> bool:
    return bool(head) and is_known_organisation(head[0].value, draft.lexicon)


def _may_be_name(draft: Draft, text: str) -> bool:
    text = re.split("[,،、，(]", text, maxsplit=1)[0].strip()
    words = text.split()
    together = draft.lexicon.language in _WRITTEN_TOGETHER
    fits = 2 <= len(text) <= 8 if together else 2 <= len(words) <= 5 and len(text) <= 40
    known = draft.lexicon.words
    folded = fold(text)
    return (
        fits
        and all(
            character.isalpha() or character in " '’・.\u200c\u093c" or _is_mark(character)
            for character in text
        )
        and folded not in known("sections", "names")
        and folded not in known("menus", "names")
    )


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


def _runs(draft: Draft, head: Sequence[Line]) -> Iterator[tuple[CoreLine, ...]]:
    """The runs of lines of date and byline in the head, in order."""
    index = 0
    while index < len(head):
        found = read_core_line(draft, head, index)
        if found is None:
            index += 1
            continue
        run = _grown(draft, head, index, found, _NOTHING)
        yield run
        index = max(head.index(run[-1].lines[-1]) + 1, index + 1)


def _strength(run: Sequence[CoreLine]) -> int:
    """How much a run says for being the story's own."""
    whole = whole_of(run)
    if whole.date or whole.updated or (whole.named and whole.byline):
        return 2
    return 1


def _adds(more: Meta, whole: Meta) -> bool:
    return bool(
        (more.byline and not whole.byline)
        or (more.date and not whole.date)
        or (more.updated and not whole.updated)
        or (more.date and whole.date)
        or (more.doubtful and not whole.has_date)
        or (more.update_time and whole.date and not whole.updated)
    )


def _may_be_core(draft: Draft, head: Sequence[Line], run: Sequence[CoreLine]) -> bool:
    """Whether a run above the story can be its date and byline, rather than something else."""
    whole = whole_of(run)
    if not whole.marked and _is_one_of_many(draft, run):
        return False
    if draft.fields.title is not None:
        return True
    above = [line for line in head if line.number < run[0].lines[0].number]
    if above:
        return whole.marked or whole.byline is not None or _has_title(draft, above)
    # A name beside a date may be a title; it is none after "by", or of an outlet.
    may_be_title_itself = not whole.marked and whole.byline is not None
    return not may_be_title_itself or reads_as_outlet(whole.byline or "", draft.lexicon)


def _has_title(draft: Draft, above: Sequence[Line]) -> bool:
    """Whether the lines above a date that stands alone can be a title and a dek."""
    titles = [line for line in above if may_be_title(line.value, draft.lexicon)]
    if not titles or (
        titles[0] != above[0] and ends_with_full_stop(titles[0].value, draft.lexicon)
    ):
        return False
    plain = [line for line in above if line.number > titles[0].number]
    length = sum(len(line.value) for line in plain if not read_credit(line.value, draft.lexicon))
    return length <= _LONGEST_UNMARKED_DEK or len(plain) > _MOST_DEK_LINES


def _in_short_head(draft: Draft, head: Sequence[Line]) -> tuple[CoreLine, ...]:
    """The core where nothing reads as a story, and the date above the title with more below."""
    core = _find(draft, head, 0)
    if core and core[0].lines[0] == head[0]:
        below = sum(len(found.lines) for found in core)
        core = (*core, *_find(draft, head, below, whole_of(core)))
    return core


def _find(
    draft: Draft, head: Sequence[Line], first: int, known: Meta = _NOTHING
) -> tuple[CoreLine, ...]:
    """The core among the lines of the head from an index on; empty where there is none."""
    for index in range(first, len(head)):
        found = read_core_line(draft, head, index)
        if found is None or found.meta.repeats(known):
            continue
        run = _grown(draft, head, index, found, known)
        start = head.index(run[0].lines[0])
        end = head.index(run[-1].lines[-1]) + 1
        if _fits(draft, head[first:start], head[end:], run):
            return run
        if index > first:
            return ()
        # The first line may be a title that looks like a name beside a date.
    return ()


def _grown(
    draft: Draft, head: Sequence[Line], index: int, first: CoreLine, known: Meta
) -> tuple[CoreLine, ...]:
    """The lines of the core around its first: a bare name above, more lines below."""
    run = [first]
    whole = known.joined(first.meta)
    placed = whole.byline is not None and whole.has_date and not whole.marked
    if (whole.byline is None or placed) and (name := _name_above(draft, head, index)):
        if placed and names_person(name.meta.byline or "", draft.lexicon):
            # What stands beside the date is where the story was written.
            run[0] = replace(first, meta=replace(first.meta, byline=None))
            run.insert(0, name)
            whole = whole_of(run)
        elif not placed:
            run.insert(0, name)
            whole = whole.joined(name.meta)
    index += len(first.lines)
    while index < len(head):
        more = read_core_line(draft, head, index)
        if more is None and whole.byline is None and not draft.stands_apart(head[index]):
            more = read_bare_line(draft, head, index)
        if more is None and (more := _person_below(draft, head, index, whole)):
            # The paper, beside the date, is not who wrote.
            run = [replace(found, meta=found.meta.of_source()) for found in run]
            whole = whole.of_source()
        if more is None or more.meta.repeats(whole):
            break
        run.append(more)
        whole = whole.joined(more.meta)
        index += len(more.lines)
    return tuple(run)


def _person_below(draft: Draft, head: Sequence[Line], index: int, whole: Meta) -> CoreLine | None:
    """The name of a person right below a line that gives a date and an outlet."""
    if whole.named or not whole.has_date or not reads_as_outlet(whole.byline or "", draft.lexicon):
        return None
    found = None if draft.stands_apart(head[index]) else read_bare_line(draft, head, index)
    is_person = found is not None and names_person(found.meta.byline or "", draft.lexicon)
    return found if is_person else None


def _name_above(draft: Draft, head: Sequence[Line], index: int) -> CoreLine | None:
    """The bare name above a date, below the title; alone, or over the role that it has."""
    title = 1 if draft.fields.title is None else 0
    for start in (index - 2, index - 1):
        found = read_bare_line(draft, head, start) if start >= title else None
        if found and found.lines[-1] == head[index - 1]:
            return found
    return None


def _fits(
    draft: Draft, above: Sequence[Line], below: Sequence[Line], run: Sequence[CoreLine]
) -> bool:
    """Whether lines can be the core, with those above being title, dek and caption."""
    whole = whole_of(run)
    marked = whole.marked
    if not marked and _is_one_of_many(draft, run):
        return False
    if draft.fields.title is None:
        if not above:
            # A name beside a date may be a title; it is none after "by", or of an outlet.
            return marked or whole.byline is None or reads_as_outlet(whole.byline, draft.lexicon)
        if not may_be_title(above[0].value, draft.lexicon):
            return False
        above = above[1:]
    # What is above the last line of a text is its story.
    return not above or (
        bool(below) and _can_be_dek(draft, above, marked or whole.byline is not None)
    )


def _can_be_dek(draft: Draft, lines: Sequence[Line], marked: bool) -> bool:
    """Whether the lines between title and core can be a dek and a caption."""
    plain = [line.value for line in lines if not read_credit(line.value, draft.lexicon)]
    length = sum(map(len, plain))
    return (
        len(plain) <= _MOST_DEK_LINES
        and length <= (_LONGEST_DEK if marked else _LONGEST_UNMARKED_DEK)
        and all(may_be_dek(text, draft.lexicon) for text in plain)
    )


def _is_one_of_many(draft: Draft, run: Sequence[CoreLine]) -> bool:
    """Whether a date stands alone and so do others further down: a diary or a list of events."""
    if any(found.meta.byline for found in run):
        return False
    last = run[-1].lines[-1].number
    end = last_of_story(draft)
    later = (line for line in draft.open_lines(last + 1) if line.number < end)
    return any(_is_bare_date(line.value, draft.lexicon) for line in later)


def _is_bare_date(text: str, lexicon: Lexicon) -> bool:
    if len(text) > 60 or not _YEAR.search(text):
        return False
    meta = read_meta(text, lexicon)
    return meta is not None and meta.date is not None and not meta.byline and not meta.labelled

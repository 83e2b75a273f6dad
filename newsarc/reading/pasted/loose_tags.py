"""Tags without a label, as pages list them below the story, among their buttons and links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from typing import Final

from newsarc.reading.changing import with_changes
from newsarc.reading.languages.lexicon import fold
from newsarc.reading.lines import Line, has_digit
from newsarc.reading.pasted.core.grammar import read_meta
from newsarc.reading.pasted.draft import Draft, Role, evidence
from newsarc.reading.pasted.furniture.boxes import last_of_story
from newsarc.reading.pasted.shapes import ends_with_full_stop, may_be_title, word_count

_MOST: Final = 12
_FEWEST: Final = 2
_LONGEST: Final = 30
_MOST_WORDS: Final = 3
_STEM: Final = 5
"""Letters of a word that its forms have in common, in most languages."""
_SHORTEST: Final = 4
"""Letters of a word that tells: shorter ones are in any text."""
_PART_NAMED: Final = 3
"""One tag of so many must be named in the article, and of two lines each."""
_TOGETHER: Final = "\u1100"
"""The first letter of the scripts whose words are not parted, or hold several."""
_WORD = re.compile(r"[^\W\d_]+")


def find_loose_tags(draft: Draft) -> Draft:
    """Claim short lines below the story, next to furniture, that are named in the article."""
    if draft.story is None or draft.fields.tags:
        return draft
    last = last_of_story(draft)
    for run in _runs(draft, last + 1):
        if _FEWEST <= len(run) <= _MOST and _are_named(draft, run, last):
            tags = tuple(dict.fromkeys(line.value.lstrip("#＃") for line in run))
            reason = evidence("tags", run, "tags.named", "medium")
            return draft.claim(run, Role.LABEL).fill(with_changes(draft.fields, tags=tags), reason)
    return draft


def _runs(draft: Draft, first: int) -> Iterator[list[Line]]:
    """Short lines that follow each other, where furniture stands above or below them."""
    run: list[Line] = []
    furnished = False
    for line in draft.lines_from(first):
        if not line.value:
            continue
        if _may_be_tag(draft, line):
            run.append(line)
            continue
        is_furniture = line.number in draft.furniture or line.number in draft.removals
        if run and (furnished or is_furniture):
            yield run
        run, furnished = [], is_furniture
    if run and furnished:
        yield run


def _may_be_tag(draft: Draft, line: Line) -> bool:
    text = line.value
    return (
        draft.is_open(line)
        and line.number not in draft.furniture
        and 1 < len(text) <= _LONGEST
        and word_count(text) <= _MOST_WORDS
        and (text[0].isalpha() or text[0] in "#＃")
        and ":" not in text
        and not has_digit(text)
        and may_be_title(text, draft.lexicon)
        and not text.endswith(("?", "!", "…", "？"))
        and not ends_with_full_stop(text, draft.lexicon)
        and read_meta(text, draft.lexicon) is None
    )


def _are_named(draft: Draft, run: Sequence[Line], last: int) -> bool:
    """Whether enough of some lines hold a word that the title, dek or story holds too."""
    above = fold("\n".join(line.value for line in draft.lines if line.number <= last))
    stems = {word[:_STEM] for word in _WORD.findall(above)}
    named = sum(_is_named(line.value, stems, above) for line in run)
    return named > 1 or (named > 0 and _FEWEST < len(run) <= named * _PART_NAMED)


def _is_named(tag: str, stems: Set[str], above: str) -> bool:
    tag = fold(tag.lstrip("#＃"))
    if tag[:1] >= _TOGETHER:
        return tag in above
    return any(len(word) >= _SHORTEST and word[:_STEM] in stems for word in _WORD.findall(tag))

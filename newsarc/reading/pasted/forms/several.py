"""Files that hold several articles: a database's export, a digest between rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Final

from newsarc.reading.languages.lexicon import Lexicon, alternatives
from newsarc.reading.lines import Line
from newsarc.reading.pasted.core.grammar import read_meta
from newsarc.reading.pasted.draft import Draft
from newsarc.reading.pasted.shapes import may_be_title

_LONGEST: Final = 80
_BELOW_RULE: Final = 6
"""Lines below a rule among which title and byline of another article stand."""
_RULE = re.compile(r"([=*_~#-])\1{9,200}|(?:[=*_~#-]\s){5,60}[=*_~#-]?")


def find_several(draft: Draft) -> Draft:
    """Say so where a text holds several articles: they are read as one, and nothing is lost."""
    titles = _labelled_titles(draft)
    for line in draft.lines:
        if not 0 < len(line.value) <= _LONGEST:
            continue
        if _RULE.fullmatch(line.value):
            if _begins_article(draft, line):
                return _remarked(draft, line)
        elif line.number in titles[1:2] or (
            line.value[0] in "123456789" and _second(draft.lexicon).fullmatch(line.value)
        ):
            return _remarked(draft, line)
    return draft


def _labelled_titles(draft: Draft) -> list[int]:
    """The numbers of the lines "Title: …" of an exported text."""
    if not any(reason.rule == "title.export" for reason in draft.evidence):
        return []
    label = _title_label(draft.lexicon)
    return [line.number for line in draft.lines if ":" in line.value and label.match(line.value)]


def _remarked(draft: Draft, line: Line) -> Draft:
    message = "Another article begins here; this file is read as one. Give each a file of its own"
    return draft.remark("MULTI_RECORD", line, message)


def _begins_article(draft: Draft, rule: Line) -> bool:
    """Whether title and byline stand below a rule, and above it the story has begun."""
    if draft.story is None or rule.number < draft.story:
        return False
    below = list(islice(_filled(draft, rule.number + 1), _BELOW_RULE))
    if len(below) < 2 or not may_be_title(below[0].value, draft.lexicon):
        return False
    metas = [read_meta(line.value, draft.lexicon) for line in below[1:]]
    return any(meta and (meta.date or (meta.named and meta.byline)) for meta in metas)


def _filled(draft: Draft, number: int) -> Iterator[Line]:
    return (line for line in draft.lines_from(number) if line.value)


@cache
def _second(lexicon: Lexicon) -> re.Pattern[str]:
    """The count of a document that is not the first: "2 of 10 DOCUMENTS"."""
    counts = alternatives(lexicon.words("exports", "counts"))
    return re.compile(rf"(?!1\s)\d{{1,6}}\s(?:of|/)\s\d{{1,6}}\s(?:{counts})", re.IGNORECASE)


@cache
def _title_label(lexicon: Lexicon) -> re.Pattern[str]:
    labels = alternatives(lexicon.words("exports", "title"))
    return re.compile(rf"(?:{labels})\s{{0,3}}:", re.IGNORECASE)

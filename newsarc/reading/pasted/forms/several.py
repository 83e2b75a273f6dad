"""Files that hold several articles: a database's export, a digest, the copy of an agency."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from itertools import islice, takewhile
from typing import Final

from newsarc.reading.languages.lexicon import Lexicon, alternatives
from newsarc.reading.lines import Line
from newsarc.reading.pasted.core.grammar import read_meta
from newsarc.reading.pasted.datelines.finding import read_dateline
from newsarc.reading.pasted.draft import Draft
from newsarc.reading.pasted.shapes import may_be_title

_LONGEST: Final = 80
_BELOW_RULE: Final = 6
"""Lines below a rule among which title and byline of another article stand."""
_METAS: Final = 4
"""Lines below a title, without a blank one, among which are its byline and its date."""
_PARAGRAPH: Final = 80
"""Characters that a story begins with at least; a teaser has fewer below its byline, or none."""
_WRAPPED: Final = 4
"""Lines that hold so many, where paragraphs are broken into lines."""
_RULE = re.compile(r"([=*_~#-])\1{9,200}|(?:[=*_~#-]\s){5,60}[=*_~#-]?")


def find_several(draft: Draft) -> Draft:
    """Say so where a text holds several articles: they are read as one, and nothing is lost."""
    titles = _labelled_titles(draft)[1:2]
    agency = _agency(draft)
    for line in draft.lines:
        if line.value and _begins_another(draft, line, titles, agency):
            return _remarked(draft, line)
    return draft


def _begins_another(draft: Draft, line: Line, titles: Collection[int], agency: str | None) -> bool:
    text = line.value
    if agency and agency in text:
        return _is_wired(draft, line)
    if len(text) > _LONGEST:
        return False
    if _RULE.fullmatch(text):
        return _begins_article(draft, line)
    if line.number in titles:  # it may be a person's, where nothing is below it
        return any(_filled(draft, line.number + 1))
    if draft.stands_apart(line) and _is_headed(draft, line):
        return True
    return text[0] in "123456789" and _second(draft.lexicon).fullmatch(text) is not None


def _agency(draft: Draft) -> str | None:
    """The agency of the dateline that opens the story, in its brackets."""
    story = None if draft.story is None else draft.line(draft.story)
    dateline = story and read_dateline(story.value, draft.lexicon)
    return f"({dateline.agency})" if dateline and dateline.agency else None


def _is_wired(draft: Draft, line: Line) -> bool:
    """Whether another story of the agency opens here."""
    if draft.story is None or line.number <= draft.story or not draft.stands_apart(line):
        return False
    dateline = read_dateline(line.value, draft.lexicon)
    return dateline is not None and dateline.agency is not None and _begins_story(draft, line)


def _is_headed(draft: Draft, title: Line) -> bool:
    """Whether a title with byline and date right below stands in a story, and a story below it."""
    if draft.story is None or title.number <= draft.story or not draft.is_open(title):
        return False
    if not may_be_title(title.value, draft.lexicon):
        return False
    below = islice(draft.lines_from(title.number + 1), _METAS)
    read = (read_meta(line.value, draft.lexicon) for line in below)
    metas = list(takewhile(bool, read))  # up to a blank line, or the story
    named = any(meta and meta.named and meta.byline for meta in metas)
    dated = any(meta and meta.has_date for meta in metas)
    first = next(_filled(draft, title.number + 1 + len(metas)), None)
    return named and dated and first is not None and _begins_story(draft, first)


def _begins_story(draft: Draft, first: Line) -> bool:
    """Whether a paragraph begins here that is as long as a story's first."""
    lines = takewhile(lambda line: line.value, islice(draft.lines_from(first.number), _WRAPPED))
    text = takewhile(lambda line: not read_meta(line.value, draft.lexicon), lines)
    return sum(len(line.value) for line in text) >= _PARAGRAPH


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

"""The title of a Markdown article: its first heading, where that opens the text."""

from __future__ import annotations

import re

from newsarc.reading.changing import with_changes
from newsarc.reading.lines import BLANKS, Line
from newsarc.reading.pasted.core.grammar import read_meta
from newsarc.reading.pasted.draft import Draft, Role, evidence

_HEADING = re.compile(r"#[ \t]+(?P<title>\S.*)")
_CLOSING = re.compile(r"[ \t]#+\Z")
_UNDERLINE = re.compile(r"=+")


def find_heading(draft: Draft) -> Draft:
    """Claim ``# Title``, or ``Title`` over ``=====``, as the title.

    A heading below the first words of the text is left alone: it is one of the story's own.
    """
    for line in draft.opening():
        below = draft.line(line.number + 1)
        if match := _HEADING.fullmatch(line.value):
            title = _CLOSING.sub("", match["title"]).strip(BLANKS)
            return _claim(draft, title, [line], "title.heading")
        if below and _UNDERLINE.fullmatch(below.value):
            return _claim(draft, line.value, [line, below], "title.underlined")
        if read_meta(line.value, draft.lexicon) is None:
            break
    return draft


def _claim(draft: Draft, title: str, lines: list[Line], rule: str) -> Draft:
    return draft.claim(lines, Role.TITLE).fill(
        with_changes(draft.fields, title=title), evidence("title", lines, rule, "high")
    )

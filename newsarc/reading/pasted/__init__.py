"""Pasted text: an article's fields from its own lines.

The text is cut into lines, and small passes claim the lines that they know for a field, one after
the other; each says why in the fields' evidence. A pass sees only lines that none before it has
claimed. What nobody claims is the body: a line that is not understood can never be lost.
A new layout, a new field or a new kind of line is a new pass in ``PASSES``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from newsarc.model import Markup
from newsarc.reading.lines import lines_of
from newsarc.reading.pasted.body import place_body
from newsarc.reading.pasted.captions import find_caption
from newsarc.reading.pasted.core import find_core
from newsarc.reading.pasted.datelines import find_dateline
from newsarc.reading.pasted.deks import find_dek
from newsarc.reading.pasted.draft import Draft
from newsarc.reading.pasted.heading import find_heading
from newsarc.reading.pasted.labels import find_labels
from newsarc.reading.pasted.named import find_named_title
from newsarc.reading.pasted.titles import find_title
from newsarc.reading.record import Fields

_PASSES: tuple[Callable[[Draft], Draft], ...] = (
    find_named_title,
    find_labels,
    find_core,
    find_caption,
    find_title,
    find_dek,
    find_dateline,
)
PASSES: Mapping[Markup, tuple[Callable[[Draft], Draft], ...]] = MappingProxyType(
    {Markup.TEXT: _PASSES, Markup.MARKDOWN: (find_heading, *_PASSES)}
)


def read_pasted(text: str, start: int, markup: Markup) -> Fields:
    """Read a pasted article.

    ``text`` is the source's whole decoded text, of which the article begins at the character
    ``start``; spans and line numbers are those of the whole text. Never raises, but for a bug.
    """
    draft = Draft(text, markup, lines_of(text, start), Fields(body=()))
    for read in PASSES[markup]:
        draft = read(draft)
    return place_body(draft, start)

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
from newsarc.reading.languages.detection import detect_language
from newsarc.reading.languages.lexicon import lexicon_of
from newsarc.reading.lines import lines_of
from newsarc.reading.pasted.body import place_body
from newsarc.reading.pasted.core.finding import find_core
from newsarc.reading.pasted.datelines.field import find_dateline
from newsarc.reading.pasted.deks import find_dek
from newsarc.reading.pasted.draft import Draft
from newsarc.reading.pasted.ending_dates import find_date_at_end
from newsarc.reading.pasted.endings import find_byline_at_end
from newsarc.reading.pasted.exports.records import find_exported
from newsarc.reading.pasted.forms.decks import find_decked_head
from newsarc.reading.pasted.forms.releases import find_release
from newsarc.reading.pasted.forms.reposts import find_repost
from newsarc.reading.pasted.forms.several import find_several
from newsarc.reading.pasted.forms.slugs import find_slug
from newsarc.reading.pasted.furniture.boxes import find_boxes, find_furniture, find_weak_furniture
from newsarc.reading.pasted.furniture.menus import find_menus
from newsarc.reading.pasted.heading import find_heading
from newsarc.reading.pasted.labels import find_labels, find_listed_labels
from newsarc.reading.pasted.language import find_language
from newsarc.reading.pasted.loose_tags import find_loose_tags
from newsarc.reading.pasted.mastheads import find_masthead
from newsarc.reading.pasted.pictures.captions import find_caption, find_named_caption
from newsarc.reading.pasted.pictures.named import find_named_title
from newsarc.reading.pasted.remarks import find_remarks
from newsarc.reading.pasted.story import find_story
from newsarc.reading.pasted.titles import find_title
from newsarc.reading.pasted.wrapping import is_wrapped
from newsarc.reading.record import Fields

_PASSES: tuple[Callable[[Draft], Draft], ...] = (
    find_exported,
    find_slug,
    find_furniture,
    find_release,
    find_named_title,
    find_repost,
    find_decked_head,
    find_story,
    find_listed_labels,
    find_loose_tags,
    find_boxes,
    find_weak_furniture,
    find_labels,
    find_named_caption,
    find_core,
    find_masthead,
    find_title,
    find_caption,
    find_dek,
    find_dateline,
    find_byline_at_end,
    find_date_at_end,
    find_menus,
    find_several,
    find_remarks,
    find_language,
)
PASSES: Mapping[Markup, tuple[Callable[[Draft], Draft], ...]] = MappingProxyType(
    {Markup.TEXT: _PASSES, Markup.MARKDOWN: (find_heading, *_PASSES)}
)


def read_pasted(text: str, start: int, markup: Markup, language: str | None = None) -> Fields:
    """Read a pasted article.

    ``text`` is the source's whole decoded text, of which the article begins at the character
    ``start``; spans and line numbers are those of the whole text. ``language`` is that of the text
    where it is known, a BCP 47 code; otherwise it is detected. Never raises, but for a bug.
    """
    lines = lines_of(text, start)
    known = language or detect_language(text[start:])
    # Too little evidence for a language, but letters that nearly all of English is written in.
    spoken = known or ("en" if text.isascii() else None)
    draft = Draft(
        text,
        markup,
        lines,
        tuple([line for line in lines if line.value]),
        lexicon_of(spoken),
        Fields(body=()),
        known,
        wrapped=is_wrapped(lines),
    )
    for read in PASSES[markup]:
        draft = read(draft)
    return place_body(draft, start)

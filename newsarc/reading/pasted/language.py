"""The language of a pasted text, as a field of its record."""

from __future__ import annotations

from newsarc.model import Evidence
from newsarc.reading.changing import with_changes
from newsarc.reading.pasted.draft import Draft


def find_language(draft: Draft) -> Draft:
    """Fill the language in which the text was read, where no line of it says another."""
    if draft.fields.lang is not None or draft.language is None:
        return draft
    reason = Evidence("lang", (), "lang.detected", "medium")
    return draft.fill(with_changes(draft.fields, lang=draft.language), reason)

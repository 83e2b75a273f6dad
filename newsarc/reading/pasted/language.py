"""The language of a pasted text, as a field of its record."""

from __future__ import annotations

from dataclasses import replace

from newsarc.model import Evidence
from newsarc.reading.pasted.draft import Draft


def find_language(draft: Draft) -> Draft:
    """Fill the language in which the text was read, where no line of it says another."""
    if draft.fields.lang is not None or draft.language is None:
        return draft
    reason = Evidence("lang", (), "lang.detected", "medium")
    return draft.fill(replace(draft.fields, lang=draft.language), reason)

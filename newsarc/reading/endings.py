"""Which files are sources, and what their endings say of them."""

from __future__ import annotations

from newsarc.model import Markup

MARKDOWN_ENDINGS = (".md", ".markdown")
SOURCE_ENDINGS = (".txt", ".text", *MARKDOWN_ENDINGS)


def markup_of(path: str) -> Markup:
    """What a source of this name is written in."""
    return Markup.MARKDOWN if path.lower().endswith(MARKDOWN_ENDINGS) else Markup.TEXT

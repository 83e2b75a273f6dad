"""Which files are sources, and what their endings say of them."""

from __future__ import annotations

import re

from newsarc.model import Markup

MARKDOWN_ENDINGS = (".md", ".markdown")
SOURCE_ENDINGS = (".txt", ".text", *MARKDOWN_ENDINGS)


def markup_of(path: str) -> Markup:
    """What a source of this name is written in."""
    return Markup.MARKDOWN if path.lower().endswith(MARKDOWN_ENDINGS) else Markup.TEXT


_ORIGINAL = re.compile(r"\.original(?:-\d{1,9})?\Z")


def is_original(name: str) -> bool:
    """Whether a file of this name is the text from which a source was rewritten."""
    return _ORIGINAL.search(name) is not None

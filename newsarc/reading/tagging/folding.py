"""One form for the spellings of one name."""

from __future__ import annotations

import unicodedata

_DROPPED = dict.fromkeys(map(ord, "'’‘`´ʼ.\N{SOFT HYPHEN}"))
_SPACED = dict.fromkeys(map(ord, "-‐‑–_"), " ")
_TABLE = _DROPPED | _SPACED


def fold(name: str) -> str:
    """The name without case, accents, apostrophes, full stops and hyphens, in single spaces."""
    if name.isascii():
        # Most names, and a quarter of the time.
        if name.replace(" ", "").isalpha():
            return " ".join(name.lower().split())
    else:
        decomposed = unicodedata.normalize("NFKD", name.casefold())
        name = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(name.casefold().translate(_TABLE).split())

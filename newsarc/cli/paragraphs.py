"""Lines put together into paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsarc.reading.reviewing.line_roles import LineRole

_LONGEST_WRAPPED: Final = 100
"""Longer lines are paragraphs of their own."""
_SHORTEST_WRAPPED: Final = 40
_ENDS: Final = tuple('.!?…。！？"”’»)')


def paragraphs_of(lines: Sequence[LineRole]) -> list[Sequence[LineRole]]:
    """Lines between blank ones; where these are whole paragraphs, each for itself."""
    blocks: list[list[LineRole]] = []
    above_is_blank = True
    for line in lines:
        if not line.text.strip():
            above_is_blank = True
            continue
        if above_is_blank:
            blocks.append([])
        blocks[-1].append(line)
        above_is_blank = False
    return [paragraph for block in blocks for paragraph in _parted(block)]


def _parted(block: list[LineRole]) -> Sequence[Sequence[LineRole]]:
    return [block] if _is_wrapped(block) else [[line] for line in block]


def _is_wrapped(block: Sequence[LineRole]) -> bool:
    """Whether lines are one paragraph, broken where a page was as wide."""
    inner = [line.text.strip() for line in block[:-1]]
    return (
        bool(inner)
        and max(map(len, inner)) <= _LONGEST_WRAPPED
        and sum(len(text) >= _SHORTEST_WRAPPED for text in inner) * 2 > len(inner)
        and sum(text.endswith(_ENDS) for text in inner) * 2 <= len(inner)
    )

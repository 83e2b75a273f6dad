"""Whether the paragraphs of a text are broken into lines of about the same length."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Final

from newsarc.reading.lines import Line

_SAMPLE: Final = 400
_FULL: Final = range(40, 101)
"""Characters of a line that was broken because it was full."""
_FEWEST: Final = 4
_SHARE: Final = 0.6


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether most lines that another touches are of a length at which lines are broken."""
    sample = list(islice((line for line in lines if line.value), _SAMPLE))
    touched = [line.value for line, below in pairwise(sample) if below.number == line.number + 1]
    full = [value for value in touched if len(value) in _FULL]
    broken = [value for value in full if value[-1].isalnum() or value[-1] in ",;-–—'’"]
    too_long = sum(len(line.value) > _FULL[-1] for line in sample)
    return (
        len(broken) >= _FEWEST
        and len(full) >= _SHARE * len(touched)
        and len(broken) * 2 >= len(full)
        and too_long * 20 <= len(sample)
    )

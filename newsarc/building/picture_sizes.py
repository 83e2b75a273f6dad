"""How large a picture is, from the first bytes of its file."""

from __future__ import annotations

import struct
from pathlib import Path

from newsarc.model import Size

_LARGEST = 100_000
# What imagesize raises where a file is cut off, or is another thing than its first bytes say.
_DAMAGED = (OSError, ValueError, LookupError, TypeError, struct.error, ArithmeticError)


def size_of(file: Path) -> Size | None:
    """The size at which browsers show a picture; None where it cannot be told. Never raises.

    A photograph that its camera has marked as turned is as wide as it is high in the file.
    """
    # It asks for urllib and ssl, which a build without new pictures need not wait 40 ms for.
    import imagesize  # noqa: PLC0415

    try:
        width, height = imagesize.get(file)
    except _DAMAGED:
        return None
    if not (1 <= width <= _LARGEST and 1 <= height <= _LARGEST):
        return None
    return Size(int(width), int(height))

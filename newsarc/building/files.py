"""Reading files: digests, and what is said of files that cannot be read."""

from __future__ import annotations

import hashlib
from pathlib import Path

from newsarc.errors import Problem


def digest_file(path: Path) -> str:
    """SHA-256 of a file of any size, hexadecimal. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def unreadable(shown: str, error: OSError) -> Problem:
    """The problem of a source, a picture or a folder that the disk refuses to give."""
    hint = "give yourself the right to read it, or move it out of the folder of articles"
    return Problem(shown, f"cannot be read: {error.strerror or error}", hint=hint)

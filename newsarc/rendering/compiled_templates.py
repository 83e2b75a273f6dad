"""Templates compiled once and kept in a folder: compiling those of a site takes 0.3 s a process.

What is kept is only ever a short cut. A file that is damaged, or was made by something else, is as
good as none; a folder that cannot be written to stays as it is.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

_DIGEST_SIZE = 32


class CompiledTemplates(BytecodeCache):
    """The folder of compiled templates, for Jinja."""

    def __init__(self, folder: Path, made_by: str) -> None:
        """``made_by`` names all that the code of a template follows from, besides the template.

        That is more than newsarc's code and Jinja's: Jinja asks filters at once for what they make
        of constants, and those know the language of the site, and how Babel writes numbers in it.
        """
        self._folder = folder
        self._made_by = hashlib.blake2b(made_by.encode(), digest_size=_DIGEST_SIZE).digest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what was kept, if it is whole: damaged code might crash Python."""
        with suppress(OSError):
            kept = self._file(bucket).read_bytes()
            digest, code = kept[:_DIGEST_SIZE], kept[_DIGEST_SIZE:]
            if digest == self._digest(code):
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a bucket holds; other processes see all of it or nothing."""
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(self._digest(code) + code)
                Path(name).replace(self._file(bucket))
            except OSError:
                Path(name).unlink()
                raise

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.compiled"

    def _digest(self, code: bytes) -> bytes:
        return hashlib.blake2b(code, key=self._made_by, digest_size=_DIGEST_SIZE).digest()

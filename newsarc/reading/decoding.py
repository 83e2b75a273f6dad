"""From bytes to text that can be turned back into the very same bytes.

A byte order mark is believed, then UTF-8 is tried, and only then is the encoding detected.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsarc.errors import Problem
from newsarc.model import Diagnostic
from newsarc.reading.latin_encodings import latin_encoding

# UTF-32 comes first: its little-endian mark begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ESCAPE = b"\x1b"
_JAPANESE_ESCAPE = _ESCAPE + b"$"
_SAMPLE = 4096
# What people's computers wrote before UTF-8 where Latin letters are not used; without the encodings
# of mainframes and of DOS, which detection takes short texts for.
_CANDIDATES = (
    *("cp1251", "koi8_r", "koi8_u", "iso8859_5", "mac_cyrillic"),
    *("cp1253", "iso8859_7", "cp1255", "cp1256", "iso8859_6", "tis_620"),
    *("shift_jis", "euc_jp", "gb18030", "big5", "cp949"),
)
_SHOWN_NAMES = (("cp125", "Windows-125"), ("iso8859", "ISO-8859"), ("mac-roman", "Mac Roman"))
_SEEN = re.compile(r"[^\s\ufeff\u200b\u2060]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A source's text. ``text.encode(encoding)`` is the source, byte for byte."""

    text: str
    """A byte order mark is kept, as U+FEFF."""
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes, path: str) -> Decoded | Problem:
    """The text of a source, or why it has none; ``path`` is for the message.

    Never raises. A text whose encoding had to be detected has a diagnostic that names it.
    """
    decoded = _decode(data)
    # No encoding writes the character without the byte, which is found twenty times as fast.
    if b"\0" in data and "\0" in decoded.text:
        return _not_text(data, decoded, path)
    if not _SEEN.search(decoded.text):
        message = "the file holds nothing but blank space" if data else "the file is empty"
        return Problem(path, message, hint="paste an article into it, or delete it")
    return decoded


def _decode(data: bytes) -> Decoded:
    for encoding in _marked_or_unicode(data):
        text = _exact(data, encoding)
        if text is not None:
            return Decoded(text, encoding)
    encoding = _shape_of_utf16(data) or ("latin-1" if b"\0" in data else _detected(data))
    text = _exact(data, encoding)
    if text is None:
        encoding, text = "latin-1", data.decode("latin-1")
    return Decoded(text, encoding, (_detection(data, encoding),))


def _marked_or_unicode(data: bytes) -> Iterator[str]:
    yield from (encoding for mark, encoding in _MARKS if data.startswith(mark))
    # One byte is found twenty times as fast as two, and hardly any text has it.
    if _ESCAPE in data and _JAPANESE_ESCAPE in data:
        yield "iso2022_jp"
    if not _shape_of_utf16(data):
        yield "utf-8"


def _exact(data: bytes, encoding: str) -> str | None:
    """The text, if this encoding gives one that leads back to the same bytes."""
    try:
        text = data.decode(encoding)
        # UTF-8 and single bytes lead back by their definition; others have several ways to write
        # one character.
        exact = encoding == "utf-8" or text.encode(encoding) == data
    except (UnicodeError, LookupError):
        return None
    return text if exact else None


def _shape_of_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: in Latin letters, every other byte is zero."""
    sample = data[:_SAMPLE]
    zeros = sample.count(0)
    if len(data) % 2 or zeros * 3 < len(sample):
        return None
    odd = sample[1::2].count(0)
    if odd == zeros:
        return "utf-16-le"
    return "utf-16-be" if odd == 0 else None


def _detected(data: bytes) -> str:
    if (latin := latin_encoding(data)) is not None:
        return codecs.lookup(latin).name
    # Imported here: hardly any archive needs it, and importing it costs every start.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data, cp_isolation=list(_CANDIDATES)).best()
    return codecs.lookup("cp1252" if best is None else best.encoding).name


def _detection(data: bytes, encoding: str) -> Diagnostic:
    try:
        data.decode("utf-8")
        line = 1
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    name = encoding
    for prefix, shown in _SHOWN_NAMES:
        name = name.replace(prefix, shown)
    message = f"not UTF-8; the file is read as {name}"
    return Diagnostic("ENCODING_DETECTED", line, message)


def _not_text(data: bytes, decoded: Decoded, path: str) -> Problem:
    before = decoded.text[: decoded.text.index("\0")]
    place = len(before.encode(decoded.encoding)) + 1
    return Problem(
        path,
        f"is not a text file (byte {place} of {len(data)} is zero)",
        line=before.count("\n") + 1,
        hint="save it as plain text in UTF-8, or move it out of the articles folder",
    )

"""Which of the old encodings of Latin letters a text is in.

They differ in a few dozen characters, which statistics of letters cannot tell from so few: in
Windows-1250 the é is where it is in Windows-1252, and "mañana" is "mańana". What tells is whether
one language has all the letters that a reading shows, and none stands where no language puts it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

# The letters beyond A to Z of languages, by the encodings that were made for them.
_WESTERN = (
    "àâæçéèêëîïôœùûüÿ",  # French
    "áéíñóúüïçàò",  # Spanish, Irish, and names from Catalan
    "áâãàçéêíóôõúü",  # Portuguese
    "äöüßéè",  # German
    "àáèéìíîòóùú",  # Italian
    "åäöéü",  # Swedish, Finnish
    "åæøéèóòôäö",  # Danish, Norwegian
    "áéëïíóöüúèê",  # Dutch, Afrikaans
    "àçéèíïóòúü",  # Catalan
    "áðéíóúýþæö",  # Icelandic, Faroese
)
_CENTRAL = (
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "áéíóöőúüű",  # Hungarian
    "čćđšž",  # Croatian, Bosnian, Serbian, Slovene
    "ăâîşţ",  # Romanian
)
_TURKISH = ("çğıİöşüâîû",)
_BALTIC = (
    "ąčęėįšųūž",  # Lithuanian
    "āčēģīķļņšūž",  # Latvian
    "äõöüšž",  # Estonian
)
_ALPHABETS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "cp1252": _WESTERN,
        "latin-1": _WESTERN,
        "mac_roman": _WESTERN,
        "cp1250": _CENTRAL,
        "iso8859_2": _CENTRAL,
        "cp1254": _TURKISH,
        "cp1257": _BALTIC,
    }
)
"""The encodings most often met come first, and win where others read as well."""
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
_HIGH = re.compile(rb"[\x80-\xff]")
_MOST_HIGH = 0.4
"""Of letters: in Latin script fewer are accented, in any other far more are beyond ASCII."""
_LETTER = re.compile(r"[^\W\d_\x00-\x7f]")
# A sign between letters, a capital after a small letter, or a control character.
_MISPLACED = re.compile(
    r"(?<=[^\W\d_])[^\w\s\x00-\x7f‘’–—…·•](?=[^\W\d_])"
    r"|(?<=[a-z.,])[À-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŐŒŔŘŚŞŠŢŤŪŮŰŲŸŹŻŽ]|[\x80-\x9f]"
)


def latin_encoding(data: bytes) -> str | None:
    """The encoding of a text in Latin letters that is not UTF-8; None if it is in other letters."""
    high, ascii_letters = len(_HIGH.findall(data)), len(_ASCII_LETTER.findall(data))
    if high > _MOST_HIGH * (high + ascii_letters):
        return None
    faults = {
        encoding: _faults(text, alphabets)
        for encoding, alphabets in _ALPHABETS.items()
        if (text := _decoded(data, encoding)) is not None
    }
    return min(faults, key=faults.__getitem__, default=None)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _faults(text: str, alphabets: tuple[str, ...]) -> int:
    """How many characters of a reading are not where, or not what, they should be."""
    letters = _LETTER.findall(text)
    strange = min(
        sum(1 for letter in letters if letter.lower() not in alphabet and letter not in alphabet)
        for alphabet in alphabets
    )
    return strange + len(_MISPLACED.findall(text))

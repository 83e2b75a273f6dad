"""What a source's path tells: a date, and words for its address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date as calendar_date

from newsarc.model import Date

# The first newspapers are of the 1600s; earlier numbers of four digits are no years here.
_YEAR = r"(1[6-9]\d\d|20\d\d)"
_LEADING_DATE = re.compile(
    rf"{_YEAR}(?:([-_.])(\d\d)\2(\d\d)(?:T\d\d[-:.]?\d\d(?:[-:.]?\d\d)?Z?)?"
    r"|(\d\d)(\d\d)(?:T?\d{4}(?:\d\d)?Z?)?)(?!\d)"
)
_YEAR_FOLDER = re.compile(_YEAR)
_MONTH_FOLDER = re.compile(rf"{_YEAR}[-_.](\d\d)")
_NUMBER = re.compile(r"[0-9]{1,2}|[0-9]{4}")
_LENGTHS = (4, 7, 10)

_FOLDER_NAMES = ("index", "_index")
"""Files that stand for the folder they are in."""
_ESCAPED_SPACE = "%20"
_BETWEEN_WORDS = re.compile(r"[\s_+.,()\[\]{}\u2010-\u2015-]+")
_UUID = re.compile(r"[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}", re.IGNORECASE)
_LENGTH_OF_UUID = 32
_HASH = re.compile(r"[0-9a-f]{8,}", re.IGNORECASE)
_VOWEL = re.compile(r"[aeiouy]|[^\x00-\x7f]", re.IGNORECASE)
# What programs and people in a hurry call a file.
_NAMES_OF_NOTHING = frozenset(
    "a an the new neu neues nuevo nouveau of copy kopie copia copie final draft version rev v "
    "untitled unnamed unbenannt untitle sans titre sin titulo título senza titolo без названия "
    "article articles artikel articulo artículo articolo story stories item post entry page "
    "doc document dokument documento file datei fichier text txt note notes paste pasted clip "
    "clipboard download downloads export output input scan scans img image images pic picture "
    "photo screenshot dsc dscn dscf dcim pxl vid temp tmp test part section index readme "
    "default data content body main news md".split()
)


def date_in_path(path: str) -> Date | None:
    """The date that a source's file name begins with, else the one that its folders name.

    ``2020-10-13-x.md``, ``20201013-x.txt`` and ``2020/10/13/x.txt`` give a day, ``2020/10/x.txt``
    a month, ``2020/x.txt`` a year.
    """
    *folders, name = path.split("/")
    for part in (name, *reversed(folders)):
        if day := _leading_day(part):
            return day
    return _date_of_folders(folders)


def words_in_path(path: str) -> str | None:
    """The words of a source's file name, without a leading date; None if it has none.

    Numbers, hashes, and the names that programs give (``untitled``, ``IMG_2034``,
    ``article (3)``) are no words. For ``index.md`` its folder's name is taken.
    """
    folder, _, name = path.rpartition("/")
    stem = _stem_of(name)
    if stem.lower() in _FOLDER_NAMES:
        stem = folder.rpartition("/")[2]
    stem = unicodedata.normalize("NFC", stem).replace(_ESCAPED_SPACE, " ")
    date = _LEADING_DATE.match(stem)
    if date is not None and _leading_day(stem):
        stem = stem[date.end() :]
    if len(stem) >= _LENGTH_OF_UUID:
        stem = _UUID.sub(" ", stem)
    words = [word for word in _BETWEEN_WORDS.split(stem) if word]
    if not any(map(_tells, words)) or (len(words) == 1 and not _VOWEL.search(words[0])):
        return None
    return " ".join(words)


def _stem_of(name: str) -> str:
    """The name of a file without its ending, as ``pathlib`` cuts it in ten times the time."""
    dot = name.rfind(".")
    return name[:dot] if 0 < dot < len(name) - 1 else name


def _tells(word: str) -> bool:
    """Whether a word says what a file is about."""
    if not word.isalpha() and (not any(map(str.isalpha, word)) or any(map(str.isdigit, word))):
        return False
    if word.isascii() and len(word) < 3:
        return False
    return word.lower() not in _NAMES_OF_NOTHING and not _HASH.fullmatch(word)


def _leading_day(name: str) -> Date | None:
    found = _LEADING_DATE.match(name)
    if found is None:
        return None
    return _date((found[1], found[3] or found[5], found[4] or found[6]))


def _date_of_folders(folders: Sequence[str]) -> Date | None:
    """The date of the deepest year among the folders, with the month and day inside of it."""
    for index in range(len(folders) - 1, -1, -1):
        if found := _MONTH_FOLDER.fullmatch(folders[index]):
            parts: Sequence[str] = (found[1], found[2], *folders[index + 1 : index + 2])
        elif _YEAR_FOLDER.fullmatch(folders[index]):
            parts = folders[index : index + 3]
        else:
            continue
        dates = (_date(parts[:length]) for length in range(len(parts), 0, -1))
        return next(filter(None, dates), None)
    return None


def _date(parts: Sequence[str]) -> Date | None:
    """The date of a year, a month and a day, or of the first of them."""
    if not all(_NUMBER.fullmatch(part) for part in parts):
        return None
    numbers = [*map(int, parts), 1, 1][:3]
    try:
        day = calendar_date(*numbers).isoformat()
    except ValueError:
        return None
    return Date(day[: _LENGTHS[len(parts) - 1]])

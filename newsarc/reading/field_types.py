"""The types of front matter's fields: each function reads one kind, or says what it wants.

Each takes what was given, or None where nothing was, and notes where its value comes from and what
is wrong with it. A value with an error is left out.
"""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from newsarc.model import Date, Diagnostic
from newsarc.reading.dates.iso import iso_date
from newsarc.reading.dates.numeric import numeric_readings
from newsarc.reading.entities import decode_entities
from newsarc.reading.front_matter.values import Items, Text, Value, to_json
from newsarc.reading.given import Given, Notes, shown
from newsarc.reading.lines import BLANKS

_LONGEST_TITLE = 500
_SPACES = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
# RFC 5646, section 2.1, without private names and those kept from older lists.
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
# Linux and macOS take names of 255 bytes, in paths of 1,024 (macOS) with the folder of the site.
_LONGEST_NAME, _LONGEST_ALIAS = 255, 500
_EARLY = re.compile(r"0\d{3}(?:-\d\d){0,2}")
_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}


def one_line(given: Given, value: Value, notes: Notes) -> str | None:
    """A value as one line of text, character references decoded."""
    text = _decoded(given, value, notes)
    return squeezed(text) or None if text is not None else None


def _decoded(given: Given, value: Value, notes: Notes) -> str | None:
    """The text that a value is, character references decoded."""
    if not isinstance(value, Text):
        notes.wrong_shape(given, value, "one text")
        return None
    if "&" not in value.text:
        return value.text
    text, references = decode_entities(value.text)
    if references:
        listed = ", ".join(f'"{reference}" as "{character}"' for reference, character in references)
        message = f"{given.name}: read {listed}"
        notes.diagnostics.append(Diagnostic("ENTITY_DECODED", value.place.line, message))
    return text


def squeezed(text: str) -> str:
    """The text in one line, without blanks at its ends; no-break spaces inside stay."""
    if text.isprintable() and "  " not in text:
        return text.strip(" ")  # the one blank that counts as printable
    return _SPACES.sub(" ", text).strip(BLANKS)


def squeezed_lines(text: str) -> str:
    """The text with its line breaks, each line of it squeezed."""
    if "\n" not in text and "\r" not in text:
        return squeezed(text)
    return "\n".join(map(squeezed, _LINE_BREAK.split(text))).strip("\n")


def read_text(given: Given | None, notes: Notes) -> str | None:
    """A text of one line."""
    if given is None or (text := one_line(given, given.value, notes)) is None:
        return None
    notes.found(given)
    return text


def read_lines(given: Given | None, notes: Notes) -> str | None:
    """A text that may have several lines, such as two deks one below the other."""
    if given is None or (text := _decoded(given, given.value, notes)) is None:
        return None
    lines = squeezed_lines(text)
    if lines:
        notes.found(given)
    return lines or None


def read_verbatim(given: Given | None, notes: Notes) -> str | None:
    """A text of one line that is a name for programs: character references stay."""
    if given is None:
        return None
    if not isinstance(given.value, Text):
        notes.wrong_shape(given, given.value, "one text")
        return None
    if text := squeezed(given.value.text):
        notes.found(given)
    return text or None


def read_title(given: Given | None, notes: Notes) -> str | None:
    """A title; one of the length of a body is suspicious."""
    title = read_text(given, notes)
    if given is not None and title is not None and len(title) > _LONGEST_TITLE:
        message = f"is {len(title)} characters long; is the body in the title?"
        hint = "move all but the title below the front matter"
        notes.problem(given, given.value.place, message, hint, "warning")
    return title


def read_date(given: Given | None, notes: Notes) -> Date | None:
    """A date, of any precision."""
    if given is None:
        return None
    if not isinstance(given.value, Text):
        notes.wrong_shape(given, given.value, "a date")
        return None
    text = squeezed(given.value.text)
    # Front matter's dates are mostly such: 2 µs, where looking for what may be around one takes 50.
    date = iso_date(text) or _other_date(text)
    if date is not None:
        notes.found(given)
        return date
    _report_date(given, text, notes)
    return None


def _other_date(text: str) -> Date | None:
    from newsarc.reading.dates.finding import parse_date  # noqa: PLC0415

    return parse_date(text)


def _report_date(given: Given, text: str, notes: Notes) -> None:
    """Say why a text is no date."""
    readings = numeric_readings(text)
    if len(readings) > 1:
        message = f"{shown(text)} can be read in two ways"
        hint = f"write {readings[0]} or {readings[-1]}"
    elif _EARLY.fullmatch(text):
        message = f"{shown(text)} is too early: years begin with 1000"
        hint = "leave the date out and write it in the text"
    else:
        message = f"{shown(text)} is not a date"
        hint = "write YYYY-MM-DD, or a full ISO time"
    notes.problem(given, given.value.place, message, hint)


def read_truth(given: Given | None, notes: Notes) -> bool:
    """True or false; false where nothing is given."""
    if given is None:
        return False
    if not isinstance(given.value, Text):
        notes.wrong_shape(given, given.value, "true or false")
        return False
    truth = _TRUTHS.get(given.value.text.strip().lower())
    if truth is None:
        message = f"{shown(given.value.text)} is neither true nor false"
        hint = "write true or false, or leave the line out"
        notes.problem(given, given.value.place, message, hint)
        return False
    notes.found(given)
    return truth


def read_language(given: Given | None, notes: Notes) -> str | None:
    """A language code of the shape of BCP 47."""
    if given is None or (code := one_line(given, given.value, notes)) is None:
        return None
    if _LANGUAGE.fullmatch(code):
        notes.found(given)
        return code
    mended = code.replace("_", "-").partition(".")[0]
    hint = f"write {mended}" if _LANGUAGE.fullmatch(mended) else "write en, pt-BR or zh-Hant"
    notes.problem(given, given.value.place, f"{shown(code)} is not a language code", hint)
    return None


def read_address(given: Given | None, notes: Notes) -> str | None:
    """An address on the web; anything else is kept as a field of its own."""
    if given is None:
        return None
    if not isinstance(given.value, Text):
        notes.wrong_shape(given, given.value, "one address")
        return None
    address = given.value.text.strip(BLANKS)
    if _is_web_address(address):
        notes.found(given)
        return address
    notes.extra[given.name] = to_json(given.value)
    hint = "write the whole address, beginning with https://"
    message = f"{shown(address)} is not an address on the web"
    notes.problem(given, given.value.place, message, hint, "warning")
    return None


def _is_web_address(text: str) -> bool:
    if _SPACES.search(text):
        return False
    try:
        parts = urlsplit(text)
    except ValueError:  # brackets that are not around an IPv6 address
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def read_aliases(given: Given | None, notes: Notes) -> tuple[str, ...]:
    """Former addresses of the article in this site."""
    if given is None:
        return ()
    values = given.value.items if isinstance(given.value, Items) else (given.value,)
    aliases: dict[str, None] = {}
    for value in values:
        if not isinstance(value, Text):
            notes.wrong_shape(given, value, "old addresses")
            continue
        alias = value.text.strip(BLANKS)
        if (fault := _fault_of_alias(alias)) is None:
            aliases[alias] = None
        else:
            hint = "write the old address as a path, such as /2012/02/old-name/"
            notes.problem(given, value.place, f"{shown(alias)} {fault}", hint)
    if aliases:
        notes.found(given)
    return tuple(aliases)


def _fault_of_alias(alias: str) -> str | None:
    if not alias:
        return "is empty"
    if _CONTROL.search(alias):
        return "holds a control character"
    if "\\" in alias:
        return "holds a backslash"
    if alias.startswith("//") or _SCHEME.match(alias):
        return "is an address of another site"
    if ".." in alias.split("/"):
        return "leads out of the site"
    parts = unquote(alias).encode(errors="replace").split(b"/")
    if len(alias) > _LONGEST_ALIAS or max(map(len, parts)) > _LONGEST_NAME:
        return "is longer than file systems take"
    return None

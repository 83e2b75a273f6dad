"""What front matter says of an article after publication: corrections, and that it is withdrawn.

The values stay fields of their own. Here they are only looked at, since what has another shape
than the site reads would be shown otherwise than it is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsarc.model import Date
from newsarc.reading.front_matter import FrontMatter
from newsarc.reading.front_matter.values import Items, Table, Text, Value
from newsarc.reading.given import Given, Notes, shown

TEXTS = ("text", "reason", "note", "correction", "description")
"""The names under which a table gives its text."""
_WANTED = {
    "corrections": "a text, or a table of date and text",
    "withdrawn": "true, the reason, or a table of date and reason",
}
EDITORIAL_FIELDS = frozenset(_WANTED)
# A withdrawal may have a date alone; a correction says what was corrected.
_SHOWN_BY = {"corrections": frozenset(TEXTS), "withdrawn": frozenset(("date", *TEXTS))}


def check_editorial(front_matter: FrontMatter, notes: Notes) -> None:
    """Warn of what is neither a text nor a table with a date and a text."""
    for name, wanted in _WANTED.items():
        value = front_matter.values.get(name)
        if value is None or value.empty:
            continue
        given = Given(name, name, value, front_matter.places[name].line)
        for each in value.items if isinstance(value, Items) and name == "corrections" else (value,):
            _check(given, each, wanted, notes)


def _check(given: Given, value: Value, wanted: str, notes: Notes) -> None:
    if isinstance(value, Text):
        return
    if isinstance(value, Items):
        message = f"wants {wanted}, not a list"
        notes.problem(given, value.place, message, f"write {wanted}", "warning")
        return
    for name, message, hint in (
        *_mistakes(value, wanted),
        *_silence(value, _SHOWN_BY[given.field], wanted),
    ):
        notes.problem(given, value.names.get(name, value.place), message, hint, "warning")


def _mistakes(table: Table, wanted: str) -> Iterator[tuple[str, str, str]]:
    """What is wrong with a table: the name at which it is, what, and how to mend it."""
    for name, value in table.entries.items():
        if name != "date" and name not in TEXTS:
            yield name, f'"{name}" is not read here', f"write {wanted}"
        elif not isinstance(value, Text):
            yield name, f"{name} wants one text", f"write {wanted}"
        elif name == "date" and not value.empty and not Date.from_iso(value.text.strip()):
            yield name, f"{shown(value.text)} is not a date here", "write YYYY-MM-DD"


def _silence(table: Table, shown_by: frozenset[str], wanted: str) -> Iterator[tuple[str, str, str]]:
    """Whether a table has nothing that a page would show."""
    if all(table.entries[name].empty for name in table.entries.keys() & shown_by):
        yield "", "says nothing that is shown", f"write {wanted}"

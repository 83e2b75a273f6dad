"""Lines that say themselves what they are, at the head and the foot: ``Tags: harbour, storm``."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final, NamedTuple

from newsarc.model import Date
from newsarc.reading.lexicon import alternatives, words
from newsarc.reading.lines import BLANKS, Line
from newsarc.reading.pasted.draft import Draft, Role, evidence
from newsarc.reading.pasted.meta import read_meta
from newsarc.reading.pasted.shapes import ends_with_full_stop, reads_as_story
from newsarc.reading.record import Fields

_KEYS: Final = ("tags", "section", "source", "url")
_LONGEST_VALUE: Final = 100
_LONGEST_TAGS: Final = 1000
_LONGEST_TAG: Final = 60
_MOST_AT_FOOT: Final = 6
_ADDRESS = re.compile(r"https?://[^\s<>\"]{3,2000}", re.IGNORECASE)
_SENTENCE = re.compile(r"[^\W\d_]{3,}[.!?]\s")


class _Label(NamedTuple):
    """What a labelled line says."""

    key: str
    values: tuple[str, ...]
    rule: str


def find_labels(draft: Draft) -> Draft:
    """Claim the labelled lines; fill tags, section, source, address and update from them."""
    for line in (*_head(draft), *_foot(draft)):
        if label := _read(line.value):
            draft = _fill(draft, line, label)
        elif updated := _update(line.value):
            draft = _fill(draft, line, updated)
    return draft


def _head(draft: Draft) -> list[Line]:
    """The labelled lines above the story."""
    head = draft.head()
    labelled = [line for line in head if _read(line.value)]
    if not labelled:
        return []
    first_sentence, core = len(head), False
    for index, line in enumerate(head):
        if reads_as_story(line.value):
            if core or first_sentence < index:
                end = index
                break
            first_sentence = index
        core = core or read_meta(line.value) is not None
    else:
        end = len(head)
    # One sentence can be a dek, but only above a line of date or byline.
    above_story = head[: end if core else first_sentence]
    return [line for line in labelled if line in above_story]


def _foot(draft: Draft) -> list[Line]:
    """The labelled lines that close the text, where a blank line parts them from the story."""
    closing: list[Line] = []
    above: Line | None = None
    for line in reversed(draft.lines):
        if not line.value or line.number in draft.roles:
            continue
        if len(closing) == _MOST_AT_FOOT or not (_read(line.value) or _update(line.value)):
            above = line
            break
        closing.insert(0, line)
    # One that touches the story may belong to a table, or to a sentence that ends in a colon.
    while (
        closing
        and above
        and (closing[0].number == above.number + 1 or above.value.endswith((":", "：")))
    ):
        above = closing.pop(0)
    addresses = [line for line in closing if _ADDRESS.fullmatch(line.value)]
    if len(addresses) > 1:
        return [line for line in closing if line not in addresses]
    return closing


def _read(text: str) -> _Label | None:
    """What a line says of tags, section, source or address; None where it does not."""
    if len(text) > _LONGEST_TAGS:
        return None
    if _ADDRESS.fullmatch(text):
        return _Label("url", (text,), "url.line")
    match = _label().fullmatch(text)
    if match is None:
        return None
    key = next(key for key in _KEYS if match[key])
    values = _values(key, match["value"])
    return _Label(key, values, f"{key}.label") if values else None


def _values(key: str, text: str) -> tuple[str, ...]:
    """The values behind a label; empty where they cannot be its values."""
    text = text.strip(BLANKS)
    if key == "url":
        return (text,) if _ADDRESS.fullmatch(text) else ()
    if key == "tags":
        separator = r"[,;|]" if re.search(r"[,;|]", text) else r"\s(?=#)"
        tags = [tag.strip(BLANKS).removeprefix("#") for tag in re.split(separator, text)]
        fits = all(len(tag) <= _LONGEST_TAG and not _SENTENCE.search(tag) for tag in tags)
        return tuple(dict.fromkeys(filter(None, tags))) if fits else ()
    is_name = len(text) <= _LONGEST_VALUE and not _SENTENCE.search(text)
    return (text,) if is_name and not ends_with_full_stop(text) else ()


def _update(text: str) -> _Label | None:
    """What a line says of the last update and of nothing else."""
    meta = read_meta(text)
    if meta is None or not meta.updated or meta.date or meta.byline:
        return None
    return _Label("updated", (meta.updated.date.iso,), f"updated.foot.{meta.updated.rule}")


def _fill(draft: Draft, line: Line, label: _Label) -> Draft:
    """The draft with a labelled line, unless its field is known already."""
    fields = _filled(draft.fields, label)
    if fields == draft.fields:
        return draft
    reason = evidence(label.key, [line], label.rule, "high")
    return draft.claim([line], Role.LABEL).fill(fields, reason)


def _filled(fields: Fields, label: _Label) -> Fields:
    value = label.values[0]
    if label.key == "tags":
        return fields if fields.tags else replace(fields, tags=label.values)
    if label.key == "section":
        return fields if fields.section else replace(fields, section=value)
    if label.key == "source":
        return fields if fields.source else replace(fields, source=value)
    if label.key == "url":
        return fields if fields.url else replace(fields, url=value)
    return fields if fields.updated else replace(fields, updated=Date(value))


@cache
def _label() -> re.Pattern[str]:
    keys = "|".join(f"(?P<{key}>{alternatives(words('labels', key))})" for key in _KEYS)
    return re.compile(rf"(?:{keys})\s{{0,2}}[:：]\s{{0,3}}(?P<value>\S.*)", re.IGNORECASE)

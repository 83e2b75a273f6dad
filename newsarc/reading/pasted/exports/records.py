"""Records that databases and mail programs export: ``HEADLINE: …``, ``HD …``, ``Subject: …``.

Their labels say what the lines hold, so they are read before any shape is looked at. A label counts
only where enough of them stand together; one alone may be a sentence's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from newsarc.reading.languages.lexicon import Lexicon, fold
from newsarc.reading.lines import Line
from newsarc.reading.pasted.draft import Draft
from newsarc.reading.pasted.exports.fields import fill, subject_of
from newsarc.reading.pasted.shapes import reads_as_story

_LOOKED_AT: Final = 60
"""Lines at the head, and at the foot, among which labels are looked for."""
_FEWEST: Final = 3
"""Labels that make a record, two of them of fields that it must have."""
_FEWEST_AROUND: Final = 2
"""Labels that do, where a database's count of its documents stands above."""
_KEYS: Final = (
    *("title", "dek", "byline", "date", "source", "section", "place", "lang", "tags", "url"),
    *("sender", "body", "other"),
)
_TELLING: Final = frozenset({"title", "byline", "date", "source", "place", "section", "sender"})
_HEAD: Final = frozenset({"title", "byline", "date"})
_LABEL = re.compile(
    r"(?P<label>[^\W\d_][\w ./-]{0,30}?)\s{0,3}[:：](?!//)\s{0,9}(?P<value>.{0,2000})"
)
# The two letters of Factiva's fields.
_TAGS: Mapping[str, str] = MappingProxyType(
    {
        "HD": "title",
        "BY": "byline",
        "PD": "date",
        "SN": "source",
        "SE": "section",
        "LA": "lang",
        "LP": "body",
        "TD": "body",
        "CR": "other",
        "WC": "other",
        "ET": "other",
        "SC": "other",
        "ED": "other",
        "PG": "other",
        "VOL": "other",
        "CY": "other",
        "CO": "other",
        "IN": "other",
        "NS": "other",
        "RE": "other",
        "PUB": "other",
        "AN": "other",
        "CLM": "section",
        "ART": "other",
        "IPC": "other",
        "IPD": "other",
        "CX": "other",
        "DLN": "place",
    }
)
_TAG = re.compile(r"(?P<label>[A-Z]{2,3})(?:\s{1,9}(?P<value>\S.{0,2000}))?")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line that opens with a label, and the lines that go on with what it says."""

    key: str
    value: str
    lines: tuple[Line, ...]


def find_exported(draft: Draft) -> Draft:
    """Claim the labelled lines of an exported record, and fill its fields from them."""
    lines = draft.unclaimed[:_LOOKED_AT]
    if not any(":" in line.value or "：" in line.value for line in lines[:20]) and not any(
        _TAG.fullmatch(line.value) for line in lines[:20]
    ):
        return draft
    tagged = _record(_tagged(draft, lines), _FEWEST)
    counted = _without_counts(draft, lines)
    found = tagged or _record(
        _labelled(draft, lines), _FEWEST if counted is draft else _FEWEST_AROUND
    )
    if not found:
        return draft
    draft = counted
    is_mail = any(item.key == "sender" for item in found)
    for item in found:
        value = subject_of(item.value) if is_mail and item.key == "title" else item.value
        draft = fill(draft, item.key, value, item.lines)
    body = max((line.number for item in found for line in item.lines), default=0)
    return _without_labels_at_foot(draft, body, tagged=bool(tagged))


def _record(found: Iterator[Labelled], fewest: int) -> list[Labelled]:
    """The labels up to where the story begins, where they make a record; else none."""
    items: list[Labelled] = []
    seen: set[str] = set()
    for item in found:
        if item.key == "title" and "title" in seen:
            break
        seen.add(item.key)
        items.append(item)
        if item.key == "body" and not item.lines[0].value.startswith("LP"):
            break
    is_record = len(seen & _TELLING) > 1 and not seen.isdisjoint(_HEAD)
    return items if len(items) >= fewest and is_record else []


def _labelled(draft: Draft, lines: Sequence[Line]) -> Iterator[Labelled]:
    """The lines with a label before a colon, up to the first of a story."""
    labels = _labels(draft.lexicon)
    index = 0
    while index < len(lines):
        line = lines[index]
        match = _LABEL.fullmatch(line.value) if ":" in line.value or "：" in line.value else None
        key = labels.get(fold(match["label"])) if match else None
        index += 1
        if match is None or key is None:
            if reads_as_story(line.value, draft.lexicon) and len(line.value) > 60:
                return
            continue
        end = index
        while key != "body" and end < len(lines) and _continues(lines[end], lines[end - 1]):
            end += 1
        value = " ".join((match["value"], *(more.value for more in lines[index:end])))
        yield Labelled(key, value.strip(), (line, *lines[index:end]))
        index = end


def _continues(line: Line, above: Line) -> bool:
    """Whether a line goes on with the label above: it is indented, as headers are folded."""
    return line.number == above.number + 1 and line.text[:1].isspace()


def _tagged(draft: Draft, lines: Sequence[Line]) -> Iterator[Labelled]:
    """The lines that open with a tag of two letters; the value may stand on the lines below."""
    index = 0
    while index < len(lines):
        line = lines[index]
        match = _TAG.fullmatch(line.value)
        key = _TAGS.get(match["label"]) if match else None
        index += 1
        if match is None or key is None:
            if reads_as_story(line.value, draft.lexicon):
                return
            continue
        end = index
        if key != "body":
            while end < len(lines) and _goes_on_below_tag(lines[end], lines[end - 1]):
                end += 1
        elif match["value"]:
            return
        value = " ".join((match["value"] or "", *(more.value for more in lines[index:end])))
        yield Labelled(key, value.strip(), (line, *lines[index:end]))
        index = end


def _goes_on_below_tag(line: Line, above: Line) -> bool:
    match = _TAG.fullmatch(line.value)
    return line.number == above.number + 1 and not (match and match["label"] in _TAGS)


def _without_counts(draft: Draft, lines: Sequence[Line]) -> Draft:
    """The draft with "1 of 10 DOCUMENTS" and "FINAL EDITION" claimed."""
    found = {
        line.number: "export.count"
        for line in lines
        if len(line.value) <= 60 and _counts(draft.lexicon).fullmatch(line.value)
    }
    return draft.remove(found)


def _without_labels_at_foot(draft: Draft, body: int, *, tagged: bool) -> Draft:
    """The draft with the labels claimed that stand below an exported story."""
    labels = _labels(draft.lexicon)
    lines = list(draft.open_lines(body + 1))[-_LOOKED_AT:]
    for index, line in enumerate(lines):
        match = (_TAG if tagged else _LABEL).fullmatch(line.value)
        label = match["label"] if match else ""
        key = _TAGS.get(label) if tagged else labels.get(fold(label))
        if match is None or key is None:
            continue
        below = [line]
        if tagged and key != "body":
            for more in lines[index + 1 :]:
                if not _goes_on_below_tag(more, below[-1]):
                    break
                below.append(more)
        if key == "body":
            draft = draft.remove({line.number: "export.label"})
        elif tagged or label.isupper() or key in {"other", "lang"}:
            value = " ".join((match["value"] or "", *(more.value for more in below[1:])))
            draft = fill(draft, key, value.strip(), below)
    return draft


@cache
def _labels(lexicon: Lexicon) -> Mapping[str, str]:
    """The keys of labels."""
    labels = {label: key for key in reversed(_KEYS) for label in lexicon.words("exports", key)}
    return dict.fromkeys(lexicon.words("labels", "dek"), "dek") | labels


@cache
def _counts(lexicon: Lexicon) -> re.Pattern[str]:
    counts = "|".join(map(re.escape, sorted(lexicon.words("exports", "counts"))))
    editions = "|".join(map(re.escape, sorted(lexicon.words("exports", "editions"))))
    return re.compile(
        rf"\d{{1,6}}\s(?:of|/)\s\d{{1,6}}\s(?:{counts})|(?:\d{{1,3}}\s-\s)?[^.:]{{2,40}}\s(?:{editions})",
        re.IGNORECASE,
    )

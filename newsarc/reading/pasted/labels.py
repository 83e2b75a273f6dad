"""Lines that say themselves what they are, at the head and the foot: ``Tags: harbour, storm``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from newsarc.model import Date
from newsarc.reading.changing import with_changes
from newsarc.reading.languages.lexicon import Lexicon, alternatives, fold
from newsarc.reading.lines import BLANKS, Line, has_digit
from newsarc.reading.pasted.core.grammar import read_meta
from newsarc.reading.pasted.draft import Draft, Role, evidence
from newsarc.reading.pasted.furniture.lists import read_furniture
from newsarc.reading.pasted.shapes import ends_with_full_stop, reads_as_story, word_count
from newsarc.reading.record import Fields

_KEYS: Final = ("tags", "section", "source", "url")
_LONGEST_VALUE: Final = 100
_LONGEST_TAGS: Final = 1000
_LONGEST_TAG: Final = 60
_MOST_AT_FOOT: Final = 8
_MOST_TAGS: Final = 20
_MOST_WORDS_OF_TAG: Final = 3
_ADDRESS = re.compile(r"https?://[^\s<>\"]{3,2000}", re.IGNORECASE)
_QUOTED_ADDRESS = re.compile(r"[\"“]?(?P<url>https?://[^\s<>\"”]{3,2000})[\"”]?", re.IGNORECASE)
_SENTENCE = re.compile(r"[^\W\d_]{3,}[.!?]\s")
_SEPARATOR = re.compile(r"[,;|،、，]|\s•\s|\s·\s|\s/\s")
_MARK = re.compile(r":|：|\||#|＃|,")
"""Of which one is in every line with a label, an address or tags."""
_HASH_TAGS = re.compile(r"(?:[#＃][^\s#＃,]{1,60}[\s,]{0,3}){2,30}")
_CAPITAL_SOURCE = re.compile(r"SOURCE:?\s{1,3}(?P<value>\S.{1,90})")


class _Label(NamedTuple):
    """What a labelled line says."""

    key: str
    values: tuple[str, ...]
    rule: str


def find_labels(draft: Draft) -> Draft:
    """Claim the labelled lines; fill tags, section, source, address and update from them."""
    for line in (*_head(draft), *_foot(draft)):
        if label := _read(line.value, draft.lexicon) or _update(line.value, draft.lexicon):
            draft = _fill(draft, [line], label)
    return draft


def _head(draft: Draft) -> list[Line]:
    """The labelled lines above the story."""
    head = draft.opening()
    labelled = [line for line in head if _read(line.value, draft.lexicon)]
    if not labelled:
        return []
    first_sentence, core = len(head), False
    for index, line in enumerate(head):
        if reads_as_story(line.value, draft.lexicon):
            if core or first_sentence < index:
                end = index
                break
            first_sentence = index
        core = core or read_meta(line.value, draft.lexicon) is not None
    else:
        end = len(head)
    # One sentence can be a dek, but only above a line of date or byline.
    above_story = head[: end if core else first_sentence]
    return [line for line in labelled if line in above_story]


def _foot(draft: Draft) -> list[Line]:
    """The labelled lines below the story, where a blank line or furniture parts them from it."""
    closing: list[Line] = []
    above: Line | None = None
    for line in reversed(draft.unclaimed):
        known = _read(line.value, draft.lexicon) or _update(line.value, draft.lexicon)
        if len(closing) == _MOST_AT_FOOT or not known:
            above = line
            break
        closing.insert(0, line)
    # One that touches the story may belong to a table, or to a sentence that ends in a colon.
    while closing and above and not _is_parted(draft, above, closing[0]):
        above = closing.pop(0)
    addresses = [line for line in closing if _ADDRESS.fullmatch(line.value)]
    if len(addresses) > 1:
        return [line for line in closing if line not in addresses]
    return closing


def _is_parted(draft: Draft, above: Line, line: Line) -> bool:
    """Whether a labelled line stands apart from the line above, or follows a paragraph at once."""
    if above.value.endswith((":", "：")):
        return False
    if line.number != above.number + 1:
        return True
    is_tags = _HASH_TAGS.fullmatch(line.value) or _label(draft.lexicon).match(line.value)
    return bool(is_tags) and reads_as_story(above.value, draft.lexicon)


def find_listed_labels(draft: Draft) -> Draft:
    """Claim labels that stand above what they name, at the foot: tags, the source."""
    lines = draft.unclaimed[-3 * _MOST_TAGS :]
    for index, line in enumerate(lines):
        if len(line.value) > _LONGEST_VALUE:
            continue
        key = _heads(draft.lexicon).get(fold(line.value).rstrip(" :："))
        if key is None or getattr(draft.fields, key):
            continue
        below = lines[index + 1].value if index + 1 < len(lines) else ""
        may_list = key == "tags" and not _is_date(below, draft.lexicon)
        listed = _values("tags", below, draft.lexicon) if may_list else ()
        if len(listed) > 1 and len(below) <= _LONGEST_TAGS:
            draft = _fill(draft, lines[index : index + 2], _Label(key, listed, "tags.listed"))
            continue
        values = list(_values_below(draft, lines[index + 1 :], one=key == "source"))
        if values and (key == "source" or not _story_follows(draft, lines, index + len(values))):
            texts = tuple(dict.fromkeys(value.value.lstrip("#") for value in values))
            draft = _fill(draft, [line, *values], _Label(key, texts, f"{key}.listed"))
    return draft


def _values_below(draft: Draft, lines: Sequence[Line], *, one: bool) -> Iterator[Line]:
    for count, line in enumerate(lines):
        is_value = (
            len(line.value) <= _LONGEST_TAG
            and word_count(line.value) <= _MOST_WORDS_OF_TAG
            and any(map(str.isalnum, line.value))
            and not reads_as_story(line.value, draft.lexicon)
            and read_furniture(line.value, draft.lexicon) is None
            and not _is_date(line.value, draft.lexicon)
        )
        if not is_value or count == (1 if one else _MOST_TAGS):
            return
        yield line


def _is_date(text: str, lexicon: Lexicon) -> bool:
    meta = read_meta(text, lexicon) if has_digit(text) else None
    return meta is not None and meta.has_date


def _story_follows(draft: Draft, lines: Sequence[Line], index: int) -> bool:
    for line in lines[index + 1 :][:2]:
        if line.number in draft.furniture:
            return False
        if reads_as_story(line.value, draft.lexicon):
            return True
    return False


@cache
def _heads(lexicon: Lexicon) -> dict[str, str]:
    """The labels that may stand on a line of their own."""
    heads = dict.fromkeys(lexicon.words("labels", "tags"), "tags")
    return heads | dict.fromkeys(lexicon.words("labels", "source_above"), "source")


def _read(text: str, lexicon: Lexicon) -> _Label | None:
    """What a line says of tags, section, source or address; None where it does not."""
    if len(text) > _LONGEST_TAGS:
        return None
    if not _MARK.search(text):
        return _source(text)
    if _ADDRESS.fullmatch(text):
        return _Label("url", (text,), "url.line")
    if text[0] in "#＃" and _HASH_TAGS.fullmatch(text):
        tags = tuple(dict.fromkeys(re.findall(r"[#＃]([^\s#＃,]+)", text)))
        return _Label("tags", tags, "tags.hashes")
    if source := _source(text):
        return source
    match = _label(lexicon).match(text)
    if match is None:
        return None
    if match["open_tags"] and ends_with_full_stop(text, lexicon):
        return None
    key = "tags" if match["open_tags"] else next(key for key in _KEYS if match[key])
    values = _values(key, text[match.end() :], lexicon)
    return _Label(key, values, f"{key}.label") if values else None


def is_tags(text: str, lexicon: Lexicon) -> bool:
    """Whether a line says that it names the article's tags."""
    label = _read(text, lexicon)
    return label is not None and label.key == "tags"


def _source(text: str) -> _Label | None:
    """What ``SOURCE Example News`` says."""
    source = _CAPITAL_SOURCE.fullmatch(text) if text.startswith("SOURCE") else None
    return _Label("source", (source["value"],), "source.label") if source else None


def _values(key: str, text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The values behind a label; empty where they cannot be its values."""
    text = text.strip(BLANKS)
    if key == "url":
        address = _QUOTED_ADDRESS.fullmatch(text)
        return (address["url"],) if address else ()
    if key == "tags":
        tags = _SEPARATOR.split(text) if _SEPARATOR.search(text) else re.split(r"\s(?=#)", text)
        tags = [tag.strip(BLANKS).lstrip("#＃") for tag in tags]
        fits = all(len(tag) <= _LONGEST_TAG and not _SENTENCE.search(tag) for tag in tags)
        return tuple(dict.fromkeys(filter(None, tags))) if fits else ()
    is_name = 0 < len(text) <= _LONGEST_VALUE and not _SENTENCE.search(text)
    return (text,) if is_name and not ends_with_full_stop(text, lexicon) else ()


def _update(text: str, lexicon: Lexicon) -> _Label | None:
    """What a line says of the last update and of nothing else."""
    meta = read_meta(text, lexicon)
    if meta is None or not meta.updated or meta.date or meta.byline:
        return None
    return _Label("updated", (meta.updated.date.iso,), f"updated.foot.{meta.updated.rule}")


def _fill(draft: Draft, lines: Sequence[Line], label: _Label) -> Draft:
    """The draft with labelled lines, unless their field is known already."""
    fields = _filled(draft.fields, label)
    if fields == draft.fields:
        return draft
    reason = evidence(label.key, lines, label.rule, "high")
    return draft.claim(lines, Role.LABEL).fill(fields, reason)


def _filled(fields: Fields, label: _Label) -> Fields:
    value = label.values[0]
    if label.key == "tags":
        return fields if fields.tags else with_changes(fields, tags=label.values)
    if label.key == "section":
        return fields if fields.section else with_changes(fields, section=value)
    if label.key == "source":
        return fields if fields.source else with_changes(fields, source=value)
    if label.key == "url":
        return fields if fields.url else with_changes(fields, url=value)
    return fields if fields.updated else with_changes(fields, updated=Date(value))


@cache
def _label(lexicon: Lexicon) -> re.Pattern[str]:
    keys = "|".join(f"(?P<{key}>{alternatives(lexicon.words('labels', key))})" for key in _KEYS)
    return re.compile(
        rf"\W{{0,3}}(?:{keys})(?:\s{{0,2}}[:：|]\s{{0,3}}(?=\S)|\s(?=[\"“]?https?://|#))"
        rf"|(?P<open_tags>{alternatives(lexicon.words('labels', 'tags_open'))})\s(?=[^,]{{1,60}},)",
        re.IGNORECASE,
    )

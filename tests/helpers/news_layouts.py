"""How articles look as pasted text: one function a layout, from a record to its text."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final, NamedTuple

from tests.helpers.news_records import Written

_COMMON: Final = frozenset({"title", "date", "byline", "authors"})
_PICTURE: Final = frozenset({"caption", "credit"})
_WIRE: Final = frozenset({"dateline", "source"})
_RELEASED: Final = "{0.place} – "
_WIRED: Final = "{0.place} ({0.agency}) — "


class Layout(NamedTuple):
    """A way to write an article, and the fields of it that it can say."""

    text: Callable[[Written], str]
    given: frozenset[str]
    opening: str = ""
    """What it puts before the first paragraph."""
    wrapped: bool = False
    """Whether it breaks the paragraphs into lines."""

    dek_above_story: bool = False
    """Whether only its missing full stop tells its dek from the story's first sentence."""

    def fitting(self, record: Written) -> Written:
        """A record that can be told from the text that this layout makes of it."""
        dek = record.dek.rstrip(".") if record.dek and self.dek_above_story else record.dek
        return replace(record, dek=dek)

    def story(self, record: Written) -> str:
        """The body as it should be read."""
        return self.opening.format(record) + record.body


def _blocks(*blocks: str | None) -> str:
    """Blocks parted by blank lines; those that are missing are left out."""
    return "\n\n".join(filter(None, blocks)) + "\n"


def _lines(*lines: str | None) -> str:
    return "\n".join(filter(None, lines))


def _picture(record: Written, credit: str) -> str | None:
    return record.caption and f"{record.caption} {credit.format(record.credit)}"


def _one_line_by(record: Written) -> str:
    meta = f"{record.date} by {record.byline}"
    touching = _lines(meta, _picture(record, "Credit : {}"))
    return _blocks(record.section, record.title, record.dek, touching, record.body)


def _one_line_bar(record: Written) -> str:
    meta = f"By {record.byline} | {record.date}"
    touching = _lines(meta, _picture(record, "(Photo: {})"))
    return _blocks(record.section, record.title, record.dek, touching, record.body)


def _one_line_bullet(record: Written) -> str:
    meta = f"By {record.byline} • {record.date}"
    return _blocks(
        record.title, record.dek, meta, _picture(record, "Photo courtesy of {}"), record.body
    )


def _bare_name(record: Written) -> str:
    meta = _lines(record.byline, record.date)
    return _blocks(record.title, record.dek, meta, _picture(record, "Photo: {}"), record.body)


def _capitals(record: Written) -> str:
    meta = f"BY {record.byline.upper()} — {record.date}"
    return _blocks(
        record.title.upper(), record.dek, meta, _picture(record, "Photo: {}"), record.body
    )


def _one_line_each(record: Written) -> str:
    return _blocks(
        record.section,
        record.title,
        record.dek,
        f"By {record.byline}",
        record.date,
        _picture(record, "Photograph: {}"),
        record.body,
    )


def _lines_that_touch(record: Written) -> str:
    head = _lines(record.title, record.dek, f"By {record.byline}", record.date)
    return _blocks(head, _picture(record, "Photo by {}"), record.body)


def _picture_above(record: Written) -> str:
    picture = record.caption and f"{record.caption}\nImage: {record.credit}"
    meta = (f"By {record.byline}", f"Published on {record.date}")
    return _blocks(record.section, record.title, record.dek, picture, *meta, record.body)


def _date_above(record: Written) -> str:
    head = _lines(record.date, record.title)
    picture = _picture(record, "Picture: {}")
    return _blocks(head, record.dek, f"By {record.byline}", picture, record.body)


def _dek_below(record: Written) -> str:
    meta = _lines(f"By {record.byline}", record.date)
    return _blocks(record.title, meta, record.dek, record.body)


def _byline_at_end(record: Written) -> str:
    picture = _picture(record, "Photo: {}")
    return _blocks(
        record.title, record.dek, record.date, picture, record.body, f"By {record.byline}"
    )


def _release(record: Written) -> str:
    contact = f"Contact: {record.credit}\n(419) 555-0177\npress@{record.place.lower()}.example"
    story = _RELEASED.format(record) + record.body
    return _blocks(
        "FOR IMMEDIATE RELEASE",
        record.date,
        contact,
        record.title,
        record.dek,
        story,
        "###",
    )


def _wire(record: Written) -> str:
    meta = _lines(f"By {record.byline}", record.date)
    story = _WIRED.format(record) + record.body
    return _blocks(record.section, record.title, meta, story)


def _wrapped(record: Written) -> str:
    meta = _lines(f"By {record.byline}", record.date)
    return _blocks(record.title, meta, *_wrapped_at(72, record.paragraphs))


def _wrapped_at(width: int, paragraphs: Iterable[str]) -> Iterable[str]:
    return (textwrap.fill(paragraph, width) for paragraph in paragraphs)


def _labelled(record: Written) -> str:
    labels = _lines(
        f"Title: {record.title}",
        record.dek and f"Subtitle: {record.dek}",
        f"Author: {record.byline}",
        f"Date: {record.date}",
        record.section and f"Section: {record.section}",
    )
    return _blocks(labels, record.body)


def _lexis(record: Written) -> str:
    return _blocks(
        "                     1 of 12 DOCUMENTS",
        f"            {record.date}",
        record.section and f"SECTION: {record.section}",
        "LENGTH: 187 words",
        f"HEADLINE: {record.title}",
        f"BYLINE: {record.byline}",
        "BODY:",
        record.body,
        "LOAD-DATE: May 15, 2009",
        "LANGUAGE: ENGLISH",
    )


def _factiva(record: Written) -> str:
    first, *others = record.paragraphs
    return _lines(
        record.section and f"SE\n{record.section}",
        f"HD\n{record.title}",
        f"BY\nBy {record.byline}",
        "WC\n187 words",
        f"PD\n{record.date}",
        "LA\nEnglish",
        f"LP\n{first}",
        "\nTD\n" + "\n\n".join(others),
        "\nAN\nDocument QH0020110314e73e0001x",
    )


def _front_matter(record: Written) -> str:
    values = {
        "title": record.title,
        "dek": record.dek,
        "date": record.iso,
        "byline": record.byline,
        "authors": list(record.authors),
        "image": {"caption": record.caption, "credit": record.credit} if record.caption else None,
        "section": record.section,
    }
    lines = (f"{field}: {json.dumps(value)}" for field, value in values.items() if value)
    return "---\n" + "\n".join(lines) + f"\n---\n{record.body}\n"


_FULL: Final = _COMMON | _PICTURE | {"dek", "section"}
LAYOUTS: Final = {
    "L1 date by name": Layout(_one_line_by, _FULL),
    "L1 name bar date": Layout(_one_line_bar, _FULL),
    "L1 name bullet date": Layout(_one_line_bullet, _FULL - {"section"}),
    "L2 bare name": Layout(_bare_name, _FULL - {"section"}),
    "L2 one line each": Layout(_one_line_each, _FULL),
    "L2 lines that touch": Layout(_lines_that_touch, _FULL - {"section"}),
    "L3 picture above": Layout(_picture_above, _FULL),
    "L4 date above": Layout(_date_above, _FULL - {"section"}),
    "L5 wire": Layout(_wire, _COMMON | _WIRE | {"section"}, _WIRED),
    "L6 dek below": Layout(_dek_below, _COMMON | {"dek"}, dek_above_story=True),
    "L7 byline at the end": Layout(_byline_at_end, _FULL - {"section"}),
    "L8 press release": Layout(
        _release, frozenset({"title", "dek", "date", "dateline"}), _RELEASED, dek_above_story=True
    ),
    "wrapped": Layout(_wrapped, _COMMON, wrapped=True),
    "labelled": Layout(_labelled, _COMMON | {"dek", "section"}),
    "Lexis": Layout(_lexis, _COMMON | {"section"}),
    "Factiva": Layout(_factiva, _COMMON | {"section"}),
    "front matter": Layout(_front_matter, _FULL),
}

"""Pasted text: each file in ``cases/reading`` is a text, a line of dashes, and what it reads as."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsarc.model import Author, Date, Markup, Precision
from newsarc.reading.lines import BLANKS
from newsarc.reading.pasted import read_pasted
from newsarc.reading.record import Fields
from tests.helpers.project import SEED

CASES = Path(__file__).parent / "cases" / "reading"


@dataclass(frozen=True)
class Case:
    """A text and the fields that it has; all others are empty."""

    text: str
    markup: Markup
    expected: dict[str, object]
    rules: dict[str, str]
    misread: frozenset[str]
    """The fields that are known to be read wrong, until they are not."""


def load_case(path: Path) -> Case:
    """A case file. All of its values are texts; ``body`` and ``removed`` count lines from 1."""
    text, record = re.split(r"(?m)^----\n", path.read_text(encoding="utf-8"), maxsplit=1)
    expected = yaml.load(record, Loader=yaml.BaseLoader)
    rules, misread = expected.pop("rules", {}), frozenset(expected.pop("misread", ()))
    filled = frozenset(number for number, line in enumerate(text.split("\n"), 1) if line.strip())
    for name in ("body", "removed"):
        expected[name] = numbers(expected.get(name, "none")) & filled
    return Case(
        text,
        Markup.MARKDOWN if path.suffix == ".md" else Markup.TEXT,
        {name: value for name, value in expected.items() if value},
        rules,
        misread,
    )


def numbers(ranges: str) -> frozenset[int]:
    """``lines 3-5, 7`` as the numbers of the lines."""
    found = re.findall(r"(\d+)(?:-(\d+))?", ranges)
    return frozenset(
        number for first, last in found for number in range(int(first), int(last or first) + 1)
    )


def shown(fields: Fields, text: str) -> dict[str, object]:
    """Fields as a case file writes them."""
    image = fields.image
    filled = frozenset(number for number, line in enumerate(text.split("\n"), 1) if line.strip())
    values: dict[str, object] = {
        "title": fields.title,
        "dek": fields.dek,
        "date": fields.date and fields.date.iso,
        "updated": fields.updated and fields.updated.iso,
        "byline": fields.byline,
        "authors": [
            f"{author.name} (organisation)" if author.organisation else author.name
            for author in fields.authors
        ],
        "source": fields.source,
        "dateline": fields.dateline,
        "caption": image and image.caption,
        "credit": image and image.credit,
        "tags": list(fields.tags),
        "section": fields.section,
        "url": fields.url,
        "lang": fields.lang,
        "body": numbers(lines_of_body(fields, text)) & filled,
        "removed": frozenset(removed.line for removed in fields.removed),
        "diagnostics": sorted({diagnostic.code for diagnostic in fields.diagnostics}),
    }
    return {name: value for name, value in values.items() if value}


def lines_of_body(fields: Fields, text: str) -> str:
    """The lines of the body, such as ``lines 3-5, 7-9``; those that are blank count inside."""
    runs = []
    for span in fields.body:
        first = text.count("\n", 0, span.start) + 1
        last = text.count("\n", 0, span.end) + (0 if text[span.end - 1] == "\n" else 1)
        runs.append(f"{first}-{last}")
    return f"lines {', '.join(runs)}" if runs else "none"


ALL_CASES = sorted(path for path in CASES.rglob("*") if path.is_file())


@pytest.mark.parametrize("path", ALL_CASES, ids=lambda path: path.relative_to(CASES).as_posix())
def test_case(path: Path) -> None:
    case = load_case(path)
    fields = read_pasted(case.text, 0, case.markup)
    found = shown(fields, case.text)
    names = set(found) | set(case.expected)
    wrong = {name for name in names if not agrees(name, found, case.expected)}
    assert {name: found.get(name) for name in wrong - case.misread} == {
        name: case.expected.get(name) for name in wrong - case.misread
    }
    assert wrong == case.misread, "what is read right now is to be struck from misread"
    rules = {reason.field: f"{reason.rule} {reason.confidence}" for reason in fields.evidence}
    assert {name: rules.get(name) for name in case.rules} == case.rules


def agrees(name: str, found: dict[str, object], expected: dict[str, object]) -> bool:
    """Whether a field is as expected. Cases name the diagnostics that matter to them, that they
    hold several articles wherever they do, and the language where it is not English."""
    if name == "lang" and name not in expected:
        return found.get(name) in ("en", None)
    if name == "diagnostics":
        wanted, all_found = codes(expected), codes(found)
        same = ("MULTI_RECORD" in wanted) == ("MULTI_RECORD" in all_found)
        return same and set(wanted) <= set(all_found)
    return found.get(name) == expected.get(name)


def codes(found: dict[str, object]) -> list[str]:
    value = found.get("diagnostics", [])
    assert isinstance(value, list)
    return value


def test_seed() -> None:
    text = SEED.read_bytes().decode()
    fields = read_pasted(text, 0, Markup.TEXT)
    lines = text.split("\n")
    assert shown(fields, text) == {
        "title": "Iraqi militias propose ceasefire on the condition that US occupying forces leave "
        "the country",
        "dek": lines[2].strip(),
        "date": "2020-10-13",
        "byline": "Peoples Dispatch",
        "authors": ["Peoples Dispatch (organisation)"],
        "source": "Peoples Dispatch",
        "caption": "US officials blame Kataib Hezbollah for dozens of rocket attacks against US "
        "installations in Iraq.",
        "credit": "Middle East Online",
        "lang": "en",
        "body": frozenset({8, 10, 12, 14}),
        "diagnostics": ["BYLINE_ORG"],
    }
    assert body_of(fields, text) == "\n".join(lines[7:])
    assert fields.date
    assert fields.date.precision is Precision.DAY
    assert fields.authors == (Author("Peoples Dispatch", organisation=True),)


def test_messages() -> None:
    text = "A title\n\nBy Quillon Staff, 05/03/2011\n\nStory.\n"
    fields = read_pasted(text, 0, Markup.TEXT)
    assert [(remark.line, remark.message) for remark in fields.diagnostics] == [
        (3, '"05/03/2011" can be read as 2011-03-05 or 2011-05-03'),
        (3, 'The byline "Quillon Staff" names no person'),
    ]


@pytest.mark.parametrize("text", ["", "\n", " \u00a0\n\r\n\ufeff"])
def test_nothing(text: str) -> None:
    fields = read_pasted(text, 0, Markup.TEXT)
    assert replace(fields, parts=()) == Fields(body=())


def test_one_long_line_is_body() -> None:
    text = "word " * 2000
    fields = read_pasted(text, 0, Markup.TEXT)
    assert shown(fields, text) == {"body": frozenset({1}), "diagnostics": ["NO_TITLE"]}
    assert body_of(fields, text) == text


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\n"])
def test_line_breaks(line_break: str) -> None:
    text = "A title\n\nBy Ada Fenwick\nMay 3, 2011\n\nFirst.\n\nSecond.\n".replace("\n", line_break)
    fields = read_pasted(text, 0, Markup.TEXT)
    assert (fields.title, fields.byline, fields.date) == (
        "A title",
        "Ada Fenwick",
        Date("2011-05-03"),
    )
    assert body_of(fields, text) == f"First.{line_break}{line_break}Second."


def test_below_front_matter() -> None:
    front_matter = "---\nlang: en\n---\n"
    article = "A title\n\nMay 3, 2011\n\nStory.\n"
    text = front_matter + article
    fields = read_pasted(text, len(front_matter), Markup.TEXT)
    assert body_of(fields, text) == "Story."
    assert {reason.field: reason.lines for reason in fields.evidence} == {
        "date": (6,),
        "title": (4,),
    }


def test_field_inside_body_parts_it_without_joining_paragraphs() -> None:
    text = "A title\n\nStory.\n\nAdvertisement\n\nMore of it.\n"
    fields = read_pasted(text, 0, Markup.TEXT)
    assert lines_of_body(fields, text) == "lines 3-4, 6-7"
    assert body_of(fields, text) == "Story.\n\n\nMore of it."


# Lines that mean something, in any order and among any others.
TELLING = [
    "A title of a story",
    "The dek of a story, which is long enough to be one and has no full stop at its end",
    "By Ada Fenwick",
    "Ada Fenwick",
    "Quillon Herald",
    "March 14, 2015",
    "March 14, 2015 by Quillon Herald",
    "03/04/2015",
    "2 hours ago",
    "March 14",
    "Updated: March 15, 2015",
    "By",
    "Published",
    "Updated",
    "Staff Writer",
    "@adafenwick",
    "Ada Fenwick, Science Editor | March 15, 2015 | Business",
    "Published 2 hours ago",
    "© 2015 Quillon Herald",
    "A picture of the pier. Photo: Ada Fenwick",
    "(MNA Photo/Ada Fenwick)",
    "Tags: a, b",
    "Source: Quillon Herald",
    "https://herald.example/1",
    "Business",
    "QUILLON (MNA) — The pier fell into the sea at noon on Saturday, and nobody was hurt, it said.",
    "The pier fell into the sea at noon on Saturday, and nobody was hurt, the harbour master said.",
    "# A heading",
    "=======",
    "- an item",
    "",
    " \u00a0",
]
any_line = st.one_of(st.sampled_from(TELLING), st.text(max_size=40))
any_text = st.builds(
    lambda lines, line_break, end: line_break.join(lines) + end,
    st.lists(any_line, max_size=16),
    st.sampled_from(["\n", "\n\n", "\r\n", "\r"]),
    st.sampled_from(["", "\n"]),
)
any_markup = st.sampled_from(list(Markup))


@settings(max_examples=500)
@given(any_text, any_markup)
@example(":\n03/04/2015\nBy Ada Fenwick", Markup.TEXT)
@example("News\nA title\nAda Fenwick | May 3, 2011 | News\nStory.", Markup.TEXT)
@example("A title\nPublished\n03/04/2015\n\nStory.", Markup.TEXT)
def test_every_line_is_accounted_for_once(text: str, markup: Markup) -> None:
    fields = read_pasted(text, 0, markup)
    of_fields = {number for reason in fields.evidence for number in reason.lines}
    of_fields |= {remark.line for remark in fields.diagnostics if remark.line}
    of_fields |= {removed.line for removed in fields.removed}
    position = 0
    for span in fields.body:
        assert position <= span.start < span.end <= len(text)
        position = span.end
    for number, match in enumerate(re.finditer(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)", text), start=1):
        in_body = any(
            span.start <= match.start(1) and match.end(1) <= span.end for span in fields.body
        )
        assert in_body or number in of_fields or not match[1].strip(BLANKS)


@given(any_text, any_markup)
def test_reading_is_deterministic_and_blind_to_what_is_above(text: str, markup: Markup) -> None:
    fields = read_pasted(text, 0, markup)
    assert read_pasted(text, 0, markup) == fields
    above = "+++\n+++\n"
    below = read_pasted(above + text, len(above), markup)
    without_numbers: dict[str, object] = {"body": "", "removed": ""}
    assert shown(below, above + text) | without_numbers == shown(fields, text) | without_numbers
    assert [removed.text for removed in below.removed] == [
        removed.text for removed in fields.removed
    ]
    assert body_of(below, above + text) == body_of(fields, text)


# Without vowels, so that no word happens to be one that means something.
words = st.text(alphabet="bcdfghjklmnpqrstvwxzßñж", min_size=4, max_size=9)
sentence = st.builds(
    lambda first, others: f"{first.capitalize()} {' '.join(others)}.",
    words,
    st.lists(words, min_size=20, max_size=30),
)
paragraphs = st.lists(sentence, min_size=1, max_size=5).map("\n\n".join)


@given(paragraphs, any_markup)
def test_prose_is_all_body(text: str, markup: Markup) -> None:
    fields = read_pasted(text, 0, markup)
    assert body_of(fields, text) == text
    assert fields.title is None


HOSTILE = [
    "a" * 400_000,
    "word " * 80_000,
    "." * 200_000 + "a",
    '."' * 100_000,
    ". " * 100_000 + ",",
    "(" * 200_000,
    "Photo: " * 30_000,
    "Title\n\nBy " + "A, " * 60_000,
    "Title\n\nStory.\n\nTags: " + "a," * 100_000,
    "October 13, 2020\n" * 4_000,
    "Title\n\n" + "October 13, 2020\n\n" * 4_000,
    "Jan 1 " * 40_000,
    "1/1/" * 50_000,
    "A — " * 50_000,
    "-" * 200_000,
    ("By A " * 50 + "\n") * 1_000,
    "\n" * 100_000,
    "T\n\nStory.\n\n" + "Updated: May 4, 2011\n\n" * 4_000,
    " " * 200_000 + ".",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("markup", list(Markup))
def test_hostile_text_takes_linear_work(text: str, markup: Markup) -> None:
    """Half of the text takes about half of the calls; a pattern that ran away would never end."""
    read_pasted(text[:1_000] + text[-1_000:], 0, markup)  # loads what is loaded once
    assert calls(text, markup) < 2.5 * calls(text[: len(text) // 2], markup) + 2_000


def calls(text: str, markup: Markup) -> int:
    """How many functions are called to read a text."""
    counted = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    read_pasted("warm", 0, markup)
    sys.setprofile(count)
    try:
        read_pasted(text, 0, markup)
    finally:
        sys.setprofile(None)
    return counted


def body_of(fields: Fields, text: str) -> str:
    """The body as the pieces of the text that it is."""
    return "".join(text[span.start : span.end] for span in fields.body)

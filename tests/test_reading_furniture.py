"""Furniture put into an article is told to be furniture, and leaves the record as it was."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarc.config import Configuration, TagSettings
from newsarc.reading.languages.lexicon import Lexicon, fold, lexicon_of
from newsarc.reading.pasted.furniture.lists import read_furniture
from newsarc.reading.reader import Reader, Reading

PAGES = sorted((Path(__file__).parent / "cases" / "reading" / "pages").glob("*.txt"))
READER = Reader(Configuration(tags=TagSettings(suggest=False)))
CATEGORIES: Final = (
    *("share", "share_words", "counters", "advertisement", "newsletter", "related", "promo"),
    *("more", "comments", "gallery", "media", "paywall", "cookies", "rights"),
)
_PARAGRAPH: Final = 120
"""A longer block of an article is a paragraph of its story."""
ABOUT_COMMENTS: Final = ("comments", "counters")
"""Several of these inside a story look like the comments below one."""
# The rest of a line of which a list gives only an opening.
_RESTS: Final = {
    "counters": "12 {}",
    "share_words": "Facebook {} WhatsApp",
    "promo": "{}: Harbour lights go out at ten",
    "rights": "{} 2015 Quillon Herald",
}


class Added(NamedTuple):
    """A line of furniture, and where it is put."""

    place: int
    """Which of the places at which an article can be parted."""
    line: str
    touching: bool
    """Whether it stands right below what is above it."""


@cache
def furniture(language: str, category: str, *, weak: bool) -> tuple[str, ...]:
    """The lines of a category, as pages in a language show them."""
    lexicon = lexicon_of(language)
    phrases = sorted(lexicon.words("furniture", category))
    lines = (_filled(category, phrase) for phrase in phrases)
    return tuple(line for line in lines if _is_furniture(line, lexicon, weak=weak))


def _filled(category: str, phrase: str) -> str:
    """A line of a list, with words for its "*" and a number for its "#"."""
    line = _RESTS.get(category, "{}").format(phrase)
    line = " ".join(line.replace("#", "12").replace("*", " Quillon Herald ").split())
    return line[:1].upper() + line[1:]


def _is_furniture(line: str, lexicon: Lexicon, *, weak: bool) -> bool:
    # A label alone on its line opens a list of tags, and is no furniture where one follows.
    found = read_furniture(line, lexicon)
    is_label = fold(line) in lexicon.words("labels", "tags")
    return found is not None and found.weak == weak and not is_label


def text_of(page: Path) -> str:
    """The article of a case file."""
    return page.read_text(encoding="utf-8").partition("\n----\n")[0].rstrip("\n")


def places(text: str) -> tuple[int, ...]:
    """The lines before which furniture may stand: blank ones, the first and the end."""
    lines = text.split("\n")
    blank = (number for number, line in enumerate(lines) if not line)
    return (0, *blank, len(lines))


def with_furniture(text: str, added: list[Added]) -> str:
    """A text with lines put into it; blank lines part them from what is around."""
    lines, at = text.split("\n"), places(text)
    for place, line, touching in sorted(added, key=lambda item: item.place, reverse=True):
        block = [line] if touching or place == 0 else ["", line]
        lines[at[place] : at[place]] = [*block, ""] if place == 0 else block
    return "\n".join(lines) + "\n"


@st.composite
def furnished(draw: st.DrawFn) -> tuple[str, list[Added]]:
    """An article, and furniture of all kinds for it; weak lines only above it and below it."""
    page = draw(st.sampled_from(PAGES))
    text, language = text_of(page), page.name[:2]
    last = len(places(text)) - 1
    strong = {name: _lines(language, name, weak=False) for name in CATEGORIES}
    weak = st.one_of([_lines(language, name, weak=True) for name in CATEGORIES])
    anywhere = st.one_of([strong[name] for name in CATEGORIES if name not in ABOUT_COMMENTS])
    about_comments = st.one_of([strong[name] for name in ABOUT_COMMENTS])
    inside = st.builds(Added, st.integers(0, last), anywhere, st.booleans())
    outside = st.builds(
        Added, st.sampled_from((0, last)), weak | about_comments, st.just(value=False)
    )
    return text, draw(st.lists(inside | inside | outside, min_size=1, max_size=8))


def _lines(language: str, category: str, *, weak: bool) -> st.SearchStrategy[str]:
    lines = furniture(language, category, weak=weak) or furniture(language, "more", weak=weak)
    return st.sampled_from(lines).flatmap(lambda line: st.sampled_from((line, line.upper())))


@pytest.mark.parametrize(
    "line",
    [
        "“No thanks.”",
        "“Go back!”",
        "«Got it.»",
        "For more Americans, home is a car",
        "See more Swedes than ever on the night ferry",
        "Don't miss Ada Fenwick at the harbour",
        "Copyright law to change",
        "Copyright: what the new law says",
        "Liked by all, feared by none",
        "More by luck than judgment",
        "What do you think?",
        "20 minutes",
        "12 votes",
        "10 thoughts on Sunday's game",
        "12 responses to the flood",
        "Why you can trust the tap water",
        "The unofficial guide to Gull Point",
        "Text adventures make a comeback",
        "Save this bridge, say residents",
        "Have your say on bridge, council asks",
        "Heard on the street",
        "Most read books of the year",
        "No spam, no ham, no eggs",
        "Register to read at the library",
    ],
)
def test_a_line_of_the_story_stays_between_its_paragraphs(line: str) -> None:
    pages = [page for page in PAGES if page.name.startswith("en")]
    for page in pages:
        blocks = text_of(page).split("\n\n")
        last = max(index for index, block in enumerate(blocks) if len(block) > _PARAGRAPH)
        text = "\n\n".join([*blocks[:last], line, *blocks[last:]])
        reading = READER.read("a.txt", text.encode())
        assert reading.article
        assert line not in [removed.text for removed in reading.article.removed]


@settings(max_examples=400)
@given(furnished())
def test_furniture_changes_no_record(article: tuple[str, list[Added]]) -> None:
    text, added = article
    plain = READER.read("a.txt", text.encode())
    reading = READER.read("a.txt", with_furniture(text, added).encode())
    assert record(reading) == record(plain)
    assert reading.article is not None
    removed = Counter(line.text for line in reading.article.removed)
    assert Counter(item.line for item in added) <= removed


def record(reading: Reading) -> dict[str, object]:
    """What a reading says of an article; of its body, the paragraphs."""
    article = reading.article
    assert article is not None
    names = "title dek date updated byline authors source dateline image section tags lang url"
    body = [line for line in reading.body.split("\n") if line]
    return {name: getattr(article, name) for name in names.split()} | {"body": body}

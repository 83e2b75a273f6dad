"""Plain headings, quotes and lists past Markdown: the same bytes as the long way, or none."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsarc.rendering.plain_blocks import plain_blocks
from tests.test_plain_paragraphs import LINKS, MARKDOWN, TARGETS, WORDS, both_ways, the_long_way

MARKS = ["# ", "## ", "### ", "###### ", "> ", "- ", "* ", "+ ", "1. ", "2. ", "10. ", "", ""]
WHOLE = [
    *("# Words", "## Words", "## A & B", "### “So”\xa0said", "## 水", "## 3.5", "# #", "## a #"),
    *("> said", "> said\n> and went", "> said\nand went", "> > said", "> a\n>\n> b", ">a", "> - a"),
    *("- a", "- a\n- b", "* a\n* b", "+ a", "- a\n* b", "- a\n- *b* c", "- a\nmore", "- a\n  - b"),
    *("1. a", "1. a\n2. b", "1. a\n1. b", "2. a\n3. b", "1. a\nb", "- - a", "- 1. a", "1. - a"),
    *(
        "- [ ] a",
        "- a\n\n  b",
        "- # a",
        "> # a",
        "> 1. a",
        "# 1. a",
        "# - a",
        "Words.",
        "Two\nlines.",
    ),
    *("1984. Or not.", "---", "- ---", "* * *", "- a: b", "- [a](c.md)", "# [a](c.md)", "> *a*"),
    *("## words", "## Words-words", "## words-1", "## ", "-", ">", "#", "1.", "## *a*", "## &"),
]
blocks = st.sampled_from(WHOLE) | st.lists(
    st.tuples(
        st.sampled_from(MARKS),
        st.lists(st.sampled_from([*WORDS, *LINKS, *MARKDOWN, "3.5", "a b"]), max_size=3).map(
            " ".join
        ),
    ).map("".join),
    min_size=1,
    max_size=3,
).map("\n".join)
texts = st.lists(
    st.tuples(blocks, st.sampled_from(["\n\n"] * 6 + ["\n", "\n\n\n", "\n \n"])).map("".join),
    max_size=6,
).map("".join)


SENTENCES = ["Words of a story.", "“Said”\xa0she.", "A & B", "3.5 million", "*One* two.", "水"]
stories = st.lists(
    st.tuples(
        st.sampled_from(MARKS), st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3)
    ).map(lambda block: "\n".join(block[0] + line for line in block[1])),
    max_size=6,
).map("\n\n".join)


def assert_same_or_none(text: str, *, trusted: bool) -> None:
    html = plain_blocks(text, TARGETS, trusted=trusted)
    if html is not None:
        assert html == the_long_way(text, trusted=trusted)


@both_ways
@given(text=texts | stories)
@example(text="# a")
def test_what_is_taken_for_plain_is_as_markdown_has_it(text: str, trusted: bool) -> None:
    assert_same_or_none(text, trusted=trusted)


@both_ways
@pytest.mark.parametrize("first", WHOLE, ids=ascii)
def test_every_block_beside_every_other(first: str, trusted: bool) -> None:
    for second in WHOLE:
        for between in ("\n\n", "\n", "\n\nWords.\n\n"):
            assert_same_or_none(f"{first}{between}{second}", trusted=trusted)


@both_ways
@pytest.mark.parametrize("sign", [*map(chr, range(0xA1)), *MARKDOWN, *LINKS], ids=ascii)
def test_every_sign_in_every_block(sign: str, trusted: bool) -> None:
    for mark in MARKS:
        for words in ("{}", "{} a", "a {}", "a{}b", "{}\n" + mark + "{}", "a\n{}"):
            line = mark + words.format(sign, sign)
            assert_same_or_none(f"a\n\n{line}\n\nb", trusted=trusted)
            assert_same_or_none(line, trusted=trusted)


@pytest.mark.parametrize(
    "text",
    [
        "## Heading\n\nWords.",
        "Words.\n\n> Said\n> so.\n\nWords.",
        "Words:\n\n- one\n- *two*",
        "1. one\n2. [two](c.md)\n\nWords.",
        "# One\n\n## Two\n\nWords.\n\n# One",
    ],
)
def test_what_most_stories_have_is_taken(text: str) -> None:
    assert plain_blocks(text, TARGETS, trusted=False) == the_long_way(text, trusted=False)


@pytest.mark.parametrize("text", ["Words.", "- a\n\n- b", "> a\n\n> b", "- a\n  - b", "1. a\nb"])
def test_all_else_is_left_to_markdown(text: str) -> None:
    assert plain_blocks(text, TARGETS, trusted=False) is None

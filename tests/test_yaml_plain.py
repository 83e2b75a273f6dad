"""Plain front matter read without a parser: what YAML's parser gives, or nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsarc.reading.front_matter import split_front_matter
from newsarc.reading.front_matter.fenced import split_fenced
from newsarc.reading.front_matter.values import Items, Place, Table, Text
from newsarc.reading.front_matter.yaml_block import parse_yaml
from newsarc.reading.front_matter.yaml_plain import read_plain, split_plain

PLAIN = """\
title: Flood in Marl:the river's#1
date: 2020-10-13T05:52
dek: 'In "Marl"'
authors: [Jane Doe, "A, FP" , x]
tags:
  - floods
  - "Marl #1"
image:
  file: a:b.jpg
  credit: "Jane"
"""
SIGNS = list("abé1 -:#,[]{}&*!|>'\"%@`?~=<.\u3000\n")
PIECES = [*SIGNS, "a:", "\nb: ", "\nc:", "\n  - ", "\n- ", "\n  d: ", " #", ": ", "[a, b]", "null"]


def test_plain_front_matter_is_read_with_its_places() -> None:
    table = read_plain(PLAIN, 2)
    assert table is not None
    assert list(table.names.values()) == [Place(line, 1) for line in (2, 3, 4, 5, 6, 9)]
    assert table.entries == {
        "title": Text("Flood in Marl:the river's#1", Place(2, 8), quoted=False),
        "date": Text("2020-10-13T05:52", Place(3, 7), quoted=False),
        "dek": Text('In "Marl"', Place(4, 6), quoted=True),
        "authors": Items(
            (
                Text("Jane Doe", Place(5, 11), quoted=False),
                Text("A, FP", Place(5, 21), quoted=True),
                Text("x", Place(5, 31), quoted=False),
            ),
            Place(5, 10),
        ),
        "tags": Items(
            (
                Text("floods", Place(7, 5), quoted=False),
                Text("Marl #1", Place(8, 5), quoted=True),
            ),
            Place(7, 3),
        ),
        "image": Table(
            {
                "file": Text("a:b.jpg", Place(10, 9), quoted=False),
                "credit": Text("Jane", Place(11, 11), quoted=True),
            },
            Place(10, 3),
            {"file": Place(10, 3), "credit": Place(11, 3)},
        ),
    }


@pytest.mark.parametrize(
    "block",
    [
        "title: a: b",
        "title: &a b",
        "title: a #b",
        "title: a:",
        "title: a\n  b",
        "title: >\n  b",
        "title: 'it''s'",
        'title: "\\u00e9"',
        "title:",
        "title: a\n\ndate: b",
        "title: a\ntitle: b",
        "title:\ta",
        "tags:\n  - a\n - b",
        "tags:\n  - a: b",
        "image:\n  a: b\n  a: c",
        "tags: [a, [b]]",
        "Fluß: a",
        "",
    ],
)
def test_all_else_is_left_to_the_parser(block: str) -> None:
    assert read_plain(block, 2) is None


@example(PLAIN)
@given(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
    | st.builds(
        lambda place, piece: PLAIN[:place] + piece + PLAIN[place:],
        st.integers(0, len(PLAIN)),
        st.sampled_from(PIECES),
    )
    | st.builds(
        lambda place, piece: "title: " + PLAIN[place:] + piece,
        st.integers(30, len(PLAIN)),
        st.sampled_from(PIECES),
    )
)
def test_the_parser_gives_the_same(block: str) -> None:
    table = read_plain(f"title: x\n{block}", 2)
    if table is not None:
        parsed = parse_yaml(f"title: x\n{block}", 2, "a.md")
        assert parsed == (table, ())
        assert repr(parsed[0]) == repr(table)


FENCES = ["---", "...", "--- ", "----", "+++", "-- -"]
LINES = ["title: x", "date: 2020", "tags:", "  - a", "- b", "Rain: fell", "", " ", *FENCES]


@example(["---", "title: x", "---", "Rain."])
@example(["---", "title: x", "...", "---", "Rain."])
@example(["---", "title: x", "--- ", "date: 2020", "---", "Rain."])
@given(st.lists(st.sampled_from(LINES), max_size=8))
def test_the_library_finds_the_same_fences(lines: list[str]) -> None:
    for end in ("", "\n"):
        text = "\n".join(["---", *lines]) + end
        plain = split_plain(text)
        if plain is not None:
            assert plain == split_fenced(text, "a.md")
            assert repr(plain) == repr(split_fenced(text, "a.md"))
        assert split_front_matter(text, "a.md") == split_fenced(text, "a.md")


def test_plain_front_matter_needs_no_library() -> None:
    """And nothing else that only other texts need, which takes longer than to build a page."""
    program = """if True:
        import sys
        from newsarc.config import Configuration
        from newsarc.reading.reader import Reader
        text = b"---\\ntitle: Flood\\ndate: 2020-10-13\\nauthors: [Jane Doe]\\n---\\nRain.\\n"
        assert Reader(Configuration()).read("a.md", text).article.title == "Flood"
        print(*sorted(sys.modules))
    """
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = set(run.stdout.split())
    assert not loaded & {"yaml", "frontmatter"}
    assert not loaded & {"newsarc.reading.bylines", "newsarc.reading.dates.finding"}

"""The openings of bodies: plain words, whatever the body is written in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.model import Markup
from newsarc.reading import openings
from newsarc.reading.openings import opening_of

PATTERNS = "*_`~#>|[](){}<>!-+=:^&;/%\\\n "


@pytest.mark.parametrize(
    ("body", "opening"),
    [
        ("The bridge **reopened** on _Monday_, *late*.", "The bridge reopened on Monday, late."),
        ("***Both*** and **one *in* the other**", "Both and one in the other"),
        ("~~Shut~~ open; 5 * 3 and snake_case", "Shut open; 5 * 3 and snake_case"),
        ("** Never closed_ and **National Week ** here", "Never closed and National Week here"),
        ("Read [the plan](plan.pdf) now", "Read the plan now"),
        ('[A](https://a.example/x_(y) "of it") and [B][b]', "A and B"),
        ("[The plan] is out [sic].\n\n[the plan]: plan.pdf", "The plan is out [sic]."),
        ("![inline](bridge.png) Rain. ![](a.png)![b][c]", "Rain."),
        ("[![alt](a.png)](b.html) Rain [[more]](c.html)", "Rain [more]"),
        ("Rain[^1] fell.[^note]\n\n[^1]: In Marl.", "Rain fell."),
        ('{{< img src="a.png" >}} Rain {{% box %}}in{{% /box %}} {% embed x %}', "Rain in"),
        ("## The plan ## {#plan}\n\n# Rain\n{: .lead}", "The plan Rain"),
        ("The plan\n========\n\nRain\n----\n\n* * *\n\n***\nSun", "The plan Rain Sun"),
        ("> Rain,\n> > she said.\n", "Rain, she said."),
        ("- one\n* two\n  + three\n1. four\n2) five\n- [x] six", "one two three four five six"),
        ("2010. The year of rain", "2010. The year of rain"),
        ("| Day | Rain |\n|:----|-----:|\n| Mon | 5 mm |", "Day Rain Mon 5 mm"),
        ("Day | Rain\n--- | ---\nMon | 5\n\nHome | Away", "Day Rain Mon 5 Home | Away"),
        ("<p>Ra<b>in</b><br>and<!-- no\n\nno -->sun</p>", "Rain and sun"),
        ("<script>\n\nx < 1\n\n</script>Rain <script> never closed", "Rain"),
        (
            "See <https://a.example/b> or <me@a.example>, 1 < 2",
            "See https://a.example/b or me@a.example, 1 < 2",
        ),
        ("Write `<b>` or ``a`b``, \\*so\\* \\[ok\\]", "Write <b> or a`b, *so* [ok]"),
        ("Rain\n\n```python\nx = 1\n\ny = 2\n```\n\nSun\n\n~~~\nz", "Rain Sun"),
        ("Q&amp;A &mdash; rain&nbsp;&#38; sun &nosuch;", "Q&A — rain & sun &nosuch;"),
        ("Rain\\\r\nand  \rsun", "Rain and sun"),
        ("", ""),
        ("![a](b.png)", ""),
    ],
)
def test_markdown_leaves_its_words(body: str, opening: str) -> None:
    assert opening_of(body, Markup.MARKDOWN) == opening


def test_text_is_only_squeezed() -> None:
    body = "The **bridge**\n\n [sic]  <b> Q&amp;A\n- one"
    assert opening_of(body, Markup.TEXT) == "The **bridge** [sic] <b> Q&amp;A - one"


@pytest.mark.parametrize("markup", list(Markup))
def test_a_long_opening_is_cut_at_a_word(markup: Markup) -> None:
    opening = opening_of("harbours " * 100, markup)
    assert opening == " ".join(["harbours"] * 33) + "…"
    assert opening_of("a" * 10_000, markup) == "a" * 299 + "…"


def test_a_construct_longer_than_what_is_looked_at_leaves_nothing() -> None:
    for begin in ("![a](data:", '<img src="', "{{< figure x="):
        assert opening_of(f"Rain. {begin}" + "a" * 20_000, Markup.MARKDOWN) == "Rain."


@given(st.text(alphabet=PATTERNS + "a1é\t"))
def test_no_pattern_matches_without_the_mark_that_is_looked_for(block: str) -> None:
    for marks, pattern in (
        ("\\", openings._ESCAPE),
        ("`", openings._CODE),
        ("{", openings._SHORTCODE),
        ("{", openings._ATTRIBUTES),
        ("<", openings._ADDRESS),
        ("<", openings._TAG),
        ("*", openings._STARS),
        ("_", openings._LINES_UNDER),
        ("~=", openings._STRUCK),
        ("*_[", openings._STRAY),
        ("#", openings._CLOSING_HASHES),
        ("[", openings._DEFINITION),
    ):
        assert not pattern.search(block) or any(mark in block for mark in marks)


@given(st.text(alphabet=PATTERNS + "a1é\r\t\x0b\u2028") | st.text(), st.sampled_from(list(Markup)))
def test_an_opening_is_one_short_line(body: str, markup: Markup) -> None:
    opening = opening_of(body * 3, markup)
    assert len(opening) <= 300
    assert len(opening.splitlines()) <= 1
    assert opening == " ".join(opening.split())


@pytest.mark.parametrize(
    "mark",
    [
        *PATTERNS,
        "![",
        "](",
        "{{<",
        "<a ",
        "<!--",
        "<script>",
        "[^",
        "``",
        "*a _b",
        "[a](",
        "> ",
        "- ",
    ],
)
def test_marks_that_are_never_closed_end(mark: str) -> None:
    """A pattern that ran away would never end."""
    assert len(opening_of(mark * 100_000, Markup.MARKDOWN)) <= 300

"""Plain paragraphs past Markdown: the same bytes as the long way, or none."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsarc.config import Configuration, MarkdownSettings
from newsarc.model import Markup
from newsarc.rendering import plain_phrases
from newsarc.rendering.bodies import BodyRenderer
from newsarc.rendering.hiding import hide
from newsarc.rendering.lifting import lifted
from newsarc.rendering.links import Targets
from newsarc.rendering.plain_paragraphs import plain_paragraphs
from newsarc.rendering.plain_phrases import phrases, without_signs, words_of
from newsarc.rendering.text import showable
from newsarc.site.views import Body

RENDERERS = {
    trusted: BodyRenderer(Configuration(markdown=MarkdownSettings(trust_html=trusted)))
    for trusted in (False, True)
}
TARGETS = Targets(
    {"https://known.example/a": "2020/a.html", "c.md": "2020/c.html", "/d/": "e/d.html"}, "a/b.html"
)
both_ways = pytest.mark.parametrize("trusted", [False, True], ids=["cleaned", "trusted"])


def the_long_way(text: str, *, trusted: bool) -> str:
    """What Python-Markdown, the sanitiser and the adapter make of a text."""
    return RENDERERS[trusted].read(hide(showable(text)), TARGETS)


def assert_same_or_none(text: str, *, trusted: bool) -> None:
    plain = plain_paragraphs(text, TARGETS, trusted=trusted)
    if plain is not None:
        assert plain == the_long_way(text, trusted=trusted)


SIGNS = [chr(code) for code in range(0xA1)]
"""Every character of ASCII and the control characters after it."""
ODD = list(
    "\xa0\xad\u0130\u0660\u1680\u180e\u2000\u200a\u200b\u200d\u200f\u2013\u2018\u201c\u201d\u2026\u2028"
    "\u2029\u202f\u205f\u2060\u3000\ud800\ufdd0\ufeff\ufffd\ufffe\uffff\U0001f600\U0001fffe\U0010fffd"
)
MARKDOWN = [
    *("# a", "a #", "1. a", "1) a", "12.", "٣. a", "- a", "+ a", "---", "===", "a\n===", "a\n---"),
    *(": a", "a\n: b", "> a", "    a", "\ta", "a  \nb", "a\\\nb", "*a*", "_a_", "__a__", "~~a~~"),
    *("`a`", "```", "~~~", "[a]", "[a](b)", "[a]: b", "![a](b)", "[^1]", "[^1]: a", "a | b", "|-|"),
    *("<b>", "</b>", "<!-- a -->", "<a@b.c>", "<http://a.b>", "&amp;", "&#38;", "&lt", "& a", "a&"),
    *("{{ a }}", "{{< a >}}", "{% a %}", "shortcode0x", "https://a.b", "a://b", "://", "www.a.b"),
    *("wzxhzdk:0", "klzzwxh:0000", "amp", "\n", "\n\n", "\n\n\n", " ", "  ", "word", "Two words."),
]
LINKS = [
    *(
        "*a*",
        "_a_",
        "**a b**",
        "__a-b’s__",
        "*a*.",
        "a*b*",
        "*a*b",
        "* a*",
        "*a *",
        "*a_b*",
        "_a_b_",
    ),
    *(
        "*a* *b*",
        "*a**b*",
        "***a***",
        "*a",
        "a*",
        "**a",
        "_a",
        "a_",
        "**a*",
        "*a**",
        "_*a*_",
        "“*a*”",
    ),
    *("[*a*](c.md)", "*[a](c.md)*", "[a_b](c.md)", "_a_ [b](c.md) *d*", "*1. a*", "*a\nb*", "*é*"),
    *("[a](c.md)", "[a](c.md#part)", "[a](./c.md)", "[a](/d/)", "[a](//a.b/c)", "[a](c.md?d)"),
    *(
        "[a](#c)",
        "[a](data)",
        "[a](c%2Emd)",
        "[a](mailto:a@b.c)",
        "[a](javascript:b)",
        "[a](c.md )",
    ),
    *("[a](https://a.b)", "[A link.](http://a.b/c_d_e?f=1&g=2#h)", "[a](https://known.example/a)"),
    *("![a](https://a.b)", "[a] (https://a.b)", "[a](https://a.b/(c))", "[a](ftp://a.b)", "[a](b)"),
    *(
        "[a](https://a.b#c#d)",
        "[A & B](https://a.b)",
        "[a\xa0b](https://a.b)",
        "[ a ](https://a.b)",
    ),
    *("[1](https://a.b). c", '[a](https://a.b "T")', "[a](https://a.b/&copy;)", "](https://a.b)"),
    *("[^1](https://a.b)", "[a][b](https://a.b)", "\\[a](https://a.b)", "[a](https://a.b/%20+,-.)"),
    *("[_a_](https://a.b)", "[https://a.b](https://a.b)", "[a](https://)", "[a](https://a.b)[c]"),
]
texts = st.lists(
    st.sampled_from(SIGNS)
    | st.sampled_from(ODD)
    | st.sampled_from(MARKDOWN)
    | st.sampled_from(LINKS),
    max_size=12,
).map("".join)
BREAKS = ["\n\n", "\n\n", "\n\n", "\n", "\n\n\n", "\n \n", "\n\n\n\n"]
WORDS = [
    "Words",
    "of",
    "a",
    "story,",
    "“said”",
    "it's",
    '"so"',
    "A & B",
    "no\xa0break",
    "3.5",
    "水",
]
stories = st.lists(
    st.sampled_from(WORDS)
    | st.sampled_from(LINKS)
    | st.sampled_from([" ", " ", "\n", "\n\n", "\n\n\n"]),
    max_size=30,
).map("".join)


@both_ways
@given(text=texts | st.text(max_size=60))
@example(text="a\x02b")
@example(text="1984. Or not.")
@example(text="")
def test_what_is_taken_for_plain_is_as_markdown_has_it(text: str, trusted: bool) -> None:
    assert_same_or_none(text, trusted=trusted)


@given(text=stories | texts)
def test_phrases_are_found_wherever_they_are(text: str) -> None:
    found = phrases(text)
    expected = list(plain_phrases._PHRASE.finditer(text))
    assert [phrase.span() for phrase in found] == [phrase.span() for phrase in expected]
    assert without_signs(text, found) == plain_phrases._PHRASE.sub(words_of, text)


@both_ways
@given(text=stories)
def test_stories_are_as_markdown_has_them(text: str, trusted: bool) -> None:
    assert_same_or_none(text, trusted=trusted)


@both_ways
@pytest.mark.parametrize("sign", [*SIGNS, *ODD, *MARKDOWN, *LINKS], ids=ascii)
def test_every_sign_at_every_place(sign: str, trusted: bool) -> None:
    places = (
        "{}",
        "{}a",
        "a{}",
        "a {} b",
        "a\n{}b",
        "a\n{} b",
        "a{}\nb",
        "a {}\nb",
        "a\n\n{}\n\nb",
    )
    doubled = ("{0}{0}", "{0}{0} a", "{0}a{0}", "a {0}b{0} c", "a\n{0}{0}{0}\nb", "a\n\n{0} {0}\nb")
    for place in (*places, *doubled):
        assert_same_or_none(place.format(sign), trusted=trusted)


BLOCKS = [
    *("# Heading", "Heading\n---", "---", "- a\n- b", "- a", "  - b", "1. a\n2. b", "> said", ">"),
    *("    code", "\tcode", "  indented", "[a](b.html) *c*", "[a]: b.html", "see [a]", "a[^1]"),
    *(
        "[^1]: note",
        "    more of it",
        "|a|b|\n|-|-|\n|1|2|",
        "a `b",
        "c` d",
        "*a",
        "b*",
        "[a",
        "](b)",
    ),
    *(
        "&amp; &lt &",
        "https://a.b",
        "a\\",
        "\\",
        "#",
        "=",
        "-",
        "*",
        "_",
        "lifted0x",
        ": b",
        "a\n: b",
    ),
    *(
        "```",
        "~~~",
        "<p>",
        "</p>",
        "<!--",
        "-->",
        "{{< note >}}",
        "{{< /note >}}",
        "\r",
        "\x02",
        " ",
    ),
]
SHORTCODES = [
    *(
        "{{< note >}}",
        "{{< /note >}}",
        "{{< img src=a.png >}}",
        "a {{< b >}} c",
        "{{ a }}",
        "{% a %}",
    ),
    *("{{< a", "{% highlight go %}", "{% endhighlight %}", "{# a #}", "# a {#b}", "{{</* a */>}}"),
]
PLAIN = [
    "Words of a story.",
    "“Said”\xa0she,\nand went.",
    "A & B",
    "3.5 million",
    "One. ",
    'It\'s "so".',
]
bodies = st.lists(
    st.tuples(
        st.sampled_from([*BLOCKS, *SHORTCODES]) | st.sampled_from([*PLAIN, *LINKS]),
        st.sampled_from(BREAKS),
    ),
    max_size=9,
).map(lambda pairs: "".join(block + line_ends for block, line_ends in pairs))


@both_ways
@settings(max_examples=300)
@given(text=bodies)
@example(text="A story.\n\n[a][b]\n\nOf words.\n\n[b]: c.html\n\nThe end.")
def test_bodies_with_some_plain_paragraphs(text: str, trusted: bool) -> None:
    body = Body(text, Markup.MARKDOWN, TARGETS.links)
    assert RENDERERS[trusted].html(body, "a/b.html") == the_long_way(text, trusted=trusted)


@pytest.mark.parametrize("block", BLOCKS)
def test_plain_paragraphs_between_others_do_not_change_them(block: str) -> None:
    for text in ("a\n\n{0}\n\nb", "{0}\n\na\n\n{0}\n\n{0}", "a\n\n{0}\n\nb\n\n{0}\n\nc"):
        body = Body(text.format(block), Markup.MARKDOWN, TARGETS.links)
        assert RENDERERS[False].html(body, "a/b.html") == the_long_way(body.text, trusted=False)


def test_only_what_needs_markdown_is_read_as_such() -> None:
    rest = lifted(hide("One.\n\nTwo.\n\n# A\n\n[b](c)\n\nThree."), TARGETS, trusted=False)
    assert rest is not None
    assert rest.text == "lifted0x\n\n# A\n\n[b](c)\n\nlifted1x"
    assert rest.runs == ("<p>One.</p>\n<p>Two.</p>", "<p>Three.</p>")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("A story.", "<p>A story.</p>"),
        ("\nOne,\ntwo.\n\n\nThree.\n", "<p>One,\ntwo.</p>\n<p>Three.</p>"),
        ('“A & B”\xa0–\xa0it\'s "so" #1 (x) at 3.5%!', None),
        ("3.5 million", "<p>3.5 million</p>"),
    ],
)
def test_ordinary_sentences_are_plain(text: str, html: str | None) -> None:
    plain = plain_paragraphs(text, TARGETS, trusted=False)
    assert plain is not None
    assert html is None or plain == html

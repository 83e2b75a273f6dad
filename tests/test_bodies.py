"""Bodies as HTML: pasted text line by line, Markdown, links, pictures, headings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from types import MappingProxyType

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.config import Configuration, MarkdownSettings
from newsarc.model import Markup
from newsarc.rendering import links
from newsarc.rendering.bodies import BodyRenderer, references
from newsarc.rendering.links import Targets, is_local
from newsarc.rendering.text import is_blank, linked, showable, text_html
from newsarc.site.views import Body

ROUTE = "2021/03/04/flood.html"
LINKS: Mapping[str, str] = MappingProxyType(
    {
        "photo.jpg": "assets/photo.jpg",
        "my photo (1).jpg": "assets/my-photo.jpg",
        "../2019/dam.md": "2019/dam.html",
        "/old/dam/": "2019/dam.html",
        "notes.pdf": "assets/notes.pdf",
    }
)

RENDERER = BodyRenderer(Configuration())
TRUSTING = BodyRenderer(Configuration(markdown=MarkdownSettings(trust_html=True)))


def markdown(text: str, links: Mapping[str, str] = LINKS) -> str:
    html = str(RENDERER.html(Body(text, Markup.MARKDOWN, links), ROUTE))
    assert_valid(html)
    return html


def assert_valid(fragment: str) -> None:
    """A parser in strict mode raises for what HTML does not allow."""
    head = '<!DOCTYPE html><html lang="en"><head><title>x</title></head>'
    html5lib.HTMLParser(strict=True).parse(f"{head}<body>{fragment}</body></html>")


# Pasted text

LONG = "The council of Lower Marsh met for nine hours. " * 4
WRAPPED = """The river rose through the night and by the morning it had taken the
lower road, the mill and most of what the people of the valley had put
there to hold it back."""
TWO_LINES = "Nobody was hurt, the mayor said when she came out of\nthe hall."


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One line.", "<p>One line.</p>"),
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("One.\n\u00a0\u200b\u3000\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("One.\r\n\r\nTwo.\rThree.", '<p>One.</p>\n<p class="lines">Two.<br>\nThree.</p>'),
        ("", ""),
        (" \n\n\ufeff", ""),
        ('a < b & c > d "e"', '<p>a &lt; b &amp; c &gt; d "e"</p>'),
        # No Markdown.
        ("# 1 *not* _this_ `or` [that](x)", "<p># 1 *not* _this_ `or` [that](x)</p>"),
        ("   Indented,  with   spaces.", "<p>   Indented,  with   spaces.</p>"),
        # Lines
        (
            "Roses rise in rows,\nViolets in vain:\nNobody knows\nThe price of rain.",
            (
                '<p class="lines">Roses rise in rows,<br>\nViolets in vain:<br>\n'
                "Nobody knows<br>\nThe price of rain.</p>"
            ),
        ),
        ("• one\n• two", '<p class="lines">• one<br>\n• two</p>'),
        ("1. one\n2. two", '<p class="lines">1. one<br>\n2. two</p>'),
        (
            "Press Office\n12 Quay Street\nLower Marsh",
            '<p class="lines">Press Office<br>\n12 Quay Street<br>\nLower Marsh</p>',
        ),
        # A paragraph a line
        (f"{LONG}\n{LONG}", f"<p>{LONG}</p>\n<p>{LONG}</p>"),
        (f"{LONG}\nShort one.\n{LONG}", f"<p>{LONG}</p>\n<p>Short one.</p>\n<p>{LONG}</p>"),
        # Wrapped
        (WRAPPED, f"<p>{WRAPPED}</p>"),
        (f"{WRAPPED}\n\n{TWO_LINES}", f"<p>{WRAPPED}</p>\n<p>{TWO_LINES}</p>"),
        (TWO_LINES, f'<p class="lines">{TWO_LINES.replace(chr(10), "<br>" + chr(10))}</p>'),
        (f"  {WRAPPED}\n  {WRAPPED}", f"<p>  {WRAPPED}</p>\n<p>  {WRAPPED}</p>"),
    ],
)
def test_pasted_text(text: str, html: str) -> None:
    assert text_html(text) == html
    assert_valid(text_html(text))


def test_wrapped_items_begin_lines() -> None:
    item = "- " + WRAPPED.replace("\n", "\n  ")
    assert text_html(f"{item}\n{item}").count("<br>") == 1


def test_sentences_a_line_are_not_wrapped_text() -> None:
    lines = ["The ferry will not sail before the end of the week."] * 4
    assert text_html("\n".join(lines)).count("<br>") == 3


def test_columns_keep_their_lines() -> None:
    lines = ["Harbour Rovers      3      1      0      Quay Street Ground"] * 4
    assert text_html("\n".join(lines)).count("<br>") == 3


@pytest.mark.parametrize(
    ("text", "target", "after"),
    [
        ("https://marsh.example/a", "https://marsh.example/a", ""),
        ("https://marsh.example/a.", "https://marsh.example/a", "."),
        ("https://marsh.example/a_(b))", "https://marsh.example/a_(b)", ")"),
        ("http://marsh.example/?a=1&b=2,", "http://marsh.example/?a=1&amp;b=2", ","),
        ("https://marsh.example/a|b", "https://marsh.example/a%7Cb", ""),
        ("https://marsh.example/水。水", "https://marsh.example/水", "。水"),
    ],
)
def test_bare_addresses_become_links(text: str, target: str, after: str) -> None:
    html = linked(text)
    assert html.startswith(f'<a href="{target}" rel="external">')
    assert html.endswith(f"</a>{after}")


@pytest.mark.parametrize(
    "text", ["https://", "ahttp://", "mailto:a@marsh.example", "marsh.example"]
)
def test_what_is_no_address_is_no_link(text: str) -> None:
    assert linked(text) == text or "ahttp" in text


def test_control_characters_keep_their_place() -> None:
    assert text_html("a\x00b\x1fc\td\x0ce") == "<p>a\ufffdb\ufffdc\td\x0ce</p>"


PIECES = st.sampled_from(
    ["\n", "\n\n", " ", "- ", "a", "Word ", "x" * 70, "x" * 130, ".", "<", "&"]
)


@given(st.lists(PIECES, max_size=40).map("".join) | st.text())
def test_no_character_of_a_pasted_text_is_lost(text: str) -> None:
    shown = unescape(re.sub(r"<[^>]*>", "", text_html(text)))
    lines = [line for line in re.split(r"\r\n?|\n", showable(text)) if not is_blank(line)]
    assert [line for line in shown.split("\n") if line or not lines] == (lines or [""])


# Markdown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*b* **c** ~~d~~", "<p><em>b</em> <strong>c</strong> <del>d</del></p>"),
        ("a\\\nb \\~ \\$", "<p>a<br>\nb ~ $</p>"),
        ("> q", "<blockquote>\n<p>q</p>\n</blockquote>"),
        ("Term\n:   Meaning", "<dl>\n<dt>Term</dt>\n<dd>Meaning</dd>\n</dl>"),
        ("```sh\nls *x*\n```", '<pre><code class="language-sh">ls *x*\n</code></pre>'),
        ("<tt>a</tt> <strike>b</strike>", "<p><code>a</code> <s>b</s></p>"),
        ("See https://marsh.example.", ('<p>See <a href="https://marsh.example" rel="external">'
         "https://marsh.example</a>.</p>")),
        ("\x02 and \x03", "<p>\ufffd and \ufffd</p>"),
        ("", ""),
    ],
)  # fmt: skip
def test_markdown(text: str, html: str) -> None:
    assert markdown(text) == html


def test_columns_of_tables_are_aligned_by_class() -> None:
    html = markdown("| a | b |\n|---|--:|\n| 1 | 2 |")
    assert '<th class="align-right">b</th>' in html
    assert "style" not in html
    assert "align=" not in html


def test_footnotes_lead_there_and_back() -> None:
    html = markdown("Marsh[^1].\n\n[^1]: Says *who*.")
    assert '<sup id="body-fnref:1"><a class="footnote-ref" href="#body-fn:1">1</a></sup>' in html
    assert '<li id="body-fn:1">' in html
    assert 'href="#body-fnref:1"' in html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Text:\n- a\n- b", "<p>Text:</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("- a\n  - b\n- c", "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>"),
        (
            "1. a\n\n   b\n2. c",
            "<ol>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n</li>\n</ol>",
        ),
        ("It was in\n1984. Or not.", "<p>It was in\n1984. Or not.</p>"),
        (
            "- a\n\n  ```\n  - x\n\n    y\n  ```\n\nEnd",
            "<ul>\n<li>a<pre><code>- x\n\n  y\n</code></pre>\n</li>\n</ul>\n<p>End</p>",
        ),
        ("- a\n## B", '<ul>\n<li>a</li>\n</ul>\n<h2 id="body-b">B</h2>'),
        ("* * *", "<hr>"),
        ("    - code", "<pre><code>- code\n</code></pre>"),
        ("3. c\n4. d", '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>'),
        # Four spaces are a level, too.
        (
            "  1. a\n  \n    b\n  2. c\n 10. d",
            "<ol>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n</li>\n<li>d</li>\n</ol>",
        ),
        ("   - a\n\n   b", "<ul>\n<li>a</li>\n</ul>\n<p>b</p>"),
    ],
)
def test_lists_are_read_as_commonmark_has_them(text: str, html: str) -> None:
    assert markdown(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("`<!-- x --><br />\n<html a>` b",
         "<p><code>&lt;!-- x --&gt;&lt;br /&gt; &lt;html a&gt;</code> b</p>"),
        ("a `\n<div>\n  *x*\n</div>` b", "<p>a <code>&lt;div&gt; *x* &lt;/div&gt;</code> b</p>"),
        ("``a ` <b>\n<p>`` c", "<p><code>a ` &lt;b&gt; &lt;p&gt;</code> c</p>"),
        ("- a `<b>\n  <p>` c\n- d",
         "<ul>\n<li>a <code>&lt;b&gt; &lt;p&gt;</code> c</li>\n<li>d</li>\n</ul>"),
        ("> `<b>\n> <p>` c",
         "<blockquote>\n<p><code>&lt;b&gt; &lt;p&gt;</code> c</p>\n</blockquote>"),
        # No code that crosses lines
        ("`a\nb`", "<p><code>a\nb</code></p>"),
        ("a ` <b>b</b>\n\nc ` d", "<p>a ` <b>b</b></p>\n<p>c ` d</p>"),
        ("- a ` <b>b</b>\n- c ` d", "<ul>\n<li>a ` <b>b</b></li>\n<li>c ` d</li>\n</ul>"),
        ("a \\`<i>b</i>\nc`", "<p>a `<i>b</i>\nc`</p>"),
        # Other code, and HTML
        ("~~~\n`<a>\n<p>`\n~~~", "<pre><code>`&lt;a&gt;\n&lt;p&gt;`\n</code></pre>"),
        ("- a\n  ~~~\n  `<a\n  >`\n  ~~~",
         "<ul>\n<li>a<pre><code>`&lt;a\n&gt;`\n</code></pre>\n</li>\n</ul>"),
        ("    `<a\n    >`\n\n    `<b\n    >`",
         "<pre><code>`&lt;a\n&gt;`\n\n`&lt;b\n&gt;`\n</code></pre>"),
        ("<pre>\n`<b>x</b>\n\n`<b>y</b>\nz`</pre>", "<pre>`<b>x</b>\n\n`<b>y</b>\nz`</pre>"),
        ("<p>`<b>x</b>\ny`</p>", "<p>`<b>x</b>\ny`</p>"),
    ],
)  # fmt: skip
def test_code_in_a_sentence_may_cross_lines(text: str, html: str) -> None:
    assert markdown(text) == html


@pytest.mark.parametrize(
    ("levels", "shown"),
    [
        ("123", "234"),
        ("12122", "23233"),
        ("4", "2"),
        ("2424", "2323"),
        ("123456", "234566"),
        ("31", "22"),
    ],
)
def test_headings_stay_below_the_title_and_skip_no_level(levels: str, shown: str) -> None:
    html = markdown("\n\n".join(f"{'#' * int(level)} Word" for level in levels))
    assert re.findall(r"<h(\d)", html) == list(shown)


def test_headings_have_ids_that_links_find() -> None:
    headings = "## What’s *New*?\n\n## What’s New?\n\n## Own {#mine}"
    html = markdown(f"{headings}\n\n[a](#whats-new) [b](#mine) [c](#no)")
    assert re.findall(r'<h2 id="([^"]+)">', html) == [
        "body-whats-new",
        "body-whats-new-1",
        "body-mine",
    ]
    assert '<a href="#body-whats-new">a</a> <a href="#body-mine">b</a>' in html
    assert '<a data-href="#no" title="#no">c</a>' in html


def test_an_id_stands_once() -> None:
    html = markdown('<p id="a">1</p>\n\n<p id="a">2</p>\n\n<a name="b"></a> [x](#b)')
    assert html.count('id="body-a"') == 1
    assert '<a id="body-b"></a> <a href="#body-b">x</a>' in html


# Links and pictures


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[a](../2019/dam.md)", '<a href="../../../2019/dam.html">a</a>'),
        ("[a](../2019/dam.md#part)", '<a href="../../../2019/dam.html#body-part">a</a>'),
        ("[a](../2019/dam.md?x=1)", '<a href="../../../2019/dam.html">a</a>'),
        ("[a](notes.pdf#page=2)", '<a href="../../../assets/notes.pdf#page=2">a</a>'),
        ("[a](/old/dam/)", '<a href="../../../2019/dam.html">a</a>'),
        ("<a href='../2019/dam.md'>a</a>", '<a href="../../../2019/dam.html">a</a>'),
        ("[a][d]\n\n[d]: ../2019/dam.md", '<a href="../../../2019/dam.html">a</a>'),
        ("[a](<my photo (1).jpg>)", '<a href="../../../assets/my-photo.jpg">a</a>'),
        ("[a](my%20photo%20(1).jpg)", '<a href="../../../assets/my-photo.jpg">a</a>'),
        ("[a](https://marsh.example/b c)",
         '<a href="https://marsh.example/b%20c" rel="external">a</a>'),
        ("<a href='//m.example/'>a</a>", '<a href="https://m.example/" rel="external">a</a>'),
        ("[a](mailto:desk@marsh.example)", '<a href="mailto:desk@marsh.example">a</a>'),
        ("[a](tel:+4912)", '<a href="tel:+4912">a</a>'),
        ("[a](lost.md)", '<a data-href="lost.md" title="lost.md">a</a>'),
        ("[a](/lost/ \"T\")", '<a title="T" data-href="/lost/">a</a>'),
        ("[a](javascript:alert(1))", "<a>a</a>"),
        ("[a](data:b,c)", '<a data-href="data:b,c" title="data:b,c">a</a>'),
    ],
)  # fmt: skip
def test_links(text: str, html: str) -> None:
    assert markdown(text) == f"<p>{html}</p>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("![A](photo.jpg)",
         '<img src="../../../assets/photo.jpg" alt="A" loading="lazy">'),
        ('<img src="photo.jpg" width="40" height="9%" title="T">',
         ('<img src="../../../assets/photo.jpg" alt="" loading="lazy"'
         ' width="40" title="T">')),
        ("![A](x/gone.jpg)",
         ('<span class="missing-image" title="x/gone.jpg">A '
          '<span class="file">gone.jpg</span></span>')),
        ("![](gone.jpg)", '<span class="missing-image"><span class="file">gone.jpg</span></span>'),
        ("![A](https://pics.example/a.jpg)",
         ('<span class="remote-image">'
          '<a href="https://pics.example/a.jpg" rel="external">A</a></span>')),
        ("![](//pics.example/a.jpg?w=1)",
         ('<span class="remote-image">'
         '<a href="https://pics.example/a.jpg?w=1" rel="external">a.jpg</a></span>')),
        ("[![A](https://pics.example/a.jpg)](https://marsh.example)",
         ('<a href="https://marsh.example" rel="external">'
         '<span class="remote-image" title="https://pics.example/a.jpg">A</span></a>')),
        ("![A](data:image/png;base64,AAAA)",
         '<img src="data:image/png;base64,AAAA" alt="A" loading="lazy">'),
        ("![A](data:image/svg+xml;base64,AAAA)",
         ('<span class="missing-image" title="data:image/svg+xml;base64,AAAA">A '
         '<span class="file">svg+xml;base64,AAAA</span></span>')),
    ],
)  # fmt: skip
def test_pictures(text: str, html: str) -> None:
    assert markdown(text) == f"<p>{html}</p>"


REFERRING = """
[a](one.md) [b](two.md "T") [c](<three four.md>) [d](five(6).md 'T') [e][r] ![p](sub/seven.jpg)
<a href="eight.md#x">h</a> <img src=nine.png> [i](ten.md#part) [j](a\\_b.md) [k](a&amp;c.md)
[l]({{< ref "eleven.md" >}}) [m]({{< relref path="twelve.md#z" >}} "T")
{{< figure src="thirteen.jpg" >}}
<a href="{{< ref "fourteen.md" >}}">n</a> [o]({{ site.baseurl }}/fifteen/)
[p]({% post_url 2020-sixteen %})
<iframe src='seventeen.html'></iframe> <object data="eighteen.pdf"></object> [q](nineteen.md
"T") [s](
twenty.md)

[r]:
  definition.md "T"
"""


def targets_asked_for(text: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    asked: list[str] = []

    def link(_: Targets, target: str) -> None:
        asked.append(target)

    with monkeypatch.context() as patch:
        patch.setattr(Targets, "link", link)
        RENDERER.html(Body(text, Markup.MARKDOWN, {}), ROUTE)
    return [target.partition("#")[0] for target in asked if target and is_local(target)]


def test_references_name_all_that_rendering_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    named = references(REFERRING, Markup.MARKDOWN)
    asked = targets_asked_for(REFERRING, monkeypatch)
    assert len(set(asked)) == 21
    assert set(asked) <= set(named)
    assert len(named) == len(set(named))


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("[a](b.md) https://marsh.example", Markup.TEXT),
        ("No links here.", Markup.MARKDOWN),
        ("[a](https://marsh.example) [b](#c) [d](mailto:e@marsh.example)", Markup.MARKDOWN),
        ("", Markup.MARKDOWN),
    ],
)
def test_no_references(text: str, markup: Markup) -> None:
    assert references(text, markup) == ()


@given(st.lists(st.sampled_from([*"[](){}%:=a ", "href", "ſrc", "Data", "\n"])).map("".join))
def test_the_marks_of_references_are_found_as_one_pattern_finds_them(text: str) -> None:
    found = re.search(r"\]\(|\]:|\{\{|\{%|(?:href|src|data)\s*=", text, re.IGNORECASE)
    assert links._may_refer(text) == (found is not None)


# Trusted HTML


def test_trusted_html_stands_and_links_of_markdown_are_led() -> None:
    text = (
        '<b onclick="x">a</b> [b](photo.jpg) <a href="{{< ref "../2019/dam.md" >}}">c</a>'
        " ![d](https://pics.example/d.png)\n\n"
        '<div style="x">{{< odd >}}</div>\n\n# E\n\n[f](#raw)'
    )
    html = str(TRUSTING.html(Body(text, Markup.MARKDOWN, LINKS), ROUTE))
    assert '<b onclick="x">a</b>' in html
    assert '<a href="../../../assets/photo.jpg">b</a>' in html
    assert '<a href="../../../2019/dam.html">c</a>' in html
    assert "<img" not in html
    assert '<div style="x"><code class="shortcode">{{&lt; odd &gt;}}</code></div>' in html
    assert '<h2 id="body-e">E</h2>' in html
    assert '<a href="#raw">f</a>' in html


# What no one writes

TANGLES = {
    "quotations": ">" * 10_000 + " x",
    "spaced quotations": "> " * 5_000 + "x",
    "opening brackets": "[" * 100_000,
    "nested brackets": "[" * 5_000 + "a" + "]" * 5_000,
    "pictures": "![" * 50_000,
    "half links": "[a](" * 30_000,
    "stars": "*" * 10_000,
    "words with stars": "*a " * 5_000,
    "half tags": "<b " * 30_000,
    "odd quotes": '<p a=">" ' * 10_000,
    "sections of XML": "<![CDATA[" * 10_000,
    "underlined": "a\n-\n" * 30_000,
    "one note": "[^1] " * 5_000 + "\n\n[^1]: x",
    "deep list": "\n".join("    " * depth + "- x" for depth in range(300)),
    "definitions": "a\n: b\n" * 2_000,
    "elements": "<div>" * 5_000,
    "half shortcodes": "{{< a " * 20_000,
    "shortcodes": "{{< a >}}\n" * 2_000 + "{{< /a >}}\n" * 2_000,
    "values": "{{ " * 50_000 + "}}",
    "code": "{{< highlight go >}}" * 10_000,
    "line": "x" * 1_000_000,
    "ticks": "".join("`" * (1 + length % 400) + "<\n" for length in range(2_000)),
    "half code": "`<p>\n\n" * 10_000,
    "spaces": "a" + " " * 1_000_000 + "b",
    "brackets of an address": "https://marsh.example/" + ")" * 100_000,
}


@pytest.mark.parametrize("text", TANGLES.values(), ids=TANGLES)
def test_tangled_text_is_rendered_all_the_same(text: str) -> None:
    assert RENDERER.html(Body(text, Markup.MARKDOWN, {}), ROUTE)
    assert RENDERER.html(Body(text, Markup.TEXT, {}), ROUTE)
    references(text, Markup.MARKDOWN)


def test_what_cannot_be_read_as_markdown_is_shown_as_text() -> None:
    text = "*a*\n\n" + "[" * 100_000
    assert RENDERER.html(Body(text, Markup.MARKDOWN, {}), ROUTE) == text_html(text)


def test_a_body_leaves_nothing_to_the_next() -> None:
    first = Body("[a]: photo.jpg\n\n[^1]: x\n\n{{< note >}}", Markup.MARKDOWN, LINKS)
    second = Body("[a] b[^1]\n\n{{< note >}}", Markup.MARKDOWN, {})
    alone = BodyRenderer(Configuration()).html(second, ROUTE)
    RENDERER.html(first, ROUTE)
    assert RENDERER.html(second, ROUTE) == alone

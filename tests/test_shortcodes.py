"""Shortcodes of other generators: none breaks a page, none vanishes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.config import Configuration
from newsarc.model import Markup
from newsarc.rendering.bodies import BodyRenderer
from newsarc.rendering.hiding import hide
from newsarc.site.views import Body
from tests.test_bodies import assert_valid

ROUTE = "2021/03/04/flood.html"
RENDERER = BodyRenderer(Configuration())


def render(text: str, links: Mapping[str, str] | None = None) -> str:
    html = str(RENDERER.html(Body(text, Markup.MARKDOWN, links or {}), ROUTE))
    assert_valid(html)
    return html


def in_one_line(html: str) -> str:
    return re.sub(r">\s+<", "><", html)


@pytest.mark.parametrize(
    ("source", "name", "closes", "positional", "named"),
    [
        ('{{< ref "a.md" >}}', "ref", False, ("a.md",), {}),
        ('{{<ref"a.md">}}', "ref", False, ("a.md",), {}),
        ("{{% note %}}", "note", False, (), {}),
        ("{{< /note >}}", "note", True, (), {}),
        ("{{</note>}}", "note", True, (), {}),
        ("{{< icon star />}}", "icon", False, ("star",), {}),
        (
            '{{< img src="a.jpg"\n  alt="It\\"s" wide=1 >}}',
            "img",
            False,
            (),
            {"src": "a.jpg", "alt": 'It"s', "wide": "1"},
        ),
        ("{{< x `raw \"a\"` 'b c' >}}", "x", False, ('raw "a"', "b c"), {}),
        ("{{< x https://marsh.example/?a=1 >}}", "x", False, ("https://marsh.example/?a=1",), {}),
        ('{{< x t="Q&amp;A" >}}', "x", False, (), {"t": "Q&A"}),
        ("{% endnote %}", "note", True, (), {}),
        ("{%- note -%}", "note", False, (), {}),
        ("{% include figure.html src='a' %}", "figure", False, (), {"src": "a"}),
        ('{{ "/a.png" | relative_url }}', "", False, ("/a.png",), {}),
    ],
)
def test_reading(
    source: str,
    name: str,
    closes: bool,
    positional: tuple[str, ...],
    named: dict[str, str],
) -> None:
    (shortcode,) = hide(f"a {source} b").shortcodes
    assert shortcode.source == source
    assert (shortcode.name, shortcode.closes) == (name, closes)
    assert (shortcode.positional, dict(shortcode.named)) == (positional, named)


MARKS = ["{{<", ">}}", "{{%", "%}}", "{%", "%}", "{{", "}}", *'/ab >\n"`~']


@given(st.lists(st.sampled_from(MARKS)).map("".join))
def test_hiding_can_be_undone(text: str) -> None:
    hidden = hide(text)
    # Pairs around lines get blank lines, in quotations with the sign of one.
    added = re.compile(r"[\s>]")
    assert added.sub("", hidden.restored(hidden.text)) == added.sub("", text)


def test_a_token_is_no_word_of_the_text() -> None:
    hidden = hide("shortcode0x {{< a >}}")
    assert hidden.restored(hidden.text) == "shortcode0x {{< a >}}"


LINKS = {
    "dam.md": "2019/dam.html",
    "a.jpg": "assets/images/a.1234abcd.jpg",
    "/dam/": "2019/dam.html",
}
DAM = '<a href="../../../2019/dam.html">x</a>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('[x]({{< ref "dam.md" >}})', DAM),
        ('[x]({{< relref "dam.md" >}})', DAM),
        ('[x]({{<ref"dam.md">}})', DAM),
        ('[x]({{% ref "dam.md" %}} "T")', DAM.replace("<a", '<a title="T"')),
        ('[x]({{< ref "dam.md" >}}"T")', DAM.replace("<a", '<a title="T"')),
        ('[x]({{< odd "dam.md" >}})', DAM),
        ('[x][1]\n\n[1]: {{< ref "dam.md" >}} "T"', DAM.replace("<a", '<a title="T"')),
        ('<a href="{{< ref "dam.md" >}}">x</a>', DAM),
        ("[x]({{ site.baseurl }}/dam/)", DAM),
        ("[x]({% link dam.md %})", DAM),
        (
            '[x]({{< ref "dam.md#part" >}})',
            '<a href="../../../2019/dam.html#body-part">x</a>',
        ),
        (
            '[x]({{< ref "lost.md" >}})',
            (
                '<a data-href="{{&lt; ref &quot;lost.md&quot; &gt;}}"'
                ' title="{{&lt; ref &quot;lost.md&quot; &gt;}}">x</a>'
            ),
        ),
        ('{{< ref "dam.md" >}}', '<a class="embed" href="../../../2019/dam.html">dam.md</a>'),
        ('{{< ref "lost.md" >}}', '<code class="shortcode">{{&lt; ref "lost.md" &gt;}}</code>'),
    ],
)
def test_references_in_links(text: str, html: str) -> None:
    assert render(text, LINKS) == f"<p>{html}</p>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("`{{< note >}}`", "<p><code>{{&lt; note &gt;}}</code></p>"),
        (
            '`` a {{< img src="x_y_z" >}} ``',
            '<p><code>a {{&lt; img src="x_y_z" &gt;}}</code></p>',
        ),
        (
            "```\n{{< note >}}\nx\n{{< /note >}}\n```",
            "<pre><code>{{&lt; note &gt;}}\nx\n{{&lt; /note &gt;}}\n</code></pre>",
        ),
        ("    {{< note >}}", "<pre><code>{{&lt; note &gt;}}\n</code></pre>"),
        ("<pre>{{< note >}}</pre>", "<pre>{{&lt; note &gt;}}</pre>"),
        ("a {{</* note */>}}", '<p>a <code class="shortcode">{{&lt; note &gt;}}</code></p>'),
        (
            '{% highlight ruby %}\nputs "*a*" # {{ x }}\n{% endhighlight %}',
            '<pre><code class="language-ruby">puts "*a*" # {{ x }}\n</code></pre>',
        ),
        (
            "{{< highlight go >}}\n\n*a*\n{{< /highlight >}}",
            '<pre><code class="language-go">*a*\n</code></pre>',
        ),
    ],
)
def test_in_code_they_stay_as_written(text: str, html: str) -> None:
    assert render(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            '{{< figure src="a.jpg" alt="A" caption="C" attr="Z" >}}',
            (
                '<figure><img src="../../../assets/images/a.1234abcd.jpg" alt="A" loading="lazy">'
                '<figcaption>C <span class="credit">Z</span></figcaption></figure>'
            ),
        ),
        (
            '{{< legacy-img src="2016/b-c.jpg" alt="A" caption="" >}}',
            (
                '<figure class="lost"><span class="missing-image" title="2016/b-c.jpg">A '
                '<span class="file">b-c.jpg</span></span></figure>'
            ),
        ),
        (
            '{{< img src="https://pictures.example/a.jpg" alt="A" >}}',
            (
                '<figure><span class="remote-image"><a href="https://pictures.example/a.jpg"'
                ' rel="external">A</a></span></figure>'
            ),
        ),
        (
            'Word. {{< img src="b" alt="A" >}}',
            (
                '<p>Word. </p><figure class="lost"><span class="missing-image">A '
                '<span class="file">b</span></span></figure>'
            ),
        ),
        (
            '- {{< img src="b" alt="A" caption="C" >}} word',
            (
                '<ul><li><span><span class="missing-image">A <span class="file">b</span></span>'
                "<small>C</small></span> word</li></ul>"
            ),
        ),
        (
            '[{{< img src="b" alt="A" >}}](https://marsh.example)',
            (
                '<p><a href="https://marsh.example" rel="external"><span class="missing-image">A '
                '<span class="file">b</span></span></a></p>'
            ),
        ),
        (
            '{{< youtube id="a-1" title="T" >}}',
            (
                '<p><a class="embed" href="https://www.youtube.com/watch?v=a-1"'
                ' rel="external">T</a></p>'
            ),
        ),
        (
            "{{< youtube a-1 >}}",
            (
                '<p><a class="embed" href="https://www.youtube.com/watch?v=a-1" rel="external">'
                "https://www.youtube.com/watch?v=a-1</a></p>"
            ),
        ),
        (
            '{{< tweet user="marsh" id="12" >}}',
            (
                '<p><a class="embed" href="https://twitter.com/marsh/status/12" rel="external">'
                "https://twitter.com/marsh/status/12</a></p>"
            ),
        ),
        (
            '{{< some-video "https://videos.example/1" >}}',
            (
                '<p><a class="embed" href="https://videos.example/1" rel="external">'
                "https://videos.example/1</a></p>"
            ),
        ),
        (
            'a {{< asset-static file="b.pdf" label="the rules" >}}',
            '<p>a <span class="embed" title="b.pdf" data-href="b.pdf">the rules</span></p>',
        ),
        (
            '{{< quote-block text="We float." cite="Ada Quill" >}}',
            "<blockquote><p>We float.</p><p><cite>Ada Quill</cite></p></blockquote>",
        ),
        (
            '{{< odd "a" b="*c*" >}}',
            '<p><code class="shortcode">{{&lt; odd "a" b="*c*" &gt;}}</code></p>',
        ),
        ("a {{ page.title }} b", "<p>a {{ page.title }} b</p>"),
        ('{{<ref "x" and *more*', '<p>{{&lt;ref "x" and <em>more</em></p>'),
    ],
)
def test_what_they_show(text: str, html: str) -> None:
    assert in_one_line(render(text, LINKS)) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "{{< note >}}A *b*{{< /note >}}",
            '<div class="shortcode-block"><p>A <em>b</em></p></div>',
        ),
        (
            '{{< box title="T" icon="i" >}}\n1. a\n2. b{{< /box >}}\nAfter',
            (
                '<div class="shortcode-block"><p class="shortcode-title">T</p>'
                "<ol><li>a</li><li>b</li></ol></div><p>After</p>"
            ),
        ),
        (
            "{{< a >}}\n{{< b >}}\nx\n{{< /b >}}\n{{< /a >}}",
            '<div class="shortcode-block"><div class="shortcode-block"><p>x</p></div></div>',
        ),
        (
            '{{% quote author="Ada Quill" %}}\nWe float.\n{{% /quote %}}',
            "<blockquote><p>We float.</p><p><cite>Ada Quill</cite></p></blockquote>",
        ),
        ("a {{< highlight >}}b{{< /highlight >}} c", "<p>a <mark>b</mark> c</p>"),
        ("a {{< odd >}}b{{< /odd >}} c", "<p>a <span>b</span> c</p>"),
        (
            "> {{< note >}}\n> a\n> {{< /note >}}",
            '<blockquote><div class="shortcode-block"><p>a</p></div></blockquote>',
        ),
        (
            '{{< card button-url="https://marsh.example/" button-text="Go" >}}\na\n{{< /card >}}',
            (
                '<div class="shortcode-block"><p>a</p><p><a class="embed"'
                ' href="https://marsh.example/" rel="external">Go</a></p></div>'
            ),
        ),
        (
            "{{< note >}}\na",
            '<p><code class="shortcode">{{&lt; note &gt;}}</code>a</p>',
        ),
        (
            "a\n\n{{< /note >}}",
            '<p>a</p><p><code class="shortcode">{{&lt; /note &gt;}}</code></p>',
        ),
    ],
)
def test_pairs_go_around_what_they_hold(text: str, html: str) -> None:
    assert in_one_line(render(text)).replace("</code>\na", "</code>a") == html


def test_pairs_that_cross_elements_show_as_code() -> None:
    html = render("- {{< note >}} a\n- b\n\nc {{< /note >}}")
    assert html.count('<code class="shortcode">') == 2


def test_definitions_reach_into_pairs() -> None:
    assert 'href="https://marsh.example"' in render(
        "{{< note >}}\n[a]\n{{< /note >}}\n\n[a]: https://marsh.example"
    )


def test_in_tables_they_stay_in_their_cells() -> None:
    html = render("| a | b |\n|---|---|\n| {{< odd x >}} | c |")
    assert '<td><code class="shortcode">{{&lt; odd x &gt;}}</code></td>' in html


UNKNOWN = ["{{< a >}}", "{{% a b=c %}}", "{% b %}", "{{ c }}", "{{</* d */>}}"]
SCRAPS = [*UNKNOWN, "{{<", ">}}", "word", "*", "\n", "\n\n", "> ", "- ", "`", "[", "](", ")", "<b>",
          "</b>", "| ", "    ", "```\n"]  # fmt: skip


@given(st.lists(st.sampled_from(SCRAPS), max_size=25).map(" ".join))
def test_no_shortcode_vanishes(text: str) -> None:
    html = str(RENDERER.html(Body(text, Markup.MARKDOWN, {}), ROUTE))
    shown = unescape(html)
    for unknown in UNKNOWN[:-1]:
        assert shown.count(unknown) >= text.count(unknown)
    assert not re.search(r"shortcode\d+x", html)

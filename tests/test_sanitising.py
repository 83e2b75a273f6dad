"""HTML in articles: what is published of it, and what becomes of the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarc.config import Configuration
from newsarc.model import Markup
from newsarc.rendering.bodies import BodyRenderer
from newsarc.rendering.fragments import TooDeepError, parse, serialise
from newsarc.rendering.sanitising import sanitised
from newsarc.site.views import Body
from tests.helpers.pages import links_of
from tests.test_bodies import assert_valid

RENDERER = BodyRenderer(Configuration())


def render(text: str) -> str:
    return str(RENDERER.html(Body(text, Markup.MARKDOWN, {}), "2021/a.html"))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<p>a</p><script>b</script><style>c</style>", "<p>a</p>"),
        ('<p onclick="x" style="color:red" class="card" align="left">a</p>', "<p>a</p>"),
        ("<form><input value=x><button>a</button></form>", "a"),
        ("<p>a<!-- b --></p>", "<p>a</p>"),
        ("<section><article><h1>a</h1></article></section>",
         '<section><article><h2 id="body-a">a</h2></article></section>'),
        ("<main>a</main><nav>b</nav><center>c</center>", "<div>a</div><div>b</div><div>c</div>"),
        ("<details open><summary>a</summary>b</details>",
         '<details open=""><summary>a</summary>b</details>'),
        ("<figure><figcaption>a</figcaption></figure>",
         "<figure><figcaption>a</figcaption></figure>"),
        ('<p lang="de" dir="ltr" title="t">a</p>', '<p lang="de" dir="ltr" title="t">a</p>'),
        ('<time datetime="2020">a</time>', '<p><time datetime="2020">a</time></p>'),
        ("<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>",
         "<p><ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby></p>"),
        ('<blockquote cite="javascript:x"><p>a</p></blockquote>',
         "<blockquote><p>a</p></blockquote>"),
        ('<table><tr><td style="text-align:right;color:red" colspan=2>a</td></tr></table>',
         '<table><tbody><tr><td colspan="2" class="align-right">a</td></tr></tbody></table>'),
        ("<li>a</li><li>b</li>", "<ul><li>a</li><li>b</li></ul>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>",
         "<ul><li>a</li><li><ul><li>b</li></ul></li></ul>"),
    ],
)  # fmt: skip
def test_allowed_html_stays_and_the_rest_keeps_its_text(text: str, html: str) -> None:
    assert render(text).replace("\n", "") == html
    assert_valid(html)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('<iframe src="https://v.example/e" title="T">b</iframe>',
         '<p><a class="embed" href="https://v.example/e" rel="external">T</a></p>'),
        ('<iframe src="//v.example/e"></iframe>',
         '<p><a class="embed" href="https://v.example/e" rel="external">//v.example/e</a></p>'),
        ('<video src="https://v.example/a.mp4"></video>',
         ('<p><a class="embed" href="https://v.example/a.mp4" rel="external">'
         "https://v.example/a.mp4</a></p>")),
        ('<audio><source src="a.mp3"></audio>',
         '<p><span class="embed" title="a.mp3" data-href="a.mp3">a.mp3</span></p>'),
        ('<object data="https://v.example/a.swf"><p>b</p></object>',
         ('<p><a class="embed" href="https://v.example/a.swf" rel="external">'
         "https://v.example/a.swf</a></p><p>b</p>")),
    ],
)  # fmt: skip
def test_what_would_load_becomes_a_link(text: str, html: str) -> None:
    assert render(text).replace("\n", "") == html
    assert_valid(html)


ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="java\nscript:alert(1)">a</a>',
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "![a](javascript:alert(1))",
    '<svg><script>alert(1)</script></svg>',
    '<math><mi xlink:href="javascript:alert(1)">a</mi></math>',
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<iframe><script>alert(1)</script></iframe>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<style><img src=x onerror=alert(1)></style>",
    "<title><img src=x onerror=alert(1)></title>",
    "<textarea><img src=x onerror=alert(1)></textarea>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<p title='\"><img src=x onerror=alert(1)>'>a</p>",
    '{{< img src="x" alt="<img src=x onerror=alert(1)>" >}}',
    '{{< button href="javascript:alert(1)" text="a" >}}',
    '{{< youtube "\\"><script>alert(1)</script>" >}}',
    '{{< <script>alert(1)</script> >}}',
    '<a href="{{< ref "\'><script>alert(1)</script>" >}}">a</a>',
    "{{ '<script>alert(1)</script>' }}",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href='https://evil.example/'>",
    "<link rel=stylesheet href='https://evil.example/'>",
    "<div style=\"background:url('https://evil.example/')\">a</div>",
    "<img src='https://evil.example/a' srcset='https://evil.example/b 2x'>",
    "<video poster='https://evil.example/a'></video>",
    "<body background='https://evil.example/a'>",
    "<table background='https://evil.example/a'><tr><td>a</table>",
    "<input type=image src='https://evil.example/a'>",
    "## <img src=x onerror=alert(1)> {#\"><script>alert(1)</script>}",
    "a[^\"><script>]\n\n[^\"><script>]: b",
    "```\"><script>alert(1)</script>\na\n```",
]  # fmt: skip


@pytest.mark.parametrize("text", ATTACKS)
def test_nothing_runs_and_nothing_is_loaded(text: str) -> None:
    html = render(text)
    assert_valid(html)
    for found in parse(html).descendants():
        assert found.name not in {"script", "style", "iframe", "img", "base", "link", "meta", "svg"}
        assert not any(name.startswith("on") for name in found.attributes)
        assert not found.attributes.keys() & {"style", "srcset", "poster", "background", "srcdoc"}
        assert found.attributes.get("href", "#").startswith(("#", "https://", "../"))


TAGS = st.sampled_from(
    "a b p div ul li table td h1 iframe video img figure blockquote main code pre".split()
)
PIECES = st.one_of(
    TAGS.map("<{}>".format),
    TAGS.map("</{}>".format),
    st.sampled_from(
        ['<a href="x">', "<img src=y>", "&amp;", "&lt;", "<", '"', "\n\n", "word", "*"]
    ),
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_html_comes_out_canonical_and_loads_nothing(text: str) -> None:
    html = sanitised(text)
    tree = parse(html)
    if "iframe" not in html:
        assert serialise(tree.children) == html.replace("&nbsp;", "\u00a0")
    shown = render(text)
    assert links_of(shown)[0] == []
    assert serialise(parse(shown).children) == shown


def test_elements_deeper_than_anyone_writes_are_told() -> None:
    with pytest.raises(TooDeepError):
        parse("<div>" * 300 + "</div>" * 300)

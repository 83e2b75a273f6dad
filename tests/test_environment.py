"""Templates found and rendered, assets named, mistakes told with their line."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from newsarc.config import Configuration, SiteSettings
from newsarc.errors import TemplateProblemError
from newsarc.model import Date, Page
from newsarc.rendering.environment import Theme, template_folders
from newsarc.site.views import NotFoundView, RobotsView
from tests.helpers.views import WITHOUT_ADDRESS, article, body_html, json_ld, theme


def write(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("route", "site_url", "expected"),
    [
        ("index.html", "", "tags/index.html"),
        ("2020/10/13/lock.html", "", "../../../tags/index.html"),
        ("2020/10/13/lock.html", "https://courier.example/a", "../../../tags/index.html"),
        ("404.html", "", "tags/index.html"),
        ("404.html", "https://courier.example", "/tags/index.html"),
        ("404.html", "https://courier.example/archive/", "/archive/tags/index.html"),
    ],
)
def test_links_are_relative(tmp_path: Path, route: str, site_url: str, expected: str) -> None:
    write(tmp_path, {"404.html": '{{ link("tags/index.html") }}'})
    configuration = Configuration(site=SiteSettings(url=site_url))
    page = Page(route, "404.html", NotFoundView(route))
    assert theme(tmp_path, configuration=configuration).render(page).decode() == expected


def test_a_template_that_names_itself_means_the_one_it_stands_for(tmp_path: Path) -> None:
    files = {
        "base.html": '{% extends "base.html" %}'
        "{% block footer %}{{ super() }}<p>Mine{% endblock %}",
        "404.html": '{% extends "404.html" %}{% block title %}<{{ super() }}>{% endblock %}',
        "robots.txt": '[{% include "robots.txt" %}]',
    }
    own = theme(write(tmp_path, files))
    shipped = theme(tmp_path / "none")
    page = Page("404.html", "404.html", NotFoundView("404.html"))
    before, after = (each.render(page).decode() for each in (shipped, own))
    title = re.compile("<title>(.*)</title>")
    assert title.findall(after) == [f"<{title.findall(before)[0]}>"]
    after = after.replace("<p>Mine", "").replace(title.findall(after)[0], title.findall(before)[0])
    assert after == before
    page = Page("robots.txt", "robots.txt", RobotsView("robots.txt", "sitemap.xml"))
    assert own.render(page) == b"[%b]" % shipped.render(page)


@pytest.mark.parametrize(
    ("site_url", "expected"),
    [
        ("", "None"),
        ("https://courier.example/a", "https://courier.example/a/2020/caf%C3%A9.html"),
        ("https://courier.example/a/", "https://courier.example/a/2020/caf%C3%A9.html"),
    ],
)
def test_absolute_addresses_need_the_site_url(tmp_path: Path, site_url: str, expected: str) -> None:
    write(tmp_path, {"robots.txt": '{{ absolute("2020/café.html") }}'})
    configuration = Configuration(site=SiteSettings(url=site_url))
    page = Page("robots.txt", "robots.txt", NotFoundView("robots.txt"))
    assert theme(tmp_path, configuration=configuration).render(page).decode() == expected


@pytest.mark.parametrize(
    ("template", "expected"),
    [("x.html", "a &lt; b &amp; c"), ("x.xml", "a &lt; b &amp; c"), ("x.txt", "a < b & c")],
)
def test_text_is_escaped_where_it_must_be(tmp_path: Path, template: str, expected: str) -> None:
    write(tmp_path, {template: "{{ page.route }}"})
    page = Page("x", template, NotFoundView("a < b & c"))
    assert theme(tmp_path).render(page).decode() == expected


def test_templates_of_the_site_come_first(tmp_path: Path) -> None:
    assert template_folders(None) == template_folders(tmp_path / "missing")
    (shipped,) = template_folders(None)
    assert template_folders(tmp_path) == (tmp_path, shipped)
    assert template_folders(shipped) == (shipped,)
    write(tmp_path, {"404.html": '{% extends "base.html" %}{% block main %}Lost.{% endblock %}'})
    html = theme(tmp_path).render(Page("404.html", "404.html", NotFoundView("404.html"))).decode()
    assert "Lost." in html
    assert "<!doctype html>" in html


def test_assets_are_named_by_what_is_in_them(tmp_path: Path) -> None:
    font, style = (
        b"\0font",
        'b{src:url(fonts/a.woff2?#x)} i{background:url("data:x")} u{--y:url(none.png)}',
    )
    write(
        tmp_path,
        {
            "assets/style.css": style,
            "assets/.hidden": "",
            "assets/print.css": "@import url('style.css');",
        },
    )
    (tmp_path / "assets/fonts").mkdir()
    (tmp_path / "assets/fonts/a.woff2").write_bytes(font)
    one = theme(tmp_path)
    assets = one.assets()
    font_route = f"assets/fonts/a.{hashlib.sha256(font).hexdigest()[:8]}.woff2"
    assert assets[font_route] == font
    assert one.stylesheet in assets
    assert re.fullmatch(r"assets/style\.[0-9a-f]{8}\.css", one.stylesheet)
    assert assets[one.stylesheet].decode() == (
        f'b{{src:url("{font_route.removeprefix("assets/")}?#x")}} '
        'i{background:url("data:x")} u{--y:url(none.png)}'
    )
    assert f'@import url("{Path(one.stylesheet).name}");'.encode() in assets.values()
    assert not any("hidden" in route for route in assets)
    for route, content in assets.items():
        assert hashlib.sha256(content).hexdigest()[:8] in route


def test_fingerprint_changes_with_every_file(tmp_path: Path) -> None:
    before = theme(tmp_path).fingerprint()
    assert before == theme().fingerprint()
    seen = {before}
    for name in ("404.html", "macros/own.html", "assets/own.txt"):
        write(tmp_path, {name: "own"})
        seen.add(theme(tmp_path).fingerprint())
    assert len(seen) == 4
    write(tmp_path, {".editor": "not of the theme"})
    assert theme(tmp_path).fingerprint() in seen


MISTAKES = {
    "x\n{% if %}\n": (
        "404.html:2: Expected an expression, got 'end of statement block'\n    {% if %}"
    ),
    "x\n\n  <b>{{ titel }}</b>": (
        "404.html:3: titel is not defined; there is page, link, site, stylesheet, absolute, "
        "asset, routes, taxonomies, remembered, weekdays, month_names\n    <b>{{ titel }}</b>"
    ),
    "{{ page.dek }}": (
        '404.html:1: NotFoundView has no field "dek"; it has route\n    {{ page.dek }}'
    ),
    "{{ 1 | nonsense }}": ("404.html:1: No filter named 'nonsense'.\n    {{ 1 | nonsense }}"),
    '{% include "none.html" %}': (
        '404.html:1: there is no template "none.html"\n    {% include "none.html" %}'
    ),
    "{% import 'macros/own.html' as own %}\n{{ own.broken(1) }}": (
        'macros/own.html:2: TypeError: can only concatenate str (not "int") to str\n'
        '    {{ "a" + one }}'
    ),
    "{{ asset('none.png') }}": (
        "404.html:1: there is no asset \"none.png\"\n    {{ asset('none.png') }}"
    ),
    "{{ titel | counted('a', 'b') }}": (
        "404.html:1: titel is not defined; there is page, link, site, stylesheet, absolute, "
        "asset, routes, taxonomies, remembered, weekdays, month_names\n"
        "    {{ titel | counted('a', 'b') }}"
    ),
    "{{ page.rout }}": (
        '404.html:1: NotFoundView has no field "rout", did you mean route? it has route\n'
        "    {{ page.rout }}"
    ),
    "{{ none.label }}": (
        '404.html:1: None has no field "label"; not every page has a value here, so ask for it by '
        '"if"\n    {{ none.label }}'
    ),
    "{{ page.route.label }}": ('404.html:1: str has no field "label"\n    {{ page.route.label }}'),
    "{{ {'a': 1}.b }}": "404.html:1: dict has no field \"b\"; it has a\n    {{ {'a': 1}.b }}",
    "{% import 'macros/own.html' as own %}\n{{ own.blind() }}": (
        "macros/own.html:4: page is not defined here; a macro has only what it is called with\n"
        "    {% macro blind() %}{{ page.route }}{% endmacro %}"
    ),
    "{{ page.route | long_date }}": (
        "404.html:1: AttributeError: 'str' object has no attribute 'day'\n"
        "    {{ page.route | long_date }}"
    ),
    "{{ page.route | period_name }}": (
        "404.html:1: ValueError: Invalid isoformat string: '404.html-0'\n"
        "    {{ page.route | period_name }}"
    ),
    "{{ none | weekday_name }}": (
        "404.html:1: TypeError: unsupported operand type(s) for +: 'NoneType' and 'str'\n"
        "    {{ none | weekday_name }}"
    ),
    "{{ page.route | truncate(2) }}": (
        "404.html:1: AssertionError: expected length >= 3, got 2\n"
        "    {{ page.route | truncate(2) }}"
    ),
    "{% call _('News') %}{% endcall %}": (
        "404.html:1: _() is no macro, and takes no block\n    {% call _('News') %}{% endcall %}"
    ),
    "{% from 'macros/own.html' import none_such %}{{ none_such() }}": (
        "404.html:1: the template 'macros/own.html' (imported on line 1 in '404.html') does not "
        "export the requested name 'none_such'\n"
        "    {% from 'macros/own.html' import none_such %}{{ none_such() }}"
    ),
}


@pytest.mark.parametrize(("source", "message"), MISTAKES.items())
def test_mistakes_in_templates(tmp_path: Path, source: str, message: str) -> None:
    own = '{% macro broken(one) %}\n{{ "a" + one }}\n{% endmacro %}\n'
    own += "{% macro blind() %}{{ page.route }}{% endmacro %}"
    write(tmp_path, {"404.html": source, "macros/own.html": own})
    with pytest.raises(TemplateProblemError) as caught:
        theme(tmp_path).render(Page("404.html", "404.html", NotFoundView("404.html")))
    assert str(caught.value) == f"{tmp_path.as_posix()}/{message}"


def test_a_mistake_about_a_module_names_what_the_module_makes(tmp_path: Path) -> None:
    write(tmp_path, {"404.html": "{{ routes.FRONTT }}"})
    with pytest.raises(TemplateProblemError) as caught:
        theme(tmp_path).render(Page("404.html", "404.html", NotFoundView("404.html")))
    message = str(caught.value)
    assert 'routes has no field "FRONTT", did you mean FRONT? it has FRONT, UNDATED,' in message
    assert "of_term_feed" in message
    assert "Taxonomy" not in message


def test_a_mistake_in_the_shipped_theme_is_in_templates() -> None:
    page = Page("undated/index.html", "undated.html", NotFoundView("undated/index.html"))
    with pytest.raises(TemplateProblemError, match=r"^templates/undated\.html:\d+: NotFoundView"):
        theme().render(page)


def test_a_page_whose_template_is_missing() -> None:
    with pytest.raises(TemplateProblemError) as caught:
        theme().render(Page("a.html", "none.html", NotFoundView("a.html")))
    assert str(caught.value) == 'templates: there is no template "none.html"'


def test_a_template_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_bytes(b"a\n\xe9\n")
    with pytest.raises(TemplateProblemError) as caught:
        theme(tmp_path).render(Page("404.html", "404.html", NotFoundView("404.html")))
    assert str(caught.value) == f"{tmp_path.as_posix()}/404.html:2: not UTF-8"


def test_style_sheets_that_import_each_other(tmp_path: Path) -> None:
    write(tmp_path, {"assets/a.css": "@import url(b.css);", "assets/b.css": "@import url(a.css);"})
    with pytest.raises(TemplateProblemError) as caught:
        theme(tmp_path)
    style = f"{tmp_path.as_posix()}/assets/a.css"
    assert str(caught.value) == f"{style}: a.css imports b.css imports a.css"


def test_a_theme_without_a_style_sheet(tmp_path: Path) -> None:
    with pytest.raises(TemplateProblemError) as caught:
        Theme((tmp_path,), WITHOUT_ADDRESS, body_html, json_ld)
    assert str(caught.value) == "templates/assets/style.css: there is no such file"


def test_mistakes_of_newsarc_itself_are_not_blamed_on_templates() -> None:
    broken = article(date=Date("not a date at all"))
    with pytest.raises(ValueError, match="Invalid isoformat"):
        theme().render(broken)

"""The interface in other languages: what templates say passes through a catalog."""

from __future__ import annotations

import re
from types import MappingProxyType

import pytest
from jinja2 import DictLoader, TemplateSyntaxError
from markupsafe import Markup

from newsarc.config import Configuration, SiteSettings
from newsarc.rendering.lean_templates import LeanEnvironment
from newsarc.rendering.translations import CATALOGS, fields_of, translations_of
from tests.helpers.messages import catalog_of, compiled, languages, messages, renew, sources, texts
from tests.helpers.views import pages, theme

GERMAN = {
    "Front page": "Titelseite",
    "Tom & Ann": "<Tom> & Ann",
    "{count} of {archive}": "In {archive}: {count}",
    "All of {day}": "Alles vom {tag}",
}

TEMPLATES_BY_NAME = MappingProxyType(dict(sources()))


def said(source: str, **values: object) -> str:
    environment = LeanEnvironment(
        translate=lambda text: GERMAN.get(text, text),
        loader=DictLoader({"page.html": source}),
        autoescape=True,
    )
    return environment.get_template("page.html").render(**values)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('{{ _("Front page") }}', "Titelseite"),
        ('<a title="{{ _("Front page") }}">', '<a title="Titelseite">'),
        # What the catalog does not have stays as it is.
        ('{{ _("My own page") }}', "My own page"),
        # A translation is text, not HTML.
        ('{{ _("Tom & Ann") }}', "&lt;Tom&gt; &amp; Ann"),
        # Values may change places; they are escaped, unless they are marked as safe.
        ('{{ _("{count} of {archive}", count=3, archive="A&B") }}', "In A&amp;B: 3"),
        ('{{ _("{count} of {archive}", count=link, archive=1) }}', "In 1: <b>3</b>"),
        ('{{ _("{count} of {archive}", count=1, archive=_("Front page")) }}', "In Titelseite: 1"),
        # In expressions, and where nothing is written at once.
        ('{{ (_("Front page") if yes else _("My own page")) | upper }}', "TITELSEITE"),
        ('{% set x = _("{count} of {archive}", count="<", archive=1) %}{{ x }}', "In 1: &lt;"),
        ('{% set words = {"a": _("Front page")} %}{{ words["a"] }}', "Titelseite"),
    ],
)
def test_texts_are_said_in_the_language(source: str, text: str) -> None:
    assert said(source, link=Markup("<b>3</b>"), yes=True) == text


@pytest.mark.parametrize(
    "source",
    [
        "{{ _(title) }}",
        '{{ _("a", "b") }}',
        "{{ _() }}",
        '{{ _("{count} of {archive}", count=1) }}',
        '{{ _("Front page", count=1) }}',
        # A translation with another name in its braces.
        '{{ _("All of {day}", day=1) }}',
        '{{ _("") }}',
        '{{ _("100 {") }}',
        '{{ _("100 }") }}',
    ],
)
def test_what_cannot_be_translated_is_a_mistake_in_its_template(source: str) -> None:
    with pytest.raises(TemplateSyntaxError) as caught:
        said(f"\n{source}", title="x")
    assert (caught.value.name, caught.value.lineno) == ("page.html", 2)


def test_a_missing_value_is_named_in_the_words_of_the_template() -> None:
    with pytest.raises(
        TemplateSyntaxError, match=r'"\{count\} of \{archive\}" takes count, archive'
    ):
        said('{{ _("{count} of {archive}", count=1) }}')


_EXPRESSION = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_SPOKEN = re.compile(r'\b(?:aria-label|alt|title)="([^"]*)"')
_OF_NO_LANGUAGE = {"Atom", "JSON Feed", "404", "S", "U"}
_ENGLISH = {"( confidence)"}
"""How a text was read is told in English everywhere, and marked as English."""


@pytest.mark.parametrize("name", [name for name in TEMPLATES_BY_NAME if name.endswith(".html")])
def test_nothing_is_said_past_the_catalogs(name: str) -> None:
    """Nothing but signs is left of a template without its expressions and its tags."""
    source = TEMPLATES_BY_NAME[name]
    bare = _EXPRESSION.sub("", source)
    spoken = {*re.split(r"<[^>]*>|\n", bare), *_SPOKEN.findall(bare)}
    words = {re.sub(r'\w+="[^"]*"', "", text).strip(" :·,.—–“”") for text in spoken}
    said = {word for word in words if re.search(r"[^\W\d_]", word)}
    assert said <= _OF_NO_LANGUAGE | _ENGLISH


@pytest.mark.parametrize("language", ["en", "en-GB", "tlh", "x"])
def test_without_a_catalog_texts_stay_english(language: str) -> None:
    translations = translations_of(language)
    assert translations.gettext("Front page") == "Front page"
    assert translations.ngettext("{number} tag", "{number} tags", 2) == "{number} tags"


def test_catalogs_are_up_to_date(request: pytest.FixtureRequest) -> None:
    """``pytest tests/test_translations.py --accept`` brings them up to date, to be translated."""
    if request.config.getoption("--accept"):
        renew()
    wanted = {message.id for message in messages() if message.id}
    assert languages()
    for language in languages():
        assert {message.id for message in catalog_of(language) if message.id} == wanted, language


@pytest.mark.parametrize("language", languages())
def test_catalogs_are_whole(language: str) -> None:
    """Every form of every message is translated, with the values of the message in its braces."""
    catalog = catalog_of(language)
    for message in filter(lambda message: message.id, catalog):
        texts = message.id if isinstance(message.id, tuple) else (message.id,)
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        assert not message.fuzzy, message.id
        assert len(forms) == (catalog.num_plurals if len(texts) == 2 else 1), message.id
        for form in forms:
            assert form, message.id
            fields = sorted(fields_of(str(texts[0])))
            # A form that stands for one number only may write it as a word.
            may_be = ([], fields) if len(texts) == 2 else (fields,)
            assert sorted(fields_of(str(form))) in may_be, form


@pytest.mark.parametrize("language", languages())
def test_what_programs_read_is_what_people_wrote(language: str) -> None:
    written = (CATALOGS / f"{language}.mo").read_bytes()
    assert texts(written) == texts(compiled(catalog_of(language)))


@pytest.mark.parametrize(
    ("language", "front_page", "number", "tags"),
    [
        ("de", "Titelseite", 1, "{number} Schlagwort"),
        ("de-AT", "Titelseite", 2, "{number} Schlagwörter"),
        ("es-MX", "Portada", 1, "{number} etiqueta"),
        ("es", "Portada", 0, "{number} etiquetas"),
        ("pt-BR", "Primeira página", 0, "{number} tópico"),
        ("fr-CA", "Une", 1, "{number} mot-clé"),
        ("ar-EG", "الصفحة الأولى", 2, "وسمان"),
        ("ar", "الصفحة الأولى", 11, "{number} وسمًا"),
        ("ru", "Первая полоса", 22, "{number} темы"),
        ("hi-IN", "मुखपृष्ठ", 5, "{number} विषय"),
        ("zh-Hans-CN", "头版", 5, "{number} 个标签"),
        ("ja-JP", "トップページ", 1, "タグ {number} 件"),
        ("id", "Halaman depan", 1, "{number} tag"),
    ],
)
def test_a_language_is_served_by_its_catalog(
    language: str, front_page: str, number: int, tags: str
) -> None:
    translations = translations_of(language)
    assert translations.gettext("Front page") == front_page
    assert translations.ngettext("{number} tag", "{number} tags", number) == tags


@pytest.mark.parametrize("language", languages())
def test_a_site_speaks_its_language(language: str) -> None:
    """No page says in English what its catalog says otherwise."""
    catalog = catalog_of(language)
    english = {
        str(message.id)
        for message in catalog
        if isinstance(message.id, str) and " " in message.id and "{" not in message.id
    }
    site = Configuration(site=SiteSettings(title="Marden", language=language))
    made = theme(configuration=site)
    for page in pages():
        html = made.render(page).decode()
        assert f'<html lang="{language}"' in html
        assert not [text for text in english if text in html], page.route
        assert "{number}" not in html

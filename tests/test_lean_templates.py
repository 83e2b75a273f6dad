"""Lean templates say what Jinja's own say, whatever a site's own templates ask for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, TemplateError, select_autoescape
from markupsafe import Markup

from newsarc.model import Date
from newsarc.rendering.lean_templates import LeanEnvironment

TEMPLATES = {
    "macros.html": (
        "{% macro plain(a, b=2, c='<') %}[{{ a }}{{ b }}{{ c }}]{% endmacro %}"
        "{% macro wild(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}"
        "{% macro around(a) %}<{{ caller(a) }}>{% endmacro %}"
        "{% macro strict(a) %}{{ a }}{% endmacro %}"
        "{% set word = 'w&' %}"
    ),
    "macros.txt": "{% macro plain(a) %}<{{ a }}>{% endmacro %}",
    "base.txt": "<{% block a %}{% endblock %}{{ name }}>",
    "uses.html": "{{ name }}{{ number }}{% macro show() %}{{ name }}{{ number }}{% endmacro %}",
    "base.html": (
        "<{% block a %}base {{ name }}{% endblock %}|{% block b scoped %}{% endblock %}"
        "{% for x in [1, 2] %}{% block c scoped %}{{ x }}{% endblock %}{% endfor %}>"
    ),
}
GLOBALS = {
    "name": "A & <b>",
    "safe": Markup("<i>"),
    "number": 7,
    "date": Date("2020-10-13"),
    "nothing": None,
    "add": "<".__add__,
    "twice": partial(str.__mul__, "&"),
    "function": lambda a, b=1: f"<{a}{b}>",
    "stop": partial(next, iter(())),
    "items": [("a", 1), ("<", 2)],
}
BODIES = [
    "{{ name }}{{ safe }}{{ number }}{{ date }}{{ nothing }}{{ 1.5 }}{{ true }}{{ [name] }}",
    "{{ name ~ safe }}{{ name | upper }}{{ name | safe }}{{ name | escape }}{{ 'a' if false }}",
    "{{ add('b') }}{{ twice(2) }}{{ name.upper() }}{{ name.replace('A', 'B') }}{{ range(3) }}",
    "{% from 'macros.html' import plain %}{{ plain() }}",
    "{% from 'macros.html' import plain %}{{ plain(1) }}{{ plain(1, 3) }}{{ plain(name, c=1) }}",
    "{% from 'macros.html' import plain %}{{ plain(b=1, a=safe) }}{{ plain(1, 2, 3) }}",
    "{% from 'macros.html' import plain %}{{ plain(1, 2, 3, 4) }}",
    "{% from 'macros.html' import plain %}{{ plain(1, d=4) }}",
    "{% from 'macros.html' import plain %}{{ plain(1, a=4) }}",
    "{% from 'macros.html' import wild %}{{ wild(1, 2, x=name) }}{{ wild(name) }}",
    "{% from 'macros.html' import around %}{% call(x) around(name) %}{{ x }}!{% endcall %}",
    "{% from 'macros.html' import strict %}{{ strict() }}",
    "{% from 'macros.html' import missing_one %}{{ missing_one() }}",
    "{% from 'macros.txt' import plain %}{{ plain(name) }}",
    "{% import 'macros.html' as m %}{{ m.plain(m.word) }}{{ m.plain(m.plain(1)) | length }}",
    "{% import 'macros.html' as m with context %}{{ m.plain(name) }}",
    "{% extends 'base.html' %}{% block a %}{{ super() }} own {{ self.b() }}{% endblock %}",
    "{% extends 'base.html' %}{% set y = 3 %}{% block b %}{{ y }}{{ add(name) }}{% endblock %}",
    "{% extends 'base.html' %}{% block c %}{{ x * 2 }}{{ super() }}{% endblock %}",
    "{% for k, v in items %}{{ loop.index }}{{ k }}{{ v }}{{ ', ' if not loop.last }}{% endfor %}",
    "{% for x in [1, [2]] recursive %}{{ loop(x) if x is iterable else x }}{% endfor %}",
    "{% set c = cycler('a', '<') %}{{ c.next() }}{{ c.next() }}{% set j = joiner('&') %}{{ j() }}",
    "{% set ns = namespace(x=1) %}{% for i in [1, 2] %}{% set ns.x = i %}{% endfor %}{{ ns.x }}",
    "{% set t %}<{{ name }}>{% endset %}{{ t }}{% filter upper %}a{{ name }}{% endfilter %}",
    "{{ stop() is defined }}{{ items | map('first') | join('<') }}",
    "{{ unknown }}",
    "{{ name.unknown }}",
    "{{ name() }}",
    "{% include 'base.html' %}",
    "1{% include 'base.html' %}2{% include 'macros.html' without context %}3",
    "{% include 'none.html' ignore missing %}{% include ['none.html', 'base.html'] %}{{ name }}",
    (
        "{% set t %}{% include 'base.html' %}{% endset %}{{ t }}{% for x in [1] %}"
        "{{ x }}{% include 'base.html' %}{% endfor %}"
    ),
    "{% extends 'base.html' %}{% block a %}1{% include 'base.html' %}2{% endblock %}",
    (
        "{% extends 'base.txt' %}{% from 'macros.html' import plain %}"
        "{% block a %}{{ plain(name) }}{% endblock %}"
    ),
    (
        "{% from 'macros.html' import plain %}{{ plain(name) }}"
        "{% autoescape false %}{{ plain(name) }}{{ name }}{% endautoescape %}"
        "{% autoescape number > 1 %}{{ plain(name) }}{% endautoescape %}"
    ),
    (
        "{% macro outer(a) %}{{ a }}{{ inner(a) }}{% endmacro %}{% macro inner(a) %}<{{ a }}>"
        "{% endmacro %}{% autoescape false %}{{ outer(name) }}{% endautoescape %}"
        "{{ outer(name) }}"
    ),
    "{% macro a(x, y=name) %}{{ x }}{{ y }}{% endmacro %}{{ a(a(name)) }}{{ a(name ~ a(safe)) }}",
    "{% macro a() %}{{ caller() }}{% endmacro %}{% call a() %}{{ name }}{% endcall %}",
    "{% if number > 1 %}{% extends 'base.html' %}{% endif %}out{% block a %}in{% endblock %}",
    "{% if number < 1 %}{% extends 'base.html' %}{% endif %}out{% block a %}in{% endblock %}",
    "{% extends 'base.html' %}{% extends 'base.html' %}",
    "{% block a required %}{% endblock %}",
    "{{ name.startswith('A') }}{{ name.count('b') }}{{ 'é<'.encode() }}{{ [2].count(2) }}",
    "{{ [1].__iter__().__next__() }}{{ [].__iter__().__next__() is defined }}",
    "{{ function('<') }}{{ function('<', 'b') }}{{ function() }}",
    "{{ function(function(name) ~ safe) }}{{ function(a=name) }}{{ function(*[1]) }}",
    "{{ nothing() }}",
    "{{ number.real }}{{ number.missing is defined }}{{ {'a': name}.a }}",
    "{{ 'yes' if number < 1 }}{{ ('yes' if number < 1) is defined }}{{ 'a' ~ ('b' if false) }}",
    "{% set name = 'own' %}{{ name }}{% from 'macros.html' import plain %}{{ plain() }}",
    "{% extends 'uses.html' %}{% set name = 'own <' %}{% set number %}&{{ name }}{% endset %}",
    "{% from 'uses.html' import show with context %}{{ show() }}",
    "{% from 'uses.html' import show %}{{ show() }}{{ page }}{{ link(name) }}",
    "{% for x in items if x[1] > 1 %}{{ x[0] }}{{ add(x[0]) }}{% else %}none{% endfor %}",
    "{% with name = 'w' %}{{ name }}{{ add(name) }}{% endwith %}{{ name }}",
    "{{ name | truncate(3) }}{{ name | truncate(4, end='…') }}{{ safe | truncate(5) }}",
]


def outcome(environment: Environment, template: str) -> str:
    try:
        return environment.get_template(template).render(page=1, link="../".__add__)
    except (TemplateError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


def environments(ending: str, body: str) -> Iterator[Environment]:
    options = {
        "loader": DictLoader({**TEMPLATES, f"page{ending}": body}),
        "undefined": StrictUndefined,
        "autoescape": select_autoescape(("html", "xml")),
    }
    jinja = Environment(**options)  # type: ignore[arg-type]
    jinja.globals.update(GLOBALS)
    yield jinja
    yield LeanEnvironment(GLOBALS, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("ending", [".html", ".txt"])
@pytest.mark.parametrize("body", BODIES)
def test_a_template_says_the_same(body: str, ending: str) -> None:
    jinja, lean = environments(ending, body)
    expected = outcome(jinja, f"page{ending}")
    assert outcome(lean, f"page{ending}") == expected
    assert outcome(lean, f"page{ending}") == outcome(jinja, f"page{ending}"), "the second time"

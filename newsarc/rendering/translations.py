"""The interface in the reader's language: gettext catalogs, and what they make of templates.

``_("Front page")`` in a template becomes the translation while the template is compiled, so that a
page costs nothing for it. ``_("Known by {month}", month=…)`` is cut at the braces of the
translation, which may have its values in another order than the English. A text that the catalog
does not have stays as it is: so do all texts of a site's own templates, and all of an English site.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from string import Formatter
from typing import TypeAlias

from jinja2 import TemplateSyntaxError
from jinja2.nodes import Call, CallBlock, Concat, Const, Expr, Name, Node, Output, Template
from jinja2.visitor import NodeTransformer

CATALOGS = Path(__file__).resolve().parent.parent / "data" / "locale"
"""Each language has ``de.po``, for people, and ``de.mo``, made of it, which is read here."""
FUNCTION = "_"
"""What templates call."""

Translate: TypeAlias = Callable[[str], str]


@lru_cache
def translations_of(language: str) -> NullTranslations:
    """The catalog of a BCP 47 code, or of as much of its beginning as there is one for.

    ``pt-BR`` is served by ``pt``. Without any the texts stay English.
    """
    subtags = language.lower().split("-")
    for length in range(len(subtags), 0, -1):
        file = CATALOGS / f"{'-'.join(subtags[:length])}.mo"
        if file.is_file():
            return GNUTranslations(io.BytesIO(file.read_bytes()))
    return NullTranslations()


def translated(tree: Template, translate: Translate) -> Template:
    """The tree of a template with its texts in another language. Raises TemplateSyntaxError."""
    made = _Translator(translate).visit(tree)
    assert isinstance(made, Template)
    return made


def text_of(call: Call) -> str:
    """The English text that a call of ``_`` is about. Raises TemplateSyntaxError."""
    if len(call.args) != 1 or not isinstance(call.args[0], Const) or call.dyn_args:
        raise TemplateSyntaxError(f"{FUNCTION}() takes one text in quotes", call.lineno)
    text = str(call.args[0].value)
    if not text:  # a catalog's own head stands under it
        raise TemplateSyntaxError(f"{FUNCTION}() takes a text that is not empty", call.lineno)
    try:
        fields_of(text)
    except ValueError as error:
        raise TemplateSyntaxError(f'the braces of "{text}" do not match', call.lineno) from error
    return text


def is_translated(node: Node) -> bool:
    """Whether a node calls ``_``."""
    return isinstance(node, Call) and isinstance(node.node, Name) and node.node.name == FUNCTION


def fields_of(text: str) -> tuple[str, ...]:
    """The names in the braces of a text. Raises ValueError where braces do not match."""
    return tuple(field for _, field, _, _ in Formatter().parse(text) if field is not None)


class _Translator(NodeTransformer):
    def __init__(self, translate: Translate) -> None:
        self._translate = translate

    def visit_Output(self, node: Output) -> Output:  # noqa: N802 - the library's name
        """Write the pieces of a text one by one: what stands between values is then a constant."""
        node.nodes = [
            piece
            for child in node.nodes
            for piece in (self._pieces(child) if is_translated(child) else [self.visit(child)])  # type: ignore[arg-type]
        ]
        return node

    def visit_CallBlock(self, node: CallBlock) -> Node:  # noqa: N802
        if is_translated(node.call):
            raise TemplateSyntaxError(f"{FUNCTION}() is no macro, and takes no block", node.lineno)
        return self.generic_visit(node)

    def visit_Call(self, node: Call) -> Expr:  # noqa: N802
        if not is_translated(node):
            made = self.generic_visit(node)
            assert isinstance(made, Expr)
            return made
        pieces = list(self._pieces(node))
        if len(pieces) == 1 and isinstance(pieces[0], Const):
            return pieces[0]
        return Concat(pieces, lineno=node.lineno)

    def _pieces(self, call: Call) -> Iterator[Expr]:
        values = {keyword.key: keyword.value for keyword in call.kwargs}
        english = text_of(call)
        text = self._translate(english)
        for said in (english, text):
            if set(fields_of(said)) != set(values):
                wanted = ", ".join(fields_of(said)) or "no values"
                given = ", ".join(values) or "none"
                raise TemplateSyntaxError(
                    f'"{said}" takes {wanted}, and {FUNCTION}() is given {given}', call.lineno
                )
        if not values:
            yield Const(text, lineno=call.lineno)
            return
        for words, field, _, _ in Formatter().parse(text):
            if words:
                yield Const(words, lineno=call.lineno)
            if field is not None:
                value = self.visit(values[field])
                assert isinstance(value, Expr)
                yield value

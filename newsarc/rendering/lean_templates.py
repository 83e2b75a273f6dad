"""Jinja with less around each expression: the same templates give the same bytes sooner.

Most of what a page costs is not what its template says but how Jinja calls, escapes and passes on:
half of a page without its body. Left out here is what no template of a site can make use
of: functions that ask for the whole context, globals that change, and marks of safety on text that
is written out at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, MutableMapping, Sequence
from functools import lru_cache, partial
from types import BuiltinFunctionType, FunctionType, MethodType, MethodWrapperType
from typing import Any, Self

import markupsafe
from jinja2 import Environment, Template, TemplateSyntaxError, nodes
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup

from newsarc.model import Date
from newsarc.rendering.lean_code import LeanCodeGenerator
from newsarc.rendering.theme_files import name_of_overridden
from newsarc.rendering.translations import Translate, translated

_plain_escape: Callable[[str], str]
try:
    from markupsafe._speedups import _escape_inner as _plain_escape
except ImportError:  # installed without its C code
    _plain_escape = markupsafe.escape

_PLAIN_KINDS = frozenset({FunctionType, type(lru_cache(str))})
"""Kinds of functions that are called at once where they are vetted."""
_BUILT_IN = frozenset({BuiltinFunctionType, MethodWrapperType})
_OWN_KINDS = frozenset({FunctionType, MethodType, partial})
"""Kinds of functions that may be marked as wanting the context."""


def marked_safe(text: str) -> Markup:
    """``Markup(text)`` without its question whether the text is something else."""
    return str.__new__(Markup, text)


def _escaped(value: object) -> str:
    """What is written of a value: ``markupsafe.escape`` without a Markup that nobody sees."""
    kind = type(value)
    if kind is str:
        return _plain_escape(value)  # type: ignore[arg-type]
    if kind is int:
        return str(value)
    if kind is Date:
        return _plain_escape(str(value))
    return value if kind is Markup else markupsafe.escape(value)  # type: ignore[return-value]


class _Macro(Macro):
    """A macro that can be called with its arguments in their order, without Jinja's help."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.body = self._func
        self._absent = (missing,) * self._argument_count
        self._is_special = self.catch_kwargs or self.catch_varargs or self.caller
        self.most = -1
        """The largest number of arguments that ``body`` takes and gives safe text for."""
        if not self._is_special and hasattr(self.body, "marks"):
            self.body.__defaults__ = self._absent
            self.most = self._argument_count

    def rest(self, given: int, named: Mapping[str, Any]) -> Sequence[Any] | None:
        """The arguments after so many, by name; None where Jinja has to sort them out."""
        if self._is_special or given > self._argument_count:
            return None
        if not named:
            return self._absent[given:]
        names = self.arguments[given:]
        known = all(name in names for name in named)
        return [named.get(name, missing) for name in names] if known else None

    def _invoke(self, arguments: list[Any], autoescape: bool) -> str:
        return _marked_or_not(self._func(*arguments), autoescape)


def _marked_or_not(text: str, autoescape: bool) -> str:
    """What a macro gives: safe where what is around it is escaped, however it was written."""
    if autoescape:
        return text if type(text) is Markup else marked_safe(text)
    return str(text)


class _Names(dict[str, Any]):
    """The names that a template sees; ``missing`` for those that it does not."""

    def __missing__(self, name: str) -> Any:
        return missing


class _Context(Context):
    """Calls a function, method or macro at once, and leaves all else to Jinja."""

    def __init__(
        self,
        environment: Environment,
        parent: dict[str, Any],
        name: str | None,
        blocks: dict[str, Any],
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002
    ) -> None:
        del globals  # Jinja only asks which they are for ``import … with context`` of others
        super().__init__(environment, parent, name, blocks)
        self.vars = _Names(parent)
        self.resolve_or_missing = self.vars.__getitem__  # type: ignore[method-assign,assignment]

    def get_all(self) -> dict[str, Any]:
        return dict(self.vars)

    def call(self, function: Any, /, *args: Any, **named: Any) -> Any:
        kind = type(function)
        if kind is _Macro:
            rest = function.rest(len(args), named)
            if rest is not None:
                return _marked_or_not(function.body(*args, *rest), self.eval_ctx.autoescape)
        elif kind in _BUILT_IN or (kind in _OWN_KINDS and not hasattr(function, "jinja_pass_arg")):
            try:
                return function(*args, **named)
            except StopIteration:
                return self.environment.undefined("there is nothing left to give")
        return super().call(function, *args, **named)


class _Template(Template):
    @classmethod
    def _from_namespace(
        cls,
        environment: Environment,
        namespace: MutableMapping[str, Any],
        globals: MutableMapping[str, Any],  # noqa: A002
    ) -> Self:
        assert isinstance(environment, LeanEnvironment)
        namespace.update(_NAMES_OF_CODE, vetted=environment.vetted)
        return super()._from_namespace(environment, namespace, globals)  # type: ignore[return-value]

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002
        """What the template exports; it is the same for all pages, as their globals are."""
        if self._module is None:
            self._module = self.make_module()
        return self._module


_NAMES_OF_CODE = {
    "plain": _plain_escape,
    "escape": _escaped,
    "marked": str.__new__,
    "Macro": _Macro,
    "Builtin": BuiltinFunctionType,
    "MethodWrapper": MethodWrapperType,
    "Functions": _PLAIN_KINDS,
    "partial": partial,
}
"""What the code of ``lean_code`` uses besides Jinja's own names."""


class _Modules(dict[str, TemplateModule]):
    """What templates export, by their names."""

    def __init__(self, environment: LeanEnvironment) -> None:
        super().__init__()
        self._environment = environment

    def __missing__(self, name: str) -> TemplateModule:
        template = self._environment.get_template(name)
        assert isinstance(template, _Template)
        module = self[name] = template._get_default_module()  # noqa: SLF001 - a template's own kind
        return module


def _is_plain_function(value: object) -> bool:
    return type(value) in _PLAIN_KINDS and not hasattr(value, "jinja_pass_arg")


def _rename(name: str, other: str, tree: nodes.Template) -> None:
    """Make a template extend, include and import another one instead of that of a name."""
    kinds = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
    for node in tree.find_all(nodes.Stmt):
        if not isinstance(node, kinds) or not isinstance(node.template, nodes.Const):
            continue
        if node.template.value == name:
            node.template.value = other


class LeanEnvironment(Environment):
    """An environment whose globals and templates stay as they are once they are loaded."""

    code_generator_class = LeanCodeGenerator
    context_class = _Context
    template_class = _Template

    def __init__(
        self,
        globals: Mapping[str, object] | None = None,  # noqa: A002
        translate: Translate = str,
        overridden: Collection[str] = (),
        **options: Any,
    ) -> None:
        """``translate`` gives what a template says in ``_()`` in another language.

        A template that names itself means the one it stands for, if ``overridden`` has it by its
        ``name_of_overridden``.
        """
        super().__init__(auto_reload=False, **options)
        self._translate = translate
        self._overridden = overridden
        if callable(self.autoescape):
            self.autoescape = lru_cache(self.autoescape)
        self.globals.update(globals or {})
        self.vetted = frozenset(filter(_is_plain_function, (globals or {}).values()))
        """Functions that want no context and end no iteration: templates call them at once."""
        self.modules = _Modules(self)
        self._loaded: dict[str, Template] = {}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        if name is not None and (overridden := name_of_overridden(name)) in self._overridden:
            _rename(name, overridden, tree)
        try:
            return translated(tree, self._translate)
        except TemplateSyntaxError as error:
            error.name, error.filename = name, filename
            raise

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """A plain dict: Jinja's ChainMap, made to see later changes, is slow to ask."""
        return {**self.globals, **(d or {})}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002
    ) -> Template:
        """The template, from a plain dict where it has been asked for before."""
        if isinstance(name, str) and name in self._loaded:
            return self._loaded[name]
        template = super().get_template(name, parent, globals)
        if isinstance(name, str):
            self._loaded[name] = template
        return template

"""Jinja with less around each expression: the same templates give the same bytes sooner.

Most of what a page costs is not what its template says but how Jinja calls, escapes and passes on:
half of a page without its body. Left out here is what no template of a site can make use
of: functions that ask for the whole context, globals that change, and marks of safety on text that
is written out at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from functools import partial
from types import BuiltinFunctionType, FunctionType, MethodType, MethodWrapperType
from typing import Any, Self

import markupsafe
from jinja2 import Environment, Template
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.nodes import Call, Getattr, Output
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup

from newsarc.model import Date

_plain_escape: Callable[[str], str]
try:
    from markupsafe._speedups import _escape_inner as _plain_escape
except ImportError:  # installed without its C code
    _plain_escape = markupsafe.escape

_BUILT_IN = frozenset({BuiltinFunctionType, MethodWrapperType})
_WRITTEN = frozenset({FunctionType, MethodType, partial})
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


class _Joined:
    """Stands for a list of output that is written out at once."""

    append = staticmethod(str)
    extend = staticmethod("".join)


class _Macro(Macro):
    """A macro that ``_Context`` calls."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.body = self._func
        self._is_special = self.catch_kwargs or self.catch_varargs or self.caller
        self._absent = (missing,) * self._argument_count

    def rest(self, given: int, named: Mapping[str, Any]) -> Sequence[Any] | None:
        """The arguments after so many, by name; None where Jinja has to sort them out."""
        if self._is_special or given > self._argument_count:
            return None
        if not named:
            return self._absent[given:]
        names = self.arguments[given:]
        known = all(name in names for name in named)
        return [named.get(name, missing) for name in names] if known else None


class _Context(Context):
    """Calls a function, method or macro at once, and leaves all else to Jinja."""

    def call(self, function: Any, /, *args: Any, **named: Any) -> Any:
        kind = type(function)
        if kind is _Macro:
            rest = function.rest(len(args), named)
            if rest is not None:
                text = function.body(*args, *rest)
                return marked_safe(text) if self.eval_ctx.autoescape else text
        elif kind in _BUILT_IN or (kind in _WRITTEN and not hasattr(function, "jinja_pass_arg")):
            try:
                return function(*args, **named)
            except StopIteration:
                return self.environment.undefined("there is nothing left to give")
        return super().call(function, *args, **named)


class _CodeGenerator(CodeGenerator):
    def visit_Output(self, node: Output, frame: Frame) -> None:  # noqa: N802 - the library's name
        """Write what stands side by side at once: a yield passes through all that is extended."""
        if frame.buffer is not None:
            super().visit_Output(node, frame)
            return
        frame.buffer = "yield joined"
        try:
            super().visit_Output(node, frame)
        finally:
            frame.buffer = None

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802
        """Ask Python itself first: nearly all fields are there."""
        self.write("(found if (found := getattr((owner := ")
        self.visit(node.node, frame)
        name = repr(node.attr)
        self.write(f"), {name}, missing)) is not missing else environment.getattr(owner, {name}))")

    def visit_Call(  # noqa: N802
        self, node: Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Call without the variables of the block, which only functions with a context see."""
        self.write("context.call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")


class _Template(Template):
    @classmethod
    def _from_namespace(
        cls,
        environment: Environment,
        namespace: MutableMapping[str, Any],
        globals: MutableMapping[str, Any],  # noqa: A002
    ) -> Self:
        namespace.update(escape=_escaped, Macro=_Macro, joined=_Joined)
        return super()._from_namespace(environment, namespace, globals)  # type: ignore[return-value]

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002
        """What the template exports; it is the same for all pages, as their globals are."""
        if self._module is None:
            self._module = self.make_module()
        return self._module


class LeanEnvironment(Environment):
    """An environment whose globals and templates stay as they are once they are loaded."""

    code_generator_class = _CodeGenerator
    context_class = _Context
    template_class = _Template

    def __init__(
        self,
        globals: Mapping[str, object] | None = None,  # noqa: A002
        **options: Any,
    ) -> None:
        super().__init__(auto_reload=False, **options)
        self.globals.update(globals or {})
        self._loaded: dict[str, Template] = {}

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

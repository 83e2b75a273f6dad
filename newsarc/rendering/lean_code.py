"""The Python that Jinja makes of a template, with less around each expression.

Besides Jinja's own names the code uses those that ``lean_templates`` puts beside it: ``plain``,
``marked``, ``vetted`` and kinds of functions.
"""

from __future__ import annotations

from typing import Any

from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.nodes import (
    Block,
    Call,
    CallBlock,
    CondExpr,
    Const,
    EvalContextModifier,
    Expr,
    FromImport,
    Getattr,
    Import,
    Include,
    Macro,
    Output,
    Template,
)

_WRITTEN = "written"
"""The list of what a page or a block has written so far."""


class LeanCodeGenerator(CodeGenerator):
    """Writes what Jinja's own generator writes, in fewer steps."""

    _sets_escaping = False
    """Whether a part of the template has its own ``{% autoescape %}``."""

    def visit_Template(self, node: Template, frame: Frame | None = None) -> None:  # noqa: N802 - the library's name
        self._sets_escaping = node.find(EvalContextModifier) is not None
        super().visit_Template(node, frame)

    # A page or a block gives away a list of its pieces: Jinja yields each through the generators of
    # all templates that are extended, for an article 50 times.

    def enter_frame(self, frame: Frame) -> None:
        if _is_outermost(frame):
            self.writeline(f"{_WRITTEN} = []")
            frame.buffer = _WRITTEN
        super().enter_frame(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        super().leave_frame(frame, with_python_scope)
        if _is_outermost(frame) and not self.has_known_extends:
            self.writeline(f"yield concat({_WRITTEN})")
        elif _is_outermost(frame):
            self.writeline(f"if {_WRITTEN}: yield concat({_WRITTEN})")

    def visit_Block(self, node: Block, frame: Frame) -> None:  # noqa: N802
        if frame.toplevel and self.has_known_extends:
            return  # it is the extended template that says where the block stands
        if node.required or node.scoped or self.extends_so_far or frame.buffer != _WRITTEN:
            self._yielding(super().visit_Block, node, frame)
        else:
            block = f"context.blocks[{node.name!r}][0]({self.get_context_ref()})"
            self.writeline(f"{_WRITTEN}.extend({block})", node)

    def visit_Include(self, node: Include, frame: Frame) -> None:  # noqa: N802
        self._yielding(super().visit_Include, node, frame)

    def _yielding(self, visit: Any, node: Block | Include, frame: Frame) -> None:
        """Let Jinja write code that yields, after what has been written so far."""
        if frame.buffer != _WRITTEN:
            visit(node, frame)
            return
        self.writeline(f"yield concat({_WRITTEN})")
        self.writeline(f"{_WRITTEN}.clear()")
        frame.buffer = None
        visit(node, frame)
        frame.buffer = _WRITTEN

    # Most of what is written is text, or comes marked as safe from a macro.

    def visit_Output(self, node: Output, frame: Frame) -> None:  # noqa: N802
        for child in node.nodes:
            if isinstance(child, CondExpr) and child.expr2 is None:
                child.expr2 = Const("")  # as the undefined value that Jinja makes is written
        super().visit_Output(node, frame)

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if finalize.src is not None or frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        elif isinstance(node, Call):
            self.write("(shown if type(shown := ")
        else:
            self.write("(plain(shown) if type(shown := ")

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if finalize.src is not None or frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(f") is {'Markup' if isinstance(node, Call) else 'str'} else escape(shown))")

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802
        """Ask Python itself first: nearly all fields are there."""
        self.write("(found if (found := getattr((owner := ")
        self.visit(node.node, frame)
        name = repr(node.attr)
        self.write(f"), {name}, missing)) is not missing else environment.getattr(owner, {name}))")

    # Macros, and what newsarc offers to templates, are called at once, all else by the context.

    def visit_Call(  # noqa: N802
        self, node: Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Call without the variables of the block, which only functions with a context see."""
        if forward_caller or not self._may_call_at_once(node, frame):
            self.write("context.call(")
            self.visit(node.node, frame)
            self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
            self.write(")")
            return
        self.write("(called.body if type(called := ")
        self.visit(node.node, frame)
        self.write(
            f") is macro_kind and called.most >= {len(node.args)} else called"
            f" if type(called) is {'Builtin' if _is_of_text(node.node) else 'MethodWrapper'}"
            " or type(called) in Functions and called in vetted"
            " else partial(context.call, called))("
        )
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _may_call_at_once(self, node: Call, frame: Frame) -> bool:
        """Whether a macro, called so, would know which of its arguments are which."""
        if node.kwargs or node.dyn_args or node.dyn_kwargs:
            return False
        if isinstance(node.node, Getattr) and node.node.attr.startswith("__"):
            return False  # the __next__ of an iterator, which may be at its end
        return frame.eval_ctx.autoescape and not self._sets_escaping

    def write_commons(self) -> None:
        super().write_commons()
        # What a macro gives is safe only where what is around it is escaped.
        self.writeline("macro_kind = Macro if context.eval_ctx.autoescape else None")

    def macro_body(self, node: Macro | CallBlock, frame: Frame) -> tuple[Frame, MacroRef]:
        inner, macro = super().macro_body(node, frame)
        if inner.eval_ctx.autoescape and not self._sets_escaping:
            self.writeline("macro.marks = True")
        return inner, macro

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        """Give what a macro has written, marked as safe if it may be."""
        if frame.eval_ctx.autoescape and not self._sets_escaping:
            self.writeline(f"return marked(Markup, concat({frame.buffer}))")
        else:
            super().return_buffer_contents(frame, force_unescaped)

    def _import_common(self, node: Import | FromImport, frame: Frame) -> None:
        if node.with_context or not isinstance(node.template, Const):
            super()._import_common(node, frame)
        else:
            self.write(f"environment.modules[{node.template.value!r}]")


def _is_of_text(node: Expr) -> bool:
    """Whether a method is named that texts have."""
    return isinstance(node, Getattr) and hasattr(str, node.attr)


def _is_outermost(frame: Frame) -> bool:
    """Whether it is that of a page or a block."""
    return frame.parent is None and (frame.rootlevel or frame.block_frame)

"""What went wrong in a template, with its file, its line and the line itself."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from newsarc.errors import TemplateProblemError
from newsarc.rendering import lean_templates
from newsarc.rendering.theme_files import SHIPPED, ThemeFiles


def template_problem(error: Exception, files: ThemeFiles) -> TemplateProblemError | None:
    """The problem behind an error raised while a template was loaded or rendered.

    None if the error is not the template's doing but that of newsarc's own code, which it called.
    """
    if isinstance(error, TemplateSyntaxError):
        return _problem(error.name, error.lineno, error.message or "not a template", files)
    name, line, own_code = _last_template(error.__traceback__, files.templates)
    if isinstance(error, TemplateNotFound):
        return _problem(name, line, f'there is no template "{error.name}"', files)
    if isinstance(error, TemplateError):
        return _problem(name, line, error.message or type(error).__name__, files)
    if name is None or (own_code and not isinstance(error, RecursionError)):
        return None
    return _problem(name, line, f"{type(error).__name__}: {error}", files)


def _last_template(
    traceback: TracebackType | None, sources: Mapping[str, bytes]
) -> tuple[str | None, int, bool]:
    """The template that ran last and its line; whether newsarc's own code ran after it."""
    name, line, own_code = None, 0, False
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename
        if file in sources:
            name, line, own_code = file, traceback.tb_lineno, False
        elif name and _is_own(str(traceback.tb_frame.f_globals.get("__name__"))):
            own_code = True
        traceback = traceback.tb_next
    return name, line, own_code


def _is_own(module: str) -> bool:
    """Whether it is newsarc's, other than the one that calls in the place of Jinja."""
    return module.startswith("newsarc.") and module != lean_templates.__name__


def _problem(name: str | None, line: int, message: str, files: ThemeFiles) -> TemplateProblemError:
    if name is None:
        return TemplateProblemError(f"{SHIPPED}: {message}")
    lines = files.templates.get(name, b"").decode("utf-8", "replace").splitlines()
    shown = f"\n    {lines[line - 1].strip()}" if 0 < line <= len(lines) else ""
    return TemplateProblemError(f"{files.places.get(name, name)}:{line}: {message}{shown}")

"""What went wrong in a template, with its file, its line and the line itself."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import NamedTuple

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
    last = _last_template(error.__traceback__, files.templates)
    name, line = last.name, last.line
    if isinstance(error, TemplateNotFound):
        return _problem(name, line, f'there is no template "{error.name}"', files)
    if isinstance(error, TemplateError):
        return _problem(name, line, error.message or type(error).__name__, files)
    if name is None or (last.called and not _was_called_wrongly(error, last, files)):
        return None
    return _problem(name, line, f"{type(error).__name__}: {error}", files)


class _Last(NamedTuple):
    """The template that ran last."""

    name: str | None
    line: int
    called: tuple[str, ...]
    """The modules of newsarc's own code that ran after it, one for each frame."""


def _was_called_wrongly(error: Exception, last: _Last, files: ThemeFiles) -> bool:
    """Whether newsarc's code failed because a template gave it what it does not take."""
    if isinstance(error, RecursionError):
        return True
    if len(last.called) == 1 and isinstance(error, TypeError | AttributeError):
        return True
    # What a template may call does its work in its own module. The theme's own calls are right.
    is_shipped = files.places.get(last.name or "", "").startswith(f"{SHIPPED}/")
    return len(set(last.called)) == 1 and not is_shipped


def _last_template(traceback: TracebackType | None, sources: Mapping[str, bytes]) -> _Last:
    last = _Last(None, 0, ())
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename
        module = str(traceback.tb_frame.f_globals.get("__name__"))
        if file in sources:
            last = _Last(file, traceback.tb_lineno, ())
        elif last.name and _is_own(module):
            last = last._replace(called=(*last.called, module))
        traceback = traceback.tb_next
    return last


def _is_own(module: str) -> bool:
    """Whether it is newsarc's, other than the one that calls in the place of Jinja."""
    return module.startswith("newsarc.") and module != lean_templates.__name__


def _problem(name: str | None, line: int, message: str, files: ThemeFiles) -> TemplateProblemError:
    if name is None:
        return TemplateProblemError(f"{SHIPPED}: {message}")
    lines = files.templates.get(name, b"").decode("utf-8", "replace").splitlines()
    shown = f"\n    {lines[line - 1].strip()}" if 0 < line <= len(lines) else ""
    return TemplateProblemError(f"{files.places.get(name, name)}:{line}: {message}{shown}")

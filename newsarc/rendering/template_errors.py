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
    name, line, own_frames = _last_template(error.__traceback__, files.templates)
    if isinstance(error, TemplateNotFound):
        return _problem(name, line, f'there is no template "{error.name}"', files)
    if isinstance(error, TemplateError):
        return _problem(name, line, error.message or type(error).__name__, files)
    if name is None or (own_frames and not _was_called_wrongly(error, own_frames)):
        return None
    return _problem(name, line, f"{type(error).__name__}: {error}", files)


def _was_called_wrongly(error: Exception, own_frames: int) -> bool:
    """Whether newsarc's code failed because a template gave it what it does not take."""
    if isinstance(error, RecursionError):
        return True
    return own_frames == 1 and isinstance(error, TypeError | AttributeError)


def _last_template(
    traceback: TracebackType | None, sources: Mapping[str, bytes]
) -> tuple[str | None, int, int]:
    """The template that ran last and its line; how many frames of newsarc's own came after it."""
    name, line, own_frames = None, 0, 0
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename
        if file in sources:
            name, line, own_frames = file, traceback.tb_lineno, 0
        elif name and _is_own(str(traceback.tb_frame.f_globals.get("__name__"))):
            own_frames += 1
        traceback = traceback.tb_next
    return name, line, own_frames


def _is_own(module: str) -> bool:
    """Whether it is newsarc's, other than the one that calls in the place of Jinja."""
    return module.startswith("newsarc.") and module != lean_templates.__name__


def _problem(name: str | None, line: int, message: str, files: ThemeFiles) -> TemplateProblemError:
    if name is None:
        return TemplateProblemError(f"{SHIPPED}: {message}")
    lines = files.templates.get(name, b"").decode("utf-8", "replace").splitlines()
    shown = f"\n    {lines[line - 1].strip()}" if 0 < line <= len(lines) else ""
    return TemplateProblemError(f"{files.places.get(name, name)}:{line}: {message}{shown}")

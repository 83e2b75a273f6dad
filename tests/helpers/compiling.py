"""Templates compiled once for many builds."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import jinja2
import pytest

_compile = jinja2.Environment.compile
_environments: list[jinja2.Environment] = []


@functools.cache
def _compiled(source: str, name: str | None, filename: str | None) -> Any:
    return _compile(_environments[-1], source, name, filename)


@contextmanager
def templates_compiled_once() -> Iterator[None]:
    """Compiling the theme takes longer than anything else in a small build.

    What was compiled before a process is forked need not be compiled in it either.
    """

    def compiled(
        self: jinja2.Environment, source: Any, name: Any = None, filename: Any = None
    ) -> Any:
        _environments[:] = [self]
        return _compiled(source, name, filename)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", compiled)
        yield

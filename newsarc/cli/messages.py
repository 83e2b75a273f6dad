"""Problems and progress as a person sees them on a terminal."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterable
from dataclasses import replace

import click

from newsarc.errors import NewsarcError, Problem, ProblemsError, is_disk_full

_PLACE = re.compile(r"(\S.*?)(?::(\d+))?(?::(\d+))?: ")
"""A file, and where in it something is."""
_HALVES = re.compile("[\ud800-\udfff]")
_MOST_WARNINGS = 20
"""Errors are always shown in full; a long list of warnings would hide them."""


def show_problems(problems: Iterable[Problem]) -> None:
    """Print warnings, then errors, on standard error, each with its hint."""
    problems = tuple(dict.fromkeys(problems))
    warnings = [problem for problem in problems if problem.severity == "warning"]
    for problem in warnings[:_MOST_WARNINGS]:
        _show(problem, "warning", "yellow")
    if len(warnings) > _MOST_WARNINGS:
        click.echo(f"… and {len(warnings) - _MOST_WARNINGS} more warnings", err=True)
    for problem in problems:
        if problem.severity == "error":
            _show(problem, "error", "red")


def _show(problem: Problem, word: str, colour: str) -> None:
    click.echo(f"{click.style(word, fg=colour, bold=True)}: {problem}", err=True)
    if problem.hint:
        click.echo(f"  {click.style('hint', fg='cyan')}: {problem.hint}", err=True)


def show_error(error: NewsarcError) -> None:
    """Print a mistake that ends the command.

    Each line is one, but for hints and the lines of templates.
    """
    for line in str(error).splitlines():
        hint = line.removeprefix("hint: ")
        if hint != line:
            click.echo(f"  {click.style('hint', fg='cyan')}: {hint}", err=True)
        elif line.startswith(" "):
            click.echo(line, err=True)
        else:
            click.echo(f"{click.style('error', fg='red', bold=True)}: {line}", err=True)


def show_refusal(error: OSError) -> None:
    """Print what the disk refused, which ended the command."""
    refusal = refusal_of(error)
    text = f"{refusal}" if refusal.path else refusal.message
    show_error(NewsarcError(f"{text}\nhint: {refusal.hint}" if refusal.hint else text))


def problems_of(error: NewsarcError | OSError) -> tuple[Problem, ...]:
    """What ends a command as problems with their places, for programs."""
    if isinstance(error, ProblemsError):
        return error.problems
    if isinstance(error, OSError):
        refusal = refusal_of(error)
        return (replace(refusal, path=_encodable(refusal.path)),)
    problems: list[Problem] = []
    for line in _encodable(str(error)).splitlines():
        hint = line.removeprefix("hint: ")
        if problems and hint != line:
            problems[-1] = replace(problems[-1], hint=hint)
        elif problems and line.startswith(" "):  # the line of a template
            problems[-1] = replace(problems[-1], message=f"{problems[-1].message}\n{line}")
        elif place := _PLACE.match(line):
            row, column = (int(number) if number else None for number in place.group(2, 3))
            problems.append(Problem(place[1], line[place.end() :], row, column))
        else:
            problems.append(Problem("", line))
    return tuple(problems)


def _encodable(text: str) -> str:
    """A text that may hold a path, without what JSON cannot carry of a name that is not UTF-8."""
    return _HALVES.sub("\ufffd", text)


def refusal_of(error: OSError) -> Problem:
    """What the disk refuses, being full or read-only or another's: no mistake of newsarc's."""
    # Of a file that is moved, the second name is where it was to be.
    name = error.filename2 or error.filename
    hint = "make room, then build again: the site is whole" if is_disk_full(error) else None
    return Problem(str(name or ""), error.strerror or str(error), hint=hint)


def shown_path(path: str | os.PathLike[str]) -> str:
    """A path as its user would write it: from the current folder where that is shorter."""
    text = os.fspath(path)
    try:
        relative = os.path.relpath(text)
    except ValueError:  # on another drive
        return text
    return relative if len(relative) < len(text) else text


class TerminalProgress:
    """One line on standard error that says how far a build is; nothing but on a terminal."""

    _EVERY = 0.1
    """Seconds between two lines, for a terminal is slower than the work."""

    def __init__(self) -> None:
        self._on = sys.stderr.isatty()
        self._next = 0.0
        self._started: dict[str, float] = {}

    def __call__(self, step: str, done: int, total: int) -> None:
        now = time.monotonic()
        started = self._started.setdefault(step, now)
        if not self._on or (now < self._next and done < total):
            return
        self._next = now + self._EVERY
        rate = f", {done / (now - started):,.0f} a second" if now - started > 1 else ""
        click.echo(f"\r\033[K{step} {done:,} of {total:,}{rate}", err=True, nl=False)

    def clear(self) -> None:
        """Remove the line."""
        if self._on and self._started:
            click.echo("\r\033[K", err=True, nl=False)

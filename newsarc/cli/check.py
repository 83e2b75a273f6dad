"""newsarc check"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from newsarc.cli.messages import shown_path
from newsarc.config import load_configuration

if TYPE_CHECKING:
    from newsarc.errors import Problem
    from newsarc.reading.reviewing.questions import Remark, Threshold


@click.command("check")
@click.option(
    "--articles",
    type=click.Path(file_okay=False, path_type=Path),
    default="articles",
    show_default=True,
)
@click.option(
    "--confidence",
    type=click.Choice(["low", "medium"]),
    default="low",
    show_default=True,
    help="List fields that were read with this confidence or less.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=lambda: os.cpu_count() or 1,
    show_default="one a processor",
    help="Processes that read.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, for programs.")
def check_command(articles: Path, confidence: str, jobs: int, as_json: bool) -> None:
    """List what an editor should look at: doubtful fields, open questions, errors.

    Exit status 1 where there is anything.
    """
    from newsarc.building.reviewing import Review, review

    settings = Review(
        articles.absolute(),
        shown_path(articles),
        load_configuration(Path.cwd()),
        cast("Threshold", confidence),
        jobs,
    )
    remarks = sources = 0
    last = ""
    for remark in review(settings):
        click.echo(_as_json(remark) if as_json else _as_line(remark.problem))
        remarks += 1
        sources += remark.problem.path != last
        last = remark.problem.path
    if not as_json:
        _summarise(remarks, sources)
    if remarks:
        sys.exit(1)


def _as_line(problem: Problem) -> str:
    """A problem in one line: its place, its field, what it is, and the hint."""
    numbers = (problem.line, problem.column)
    place = "".join(f":{number}" for number in numbers if number is not None)
    field = f"{problem.field}: " if problem.field else ""
    colour = "red" if problem.severity == "error" else "yellow"
    hint = click.style(f" – {problem.hint}", fg="cyan") if problem.hint else ""
    return (
        f"{click.style(problem.path, bold=True)}{place}: "
        f"{click.style(field, fg=colour)}{problem.message}{hint}"
    )


def _as_json(remark: Remark) -> str:
    import msgspec

    fields = {"code": remark.code, **msgspec.to_builtins(remark.problem)}
    return msgspec.json.encode(fields).decode()


def _summarise(remarks: int, sources: int) -> None:
    if not remarks:
        click.echo("nothing to look at")
        return
    things = f"{remarks:,} thing{'s' * (remarks != 1)} to look at"
    click.echo(f"\n{things} in {sources:,} article{'s' * (sources != 1)}")
    click.echo('"newsarc adopt FILE" turns a text into front matter, where it can be corrected')

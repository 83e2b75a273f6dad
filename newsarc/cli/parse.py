"""newsarc parse"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsarc.cli.messages import show_problems
from newsarc.cli.sources import path_below_articles, read_file
from newsarc.config import load_configuration
from newsarc.errors import Problem, has_errors

if TYPE_CHECKING:
    from newsarc.model import Article
    from newsarc.reading.reader import Reading


@click.command("parse")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, for programs.")
def parse_command(files: tuple[Path, ...], as_json: bool) -> None:
    """Show what each line of a file was read as, and the record that it makes."""
    from newsarc.cli.records import record_as_json
    from newsarc.reading.reader import Reader

    reader = Reader(load_configuration(Path.cwd()))
    problems: list[Problem] = []
    for number, file in enumerate(files):
        data = read_file(file)
        if isinstance(data, Problem):
            problems.append(data)
            continue
        reading = reader.read(path_below_articles(file), data, str(file))
        problems += reading.problems
        if reading.article is not None and as_json:
            click.echo(record_as_json(reading.article, str(file), reading))
        elif reading.article is not None:
            click.echo("\n" * (number > 0) + _for_people(reading.article, str(file), reading))
    show_problems(problems)
    if has_errors(problems):
        sys.exit(1)


def _for_people(article: Article, path: str, reading: Reading) -> str:
    from newsarc.cli.columns import terminal_width
    from newsarc.cli.records import record_for_people
    from newsarc.cli.text_view import text_for_people
    from newsarc.reading.reviewing.line_roles import line_roles

    width = terminal_width()
    return "\n".join(
        (
            click.style(path, bold=True),
            "",
            text_for_people(line_roles(reading), width),
            click.style("─" * width, dim=True),
            record_for_people(article, reading.body, width),
        )
    )

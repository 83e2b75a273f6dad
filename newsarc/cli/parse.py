"""newsarc parse"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsarc.cli.messages import show_problems
from newsarc.cli.records import record_as_json, record_for_people
from newsarc.config import load_configuration
from newsarc.errors import Problem, has_errors


@click.command("parse")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, for programs.")
def parse_command(files: tuple[Path, ...], as_json: bool) -> None:
    """Show the record that each file reads as."""
    from newsarc.reading.reader import Reader

    reader = Reader(load_configuration(Path.cwd()))
    problems: list[Problem] = []
    for number, file in enumerate(files):
        try:
            data = file.read_bytes()
        except OSError as error:
            problems.append(Problem(str(file), f"cannot be read: {error.strerror}"))
            continue
        reading = reader.read(_path_below_articles(file), data, str(file))
        problems += reading.problems
        if reading.article is not None:
            show = record_as_json if as_json else record_for_people
            gap = "\n" * (number > 0 and not as_json)
            click.echo(gap + show(reading.article, str(file), reading.body))
    show_problems(problems)
    if has_errors(problems):
        sys.exit(1)


def _path_below_articles(file: Path) -> str:
    """The part of a path from which a date may be taken: below the articles folder."""
    try:
        return file.resolve().relative_to(Path("articles").resolve()).as_posix()
    except ValueError:
        return file.name

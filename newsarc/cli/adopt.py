"""newsarc adopt"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsarc.cli.messages import show_problems
from newsarc.cli.sources import path_below_articles, read_file, unreadable
from newsarc.config import load_configuration
from newsarc.errors import Problem, has_errors
from newsarc.reading.endings import SOURCE_ENDINGS, is_original

if TYPE_CHECKING:
    from newsarc.reading.adopting.rewriting import Adoption
    from newsarc.reading.reader import Reader


@click.command("adopt")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
def adopt_command(files: tuple[Path, ...], dry_run: bool) -> None:
    """Rewrite pasted texts with front matter, in which what was read can be corrected.

    Each reads as the same record as before. Its original is kept beside it.
    """
    from newsarc.reading.reader import Reader

    reader = Reader(load_configuration(Path.cwd()))
    problems: list[Problem] = []
    for file in files:
        if dry_run and len(files) > 1:
            click.echo(click.style(f"==> {file} <==", bold=True))
        problems += _adopt(reader, file, dry_run=dry_run)
    show_problems(problems)
    if has_errors(problems):
        sys.exit(1)


def _adopt(reader: Reader, file: Path, *, dry_run: bool) -> tuple[Problem, ...]:
    """Adopt one file, and say what was done; what kept it from being done is returned."""
    from newsarc.reading.adopting.rewriting import Adoption, adopt

    if is_original(file.name):
        _say(file, "left alone, for it is the original of a text that was adopted")
        return ()
    data = read_file(file)
    if isinstance(data, Problem):
        return (data,)
    if not file.name.lower().endswith(SOURCE_ENDINGS):
        hint = f"articles end in {', '.join(SOURCE_ENDINGS)}"
        return (Problem(str(file), "is no article", hint=hint),)
    adopted = adopt(reader, path_below_articles(file), data, str(file))
    if isinstance(adopted, Adoption):
        return _show(adopted) if dry_run else _write(file, data, adopted)
    if not adopted:
        _say(file, "left alone, for its front matter gives its title")
    return adopted


def _show(adopted: Adoption) -> tuple[Problem, ...]:
    click.echo(adopted.text, nl=not adopted.text.endswith(("\n", "\r")))
    return ()


def _write(file: Path, data: bytes, adopted: Adoption) -> tuple[Problem, ...]:
    from newsarc.building.replacing import ChangedMeanwhileError, replace_keeping_original

    try:
        original = replace_keeping_original(file, data, adopted.text.encode())
    except ChangedMeanwhileError:
        return (Problem(str(file), "was changed meanwhile", hint="adopt it again"),)
    except OSError as error:
        return (unreadable(file, error, "written"),)
    _say(file, f"{_what_was_done(adopted)}; its original is {original}")
    return ()


def _what_was_done(adopted: Adoption) -> str:
    fields = f"{adopted.fields} field{'s' * (adopted.fields != 1)}"
    done = f"front matter completed to {fields}" if adopted.completed else f"adopted with {fields}"
    if not adopted.left_out:
        return done
    return (
        f"{done}, without {adopted.left_out} line{'s' * (adopted.left_out != 1)} of page furniture"
    )


def _say(file: Path, what: str) -> None:
    click.echo(f"{click.style(str(file), bold=True)}: {what}")

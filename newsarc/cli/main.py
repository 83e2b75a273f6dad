"""The command line's entrance: commands by name, and what becomes of mistakes."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from newsarc import __version__
from newsarc.cli.adopt import adopt_command
from newsarc.cli.build import build_command
from newsarc.cli.check import check_command
from newsarc.cli.messages import show_error
from newsarc.cli.parse import parse_command
from newsarc.errors import NewsarcError

_INTERRUPTED = 130
"""The exit status that shells give a program which Ctrl-C ended."""


class _Commands(click.Group):
    """Commands that Ctrl-C ends in one line, without colours where NO_COLOR asks for none."""

    def invoke(self, ctx: click.Context) -> Any:
        if os.environ.get("NO_COLOR"):
            ctx.color = False
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("stopped", err=True)
            sys.exit(_INTERRUPTED)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="newsarc")
def commands() -> None:
    """Turn a folder of news articles into an archive website made of nothing but files.

    Put articles as text files into articles/, run "newsarc build", open site/index.html.
    """


commands.add_command(build_command)
commands.add_command(parse_command)
commands.add_command(check_command)
commands.add_command(adopt_command)


def main() -> None:
    """Run the command line; exit status 0 done, 1 problems, 2 wrong usage or configuration,
    130 stopped by Ctrl-C."""
    try:
        commands(prog_name="newsarc")
    except NewsarcError as error:
        show_error(error)
        sys.exit(error.exit_status)
    except OSError as error:
        # The disk's refusals are not newsarc's mistakes: full, read-only, no permission.
        subject = f"{error.filename}: " if error.filename else ""
        click.echo(f"error: {subject}{error.strerror or error}", err=True)
        sys.exit(1)

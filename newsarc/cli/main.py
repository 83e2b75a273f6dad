"""The command line's entrance: commands by name, and what becomes of mistakes."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

from newsarc import __version__
from newsarc.building.jobs import collect_seldom
from newsarc.cli.messages import show_error, show_refusal
from newsarc.errors import NewsarcError

_INTERRUPTED = 130
"""The exit status that shells give a program which Ctrl-C ended."""

_COMMANDS = ("build", "parse", "check", "adopt")
"""Each is ``NAME_command`` in the module of its name, and imported when it is asked for: what only
others need took a fourth of the start of a build."""


class _Commands(click.Group):
    """Commands that Ctrl-C ends in one line, without colours where NO_COLOR asks for none."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"newsarc.cli.{cmd_name}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

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


def main() -> None:
    """Run the command line; exit status 0 done, 1 problems, 2 wrong usage or configuration,
    130 stopped by Ctrl-C."""
    collect_seldom()
    try:
        commands(prog_name="newsarc")
    except NewsarcError as error:
        show_error(error)
        sys.exit(error.exit_status)
    except OSError as error:
        show_refusal(error)
        sys.exit(1)

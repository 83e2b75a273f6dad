"""newsarc build"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click

from newsarc.building.build import build
from newsarc.building.report import BuildReport
from newsarc.building.settings import BuildSettings
from newsarc.cli.messages import TerminalProgress, problems_of, show_problems, shown_path
from newsarc.config import load_configuration
from newsarc.errors import NewsarcError, UsageError

_OWN_MISTAKE = """\
This is a mistake of newsarc's own, or its catalog is damaged.
hint: newsarc build --clean makes the catalog anew; if that does not help, please report this"""
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command("build")
@click.option("--articles", type=_FOLDER, default="articles", show_default=True)
@click.option("--output", type=_FOLDER, default="site", show_default=True)
@click.option(
    "--templates", type=_FOLDER, help="Your own templates.  [default: templates, if it is there]"
)
@click.option(
    "--catalog",
    type=click.Path(dir_okay=False, path_type=Path),
    default=".newsarc/catalog.sqlite",
    show_default=True,
    help="Where newsarc remembers what it read and wrote.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=lambda: os.cpu_count() or 1,
    show_default="one a processor",
    help="Processes that read and render.",
)
@click.option("--clean", is_flag=True, help="Forget the catalog and make everything anew.")
@click.option("--paranoid", is_flag=True, help="Trust no file's time and size: read all again.")
@click.option("--keep-going", is_flag=True, help="Publish what can be read though some cannot.")
@click.option("--explain", is_flag=True, help="Say why each page was written or removed.")
@click.option("--timings", is_flag=True, help="Say how long each step took.")
@click.option("--verify", is_flag=True, help="Compare the site with a clean build, made beside it.")
@click.option("--json", "as_json", is_flag=True, help="Print a report for programs.")
def build_command(
    articles: Path,
    output: Path,
    templates: Path | None,
    catalog: Path,
    jobs: int,
    clean: bool,
    paranoid: bool,
    keep_going: bool,
    explain: bool,
    timings: bool,
    verify: bool,
    as_json: bool,
) -> None:
    """Build the site from the folder of articles."""
    start = time.process_time()  # of this process: what Python and its imports took
    with _mistakes_reported(as_json):
        if templates is not None and not templates.is_dir():
            raise UsageError(f"--templates: there is no folder {templates}")
        settings = BuildSettings(
            articles=articles.absolute(),
            output=output.absolute(),
            templates=(templates or Path("templates")).absolute(),
            catalog=catalog.absolute(),
            configuration=load_configuration(Path.cwd()),
            jobs=jobs,
            clean=clean,
            paranoid=paranoid,
            keep_going=keep_going,
            explain=explain,
            articles_shown=shown_path(articles),
        )
        report = _built(settings)
        report = replace(report, timings={"start": round(start, 4), **report.timings})
        if verify and report.is_published:
            report = _verified(settings, report)
    show_problems(report.problems)
    if explain:
        _explain(report)
    if timings:
        _show_timings(report)
    if as_json:
        click.echo(_as_json(report))
    else:
        _summarise(report, settings.output)
        if report.is_verified:
            click.echo("The site is what a clean build gives, file by file")
    if report.failed:
        sys.exit(1)


@contextmanager
def _mistakes_reported(as_json: bool) -> Iterator[None]:
    """Print a report of what ended the build before there was one, for programs that want it.

    A traceback gets a note of what helps if it is the catalog that is at fault.
    """
    try:
        yield
    except (NewsarcError, OSError) as error:
        if as_json:
            click.echo(_as_json(BuildReport(problems=problems_of(error))))
        raise
    except Exception as error:
        error.add_note(_OWN_MISTAKE)
        raise


def _built(settings: BuildSettings) -> BuildReport:
    progress = TerminalProgress()
    try:
        return build(settings, progress)
    finally:
        progress.clear()


def _verified(settings: BuildSettings, report: BuildReport) -> BuildReport:
    """The report, with where the site differs from a clean build."""
    from newsarc.building.verifying import verify_site

    progress = TerminalProgress()
    started = time.perf_counter()
    try:
        differences = tuple(verify_site(settings, progress))
    finally:
        progress.clear()
    return replace(
        report,
        problems=(*report.problems, *differences),
        is_verified=not differences,
        timings={**report.timings, "verify": round(time.perf_counter() - started, 4)},
    )


def _summarise(report: BuildReport, output: Path) -> None:
    errors = sum(problem.severity == "error" for problem in report.problems)
    if not report.is_published:
        click.echo(
            f"{_counted_errors(errors)}: nothing was published, and the site is as it was", err=True
        )
        return
    articles = f"{report.articles:,} article{'s' * (report.articles != 1)}"
    if report.undated:
        articles += f" ({report.undated:,} without a date)"
    if report.rendered or report.removed:
        done = f"{report.rendered:,} written, {report.kept:,} kept, {report.removed:,} removed"
    else:
        done = "nothing to do"
    click.echo(f"{articles}, {report.pages:,} pages: {done} in {report.seconds:.2f} s")
    if errors:
        click.echo(f"{_counted_errors(errors)}, told above", err=True)
    # In full, for it may be another folder's build.py that was called.
    click.echo(f"Open {click.style(str(output / 'index.html'), bold=True)} in a browser")


def _counted_errors(errors: int) -> str:
    return f"{errors:,} error{'s' * (errors != 1)}"


def _explain(report: BuildReport) -> None:
    for change in report.changes:
        removed = "" if change.written else "removed, for "
        click.echo(f"{change.route}: {removed}{change.reason}", err=True)


def _show_timings(report: BuildReport) -> None:
    for step, seconds in report.timings.items():
        click.echo(f"{step:8}{seconds:8.3f} s", err=True)


def _as_json(report: BuildReport) -> str:
    import msgspec

    fields = msgspec.to_builtins(report)
    if not report.changes:
        del fields["changes"]
    return msgspec.json.encode(fields).decode()

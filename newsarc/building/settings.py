"""What a build is asked to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from newsarc.config import Configuration
from newsarc.errors import UsageError

_STAGING = ".newsarc-staging"


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """Where a build reads and writes, and how. Sent to workers, so it can be pickled and hashed."""

    articles: Path
    output: Path
    templates: Path | None
    """The site's own templates, which come before the theme's."""
    catalog: Path
    configuration: Configuration
    jobs: int = 1
    """How many processes read and render."""
    clean: bool = False
    """Forget the catalog and make everything anew."""
    paranoid: bool = False
    """Trust no file's size and time, but read every source and every page again."""
    keep_going: bool = False
    """Publish the readable articles though others are not."""
    explain: bool = False
    """Collect a reason for every file that is written or removed."""
    articles_shown: str = "articles"
    """What messages call the articles folder."""

    @property
    def staging(self) -> Path:
        """Where pages wait for being published: on the same file system as the site."""
        return self.output / _STAGING

    @property
    def compiled_templates(self) -> Path:
        """Where templates wait as Python for the next build: beside the catalog."""
        return self.catalog.with_name(f"{self.catalog.name}-templates")

    @property
    def staged(self) -> str:
        """The folder in staging in which files lie as they are to lie in the site."""
        return f"{self.output}/{_STAGING}/site"


def require_apart(settings: BuildSettings) -> None:
    """Raise UsageError where the site lies in what it is made from, or that in the site.

    The next build would take pages for sources, or sources for pages that are no longer wanted.
    """
    output = settings.output.resolve()
    for name, origin in (("articles", settings.articles), ("templates", settings.templates)):
        if origin is None or not origin.is_dir():
            continue
        folder = origin.resolve()
        if output.is_relative_to(folder) or folder.is_relative_to(output):
            raise UsageError(
                f"--output: the site in {settings.output} would mix with the {name} in {origin}\n"
                "hint: name a folder that neither holds the other nor is in it"
            )

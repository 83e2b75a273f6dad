"""A small project on the disk: write sources, build, look at the site."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from newsarc.building.build import build
from newsarc.building.report import BuildReport
from newsarc.building.settings import BuildSettings
from newsarc.config import Configuration

REPOSITORY = Path(__file__).resolve().parent.parent.parent
SEED = REPOSITORY / "articles" / "iraqi-militias-propose-ceasefire.txt"


class Project:
    """A folder with articles/, and the site that is built from it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.articles = folder / "articles"
        self.site = folder / "site"
        self.articles.mkdir(parents=True)
        self.settings = BuildSettings(
            articles=self.articles,
            output=self.site,
            templates=folder / "templates",
            catalog=folder / ".newsarc" / "catalog.sqlite",
            configuration=Configuration(),
        )

    def write(self, path: str, content: str | bytes) -> Path:
        """Write a source or a picture below articles/."""
        file = self.articles / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def configure(self, configuration: Configuration) -> None:
        self.settings = replace(self.settings, configuration=configuration)

    def build(
        self,
        *,
        jobs: int = 1,
        clean: bool = False,
        paranoid: bool = False,
        keep_going: bool = False,
    ) -> BuildReport:
        settings = replace(
            self.settings,
            jobs=jobs,
            clean=clean,
            paranoid=paranoid,
            keep_going=keep_going,
            explain=True,
        )
        return build(settings)

    def built(self) -> Mapping[str, bytes]:
        """Every file of the site, by route."""
        return {
            path.relative_to(self.site).as_posix(): path.read_bytes()
            for path in sorted(self.site.rglob("*"))
            if path.is_file()
        }

    def page(self, route: str) -> str:
        return (self.site / route).read_text(encoding="utf-8")

    def run(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the command line in the project's folder."""
        return subprocess.run(
            [sys.executable, "-m", "newsarc", *words],
            cwd=self.folder,
            env={**os.environ, "NO_COLOR": "1", **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

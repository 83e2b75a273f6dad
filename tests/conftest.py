"""What tests share: Hypothesis without clock or chance, and small projects on the disk."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from newsarc.building import jobs
from tests.helpers.browsing import chromium
from tests.helpers.children import memory
from tests.helpers.compiling import templates_compiled_once
from tests.helpers.editions import Newspaper
from tests.helpers.project import SEED, Project

# The same examples everywhere, and no deadline: the machines that run this are slow at times.
settings.register_profile("newsarc", deadline=None, derandomize=True)
settings.load_profile("newsarc")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="write golden files anew instead of comparing"
    )


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty project in a folder of its own."""
    return Project(tmp_path / "project")


@pytest.fixture
def seed_project(project: Project) -> Project:
    """A project with the one article that the repository ships, whatever else is beside it."""
    shutil.copy(SEED, project.articles)
    return project


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; not for the whole session, since other tests fork."""
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def printed_paper() -> Iterator[Newspaper]:
    """A small archive of which every edition was built once."""
    with tempfile.TemporaryDirectory(prefix="newsarc-test-", dir=memory()) as folder:
        with templates_compiled_once():
            paper = Newspaper(Path(folder))
        yield paper


@pytest.fixture
def paper(printed_paper: Newspaper) -> Iterator[Newspaper]:
    """The same, for builds in forks of this process: it is wherever the last test left it."""
    with templates_compiled_once():
        yield printed_paper


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give workers something to do in a small archive."""
    monkeypatch.setattr(jobs, "WORTH_WORKERS", 1)
    monkeypatch.setattr(jobs, "BATCH", 4, raising=False)

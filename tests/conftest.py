"""What tests share: Hypothesis without clock or chance, and small projects on the disk."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

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

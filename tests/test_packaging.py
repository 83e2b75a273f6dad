"""What is installed: the locks pin all that the project asks for, and the wheel is whole."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.txt", "requirements-test.txt")


def pins(lock: str) -> dict[str, str]:
    text = (ROOT / ".ci" / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==([^ ;\\]+)", text, flags=re.MULTILINE))


def requirements(*groups: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["dependencies"] + project["build-system"]["requires"]
    for group in groups:
        wanted += project["project"]["optional-dependencies"][group]
    return [Requirement(text) for text in wanted]


@pytest.mark.parametrize(
    ("lock", "groups"), [("requirements.txt", ()), ("requirements-test.txt", ("test",))]
)
def test_a_lock_pins_what_the_project_asks_for(lock: str, groups: tuple[str, ...]) -> None:
    pinned = pins(lock)
    for requirement in requirements(*groups):
        version = pinned.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement} is not in {lock}: renew it"
        assert requirement.specifier.contains(version), f"{lock} has {version}: renew it"


def test_tests_run_with_the_versions_that_builds_have() -> None:
    assert pins("requirements.txt").items() <= pins("requirements-test.txt").items()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place_and_has_a_digest_for_every_pin(lock: str) -> None:
    text = (ROOT / ".ci" / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|file:|--find-links|index-url|^/|\s/", text, flags=re.MULTILINE)
    for entry in re.split(r"^(?=\S+==)", text, flags=re.MULTILINE)[1:]:
        assert "--hash=sha256:" in entry


def test_the_wheel_carries_the_theme_and_the_data(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run([*command, "--directory", tmp_path], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    shipped = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    theme = {f"newsarc/{path}" for path in files_below("templates")}
    assert theme
    assert shipped == theme | files_below("newsarc")


def files_below(folder: str) -> set[str]:
    paths = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in paths if path.suffix != ".pyc"}

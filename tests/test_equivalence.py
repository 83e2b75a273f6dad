"""The same articles give the same site, wherever and however it is built."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import pytest

from benchmarks.archive import ArchiveSettings, sources
from tests.helpers.project import REPOSITORY, Project

CASES = Path(__file__).parent / "cases" / "reading"


class Surroundings(NamedTuple):
    """Where and how a site is built."""

    method: str
    """How workers are started."""
    workers: int
    environment: Mapping[str, str]


PLAIN = Surroundings("spawn", 1, {"PYTHONHASHSEED": "0", "TZ": "UTC"})
SURROUNDINGS: Mapping[str, Surroundings] = MappingProxyType(
    {
        "forks": Surroundings(
            "fork",
            3,
            {"PYTHONHASHSEED": "1", "TZ": "Pacific/Pago_Pago", "LC_ALL": "de_DE.UTF-8"},
        ),
        "spawned": Surroundings(
            "spawn", 2, {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "PYTHONOPTIMIZE": "2"}
        ),
        "from a server": Surroundings(
            "forkserver",
            2,
            {"PYTHONHASHSEED": "3", "TZ": "Asia/Kathmandu", "PYTHONUTF8": "0", "LANG": "C"},
        ),
    }
)


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles of every layout, in the most languages, and some texts that are none."""
    project = Project(tmp_path_factory.mktemp("articles") / "project")
    for path, text in sources(ArchiveSettings(articles=24, words=80, first_year=2019)):
        project.write(path, text)
    for case in sorted(CASES.rglob("*.txt"))[::16]:
        text = case.read_text(encoding="utf-8").partition("\n----\n")[0]
        project.write(f"cases/{case.name}", f"{text}\n")
    project.write("photo.jpg", b"\xff\xd8\xff a picture")
    (project.folder / "newsarc.toml").write_text("[listings]\nnewest = 5\nlongest = 4\n")
    return project.folder


def built(articles: Path, place: Path, surroundings: Surroundings) -> Mapping[str, bytes]:
    """The site of a copy of the articles, whose files have other times."""
    shutil.copytree(articles, place)
    chance = random.Random(str(place))
    for path in (place / "articles").rglob("*"):
        os.utime(path, (chance.randrange(2**31), chance.randrange(2**31)))
    method, workers, environment = surroundings
    words = ("build", "--keep-going", "--jobs", str(workers))
    done = subprocess.run(
        [sys.executable, "-m", "tests.helpers.surroundings", method, str(place), *words],
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "NO_COLOR": "1", **environment},
        capture_output=True,
        timeout=240,
        check=False,
    )
    assert b"Traceback" not in done.stderr, done.stderr
    assert b" pages: " in done.stdout, done
    site = place / "site"
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def plain(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return built(articles, tmp_path_factory.mktemp("plain") / "project", PLAIN)


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_the_site_is_the_same_in_any_surroundings(
    articles: Path, plain: Mapping[str, bytes], tmp_path: Path, name: str
) -> None:
    surroundings = SURROUNDINGS[name]
    if surroundings.method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"has no {surroundings.method}")
    site = built(articles, tmp_path / "another place", surroundings)
    assert len(plain) > 200
    assert [route for route in plain.keys() | site if plain.get(route) != site.get(route)] == []

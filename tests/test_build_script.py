"""build.py, without a network: what it passes on, when it sets up, what it says when it cannot."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.txt", "requirements-test.txt")
SETTING_UP = "newsarc: setting up .venv (once, about half a minute)\n"


def load(folder: Path) -> ModuleType:
    """build.py as a module, for the project that a folder holds."""
    spec = importlib.util.spec_from_file_location("build_script", folder / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass
class Script:
    """A copy of build.py in a project of its own, with what it did instead of running programs."""

    folder: Path
    build: ModuleType
    set_up: list[str] = field(default_factory=list)
    """``venv`` for every .venv made, ``pip`` with its last word for every run of pip."""
    became: list[list[str]] = field(default_factory=list)
    """The commands that took build.py's place, by the names of their files, and their words."""
    checks: list[list[str]] = field(default_factory=list)
    """The commands of the checks, without the interpreter."""
    statuses: dict[str, int] = field(default_factory=dict)
    """Exit statuses of pip and the checks, by module, where they are not 0."""

    def run(self, *words: str) -> int:
        status = self.build.main(list(words))
        assert isinstance(status, int)
        return status

    def forget(self) -> None:
        self.set_up.clear()
        self.became.clear()


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Script:
    folder = tmp_path / "project"
    (folder / ".ci").mkdir(parents=True)
    for name in ("build.py", "pyproject.toml", *(f".ci/{lock}" for lock in LOCKS)):
        shutil.copy(ROOT / name, folder / name)
    monkeypatch.chdir(tmp_path)
    return replace_programs(Script(folder, load(folder)), monkeypatch)


def replace_programs(script: Script, monkeypatch: pytest.MonkeyPatch) -> Script:
    def make_venv() -> None:
        script.set_up.append("venv")
        shutil.rmtree(script.build.VENV, ignore_errors=True)
        Path(script.build.PYTHON).parent.mkdir(parents=True)
        Path(script.build.PYTHON).touch()

    def call(command: list[str], **_: object) -> int:
        assert command[0] == script.build.PYTHON
        if "pip" in command:
            script.set_up.append(f"pip {command[-1]}")
            return script.statuses.get("pip", 0)
        assert command[1] == "-m"
        script.checks.append(command[2:])
        return script.statuses.get(command[2], 0)

    def become(path: str, command: list[str]) -> None:
        assert path == command[0] == script.build.PYTHON
        script.became.append([Path(command[1]).name, *command[2:]])
        raise SystemExit(0)

    monkeypatch.setattr(script.build, "make_venv", make_venv)
    monkeypatch.setattr(subprocess, "call", call)
    monkeypatch.setattr(script.build.os, "name", "posix")
    monkeypatch.setattr(script.build.os, "execv", become)
    return script


def build(script: Script, *words: str) -> list[str]:
    """Run build.py up to newsarc; gives newsarc's words."""
    script.forget()
    with pytest.raises(SystemExit):
        script.run(*words)
    assert script.became[0][0] == "newsarc"
    return script.became[0][1:]


# --- Python itself ---


def test_an_old_python_can_read_it() -> None:
    ast.parse((ROOT / "build.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_an_old_python_is_told_so(
    script: Script, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "version_info", (3, 8, 19, "final", 0))
        with pytest.raises(SystemExit) as stopped:
            load(script.folder)
    assert stopped.value.code == 2
    assert capsys.readouterr().err == (
        "newsarc: needs Python 3.11 or newer, and this is Python 3.8; install a newer one and "
        "call build.py with it, or use uv: uv run newsarc build\n"
    )


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_what_to_install(
    missing: str,
    script: Script,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == missing else name)
    assert script.run() == 2
    version = "{}.{}".format(*sys.version_info)
    assert capsys.readouterr().err == (
        f"newsarc: this Python {version} comes without venv; install it (on Debian and Ubuntu: "
        f"sudo apt install python{version}-venv) and run build.py again, or use uv: "
        "uv run newsarc build\n"
    )
    assert not (script.folder / ".venv").exists()


def test_starting_imports_nothing_that_only_set_up_needs() -> None:
    tree = ast.parse((ROOT / "build.py").read_text(encoding="utf-8"))
    imports = [ast.unparse(node) for node in tree.body if isinstance(node, ast.Import)]
    assert imports == ["import os", "import sys"]
    assert not any(isinstance(node, ast.ImportFrom) for node in ast.walk(tree))


# --- Words ---


def test_without_a_word_it_builds(script: Script) -> None:
    assert build(script) == ["build"]


def test_options_alone_are_those_of_build(script: Script) -> None:
    assert build(script, "--keep-going") == ["build", "--keep-going"]
    assert build(script, "--help") == ["--help"]
    assert build(script, "--version") == ["--version"]


def test_other_words_are_passed_on_unchanged(script: Script) -> None:
    words = ["serve", "--port", "8001", "a folder", "--", "test"]
    assert build(script, *words) == words


def test_it_works_in_its_own_folder(script: Script) -> None:
    build(script, "serve")
    assert Path.cwd() == script.folder


# --- Setting up ---


def test_the_first_run_sets_up_and_the_second_does_not(
    script: Script, capsys: pytest.CaptureFixture[str]
) -> None:
    build(script)
    assert script.set_up == ["venv", f"pip {Path('.ci', 'requirements.txt')}", "pip ."]
    assert capsys.readouterr() == ("", SETTING_UP)
    build(script)
    assert script.set_up == []
    assert capsys.readouterr() == ("", "")


def test_what_tests_need_is_enough_to_build_but_not_the_reverse(
    script: Script,
) -> None:
    build(script)
    script.forget()
    assert script.run("test") == 0
    assert script.set_up == [f"pip {Path('.ci', 'requirements-test.txt')}", "pip ."]
    script.forget()
    assert script.run("test") == 0
    assert script.set_up == []
    build(script)
    assert script.set_up == []


def append(name: str, text: str) -> Callable[[Script], None]:
    def change(script: Script) -> None:
        with (script.folder / name).open("a", encoding="utf-8") as file:
            file.write(text)

    return change


def new_metadata(script: Script) -> None:
    file = script.folder / "pyproject.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("newsarc.cli.main:main", "newsarc.cli:main"), encoding="utf-8")


@pytest.mark.parametrize(
    "change", [append(".ci/requirements.txt", "# renewed\n"), new_metadata], ids=["lock", "project"]
)
def test_new_requirements_are_installed_into_the_same_venv(
    change: Callable[[Script], None], script: Script
) -> None:
    build(script)
    change(script)
    build(script)
    assert script.set_up == [f"pip {Path('.ci', 'requirements.txt')}", "pip ."]


@pytest.mark.parametrize("name", ["pyproject.toml", ".ci/requirements-test.txt"])
def test_what_does_not_matter_to_the_site_sets_up_nothing(name: str, script: Script) -> None:
    build(script)
    append(name, "\n[tool.ours]\n")(script)
    build(script)
    assert script.set_up == []


def lose_the_interpreter(script: Script) -> None:
    Path(script.build.PYTHON).unlink()


def lose_the_stamp(script: Script) -> None:
    Path(script.build.stamp_of(script.build.RUNTIME_LOCK)).unlink()


def lose_half_of_the_stamp(script: Script) -> None:
    stamp = Path(script.build.stamp_of(script.build.RUNTIME_LOCK))
    stamp.write_bytes(stamp.read_bytes()[:10])


def bring_another_python(script: Script) -> None:
    for stamp in Path(script.build.VENV).glob("*.installed"):
        stamp.write_bytes(re.sub(rb"^\S+ \S+", b"linux cpython-38", stamp.read_bytes()))


@pytest.mark.parametrize(
    "change",
    [lose_the_interpreter, lose_the_stamp, lose_half_of_the_stamp, bring_another_python],
)
def test_a_venv_that_does_not_fit_is_made_anew(
    change: Callable[[Script], None], script: Script
) -> None:
    build(script)
    change(script)
    build(script)
    assert script.set_up[0] == "venv"
    build(script)
    assert script.set_up == []


def test_a_venv_that_was_moved_is_made_anew(
    script: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(script)
    elsewhere = script.folder.rename(script.folder.with_name("elsewhere"))
    moved = replace_programs(Script(elsewhere, load(elsewhere)), monkeypatch)
    build(moved)
    assert moved.set_up[0] == "venv"


def test_a_failing_pip_is_reported_and_leaves_nothing_that_looks_whole(
    script: Script, capsys: pytest.CaptureFixture[str]
) -> None:
    script.statuses["pip"] = 1
    assert script.run() == 2
    lock = Path(".ci", "requirements.txt")
    assert capsys.readouterr().err == SETTING_UP + (
        f"newsarc: pip could not install {lock}, for the reason above; once that is mended, run "
        "build.py again\n"
    )
    script.statuses.clear()
    build(script)
    assert script.set_up[0] == "venv"


def test_a_disk_that_takes_nothing_is_reported(
    script: Script, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> None:
        raise PermissionError(13, "Permission denied", ".venv")

    monkeypatch.setattr(script.build, "make_venv", refuse)
    assert script.run() == 2
    assert capsys.readouterr().err == SETTING_UP + (
        "newsarc: .venv cannot be made: [Errno 13] Permission denied: '.venv'\n"
    )


def test_an_interrupted_run_ends_without_a_traceback(
    script: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(script.build, "make_venv", interrupt)
    assert script.run() == 130


@pytest.mark.skipif(sys.platform == "win32", reason="there the stamp, written last, has to do")
def test_of_two_at_once_one_sets_up(script: Script, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = threading.Event()
    monkeypatch.setattr(script.build, "say", lambda _: waiting.set())
    lock = script.build.RUNTIME_LOCK
    second = threading.Thread(target=script.build.ensure_venv, args=(lock,))
    with (script.folder / "build.py").open("rb") as first:
        script.build.wait_for_others(first.fileno())
        second.start()
        assert waiting.wait(timeout=60)
        script.build.set_up(lock)
        done = list(script.set_up)
    second.join(timeout=60)
    assert not second.is_alive()
    assert script.set_up == done


# --- Checks ---


@pytest.mark.parametrize(
    ("statuses", "status", "last_line"),
    [
        ({}, 0, "$ pytest -n auto --maxprocesses 4 --dist worksteal -k 'two words'"),
        ({"mypy": 3}, 3, "newsarc: failed: mypy --strict"),
        ({"pytest": 5}, 5, "newsarc: failed: pytest"),
        (
            {"ruff": 2, "pytest": 1},
            2,
            "newsarc: failed: ruff check ., ruff format --check ., pytest",
        ),
    ],
)
def test_every_check_runs_and_the_first_failure_counts(
    statuses: dict[str, int],
    status: int,
    last_line: str,
    script: Script,
    capsys: pytest.CaptureFixture[str],
) -> None:
    script.statuses.update(statuses)
    assert script.run("test", "-k", "two words") == status
    assert script.checks == [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy", "--strict"],
        ["pytest", "-n", "auto", "--maxprocesses", "4", "--dist", "worksteal", "-k", "two words"],
    ]
    assert capsys.readouterr().err.splitlines()[-1] == last_line

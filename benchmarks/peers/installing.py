"""Gets programs from the package registries, as pip and npm are configured here."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.peers.peer import PeerMissingError

_PATIENCE = 600
"""Seconds that an installation may take."""


def python_packages(folder: Path, packages: Sequence[str]) -> None:
    """Make a virtual environment with some packages, or take the one that is there.

    Raises PeerMissingError.
    """
    if _is_installed(folder, packages):
        return
    _run((sys.executable, "-m", "venv", "--clear", str(folder)))
    _run((str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", *packages))
    _remember(folder, packages)


def node_packages(folder: Path, packages: Sequence[str]) -> None:
    """Install packages of npm below a folder, or take those that are there.

    Raises PeerMissingError.
    """
    if not shutil.which("npm"):
        raise PeerMissingError("there is no npm")
    if _is_installed(folder, packages):
        return
    folder.mkdir(parents=True, exist_ok=True)
    options = ("--no-audit", "--no-fund", "--loglevel=error")
    _run(("npm", "install", "--prefix", str(folder), *options, *packages))
    _remember(folder, packages)


def version_of(command: Sequence[str], pattern: str = r"([\d.]+\d)") -> str:
    """The version that a command tells of, which proves that it runs; raises PeerMissingError."""
    said = _run(command)
    found = re.search(pattern, said)
    if not found:
        raise PeerMissingError(f"{Path(command[0]).name} tells no version")
    return found[1]


def _is_installed(folder: Path, packages: Sequence[str]) -> bool:
    """Whether an installation was completed, of these packages."""
    note = folder / "installed.json"
    return note.is_file() and json.loads(note.read_text(encoding="utf-8")) == list(packages)


def _remember(folder: Path, packages: Sequence[str]) -> None:
    (folder / "installed.json").write_text(json.dumps(list(packages)), encoding="utf-8")


def _run(command: Sequence[str]) -> str:
    """What a command says. Raises PeerMissingError with the last line of it if it fails."""
    name = Path(command[0]).name
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
    except OSError as error:
        raise PeerMissingError(f"{name} cannot be run: {error.strerror}") from error
    except subprocess.TimeoutExpired as error:
        raise PeerMissingError(f"{name} took more than {_PATIENCE} s") from error
    if done.returncode:
        lines = (done.stderr.strip() or done.stdout.strip()).splitlines()
        said = lines[-1] if lines else f"status {done.returncode}"
        raise PeerMissingError(f"{name} failed: {said}")
    return done.stdout + done.stderr

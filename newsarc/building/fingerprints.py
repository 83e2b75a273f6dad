"""Digests of all that shapes the site besides its articles.

Where one of them differs from the last build's, what was made with the other is made anew.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from newsarc.config import Configuration

_PACKAGE = Path(__file__).resolve().parent.parent


def code_fingerprint(configuration: Configuration) -> str:
    """Digest of newsarc's own code and data, the libraries' versions and the configuration."""
    installed = Path(msgspec.__file__).resolve().parent.parent
    versions = sorted(path.name for path in installed.glob("*.dist-info"))
    parts = [
        sys.version,
        *versions,
        msgspec.json.encode(configuration, order="sorted").decode(),
        files_fingerprint([_PACKAGE], (".py", ".toml", ".txt", ".json")),
    ]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def files_fingerprint(folders: Iterable[Path], endings: tuple[str, ...] = ()) -> str:
    """Digest of the names and bytes of all files in some folders, or of those with some endings."""
    digest = hashlib.sha256()
    for number, folder in enumerate(folders):
        for path in sorted(_files(folder, endings)):
            digest.update(f"{number}\0{path.relative_to(folder).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(folder: Path, endings: tuple[str, ...]) -> Iterator[Path]:
    if folder.is_dir():
        for path in folder.rglob("*"):
            if path.is_file() and (not endings or path.name.endswith(endings)):
                yield path

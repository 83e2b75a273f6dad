"""The digest of what shapes the site besides its articles and its theme.

Where it differs from the last build's, all is read and made anew.
"""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from pathlib import Path

import msgspec

from newsarc.config import Configuration

_PACKAGE = Path(__file__).resolve().parent.parent


def code_fingerprint(configuration: Configuration) -> str:
    """Digest of newsarc's own code and data, the libraries' versions and the configuration."""
    settings = msgspec.json.encode(configuration, order="sorted").decode()
    return hashlib.sha256(f"{newsarc_fingerprint()}\0{settings}".encode()).hexdigest()


@cache
def newsarc_fingerprint() -> str:
    """Digest of newsarc's own code and data, and of the libraries' versions."""
    installed = Path(msgspec.__file__).resolve().parent.parent
    versions = sorted(path.name for path in installed.glob("*.dist-info"))
    parts = [
        sys.version,
        *versions,
        _files_fingerprint(_PACKAGE, (".py", ".toml", ".txt", ".mo")),
    ]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _files_fingerprint(folder: Path, endings: tuple[str, ...]) -> str:
    """Digest of the names and bytes of all files below a folder that end so."""
    # Done at the start of every build: by plain paths it takes half the time.
    top = f"{folder}{os.sep}"
    files = [
        f"{below}{os.sep}{name}"
        for below, _, names in os.walk(folder)
        for name in names
        if name.endswith(endings)
    ]
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(f"{file.removeprefix(top).replace(os.sep, '/')}\0".encode())
        with open(file, "rb", buffering=0) as opened:
            digest.update(hashlib.sha256(opened.read()).digest())
    return digest.hexdigest()

"""The name under which a link is found by what it may lead to.

A link is written as a path, and may lead to a source, a picture or a former address. Whatever way
it is written, its last step is that of where it leads: so who leads to a file that changed is one
question. Names that are equal only say that a link *may* lead there.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

_STEPS = re.compile(r"[/\\]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_FOLDER = "index.html"


def links_of_file(file: str) -> tuple[str, ...]:
    """What a picture's file may be as a link: first the name itself, then what it is as a link.

    ``bus #1?.png`` → ``bus %231%3F.png`` and ``bus #1?.png``; most names are one link.
    """
    literal = file.replace("%", "%25").replace("#", "%23").replace("?", "%3F")
    return (file,) if literal == file else (literal, file)


def name_of_target(target: str) -> str:
    """Of a link as it is written: ``../2020/my%20flood.md#river`` → ``my flood.md``."""
    return name_of_path(unquote(target.partition("#")[0].partition("?")[0]))


def name_of_path(path: str) -> str:
    """Of a source or a picture."""
    steps = _steps(path)
    return steps[-1] if steps else ""


def names_of_alias(route: str) -> tuple[str, ...]:
    """Of a former address: ``news/flood/index.html`` is led to by ``/news/flood/`` too."""
    steps = ["", *_steps(route)]
    return (steps[-1], steps[-2]) if steps[-1] == _FOLDER else (steps[-1],)


def _steps(path: str) -> list[str]:
    plain = _CONTROL.sub("", unicodedata.normalize("NFC", path))
    steps = (step.strip() for step in _STEPS.split(plain))
    return [step for step in steps if step not in ("", ".", "..")]

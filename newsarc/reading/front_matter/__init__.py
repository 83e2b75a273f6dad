"""Front matter: the fields that stand before an article, in YAML, TOML or JSON.

---                +++                 {
title: Flood       title = "Flood"       "title": "Flood"
---                +++                 }
"""

from __future__ import annotations

import re

from newsarc.errors import Problem
from newsarc.reading.front_matter.values import FrontMatter as FrontMatter
from newsarc.reading.front_matter.yaml_plain import split_plain
from newsarc.reading.lines import BLANKS

_START = re.compile(rf"(?:[{BLANKS}]*[\r\n])*\ufeff?(?:---|\+\+\+|;;;|\{{)")


def split_front_matter(text: str, path: str) -> FrontMatter | tuple[Problem, ...] | None:
    """The front matter of a text, None if it has none, or why none of it can be read.

    A byte order mark and blank lines may come before it. ``path`` is for messages. Never raises.
    """
    if _START.match(text) is None:
        return None
    if (plain := split_plain(text)) is not None:
        return plain
    from newsarc.reading.front_matter.fenced import split_fenced  # noqa: PLC0415

    return split_fenced(text, path)

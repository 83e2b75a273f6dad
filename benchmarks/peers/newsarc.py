"""newsarc itself: the checkout that this file lies in, with this Python."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import newsarc
from benchmarks.layouts import front_matter
from benchmarks.peers.peer import Peer, Program
from benchmarks.runs import checkout_environment
from benchmarks.story import Story


def install(_: Path) -> Program:
    """Nothing to install: it is run from the checkout, start-up included."""
    command = (sys.executable, "-m", "newsarc", "build", "--jobs", "2", "--timings")
    variables = {"PYTHONPATH": checkout_environment()["PYTHONPATH"]}
    return Program(newsarc.__version__, command, variables)


def source(story: Story) -> str:
    """As the synthetic archive writes it; its slug is the file's name, as for all others."""
    return front_matter(replace(story, slug=None))


PEER = Peer(
    key="newsarc",
    name="newsarc",
    install=install,
    source=source,
    articles="articles",
    output="site",
    caches=(".newsarc",),
)

PLAIN = replace(PEER, key="newsarc-plain", name="newsarc with plain pages")
"""The same program with templates that say what those of the others say, and no more."""

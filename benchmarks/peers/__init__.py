"""The programs that are compared, newsarc first, and how each is had and set up."""

from __future__ import annotations

from benchmarks.peers.eleventy import PEER as ELEVENTY
from benchmarks.peers.hugo import PEER as HUGO
from benchmarks.peers.newsarc import PEER as NEWSARC
from benchmarks.peers.newsarc import PLAIN
from benchmarks.peers.nikola import PEER as NIKOLA
from benchmarks.peers.pelican import PEER as PELICAN

PEERS = (PLAIN, HUGO, ELEVENTY, PELICAN, NIKOLA)

__all__ = ["NEWSARC", "PEERS"]

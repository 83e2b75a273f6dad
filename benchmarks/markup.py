"""Markdown beyond paragraphs: emphasis, links, lists, quotations, headings, tables."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.chance import Chance
from benchmarks.names import slug_of
from benchmarks.prose import Cast, Prose


@dataclass(frozen=True, slots=True)
class Reference:
    """Another story that can be linked to."""

    path: str
    title: str


def with_markdown(
    paragraphs: tuple[str, ...],
    path: str,
    known: Sequence[Reference],
    cast: Cast,
    prose: Prose,
    chance: Chance,
) -> tuple[str, ...]:
    """Give a body one to three features of Markdown; it stays the same text otherwise.

    ``path`` is the source's own; ``known`` are the stories that it can link to.
    """
    blocks = list(paragraphs)
    for _ in range(chance.between(1, 3)):
        place = chance.between(0, len(blocks) - 1)
        feature = chance.number()
        if feature < 0.30:
            blocks[place] = _emphasised(blocks[place], chance)
        elif feature < 0.60 and known:
            other = chance.pick(known)
            blocks[place] += f" See [{_label(other.title)}]({relative(other.path, path)})."
        elif feature < 0.70:
            outlet = chance.pick(cast.organisations)
            address = f"https://www.{slug_of(outlet)}.example/"
            blocks[place] += f" More is on the pages of the [{outlet}]({address})."
        elif feature < 0.80:
            blocks.insert(place, f"## {prose.headline(chance.pick(cast.places), chance)}")
        elif feature < 0.90:
            blocks.insert(place + 1, _list(prose, chance))
        elif feature < 0.97:
            blocks.insert(place + 1, f"> {prose.sentence_with_names(cast, chance)}")
        else:
            blocks.insert(place + 1, _table(cast, chance))
    return tuple(blocks)


def relative(target: str, path: str) -> str:
    """The link from the source at ``path`` to another source."""
    return posixpath.relpath(target, posixpath.dirname(path))


def _label(title: str) -> str:
    return title.replace("[", "(").replace("]", ")")


def _emphasised(block: str, chance: Chance) -> str:
    words = block.split(" ")
    place = chance.between(0, len(words) - 1)
    if words[place].isalpha():
        mark = chance.pick(("*", "**", "_"))
        words[place] = f"{mark}{words[place]}{mark}"
    return " ".join(words)


def _list(prose: Prose, chance: Chance) -> str:
    numbered = chance.happens(0.3)
    items = (prose.sentence(chance) for _ in range(chance.between(2, 5)))
    marked = (
        f"{number}. {item}" if numbered else f"- {item}" for number, item in enumerate(items, 1)
    )
    return "\n".join(marked)


def _table(cast: Cast, chance: Chance) -> str:
    rows = (f"| {place} | {chance.between(2, 9000)} |" for place in cast.places)
    return "\n".join(("| Place | Cases |", "|---|---:|", *rows))

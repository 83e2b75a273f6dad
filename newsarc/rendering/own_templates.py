"""What a site's own templates say that no page shows: Jinja passes over it in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TypeAlias

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from newsarc.errors import Problem
from newsarc.rendering.theme_files import (
    ASSETS,
    SHIPPED,
    name_of_overridden,
    read_theme_files,
)

_Trees: TypeAlias = Mapping[str, nodes.Template]
_PAGE = re.compile("<html|<!doctype")  # either may be left out


def unheard(folders: Sequence[Path]) -> tuple[Problem, ...]:
    """Warnings of blocks and files in a site's own templates that are part of no page.

    ``folders`` are those of ``template_folders``. Of templates that cannot be parsed nothing is
    said: rendering says it.
    """
    files = read_theme_files(folders)
    shipped = read_theme_files(folders[-1:])
    theirs = set(shipped.places.values())
    own = [
        name
        for name, place in files.places.items()
        if place not in theirs and not name.startswith(ASSETS)
    ]
    trees = {
        name: tree
        for name, source in files.templates.items()
        if (tree := _tree(source)) is not None
    }
    return (
        *(problem for name in own for problem in _unknown_blocks(name, files.places[name], trees)),
        *_without_a_frame(own, shipped.templates, files.places, trees),
        *_unused(own, shipped.templates, files.places, trees),
    )


@cache
def _tree(source: bytes) -> nodes.Template | None:
    try:
        return Environment().parse(source.decode())
    except (TemplateSyntaxError, UnicodeDecodeError):
        return None


def _unknown_blocks(name: str, place: str, trees: _Trees) -> Iterator[Problem]:
    """Blocks outside all others, of a template that extends another, which that does not have."""
    tree = trees.get(name)
    known = _blocks_extended(name, trees)
    if tree is None or known is None:
        return
    for block in tree.body:
        if isinstance(block, nodes.Block) and block.name not in known:
            yield Problem(
                place,
                f'the block "{block.name}" is in no template that this one extends, so no page'
                " shows it",
                line=block.lineno,
                hint=_nearest(block.name, known) or f"there are {', '.join(sorted(known))}",
                severity="warning",
            )


def _blocks_extended(name: str, trees: _Trees) -> set[str] | None:
    """The blocks of all that a template extends; None where it extends none that can be told."""
    blocks: set[str] = set()
    passed = set()
    while name in trees and name not in passed:
        passed.add(name)
        extended = trees[name].find(nodes.Extends)
        if extended is None:
            break
        if not isinstance(extended.template, nodes.Const) or extended.template.value not in trees:
            return None
        value = extended.template.value
        overridden = name_of_overridden(name)
        name = overridden if value == name and overridden in trees else value
        blocks |= {block.name for block in trees[name].find_all(nodes.Block)}
    return blocks if len(passed) > 1 else None


def _without_a_frame(
    own: Sequence[str], shipped: Mapping[str, bytes], places: Mapping[str, str], trees: _Trees
) -> Iterator[Problem]:
    """Templates of blocks that extend nothing, where the theme's of their name does or is a page
    by itself."""
    for name in own:
        tree, theirs = trees.get(name), _tree(shipped.get(name, b""))
        if tree is None or theirs is None:
            continue
        if theirs.find(nodes.Extends) is None and (not _is_whole(theirs) or _is_whole(tree)):
            continue
        block = tree.find(nodes.Block)
        if block is not None and tree.find(nodes.Extends) is None:
            yield Problem(
                places[name],
                "it has blocks but extends no template, so its pages are those blocks and no more",
                line=block.lineno,
                hint=f'begin it with {{% extends "{name}" %}} to change blocks of the theme\'s own',
                severity="warning",
            )


def _is_whole(tree: nodes.Template) -> bool:
    """Whether a template begins a page, as ``base.html`` does, or may with what it includes."""
    texts = (text.data.lower() for text in tree.find_all(nodes.TemplateData))
    return tree.find(nodes.Include) is not None or any(_PAGE.search(text) for text in texts)


def _unused(
    own: Sequence[str], shipped: Mapping[str, bytes], places: Mapping[str, str], trees: _Trees
) -> Iterator[Problem]:
    """Files that stand for none of the theme's and that no template names."""
    named = {
        other
        for name in own
        if name in trees
        for other in meta.find_referenced_templates(trees[name])
    }
    if None in named:  # by a name that is known only when a page is made
        return
    for name in own:
        if name not in shipped and name not in named:
            yield Problem(
                places[name],
                "newsarc makes no page of a template of this name, and no template uses it",
                hint=_nearest(name, shipped)
                or f"style sheets, scripts and pictures belong to {SHIPPED}/{ASSETS}",
                severity="warning",
            )


def _nearest(name: str, names: Mapping[str, object] | set[str]) -> str | None:
    nearest = get_close_matches(name, names, n=1, cutoff=0.7)
    return f"did you mean {nearest[0]}?" if nearest else None

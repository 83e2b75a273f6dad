"""Telling editors of articles that give one id as their own."""

from __future__ import annotations

from newsarc.catalog.queries import CatalogReader
from newsarc.errors import Problem


def shared_id_warnings(catalog: CatalogReader, folder: str) -> tuple[Problem, ...]:
    """A warning for each id that several articles have: no feed may say one twice (RFC 4287)."""
    return tuple(
        Problem(
            f"{folder}/{first}",
            f'"{own_id}" is also the id of {", ".join(f"{folder}/{path}" for path in others)}:'
            " feed readers take them for one article",
            field="id",
            hint="give each an id of its own, or none",
            severity="warning",
        )
        for own_id, (first, *others) in catalog.articles.sharing_ids()
    )

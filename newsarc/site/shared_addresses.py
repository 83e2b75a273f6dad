"""Telling editors of articles that ask for one address."""

from __future__ import annotations

from newsarc.catalog.queries import CatalogReader
from newsarc.errors import Problem


def shared_address_warnings(catalog: CatalogReader, folder: str) -> tuple[Problem, ...]:
    """A warning for each address that several articles ask for."""
    warnings = []
    for address, paths in catalog.addresses.sharers():
        others = ", ".join(f"{folder}/{path}" for path in paths[1:])
        warnings.append(
            Problem(
                f"{folder}/{paths[0]}",
                f'"{address}" is also the address of {others}: there is a page that names all',
                field="slug",
                hint="give each a slug of its own to choose their addresses",
                severity="warning",
            )
        )
    return tuple(warnings)

"""Questions about addresses that are shared, or were given up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from newsarc.catalog.queries.rows import (
    CARD,
    Ask,
    card_of,
)
from newsarc.model import Card


class AddressQueries:
    """Questions about addresses that are shared, or were given up."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def shared(self) -> Iterator[str]:
        """Addresses that more than one article asks for."""
        return (address for address, _ in groupby(self._sharing(), itemgetter(0)))

    def sharers(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The same, each with the paths of the articles that ask for it."""
        for address, rows in groupby(self._sharing(), itemgetter(0)):
            yield address, tuple(path for _, path in rows)

    def _sharing(self) -> Iterator[tuple[str, str]]:
        # Such articles have the address that is theirs alone; there is an index of them.
        return self._ask.rows(
            "SELECT address, path FROM article WHERE route = own_address ORDER BY address, path"
        )

    def sharing(self, addresses: Iterable[str]) -> dict[str, str]:
        """The routes of all articles that ask for one of some addresses, by path."""
        rows = (
            row
            for address in addresses
            for row in self._ask.rows("SELECT path, route FROM article WHERE address = ?", address)
        )
        return dict(rows)

    def is_alias_or_above(self, route: str) -> bool:
        """Whether a former address is a route, or in a folder of that name, whatever its case."""
        # "0" is the character after "/".
        query = "SELECT 1 FROM alias WHERE place = ? OR (place > ? AND place < ?) LIMIT 1"
        return self._ask.one(query, route, f"{route}/", f"{route}0") is not None

    def has_aliases(self) -> bool:
        return self._ask.one("SELECT 1 FROM alias LIMIT 1") is not None

    def cards(self, address: str) -> tuple[Card, ...]:
        rows = self._ask.rows(
            f"SELECT {CARD} FROM article WHERE address = ? ORDER BY sort", address
        )
        return tuple(map(card_of, rows))

    def aliases(self) -> Iterator[tuple[str, str, str]]:
        """Former addresses: route, route of the article now, path of its source."""
        return self._ask.rows(
            "SELECT alias.route, article.route, path FROM alias"
            " JOIN article ON article.id = alias.article WHERE alias.route != article.route"
            " ORDER BY alias.route, path"
        )

    def alias_target(self, route: str) -> str | None:
        """Where a former address leads."""
        return self._ask.text(
            "SELECT article.route FROM alias JOIN article ON article.id = alias.article"
            " WHERE alias.route = ? AND alias.route != article.route ORDER BY path",
            route,
        )

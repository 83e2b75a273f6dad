"""The ledger: what was written to the site, what became stale, what a build is about to write.

It shares the catalog's connection and transactions.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from newsarc.catalog.entries import StagedFile, Written

_LINE = "route, digest, size, modified, key, view"
_DEAD = (
    "SELECT DISTINCT {line} FROM stale JOIN ledger USING (key)"
    " WHERE route NOT IN (SELECT route FROM staged)"
    " UNION SELECT {line} FROM ledger WHERE size < 0 AND route NOT IN (SELECT route FROM staged)"
)
_ALL_DEAD = "SELECT {line} FROM ledger WHERE route NOT IN (SELECT route FROM staged)"


class Ledger:
    """The files of the site: as they were written, and as staged for writing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def is_empty(self) -> bool:
        return self._connection.execute("SELECT 1 FROM ledger").fetchone() is None

    def count(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM ledger").fetchone()[0])

    def files(self) -> Iterator[Written]:
        """All that was written, by route."""
        for row in self._connection.execute(f"SELECT {_LINE} FROM ledger ORDER BY route"):
            yield Written(*row)

    def stats(self) -> Iterator[tuple[str, int, int]]:
        """Route, size and time of all that was written, by route; size -1 for what may be there."""
        return self._connection.execute("SELECT route, size, modified FROM ledger ORDER BY route")

    def key(self, route: str) -> str:
        """The key of the page at a route."""
        row = self._connection.execute("SELECT key FROM ledger WHERE route = ?", (route,))
        return str(next(row, ("",))[0])

    def forget(self) -> None:
        """Forget what was written, for it was written elsewhere."""
        self._connection.execute("DELETE FROM ledger")
        self.forget_stale()

    # What is stale

    def add_stale(self, reasons: Mapping[str, str]) -> None:
        """Enter the keys of pages that may say something else now; a first reason stays."""
        self._connection.executemany("INSERT OR IGNORE INTO stale VALUES (?, ?)", reasons.items())

    def stale(self) -> dict[str, str]:
        """Keys of stale pages, each with its reason."""
        return dict(self._connection.execute("SELECT key, reason FROM stale ORDER BY key"))

    def forget_stale(self) -> None:
        self._connection.execute("DELETE FROM stale")

    # What a build is about to write

    def clear_stage(self) -> None:
        self._connection.execute("DELETE FROM staged")

    def stage(self, files: Iterable[StagedFile]) -> None:
        """Note files that the site is to hold. Raises sqlite3.IntegrityError for a route twice."""
        self._connection.executemany(
            "INSERT INTO staged (route, digest, size, modified, reason, key, view)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            files,
        )

    def announce(self, routes: Iterable[str]) -> None:
        """Enter files of which only the routes are known."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO ledger VALUES (?, '', -1, -1, '', x'')",
            ((route,) for route in routes),
        )

    def announce_staged(self) -> None:
        """Enter the routes to be written, before the first of them is.

        A build that is killed while it publishes thus leaves no file that the ledger does not know.
        """
        self._connection.execute(
            "INSERT OR IGNORE INTO ledger SELECT route, '', -1, -1, key, x'' FROM staged"
            " WHERE reason != ''"
        )

    def to_write(self, front: str) -> Iterator[StagedFile]:
        """The staged files to be written: new ones first, for nothing leads to them yet, then those
        that change; each time assets first, listings after articles, the front page last."""
        rows = self._connection.execute(
            "SELECT staged.route, staged.digest, staged.size, staged.modified, reason, staged.key,"
            " staged.view FROM staged LEFT JOIN ledger USING (route) WHERE reason != ''"
            " ORDER BY coalesce(ledger.size, -1) >= 0, staged.route = ?,"
            " staged.route NOT LIKE 'assets/%', staged.route LIKE '%index.html', staged.route",
            (front,),
        )
        return (StagedFile(*row) for row in rows)

    def to_remove(self, *, only_stale: bool = False) -> list[Written]:
        """What was written once and is to be no more, by route.

        ``only_stale`` says that of the site no more is staged than what was stale: the rest stays.
        """
        query = _DEAD if only_stale else _ALL_DEAD
        rows = self._connection.execute(f"{query.format(line=_LINE)} ORDER BY route")
        return [Written(*row) for row in rows]

    def staged_count(self) -> tuple[int, int]:
        """How many files were staged, and how many of them are to be written."""
        row = self._connection.execute(
            "SELECT count(*), coalesce(sum(reason != ''), 0) FROM staged"
        ).fetchone()
        return row[0], row[1]

    def settle(self, *, only_stale: bool = False) -> None:
        """Say what was staged, now that it is published."""
        dead = [(file.route,) for file in self.to_remove(only_stale=only_stale)]
        self._connection.executemany("DELETE FROM ledger WHERE route = ?", dead)
        self._connection.execute(
            f"INSERT OR REPLACE INTO ledger SELECT {_LINE} FROM staged WHERE reason != ''"
        )
        # The bytes stayed as they were, but what they follow from may have changed.
        self._connection.execute(
            "UPDATE ledger SET key = staged.key, view = staged.view FROM staged"
            " WHERE staged.route = ledger.route AND reason = ''"
            " AND (staged.key, staged.view) != (ledger.key, ledger.view)"
        )
        self.clear_stage()
        self.forget_stale()

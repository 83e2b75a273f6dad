"""The ledger: what was written to the site, and what a build is about to write.

It shares the catalog's connection and transactions.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from newsarc.catalog.entries import StagedFile, Written


class Ledger:
    """The files of the site: as they were written, and as staged for writing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def is_empty(self) -> bool:
        return self._connection.execute("SELECT 1 FROM ledger").fetchone() is None

    def files(self) -> Iterator[Written]:
        """All that was written, by route."""
        for row in self._connection.execute(
            "SELECT route, digest, size, modified FROM ledger ORDER BY route"
        ):
            yield Written(*row)

    def forget(self) -> None:
        """Forget what was written, for it was written elsewhere."""
        self._connection.execute("DELETE FROM ledger")

    def clear_stage(self) -> None:
        self._connection.execute("DELETE FROM staged")

    def stage(self, files: Iterable[StagedFile]) -> None:
        """Note files that the site is to hold. Raises sqlite3.IntegrityError for a route twice."""
        self._connection.executemany(
            "INSERT INTO staged VALUES (?, ?, ?, ?, ?)",
            ((file.route, file.digest, file.size, file.modified, file.reason) for file in files),
        )

    def announce(self, routes: Iterable[str]) -> None:
        """Enter files of which only the routes are known."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO ledger VALUES (?, '', -1, -1)", ((route,) for route in routes)
        )

    def announce_staged(self) -> None:
        """Enter the routes to be written, before the first of them is.

        A build that is killed while it publishes thus leaves no file that the ledger does not know.
        """
        self._connection.execute(
            "INSERT OR IGNORE INTO ledger SELECT route, '', -1, -1 FROM staged WHERE reason != ''"
        )

    def to_write(self, front: str) -> Iterator[StagedFile]:
        """The staged files to be written: new ones first, for nothing leads to them yet, then those
        that change; each time assets first, listings after articles, the front page last."""
        rows = self._connection.execute(
            "SELECT staged.route, staged.digest, staged.size, staged.modified, reason"
            " FROM staged LEFT JOIN ledger USING (route) WHERE reason != ''"
            " ORDER BY coalesce(ledger.size, -1) >= 0, staged.route = ?,"
            " staged.route NOT LIKE 'assets/%', staged.route LIKE '%index.html', staged.route",
            (front,),
        )
        return (StagedFile(*row) for row in rows)

    def to_remove(self) -> list[Written]:
        """What was written once and is to be no more, by route."""
        rows = self._connection.execute(
            "SELECT route, digest, size, modified FROM ledger"
            " WHERE route NOT IN (SELECT route FROM staged) ORDER BY route"
        )
        return [Written(*row) for row in rows]

    def staged_count(self) -> tuple[int, int]:
        """How many files the site is to hold, and how many of them are to be written."""
        row = self._connection.execute(
            "SELECT count(*), coalesce(sum(reason != ''), 0) FROM staged"
        ).fetchone()
        return row[0], row[1]

    def settle(self) -> None:
        """Say what was staged, now that it is published."""
        self._connection.execute("DELETE FROM ledger WHERE route NOT IN (SELECT route FROM staged)")
        self._connection.execute(
            "INSERT OR REPLACE INTO ledger SELECT route, digest, size, modified FROM staged"
            " WHERE reason != ''"
        )
        self.clear_stage()

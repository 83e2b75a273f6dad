"""The ledger: what was written to the site, what became stale, what a build is about to write.

It shares the catalog's connection and transactions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import apsw

from newsarc.catalog.entries import StagedFile, Written

ANNOUNCED, CONDEMNED = -1, -2
"""Sizes of files of which a build said that it would write, or remove them, until it has."""

_LINE = "route, digest, size, modified, key, view"
_NOT_STAGED = "route NOT IN (SELECT route FROM staged)"
_DEAD = (
    # Stale keys and announced files first: in one question, SQLite went through the whole ledger.
    f"SELECT DISTINCT {_LINE} FROM stale CROSS JOIN ledger USING (key) WHERE {_NOT_STAGED}",
    f"SELECT {_LINE} FROM ledger WHERE size < 0 AND {_NOT_STAGED}",
)
_ALL_DEAD = (f"SELECT {_LINE} FROM ledger WHERE {_NOT_STAGED}",)


class Ledger:
    """The files of the site: as they were written, and as staged for writing."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def is_empty(self) -> bool:
        return self._connection.execute("SELECT 1 FROM ledger").fetchone() is None

    def count(self) -> int:
        """How many files the site has, those included that are announced.

        It is kept, for counting the lines takes 0.1 s where there are 100,000 articles.
        """
        row = self._connection.execute("SELECT value FROM meta WHERE name = 'files'").fetchone()
        return int(row[0]) if row else 0

    def files(self) -> Iterator[Written]:
        """All that was written, by route."""
        for row in self._connection.execute(f"SELECT {_LINE} FROM ledger ORDER BY route"):
            yield Written(*row)

    def stats(self, folder: str | None = None) -> Iterator[tuple[str, int, int]]:
        """Route, size and time of all that was written, in one folder if it is given, by route.

        The size is below 0 for what may be there.
        """
        if folder is None:
            query = "SELECT route, size, modified FROM ledger ORDER BY route"
            return self._connection.execute(query)
        query = "SELECT route, size, modified FROM ledger WHERE folder = ? ORDER BY route"
        return self._connection.execute(query, (folder,))

    def folders(self) -> list[tuple[str, int]]:
        """The folders of the site, and when they were changed last; 0 where that is not known."""
        return list(self._connection.execute("SELECT path, modified FROM site_folder"))

    def put_folder(self, path: str, modified: int | None) -> None:
        """Note when a folder was changed last; None for one that is no more."""
        if modified is None:
            self._connection.execute("DELETE FROM site_folder WHERE path = ?", (path,))
        else:
            row = (path, modified)
            self._connection.execute("INSERT OR REPLACE INTO site_folder VALUES (?, ?)", row)

    def has(self, route: str) -> bool:
        query = "SELECT 1 FROM ledger WHERE route = ?"
        return self._connection.execute(query, (route,)).fetchone() is not None

    def key(self, route: str) -> str:
        """The key of the page at a route."""
        row = self._connection.execute("SELECT key FROM ledger WHERE route = ?", (route,))
        return str(next(row, ("",))[0])

    def distrust(self, routes: Iterable[str]) -> None:
        """Have files written anew that look as they were, but are not."""
        self._connection.executemany(
            "UPDATE ledger SET modified = -1 WHERE route = ? AND size >= 0", ((r,) for r in routes)
        )

    def forget(self) -> None:
        """Forget what was written, for it was written elsewhere."""
        self._connection.execute("DELETE FROM ledger")
        self._connection.execute("DELETE FROM site_folder")
        self._connection.execute("DELETE FROM meta WHERE name = 'files'")
        self.forget_stale()

    # What is stale

    def add_stale(self, reasons: Mapping[str, str]) -> None:
        """Enter the keys of pages that may say something else now; a first reason stays."""
        self._connection.executemany("INSERT OR IGNORE INTO stale VALUES (?, ?)", reasons.items())

    def stale(self) -> dict[str, str]:
        """Keys of stale pages, each with its reason."""
        return dict(self._connection.execute("SELECT key, reason FROM stale ORDER BY key"))

    def has_stale(self) -> bool:
        return self._connection.execute("SELECT 1 FROM stale LIMIT 1").fetchone() is not None

    def forget_stale(self) -> None:
        self._connection.execute("DELETE FROM stale")

    # What a build is about to write

    def clear_stage(self) -> None:
        self._connection.execute("DELETE FROM staged")

    def stage(self, files: Iterable[StagedFile]) -> None:
        """Note files that the site is to hold. Raises apsw.ConstraintError for a route twice."""
        self._connection.executemany(
            "INSERT INTO staged (route, digest, size, modified, reason, key, view)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            files,
        )

    def announce(self, routes: Iterable[str]) -> None:
        """Enter files of which only the routes are known."""
        before = self._connection.total_changes()
        self._connection.executemany(
            f"INSERT OR IGNORE INTO ledger ({_LINE}) VALUES (?, '', {ANNOUNCED}, -1, '', x'')",
            ((route,) for route in routes),
        )
        self._count(self._connection.total_changes() - before)

    def announce_staged(self) -> None:
        """Enter the routes to be written, before the first of them is.

        A build that is killed while it publishes thus leaves no file that the ledger does not know.
        """
        self._connection.execute(
            f"INSERT OR IGNORE INTO ledger ({_LINE})"
            f" SELECT route, digest, {ANNOUNCED}, -1, key, x'' FROM staged WHERE reason != ''"
        )
        self._count(self._connection.changes())

    def _count(self, more: int) -> None:
        self._connection.execute(
            "INSERT INTO meta VALUES ('files', ?) ON CONFLICT DO UPDATE SET value = value + ?",
            (more, more),
        )

    def condemn(self, routes: Iterable[str]) -> None:
        """Note what is about to be removed, for nothing leads there any more."""
        self._connection.executemany(
            f"UPDATE ledger SET size = {CONDEMNED} WHERE route = ?", ((r,) for r in routes)
        )

    def to_write(self, front: str) -> Iterator[tuple[str, str]]:
        """Routes of the staged files to be written, each with its reason.

        In the order in which those are to be written that stand there already. First what a build
        condemned that was killed: nothing leads there, and it may lead to what was removed. Then
        what such a build announced, then what is published. Each time assets first, listings after
        articles, the front page last.
        """
        return self._connection.execute(
            "SELECT staged.route, reason FROM staged LEFT JOIN ledger USING (route)"
            f" WHERE reason != '' ORDER BY coalesce(ledger.size, {ANNOUNCED}) != {CONDEMNED},"
            f" coalesce(ledger.size, {ANNOUNCED}) != {ANNOUNCED}, staged.route = ?,"
            " staged.route NOT LIKE 'assets/%', staged.route LIKE '%index.html', staged.route",
            (front,),
        )

    def to_remove(self, *, only_stale: bool = False) -> list[Written]:
        """What was written once and is to be no more, by route.

        ``only_stale`` says that of the site no more is staged than what was stale: the rest stays.
        """
        queries = _DEAD if only_stale else _ALL_DEAD
        rows = {row[0]: row for query in queries for row in self._connection.execute(query)}
        return [Written(*rows[route]) for route in sorted(rows)]

    def staged_count(self) -> tuple[int, int]:
        """How many files were staged, and how many of them are to be written."""
        query = "SELECT count(*), coalesce(sum(reason != ''), 0) FROM staged"
        ((staged, to_write),) = self._connection.execute(query)
        return int(staged), int(to_write)

    def settle(self, *, only_stale: bool = False) -> None:
        """Say what was staged and announced, now that it is published."""
        dead = [(file.route,) for file in self.to_remove(only_stale=only_stale)]
        before = self._connection.total_changes()
        self._connection.executemany("DELETE FROM ledger WHERE route = ?", dead)
        self._count(before - self._connection.total_changes())
        # Their lines are there already: to replace them would enter them into each index anew.
        self._connection.execute(
            "UPDATE ledger SET (digest, size, modified, key, view) ="
            " (SELECT digest, size, modified, key, view FROM staged"
            " WHERE staged.route = ledger.route)"
            " WHERE route IN (SELECT route FROM staged WHERE reason != '')"
        )
        # The bytes stayed as they were, but what they follow from may have changed.
        self._connection.execute(
            "UPDATE ledger SET (key, view) = (SELECT key, view FROM staged"
            " WHERE staged.route = ledger.route)"
            " WHERE route IN (SELECT staged.route FROM staged CROSS JOIN ledger AS before"
            " USING (route) WHERE reason = '' AND (staged.key, staged.view) !="
            " (before.key, before.view))"
        )
        self.clear_stage()
        self.forget_stale()

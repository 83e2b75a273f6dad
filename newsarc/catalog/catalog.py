"""The write side of the catalog.

One process writes, in transactions that the build begins and ends; any number read
(``queries/``). Losing the file costs time, never correctness.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

import apsw

from newsarc.catalog.connecting import (
    FAILURES,
    DamageError,
    has_checksums,
    is_damage,
    opened,
)
from newsarc.catalog.entries import ImageEntry, SourceState
from newsarc.catalog.folders import SourceFolders
from newsarc.catalog.ledger import Ledger
from newsarc.catalog.lock import take_lock
from newsarc.catalog.queries import CatalogReader
from newsarc.catalog.records import problems_from_json
from newsarc.catalog.schema import SCHEMA, VERSION
from newsarc.catalog.settling import Touched, settle, settle_all
from newsarc.catalog.source_rows import SourceRows
from newsarc.errors import CatalogError, Problem, is_disk_full
from newsarc.model import Source

_DATABASE = b"SQLite format 3\0"
"""How every file of SQLite begins."""
_TABLES = frozenset({"meta", "source", "image", "article", "ledger", "staged"})
"""Tables of the catalog in each of its versions: of such names, other programs have one or two."""


class Catalog:
    """The catalog, opened for writing. Changes count only after ``commit``."""

    def __init__(self, file: Path, *, clean: bool = False) -> None:
        """Open the catalog, or make it; ``clean`` forgets all that is in it.

        Raises CatalogError if the file cannot be used, or another process is writing to it.
        """
        _require_unicode(file)
        self.was_damaged = False
        """Whether a damaged file was put aside for this one."""
        try:
            _make_folder(file.parent)
            lock = file.with_name(f"{file.name}-lock")
            _require_file(file)
            if not lock.exists():
                _require_database(file)
            self._lock = take_lock(lock, file)
        except (OSError, apsw.Error) as error:
            raise unusable(file, error) from error
        try:
            self._connection, self.was_damaged = _open_or_start_over(file)
            if clean:
                self._connection.close()
                _discard(file)
                self._connection = _open(file)
        except (OSError, apsw.Error) as error:
            self._lock.close()
            raise unusable(file, error) from error
        except CatalogError:
            self._lock.close()
            raise
        self.ledger = Ledger(self._connection)
        self.folders = SourceFolders(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        # Into the file itself, so that it can be copied without what lies beside it.
        with suppress(apsw.Error):
            self._connection.execute("ROLLBACK")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._connection.close()
        self._lock.close()

    def commit(self) -> None:
        self._connection.execute("COMMIT")
        self._connection.execute("BEGIN")

    def roll_back(self) -> None:
        self._connection.execute("ROLLBACK")
        self._connection.execute("BEGIN")

    def meta(self, name: str) -> str:
        """A remembered value, empty if there is none."""
        row = self._connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row[0] if row else ""

    def set_meta(self, name: str, value: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def source_states(self, folders: Iterable[str]) -> dict[str, SourceState]:
        """What is remembered of the sources in folders, by path."""
        return self._states("source", folders)

    def image_states(self, folders: Iterable[str]) -> dict[str, SourceState]:
        """What is remembered of the pictures in folders, by path."""
        return self._states("image", folders)

    def _states(self, table: str, folders: Iterable[str]) -> dict[str, SourceState]:
        query = f"SELECT path, size, modified, seen, digest FROM {table} WHERE folder = ?"
        return {
            path: SourceState(*state)
            for folder in folders
            for path, *state in self._connection.execute(query, (folder,))
        }

    def forget_sources(self) -> None:
        """Forget all that was read, keeping the ledger."""
        for table in ("article", "source", "image", "folder"):
            self._connection.execute(f"DELETE FROM {table}")

    def remove_sources(self, paths: Iterable[str]) -> None:
        rows = [(path,) for path in paths]
        self._connection.executemany("DELETE FROM article WHERE path = ?", rows)
        self._connection.executemany("DELETE FROM source WHERE path = ?", rows)

    def remove_images(self, paths: Iterable[str]) -> None:
        self._connection.executemany(
            "DELETE FROM image WHERE path = ?", ((path,) for path in paths)
        )

    def put_sources(self, sources: Sequence[SourceRows]) -> None:
        """Add sources that were read, in the place of what was known of their paths."""
        put = self._connection.executemany
        put("DELETE FROM article WHERE path = ?", [(source.path,) for source in sources])
        put(
            "INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?)",
            [source.source for source in sources],
        )
        last = int(self._connection.execute("SELECT coalesce(max(id), 0) FROM article").get)
        listed = list(enumerate((each for each in sources if each.article), last + 1))
        put(
            "INSERT INTO article (id, path, name, sort, date, updated, title, dek, byline, lang,"
            " withdrawn, own_id, address, own_address, route)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(number, *each.article) for number, each in listed if each.article],
        )
        put(
            "INSERT INTO record (article, json) VALUES (?, ?)",
            [(number, each.record) for number, each in listed],
        )
        put(
            "INSERT OR IGNORE INTO article_term (taxonomy, key, sort, label, article)"
            " VALUES (?, ?, ?, ?, ?)",
            [(*row, number) for number, each in listed for row in each.terms],
        )
        put(
            "INSERT OR IGNORE INTO alias (route, place, article) VALUES (?, ?, ?)",
            [(*row, number) for number, each in listed for row in each.aliases],
        )
        put(
            "INSERT OR IGNORE INTO reference (target, name, in_body, article) VALUES (?, ?, ?, ?)",
            [(*row, number) for number, each in listed for row in each.references],
        )

    def confirm_sources(self, sources: Iterable[tuple[Source, int]]) -> None:
        """Note that sources, seen at a time, still hold the bytes that were read."""
        self._confirm("source", sources)

    def confirm_images(self, images: Iterable[tuple[Source, int]]) -> None:
        """Note that pictures, seen at a time, are still the same."""
        self._confirm("image", images)

    def _confirm(self, table: str, files: Iterable[tuple[Source, int]]) -> None:
        self._connection.executemany(
            f"UPDATE {table} SET size = ?, modified = ?, seen = ? WHERE path = ?",
            ((file.size, file.modified, seen, file.path) for file, seen in files),
        )

    def put_images(self, entries: Iterable[ImageEntry]) -> None:
        self._connection.executemany(
            "INSERT OR REPLACE INTO image VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    entry.source.path,
                    entry.source.size,
                    entry.source.modified,
                    entry.seen,
                    entry.digest,
                    entry.route,
                    *(entry.size or (None, None)),
                )
                for entry in entries
            ),
        )

    def warnings(self) -> tuple[Problem, ...]:
        """The warnings of all sources, by path."""
        rows = self._connection.execute(
            "SELECT problems FROM source WHERE problems != '[]' ORDER BY path"
        )
        return tuple(problem for (text,) in rows for problem in problems_from_json(text))

    def settle(self, touched: Touched | None = None) -> None:
        """Bring the derived tables up to date: all that is in them, or what was touched."""
        if touched is None:
            settle_all(self._connection)
        else:
            settle(self._connection, touched)

    def reader(self) -> CatalogReader:
        """The catalog with all that was put into it, be it committed or not."""
        return CatalogReader.of(self._connection)

    def articles_count(self) -> int:
        """How many articles there were when the catalog was last settled."""
        return self.reader().articles.count()

    def undated_count(self) -> int:
        return self.reader().periods.count("")


def _make_folder(folder: Path) -> None:
    """Make the catalog's folder, if it is not there. Raises CatalogError and OSError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise CatalogError(
            f"{folder}: a file is where the catalog's folder is to be\n"
            "hint: move it away, or name another catalog with --catalog"
        ) from error


def _require_unicode(file: Path) -> None:
    """Raise CatalogError for a path that SQLite cannot be given: not all systems know of UTF-8."""
    try:
        str(file).encode()
    except UnicodeEncodeError as error:
        shown = str(file).encode(errors="backslashreplace").decode()
        raise CatalogError(
            f"{shown}: the catalog cannot be used: its path is not UTF-8\n"
            "hint: rename the folder, or name another catalog with --catalog"
        ) from error


def _require_file(file: Path) -> None:
    """Keep what is no file, such as ``/dev/null``: to start over, it would be removed.

    Raises CatalogError for what is there and is no file, and OSError.
    """
    if file.exists() and not file.is_file():
        raise CatalogError(f"{file}: is no file\nhint: name another place with --catalog")


def _require_database(file: Path) -> None:
    """Keep a file that no build had as its catalog, and that may be an article.

    Raises CatalogError for what is neither empty nor a database, and OSError.
    """
    if not file.is_file():
        return
    with file.open("rb") as content:
        start = content.read(len(_DATABASE))
    if start and start != _DATABASE:
        raise CatalogError(
            f"{file}: is no catalog\nhint: name another file with --catalog, or remove this one"
        )


def _open_or_start_over(file: Path) -> tuple[apsw.Connection, bool]:
    """A connection, and whether it is to a new file since the one before was damaged."""
    try:
        return _open(file), False
    except FAILURES as error:
        # A file that is locked, or on a disk that refuses, may be as good as ever.
        if not is_damage(error):
            raise
        # A catalog of another version holds nothing that the sources do not. A file that is no
        # database may be anything, so it is put aside.
        was_damaged = not isinstance(error, DamageError)
        if was_damaged:
            file.replace(file.with_name(f"{file.name}.damaged"))
        _discard(file)
        return _open(file), was_damaged


def _discard(file: Path) -> None:
    for name in (file.name, f"{file.name}-wal", f"{file.name}-shm"):
        (file.parent / name).unlink(missing_ok=True)


def unusable(file: Path, error: Exception) -> CatalogError:
    """What is said of a catalog that the system does not let newsarc use."""
    remedy = "see that you may write there"
    if isinstance(error, apsw.FullError) or is_disk_full(error):
        remedy = "make room, then build again"
    elif isinstance(error, apsw.IOError):  # of a full disk too, SQLite often says no more
        remedy = "see that there is room, and that you may write there"
    return CatalogError(
        f"{file}: the catalog cannot be used: {error}\n"
        f"hint: {remedy}, or name another with --catalog"
    )


def _open(file: Path) -> apsw.Connection:
    connection = opened(file)
    try:
        # What another program has not yet moved into its database stays beside it.
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        is_new = _is_new(connection, file)
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0)
        # Readers in other processes see the last commit while this one writes.
        connection.execute("PRAGMA journal_mode = WAL")
        # A lost commit after a power cut costs a rebuild, so no fsync at each one.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = ON")
        # In KiB: with SQLite's 2,000 the indexes of 100,000 articles went to the disk and back.
        connection.execute("PRAGMA cache_size = -48000")
        connection.execute("BEGIN")
        if is_new:
            connection.execute(f"{SCHEMA}; PRAGMA user_version = {VERSION}; COMMIT; BEGIN")
    except BaseException:
        connection.close()
        raise
    return connection


def _is_new(connection: apsw.Connection, file: Path) -> bool:
    """Whether a database has no tables yet, rather than those of this version of the catalog.

    Raises DamageError for a catalog of another version, and CatalogError for the database of
    another program, which is not ours to remove.
    """
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if not tables:
        return True
    if not tables >= _TABLES:
        raise CatalogError(
            f"{file}: is the database of another program\nhint: name another file with --catalog"
        )
    version = connection.pragma("user_version")
    if version != VERSION:
        raise DamageError(f"version {version}")
    if not has_checksums(connection):
        raise DamageError("the header is damaged")
    return False

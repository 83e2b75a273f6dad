"""Connections to SQLite, each page of whose files ends in a checksum.

Where a bit has rotted, reading the page is an error, and nothing wrong goes into the site: SQLite
alone takes most of what a flipped bit makes of a page for data. The checksums are SQLite's own
(https://sqlite.org/cksumvfs.html); Python's ``sqlite3`` is without them, ``apsw`` brings them.
"""

from __future__ import annotations

from contextlib import closing, suppress
from functools import lru_cache
from pathlib import Path

import apsw

_CHECKSUM = 8
"""Bytes."""
_PATIENCE = 5000
"""Milliseconds to wait for others who hold the file."""
_DAMAGED = (apsw.CorruptError, apsw.FormatError, apsw.NotADBError, apsw.SQLError)
"""What SQLite says of a file that is no database, or no whole one. A schema that was damaged reads
as a mistake in the question."""

REFUSALS = (
    *(apsw.BusyError, apsw.LockedError, apsw.FullError, apsw.IOError, apsw.CantOpenError),
    *(apsw.ReadOnlyError, apsw.PermissionsError),
)
"""What SQLite says where the system, or another process, does not let it use a file."""


class DamageError(Exception):
    """A catalog that holds what no build put there, or what one of another version did."""


FAILURES = (apsw.Error, DamageError, UnicodeDecodeError)
"""What reading a catalog raises, the last where text is none; ``is_damage`` tells what it means."""


def opened(file: Path, *, patience: int | None = None) -> apsw.Connection:
    """A connection that writes; the file is made if there is none. Raises apsw.Error."""
    _count_checksums()
    connection = apsw.Connection(str(file))
    connection.set_busy_timeout(_PATIENCE if patience is None else patience)
    connection.reserve_bytes("main", _CHECKSUM)  # of no effect on a file that has pages
    return connection


def opened_for_reading(file: Path) -> apsw.Connection:
    """A connection that reads what was committed. Raises apsw.Error."""
    _count_checksums()
    connection = apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READONLY)
    connection.set_busy_timeout(_PATIENCE)
    return connection


def has_checksums(connection: apsw.Connection) -> bool:
    """Whether the pages of a file have room for them: by that number alone SQLite knows."""
    return connection.reserve_bytes("main") == _CHECKSUM


def is_damage(error: Exception) -> bool:
    """Whether an error says that the file is no whole catalog, or one of another version."""
    if isinstance(error, apsw.IOError):
        return getattr(error, "extendedresult", 0) == apsw.SQLITE_IOERR_DATA
    return isinstance(error, (DamageError, UnicodeDecodeError, *_DAMAGED))


@lru_cache(maxsize=1)
def _count_checksums() -> None:
    """Have all connections that this process opens write checksums and compare them."""
    extension = Path(apsw.__file__).with_name("sqlite_extra_binaries") / "cksumvfs"
    with closing(apsw.Connection(":memory:")) as connection:
        connection.enable_load_extension(True)
        # An apsw that was built without: the catalog is then as good as other databases are.
        with suppress(apsw.ExtensionLoadingError):
            connection.load_extension(str(extension))

"""The folders of sources and pictures, as they were when all in them was known.

It shares the catalog's connection and transactions.
"""

from __future__ import annotations

from collections.abc import Iterable

import apsw


class SourceFolders:
    """What is remembered of the folders below the articles folder.

    A folder's path is empty, or ends in a slash. Its listing is a digest of the names, sizes and
    times of its files; an empty one is equal to none, so that its files are looked at one by one.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def listings(self) -> dict[str, bytes]:
        """The listing of every folder."""
        return dict(self._connection.execute("SELECT path, listing FROM folder"))

    def files(self) -> int:
        """How many files they hold."""
        query = "SELECT coalesce(sum(files), 0) FROM folder"
        return int(self._connection.execute(query).get)

    def put(self, folders: Iterable[tuple[str, bytes, int]]) -> None:
        """Remember folders: path, listing, number of files."""
        self._connection.executemany("INSERT OR REPLACE INTO folder VALUES (?, ?, ?)", folders)

    def remove(self, paths: Iterable[str]) -> None:
        self._connection.executemany("DELETE FROM folder WHERE path = ?", ((p,) for p in paths))

    def doubt(self, files: Iterable[str]) -> None:
        """Have the files looked at again that share a folder with these."""
        self._connection.executemany(
            "UPDATE folder SET listing = x'' WHERE path = ?",
            ((file[: file.rfind("/") + 1],) for file in files),
        )

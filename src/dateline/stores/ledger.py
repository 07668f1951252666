"""The rows that steps keep between readings, in the tables of a SQLite store."""

import sqlite3
from collections.abc import Iterable, Mapping
from itertools import islice

from dateline.ledger import Name

AT_ONCE = 500  # keys of one statement; SQLite allows 999 in builds of long ago


class SqliteLedger:
    """A ledger in an open transaction, whose errors are told by who opened it."""

    def __init__(self, connection: sqlite3.Connection, pipeline: str) -> None:
        self._connection = connection
        self._pipeline = pipeline
        self._shelves: dict[str, int] = dict(
            connection.execute("SELECT name, id FROM shelves WHERE pipeline = ?", (pipeline,)).fetchall()
        )

    def fetch(self, shelf: str, keys: Iterable[Name]) -> Mapping[Name, bytes]:
        """The rows of a shelf under those of the keys that it has."""
        if shelf not in self._shelves:
            return {}
        found: dict[Name, bytes] = {}
        rest = iter(keys)
        while part := list(islice(rest, AT_ONCE)):
            marks = ", ".join("?" * len(part))
            statement = f"SELECT key, row FROM ledger WHERE shelf = ? AND key IN ({marks})"
            found.update(self._connection.execute(statement, (self._shelves[shelf], *part)).fetchall())
        return found

    def keys(self, shelf: str) -> Iterable[Name]:
        """All keys of a shelf, in order."""
        rows = self._connection.execute("SELECT key FROM ledger WHERE shelf = ? ORDER BY key", (self._shelves.get(shelf, 0),))
        return [key for (key,) in rows]

    def write(self, shelf: str, rows: Mapping[Name, bytes | None]) -> None:
        """Put rows in the place of those under their keys; None takes a row away."""
        number = self._number(shelf)
        gone = [(number, key) for key, row in rows.items() if row is None]
        self._connection.executemany("DELETE FROM ledger WHERE shelf = ? AND key = ?", gone)
        put = [(number, key, row) for key, row in rows.items() if row is not None]
        self._connection.executemany("INSERT OR REPLACE INTO ledger VALUES (?, ?, ?)", put)

    def _number(self, shelf: str) -> int:
        if shelf not in self._shelves:
            row = self._connection.execute("INSERT INTO shelves (pipeline, name) VALUES (?, ?)", (self._pipeline, shelf))
            self._shelves[shelf] = row.lastrowid or 0
        return self._shelves[shelf]

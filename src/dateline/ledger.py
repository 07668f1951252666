"""What the steps that see all articles keep between runs: rows by shelf and key, read when needed, written back together.

One more article then costs the same however many there are: only the rows that it touches are read and changed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

import msgspec

from dateline.types import Article

Library = Callable[[Sequence[str]], Mapping[str, Article]]  # articles by id, read when needed
Name = str | int
Key = TypeVar("Key", str, int)
Row = TypeVar("Row")


class Ledger(Protocol):
    """Keeps rows of bytes. What one pipeline keeps is never seen by another."""

    def fetch(self, shelf: str, keys: Iterable[Name]) -> Mapping[Name, bytes]:
        """The rows of a shelf under those of the keys that it has."""
        ...

    def keys(self, shelf: str) -> Iterable[Name]:
        """All keys of a shelf, in order."""
        ...

    def write(self, shelf: str, rows: Mapping[Name, bytes | None]) -> None:
        """Put rows in the place of those under their keys; None takes a row away."""
        ...


class Scratch:
    """A ledger for as long as it is held: a set of articles that no store keeps begins with nothing."""

    def fetch(self, shelf: str, keys: Iterable[Name]) -> Mapping[Name, bytes]:
        """Nothing: whatever was made is still in the drawers."""
        return {}

    def keys(self, shelf: str) -> Iterable[Name]:
        """None."""
        return ()

    def write(self, shelf: str, rows: Mapping[Name, bytes | None]) -> None:
        """Nothing is kept."""


class Drawer(Generic[Key, Row]):
    """The rows of one shelf as records. Who changes a record in place says so with `changed`; `write_back` keeps it all."""

    def __init__(self, ledger: Ledger, shelf: str, kind: type[Row]) -> None:
        self._ledger = ledger
        self._shelf = shelf
        self._kind = kind
        self._held: dict[Key, Row | None] = {}  # None: known to be absent
        self._changed: set[Key] = set()

    def get(self, key: Key) -> Row | None:
        """The record under a key; None where there is none."""
        if key not in self._held:
            self.fetch((key,))
        return self._held[key]

    def __getitem__(self, key: Key) -> Row:
        """The record under a key; `KeyError` where there is none."""
        found = self._held.get(key)
        if found is None:
            found = self.get(key)
            if found is None:
                raise KeyError(key)
        return found

    def __contains__(self, key: Key) -> bool:
        """Whether there is a record under a key."""
        return self.get(key) is not None

    def __iter__(self) -> Iterator[Key]:
        """The keys that have a record, in order."""
        known = {key for key, row in self._held.items() if row is not None}
        kept = (key for key in self._ledger.keys(self._shelf) if key not in self._held)
        return iter(sorted(known.union(kept)))  # type: ignore[arg-type]  # the keys of one shelf are of one kind

    def __setitem__(self, key: Key, row: Row) -> None:
        """Put a record in the place of what is under a key."""
        self._held[key] = row
        self._changed.add(key)

    def __delitem__(self, key: Key) -> None:
        """Take a record away."""
        self._held[key] = None
        self._changed.add(key)

    def changed(self, key: Key) -> None:
        """Have what was done to a record in place kept."""
        self._changed.add(key)

    def fetch(self, keys: Iterable[Key]) -> None:
        """Read the records under several keys at once."""
        missing = [key for key in keys if key not in self._held]
        if missing:
            found = self._ledger.fetch(self._shelf, missing)
            for key in missing:
                row = found.get(key)
                self._held[key] = None if row is None else msgspec.msgpack.decode(row, type=self._kind)

    def write_back(self) -> None:
        """Write what was changed."""
        if self._changed:
            rows = ((key, self._held[key]) for key in sorted(self._changed))
            packed = {key: None if row is None else msgspec.msgpack.encode(row) for key, row in rows}
            self._ledger.write(self._shelf, packed)  # type: ignore[arg-type]
            self._changed.clear()

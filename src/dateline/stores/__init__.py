"""Where pages, articles, analyses and judgements are kept."""

from pathlib import Path

from dateline.errors import BadInput
from dateline.stores.protocol import Edition, Shelf, Store
from dateline.stores.sqlite import SqliteStore

__all__ = ["Edition", "Shelf", "SqliteStore", "Store", "open_store"]


def open_store(path: str | Path, *, new: bool = False) -> SqliteStore:
    """The store in the file at `path`; `BadInput` when there is none, unless a `new` one may be made."""
    if not new and not Path(path).is_file():
        raise BadInput(f"There is no store at {path}. Make one with 'dateline add PAGES… --store {path}'.")
    return SqliteStore(path)

"""From a heap of news pages, the record of the stories in them: who reported what, when, on whose word, and where they disagree.

import dateline
record = dateline.report(["pages/"])
"""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import DatelineError
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.views.document import Record

__version__ = "0.1.0"
__all__ = ["DatelineError", "Settings", "__version__", "encode", "report"]


def report(
    paths: Sequence[str | Path], settings: Settings | None = None, *, store: str | Path | None = None, analysis: bool = False
) -> "Record":
    """The record of the pages in files, in folders and at addresses; with `store`, of all pages in it after these were added.

    Pages that cannot be used are in `record.rejected`. `analysis` adds what was found in each article. Raises `DatelineError`.
    With `settings.workers` above 1, call it under `if __name__ == "__main__":`, since each process imports the main module.
    """
    from dateline.intake import add_pages
    from dateline.record import record_of
    from dateline.stores import SqliteStore

    chosen = settings or Settings()
    with closing(SqliteStore(store or ":memory:")) as opened:
        add_pages(opened, paths, chosen)
        return record_of(opened, chosen, analysis=analysis)


def encode(record: "Record") -> bytes:
    """The record as JSON, in the format that `dateline schema` describes: UTF-8, sorted keys, one line."""
    from dateline.record import encode as encoded

    return encoded(record)

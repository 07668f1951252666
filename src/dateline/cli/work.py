"""What several commands do: add pages with a progress bar, and open the record of a store."""

import getpass
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.cli.output import note
from dateline.cli.progress import progress
from dateline.known import decode_known, encode_known, read_known
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.intake import Added
    from dateline.stores import Store
    from dateline.views.document import Record

NOTHING_READ = 3


def login_name() -> str:
    """The name of who uses this program here."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no variable names the user, and no list of users does
        return "a person"


def settings_of(store: "Store", model: str | None, workers: int = 1, allow_hosts: Sequence[str] = ()) -> Settings:
    """The settings of a run: without a `model`, the one the store was filled with, so that its pages need not be read again.

    Known entities are those that the store was given last.
    """
    chosen = model or store.fact("model") or Settings().model
    known = decode_known(store.fact("known"))
    return replace(Settings(), model=chosen, workers=workers, allow_hosts=tuple(allow_hosts), known=known)


def add_with_bar(
    store: "Store",
    pages: Sequence[str],
    model: str | None,
    workers: int | None,
    allow_hosts: Sequence[str] = (),
    *,
    known: Path | None = None,
) -> "Added":
    """What adding the pages did; those that could not be used are named on standard error.

    From then on the store has the entities of the file `known`, if one is given.
    """
    from dateline.intake import add_pages, count_inputs, workers_for

    if known is not None:
        store.note("known", encode_known(read_known(known)))
    count = count_inputs(pages)
    settings = settings_of(store, model, workers or workers_for(count), allow_hosts)
    with progress("Reading pages", count) as tick:
        added = add_pages(store, pages, settings, tick=tick)
    store.note("model", settings.model)
    for one in added.rejected:
        note(f"not used: {one.id}: {one.reason}")
    return added


def record_with_bar(store: "Store", model: str | None, *, analysis: bool = False) -> "Record":
    """The record of a store."""
    from dateline.record import record_of

    with progress("Making the record") as tick:
        return record_of(store, settings_of(store, model), analysis=analysis, tick=tick)


@contextmanager
def opened(path: Path, model: str | None) -> Iterator[tuple["Store", "Record"]]:
    """The store at `path` and its record."""
    from dateline.stores import open_store

    with closing(open_store(path)) as store:
        yield store, record_with_bar(store, model)

"""The one process that writes: it adds pages and makes the record, so that reading never waits for either.

It keeps the language model, which the server itself never loads. What it is sent and what it answers are the records below.
"""

import hashlib
import signal
import traceback
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from multiprocessing.connection import Connection

from msgspec import UNSET, UnsetType

from dateline.api.snapshot import Made
from dateline.changes import states_of
from dateline.errors import DatelineError, StoreBusy
from dateline.intake import Added, add_pages, count_inputs, workers_for
from dateline.known import decode_known
from dateline.record import encode, record_of
from dateline.settings import Settings
from dateline.stores import Edition, Store, open_store
from dateline.views.document import Record

DIGEST = 16  # hexadecimal digits: enough to tell the editions of one store apart


@dataclass(frozen=True, slots=True)
class Work:
    """What the process works on: a store, and the settings that the server was started with."""

    store: str
    model: str | None
    workers: int | None
    allow_hosts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AddPages:
    """Add the pages in these files and folders, and at these addresses."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MakeRecord:
    """Make the record, unless it is the edition that is `known` by its digest."""

    known: str


@dataclass(frozen=True, slots=True)
class Ticked:
    """So many pages more are read."""

    pages: int


@dataclass(frozen=True, slots=True)
class Failed:
    """It could not be done, and why."""

    reason: str


Order = AddPages | MakeRecord
Answer = Ticked | Added | Made | Failed


def settings_of(store: Store, work: Work) -> Settings:
    """The settings to read the store's pages with."""
    chosen = work.model or store.fact("model") or Settings().model
    known = decode_known(store.fact("known"))
    return replace(Settings(), model=chosen, allow_hosts=work.allow_hosts, known=known)


def now() -> str:
    """The time as judgements and editions have it."""
    return f"{datetime.now(UTC).replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"


def work_on(line: Connection, work: Work) -> None:
    """Does what comes down the line, until nobody is at its other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to all; the server ends this process itself
    while True:
        try:
            order: Order = line.recv()
        except EOFError:
            return
        line.send(_answer(order, work, line.send))


def _answer(order: Order, work: Work, tell: Callable[[Answer], None]) -> Answer:
    try:
        with closing(open_store(work.store, new=True)) as store:
            if isinstance(order, AddPages):
                return _add(store, order, work, tell)
            return make(store, settings_of(store, work), order.known)
    except DatelineError as error:
        return Failed(str(error))
    except Exception as error:  # noqa: BLE001 - whatever one page brings about, the server goes on
        traceback.print_exc()
        return Failed(f"unexpected {type(error).__name__}: {error}. Please report it.")


def _add(store: Store, order: AddPages, work: Work, tell: Callable[[Answer], None]) -> Added:
    settings = settings_of(store, work)
    workers = work.workers or workers_for(count_inputs(order.paths))
    added = add_pages(store, order.paths, replace(settings, workers=workers), tick=lambda pages: tell(Ticked(pages)))
    store.note("model", settings.model)
    return added


def make(store: Store, settings: Settings, known: str = "") -> Made:
    """The record of a store as an edition of it, which the store keeps."""
    record = record_of(store, settings, analysis=True)
    found = record.analyses
    analyses = {} if isinstance(found, UnsetType) else {one.article: encode(one) for one in found}
    plain = replace(record, analyses=UNSET)
    data = encode(plain)
    digest = hashlib.sha256(data).hexdigest()[:DIGEST]
    edition = _publish(store, plain, digest)
    return Made(edition, b"" if digest == known else data, analyses, store.states(edition.number))


def _publish(store: Store, record: Record, digest: str) -> Edition:
    """The edition, kept; where another process goes on writing, one that will have its number later."""
    try:
        return store.publish(digest, now(), states_of(record))
    except StoreBusy:
        last = store.editions()[-1:]
        return Edition(last[0].number if last else 0, digest, now())

"""What the server has at hand: a store, the last edition of its record, and the thread that brings the next one."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, SimpleQueue
from secrets import token_hex
from threading import Event, Thread

from dateline.api.jobs import Job, Jobs
from dateline.api.snapshot import Made, Snapshot
from dateline.api.worker import AddPages, Failed, MakeRecord, Order, Ticked, Work, settings_of, work_on
from dateline.errors import DatelineError
from dateline.intake import Added
from dateline.settings import Settings
from dateline.stores import SqliteStore, Store, open_store

LOOK = 1.0  # seconds between two looks at whether somebody else has written to the store
NAME = "name"


@dataclass(frozen=True, slots=True)
class Asked:
    """A job that waits, the pages that it is to add, if any, and the folder that they were put in for it."""

    job: str
    paths: tuple[str, ...] = ()
    folder: Path | None = None


class NotYet(DatelineError):
    """There is no record yet."""


class Room:
    """The reading room over one store. Reading takes the last edition as it is; one thread and its process write."""

    def __init__(self, work: Work, *, by: str) -> None:
        self.work = work
        self.by = by
        self.jobs = Jobs()
        self.reason: str | None = None
        self.behind = False
        self._snapshot: Snapshot | None = None
        self._asked: SimpleQueue[Asked | None] = SimpleQueue()
        self._ended = Event()
        with closing(open_store(work.store, new=True)) as store:
            if store.fact(NAME) is None:
                store.note(NAME, token_hex(8))
            self.name = store.fact(NAME) or ""
        self._thread = Thread(target=self._write, name="writer", daemon=True)
        self._thread.start()

    @property
    def current(self) -> Snapshot | None:
        """The last edition; None before there is one."""
        return self._snapshot

    @property
    def snapshot(self) -> Snapshot:
        """The last edition; `NotYet` before there is one."""
        if self._snapshot is None:
            raise NotYet(self.reason or "The record is being made. Ask again in a moment.")
        return self._snapshot

    @contextmanager
    def store(self) -> Iterator[SqliteStore]:
        """A connection to the store of its own."""
        with closing(open_store(self.work.store)) as store:
            yield store

    def settings(self, store: Store) -> Settings:
        """The settings that the store's pages were read with."""
        return settings_of(store, self.work)

    def ask(self, title: str, paths: tuple[str, ...] = (), *, folder: Path | None = None, total: int | None = None) -> Job:
        """A job that waits for its turn; without pages to add, the record is made anew."""
        job = self.jobs.open(title, total)
        self._asked.put(Asked(job.id, paths, folder))
        return job

    def close(self) -> None:
        """Ends the thread and its process; what waits is not done."""
        self._ended.set()
        self._asked.put(None)
        self._thread.join()

    # The thread that writes

    def _write(self) -> None:
        """Does what is asked, and makes the record anew when that is done, or when somebody else has written to the store."""
        clerk = Clerk(self.work)
        try:
            with closing(open_store(self.work.store)) as store:
                self._attend(store, clerk)
        finally:
            clerk.end()
            for one in self._next():
                _clear(one)

    def _attend(self, store: Store, clerk: "Clerk") -> None:
        seen = store.version()
        self._make(clerk, [])
        while not self._ended.is_set():
            asked = self._next()
            if asked:
                added = [one for one in asked if self._add(clerk, one)]
                self._make(clerk, added)
            elif store.version() != seen:
                self._make(clerk, [])
            else:
                continue
            seen = store.version()

    def _next(self) -> list[Asked]:
        """All that waits; nothing after a while in which nothing came."""
        found: list[Asked] = []
        try:
            one = self._asked.get(timeout=LOOK)
            while one is not None:
                found.append(one)
                one = self._asked.get_nowait()
        except Empty:
            pass
        return found

    def _add(self, clerk: "Clerk", asked: Asked) -> bool:
        """Adds the pages of a job; whether it goes on to the record."""
        try:
            return not asked.paths or self._read(clerk, asked)
        finally:
            _clear(asked)

    def _read(self, clerk: "Clerk", asked: Asked) -> bool:
        self.jobs.update(asked.job, step="reading")
        read = 0
        for answer in clerk.do(AddPages(asked.paths)):
            if isinstance(answer, Ticked):
                read += answer.pages
                self.behind = True
                self.jobs.update(asked.job, read=read)
            elif isinstance(answer, Added):
                counts = {"new": answer.new, "known": answer.known, "revisions": len(answer.revisions)}
                self.jobs.update(asked.job, **counts, rejected=answer.rejected, foreign=answer.foreign)
                return True
            elif isinstance(answer, Failed):
                self.jobs.update(asked.job, step="failed", problem=answer.reason)
        return False

    def _make(self, clerk: "Clerk", asked: list[Asked]) -> None:
        """The next edition, for all these jobs at once."""
        for one in asked:
            self.jobs.update(one.job, step="making")
        known = "" if self._snapshot is None else self._snapshot.edition.digest
        for answer in clerk.do(MakeRecord(known)):
            if isinstance(answer, Made):
                self._show(answer)
                for one in asked:
                    self.jobs.update(one.job, step="done", edition=answer.edition.number)
            elif isinstance(answer, Failed):
                self.reason = answer.reason
                for one in asked:
                    self.jobs.update(one.job, step="failed", problem=answer.reason)

    def _show(self, made: Made) -> None:
        if made.data:
            self._snapshot = Snapshot(made)
        self.reason, self.behind = None, False


def _clear(asked: Asked) -> None:
    """Takes away what was put down for a job."""
    if asked.folder is not None:
        shutil.rmtree(asked.folder, ignore_errors=True)


class Clerk:
    """The process that writes; it is started when there is something to do, and anew where it died."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._line: Connection | None = None

    def do(self, order: Order) -> Iterator[Ticked | Added | Made | Failed]:
        """What the process tells of its work; the last is what came of it."""
        answer: Ticked | Added | Made | Failed = Ticked(0)
        try:
            line = self._open()
            line.send(order)
            while isinstance(answer, Ticked):
                answer = line.recv()
                yield answer
        except (EOFError, OSError):
            self.end()
            yield Failed("the process that reads pages died, perhaps for want of memory. Add fewer pages at once.")

    def _open(self) -> Connection:
        if self._line is None:
            context = get_context("spawn")
            self._line, there = context.Pipe()
            self._process = context.Process(target=work_on, args=(there, self._work), name="writer")
            self._process.start()
            there.close()  # so that the end of the process is the end of the line
        return self._line

    def end(self) -> None:
        """Ends the process."""
        if self._line is not None:
            self._line.close()
            self._line = None
            self._process.terminate()
            self._process.join()

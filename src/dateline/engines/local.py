"""The local engine: the steps that take one page at a time, in this process or in several, with the same result."""

import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING

from dateline.errors import DatelineError
from dateline.pipeline import read_batch
from dateline.settings import Settings
from dateline.types import Outcome, Page, Rejected

if TYPE_CHECKING:
    from spacy.language import Language

# Small enough that two workers end at about the same time and progress is seen, large enough to fill the model's batches.
BATCH = 4


def read_all(pages: Iterable[Page], settings: Settings) -> Iterator[list[Outcome]]:
    """What became of the pages, batch by batch in their order, with `settings.workers` processes; one works in this process."""
    batches = _batches(pages)
    if settings.workers <= 1:
        return (read_surely(batch, settings) for batch in batches)
    return _read_in_pool(batches, settings)


def read_surely(pages: Sequence[Page], settings: Settings) -> list[Outcome]:
    """What became of each page; a page that makes a step fail is rejected alone, with what the step said."""
    try:
        return read_batch(pages, _model(settings.model), settings)
    except DatelineError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever one page brings about, the others are still read
        if len(pages) > 1:
            return [outcome for page in pages for outcome in read_surely([page], settings)]
        return [_rejected(pages[0], f"it could not be read ({type(error).__name__}: {error}); please report this")]


@cache
def _model(name: str) -> "Language":
    """The language model, loaded once in a process."""
    from dateline.analyze.model import load_model

    return load_model(name)


def _batches(pages: Iterable[Page]) -> Iterator[list[Page]]:
    rest = iter(pages)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _read_in_pool(batches: Iterator[list[Page]], settings: Settings) -> Iterator[list[Outcome]]:
    """Batches in their order, at most two waiting for each worker, so that memory does not grow with the number of pages."""
    waiting: deque[tuple[list[Page], Future[list[Outcome]] | None]] = deque()
    with _pool(settings.workers) as pool:
        for batch in batches:
            waiting.append((batch, _submit(pool, batch, settings)))
            if len(waiting) >= 2 * settings.workers:
                yield _result(*waiting.popleft(), settings)
        while waiting:
            yield _result(*waiting.popleft(), settings)


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    # Spawned, not forked: a fork copies the locks of threads that libraries have started.
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, batch: list[Page], settings: Settings) -> "Future[list[Outcome]] | None":
    """The result to come; None where the pool is broken. It starts the workers, which leave an interrupt to this process."""
    try:
        with _interrupts_held():
            return pool.submit(read_surely, batch, settings)
    except BrokenProcessPool:
        return None


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Processes that are started meanwhile ignore the user's interrupt, which the terminal sends to all of them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    former = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)


def _result(batch: list[Page], future: "Future[list[Outcome]] | None", settings: Settings) -> list[Outcome]:
    if future is not None:
        try:
            return future.result()
        except BrokenProcessPool:
            pass  # a page of this batch or of a neighbour's ended the process: each gets one more try
    return [outcome for page in batch for outcome in _read_alone(page, settings)]


def _read_alone(page: Page, settings: Settings) -> list[Outcome]:
    """What became of a page, read in a process of its own."""
    with _pool(1) as pool:
        future = _submit(pool, [page], settings)
        try:
            if future is not None:
                return future.result()
        except BrokenProcessPool:
            pass
    return [_rejected(page, "the process that read it died, perhaps for want of memory")]


def _rejected(page: Page, reason: str) -> Outcome:
    return Outcome(page, Rejected(page.name, "analyze", reason))

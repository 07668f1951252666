"""The local engine: the steps that take one page at a time, in this process or in several, with the same result."""

import signal
import sys
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from functools import cache
from multiprocessing import get_context
from typing import TYPE_CHECKING

from dateline.engines.ahead import Pending, extract_ahead
from dateline.errors import DatelineError
from dateline.settings import Settings
from dateline.types import Analysis, Article, Outcome, Page, Rejected

if TYPE_CHECKING:
    from spacy.language import Language

Answers = list[Analysis | Rejected]


def read_all(pages: Iterable[Page], settings: Settings) -> Generator[list[Outcome], None, None]:
    """What became of the pages, batch by batch in their order; close it to stop before the end.

    `settings.workers` processes analyse; one means this process. Extraction has a process of its own beside them.
    """
    read = _read_here if settings.workers <= 1 else _read_in_pool
    with closing(extract_ahead(pages, settings)) as batches, closing(read(batches, settings)) as outcomes:
        yield from outcomes


def analyze_surely(articles: Sequence[Article], settings: Settings) -> Answers:
    """The analysis of each article; an article that makes the analysis fail is rejected alone, with what it said."""
    from dateline.analyze.articles import analyze_articles

    try:
        return list(analyze_articles(articles, _model(settings.model), settings))
    except DatelineError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever one text brings about, the others are still read
        if len(articles) > 1:
            return [answer for article in articles for answer in analyze_surely([article], settings)]
        return [_rejected(articles[0], f"it could not be analysed ({type(error).__name__}: {error}); please report this")]


@cache
def _model(name: str) -> "Language":
    """The language model, loaded once in a process."""
    from dateline.analyze.model import load_model

    return load_model(name)


def warm(name: str) -> None:
    """Loads the model before there is something to analyse."""
    _model(name)


def _read_here(batches: Iterable[list[Pending]], settings: Settings) -> Generator[list[Outcome], None, None]:
    for batch in batches:
        warm(settings.model)  # while the extractor's process starts
        extracted = _extracted(batch)
        yield _outcomes(extracted, analyze_surely(_articles(extracted), settings))


def _extracted(batch: Sequence[Pending]) -> list[tuple[Page, Article | Rejected]]:
    return [(page, future.result()) for page, future in batch]


def _articles(extracted: Sequence[tuple[Page, Article | Rejected]]) -> list[Article]:
    return [result for _, result in extracted if isinstance(result, Article)]


def _outcomes(extracted: Sequence[tuple[Page, Article | Rejected]], answers: Answers) -> list[Outcome]:
    """Page, article and analysis put together; `answers` has one for each article, in order."""
    rest = iter(answers)
    outcomes = []
    for page, result in extracted:
        answer = next(rest) if isinstance(result, Article) else result
        outcomes.append(Outcome(page, answer) if isinstance(answer, Rejected) else Outcome(page, result, answer))
    return outcomes


# In several processes


def _read_in_pool(batches: Iterable[list[Pending]], settings: Settings) -> Generator[list[Outcome], None, None]:
    """Batches in their order, at most two waiting for each worker, so that memory does not grow with the number of pages."""
    waiting: deque[tuple[list[tuple[Page, Article | Rejected]], Future[Answers] | None]] = deque()
    with _pool(settings.workers) as pool:
        for batch in batches:
            extracted = _extracted(batch)
            waiting.append((extracted, _submit(pool, _articles(extracted), settings)))
            if len(waiting) >= 2 * settings.workers:
                yield _finish(*waiting.popleft(), settings)
        while waiting:
            yield _finish(*waiting.popleft(), settings)


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    # Spawned, not forked: a fork copies the locks of threads that libraries have started.
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, articles: list[Article], settings: Settings) -> "Future[Answers] | None":
    """The answers to come; None where the pool is broken. It starts the workers, which leave an interrupt to this process."""
    try:
        with _interrupts_held():
            return pool.submit(analyze_surely, articles, settings)
    except BrokenProcessPool:
        return None


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Processes started meanwhile never see the user's interrupt, which a terminal sends to all; here it comes afterwards."""
    if sys.platform == "win32":
        yield
        return
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def _finish(
    extracted: list[tuple[Page, Article | Rejected]], future: "Future[Answers] | None", settings: Settings
) -> list[Outcome]:
    articles = _articles(extracted)
    answers = _answers(future)
    if answers is None:  # a text of this batch or of a neighbour's ended the process: each gets one more try
        answers = [answer for article in articles for answer in _analyze_alone(article, settings)]
    return _outcomes(extracted, answers)


def _answers(future: "Future[Answers] | None") -> Answers | None:
    """The answers, or None where the process died."""
    try:
        return None if future is None else future.result()
    except BrokenProcessPool:
        return None


def _analyze_alone(article: Article, settings: Settings) -> Answers:
    """The analysis of an article in a process of its own."""
    with _pool(1) as pool:
        answers = _answers(_submit(pool, [article], settings))
    reason = "the process that analysed it died, perhaps for want of memory"
    return [_rejected(article, reason)] if answers is None else answers


def _rejected(article: Article, reason: str) -> Rejected:
    return Rejected(article.file, "analyze", reason)

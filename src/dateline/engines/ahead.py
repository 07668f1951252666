"""Extraction that runs ahead: while one batch is analysed here, the extractor's process takes the next pages apart."""

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue

from dateline.extract import extract_pages
from dateline.settings import Settings
from dateline.types import Article, Page, Rejected

# Small enough that progress is seen and workers end at about the same time, large enough to fill the model's batches.
BATCH = 4
# Batches that wait extracted: enough that neither side stands still, few enough to hold in memory.
AHEAD = 3

Pending = tuple[Page, "Future[Article | Rejected]"]


def extract_ahead(pages: Iterable[Page], settings: Settings) -> Generator[list[Pending], None, None]:
    """The pages in batches, in their order, each with the article to come of it.

    `pages` is read in the caller's thread, a few batches ahead of what is taken. Close it to end the extractor's process.
    """
    feed: SimpleQueue[Page | None] = SimpleQueue()
    results = extract_pages(iter(feed.get, None), settings)
    waiting: deque[Pending] = deque()
    with ThreadPoolExecutor(1) as thread:
        try:
            for page in pages:
                feed.put(page)
                waiting.append((page, thread.submit(next, results)))
                if len(waiting) == AHEAD * BATCH:
                    yield [waiting.popleft() for _ in range(BATCH)]
            while waiting:
                yield [waiting.popleft() for _ in range(min(BATCH, len(waiting)))]
        finally:
            for _, future in waiting:
                future.cancel()
            while not feed.empty():
                feed.get()
            feed.put(None)
            thread.submit(_close, results).result()


def _close(results: Iterator[Article | Rejected]) -> None:
    """Ends the extractor's process, in the thread that uses it."""
    for _ in results:
        pass

"""What one more article costs the index of copies, in a store in a file: milliseconds and bytes, as a table.

    python eval/copies_index.py ../shared/bench/stories [--articles 40000] [--daily 300]

The articles are those of `stream.py`, a day's worth at a time; one in ten is printed again on its day by somebody else, without
its last fifth. Each day is one update of an index that is begun anew over the store and written back.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from stream import invented, language_of

from dateline.copies import CopyIndex
from dateline.stores import SqliteStore
from dateline.types import Article

PRINTED_AGAIN = 0.1
LINES = (1_000, 2_000, 5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000)  # articles at which the table has a line


def days_of(folder: Path, daily: int) -> Iterator[list[Article]]:
    """Day after day the articles that arrive, prints of some among them."""
    chance = random.Random(2)
    for day in invented(language_of(folder), daily, 1):
        articles = [article for article, _ in day]
        yield articles + [_again(article) for article in articles if chance.random() < PRINTED_AGAIN]


def _again(article: Article) -> Article:
    return replace(article, id=f"{article.id}-again", text=article.text[: len(article.text) * 4 // 5])


def measure(days: Iterator[list[Article]], most: int, path: Path) -> None:
    """Prints the table; milliseconds are means over the articles since the line before."""
    known: dict[str, Article] = {}

    def library(ids: Sequence[str]) -> Mapping[str, Article]:
        return {one: known[one] for one in ids}

    store = SqliteStore(path)
    spent, used, before = 0.0, 0.0, 0
    lines = [line for line in LINES if line < most] + [most]
    while lines:
        day = next(days)
        known.update((one.id, one) for one in day)
        start, start_used = time.perf_counter(), time.process_time()
        with store.ledger("measured") as ledger:
            index = CopyIndex(ledger, library)
            index.update(day, ())
            index.write_back()
        spent, used = spent + time.perf_counter() - start, used + time.process_time() - start_used
        if len(known) >= lines[0]:
            count = len(known) - before
            size = path.stat().st_size // len(known)
            print(f"{len(known):8} {1000 * spent / count:8.2f} {1000 * used / count:8.2f} {size:8}", flush=True)
            lines.pop(0)
            spent, used, before = 0.0, 0.0, len(known)
    store.close()


def main() -> None:
    """Measures in a temporary folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=40_000)
    parser.add_argument("--daily", type=int, default=300)
    given = parser.parse_args()
    print("articles       ms   cpu ms    bytes")
    with tempfile.TemporaryDirectory() as folder:
        measure(days_of(given.folder, given.daily), given.articles, Path(folder) / "copies.db")


if __name__ == "__main__":
    main()

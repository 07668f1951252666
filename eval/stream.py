"""What one more article costs in a store of a thousand articles and of 300,000: time, memory and bytes, as a table and a plot.

    python eval/stream.py ../shared/bench/stories [--articles 300000] [--daily 300] [--svg docs/stream.svg]

Articles are added to a store in a file and folded into its copies, stories and storylines, a day's worth at a time as
`dateline add` does it; now and then some come alone. They are made. Words, lengths and the sizes of stories are drawn from the
benchmark's stream. A topic has words and names that come back for as long as the stream lasts; an event belongs to a topic and
has words and names of its own; an article draws its words from its event, its topic and the language at large. That makes
articles of one event as alike as those of the benchmark (mean cosine .45, there .40). One in ten is printed again on its day by
somebody else, without its last fifth. Articles of an event are printed within days of one another; one in twenty arrives late, by
up to three weeks. The same number gives the same articles. Linux.
"""

import argparse
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from dateline.evaluate.jsonl import read_rows
from dateline.fold import fold
from dateline.stores import SqliteStore
from dateline.stories import Grouping
from dateline.terms import WORD
from dateline.types import Article, Outcome, Page, Published

FIRST = date(2000, 1, 1)
TOPICS = 200
TOPIC_WORDS, EVENT_WORDS = 80, 60  # of them one in five a name
OF_EVENT, OF_TOPIC = 0.2, 0.1  # shares of an article's words
LATE = 0.05
LATEST = 21  # days
AGAIN = 0.1
LONE = 15  # articles that come alone between two lines
PIPELINE = "made"
LONGEST = 800  # words
EVERY = 10_000  # articles between two lines of the table
SYLLABLES = ("ba", "ko", "ri", "ten", "mor", "sal", "dun", "vel", "ar", "is", "lo", "gra", "fen", "hul", "mi", "ost")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: milliseconds of processor, means since the line before; `lone_ms` is one article's alone."""

    articles: int
    add_ms: float
    fold_ms: float
    lone_ms: float
    memory_mb: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Language:
    """What is drawn from: words with the sums of their counts, lengths of articles in words, sizes of stories."""

    words: Sequence[str]
    sums: Sequence[int]
    lengths: Sequence[int]
    sizes: Sequence[int]

    def draw(self, chance: random.Random, count: int) -> list[str]:
        """Words as often as they stand in the texts."""
        return chance.choices(self.words, cum_weights=self.sums, k=count)

    def own(self, chance: random.Random, count: int) -> list[str]:
        """The words of a topic or an event: each of the language's as likely as any other, and one name in five."""
        return [_name(chance) if n % 5 == 0 else chance.choice(self.words) for n in range(count)]


def language_of(folder: Path) -> Language:
    """Words, lengths and story sizes of the benchmark's stream; an article without a label is a story of its own."""
    words: Counter[str] = Counter()
    lengths: list[int] = []
    sizes: Counter[str] = Counter()
    for row in read_rows(folder / "stream.jsonl.gz"):
        found = WORD.findall(row["text"])
        words.update(found)
        lengths.append(min(LONGEST, len(found)))
        sizes[row["story"] or row["id"]] += 1
    listed = sorted(words)
    return Language(listed, list(accumulate(words[word] for word in listed)), lengths, sorted(sizes.values()))


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=4)).capitalize()


def invented(language: Language, daily: int, seed: int) -> Iterator[list[tuple[Article, int]]]:
    """Day after day the articles that arrive, each with the number of its event."""
    chance = random.Random(seed)
    topics = [language.own(chance, TOPIC_WORDS) for _ in range(TOPICS)]
    waiting: dict[int, list[tuple[Article, int]]] = defaultdict(list)
    event = day = 0
    while True:
        printed = 0
        while printed < daily:
            event += 1
            topic, words = chance.choice(topics), language.own(chance, EVENT_WORDS)
            for n in range(chance.choice(language.sizes)):
                on = day + min(6, int(chance.expovariate(0.7)))
                arrives = on + (chance.randrange(1, LATEST) if chance.random() < LATE else 0)
                text = _text(chance, language, words, topic)
                one = article(f"{event}-{n}", " ".join(text[:8]), " ".join(text[8:]), on)
                waiting[arrives].append((one, event))
                if chance.random() < AGAIN:
                    waiting[arrives].append((printed_again(one), event))
                    printed += 1
                printed += 1
        yield waiting.pop(day, [])
        day += 1


def _text(chance: random.Random, language: Language, words: Sequence[str], topic: Sequence[str]) -> list[str]:
    """The words of an article, those of its event first in the title and spread over the rest."""
    length = max(60, chance.choice(language.lengths))
    ranks = range(len(words), 0, -1)
    of_event = chance.choices(words, weights=ranks, k=int(OF_EVENT * length) + 4)
    of_topic = chance.choices(topic, k=int(OF_TOPIC * length))
    body = of_event[4:] + of_topic + language.draw(chance, length - len(of_event) - len(of_topic))
    chance.shuffle(body)
    return of_event[:4] + body


def printed_again(one: Article) -> Article:
    """An article as somebody else prints it."""
    key = f"{one.id}-again"
    return replace(one, id=key, file=key, outlet=key, text=one.text[: len(one.text) * 4 // 5])


def article(key: str, title: str, text: str, day: int) -> Article:
    """An article in English that was printed on a day."""
    on = (FIRST + timedelta(day)).isoformat()
    return Article(key, key, None, key, None, title, (), Published(on, on, "stated"), None, (), "en", f"{title}\n\n{text}", "")


def measure(days: Iterator[list[tuple[Article, int]]], articles: int, path: Path) -> tuple[list[Line], float]:
    """The table, and pairwise F of the stories of all articles against the events."""
    store = SqliteStore(path)
    events: dict[str, int] = {}
    lines: list[Line] = []
    added = folded = 0.0
    since = 0
    while len(events) < articles:
        arrived = next(days)
        events.update((one.id, event) for one, event in arrived)
        start = time.process_time()
        store.add([outcome(one) for one, _ in arrived], PIPELINE)
        middle = time.process_time()
        fold(store, PIPELINE)
        added, folded = added + middle - start, folded + time.process_time() - middle
        if len(events) - since >= EVERY or (len(events) >= 1000 and not since):
            count = len(events) - since
            alone = lone(store, next(days), events)
            size = path.stat().st_size // len(events)
            lines.append(Line(len(events), 1000 * added / count, 1000 * folded / count, 1000 * alone, memory(), size))
            print("{:8} {:8.2f} {:8.2f} {:8.0f} {:8} {:8}".format(*astuple(lines[-1])), flush=True)
            added = folded = 0.0
            since = len(events)
    with store.ledger_as_is(PIPELINE) as ledger:
        stories = Grouping(ledger, lambda ids: store.articles(PIPELINE, ids)).stories()
    store.close()
    return lines, pairwise([story.articles for story in stories], events)


def lone(store: SqliteStore, arrived: Sequence[tuple[Article, int]], events: dict[str, int]) -> float:
    """Seconds of processor that it takes, in the middle of several, to add one article alone and fold it in."""
    spent: list[float] = []
    for one, event in arrived[:LONE]:
        events[one.id] = event
        start = time.process_time()
        store.add([outcome(one)], PIPELINE)
        fold(store, PIPELINE)
        spent.append(time.process_time() - start)
    return median(spent)


def outcome(article: Article) -> Outcome:
    """A page and the article in it, not analysed."""
    body = article.text.encode()
    return Outcome(Page(article.file, None, None, "text/plain", sha256(body).hexdigest(), (), body), article)


def memory() -> int:
    """Megabytes that this process has resident."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 // 1_000_000


def pairwise(groups: Sequence[Sequence[str]], events: Mapping[str, int]) -> float:
    """F of the pairs of articles in one group."""

    def pairs(sizes: Iterator[int]) -> int:
        return sum(size * (size - 1) // 2 for size in sizes)

    right = sum(pairs(iter(Counter(events[at] for at in group).values())) for group in groups)
    return 2 * right / (pairs(map(len, groups)) + pairs(iter(Counter(events.values()).values())))


def plot(lines: Sequence[Line]) -> str:
    """Time and memory per article over the number of articles, as SVG."""
    panels = (
        ("milliseconds for each of a day's articles", [line.add_ms + line.fold_ms for line in lines]),
        ("milliseconds for one article alone", [line.lone_ms for line in lines]),
        ("megabytes of memory", [line.memory_mb for line in lines]),
        ("kilobytes in the store for each article", [line.bytes / 1000 for line in lines]),
    )
    drawn = [_panel(title, [line.articles for line in lines], values, 20 + 220 * n) for n, (title, values) in enumerate(panels)]
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 900" font-family="sans-serif" font-size="12">'
    return "\n".join([head, '<rect width="640" height="900" fill="white"/>', *drawn, "</svg>"]) + "\n"


def _panel(title: str, across: Sequence[int], values: Sequence[float], top: int) -> str:
    width, height, left = 540, 150, 60
    most = max(values) * 1.2
    points = " ".join(
        f"{left + width * x / across[-1]:.1f},{top + 20 + height * (1 - y / most):.1f}"
        for x, y in zip(across, values, strict=True)
    )
    bottom = top + 20 + height
    parts = (
        f'<text x="{left}" y="{top + 8}">{title}</text>',
        f'<polyline points="{points}" fill="none" stroke="#1f5fa8" stroke-width="2"/>',
        f'<path d="M{left} {top + 20}V{bottom}H{left + width}" fill="none" stroke="#888"/>',
        f'<text x="{left - 6}" y="{top + 30}" text-anchor="end">{most:.1f}</text>',
        f'<text x="{left - 6}" y="{bottom}" text-anchor="end">0</text>',
        f'<text x="{left + width}" y="{bottom + 16}" text-anchor="end">{across[-1]:,} articles</text>',
    )
    return "".join(parts)


def main() -> None:
    """Measures, prints the table and writes the plot."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=300_000)
    parser.add_argument("--daily", type=int, default=300)
    parser.add_argument("--svg", type=Path)
    given = parser.parse_args()
    print("articles   add ms  fold ms  lone ms   memory    bytes")
    with TemporaryDirectory() as folder:
        lines, right = measure(invented(language_of(given.folder), given.daily, 1), given.articles, Path(folder) / "store.db")
    print(f"pairwise F of the groups against the events: {right:.3f}")
    if given.svg:
        given.svg.write_text(plot(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

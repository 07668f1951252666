"""The timeline benchmark (Timeline17): which days a timeline of a heap of articles has, and what it tells of each.

Thousands of articles are too many to be parsed for it. So sentences are found by their marks, and times by the same grammar as
ever, but without a parser: no verb tells on which side of the day of publication a weekday lies.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from spacy.lang.en import English

from dateline.analyze.foreign import sentences_of
from dateline.analyze.times import find_times
from dateline.evaluate.alignment import compare
from dateline.evaluate.jsonl import read_rows
from dateline.evaluate.scores import prf
from dateline.tellings import Telling, Weights, choose, rank_days
from dateline.terms import terms_in
from dateline.types import Span

# What stands further down in an article of the day is background. 5 sentences have an aligned F of .124, 15 .131, all .129, for
# .132.
BEGINNING = 30
# What is shorter is a heading, what is longer several lines run together; without limits .125.
SENTENCE_WORDS = range(5, 61)
# The function words that the scorer leaves out, those of the SMART system, stand beside the data.
STOP = "scorers/data/smart_common_words.txt"
DAILY = ("minute", "hour", "day")
Row = Mapping[str, Any]
Told = Sequence[Telling]


def evaluate(data: Path) -> dict[str, float]:
    """Aligned F of runs of one and two words, and F of the days, each the mean over the timelines."""
    stop = frozenset((data.resolve().parent / STOP).read_text(encoding="utf-8").split())
    scores: list[dict[str, float]] = []
    for path in sorted((data / "t17").glob("*.timelines.jsonl")):
        rows = read_rows(path.with_name(path.name.replace(".timelines.jsonl", ".articles.jsonl.gz")))
        told = [tellings_of(row) for row in rows]
        for gold in read_rows(path):
            found = predict(rows, told, days=gold["dates"], per_day=gold["per_date"])
            scores.append(score(found, gold["timeline"], stop))
    return {"timelines": len(scores)} | {name: sum(one[name] for one in scores) / len(scores) for name in (scores or [{}])[0]}


def score(found: Mapping[str, Sequence[str]], gold: Mapping[str, Sequence[str]], stop: frozenset[str]) -> dict[str, float]:
    """The figures of one timeline."""
    hits = len(found.keys() & gold.keys())
    aligned = compare(found, gold, stop)
    return {"ar1_f": aligned.one, "ar2_f": aligned.two, "date_f": prf(hits, len(found) - hits, len(gold) - hits)[2]}


def predict(rows: Sequence[Row], told: Sequence[Told], *, days: int, per_day: int) -> dict[str, list[str]]:
    """The timeline of some articles, `told` by sentences, with as many days and sentences a day as are asked for."""
    texts = {row["id"]: str(row["text"]) for row in rows}
    everything = [one for article in told for one in article]
    weights = Weights(everything)
    by_day = _by_day(told, texts)
    return {
        day: [texts[one.span.article][one.span.start : one.span.end] for one in choose(by_day[day], per_day, weights)]
        for day in rank_days(everything, weights)[:days]
        if by_day[day]
    }


def tellings_of(row: Row) -> tuple[Telling, ...]:
    """The sentences of an article with the days that they name."""
    article, text, published = str(row["id"]), str(row["text"]), str(row["date"])[:10]
    named: dict[int, set[str]] = defaultdict(set)
    sentences = [Span(article, start, end) for start, end in sentences_of(text)]
    starts = [span.start for span in sentences]
    for time in find_times(_words().make_doc(text), article, earliest=published, latest=published):
        if time.earliest and time.latest and time.granularity in DAILY and time.earliest[:10] == time.latest[:10]:
            named[bisect_right(starts, time.span.start) - 1].add(time.earliest[:10])
    return tuple(
        Telling(span, frozenset(terms_in(text[span.start : span.end])), published, tuple(sorted(named[place])))
        for place, span in enumerate(sentences)
    )


def _by_day(told: Sequence[Told], texts: Mapping[str, str]) -> dict[str, list[Telling]]:
    """The sentences that may tell a day: those that name it, and how the articles of that day begin."""
    found: dict[str, list[Telling]] = defaultdict(list)
    for article in told:
        for place, one in enumerate(article):
            if len(texts[one.span.article][one.span.start : one.span.end].split()) in SENTENCE_WORDS:
                beginning = [one.published] if place < BEGINNING and one.published else []
                for day in {*one.named, *beginning}:
                    found[day].append(one)
    return found


@cache
def _words() -> English:
    return English()

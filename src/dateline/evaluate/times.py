"""Times against TempEval-3 articles: spans, types and values, with overlapping spans paired one to one."""

from collections import Counter
from pathlib import Path
from typing import Any

from dateline.analyze.model import load_model, parse
from dateline.analyze.times import find_times
from dateline.evaluate.jsonl import read_rows
from dateline.evaluate.scores import prf
from dateline.settings import Settings
from dateline.types import TimeRef

HALVES = ("a", "b")
FIGURES = ("strict", "relaxed", "value", "type")


def evaluate(data: Path) -> dict[str, float]:
    """Precision, recall and F of strict and overlapping spans, and of overlapping spans with the right value or type.

    Where ids begin with `a` and `b`, as in our own gold, those of the two halves too.
    """
    rows = read_rows(data / "docs.jsonl")
    found = find_all(rows)
    figures = score(rows, found)
    for half in HALVES:
        part = [row for row in rows if row["id"][0] == half]
        if 0 < len(part) < len(rows):
            figures |= {f"{half}_{name}": value for name, value in score(part, found).items()}
    return figures


def find_all(rows: list[dict[str, Any]]) -> dict[str, tuple[TimeRef, ...]]:
    """The times found in each article, by its id, with the article's day as anchor."""
    settings = Settings()
    docs = parse(load_model(settings.model), [row["text"] for row in rows], settings.batch_characters)
    found = (find_times(doc, row["id"], earliest=row["dct"], latest=row["dct"]) for row, doc in zip(rows, docs, strict=True))
    return {row["id"]: times for row, times in zip(rows, found, strict=True)}


def score(rows: list[dict[str, Any]], found: dict[str, tuple[TimeRef, ...]]) -> dict[str, float]:
    """The figures as TempEval-3 counts them: an expression is found when a span overlaps it, each used once."""
    hits: Counter[str] = Counter()
    expected = sum(len(row["timex"]) for row in rows)
    given = sum(len(found[row["id"]]) for row in rows)
    for row in rows:
        for gold, time in matched(row["timex"], found[row["id"]]):
            hits["relaxed"] += 1
            hits["strict"] += (gold["start"], gold["end"]) == (time.span.start, time.span.end)
            hits["value"] += gold["value"] == time.value
            hits["type"] += gold["type"] == time.kind
    figures: dict[str, float] = {"expected": expected, "found": given}
    for name in FIGURES:
        scores = prf(hits[name], given - hits[name], expected - hits[name])
        figures |= dict(zip((f"{name}_precision", f"{name}_recall", f"{name}_f"), scores, strict=True))
    return figures


def matched(gold: list[dict[str, Any]], times: tuple[TimeRef, ...]) -> list[tuple[dict[str, Any], TimeRef]]:
    """Pairs of an expected and a found expression that overlap, largest overlap first, then the later ones."""
    pairs = [
        (min(right["end"], time.span.end) - max(right["start"], time.span.start), place, number)
        for place, right in enumerate(gold)
        for number, time in enumerate(times)
    ]
    taken: set[int] = set()
    used: set[int] = set()
    result = []
    for shared, place, number in sorted(pairs, reverse=True):
        if shared > 0 and place not in taken and number not in used:
            taken.add(place)
            used.add(number)
            result.append((gold[place], times[number]))
    return result

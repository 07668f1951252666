"""The events of the sample coverage against its gold: which passages are coded, and which reports are folded into one happening.

A report of the record stands for a passage of the gold when the two share at least half of the shorter one. Groups are scored
by pairs of passages that are coded; `all_recall` also counts the pairs of the others. Figures of the two halves begin with `a_`
and `b_`.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import dateline
from dateline.evaluate.sample import overlap, place_of
from dateline.evaluate.scores import prf
from dateline.views.document import Record


@dataclass(frozen=True, slots=True)
class Passage:
    """One gold passage: its happening and half, and the ids of the events that the record has for it."""

    happening: str
    half: str
    events: frozenset[str]


def evaluate(data: Path) -> dict[str, float]:
    """Figures for a folder that holds `coverage/` and `events.json`."""
    record = dateline.report([data / "coverage"])
    return score(record, json.loads((data / "events.json").read_text(encoding="utf-8")))


def score(record: Record, gold: Mapping[str, Any]) -> dict[str, float]:
    """The figures of one record against the rows of a gold file, over all and for each half."""
    passages = list(find_passages(record, gold["events"]))
    figures = _score(passages, gold["tempting"])
    for half in sorted({one.half for one in passages}):
        part = [one for one in passages if one.half == half]
        figures |= {f"{half.lower()}_{name}": value for name, value in _score(part, gold["tempting"]).items()}
    return figures


def find_passages(record: Record, rows: Iterable[Mapping[str, Any]]) -> Iterable[Passage]:
    """The gold passages with the events of the record that report them."""
    articles = {article.file.split("/", 1)[-1]: article for article in record.articles}
    told: dict[str, list[tuple[str, tuple[str, int, int]]]] = {}
    for event in {event.id: event for story in record.stories for event in story.events}.values():
        for report in event.reports:
            told.setdefault(report.evidence.article, []).append((event.id, place_of(report.evidence)))
    for row in rows:
        for file, exact in row["reports"]:
            article = articles[file]
            start = article.text.index(exact)
            place = (article.id, start, start + len(exact))
            met = frozenset(event for event, piece in told.get(article.id, ()) if overlap(piece, place))
            yield Passage(row["id"], row["half"], met)


def _score(passages: Sequence[Passage], tempting: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    coded = [one for one in passages if one.events]
    same = [(one, other) for one, other in combinations(coded, 2) if one.happening == other.happening]
    folded = [(one, other) for one, other in combinations(coded, 2) if one.events & other.events]
    right = sum(one.happening == other.happening for one, other in folded)
    precision, recall, f1 = prf(right, len(folded) - right, len(same) - right)
    pairs = sum(one.happening == other.happening for one, other in combinations(passages, 2))
    events_of: dict[str, frozenset[str]] = {}
    for one in coded:
        events_of[one.happening] = events_of.get(one.happening, frozenset()) | one.events
    known = [row for row in tempting if row["a"] in events_of and row["b"] in events_of]
    return {
        "passages": len(passages),
        "coded": len(coded) / max(1, len(passages)),
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "all_recall": right / max(1, pairs),
        "tempting": len(known),
        "tempting_apart": sum(not events_of[row["a"]] & events_of[row["b"]] for row in known) / max(1, len(known)),
    }

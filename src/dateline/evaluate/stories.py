"""The stories benchmark: articles of many events in one run, grouped by event."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.evaluate.articles import article_of
from dateline.evaluate.jsonl import read_rows
from dateline.evaluate.scores import harmonic, prf
from dateline.stories import find_stories

SETS = ("newscluster", "basil", "ecb", "stream_thin")


def evaluate(data: Path, sets: Sequence[str] = SETS) -> dict[str, float]:
    """For each set B-cubed (core and all) and pairwise (all) precision, recall and F1, with one setting for all sets.

    Core figures are averaged over the articles of labelled stories, with distractors in their clusters costing precision;
    all figures take every distractor as a story of its own. Articles whose story is null are not scored.
    """
    figures: dict[str, float] = {}
    for name in sets:
        rows = read_rows(data / f"{name}.jsonl.gz")
        for figure, value in score(rows, predict(rows)).items():
            figures[f"{name}_{figure}"] = value
    return figures


def predict(rows: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The story of each row by id, found from the texts and days alone."""
    stories, _ = find_stories([article_of(row) for row in rows], (), (), ())
    return {article: story.id for story in stories for article in story.articles}


def score(rows: Iterable[Mapping[str, Any]], found: Mapping[str, str]) -> dict[str, float]:
    """Figures of one set: documents, core and all B-cubed, pairwise over all."""
    scored = [row for row in rows if row["story"] is not None]
    gold = {row["id"]: row["story"] for row in scored}
    core = [row["id"] for row in scored if not row.get("distractor")]
    figures: dict[str, float] = {"documents": len(gold), "core_documents": len(core)}
    results = {
        "core_bcubed": _bcubed(gold, found, core),
        "all_bcubed": _bcubed(gold, found, list(gold)),
        "all_pairwise": _pairwise(gold, found),
    }
    for name, values in results.items():
        figures.update({f"{name}_{part}": value for part, value in zip(("precision", "recall", "f1"), values, strict=True)})
    return figures


def _bcubed(gold: Mapping[str, str], found: Mapping[str, str], items: Sequence[str]) -> tuple[float, float, float]:
    """B-cubed (Bagga and Baldwin 1998) averaged over `items`; cluster sizes count all gold documents."""
    both = Counter((gold[i], found[i]) for i in gold)
    found_size = Counter(found[i] for i in gold)
    gold_size = Counter(gold.values())
    precision = sum(both[gold[i], found[i]] / found_size[found[i]] for i in items) / len(items)
    recall = sum(both[gold[i], found[i]] / gold_size[gold[i]] for i in items) / len(items)
    return precision, recall, harmonic(precision, recall)


def _pairwise(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the pairs of documents that stand in one story."""
    right = _pairs(Counter((gold[i], found[i]) for i in gold).values())
    said = _pairs(Counter(found[i] for i in gold).values())
    true = _pairs(Counter(gold.values()).values())
    return prf(right, said - right, true - right)


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)

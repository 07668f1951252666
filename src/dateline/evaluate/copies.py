"""The copies benchmark: is one text derived from another, on pairs of real articles."""

from pathlib import Path

from dateline.copies import find_copies
from dateline.evaluate.articles import article_of
from dateline.evaluate.jsonl import read_rows
from dateline.evaluate.scores import prf

SETS = {"pairs": "pairs.jsonl", "hard": "hard_silver.jsonl"}


def evaluate(data: Path) -> dict[str, float]:
    """Precision, recall and F1 of the label `copy` on the agreed pairs and on the hard ones, with their counts."""
    group: dict[str, set[str]] = {}
    for copy in find_copies([article_of(row) for row in read_rows(data / "docs.jsonl.gz")]):
        for member in copy.articles:
            group.setdefault(member, set()).add(copy.id)
    figures: dict[str, float] = {}
    for name, file in SETS.items():
        for figure, value in _score(read_rows(data / file), group).items():
            figures[f"{name}_{figure}"] = value
    return figures


def _score(pairs: list[dict[str, str]], group: dict[str, set[str]]) -> dict[str, float]:
    """Two articles are called copies when they stand in one group."""
    counts = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}
    for pair in pairs:
        said = bool(group.get(pair["a"], set()) & group.get(pair["b"], set()))
        counts[said, pair["label"] == "copy"] += 1
    precision, recall, f1 = prf(counts[True, True], counts[True, False], counts[False, True])
    return {"pairs": len(pairs), "precision": precision, "recall": recall, "f1": f1}

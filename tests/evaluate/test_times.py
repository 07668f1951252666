"""The scorer of times on invented articles."""

import json
from pathlib import Path

import pytest

from dateline.evaluate.times import evaluate, matched, score
from dateline.types import Span, TimeRef


def time(start: int, end: int, value: str, kind: str = "DATE") -> TimeRef:
    return TimeRef(Span("a", start, end), kind, value, "day", None, None, None)  # type: ignore[arg-type]


def gold(start: int, end: int, value: str, kind: str = "DATE") -> dict[str, object]:
    return {"start": start, "end": end, "value": value, "type": kind}


def test_each_expression_is_used_once_and_the_largest_overlap_first() -> None:
    pairs = matched([gold(0, 10, "A"), gold(10, 20, "B")], (time(5, 20, "B"), time(0, 3, "A")))
    assert [(right["value"], found.value) for right, found in pairs] == [("B", "B"), ("A", "A")]


def test_figures() -> None:
    rows = [{"id": "a", "timex": [gold(0, 5, "2025"), gold(10, 15, "P1D", "DURATION")]}]
    figures = score(rows, {"a": (time(0, 5, "2025"), time(11, 15, "P1D"), time(30, 33, "2026"))})
    assert figures["expected"] == 2
    assert figures["found"] == 3
    assert figures["strict_recall"] == 0.5
    assert figures["relaxed_f"] == pytest.approx(0.8)
    assert figures["value_precision"] == pytest.approx(2 / 3)
    assert figures["type_recall"] == 0.5


def test_evaluate_reads_the_bench_format(tmp_path: Path) -> None:
    text = "The talks ended last week."
    row = {"id": "a", "dct": "2025-11-03", "text": text, "timex": [gold(16, 25, "2025-W44")]}
    (tmp_path / "docs.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert evaluate(tmp_path)["value_f"] == 1

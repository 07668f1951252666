"""Publication days against the pages htmldate is measured on, counted as its own comparison does."""

from pathlib import Path
from typing import Any

from dateline.evaluate.extract import page_of
from dateline.evaluate.jsonl import read_rows
from dateline.evaluate.scores import prf
from dateline.extract import find_published
from dateline.settings import Settings


def evaluate(data: Path) -> dict[str, float]:
    """Precision, recall, F and accuracy of the day; a wrong day is a false positive, none a false negative."""
    rows = read_rows(data / "pages.jsonl.gz")
    settings = Settings()
    return score(rows, {row["id"]: find_published(page_of(row), settings).earliest for row in rows})


def score(rows: list[dict[str, Any]], days: dict[str, str | None]) -> dict[str, float]:
    """The figures; a page without a day that gets none counts as a false negative and as right, as htmldate's script has it."""
    right = sum(days[row["id"]] is not None and days[row["id"]] == row["date"] for row in rows)
    wrong = sum(days[row["id"]] is not None and days[row["id"]] != row["date"] for row in rows)
    silent = sum(days[row["id"]] is None for row in rows)
    rightly = sum(days[row["id"]] is None and row["date"] is None for row in rows)
    precision, recall, f = prf(right, wrong, silent)
    accuracy = (right + rightly) / (len(rows) + rightly) if rows else 0.0
    return {"pages": len(rows), "precision": precision, "recall": recall, "f": f, "accuracy": accuracy}

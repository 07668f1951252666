"""The stories and copies scorers against figures worked out by hand."""

import gzip
import json
from pathlib import Path

import pytest

from dateline.evaluate.articles import article_of
from dateline.evaluate.copies import evaluate as evaluate_copies
from dateline.evaluate.stories import evaluate as evaluate_stories
from dateline.evaluate.stories import score

ROWS = [
    {"id": "1", "story": "a", "distractor": False},
    {"id": "2", "story": "a", "distractor": False},
    {"id": "3", "story": "b", "distractor": False},
    {"id": "4", "story": "c", "distractor": True},
    {"id": "5", "story": None, "distractor": True},
]


def test_distractors_cost_precision_and_ambiguous_rows_are_left_out() -> None:
    found = score(ROWS, {"1": "x", "2": "y", "3": "y", "4": "y", "5": "y"})
    assert found["documents"] == 4 and found["core_documents"] == 3
    assert found["core_bcubed_precision"] == pytest.approx((1 + 1 / 3 + 1 / 3) / 3)
    assert found["core_bcubed_recall"] == pytest.approx((0.5 + 0.5 + 1) / 3)
    assert found["all_pairwise_f1"] == 0


def test_right_answers_score_one() -> None:
    found = score(ROWS, {row["id"]: str(row["story"]) for row in ROWS})
    assert found["core_bcubed_f1"] == found["all_bcubed_f1"] == found["all_pairwise_f1"] == 1


def test_stories_are_read_and_scored(tmp_path: Path) -> None:
    rows = [
        {
            "id": "1",
            "text": "Ferry Merrow drifts off Orven.",
            "title": "Ferry",
            "date": "2031-04-02",
            "outlet": None,
            "story": "a",
        }
    ]
    (tmp_path / "basil.jsonl.gz").write_bytes(gzip.compress(json.dumps(rows[0]).encode()))
    assert evaluate_stories(tmp_path, ["basil"])["basil_core_bcubed_f1"] == 1


def test_copies_are_read_and_scored(tmp_path: Path) -> None:
    text = " ".join(f"word{n}" for n in range(60))
    docs = [{"id": key, "text": value, "title": None} for key, value in (("a", text), ("b", text), ("c", "Other words."))]
    (tmp_path / "docs.jsonl.gz").write_bytes(gzip.compress("\n".join(json.dumps(row) for row in docs).encode()))
    for name in ("pairs", "hard_silver"):
        pairs = [{"a": "a", "b": "b", "label": "copy"}, {"a": "a", "b": "c", "label": "independent"}]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(json.dumps(row) for row in pairs))
    assert evaluate_copies(tmp_path)["pairs_f1"] == evaluate_copies(tmp_path)["hard_f1"] == 1


def test_a_row_becomes_an_article_whose_text_begins_with_its_title() -> None:
    article = article_of({"id": "1", "text": "Body.", "title": "Title", "date": "2031-04-02T10:00:00"})
    assert article.text == "Title\n\nBody." and article.published.earliest == "2031-04-02"

"""The scorers of extraction and publication days, on small made-up cases."""

import pytest

from dateline.evaluate.extract import find_all, score, shingle_scores, word_scores
from dateline.evaluate.pubdate import score as score_days


def test_words_count_with_repetition() -> None:
    assert word_scores("a b b c", "A b d") == pytest.approx((0.5, 2 / 3, 4 / 7))
    assert word_scores("", "") == (1.0, 1.0, 1.0)
    assert word_scores("a", "") == (0.0, 0.0, 0.0)


def test_shingles_are_averaged_over_pages() -> None:
    assert shingle_scores([(3, 1, 0), (1, 0, 1)]) == pytest.approx((0.875, 0.75))
    assert shingle_scores([(2, 0, 0)]) == (1.0, 1.0)


def test_a_page_is_scored_on_body_title_byline_and_day() -> None:
    sentence = "A ferry with 61 people on board ran aground off Tarn Point on Sunday, the coast guard said in a statement."
    title, author = "Ferry runs aground today", "Mara Lindqvist"
    head = f"<h1>{title}</h1><p>By {author}</p><p>9 November 2025</p>"
    html = f"<html><body>{head}{f'<p>{sentence}</p>' * 4}</body></html>"
    gold = {"text": " ".join([sentence] * 4), "title": title, "author": author, "date": "2025-11-09"}
    rows = [{"id": "1", "url": "https://coast.example/ferry", "html": html, "gold": gold}]
    figures = score(rows, find_all(rows))
    assert {figures[name] for name in ("word_f", "shingle_f", "title", "author", "date")} == {1.0}


def test_days_are_counted_as_htmldate_counts_them() -> None:
    rows = [{"id": str(number), "date": day} for number, day in enumerate(["2025-01-01", "2025-01-02", None, "2025-01-04"])]
    figures = score_days(rows, {"0": "2025-01-01", "1": "2025-01-03", "2": None, "3": None})
    assert figures == pytest.approx({"pages": 4, "precision": 0.5, "recall": 1 / 3, "f": 0.4, "accuracy": 0.4})

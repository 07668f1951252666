"""The scorer of outlets and credits, on small made-up cases, and the labels."""

from dataclasses import replace
from typing import Any

import pytest

from dateline.evaluate.articles import article_of
from dateline.evaluate.jsonl import read_rows
from dateline.evaluate.metadata import LABELS, is_one_of, plain, score
from dateline.types import Article


def found(outlet: str | None, *credits: str) -> Article:
    return replace(article_of({"id": "1", "text": "It sank."}), outlet=outlet, credits=credits)


def label(number: int, *credits: str, also: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"id": str(number), "outlet": ["The Skelby Post", "SkP"], "credits": list(credits), "also": list(also)}


def test_names_are_compared_without_what_stands_beside_them() -> None:
    assert plain("The Skelby-Post.com") == plain("SKELBY POST") == plain("skelbypost.co.uk")
    assert plain("Deutsche Welle") == plain("DW")  # as the table of outlets has it
    assert is_one_of("skp", ["The Skelby Post", "SkP"])
    assert not is_one_of("Post", ["The Skelby Post"]) and not is_one_of(None, ["The Skelby Post"])


def test_outlets_and_sets_of_credits_are_counted() -> None:
    labels = [label(1, "AP"), label(2, "AP", "AFP"), label(3), label(4, also=("Tarn Echo",)), label(5, "AFP")]
    articles = {
        "1": found("Skelby Post", "AP"),
        "2": found("SkP", "AP"),
        "3": found("Other", "dpa"),
        "4": found(None, "Tarn Echo", "Skelby Post"),
    }
    figures = score(labels, articles)
    assert (figures["outlet"], figures["credits"]) == (0.4, 0.4)
    assert (figures["credits_precision"], figures["credits_recall"]) == pytest.approx((2 / 3, 0.5))


def test_the_labels_are_whole() -> None:
    labels = read_rows(LABELS)
    assert len({(one["set"], one["id"]) for one in labels}) == len(labels) >= 150
    assert all(one["outlet"] and isinstance(one["credits"], list) for one in labels)
    assert {key for one in labels for key in one} <= {"set", "id", "outlet", "credits", "also"}

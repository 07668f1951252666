"""Answers against marked phrases."""

from typing import Any

from pytest import approx, mark

from dateline.evaluate.fivew import score


def row(**gold: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": "a", "gold": {name: gold.get(name, []) for name in ("who", "what", "when", "where")}}


@mark.parametrize(
    ("answer", "right"),
    [
        ("Martin Keller", True), ("the banker Martin Keller", True), ("Keller", True), ("Anna Keller and Martin Roe", True),
        ("Anna Roe", False), ("a man who has the name of Martin Keller", False), ("", False),
    ],
)  # fmt: skip
def test_an_answer_is_right_that_shares_half_of_its_words_or_holds_the_phrase(answer: str, right: bool) -> None:
    found = score([row(who=[{"text": "Martin Keller", "value": None}])], {"a": {"who": {"text": answer, "value": None}}})
    assert found["who_precision"] == right


def test_a_day_is_right_in_other_words_and_no_answer_costs_recall_alone() -> None:
    rows = [row(when=[{"text": "last night", "value": "2031-03-11"}], where=[{"text": "Lyon", "value": None}])]
    found = score(rows, {"a": {"when": {"text": None, "value": "2031-03-11"}, "who": {"text": "nobody asked", "value": None}}})
    assert (found["when_precision"], found["where_recall"]) == (1.0, 0.0)
    assert (found["four_precision"], found["four_recall"]) == (1.0, approx(0.5))

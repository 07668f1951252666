from typing import Any

from dateline.evaluate.figures import score_end_to_end, score_relations
from dateline.types import Figure, Span


def claim(value: float, day: str, start: int, bound: str = "eq") -> dict[str, Any]:
    return {"doc": f"d{start}", "start": start, "end": start + 2, "value": value, "bound": bound, "unit": "people", "as_of": day}


def slot() -> dict[str, Any]:
    claims = [claim(2, "2031-05-14", 10), claim(2, "2031-05-14", 20), claim(5, "2031-05-14", 30), claim(5, "2031-05-15", 40)]
    labels = {(0, 1): "agree", (0, 2): "conflict", (0, 3): "update"}
    pairs = [{"a": a, "b": b, "label": label, "accept": [label]} for (a, b), label in labels.items()]
    return {"slot": "s", "story": "t", "what": "people killed in the event", "claims": claims, "pairs": pairs}


def test_relations_are_scored() -> None:
    assert score_relations([slot()]) == {
        "pairs": 3,
        "accuracy": 1.0,
        "accuracy_accepted": 1.0,
        "conflict_precision": 1.0,
        "conflict_recall": 1.0,
        "conflict_f": 1.0,
    }


def test_found_and_linked_claims_are_counted() -> None:
    def figure(value: float, start: int) -> Figure:
        return Figure(Span(f"d{start}", start, start + 2), value, value, "exact", "people", "people", "killed", (), None, None)

    found = [(figure(2, 10), 1), (figure(2, 20), 1), (figure(5, 30), 2)]
    distractor = {"slot": "s", **claim(5, "2031-05-14", 30)}
    score = score_end_to_end([slot()], [distractor], found)
    assert score["claims_found"] == 0.75
    assert score["pairs_linked"] == 1 / 3
    assert score["distractors_linked"] == 1

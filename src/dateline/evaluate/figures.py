"""Figures against the bench's slots: the relation of given claims, and claims found and linked end to end."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.analyze.figures import find_figures
from dateline.analyze.model import load_model, parse
from dateline.analyze.times import find_times
from dateline.evaluate.jsonl import read_rows
from dateline.evaluate.scores import prf
from dateline.figures import relate, same_slot
from dateline.settings import Settings
from dateline.types import Bound, Figure, Span

BOUNDS: dict[str, Bound] = {"eq": "exact", "ge": "at least", "le": "at most", "ap": "about"}
LABELS = {"update": "update", "contradiction": "conflict", "denial": "conflict"}
CONFLICT = "conflict"


def evaluate(data: Path) -> dict[str, float]:
    """Relation accuracy and conflict P/R/F on given claims, then claims found, pairs linked and distractors linked end to end."""
    slots = read_rows(data / "slots.jsonl")
    return score_relations(slots) | score_end_to_end(slots, read_rows(data / "distractors.jsonl"), find_groups(data))


def score_relations(slots: list[dict[str, Any]]) -> dict[str, float]:
    """Shares of gold pairs labelled right (strictly, and as accepted) and precision, recall and F of conflict."""
    counts: Counter[str] = Counter()
    for slot in slots:
        figures = [_given(claim, slot) for claim in slot["claims"]]
        for pair in slot["pairs"]:
            counts.update(_judged(_label(figures[pair["a"]], figures[pair["b"]]), pair))
    precision, recall, f1 = prf(counts["right conflict"], counts["false conflict"], counts["missed conflict"])
    pairs = max(1, counts["pairs"])
    return {
        "pairs": counts["pairs"],
        "accuracy": counts["strict"] / pairs,
        "accuracy_accepted": counts["accepted"] / pairs,
        "conflict_precision": precision,
        "conflict_recall": recall,
        "conflict_f": f1,
    }


def _judged(label: str, pair: dict[str, Any]) -> Iterator[str]:
    """The counters that one judged pair adds to."""
    right = label in pair["accept"]
    yield "pairs"
    if label == pair["label"]:
        yield "strict"
    if right:
        yield "accepted"
    if label == CONFLICT:
        yield "right conflict" if right else "false conflict"
    if pair["label"] == CONFLICT and not right:
        yield "missed conflict"


def _label(left: Figure, right: Figure) -> str:
    """Our relation in the words of the bench; what is left unclear is called compatible, for no conflict is claimed."""
    relation, reason = relate(left, right)
    if relation == "agree" and reason == "equal":
        return "agree"
    return LABELS.get(relation, "compatible")


def _given(claim: dict[str, Any], slot: dict[str, Any]) -> Figure:
    """A gold claim as a figure; all claims of a slot share what is counted and its state."""
    value = float(claim["value"])
    state = "killed" if "killed" in slot["what"] else "injured" if "injured" in slot["what"] else "affected"
    span = Span(claim["doc"], claim["start"], claim["end"])
    return Figure(span, value, value, BOUNDS[claim["bound"]], claim["unit"], "people", state, (), claim["as_of"], None)


def find_groups(data: Path) -> list[tuple[Figure, int]]:
    """The figures of all documents with the number of their group: figures of one story that fill one slot."""
    documents = read_rows(data / "docs.jsonl.gz")
    story = {claim["doc"]: slot["story"] for slot in read_rows(data / "slots.jsonl") for claim in slot["claims"]}
    settings = Settings()
    docs = parse(load_model(settings.model), [row["text"] for row in documents], settings.batch_characters)
    groups: dict[str, list[tuple[Figure, int]]] = {}
    found: list[tuple[Figure, int]] = []
    for row, doc in zip(documents, docs, strict=True):
        day = row["date"][:10]
        times = find_times(doc, row["id"], earliest=day, latest=day)
        for figure in find_figures(doc, row["id"], times, day):
            told = groups.setdefault(story.get(row["id"], ""), [])
            told.append((figure, next((n for other, n in told if same_slot(other, figure)), len(found))))
            found.append(told[-1])
    return found


def score_end_to_end(
    slots: list[dict[str, Any]], distractors: list[dict[str, Any]], found: list[tuple[Figure, int]]
) -> dict[str, float]:
    """Shares of gold claims found and of gold pairs in one group, and the number of distractors grouped with their slot."""
    by_document: dict[str, list[tuple[Figure, int]]] = {}
    for figure, group in found:
        by_document.setdefault(figure.span.article, []).append((figure, group))

    def hits(claim: dict[str, Any]) -> set[int]:
        near = by_document.get(claim["doc"], [])
        value = float(claim["value"])
        return {n for f, n in near if f.span.start < claim["end"] and claim["start"] < f.span.end and abs(f.high - value) < 1e-6}

    claims = {slot["slot"]: [hits(claim) for claim in slot["claims"]] for slot in slots}
    groups = {name: set().union(*mine) for name, mine in claims.items()}
    linked = [bool(claims[slot["slot"]][pair["a"]] & claims[slot["slot"]][pair["b"]]) for slot in slots for pair in slot["pairs"]]
    told = [bool(mine) for name in claims for mine in claims[name]]
    return {
        "claims": len(told),
        "claims_found": sum(told) / max(1, len(told)),
        "pairs_linked": sum(linked) / max(1, len(linked)),
        "distractors": len(distractors),
        "distractors_linked": sum(bool(hits(claim) & groups.get(claim["slot"], set())) for claim in distractors),
    }

"""Event coding against sentences with one event each: its PLOVER type given the two actors, and all from the text alone."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Token

from dateline.analyze.model import load_model, parse
from dateline.analyze.pairs import read_pair
from dateline.analyze.roles import acts_in
from dateline.data import table
from dateline.evaluate.jsonl import read_rows
from dateline.evaluate.scores import prf
from dateline.settings import Settings

SETS = ("plv", "gsr")
# The sets have one type for what is given up, words or ground.
YIELD = frozenset({"CONCEDE", "RETREAT"})


def evaluate(data: Path) -> dict[str, float]:
    """For each set: macro F of types and of their four classes, given the actors; for the codebook also all from the text."""
    settings = Settings()
    nlp = load_model(settings.model)
    figures: dict[str, float] = {}
    for name in SETS:
        rows = read_rows(data / f"{name}.jsonl")
        docs = list(parse(nlp, [row["text"] for row in rows], settings.batch_characters))
        figures |= {f"{name}_{key}": value for key, value in score(rows, docs).items()}
        if name == "gsr":
            figures |= {f"{name}_{key}": value for key, value in score_whole(rows, docs).items()}
    return figures


def score(rows: Sequence[dict[str, Any]], docs: Sequence[Doc]) -> dict[str, float]:
    """The figures with the actors given, over all rows and over the half whose misses were not read."""
    said = [(row, _root(doc, row)) for row, doc in zip(rows, docs, strict=True)]
    held = [(row, root) for row, root in said if hashlib.sha256(row["id"].encode()).digest()[0] % 2]
    return {"rows": len(rows)} | _given(said, "") | _given(held, "held_")


def _given(said: Sequence[tuple[dict[str, Any], str]], prefix: str) -> dict[str, float]:
    return {
        f"{prefix}root_macro_f": _macro_f([row["plover_root"] for row, _ in said], [root for _, root in said]),
        f"{prefix}quad_macro_f": _macro_f([row["quad"] for row, _ in said], [_quad(root) for _, root in said]),
    }


def _root(doc: Doc, row: dict[str, Any]) -> str:
    found = read_pair(doc, _tokens(doc, row, "source"), _tokens(doc, row, "target"))
    return "none" if found is None else _as_root(found.kind.type)


def _as_root(name: str) -> str:
    return "YIELD" if name in YIELD else name


def _quad(root: str) -> int | None:
    row = table("plover.toml")["types"].get("CONCEDE" if root == "YIELD" else root)
    return None if row is None else int(row["quad"])


def _tokens(doc: Doc, row: dict[str, Any], side: str) -> list[Token]:
    """The words of a given actor: at its places, else where its first name that stands in the text is first found."""
    spans = row[f"{side}_spans"] if f"{side}_spans" in row else list(_found(doc.text, row[side]))[:1]
    return [token for start, end in spans for token in doc.char_span(start, end, alignment_mode="expand") or ()]


def _found(text: str, actors: Sequence[dict[str, Any]]) -> Iterator[tuple[int, int]]:
    for actor in actors:
        start = text.find(actor["text"]) if actor["text"] else -1
        if start >= 0:
            yield start, start + len(actor["text"])


def _macro_f(gold: Sequence[object], said: Sequence[object]) -> float:
    """The mean F over the labels of the gold."""
    labels = sorted(set(gold), key=str)
    return sum(_f(label, list(zip(gold, said, strict=True))) for label in labels) / max(1, len(labels))


def _f(label: object, pairs: Sequence[tuple[object, object]]) -> float:
    right = sum(one == label == other for one, other in pairs)
    return prf(right, sum(other == label for _, other in pairs) - right, sum(one == label for one, _ in pairs) - right)[2]


def score_whole(rows: Sequence[dict[str, Any]], docs: Sequence[Doc]) -> dict[str, float]:
    """The figures with nothing given: an event counts if its type is right and each actor has half of the words of the longer.

    A sentence may hold more events than its one of the gold: recall is firm, precision a lower bound. `whole_named_recall` asks
    only for those that the gold names apart, and that all words of the shorter name are in the longer.
    """
    right = said = named = 0
    for row, doc in zip(rows, docs, strict=True):
        events = [(_words(doc, act.source), _words(doc, act.target), _as_root(act.type)) for act in acts_in(doc, row["id"])]
        near = [
            root
            for source, target, root in events
            if _alike(source, _named(row["source"])) and _alike(target, _named(row["target"]))
        ]
        said += len(events)
        right += row["plover_root"] in near
        named += any(root == row["plover_root"] and _holds(source, target, row) for source, target, root in events)
    precision, recall, f1 = prf(right, said - right, len(rows) - right)
    figures = {"whole_precision": precision, "whole_recall": recall, "whole_f": f1}
    return figures | {"whole_named_recall": named / max(1, len(rows))}


def _holds(source: str, target: str, row: dict[str, Any]) -> bool:
    """Whether the actors of an event have the names that the gold gives; two who act together may stand on either side."""
    if not row["target"]:
        return any(_within(one, actor["text"] or "") for one in (source, target) for actor in row["source"])
    return _within(source, _named(row["source"])) and _within(target, _named(row["target"]))


def _within(left: str, right: str) -> bool:
    one, other = (set(re.findall(r"\w+", text.lower())) - {"the", "a", "of", "in"} for text in (left, right))
    return bool(one and other) and (one <= other or other <= one)


def _words(doc: Doc, span: Any) -> str:
    return "" if span is None else doc.text[span.start : span.end]


def _named(actors: Sequence[dict[str, Any]]) -> str:
    return " ".join(actor["text"] or "" for actor in actors)


def _alike(left: str, right: str) -> bool:
    one, other = (set(re.findall(r"\w+", text.lower())) for text in (left, right))
    return bool(one and other) and 2 * len(one & other) >= max(len(one), len(other))

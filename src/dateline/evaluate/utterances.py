"""Acts of speech against the gold of invented pages: which quotations are one act, how they differ, and what is marked.

A quotation of the record stands for one of the gold when the two share at least half of the shorter one. Groups are scored by
pairs of gold quotations. The kind of variation is scored over the groups found, those of which an utterance of the record has two
quotations. Figures of the two halves of the gold begin with `a_` and `b_`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import dateline
from dateline.evaluate.sample import Place, overlap, place_of
from dateline.evaluate.scores import prf
from dateline.views.document import Record, RecordUtterance


@dataclass(frozen=True, slots=True)
class Said:
    """One gold quotation: the id of its act, and the ids of the quotes and of the acts of speech that the record has for it."""

    act: str
    quotes: frozenset[str]
    told: frozenset[str]


def evaluate(data: Path) -> dict[str, float]:
    """Figures for a folder that holds `pages/` and `gold.json`."""
    record = dateline.report([data / "pages"])
    return score(record, json.loads((data / "gold.json").read_text(encoding="utf-8")))


def score(record: Record, gold: Mapping[str, Any]) -> dict[str, float]:
    """The figures of one record against the rows of a gold file, over all and for each half."""
    said = find_said(record, gold["quotations"])
    utterances = {one.id: one for story in record.stories for one in story.utterances}
    halves = {row["id"]: row["half"] for row in gold["storylines"]}
    figures = _score(said, utterances, gold["acts"], gold["tempting"])
    for half in sorted(set(halves.values())):
        acts = [row for row in gold["acts"] if halves[row["storyline"]] == half]
        names = {row["id"] for row in acts}
        part = [one for one in said if one.act in names]
        own = {name: one for name, one in utterances.items() if any(name in quotation.told for quotation in part)}
        tempting = [row for row in gold["tempting"] if row["a"] in names]
        figures |= {f"{half.lower()}_{name}": value for name, value in _score(part, own, acts, tempting).items()}
    return figures


def find_said(record: Record, rows: Sequence[Mapping[str, Any]]) -> list[Said]:
    """The gold quotations with what the record has for them; what an article's text lacks is in no quote."""
    articles = {article.file.split("/", 1)[-1]: article for article in record.articles}
    quotes = {quote.id: quote for story in record.stories for quote in story.quotes}
    by_article: dict[str, list[tuple[str, str, list[Place]]]] = {}
    for quote in quotes.values():
        pieces = [place_of(quote.evidence), *map(place_of, quote.rest)]
        by_article.setdefault(quote.article, []).append((quote.id, quote.utterance or quote.id, pieces))
    ends: dict[str, int] = {}
    said = []
    for row in rows:
        article = articles[row["file"]]
        places = _locate(article.id, article.text, row["exact"], ends.get(row["file"], 0))
        ends[row["file"]] = max([ends.get(row["file"], 0), *(end for _, _, end in places)])
        met = [
            (quote, act)
            for quote, act, pieces in by_article.get(article.id, [])
            if any(overlap(piece, place) for piece in pieces for place in places)
        ]
        said.append(Said(row["act"], frozenset(quote for quote, _ in met), frozenset(act for _, act in met)))
    return said


def _locate(article: str, text: str, exact: Sequence[str], after: int) -> list[Place]:
    """Where pieces stand in a text, each behind the one before and the first behind `after`, where that can be."""
    places = []
    for piece in exact:
        start = text.find(piece, after)
        start = text.find(piece) if start < 0 else start
        if start >= 0:
            after = start + len(piece)
            places.append((article, start, after))
    return places


def _score(
    said: Sequence[Said],
    utterances: Mapping[str, RecordUtterance],
    acts: Sequence[Mapping[str, Any]],
    tempting: Sequence[Mapping[str, Any]],
) -> dict[str, float]:
    pairs = list(combinations(said, 2))
    right = sum(a.act == b.act and not a.told.isdisjoint(b.told) for a, b in pairs)
    wrong = sum(a.act != b.act and not a.told.isdisjoint(b.told) for a, b in pairs)
    wanted = sum(a.act == b.act for a, b in pairs)
    precision, recall, f = prf(right, wrong, wanted - right)
    told: dict[str, set[str]] = {}
    for one in said:
        told.setdefault(one.act, set()).update(one.told)
    return {
        "pairs_precision": precision,
        "pairs_recall": recall,
        "pairs_f": f,
        "pairs_gold": wanted,
        **_kinds(said, utterances, acts),
        "tempting_fallen_for": sum(not told[row["a"]].isdisjoint(told[row["b"]]) for row in tempting),
        "tempting_gold": len(tempting),
        "quotations_found": sum(bool(one.quotes) for one in said) / len(said) if said else 0.0,
        "quotations_gold": len(said),
    }


def _kinds(
    said: Sequence[Said], utterances: Mapping[str, RecordUtterance], acts: Sequence[Mapping[str, Any]]
) -> dict[str, float]:
    """The share of the groups found whose kind is right, and precision and recall of the marks over all groups."""
    rows = [row for row in acts if "kind" in row]
    found = kinds = right = 0
    for row in rows:
        best = _best([one for one in said if one.act == row["id"]], utterances)
        if best is None:
            continue
        found += 1
        kinds += best.variation == row["kind"]
        right += len(marks_of(best) & set(row["marks"]))
    given = sum(len(marks_of(one)) for one in utterances.values())
    wanted = sum(len(row["marks"]) for row in rows)
    precision, recall, _ = prf(right, given - right, wanted - right)
    return {
        "kinds_right": kinds / found if found else 0.0,
        "groups_found": found,
        "groups_gold": len(rows),
        "marks_precision": precision,
        "marks_recall": recall,
        "marks_given": given,
        "marks_gold": wanted,
    }


def _best(group: Sequence[Said], utterances: Mapping[str, RecordUtterance]) -> RecordUtterance | None:
    """The utterance that has most of a group's quotations, if it has two; ties by id."""
    counts = {name: sum(name in one.told for one in group) for one in group for name in one.told if name in utterances}
    best = min(counts, key=lambda name: (-counts[name], name), default=None)
    return utterances[best] if best is not None and counts[best] > 1 else None


def marks_of(utterance: RecordUtterance) -> set[str]:
    """The facts that the quotations of an utterance change."""
    return {one.mark for one in utterance.differences if one.mark is not None}

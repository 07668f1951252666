"""The scorer of the sample coverage: all ones for a record that says what the gold says, less for each thing it gets wrong."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from invented import article, small_material, span_of
from pytest import approx, fixture

from dateline.evaluate.sample import overlap, score
from dateline.types import Claim, Copy
from dateline.views import Record, assemble

SHUT = {"file": "a.txt", "exact": "The bridge was shut on Monday"}
SHUT_TOO = {"file": "b.txt", "exact": "the bridge was shut"}
FELL = {"file": "a.txt", "exact": "20 people fell"}
FELL_TOO = {"file": "b.txt", "exact": "30 people fell"}
DAY = {"earliest": "2031-04-07", "latest": "2031-04-07"}
GOLD: dict[str, list[dict[str, Any]]] = {
    "articles": [{"file": file, "published": "2031-04-07", "dating": None, "story": "bridge"} for file in ("a.txt", "b.txt")],
    "claims": [{"id": "g1", "statements": [SHUT, SHUT_TOO], "origins": 1, "label": "single outlet"}],
    "disagreements": [
        {
            "relation": "contradiction",
            "values": [{"value": "20", "statements": [SHUT]}, {"value": "30", "statements": [SHUT_TOO]}],
        }
    ],
    "tempting": [{"a": FELL, "b": FELL_TOO}],
    "quotes": [{"file": "a.txt", "exact": "The bridge was shut on Monday after 20 people fell", "speaker": "Brandt"}],
    "times": [{"file": "a.txt", "exact": "Monday", "context": "was shut on Monday after", **DAY}],
    "copies": [],
}


@fixture
def perfect() -> Record:
    return assemble(*small_material(), analysis=True)


def test_a_record_that_says_what_the_gold_says_scores_one(perfect: Record) -> None:
    figures = score(perfect, GOLD)
    ones = [
        "claims_precision", "claims_recall", "origins_right", "labels_right", "contradictions_precision", "contradictions_recall",
        "quotes_found", "speakers_right", "days_right", "times_right", "stories_precision", "stories_recall",
    ]  # fmt: skip
    assert {name: figures[name] for name in ones} == dict.fromkeys(ones, 1.0)
    assert figures["tempting_fallen_for"] == 0
    assert (figures["claim_pairs_gold"], figures["claim_pairs_reported"], figures["claims_found"]) == (1, 1, 1)


def test_two_statements_wrongly_brought_together_cost_precision() -> None:
    material, kept = small_material()
    (findings,) = material.findings
    a, b = material.articles
    wrong = tuple(
        replace(statement, id=f"w{n}", span=span_of(page, words), figures=(), time=None, attribution=None)
        for n, (statement, page, words) in enumerate(
            zip(findings.statements, (a, b), ("20 people fell", "the ministry said"), strict=True)
        )
    )
    worse = replace(
        findings,
        statements=(*findings.statements, *wrong),
        claims=(*findings.claims, Claim("c2", ("w0", "w1"), "w0")),
        sourcing=(*findings.sourcing, *(replace(findings.sourcing[0], statement=one.id) for one in wrong)),
        standings=(*findings.standings, replace(findings.standings[0], claim="c2")),
    )
    figures = score(assemble(replace(material, findings=(worse,)), kept), GOLD)
    assert (figures["claims_precision"], figures["claims_recall"]) == (0.5, 1.0)


def test_what_is_not_found_costs_recall(perfect: Record) -> None:
    more = {
        **GOLD,
        "claims": [*GOLD["claims"], {"id": "g2", "statements": [FELL, FELL_TOO], "origins": 2, "label": "corroborated"}],
    }
    figures = score(perfect, more)
    assert (figures["claims_precision"], figures["claims_recall"]) == (1.0, 0.5)
    assert (figures["claims_found"], figures["claims_gold"], figures["origins_right"]) == (1, 2, 1.0)


def test_a_wrong_count_a_wrong_speaker_and_a_wrong_day_are_seen(perfect: Record) -> None:
    wrong = {
        **GOLD,
        "claims": [{**GOLD["claims"][0], "origins": 2, "label": "corroborated"}],
        "quotes": [{**GOLD["quotes"][0], "speaker": "Petra Hollis"}],
        "times": [{**GOLD["times"][0], "latest": "2031-04-08"}],
        "articles": [GOLD["articles"][0], {**GOLD["articles"][1], "published": "2031-04-08"}],
    }
    figures = score(perfect, wrong)
    assert [figures[name] for name in ("origins_right", "labels_right", "speakers_right", "times_right", "days_right")] == [
        0.0, 0.0, 0.0, 0.0, 0.5,
    ]  # fmt: skip


def test_a_contradiction_between_a_tempting_pair_is_counted_against_it(perfect: Record) -> None:
    pair = {"a": SHUT, "b": SHUT_TOO}
    figures = score(perfect, {**GOLD, "disagreements": [], "tempting": [pair, *GOLD["tempting"]]})
    assert (figures["tempting_fallen_for"], figures["tempting_gold"]) == (1, 2)
    assert (figures["contradictions_precision"], figures["contradictions_reported"]) == (0.0, 1)


def test_an_update_that_is_reported_as_a_contradiction_is_wrong(perfect: Record) -> None:
    figures = score(perfect, {**GOLD, "disagreements": [{**GOLD["disagreements"][0], "relation": "update"}]})
    assert (figures["contradictions_precision"], figures["updates_recall"]) == (0.0, 0.0)


def test_copies_listed_two_by_two_are_one_family() -> None:
    material, kept = small_material()
    third = article("Bridge closed\n\nNo more is known.", file="c.txt")
    ids = [page.id for page in (*material.articles, third)]
    family = replace(material, articles=(*material.articles, third), copies=(Copy("k", tuple(ids), "verbatim", None, ()),))
    rows = {
        **GOLD,
        "copies": [{"articles": ["a.txt", "b.txt"], "kind": "copy"}, {"articles": ["b.txt", "c.txt"], "kind": "copy"}],
    }
    figures = score(assemble(family, kept), rows)
    assert [figures[f"copies_{name}"] for name in ("precision", "recall")] == [1.0, 1.0]
    assert figures["copy_pairs_gold"] == 3


def test_words_that_extraction_lost_are_simply_not_found(perfect: Record) -> None:
    lost = {
        **GOLD,
        "quotes": [{"file": "a.txt", "exact": "gone", "speaker": "Brandt"}, {"file": "z.txt", "exact": "x", "speaker": "Y"}],
    }
    assert score(perfect, lost)["quotes_found"] == 0.0


def test_an_empty_gold_divides_by_nothing(perfect: Record) -> None:
    figures = score(perfect, {**{name: [] for name in GOLD}, "articles": GOLD["articles"]})
    assert all(figures[name] == approx(0.0) for name in ("claims_recall", "contradictions_recall", "quotes_found", "times_right"))


@given(*(st.integers(0, 30) for _ in range(4)))
def test_overlap_is_half_of_the_shorter_and_symmetric(start: int, length: int, other: int, width: int) -> None:
    left, right = ("a", start, start + length), ("a", other, other + width)
    assert overlap(left, right) == overlap(right, left)
    assert not overlap(left, ("b", *right[1:]))
    shared = len(set(range(*left[1:])) & set(range(*right[1:])))
    assert overlap(left, right) == (min(length, width) > 0 and shared >= min(length, width) / 2)

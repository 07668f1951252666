"""The scorer of answers to one question, on pairs whose likeness is known."""

import gzip
import json
from pathlib import Path

from pytest import approx, fixture, raises

from dateline.evaluate import answers, claims
from dateline.evaluate.answers import SCALE, balanced, left_out

PARAGRAPHS = {
    "three years": "The ferry to Orven is to run for three years, the council said.",
    "for three more years": "Boats will sail to Orven for three more years.",
    "two years": "The council pays for the ferry for two years and not longer.",
    "to calm the fishermen of Orven": "The ferry was kept to calm the fishermen of Orven.",
    "calming the fishermen": "The mayor spoke of calming the fishermen when she was asked about the ferry.",
    "a gift to tourists": "Critics called the ferry a gift to tourists.",
}


def rows(question: str, *pairs: tuple[str, str, int]) -> list[dict[str, object]]:
    return [
        {
            "id": f"{question}-{at}", "qid": question, "question": "?", "same": same, "answer_a": one, "answer_b": other,
            "paragraph_a": PARAGRAPHS[one], "paragraph_b": PARAGRAPHS[other],
        }
        for at, (one, other, same) in enumerate(pairs)
    ]  # fmt: skip


@fixture(scope="module")
def folder(tmp_path_factory: object) -> Path:
    long, why = list(PARAGRAPHS)[:3], list(PARAGRAPHS)[3:]
    told = rows("Q1", (long[0], long[1], 1), (long[0], long[2], 0), (long[1], long[2], 0))
    told += rows("Q2", (why[0], why[1], 1), (why[0], why[2], 0), (why[1], why[2], 0))
    path: Path = tmp_path_factory.mktemp("answers")  # type: ignore[attr-defined]
    (path / answers.FILE).write_bytes(gzip.compress("\n".join(map(json.dumps, told)).encode(), 9, mtime=0))
    return path


def test_answers_are_told_apart_by_numbers_and_words(folder: Path) -> None:
    figures = answers.evaluate(folder)
    assert (figures["balanced_accuracy"], figures["pairs"], figures["questions"]) == (1.0, 6, 2)
    assert 0.0 <= figures["statements_balanced_accuracy"] <= 1.0


def test_the_task_on_claims_measures_such_a_folder_too(folder: Path, tmp_path: Path) -> None:
    assert claims.evaluate(folder) == answers.evaluate(folder)
    with raises(FileNotFoundError):
        claims.evaluate(tmp_path)


def test_balanced_accuracy_is_the_mean_over_both_kinds_of_pairs() -> None:
    pairs = [(600_000, True), (100_000, True), (500_000, False), (0, False), (0, False), (0, False)]
    assert balanced(pairs, 400_000) == approx((1 / 2 + 3 / 4) / 2)
    assert balanced(pairs, SCALE) == approx(1 / 2)


def test_a_question_has_no_say_in_its_own_threshold() -> None:
    low, high = [(200_000, True), (100_000, False)], [(900_000, True), (800_000, False)]
    # At the threshold of the other question all of one are called the same, all of the other different.
    assert left_out({"Q1": low, "Q2": high}) == approx(0.5)
    assert left_out({"Q1": low, "Q2": low}) == approx(1.0)
    assert left_out({"Q1": low}) == approx(1.0)

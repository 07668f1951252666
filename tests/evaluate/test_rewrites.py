"""The scorer of copies and rewrites, on a storyline whose figures are known."""

from pathlib import Path

import pytest
from wires import OTHER_REPORT, REWRITE, WIRE

from dateline.errors import BadInput
from dateline.evaluate.minhash import alike
from dateline.evaluate.rewrites import evaluate

PAIRS = """
wire | print | verbatim | wire | earliest Selby Echo
wire | again | rewrite | wire | earliest Selby Echo
wire | other | independent | quotations
print | lost | excerpt | - | earliest Selby Echo
"""


def folder(path: Path, pairs: str) -> Path:
    texts = {"wire": WIRE, "print": WIRE, "again": REWRITE, "other": OTHER_REPORT, "lost": "The tide in Orven turns at nine."}
    rows = [
        f'[[articles]]\nfile = "{name}"\noutlet = "{"Selby Echo" if name == "wire" else name}"\n'
        f'published = "2031-04-0{day}"\ntext = """\nA ferry off Orven\n\n{text}\n"""\n'
        for day, (name, text) in enumerate(texts.items(), 2)
    ]
    (path / "a1.toml").write_text(f'pairs = """{pairs}"""\n' + "\n".join(rows), encoding="utf-8")
    return path


def test_pairs_kinds_first_and_origin_are_scored(tmp_path: Path) -> None:
    figures = evaluate(folder(tmp_path, PAIRS))
    assert (figures["precision"], figures["recall"], figures["pairs_gold"]) == (1, 2 / 3, 3)
    assert (figures["rewrites_recall"], figures["copies_recall"]) == (1, 1 / 2)
    assert (figures["kind_right"], figures["first_right"], figures["origin_right"]) == (1, 1, 1)
    assert (figures["tempting_quotations_fallen_for"], figures["tempting_gold"], figures["others_fallen_for"]) == (0, 1, 0)
    assert {name.removeprefix("a_") for name in figures if name.startswith("a_")} <= set(figures)


def test_unlabelled_pairs_of_one_family_are_left_out_and_others_are_wrong(tmp_path: Path) -> None:
    figures = evaluate(folder(tmp_path, "\nwire | other | independent | quotations\n"))
    assert (figures["precision"], figures["others_fallen_for"]) == (0, 3)


@pytest.mark.parametrize("line", ["wire | gone | rewrite | wire | unknown", "wire | other | rewrite | wire"])
def test_a_wrong_label_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(BadInput, match="wrong label"):
        evaluate(folder(tmp_path, f"\n{line}\n"))


def test_the_baseline_knows_equal_texts() -> None:
    assert alike({"a": WIRE, "b": WIRE, "c": OTHER_REPORT}, 0.9) == {frozenset("ab")}

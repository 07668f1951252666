"""The scorer of claims, chains and relations, on a storyline whose figures are known."""

from pathlib import Path

from pytest import approx, fixture

from dateline.evaluate.claims import evaluate

ARTICLES = """
[[articles]]
file = "echo"
outlet = "Selby Echo"
date = "2031-04-02"
text = '''
Ferry adrift off Orven

The fire on the ferry Merrow Star off Orven killed 14 people on Tuesday, the coast guard said.

Two tugs towed the ferry Merrow Star to Port Selby on Tuesday evening.
'''

[[articles]]
file = "post"
outlet = "Tarne Post"
date = "2031-04-02"
text = '''
Tugs bring ferry home

The fire on the ferry Merrow Star off Orven killed 17 people on Tuesday, police said.

Two tugs towed the ferry Merrow Star to Port Selby on Tuesday evening.
'''

[[claims]]
what = "two tugs towed the ferry to Port Selby"
origins = 1
label = "single origin"
statements = '''
echo | Two tugs towed the ferry Merrow Star to Port Selby on Tuesday evening
post | Two tugs towed the ferry Merrow Star to Port Selby on Tuesday evening
'''
"""
LABELS = """
chains = '''
echo | The fire on the ferry Merrow Star off Orven killed 14 people | coast guard
echo | Two tugs towed the ferry Merrow Star to Port Selby | harbour office
'''
pairs = '''
contradiction | number | echo | killed 14 people on Tuesday | post | killed 17 people on Tuesday | two counters
unrelated | number | echo | Two tugs towed the ferry | post | killed 17 people on Tuesday | other things
'''
"""


@fixture(scope="module")
def figures(tmp_path_factory: object) -> dict[str, float]:
    folder: Path = tmp_path_factory.mktemp("claims")  # type: ignore[attr-defined]
    (folder / "a1.toml").write_text(LABELS + ARTICLES, encoding="utf-8")
    return evaluate(folder)


def test_claims_are_found_and_counted(figures: dict[str, float]) -> None:
    assert (figures["claims_gold"], figures["claim_pairs_gold"], figures["claims_recall"]) == (1, 1, 1)
    assert {name.removeprefix("a_") for name in figures if name.startswith("a_")} <= set(figures)


def test_a_chain_is_right_with_its_source_and_its_links(figures: dict[str, float]) -> None:
    assert (figures["chains_gold"], figures["chains_found"]) == (2, 1)
    assert figures["sources_right"] == figures["chains_right"] == approx(0.5)


def test_relations_are_those_of_the_disagreement_that_both_are_sides_of(figures: dict[str, float]) -> None:
    assert (figures["relations_gold"], figures["open_gold"], figures["updates_gold"]) == (2, 1, 0)
    assert (figures["open_recall"], figures["open_precision"], figures["tempting_fallen_for"]) == (1, 1, 0)
    assert figures["relations_right"] == 1

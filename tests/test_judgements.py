"""What persons' decisions come to: ties, parts kept apart, and the later of two that contradict each other."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dateline.judgements import ANOTHER_STORY, SAME_STORY, broken, corrections, follow, judge, read_anew, tie
from dateline.types import Judgement


def same(left: str, right: str, when: int = 1, by: str = "Ines") -> Judgement:
    return judge(SAME_STORY, left, right, by=by, when=f"2031-04-{when:02}T00:00:00.000Z")


def another(left: str, right: str, when: int = 1) -> Judgement:
    return judge(ANOTHER_STORY, left, right, by="Ines", when=f"2031-04-{when:02}T00:00:00.000Z")


ids = st.sampled_from("abcdefgh")
decided = st.builds(
    lambda verdict, left, right, when, withdrawn: replace(
        judge(verdict, left, right, by="Ines", when=f"2031-04-{when:02}"), withdrawn=withdrawn
    ),
    st.sampled_from((SAME_STORY, ANOTHER_STORY, "supersedes")), ids, ids, st.integers(1, 5), st.booleans(),
)  # fmt: skip


@given(st.lists(decided, max_size=20), st.randoms(use_true_random=False))
def test_order_does_not_count_and_nothing_that_stands_is_broken(judgements: list[Judgement], chance: object) -> None:
    shuffled = list(judgements)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    knots = tie(judgements)
    assert tie(shuffled) == knots
    for one in knots.stands:
        assert not one.withdrawn and one.right is not None
        assert (knots.knot[one.left] == knots.knot[one.right]) == (one.verdict == SAME_STORY)
    assert broken(knots, knots.knot) == []
    assert all(name not in others for name, others in knots.apart.items())


def test_what_is_tied_to_either_is_tied_to_both_and_kept_apart_from_what_is_apart() -> None:
    knots = tie([same("a", "b"), same("b", "c"), another("c", "d"), same("d", "e")])
    assert knots.knot == {"a": "a", "b": "a", "c": "a", "d": "d", "e": "d"}
    assert knots.apart == {"a": frozenset("d"), "d": frozenset("a")}
    assert broken(knots, {"a": "x", "c": "y", "d": "x"}) == [("a", "c"), ("a", "d")]


def test_the_later_decision_wins_and_the_other_is_back_once_it_is_withdrawn() -> None:
    first, second = same("a", "b", 1), another("a", "b", 2)
    assert tie([first, second]).stands == (second,)
    assert tie([first, replace(second, withdrawn=True)]).stands == (first,)
    assert tie([same("a", "b", 3), second, first]).knot == {"a": "a", "b": "a"}


def test_a_tie_goes_through_what_is_not_there_and_a_judgement_has_no_order() -> None:
    assert tie([same("a", "gone"), same("gone", "b")]).knot["b"] == "a"
    assert same("a", "b") == same("b", "a")


def test_judgements_follow_newer_versions() -> None:
    (one,) = follow([same("old", "b")], {"old", "b"}, {"old": "new"})
    assert ({one.left, one.right}, one.id) == ({"b", "new"}, same("old", "b").id)


def test_judgements_follow_articles_that_were_read_anew_there_and_back() -> None:
    first, *anew = [same("a", "x"), read_anew("b", "a"), read_anew("c", "b"), read_anew("a", "c")]
    for here, found in (("a", "a"), ("b", "b"), ("c", "c"), ("d", "c")):
        (one, *_) = follow([first, *anew], {here, "x"}, {})
        assert {one.left, one.right} == {found, "x"}, here
    assert {one.left for one in follow([first, *anew], {"c"}, {"c": "newest"})} == {"newest"}


def test_other_verdicts_can_be_tied_the_same_way() -> None:
    claim = judge("same claim", "s1", "s2", by="Ines", when="2031-04-01")
    assert tie([claim]).stands == ()
    assert tie([claim], same="same claim", another="another claim").knot == {"s1": "s1", "s2": "s1"}


def test_a_correction_is_what_one_person_decided_at_one_moment_of_articles_that_hang_together() -> None:
    made = [same("a", "b"), same("b", "c"), same("x", "y"), same("a", "b", by="Jon"), another("a", "b", 2)]
    found = [{one.id for one in correction} for correction in corrections(made)]
    assert sorted(map(len, found)) == [1, 1, 1, 2]
    assert {made[0].id, made[1].id} in found
    assert found[-1] == {made[4].id}

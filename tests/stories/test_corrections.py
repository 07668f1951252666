"""Stories as persons corrected them: merged, split, merged again, whatever the order of articles and judgements."""

from collections.abc import Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from stories.test_find_stories import PAGES, article, members
from stories.test_stream import invented

from dateline.judgements import ANOTHER_STORY, SAME_STORY, judge, tie
from dateline.stories import find_stories
from dateline.stories.corrections import corrected
from dateline.stories.stream import Edge
from dateline.types import Article, Judgement

Groups = list[list[int]]
TEXT = "Tugs towed the Merrow Star to Port Selby after the ferry lost power and drifted off Orven, {} said on Thursday."


def tied(articles: Sequence[str], when: int) -> list[Judgement]:
    return [judge(SAME_STORY, articles[0], other, by="Ines", when=f"2031-04-{when:02}") for other in articles[1:]]


def parted(left: Sequence[str], right: Sequence[str], when: int) -> list[Judgement]:
    between = judge(ANOTHER_STORY, left[0], right[0], by="Ines", when=f"2031-04-{when:02}")
    return [*tied(left, when), *tied(right, when), between]


def group(groups: Groups, judgements: Sequence[Judgement], *edges: tuple[int, int, int]) -> Groups:
    """The corrected groups of articles called "0", "1" and so on; an edge is two of them and a score."""
    count = sum(map(len, groups))
    near: list[dict[int, Edge]] = [{} for _ in range(count)]
    for left, right, score in edges:
        near[left][right] = near[right][left] = Edge(score, score, None)
    return corrected(groups, [str(at) for at in range(count)], tie(judgements), near)


def test_a_tie_puts_whole_groups_together() -> None:
    assert group([[0, 3], [1], [2, 4]], tied("34", 1)) == [[0, 2, 3, 4], [1]]


def test_others_go_with_the_side_they_are_likelier_to_and_those_like_none_with_what_is_like_them() -> None:
    whole, apart = [list(range(7))], parted("01", "2", 1)
    assert group(whole, apart, (3, 0, 500), (3, 2, 900), (4, 0, 500), (4, 1, 500), (5, 3, 100)) == [[0, 1, 4, 6], [2, 3, 5]]


def test_knots_that_nothing_keeps_apart_go_as_one() -> None:
    whole = [list(range(5))]
    assert group(whole, [*parted("0", "1", 1), *tied("23", 1)], (2, 0, 500), (3, 1, 900)) == [[0, 4], [1, 2, 3]]


def test_merged_then_split_back_then_merged_again() -> None:
    groups = [[0, 1], [2, 3]]
    merged, split = tied("0123", 1), parted("01", "23", 2)
    assert group(groups, merged) == [[0, 1, 2, 3]]
    assert group(groups, [*merged, *split]) == groups
    assert group(groups, [*merged, *split, *tied("0123", 3)]) == [[0, 1, 2, 3]]


def test_what_was_split_off_is_a_story_of_its_own_when_it_is_split_again() -> None:
    first, second = parted("01", "234", 1), parted("0", "1", 2)
    assert group([[0, 1, 2, 3, 4]], [*first, *second], (1, 2, 900)) == [[0], [1], [2, 3, 4]]


@st.composite
def cases(draw: st.DrawFn) -> tuple[Groups, list[Judgement], list[tuple[int, int, int]]]:
    home = draw(st.lists(st.integers(0, 4), min_size=2, max_size=12))
    groups = [[at for at, n in enumerate(home) if n == wanted] for wanted in sorted(set(home))]
    ids = st.integers(0, len(home))  # one more than there are: it is not there
    decided = st.tuples(st.sampled_from((SAME_STORY, ANOTHER_STORY)), ids, ids, st.integers(1, 4))
    made = [
        judge(verdict, str(left), str(right), by="Ines", when=f"2031-04-{day:02}")
        for verdict, left, right, day in draw(st.lists(decided, max_size=10))
    ]
    pairs = st.tuples(st.integers(0, len(home) - 1), st.integers(0, len(home) - 1), st.integers(-5000, 5000))
    return groups, made, [edge for edge in draw(st.lists(pairs, max_size=20)) if edge[0] != edge[1]]


@given(cases(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_result_is_a_partition_that_keeps_what_was_decided(
    case: tuple[Groups, list[Judgement], list[tuple[int, int, int]]], chance: Random
) -> None:
    groups, made, edges = case
    found = group(groups, made, *edges)
    assert sorted(at for side in found for at in side) == sorted(at for side in groups for at in side)
    assert found == sorted(sorted(side) for side in found)
    home = {str(at): n for n, side in enumerate(found) for at in side}
    knots = tie(made)
    for one in knots.stands:
        if one.left in home and one.right in home:
            assert (home[one.left] == home[one.right]) == (one.verdict == SAME_STORY)
    untouched = [side for side in groups if not any(str(at) in knots.knot for at in side)]
    assert all(side in found for side in untouched)
    shuffled = [list(groups), list(made), list(dict.fromkeys(edges))]
    for part in shuffled[:2]:
        chance.shuffle(part)
    assert group(shuffled[0], shuffled[1], *edges) == found  # type: ignore[arg-type]


@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_neither_the_order_of_articles_nor_that_of_judgements_counts(seed: int, chance: Random) -> None:
    pages = invented(seed, 16)
    names = [page.id for page in pages]
    made = [*tied(names[:4], 1), *parted(names[2:5], names[5:9], 2)]
    shuffled, decided = list(pages), list(made)
    chance.shuffle(shuffled)
    chance.shuffle(decided)
    assert find_stories(shuffled, (), (), decided) == find_stories(pages, (), (), made)


def test_a_story_says_which_judgements_it_follows() -> None:
    merge = tied(["f1", "s1"], 1)
    stories, storylines = find_stories(PAGES, (), (), merge)
    assert members(stories) == {frozenset({"f1", "f2", "s1", "s2"})}
    assert ([story.corrected for story in stories], len(storylines)) == ([(merge[0].id,)], 1)
    split = parted(["f1"], ["f2"], 2)
    stories, _ = find_stories(PAGES, (), (), split)
    assert {story.articles: story.corrected for story in stories} == {
        ("f1",): (split[0].id,), ("f2",): (split[0].id,), ("s1", "s2"): (),
    }  # fmt: skip


def test_a_later_article_goes_with_the_side_it_is_likelier_to() -> None:
    split = parted(["f1"], ["f2"], 1)
    late: Article = article("f3", TEXT.format("its owner"), day="2031-04-04")
    stories, _ = find_stories([*PAGES, late], (), (), split)
    assert members(stories) == {frozenset({"f1"}), frozenset({"f2", "f3"}), frozenset({"s1", "s2"})}


def test_a_copy_can_be_split_off_and_absent_articles_are_passed_over() -> None:
    split = [*parted(["f1"], ["f2"], 1), *tied(["gone", "s1", "other"], 1)]
    stories, _ = find_stories(PAGES, (), (), split)
    assert members(stories) == {frozenset({"f1"}), frozenset({"f2"}), frozenset({"s1", "s2"})}

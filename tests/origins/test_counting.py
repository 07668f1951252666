from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from dateline.origins import fewest_origins

CHOICES = st.lists(st.frozensets(st.sampled_from("abcdef"), max_size=3), max_size=7)


@given(CHOICES)
def test_the_set_meets_every_choice_and_no_smaller_one_does(choices):
    found = set(fewest_origins(choices))
    filled = [choice for choice in choices if choice]
    assert all(choice & found for choice in filled)
    smaller = combinations("abcdef", len(found) - 1) if found else ()
    assert not any(all(choice & set(some) for choice in filled) for some in smaller)


@given(CHOICES, st.randoms())
def test_the_order_of_the_statements_does_not_matter(choices, random):
    shuffled = list(choices)
    random.shuffle(shuffled)
    assert fewest_origins(choices) == fewest_origins(shuffled)


def test_a_page_that_may_rest_on_either_agency_adds_none():
    assert fewest_origins([{"AFP", "Reuters"}, {"AFP"}, {"Reuters", "AFP"}]) == ("AFP",)


def test_statements_without_an_origin_add_none():
    assert fewest_origins([set(), {"ministry"}]) == ("ministry",)

"""Which days matter, and which sentences tell best."""

from dateline.tellings import Telling, Weights, choose, rank_days
from dateline.terms import terms_in
from dateline.types import Span


def telling(article: str, text: str, *days: str, published: str | None = None) -> Telling:
    return Telling(Span(article, 0, len(text)), frozenset(terms_in(text)), published, days)


SANK, DIVED, HEARD = "2031-04-06", "2031-04-08", "2031-05-20"
HEAP = [
    telling("a", "The Dunmere ferry sank off Sollen with eleven aboard", SANK, published="2031-04-07"),
    telling("b", "Eleven were aboard when the Dunmere ferry sank off Sollen", SANK, published="2031-04-08"),
    telling("b", "Divers reached the wreck of the ferry", DIVED, published="2031-04-08"),
    telling("c", "A hearing on the sunken ferry opened in Sollen", HEARD, published="2031-05-20"),
    telling("c", "The ferry sank", SANK, published="2031-05-20"),
    telling("d", "A new pier is to open in Sollen", "2031-06-30", published="2031-05-20"),
]


def test_the_day_of_which_most_tell_the_same_is_the_first_and_none_comes_after_the_last_article() -> None:
    ranked = rank_days(HEAP, Weights(HEAP))
    assert ranked[0] == SANK
    assert set(ranked) == {SANK, DIVED, HEARD}
    assert rank_days((), Weights(())) == ()


def test_agreement_counts_more_than_number() -> None:
    alike = [telling(name, "The council sold the harbour", "2031-03-03", published="2031-03-04") for name in "abc"]
    apart = [
        telling(name, text, "2031-03-02", published="2031-03-04")
        for name, text in (("a", "Rain fell on Carrow"), ("b", "A bakery closed"), ("c", "Two dogs were found"))
    ]
    assert rank_days([*alike, *apart], Weights([*alike, *apart])) == ("2031-03-03", "2031-03-02")


def test_what_is_told_already_is_not_chosen_again() -> None:
    told = [one for one in HEAP if SANK in one.named or DIVED in one.named]
    chosen = choose(told, 2, Weights(HEAP))
    assert len(chosen) == 2
    assert {"a", "b"} != {one.span.article for one in chosen if "sank" in one.terms}


def test_order_does_not_matter_and_few_are_given_where_there_are_few() -> None:
    weights = Weights(HEAP)
    assert choose(HEAP, 3, weights) == choose(HEAP[::-1], 3, weights)
    assert choose([], 3, weights) == ()
    assert len(choose(HEAP[:1], 3, weights)) == 1

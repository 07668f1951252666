"""What is alike by chance in a large heap: numbers that count all sorts of things, and articles that have little in common."""

from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from storyline import tell

from dateline.claims.numbers import CHANCE, KINDS, weigh_numbers
from dateline.claims.relatedness import Relatedness
from dateline.types import Figure, Span

NOUNS = ("barns", "cows", "lorries", "pupils", "blankets", "votes", "windows")
STREETS = ("Mill Lane", "Kiln Row", "Ferry Road", "Quarry Street", "Weir Lane", "Orchard Row", "Market Street", "Chapel Road")


def figure(number: float, what: str) -> Figure:
    return Figure(Span("a", 0, 1), number, number, "exact", "", what, "", (), None, None)


def test_a_number_that_counts_many_kinds_of_things_tells_as_little_as_one_digit() -> None:
    few = weigh_numbers(figure(42, what) for what in NOUNS[: KINDS - 1])
    many = weigh_numbers(figure(42, what) for what in NOUNS[:KINDS])
    assert few[42] > many[42] == CHANCE == weigh_numbers([figure(7, "cows")])[7]


@given(st.integers(0, 40), st.integers(1, 40))
def test_odds_are_lowered_where_less_is_shared_and_never_raised(shared: int, more: int) -> None:
    def discount(alike: int) -> float:
        size = 60
        homes = [("a",)] * size + [("b",)] * size
        likely = {(place, size + place): 0.9 for place in range(alike)}
        return Relatedness(homes, likely).discount(0, size)

    assert discount(shared) <= discount(min(60, shared + more)) <= 0.0


def test_statements_of_one_wording_vouch_for_their_articles() -> None:
    homes = [("a", "b")] * 20 + [("a",), ("b",)]
    assert Relatedness(homes, {}).discount(20, 21) == 0.0


def test_lists_of_other_things_in_one_form_are_not_one_claim(nlp: Language) -> None:
    pages = [
        f"{street} was flooded. Firefighters pumped the mud out of {12 + 7 * at} cellars in {street}."
        for at, street in enumerate(STREETS)
    ]
    told = tell(nlp, *pages, beside=())
    assert all(len({told.words(one.span) for one in told.statements if one.id in claim.statements}) == 1 for claim in told.claims)

"""Word forms: outlets that spell and choose words differently can be compared."""

from hypothesis import given
from hypothesis import strategies as st
from pytest import mark

from dateline.words import FAMILIES, PAIRS, normal_form, one_spelling, spoken_words


@mark.parametrize(
    ("one", "other"),
    [
        ("organise", "organize"),
        ("organised", "organized"),
        ("organisation", "organization"),
        ("harbour", "harbor"),
        ("labour", "labor"),
        ("centre", "center"),
        ("Theatre", "theater"),
        ("company", "firm"),
    ],
)
def test_two_spellings_or_words_of_a_family_have_one_form(one: str, other: str) -> None:
    assert normal_form(one) == normal_form(other)


@mark.parametrize(
    ("one", "other"), [("north", "south"), ("open", "close"), ("approve", "reject"), ("four", "hour"), ("dead", "alive")]
)
def test_opposites_keep_their_forms(one: str, other: str) -> None:
    assert normal_form(one) != normal_form(other)


def test_the_first_word_of_a_family_stands_for_it() -> None:
    assert all(normal_form(word) == first for word, first in FAMILIES.items() if word.isalpha())
    assert all(normal_form(first) == first for first in FAMILIES.values())


@given(st.text(max_size=20))
def test_the_form_of_a_form_is_itself(word: str) -> None:
    form = normal_form(word)
    assert normal_form(form) == form
    assert normal_form(f"’{word}’") == form


def test_spoken_words_are_those_heard() -> None:
    assert spoken_words("“We didn’t stop – not once,” Zoë said.") == ("we", "didnt", "stop", "not", "once", "zoë", "said")
    assert spoken_words("don't") == spoken_words("Don’t")
    assert spoken_words("… – “”") == ()


@given(st.text(max_size=60))
def test_quotation_marks_and_case_change_no_spoken_word(text: str) -> None:
    assert spoken_words(f"“{text}”") == spoken_words(text)
    assert all(word and not word.isspace() for word in spoken_words(text))


@mark.parametrize(
    ("british", "american"),
    [
        ("programmes", "programs"),
        ("defence", "defense"),
        ("centres", "centers"),
        ("fibre", "fiber"),
        ("travelled", "traveled"),
        ("signalling", "signaling"),
        ("neighbourhood", "neighborhood"),
        ("behaviour", "behavior"),
        ("analysed", "analyzed"),
        ("cheque", "check"),
        ("towards", "toward"),
    ],
)
def test_british_and_american_spellings_are_one(british: str, american: str) -> None:
    assert one_spelling(british) == one_spelling(american)


@mark.parametrize(
    ("one", "other"), [("filled", "filed"), ("polling", "poling"), ("killed", "kiled"), ("pour", "por"), ("hour", "hor")]
)
def test_other_words_keep_their_spelling(one: str, other: str) -> None:
    assert one_spelling(one) != one_spelling(other)


def test_a_spelling_of_a_table_is_the_one_that_stands_for_both() -> None:
    assert all(one_spelling(british) == one_spelling(american) == american for british, american in PAIRS.items())

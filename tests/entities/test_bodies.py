"""Bodies under their names: acronyms, seats, legal forms, spellings, and bodies that are not one another."""

from time import process_time

import pytest
from naming import fold, page

from dateline.entities.bodies import acronyms, owned_bodies


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("the New Leaf Party (ULP) won", {"ULP": "New Leaf Party"}),
        ("Hungary's New Leaf Party (ULP) won", {"ULP": "New Leaf Party"}),
        ("the mayor, Ada Brun (ULP), won", {}),
        ("the Orven Bridge (XYZ) fell", {}),
    ],
)
def test_acronyms_of_another_language(text: str, long: dict[str, str]) -> None:
    assert acronyms([text]) == long


def test_a_ministry_in_a_capital_is_that_of_the_country() -> None:
    found = fold(
        page("a", "The Defence Ministry in Baghdad said no.", Defence_Ministry="body"),
        page("b", "Iraq's Defence Ministry said yes.", Defence_Ministry="body"),
    )
    assert list(found) == ["Iraq defense ministry"]


def test_umlauts_may_be_written_out() -> None:
    found = fold(
        page("a", "Brandt & Söhne grew. Brandt & Soehne said so.", **{"Brandt_&_Söhne": "body", "Brandt_&_Soehne": "body"})
    )
    assert len(found) == 1


def test_a_firm_with_its_legal_form_is_not_one_of_a_longer_name() -> None:
    found = fold(page("a", "Velor Pharma left Velor Inc. Velor paid.", Velor_Pharma="body", Velor_Inc="body", Velor="body"))
    assert {name: len(one.mentions) for name, one in found.items()} == {"Velor Pharma": 1, "Velor Inc": 2}


def test_the_church_of_a_country_is_not_its_free_church() -> None:
    found = fold(
        page("a", "The Church of Orven rang its bells.", Church_of_Orven="body"),
        page("b", "The Free Church of Orven did not.", Free_Church_of_Orven="body"),
    )
    assert set(found) == {"Church of Orven", "Free Church of Orven"}


def test_a_club_may_go_without_the_word_that_its_name_begins_with() -> None:
    found = fold(page("a", "FC Holm won. Holm had led.", FC_Holm="body", Holm="person"))
    assert {name: len(one.mentions) for name, one in found.items()} == {"FC Holm": 2}


def test_governments_are_known_by_what_they_send_and_have() -> None:
    text = "A note to Vienna was sent. Vienna's stance is known. The capital, Vienna, slept. A train to Vienna left."
    found = fold(page("a", text, Vienna="place"))
    assert {name: len(one.mentions) for name, one in found.items()} == {"Austria": 2, "Vienna": 2}


def test_a_word_without_end_is_read_in_time() -> None:
    began = process_time()
    assert list(owned_bodies("A" * 100_000)) == list(owned_bodies("A." * 50_000)) == []
    assert process_time() - began < 2

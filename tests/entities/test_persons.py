"""Persons under the names of several habits, and namesakes in one storyline."""

import pytest
from naming import fold, page

from dateline.entities import fold_entities
from dateline.entities.people import fold_full, person_name, same_person
from dateline.types import Entity, MentionKind


def articles_of(found: dict[str, Entity]) -> dict[str, list[str]]:
    return {name: [span.article for span in entity.mentions] for name, entity in found.items()}


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("José Vega", "José Vega Ruiz", True),
        ("J. L. Vega", "José Luis Vega Ruiz", True),
        ("J. Vega", "José Vega Ruiz", False),
        ("José Luis", "José Luis Vega", True),
        ("João da Silva Pinto", "João Carlos da Silva Pinto", True),
        ("Sergei Ivanovich Dolgov", "Sergey Dolgov", True),
        ("Sergei Ivanovich Dolgov", "S. P. Dolgov", False),
        ("Mahmoud al-Tayeb", "Mahmud Eltayeb", True),
        ("Abdel-Fattah Qasim", "Abdul Fattah Kassem", True),
        ("Sigríður Bjarnadóttir", "Sigridur Bjarnadottir", True),
        ("Paulo Mendes", "Paulo Mendes Filho", False),
        ("Vini Alves", "Vinícius Alves", True),
    ],
)
def test_names_of_other_habits(left: str, right: str, same: bool) -> None:
    assert same_person(person_name(left), person_name(right)) is same
    assert same_person(person_name(right), person_name(left)) is same


def test_an_initial_fits_a_name_whose_family_may_come_first() -> None:
    names = [person_name(name) for name in ("Kovács Márta", "Márta Kovács", "M. Kovács")]
    assert len(fold_full(names)) == 1


def test_two_surnames_alone_are_the_one_who_bears_both() -> None:
    names = [person_name(name) for name in ("María José Vega Ruiz", "María José Vega", "Vega Ruiz")]
    assert len(fold_full(names)) == 1


def test_a_surname_that_stands_first_means_who_is_in_the_article() -> None:
    found = fold(
        page("a", "Chen Guowei spoke. Chen left.", Chen_Guowei="person", Chen="person"),
        page("b", "Guomin Chen came.", Guomin_Chen="person"),
    )
    assert articles_of(found) == {"Chen Guowei": ["a", "a"], "Guomin Chen": ["b"]}


def test_a_king_and_his_son_of_one_name_are_two() -> None:
    text = "King Albert and Prince Albert sat down. Prince Albert spoke. King Albert did not."
    article, analysis = page("a", text, Albert="person")
    assert [len(entity.mentions) for entity in fold_entities([article], [analysis])] == [2, 2]


def test_the_younger_is_the_son_and_a_bare_surname_the_father() -> None:
    names: dict[str, MentionKind] = {"Paulo_Mendes_Jr": "person", "Paulo_Mendes": "person", "Mendes": "person"}
    told = page("a", "Paulo Mendes met Paulo Mendes Jr. The younger Mendes smiled.", **names)
    found = fold(told, page("b", "Mendes resigned.", Mendes="person"))
    assert articles_of(found) == {"Paulo Mendes Jr": ["a", "a"], "Paulo Mendes": ["a", "b"]}


def test_what_somebody_is_known_as_is_the_same_person() -> None:
    found = fold(
        page("a", "Tarik Vell, better known as Abu Salim, fled.", Tarik_Vell="person", Abu_Salim="person"),
        page("b", "Abu Salim is back. Vell called Ada Brun.", Abu_Salim="person", Vell="person", Ada_Brun="person"),
    )
    assert sorted(articles_of(found).values()) == [["a", "a", "b", "b"], ["b"]]


def test_two_of_one_name_and_of_other_ages_and_callings_are_two() -> None:
    found = fold_two(
        "Diver John Marsh, 34, found it. Marsh was glad.",
        "Councillor John Marsh, 71, was not.",
        "Council leader John Marsh met diver John Marsh.",
    )
    assert sorted(len(one) for one in found) == [2, 3]


def test_one_of_whom_pages_give_two_ages_is_one() -> None:
    assert len(fold_two("Councillor John Marsh, 71, left.", "Councillor John Marsh, 17, left.")) == 1
    assert len(fold_two("Councillor John Marsh, 71, left.", "Diver John Marsh, 70, left.")) == 1


def test_two_who_share_a_name_by_the_word_of_a_page_are_two() -> None:
    found = fold_two("John Marsh found it.", "John Marsh did not. He shares his name with a diver.")
    assert sorted(len(one) for one in found) == [1, 1]


def fold_two(*texts: str) -> list[list[str]]:
    """The articles of the mentions of each person of the texts."""
    pages = [page(f"{at}", text, John_Marsh="person", Marsh="person") for at, text in enumerate(texts)]
    articles, analyses = [article for article, _ in pages], [analysis for _, analysis in pages]
    return [[span.article for span in one.mentions] for one in fold_entities(articles, analyses) if one.kind == "person"]


def test_a_first_name_that_the_model_passed_over_is_found_in_its_article() -> None:
    found = fold(page("a", "Katrin Vell spoke. Katrin left.", Katrin_Vell="person"), page("b", "Katrin is a name."))
    assert articles_of(found) == {"Katrin Vell": ["a", "a"]}


def test_a_person_behind_a_calling_and_a_comma_is_found() -> None:
    assert articles_of(fold(page("a", "Its chairman, Ralto Venn, said so. Venn left."))) == {"Ralto Venn": ["a", "a"]}


def test_a_surname_that_the_model_left_out_is_taken_in() -> None:
    found = fold(page("a", "João da Silva Pinto found it. Maria Monday said no.", João_da_Silva="person", Maria="person"))
    assert "João da Silva Pinto" in found

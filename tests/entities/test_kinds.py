"""Kinds of names, told by what stands around their mentions in all articles of a storyline."""

from naming import fold, page

from dateline.types import MentionKind


def kinds(*pages: tuple[str, dict[str, MentionKind]]) -> dict[str, str]:
    found = fold(*(page(f"{at}", text, **names) for at, (text, names) in enumerate(pages)))
    return {name: entity.kind for name, entity in found.items()}


def test_a_country_that_the_model_took_for_a_person_is_a_place() -> None:
    told = kinds(
        ("A dam broke in Velmar on Monday. Velmar mourns.", {"Velmar": "person"}),
        ("Velmar's parliament met. The capital of Velmar was quiet.", {"Velmar": "person"}),
    )
    assert told == {"Velmar": "place"}


def test_a_country_is_known_by_its_people() -> None:
    told = kinds(("Sorvia signed. The Sorvian fleet sailed.", {"Sorvian": "group", "Sorvia": "body"}))
    assert told["Sorvia"] == "place"


def test_a_firm_that_the_model_took_for_a_person_is_a_body() -> None:
    told = kinds(
        ("Glassmaker Tarn Glaze cut jobs. Tarn Glaze said so.", {"Tarn_Glaze": "person"}),
        ("Shares of Tarn Glaze fell.", {"Tarn_Glaze": "person"}),
    )
    assert told == {"Tarn Glaze": "body"}


def test_a_legal_form_tells_of_the_name_without_it_too() -> None:
    assert kinds(("Orvex Gaz Zrt paid. Orvex Gaz left.", {"Orvex_Gaz_Zrt": "person", "Orvex_Gaz": "person"})) == {
        "Orvex Gaz Zrt": "body"
    }


def test_a_person_is_told_by_calling_kin_and_age() -> None:
    told = kinds(
        ("Its envoy, Tanek Haru, left.", {"Tanek_Haru": "body"}),
        ("Odvar Lund, 54, stayed. His wife, Brenna Sol, wept.", {"Odvar_Lund": "place", "Brenna_Sol": "body"}),
        ("So did Nurse Vell Arno.", {"Nurse_Vell_Arno": "work"}),
    )
    assert told == {"Tanek Haru": "person", "Odvar Lund": "person", "Brenna Sol": "person", "Vell Arno": "person"}


def test_what_firms_are_called_too_tells_nothing() -> None:
    assert kinds(("The investor Halden Voss bought it.", {"Halden_Voss": "body"})) == {"Halden Voss": "body"}


def test_a_word_that_only_begins_sentences_is_no_name() -> None:
    assert kinds(("Turnout was low. The turnout fell.", {"Turnout": "person"})) == {}


def test_a_surname_is_kept_though_it_is_a_word() -> None:
    told = kinds(("Ada Stone came. Stone left by the stone bridge.", {"Ada_Stone": "person", "Stone": "person"}))
    assert told == {"Ada Stone": "person"}


def test_what_a_person_is_of_is_not_what_the_person_is() -> None:
    assert kinds(("Tanek Haru, of Orven University, left.", {"Tanek_Haru": "person"})) == {"Tanek Haru": "person"}

import pytest
from spacy.language import Language

from dateline.analyze.gazetteer import fold, gazetteer
from dateline.analyze.mentions import find_mentions
from dateline.analyze.places import find_places
from dateline.types import Place


def places(nlp: Language, text: str) -> dict[str, Place]:
    doc = nlp(text)
    return {text[place.span.start : place.span.end]: place for place in find_places(doc, "a", find_mentions(doc, "a"))}


def test_the_largest_city_of_a_name_is_read_without_other_evidence(nlp: Language) -> None:
    place = places(nlp, "The fair opened in Paris on Monday.")["Paris"]
    assert (place.country, round(place.lat or 0), round(place.lon or 0)) == ("FR", 49, 2)


def test_the_state_behind_a_name_decides(nlp: Language) -> None:
    place = places(nlp, "The fair opened in Paris, Texas, on Monday.")["Paris"]
    assert (place.country, round(place.lat or 0)) == ("US", 34)


def test_places_around_a_name_decide(nlp: Language) -> None:
    text = "Officers from Ohio met in Dublin. The mayors of Columbus and Westerville came. Ohio pays for it."
    assert places(nlp, text)["Dublin"].country == "US"


@pytest.mark.parametrize(("name", "country"), [("Kiev", "UA"), ("New York", "US"), ("Bogota", "CO"), ("St. Petersburg", "RU")])
def test_other_spellings_are_known(name: str, country: str) -> None:
    assert gazetteer().named(name)[0].country == country


def test_a_county_of_a_territory_is_no_county_of_a_state() -> None:
    assert gazetteer().county("Western District") == ()


def test_a_sea_has_a_point_and_no_country(nlp: Language) -> None:
    place = places(nlp, "The ship sank in the Baltic Sea on Friday.")["Baltic Sea"]
    assert place.country is None
    assert place.lat is not None


def test_a_demonym_is_no_place(nlp: Language) -> None:
    assert "French" not in places(nlp, "Two French tourists were lost in Norway.")


def test_an_unknown_name_is_never_sure(nlp: Language) -> None:
    found = places(nlp, "In Norway, crowds gathered in Qwertzuhamn on Monday.")
    assert all(not place.sure for name, place in found.items() if name == "Qwertzuhamn")
    assert found["Norway"].sure


def test_fold_makes_one_key_of_spellings() -> None:
    assert fold("St. Louis") == fold("Saint Louis")
    assert fold("Málaga") == fold("Malaga")
    assert fold("Winston-Salem") == fold("Winston Salem")

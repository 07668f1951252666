from time import perf_counter

import pytest
from spacy.language import Language

from dateline.analyze.gazetteer import fold, gazetteer
from dateline.analyze.mentions import find_mentions
from dateline.analyze.placenames import find_place_names
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


def test_an_adjective_or_a_people_tells_its_place(nlp: Language) -> None:
    found = places(nlp, "Two French tourists, three North Koreans and a Texan were lost in Norway.")
    assert {name: (place.name, place.country) for name, place in found.items()} == {
        "French": ("France", "FR"),
        "North Koreans": ("North Korea", "KP"),
        "Texan": ("Texas", "US"),
        "Norway": ("Norway", "NO"),
    }
    assert [name for name, place in found.items() if not place.derived] == ["Norway"]


def test_a_word_inside_a_full_name_is_no_adjective(nlp: Language) -> None:
    assert list(places(nlp, "The ship sank in the Indian Ocean on Friday.")) == ["Indian Ocean"]


def test_small_towns_that_share_names_are_told_by_one_another(nlp: Language) -> None:
    found = places(nlp, "BELFAST, Maine — Police in Camden and Rockland closed the road. Officers from Bangor helped.")
    near = [name for name, place in found.items() if abs((place.lat or 0) - 44.4) < 1 and place.country == "US"]
    assert near == ["BELFAST", "Camden", "Rockland", "Bangor"]


def test_what_only_a_place_has_shows_a_place(nlp: Language) -> None:
    text = "TORRINGTON — A fire burned for hours. Rep. Ann Dole, D-Springfield, came. The U.S. Senate met."
    assert {"TORRINGTON", "Springfield", "U.S."} <= places(nlp, text).keys()


def test_streets_and_waters_are_places_where_the_article_is(nlp: Language) -> None:
    found = places(nlp, "A truck hit a bus on Old Mill Road near Dayton, Ohio. The Loud River rose.")
    assert found["Old Mill Road"].lat == found["Dayton"].lat
    assert not found["Old Mill Road"].sure
    assert "Loud River" in found


def test_a_possessive_inside_a_longer_name_is_a_place(nlp: Language) -> None:
    assert "Japan" in places(nlp, "Officials of Japan’s Ministry of Agriculture, Forestry and Fisheries spoke.")


def test_a_street_goes_on_with_its_number_or_compass_point(nlp: Language) -> None:
    found = places(nlp, "In Dayton, Ohio, crews closed Eglin Avenue West. County Road 56 is open.")
    assert {"Eglin Avenue West", "County Road 56"} <= found.keys()


def test_a_name_ends_with_its_sentence(nlp: Language) -> None:
    assert "Dayton. River Road" not in places(nlp, "They live in Dayton. River Road was closed.")


def test_a_county_lies_by_the_towns_of_the_article(nlp: Language) -> None:
    found = places(nlp, "The sheriff of Cooke County spoke in Gainesville, Texas. Crews from Dunn and Polk counties helped.")
    assert found["Cooke County"].lat == found["Gainesville"].lat
    assert not found["Cooke County"].sure
    assert {"Dunn", "Polk"} <= found.keys()


def test_a_name_unknown_in_the_state_written_behind_it_lies_there(nlp: Language) -> None:
    place = places(nlp, "He was held in Zorbville, Ohio, on Monday.")["Zorbville"]
    assert (place.country, round(place.lat or 0), place.sure) == ("US", 40, False)


def test_somebody_behind_a_title_is_no_town(nlp: Language) -> None:
    assert "Obama" not in places(nlp, "President Obama met the mayor of Sofia. Aides of Obama smiled.")


def test_the_choice_does_not_hang_on_the_order_of_names(nlp: Language) -> None:
    one = places(nlp, "Buses ran from Lancaster to York and on to Harrogate. Kendal waited.")
    other = places(nlp, "Kendal waited. Buses ran from Harrogate to York and on to Lancaster.")
    assert {name: (place.lat, place.lon) for name, place in one.items()} == {
        name: (place.lat, place.lon) for name, place in other.items()
    }


def test_an_unknown_name_is_never_sure(nlp: Language) -> None:
    found = places(nlp, "In Norway, crowds gathered in Qwertzuhamn on Monday.")
    assert all(not place.sure for name, place in found.items() if name == "Qwertzuhamn")
    assert found["Norway"].sure


def test_fold_makes_one_key_of_spellings() -> None:
    assert fold("St. Louis") == fold("Saint Louis")
    assert fold("Málaga") == fold("Malaga")
    assert fold("Winston-Salem") == fold("Winston Salem")


@pytest.mark.parametrize(
    ("name", "kind", "country", "radius"),
    [
        ("Demilitarized Zone", "line", "KR", 125.0),
        ("Panmunjom", "line", "KR", 1.0),
        ("Camp Humphreys", "base", "KR", 4.0),
        ("Strait of Hormuz", "strait", None, 50.0),
        ("Gulf of Finland", "sea", None, 180.0),
        ("East Java", "region", "ID", 160.0),
        ("Durand Line", "line", None, 1200.0),
    ],
)
def test_areas_have_a_kind_and_an_extent(name: str, kind: str, country: str | None, radius: float) -> None:
    place = gazetteer().named(name)[0]
    assert (place.kind, place.country, place.radius) == (kind, country, radius)


def test_the_zone_and_the_base_of_one_report(nlp: Language) -> None:
    text = "The minister toured the Korean Demilitarized Zone and Panmunjom, then Camp Humphreys near Pyeongtaek, South Korea."
    found = places(nlp, text)
    assert {name: place.kind for name, place in found.items()} == {
        "Korean Demilitarized Zone": "line",
        "Panmunjom": "line",
        "Camp Humphreys": "base",
        "Pyeongtaek": "city",
        "South Korea": "country",
    }
    assert round(found["South Korea"].radius or 0) == 177
    assert found["Pyeongtaek"].radius is None


def test_a_world_city_is_not_taken_for_a_town_of_its_name(nlp: Language) -> None:
    text = "The show opened in New York in May and goes to London and Manchester in June, said a critic from Ohio."
    assert places(nlp, text)["London"].country == "GB"


def test_capitals_that_act_are_told_by_one_another(nlp: Language) -> None:
    text = "Washington said it would not accept the offer from Beijing. Moscow denied it. London and Paris agreed."
    assert places(nlp, text)["Washington"].country == "US"


def test_an_adjective_behind_a_comma_is_not_where_a_name_lies(nlp: Language) -> None:
    found = places(nlp, "In Gaza City, Khan Younis and Rafah, Israeli strikes killed 30 people.")
    assert found["Rafah"].country == "PS"


def test_a_capital_preposition_is_no_part_of_a_name(nlp: Language) -> None:
    assert places(nlp, "In Donetsk region, two towns were shelled.")["Donetsk"].country == "UA"


def test_a_person_of_one_given_name_is_no_country(nlp: Language) -> None:
    found = places(nlp, "Jordan Ellis, 34, of Chester, was jailed. Jordan's mother wept as Ellis was led away.")
    assert "Jordan" not in found


def test_two_places_may_share_a_word(nlp: Language) -> None:
    found = places(nlp, "Soldiers watched the border between North and South Korea.")
    assert {name: place.country for name, place in found.items()} == {"North": "KP", "South Korea": "KR"}


def test_a_list_of_places_tells_one_that_the_model_misses(nlp: Language) -> None:
    found = places(nlp, "Tourists in Phuket, Koh Samui and Pattaya were told to leave.")
    assert found["Pattaya"].country == "TH"


def test_a_great_city_is_told_at_the_head_of_a_sentence(nlp: Language) -> None:
    assert places(nlp, "Kyiv said that Russian drones hit a bridge.")["Kyiv"].country == "UA"
    assert places(nlp, "Man held after fire. Wash your hands, police said.") == {}


def test_a_body_behind_a_preposition_is_no_place(nlp: Language) -> None:
    assert "African Union" not in places(nlp, "Observers from the African Union arrived in Lagos a week ago.")


def test_a_region_is_that_of_the_country_told(nlp: Language) -> None:
    text = "The president of Peru flew from Lima to Amazonas region after the quake in Chachapoyas."
    assert places(nlp, text)["Amazonas"].country == "PE"


@pytest.mark.parametrize("unit", ["In ", "North and South ", "Ab, ", "Xopar ", "St. ", "the first "])
def test_work_grows_with_the_length_of_the_text(unit: str) -> None:
    began = perf_counter()
    find_place_names(unit * 20_000, ())
    assert perf_counter() - began < 10

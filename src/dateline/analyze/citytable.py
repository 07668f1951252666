"""Cities by name, from the packed table that `tools/build_gazetteer.py` makes of GeoNames (CC BY 4.0).

The table stays as it is, lines in order of name, and is searched by halves: 235,000 cities cost 10 MB and no time to index.
"""

import lzma
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from dateline.errors import BadInput

TABLE = "cities.tsv.xz"


@dataclass(frozen=True, slots=True)
class City:
    """One city; degrees, the GeoNames first-level code, and people."""

    name: str
    lat: float
    lon: float
    country: str
    admin: str
    people: int


@dataclass(frozen=True, slots=True)
class _Table:
    """The lines of the table, and where each begins."""

    raw: bytes
    starts: NDArray[np.int32]

    def key(self, line: int) -> bytes:
        """The name that a line is sorted by."""
        start = self.starts[line]
        return self.raw[start : self.raw.index(b"\t", start)]


@cache
def _table() -> _Table:
    packed = files("dateline.data") / TABLE
    if not packed.is_file():
        raise BadInput("The table of cities is not built. Run 'make gazetteer' in the checkout.")
    raw = lzma.decompress(packed.read_bytes())
    ends = np.flatnonzero(np.frombuffer(raw, np.uint8) == ord("\n")).astype(np.int32)
    return _Table(raw, ends + 1)  # the first line is a comment, the last end is that of the file


@lru_cache(maxsize=20_000)
def cities_named(key: str) -> tuple[City, ...]:
    """The cities whose folded name is `key`, the most populous first."""
    table, sought = _table(), key.encode()
    lines = range(len(table.starts) - 1)
    line = bisect_left(lines, sought, key=table.key)
    found = []
    while line < len(lines) and table.key(line) == sought:
        start = table.starts[line]
        found.append(_city(table.raw[start : table.raw.index(b"\n", start)].decode()))
        line += 1
    return tuple(found)


def as_written(key: str) -> str:
    """How a folded name is most often written; the table has only the names that are written otherwise."""
    return " ".join(word.capitalize() for word in key.split(" "))


def _city(line: str) -> City:
    key, name, country, admin, lat, lon, people = line.split("\t")
    return City(name or as_written(key), int(lat) / 100, int(lon) / 100, country, admin, int(people))

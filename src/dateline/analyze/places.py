"""Places: names resolved by population, what is written beside them, the countries of the article and its other places."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import asin, cos, exp, log10, radians, sin, sqrt
from typing import TypeVar

from spacy.tokens import Doc

from dateline.analyze.gazetteer import Candidate, gazetteer
from dateline.analyze.placenames import PlaceName, find_place_names
from dateline.analyze.scopes import country_word
from dateline.types import Mention, Place, Span

_Key = TypeVar("_Key")

# Weights of the evidence for one reading of a name, in powers of ten of population; swept on `dateline eval places`.
_COUNTRY = 5.0  # times the share of the article's country evidence that is for its country
_ADMIN = 4.0  # times the share of its state evidence that is for its state
_NEAR = 9.0  # times the share of the other places within reach of it
_BESIDE = 8.0  # where the country or state written behind the name is its own
_WIDE = 3.0  # a sea or continent, for which no country speaks
_REACH_KM = 150.0
_SURE = 1.0  # lead over the next reading in another spot from which one reading stands out


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of the article with its readings, and what is written behind it at any of its places."""

    text: str
    readings: tuple[Candidate, ...]
    beside: tuple[Candidate, ...]
    count: int


_Chosen = dict[str, tuple[Candidate, bool]]


def find_places(doc: Doc, article: str, mentions: tuple[Mention, ...]) -> tuple[Place, ...]:
    """The places a parsed article names, in order of the text; one name has one reading in one article.

    Coordinates are degrees; a name in no table gets the point of the place before it (else of the first one), and is not `sure`.
    """
    text = doc.text
    found = find_place_names(text, mentions)
    names = _collect(text, found)
    chosen = _choose(names, _evidence(names, mentions))
    near = next((place for place, _ in chosen.values() if place.kind != "country"), None)
    places = []
    for name in found:
        if name.key in chosen and (near is None or chosen[name.key][0].kind != "country"):
            near = chosen[name.key][0]
        places.append(_place(Span(article, name.start, name.end), name, chosen, near))
    return tuple(places)


def _collect(text: str, found: Sequence[PlaceName]) -> dict[str, _Name]:
    """The names of the article by their key, in order of first mention."""
    table: dict[str, _Name] = {}
    for i, name in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else None
        beside: tuple[Candidate, ...] = ()
        if following is not None and text[name.end : following.start] in (", ", " (", ",") and following.readings:
            beside = tuple(place for place in following.readings if place.kind != "city")
        known = table.get(name.key)
        if known is None:
            table[name.key] = _Name(name.text, name.readings, beside, 1)
        else:
            table[name.key] = replace(known, beside=known.beside + beside, count=known.count + 1)
    return table


@dataclass(frozen=True, slots=True)
class _Evidence:
    """Shares of the article's evidence for each country and each state."""

    countries: dict[str, float]
    admins: dict[tuple[str, str], float]


def _evidence(names: dict[str, _Name], mentions: tuple[Mention, ...]) -> _Evidence:
    """What countries and states the article is about: names, demonyms and readings of places, shared out by population."""
    countries: defaultdict[str, float] = defaultdict(float)
    admins: defaultdict[tuple[str, str], float] = defaultdict(float)
    for mention in mentions:
        code = _country_of(mention.name) if mention.kind == "group" else None
        if code:
            countries[code] += 1.0
    for name in names.values():
        weight = sqrt(name.count)
        total = sum(sqrt(place.people + 1) for place in name.readings) or 1.0
        for place in name.readings:
            share = weight * sqrt(place.people + 1) / total
            if place.country:
                countries[place.country] += share
                if place.admin:
                    admins[place.country, place.admin] += share * (2.0 if place.kind == "region" else 1.0)
    return _Evidence(_shares(countries), _shares(admins))


def _country_of(group: str) -> str | None:
    """The code of the country a demonym is of, or None."""
    return next((place.country for place in gazetteer().named(country_word(group)) if place.kind == "country"), None)


def _shares(counts: dict[_Key, float]) -> dict[_Key, float]:
    total = sum(counts.values()) or 1.0
    return {key: count / total for key, count in counts.items()}


def _choose(names: dict[str, _Name], evidence: _Evidence) -> _Chosen:
    """The reading of each name and whether it stands out: first by evidence alone, then once more beside the places so found."""
    first = {key: _best(name, evidence, ()) for key, name in names.items() if name.readings}
    return {
        key: _best(name, evidence, tuple(place for other, (place, _) in first.items() if other != key and place.kind == "city"))
        for key, name in names.items()
        if name.readings
    }


def _best(name: _Name, evidence: _Evidence, others: tuple[Candidate, ...]) -> tuple[Candidate, bool]:
    """The reading with the highest score, ties by population and then place, and whether it leads by far."""
    scores = ((_score(place, name, evidence, others), place) for place in name.readings)
    scored = sorted(scores, key=lambda pair: (-pair[0], -pair[1].people, pair[1].lat, pair[1].lon))
    score, best = scored[0]
    rivals = [other for other, place in scored[1:] if distance(place, best) > _REACH_KM]
    return best, not rivals or score - rivals[0] >= _SURE


def _score(place: Candidate, name: _Name, evidence: _Evidence, others: tuple[Candidate, ...]) -> float:
    """How well one reading fits: population, countries and states of the article, what is written beside it, and near places."""
    score = log10(place.people + 100) + (_WIDE if place.country is None else 0.0)
    if place.country:
        score += _COUNTRY * evidence.countries.get(place.country, 0.0)
        score += _ADMIN * evidence.admins.get((place.country, place.admin), 0.0)
    if any(_inside(place, whole) for whole in name.beside):
        score += _BESIDE
    if others and place.kind == "city":
        score += _NEAR * sum(exp(-distance(place, other) / _REACH_KM) for other in others) / (len(others) + 1)
    return score


def _inside(place: Candidate, whole: Candidate) -> bool:
    """Whether a place lies in a country or state, by their codes."""
    return place.country == whole.country and (not whole.admin or whole.admin == place.admin) and place != whole


def distance(left: Candidate, right: Candidate) -> float:
    """Kilometres between two places over the great circle (haversine, earth radius 6,371 km)."""
    a, b = radians(left.lat), radians(right.lat)
    half = sin((a - b) / 2) ** 2 + cos(a) * cos(b) * sin(radians(left.lon - right.lon) / 2) ** 2
    return 12742.0 * asin(min(1.0, sqrt(half)))


def _place(span: Span, name: PlaceName, chosen: _Chosen, near: Candidate | None) -> Place:
    """The place of one mention: its reading, or else the point of the resolved place near it, if that is not a whole country."""
    if name.key in chosen:
        place, sure = chosen[name.key]
        return Place(span, place.name, place.lat, place.lon, place.country, sure and name.exact)
    if near is None or near.kind == "country":
        return Place(span, name.text, None, None, near.country if near else None, False)
    return Place(span, name.text, near.lat, near.lon, near.country, False)

"""Which names of an article are places: what the model calls one, and what the gazetteer and the words around show to be one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.analyze.gazetteer import Candidate, Gazetteer, fold, gazetteer
from dateline.analyze.scopes import country_word
from dateline.types import Mention

_COMPASS = r"(?:north|south|east|west)(?:ern|east|west|eastern|western)?|central|mid|downtown"
_BEFORE = re.compile(rf"^(?:(?:{_COMPASS}|greater|upper|lower|inner|outer|metro)[ -])+", re.IGNORECASE)
_KINDS = "city|town|township|village|province|state|region|district|area|metro|governorate|prefecture|municipality|peninsula"
_BEHIND = re.compile(rf" (?:{_KINDS})s?$", re.IGNORECASE)
_PLACING = "in|at|near|from|to|outside|around|towards?|across|throughout|of|visit(?:ing|ed)?"
_LOCATIVE = re.compile(rf"\b(?:{_PLACING}) (?:the )?$", re.IGNORECASE)
_WITHIN_STATE = re.compile(r", (?:[A-Z][a-z]+\.|[A-Z]\. ?[A-Z]\.|[A-Z]{2}\b)")
_TITLES = "times|post|journal|tribune|globe|news|herald|gazette|press|review|mirror|sun|star|reuters|radio|tv"
_PRESS = re.compile(rf"\b(?:{_TITLES})\b", re.IGNORECASE)  # a paper is no place, though it bears its town's name
_SCHOOL = re.compile(r"\b(?:universit(?:y|ies)|college)\b", re.IGNORECASE)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_NO_PLACE = re.compile(rf"(?:{_MONTHS}|\w+day)$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CAPITALS = re.compile(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}")
_LARGE_ALONE = 20_000  # people from which a name the model calls a person's or body's is read as a city's
_LARGE = 100_000  # people from which a city is known well enough to be told inside another name


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place name where it stands with the places it may stand for; `exact` says whether they bear the very name."""

    start: int
    end: int
    text: str
    key: str
    readings: tuple[Candidate, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class _Reader:
    """What the rules look at: the text, the gazetteer, the places already sure and the last names of people."""

    text: str
    known: Gazetteer
    sure: frozenset[str]
    people: frozenset[str]

    def locative(self, start: int) -> bool:
        """Whether a preposition of place stands before an offset."""
        return bool(_LOCATIVE.search(self.text, max(0, start - 16), start))


def find_place_names(text: str, mentions: tuple[Mention, ...]) -> tuple[PlaceName, ...]:
    """The place names of an article in order, without overlaps."""
    people = frozenset(fold(mention.name).split()[-1] for mention in mentions if mention.kind == "person" and " " in mention.name)
    reader = _Reader(text, gazetteer(), frozenset(), people)
    found = {name.start: name for mention in mentions if mention.kind == "place" for name in _called(mention, reader)}
    reader = _Reader(text, reader.known, frozenset(name.key for name in found.values() if name.exact), people)
    for mention in mentions:
        if mention.kind in ("person", "body", "group", "work", "event"):
            for name in (*_mistaken(mention, reader), *_within(mention, reader)):
                found.setdefault(name.start, name)
    taken = {(name.start, name.end) for name in found.values()} | {(each.span.start, each.span.end) for each in mentions}
    for name in _untagged(reader, sorted(taken)):
        found.setdefault(name.start, name)
    return tuple(_apart(found[start] for start in sorted(found)))


def _apart(names: Iterable[PlaceName]) -> Iterator[PlaceName]:
    """The names without those that begin inside the one before."""
    end = -1
    for name in names:
        if name.start >= end:
            yield name
            end = name.end


def _called(mention: Mention, reader: _Reader) -> Iterator[PlaceName]:
    """The name of a mention that the model calls a place, unless nothing else speaks for it."""
    name = _name(mention.span.start, mention.span.end, reader)
    if name.text.islower() or _NO_PLACE.match(name.text) or fold(name.text) in reader.people:
        return
    if name.readings or reader.locative(name.start) or " " in name.text:
        yield name


def _name(start: int, end: int, reader: _Reader) -> PlaceName:
    """The place name at two offsets, with the full stop of a short form and without a lower-case word for its kind."""
    text, known = reader.text, reader.known
    if text[end : end + 1] == "." and fold(text[start:end]) in known.short:
        end += 1
    told = text[start:end]
    readings = known.named(told)
    if readings:
        return PlaceName(start, end, told, fold(told), readings, True)
    behind = _BEHIND.search(text, start, end)
    if behind and behind.end() == end and behind[0].islower():
        end = behind.start()
    told = text[start:end]
    readings = known.named(told)
    rough = () if readings else known.county(told) or _roughly(told, known)
    return PlaceName(start, end, told, fold(told), readings or rough, bool(readings))


def _roughly(name: str, known: Gazetteer) -> tuple[Candidate, ...]:
    """The readings of a name without its compass point or the word for its kind ("northern Italy", "Lviv Region")."""
    bare = _BEFORE.sub("", name)
    forms = (bare, _BEHIND.sub("", name), _BEHIND.sub("", bare))
    return next((found for form in forms if form != name and (found := known.named(form))), ())


def _mistaken(mention: Mention, reader: _Reader) -> Iterator[PlaceName]:
    """A name the model calls something else, where the gazetteer has it and the article, size or words around it agree."""
    demonym = mention.kind == "group" and country_word(mention.name) != mention.name.lower()
    if demonym or fold(mention.name) in reader.people:
        return
    name = _name(mention.span.start, mention.span.end, reader)
    short = name.text.isupper() and len(name.text) < 4  # more often a body than a place
    if not name.exact or (short and name.key not in reader.sure):
        return
    large = any(place.kind != "city" or place.people > _LARGE_ALONE for place in name.readings)
    if name.key in reader.sure or large or reader.locative(name.start) or _WITHIN_STATE.match(reader.text, name.end):
        yield name


def _within(mention: Mention, reader: _Reader) -> Iterator[PlaceName]:
    """Places in the name of a body, event or work ("Pakistan Army", "Alexandria Police Department")."""
    if mention.kind not in ("body", "event", "work") or _PRESS.search(mention.name) or _SCHOOL.search(mention.name):
        return
    words = list(_WORD.finditer(reader.text, mention.span.start, mention.span.end))
    i = 0
    while i < len(words):
        for j in range(min(len(words), i + 3), i, -1):
            start, end = words[i].start(), words[j - 1].end()
            if (i, j) != (0, len(words)) and _fits(start, end, reader):
                yield _name(start, end, reader)
                i = j - 1
                break
        i += 1


def _fits(start: int, end: int, reader: _Reader) -> bool:
    """Whether part of a longer name is a place: a country, a region, a county, a city the article names or a large one."""
    told = reader.text[start:end]
    if not told[0].isupper() or " ".join(told.split()) != told:
        return False
    places = reader.known.named(told) or reader.known.county(told)
    return fold(told) in reader.sure or any(place.kind != "city" or place.people > _LARGE for place in places)


def _untagged(reader: _Reader, taken: list[tuple[int, int]]) -> Iterator[PlaceName]:
    """Capitalised words the model took for no name, where a place of the article bears them or a preposition asks for a place."""
    i = 0
    for match in _CAPITALS.finditer(reader.text):
        start, end = match.span()
        while i < len(taken) and taken[i][1] <= start:
            i += 1
        if i < len(taken) and taken[i][0] < end:
            continue
        key = fold(match[0])
        asked = reader.locative(start) or _WITHIN_STATE.match(reader.text, end)
        known = asked and not _NO_PLACE.match(key) and (reader.known.holds(key) or reader.known.county(match[0]))
        if key in reader.sure or known:
            yield _name(start, end, reader)

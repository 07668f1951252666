"""Which names of an article are places: what the model calls one, and what the gazetteer and the words around show to be one."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from dateline.analyze.demonyms import find_demonyms, is_demonym
from dateline.analyze.gazetteer import Candidate, Gazetteer, fold, gazetteer
from dateline.analyze.genders import is_given_name
from dateline.data import lines
from dateline.types import Mention

_COMPASS = r"(?:north|south|east|west)(?:ern|east|west|eastern|western)?|central|mid|downtown"
_BEFORE = re.compile(rf"^(?:(?:{_COMPASS}|greater|upper|lower|inner|outer|metro)[ -])+", re.IGNORECASE)
_KINDS = "city|town|township|village|province|state|region|district|area|metro|governorate|prefecture|municipality|peninsula"
_BEHIND = re.compile(rf" (?:{_KINDS})s?$", re.IGNORECASE)
_PLACING = "in|at|near|from|to|outside|around|towards?|across|throughout|of|visit(?:ing|ed)?"
_LOCATIVE = re.compile(rf"\b(?:{_PLACING}) (?:the )?$", re.IGNORECASE)
_LED = re.compile(rf"(?:{_PLACING}) (?=[A-Z])", re.IGNORECASE)
_WITHIN_STATE = re.compile(r", (?:[A-Z][a-z]+\.|[A-Z]\. ?[A-Z]\.|[A-Z]{2}\b)")
_TITLES = "times|post|journal|tribune|globe|news|herald|gazette|press|review|mirror|sun|star|reuters|radio|tv"
_PRESS = re.compile(rf"\b(?:{_TITLES})\b", re.IGNORECASE)  # a paper is no place, though it bears its town's name
_SCHOOL = re.compile(r"\b(?:universit(?:y|ies)|college|school|hospital)\b", re.IGNORECASE)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_NO_PLACE = re.compile(rf"(?:{_MONTHS}|\w+day|north|south|east|west)$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:(?!['’]s\b)['’-][^\W\d_]+)*")
_CAPITALS = re.compile(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}")
_FEATURE = "|".join(lines("features.txt"))
# Of a name that ends in a word for its kind: no word that begins a sentence, and full stops in short forms only.
_WORDS = r"(?:(?!(?:The|A|An|In|On|At|From|Near|And|Of)\b)[A-Z][\w-]*|[NSEW]\.|[A-Z][a-z]{1,2}\.|\d+(?:st|nd|rd|th))"
_FEATURES = re.compile(rf"(?<![\w.'’-]){_WORDS}(?: {_WORDS}){{0,2}}(?:['’]s)? (?:{_FEATURE})(?![\w’'])")
_GOES_ON = re.compile(r"(?<=Road) \d+| (?:North|South|East|West|[NSEW])\b(?! [A-Z])")
_HEADED = re.compile(r"\b(?:Lake|Mount|Fort|Camp|Cape|Strait of|Gulf of|Isle of) [A-Z][\w-]+")
_INITIALS = re.compile(r"(?<!\w)(?:[A-Z]\.){2,}")
_BEGUN = r"(?:^|\n|[.!?”\"] |\d{4} )"
_CAPS = r"[A-Z][A-Z'’.-]+"
_STATE = r"(?:, [A-Z][\w. ]{1,20})?(?: \([^()\n]{1,30}\))?"  # and the agency
_DATELINE = re.compile(rf"{_BEGUN}({_CAPS}(?: {_CAPS}){{0,2}}){_STATE} ?(?:-{{1,3}}|[—–\ufffd]) ")
_PARTY = re.compile(r"\b[RDI]-([A-Z][\w'’]+(?: [A-Z][\w'’]+)*)")
_ONE = r"[A-Z]\w+(?: [A-Z]\w+)?"
_LISTED = re.compile(rf"\b((?:{_ONE}, ){{0,12}}{_ONE},? (?:and|or) {_ONE}) [Cc]ounties\b")
_NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}"
_LIST = re.compile(rf"\b(?:{_NAME}, ){{0,12}}{_NAME},? (?:and|or) {_NAME}")
_SHARED = re.compile(r"\b(North|South|East|West) (?:and|or) (?:North|South|East|West) ([A-Z]\w+)")
# What a town has and a person has not.
_CIVIC = re.compile(r" (?:police|fire|mayor|sheriff|town|city|parks|district|chamber|community|ward)\b", re.IGNORECASE)
_LARGE_ALONE = 20_000  # people from which a name the model calls a person's or body's is read as a city's
_GREAT = 1_000_000  # people from which a city is told by its name alone
_LEAST_GREAT = 4  # letters of such a name; shorter ones are words and codes ("US$")
_LARGE = 100_000  # people from which a city is known well enough to be told inside another name


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place name where it stands with the places it may stand for; `exact` says whether they bear the very name.

    One that is `derived` is an adjective or the people of a place ("French", "Londoners").
    """

    start: int
    end: int
    text: str
    key: str
    readings: tuple[Candidate, ...]
    exact: bool
    derived: bool = False


@dataclass(frozen=True, slots=True)
class _Reader:
    """What the rules look at: the text, the gazetteer, the places already sure and the last names of people."""

    text: str
    known: Gazetteer
    sure: frozenset[str]
    people: frozenset[str]
    given: frozenset[str]

    def locative(self, start: int) -> bool:
        """Whether a preposition of place stands before an offset."""
        return bool(_LOCATIVE.search(self.text, max(0, start - 16), start))

    def followed(self, end: int) -> bool:
        """Whether the short form of a state stands behind an offset, or a word for what a town has."""
        return bool(_WITHIN_STATE.match(self.text, end) or _CIVIC.match(self.text, end))


def find_place_names(text: str, mentions: tuple[Mention, ...]) -> tuple[PlaceName, ...]:
    """The place names of an article in order, without overlaps."""
    people = frozenset(_surnames(text, mentions))
    given = frozenset(fold(one.name).split()[0] for one in mentions if one.kind == "person" and " " in one.name)
    reader = _Reader(text, gazetteer(), frozenset(), people, given)
    found = {name.start: name for mention in mentions if mention.kind == "place" for name in _called(mention, reader)}
    found |= {name.start: name for name in (*_features(reader), *_shown(reader), *_listed(reader))}
    reader = _Reader(text, reader.known, frozenset(name.key for name in found.values() if name.exact), people, given)
    for mention in mentions:
        if mention.kind in ("person", "body", "group", "work", "event"):
            for name in (*_mistaken(mention, reader), *_within(mention, reader)):
                found.setdefault(name.start, name)
    taken = {(name.start, name.end) for name in found.values()} | {(each.span.start, each.span.end) for each in mentions}
    for name in _untagged(reader, sorted(taken)):
        found.setdefault(name.start, name)
    for name in (*_in_lists(reader, found, mentions), *_halves(reader)):
        found.setdefault(name.start, name)
    for start, end, place in find_demonyms(text):
        found.setdefault(start, PlaceName(start, end, text[start:end], f"of {fold(place.name)}", (place,), True, derived=True))
    return tuple(_apart(found[start] for start in sorted(found)))


def _surnames(text: str, mentions: Iterable[Mention]) -> Iterator[str]:
    """The last names of the people of an article: of full names, and of those behind a title ("President Obama")."""
    for mention in mentions:
        before = text[max(0, mention.span.start - 20) : mention.span.start].rstrip(" .").rpartition(" ")[2]
        if mention.kind == "person" and (" " in mention.name or (before.istitle() and before.lower() in _titles())):
            yield fold(mention.name).split()[-1]


@cache
def _titles() -> frozenset[str]:
    return frozenset(lines("titles.txt"))


@cache
def _bodies() -> frozenset[str]:
    return frozenset(lines("body_nouns.txt")) - {"camp"}


def _apart(names: Iterable[PlaceName]) -> Iterator[PlaceName]:
    """The names without those that begin inside the one before."""
    end = -1
    for name in names:
        if name.start >= end:
            yield name
            end = name.end


def _called(mention: Mention, reader: _Reader) -> Iterator[PlaceName]:
    """The name of a mention that the model calls a place, unless nothing else speaks for it; else the known place in it."""
    name = _name(mention.span.start, mention.span.end, reader)
    if name.text.islower() or _NO_PLACE.match(name.text) or fold(name.text) in reader.people:
        return
    if name.readings or (" " not in name.text and reader.locative(name.start)):
        yield name
        return
    inner = list(_parts(mention.span.start, mention.span.end, reader))
    if inner:
        yield from inner
    elif reader.locative(name.start) and name.text.split()[-1].lower() not in _bodies():
        yield name


def _name(start: int, end: int, reader: _Reader) -> PlaceName:
    """The place name at two offsets, with the full stop of a short form and without a lower-case word for its kind."""
    text, known = reader.text, reader.known
    if text[end : end + 1] == "." and (fold(text[start:end]) in known.short or text[end - 2 : end - 1] == "."):
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


def _features(reader: _Reader) -> Iterator[PlaceName]:
    """Names of streets, waters and counties, by their last or first word."""
    for match in (*_HEADED.finditer(reader.text), *_FEATURES.finditer(reader.text)):
        more = _GOES_ON.match(reader.text, match.end())
        yield _name(match.start(), more.end() if more else match.end(), reader)


def _shown(reader: _Reader) -> Iterator[PlaceName]:
    """Names that stand where only a place stands: at the head of a report, behind the letter of a party.

    Initials and names of several words count too, where our own tables have them.
    """
    for match in (*_DATELINE.finditer(reader.text), *_PARTY.finditer(reader.text)):
        name = _name(match.start(1), match.end(1), reader)
        if name.exact or (name.text.isupper() and name.text.title() in reader.text):
            yield name
    for match in (*_INITIALS.finditer(reader.text), *_CAPITALS.finditer(reader.text)):
        if not match[0].isalpha() and fold(match[0]) in reader.known.others:
            yield _name(match.start(), match.end(), reader)


def _listed(reader: _Reader) -> Iterator[PlaceName]:
    """The counties of a list ("Dunn and Polk counties")."""
    for listed in _LISTED.finditer(reader.text):
        for match in _CAPITALS.finditer(reader.text, listed.start(1), listed.end(1)):
            told = match[0]
            county = reader.known.county(f"{told} County")
            if county:
                yield PlaceName(match.start(), match.end(), told, fold(f"{told} county"), county, False)


def _in_lists(reader: _Reader, found: Mapping[int, PlaceName], mentions: Iterable[Mention]) -> Iterator[PlaceName]:
    """Names in a list with a place, where the gazetteer has one of that name in the same country ("Phuket and Pattaya")."""
    full = {one.span.start for one in mentions if one.kind == "person" and " " in one.name}
    for listed in _LIST.finditer(reader.text):
        names = list(_CAPITALS.finditer(reader.text, listed.start(), listed.end()))
        places = [found[one.start()] for one in names if one.start() in found]
        known = {place.country for name in places if name.exact and not name.derived for place in name.readings[:1]}
        for one in names if known else ():
            name = _name(one.start(), one.end(), reader)
            if one.start() in found or one.start() in full or not name.exact or name.key in reader.people | reader.given:
                continue
            here = tuple(place for place in name.readings if place.country in known)
            if here:
                yield replace(name, readings=here)


def _halves(reader: _Reader) -> Iterator[PlaceName]:
    """The first of two places that share a word ("North and South Korea")."""
    for match in _SHARED.finditer(reader.text):
        whole = f"{match[1]} {match[2]}"
        readings = reader.known.named(whole)
        if readings:
            yield PlaceName(match.start(1), match.end(1), whole, fold(whole), readings, True)


def _mistaken(mention: Mention, reader: _Reader) -> Iterator[PlaceName]:
    """A name the model calls something else, where the gazetteer has it and the article, size or words around it agree."""
    if is_demonym(mention.name) or fold(mention.name) in reader.people:
        return
    name = _name(mention.span.start, mention.span.end, reader)
    short = name.text.isupper() and len(name.text) < 4  # more often a body than a place
    given = mention.kind == "person" and (is_given_name(name.text) or name.key in reader.given)
    if not name.exact or (short and name.key not in reader.sure and name.readings[0].kind == "city"):
        return
    large = any(place.kind != "city" or place.people > _LARGE_ALONE for place in name.readings)
    if reader.locative(name.start) or (not given and (name.key in reader.sure or large or reader.followed(name.end))):
        yield name


def _within(mention: Mention, reader: _Reader) -> Iterator[PlaceName]:
    """Places in the name of a body, event or work ("Pakistan Army", "Alexandria Police Department")."""
    if mention.kind not in ("body", "event", "work") or _PRESS.search(mention.name) or _SCHOOL.search(mention.name):
        return
    yield from _parts(mention.span.start, mention.span.end, reader)


def _is_great(name: str, reader: _Reader) -> bool:
    """Whether a name that no word places is the usual one of a country or a great city, and of no person."""
    key = fold(name)
    if len(name) < _LEAST_GREAT or is_given_name(name) or key in reader.people | reader.given:
        return False
    first = next(iter(reader.known.named(name)), None)
    if first is None or fold(first.name) != key:
        return False
    return first.kind == "country" or (first.kind == "city" and first.people > _GREAT)


def _parts(start: int, end: int, reader: _Reader) -> Iterator[PlaceName]:
    """The places whose names are parts of a longer one, the longest first at each word."""
    words = list(_WORD.finditer(reader.text, start, end))
    i = 0
    while i < len(words):
        for j in range(min(len(words), i + 3), i, -1):
            first, last = words[i].start(), words[j - 1].end()
            if (i, j) != (0, len(words)) and _fits(first, last, reader):
                yield _name(first, last, reader)
                i = j - 1
                break
        i += 1


def _fits(start: int, end: int, reader: _Reader) -> bool:
    """Whether part of a longer name is a place: a country, a region, a county, a city the article names or a large one."""
    told = reader.text[start:end]
    if not told[0].isupper() or " ".join(told.split()) != told:
        return False
    places = reader.known.named(told) or reader.known.county(told)
    if fold(told) in reader.sure or (places and _CIVIC.match(reader.text, end)):
        return True
    return any(place.kind != "city" or place.people > _LARGE for place in places)


def _untagged(reader: _Reader, taken: list[tuple[int, int]]) -> Iterator[PlaceName]:
    """Capitalised words the model took for no name, where a place of the article bears them or a preposition asks for a place.

    Of several words, some may be a place of the article or of our own tables ("the Communist Party of Vietnam Nguyen Phu Trong").
    """
    i = 0
    for match in _CAPITALS.finditer(reader.text):
        start, end = match.span()
        led = _LED.match(match[0])
        start += led.end() if led else 0
        while i < len(taken) and taken[i][1] <= start:
            i += 1
        if i < len(taken) and taken[i][0] < end:
            continue
        told = reader.text[start:end]
        key = fold(told)
        asked = led is not None or reader.locative(start) or reader.followed(end)
        known = asked and not _NO_PLACE.match(key) and (reader.known.holds(key) or reader.known.county(told))
        if key in reader.sure or known or _is_great(told, reader):
            yield _name(start, end, reader)
        elif " " in told and not _PRESS.search(told) and not _SCHOOL.search(told):
            parts = _parts(start, end, reader)
            yield from (name for name in parts if name.key in reader.sure or name.key in reader.known.others)

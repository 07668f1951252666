"""Figures: the numbers of an article with what they count, the state that is said of it, its scope, day and counter.

The numbers come from the characters (`numbers`), the rest from the parse (`counted`, `measured`, `scopes`, `tellings`) and from
two tables (`data/counts.toml`, `data/units.toml`). A number of which it is not clear that it counts anything is left out.
"""

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from dateline.analyze.counted import head_noun, is_person, of_noun, own_state, phrase, plain, put_at, state_of, words
from dateline.analyze.measured import measured_thing
from dateline.analyze.scopes import scope_of
from dateline.analyze.sentences import sentence_of
from dateline.analyze.tellings import Telling
from dateline.analyze.totals import find_nones, find_sums
from dateline.numbers import Number, find_numbers
from dateline.types import Entry, Figure, Span, TimeRef
from dateline.units import kinds

_POUNDS = ("pound", "pounds")
_MONEY = 10_000  # nobody weighs that many pounds in news; it is sterling
_NAMES = frozenset(("PERSON", "ORG", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"))
_YEAR = re.compile(r"\d{4}(?:[-–]\d{2,4})?s?")
_SAME = re.compile(r"(?:[- ](?:long|wide|high|tall|deep))?(?: \(|,? or )")
_BESIDE = frozenset([*((", ", sign) for sign in ",.;)"), (" (", ")")])  # what stands around an age behind a name
_CROWDS = frozenset({"audience", "crew", "crowd", "family", "group", "population", "staff", "team", "workforce"})
_OLDEST = 120  # years; a number between commas behind a person's name is an age up to this


@dataclass(frozen=True, slots=True)
class _Thing:
    """What a number counts: its words, unit and state, and the token the phrase hangs on."""

    what: str
    unit: str
    state: str
    base: Token


def find_figures(
    doc: Doc, article: str, times: tuple[TimeRef, ...], published: str | None, entries: tuple[Entry, ...] = ()
) -> tuple[Figure, ...]:
    """The figures of a parsed text in order of their spans.

    `article` is its id, `published` the ISO day it came out; in `entries` that have a day, it counts instead.
    """
    telling = Telling.of(doc, article, times, published, entries)
    found: list[Figure] = []
    for number in find_numbers(telling.text):
        figure = _figure(telling, number) if _counts(telling, number) else None
        if figure is not None:
            found.append(_converted(telling.text, found[-1], figure) if found else figure)
    found += (*find_nones(telling), *find_sums(telling.text, found))
    return tuple(sorted(found, key=lambda figure: (figure.span.start, figure.span.end)))


def _counts(telling: Telling, number: Number) -> bool:
    """Whether a number counts or measures something: no date, year, name, label or pronoun."""
    if telling.dated(number.core, number.stop):
        return False
    first, last = telling.token(number.core), telling.token(number.stop - 1)
    if _named(first, last) or _year(telling.text, number, first):
        return False
    if number.unit or number.low != number.high:
        return True
    head = head_noun(last)
    if first.lower_ == "one":
        single = head is not None and head.tag_ != "NNS"
        return single and last.pos_ == "NUM" and last.dep_ in ("nummod", "nsubjpass", "dobj")
    return not _labels(first, last, head)


def _labels(first: Token, last: Token, head: Token | None) -> bool:
    """Whether the number numbers a name instead of counting it ("Highway 61", "Final Four", "10 Downing Street")."""
    before = first.doc[first.i - 1] if first.i > sentence_of(first).start else None
    if before is not None and before.pos_ == "PROPN" and (first.is_title or last.head == before):
        return True
    return head is not None and head.tag_ == "NNP" and head.ent_type_ != "NORP" and first.is_digit


def _named(first: Token, last: Token) -> bool:
    """Whether the number is part of a name that holds more than it ("One Direction", "Boeing 737", "the Basin 4 disaster")."""
    before = first.nbor(-1) if first.i > 0 else first
    behind = last.nbor(1) if last.i + 1 < len(last.doc) else last
    if first.text.isdigit() and first.text != "1" and before.pos_ == "PROPN" and before.text.istitle() and behind.tag_ == "NN":
        return True  # a count of several would have a plural behind it
    if first.ent_type_ not in _NAMES:
        return False
    after = last.i + 1 < len(first.doc) and first.doc[last.i + 1].ent_iob_ == "I"
    return after or first.ent_iob_ == "I"


def _year(text: str, number: Number, first: Token) -> bool:
    """Whether a bare four-digit number is a year: tagged as a date, or counting no plural behind it."""
    if number.unit or not _YEAR.fullmatch(text[number.core : number.stop]) or not 1000 <= number.low <= 2100:
        return False
    following = first.doc[first.i + 1] if first.i + 1 < len(first.doc) else None
    return first.ent_type_ == "DATE" or following is None or following.tag_ not in ("NNS", "NNPS", "JJ")


def _figure(telling: Telling, number: Number) -> Figure | None:
    """The figure of one number, or None where nothing is found that it counts."""
    first, last = telling.token(number.core), telling.token(number.stop - 1)
    thing = _thing(telling, number, last)
    if not (thing.what or thing.state or thing.unit) or _is_strength(number, thing, last):
        return None
    metres = number.loose and thing.unit != "people"  # "100m": a lone m is millions of people, else metres
    if metres:
        number = replace(number, low=number.low / 1e6, high=number.high / 1e6)
    return Figure(
        span=Span(telling.article, number.start, number.end),
        low=min(number.low, number.high),
        high=max(number.low, number.high),
        bound=number.bound,
        unit="m" if metres else thing.unit,
        what=thing.what,
        state=thing.state,
        scope=scope_of(first, last, thing.base),
        as_of=telling.day(thing.base, last),
        counter=telling.counter(thing.base, last),
    )


def _is_strength(number: Number, thing: _Thing, last: Token) -> bool:
    """Whether a broken number with a state is how strong one thing is, and no toll ("a quake of 6.4 killed dozens")."""
    broken = not number.unit and thing.unit in ("", "people") and number.high != int(number.high)
    return broken and bool(thing.state) and (thing.base == last or thing.base.tag_ == "NN")


def _thing(telling: Telling, number: Number, last: Token) -> _Thing:
    """What one number counts, by its unit, else by its noun, else by the state said of it."""
    if number.unit == "score":
        return _Thing("score", "score", "", last)
    if number.unit:
        return _measure(telling, number)
    name = _aged(telling, number)
    if name is not None:
        return _Thing(phrase(name.start, name[-1]), "year-old", "", last)
    head = head_noun(last)
    state = state_of(last.i + 1, last, head)
    if head is None:
        return _alone(last, state)
    if plain(head) in _POUNDS and number.low >= _MONEY:
        return _Thing("", "GBP", "", last)
    if state in words("human", "states") and head.tag_ == "NNS" and own_state(head) == state and not is_person(plain(head)):
        return _Thing("people", "people", state, head)  # "41 arrests", "12 deaths"
    state = state or ("attended" if plain(head) in words("people", "attending") else "")
    what = phrase(last.i + 1, head)
    people = is_person(plain(head)) or (head.ent_type_ == "NORP" and head.tag_ in ("NNPS", "NNS"))
    return _Thing(what, "people" if people else "", state, head)


def _measure(telling: Telling, number: Number) -> _Thing:
    """What a number with a unit measures; how long something takes says no state of it."""
    end = telling.token(number.tied - 1)
    kind = kinds().get(number.unit, "")
    what, base = measured_thing(telling.token(number.core), end, kind)
    return _Thing(what, number.unit, "" if kind == "time" else state_of(end.i, end, base), base or end)


def _alone(last: Token, state: str) -> _Thing:
    """What a number without a noun behind it counts: the noun behind "of", or people where only they are in that state."""
    noun = of_noun(last)
    put = put_at(last)
    if put is not None and noun is None:
        if plain(put) in words("people", "counts") and state in words("human", "states"):
            return _Thing("people", "people", state, last)  # "lowered the death toll to 36"
        crowd = plain(put) in words("people", "attending")
        return _Thing("people", "people", "attended", last) if crowd else _Thing(phrase(put.left_edge.i, put), "", state, last)
    what = phrase(noun.left_edge.i, noun) if noun is not None else ""
    if what:
        return _Thing(what, "people" if is_person(what.rsplit(" ", 1)[-1]) else "", state, last)
    tally = last.head.head if last.dep_ == "pobj" and last.head.lower_ == "of" else None
    if tally is not None and not state and tally.lower_ in words("counting", "tallies"):
        return _Thing(plain(tally), "", "", tally)
    human = state in words("human", "states")
    return _Thing("people" if human else "", "people" if human else "", state, last)


def _aged(telling: Telling, number: Number) -> Tokens | None:
    """The person whose age stands behind the name or noun ("Jane Doe, 45,", "Jane Doe (45)", "a man of 45"), or None."""
    text, at, end = telling.text, number.start, number.end
    if number.high > _OLDEST or not text[at:end].isdigit():
        return None
    if text[at - 4 : at] == " of ":
        return _one_of(telling.token(at), telling.token(at - 5))
    if (text[at - 2 : at], text[end : end + 1]) not in _BESIDE:
        return None
    age, before = telling.token(at), telling.token(at - 3)
    named = (name for name in sentence_of(before).ents if name.end == before.i + 1 and name.label_ == "PERSON")
    beside = age.dep_ == "appos" and age.ent_type_ == "DATE" and age.head == before and before.pos_ == "PROPN"
    return next(named, before.doc[before.left_edge.i : before.i + 1] if beside else None)


def _one_of(age: Token, noun: Token) -> Tokens | None:
    """One person of an age ("a man of 71 died"); a crowd of as many is no person."""
    one = (
        noun.tag_ == "NN"
        and is_person(plain(noun))
        and noun.lower_ not in _CROWDS
        and any(child.lower_ in ("a", "an") for child in noun.children)
    )
    return noun.doc[noun.i : noun.i + 1] if one and age.dep_ == "pobj" and age.head.head == noun else None


def _converted(text: str, left: Figure, right: Figure) -> Figure:
    """The right figure, with the thing of the left one where it only tells the same in another unit ("230 km (140 miles)")."""
    kind = kinds().get(left.unit)
    again = left.unit != right.unit and kind is not None and kind == kinds().get(right.unit)
    if again and _SAME.fullmatch(text, left.span.end, right.span.start):
        return replace(right, what=left.what, state=left.state, scope=left.scope)
    return right

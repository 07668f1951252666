"""Adjectives and peoples that tell a place: "French", "Londoners"."""

import re
from collections.abc import Iterator
from functools import cache

from dateline.analyze.gazetteer import Candidate, gazetteer
from dateline.data import lines

_WORD = re.compile(r"\b[A-Z][a-zé]{2,}")
_SECOND = re.compile(r"[ -]([A-Z][a-z]+)")
_LEAST = 4  # letters of a form; shorter ones are initials or words of their own ("car")


@cache
def _places() -> dict[str, Candidate]:
    """The place of each form; names of countries among the forms are left out, for they are found as names."""
    known = gazetteer()
    found: dict[str, Candidate] = {}
    for line in (*lines("demonyms.txt"), *lines("region_demonyms.txt")):
        name, _, forms = line.partition(" = ")
        place = next(iter(known.named(name)), None)
        if place is not None:
            found |= {form: place for form in forms.split(", ") if len(form) >= _LEAST and form not in known.others}
    return found


def is_demonym(name: str) -> bool:
    """Whether a name is such a word."""
    return name.lower() in _places()


def find_demonyms(text: str) -> Iterator[tuple[int, int, Candidate]]:
    """Where such words stand in a text, and the country, region or city that each tells; "North Korean" is one."""
    places = _places()
    end = 0
    for match in _WORD.finditer(text):
        if match.start() < end:
            continue
        second = _SECOND.match(text, match.end())
        both = f"{match[0]} {second[1]}".lower() if second else ""
        place = places.get(both) or places.get(match[0].lower())
        if place is not None:
            end = second.end() if second and both in places else match.end()
            yield match.start(), end, place

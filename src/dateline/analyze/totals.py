"""Figures that no single number tells: none at all ("no one was injured") and two counts of people that make one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from spacy.tokens import Token

from dateline.analyze.counted import phrase, state_of, words
from dateline.analyze.scopes import PART, scope_of
from dateline.analyze.tellings import Telling
from dateline.data import table
from dateline.types import Figure, Span

_JOINED = re.compile(r" (?:[\w.'’-]+ ){1,5}and (?:another )?")


@cache
def _none() -> re.Pattern[str]:
    """The words for none, and "no" before a noun that is counted in tolls."""
    alone = "|".join(table("counts.toml")["none"]["words"])
    nouns = "|".join(table("counts.toml")["none"]["nouns"])
    return re.compile(rf"\b(?:{alone}|no(?= (?:\w+ )?(?:{nouns})\b))\b", re.IGNORECASE)


def find_nones(telling: Telling) -> Iterator[Figure]:
    """Zeros told in words, where a state is said of those who are none."""
    for match in _none().finditer(telling.text):
        token = telling.token(match.end() - 1)
        noun = token.head if token.lower_ == "no" and token.head.i > token.i else None
        base = noun if noun is not None else token
        state = state_of(base.i, base, noun)
        if not state or any(word.lower_ in words("none", "unreal") for word in base.head.children):
            continue
        people = noun is None or state in words("human", "states")
        yield Figure(
            span=Span(telling.article, match.start(), match.end()),
            low=0,
            high=0,
            bound="exact",
            unit="people" if people else "",
            what="people" if people else phrase(base.left_edge.i, base),
            state=state,
            scope=(PART,) if _besides(token) else scope_of(token, base, base),
            as_of=telling.day(base, base),
            counter=telling.counter(base, base),
        )


def _besides(token: Token) -> bool:
    """Whether none are told besides others ("no other injuries", "no one else")."""
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in words("none", "besides")


def find_sums(text: str, found: Sequence[Figure]) -> Iterator[Figure]:
    """Totals of two counts of people joined by "and" under one state ("two crew members and 10 tourists")."""
    for left, right in pairwise(found):
        alike = left.unit == right.unit == "people" and left.state == right.state and left.state
        if not alike or {left.bound, right.bound} != {"exact"} or PART in left.scope + right.scope:
            continue
        if _JOINED.fullmatch(text, left.span.end, right.span.start):
            span = Span(left.span.article, left.span.start, right.span.end)
            low, high = left.low + right.low, left.high + right.high
            yield replace(left, span=span, low=low, high=high, what="people", scope=())

"""Two timelines compared day by day: ROUGE of aligned days, "align+ m:1" of Martschat and Markert (2017).

Each day goes to the day of the other timeline that is near in time and alike in words; several may go to one. Words are stems
without function words, as in the Python approximation of ROUGE in their tool tilse.
"""

import re
import string
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar

from dateline.evaluate.porter import stem
from dateline.evaluate.scores import harmonic

Timeline = Mapping[str, Sequence[str]]
Bag = Counter[tuple[str, ...]]
Made = TypeVar("Made")
WORD = re.compile(r"``|''|\w+(?:[-.]\w+)*|[^\w\s]")
# What tokenised text has beside the listed function words.
SIGNS = frozenset('.,;:-"') | {"``", "''"}


@dataclass(frozen=True, slots=True)
class Alignment:
    """Aligned F of runs of one and of two words."""

    one: float
    two: float


def compare(found: Timeline, gold: Timeline, stop: frozenset[str]) -> Alignment:
    """How well a timeline tells what another tells, on its days; `stop` are words that do not count."""
    plain = (_each(found, _plain), _each(gold, _plain))
    scores = []
    for length in (1, 2):
        grams = tuple(_each(one, partial(_grams, length=length, stop=stop)) for one in (found, gold))
        scores.append(harmonic(_covered(*plain, *grams), _covered(*plain[::-1], *grams[::-1])))
    return Alignment(*scores)


def _each(timeline: Timeline, make: Callable[[Sequence[str]], Made]) -> dict[str, Made]:
    return {day: make(timeline[day]) for day in sorted(timeline)}


def _words(told: Sequence[str]) -> list[str]:
    return [word for sentence in told for word in WORD.findall(sentence)]


def _plain(told: Sequence[str]) -> Bag:
    return Counter((word,) for word in _words(told) if word not in string.punctuation)


def _grams(told: Sequence[str], length: int, stop: frozenset[str]) -> Bag:
    stems = [stem(word) for word in map(str.lower, _words(told)) if word not in stop and word not in SIGNS]
    return Counter(zip(*(stems[place:] for place in range(length)), strict=False))


def _covered(here: dict[str, Bag], there: dict[str, Bag], grams: dict[str, Bag], others: dict[str, Bag]) -> float:
    """The share of the runs of one timeline that the aligned days of the other have, less where the days are apart."""
    total = sum(bag.total() for bag in grams.values())
    shared = 0.0
    for day, bag in here.items():
        cost = {other: (1 - _nearness(day, other)) * (1 - _likeness(bag, there[other])) for other in there}
        if cost:
            aligned = min(cost, key=cost.__getitem__)
            shared += _nearness(day, aligned) * (grams[day] & others[aligned]).total()
    return shared / total if total else 0.0


def _nearness(day: str, other: str) -> float:
    return 1 / (abs(date.fromisoformat(day).toordinal() - date.fromisoformat(other).toordinal()) + 1)


def _likeness(bag: Bag, other: Bag) -> float:
    shared = (bag & other).total()
    return 2 * shared / (bag.total() + other.total()) if shared else 0.0

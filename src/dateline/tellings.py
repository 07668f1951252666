"""Which days matter in a heap of articles, and which sentences tell best what they tell: by how many tell it, and how much alike.

Plain functions over sentences and their terms. What agrees counts more than what is only many: a day that twenty articles name,
each for something else, is less of a day than one that ten name for the same. So a day weighs as much as the sum is long of the
vectors of what the articles tell with it.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import repeat

from dateline.types import Span

Vector = Mapping[str, float]
# Chosen on the nine timelines of Timeline17's development part, each alone; F of days there. What is announced counts half:
# with 1 and 0, .577 and .568 for .597.
AHEAD = 0.5
# A story unfolds around its main day: 0 has .565, .1 .572, .25 .597, .3 .590.
DECAY = 0.2
# Two sentences that share this much of their terms tell the same twice: .5 and .8 change nothing there.
SAME = 0.6
# How much of what is wanted is the matter as a whole, beside what is told in one place: 0 has an aligned F of .122, .5 .129,
# 2 .131, for .132.
WHOLE = 1.0
# How steeply a term's weight rises with how rare it is: powers .2, .3, .4, .5 and .7 of the logarithm have an aligned F of .131,
# .134, .134, .131 and .127, and an F of days of .599, .606, .606, .597 and .597.
RARITY = 0.4
PRECISION = 1_000_000


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence of an article: its terms, the day on which the article came out, and the days that it names."""

    span: Span
    terms: frozenset[str]
    published: str | None = None
    named: tuple[str, ...] = ()


class Weights:
    """How much each term tells among some articles: a power of the logarithm of how rare it is."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        terms: dict[str, set[str]] = defaultdict(set)
        for telling in tellings:
            terms[telling.span.article] |= telling.terms
        self._articles = len(terms)
        self._counts = Counter(term for found in terms.values() for term in found)
        self.whole = _unit({term: count * self._weight(term) for term, count in sorted(self._counts.items())})

    def vector(self, terms: Iterable[str]) -> Vector:
        """The terms with their weights, of length 1; no terms have no length."""
        return _unit({term: self._weight(term) for term in sorted(terms)})

    def joint(self, *passages: Iterable[str]) -> Vector:
        """The terms of several passages, each counting the same, however long; of length 1."""
        return _unit(_sum([self.vector(terms) for terms in passages]))

    def _weight(self, term: str) -> float:
        return float(math.log((self._articles + 1) / max(1, self._counts[term])) ** RARITY)


def rank_days(tellings: Sequence[Telling], weights: Weights) -> tuple[str, ...]:
    """The days that articles name, but none after the last article, the most important first."""
    last = max((one.published for one in tellings if one.published), default="")
    told: dict[str, list[tuple[Vector, float]]] = defaultdict(list)
    for (day, _), (terms, ahead) in sorted(_told_of_days(tellings).items()):
        if day <= last:
            told[day].append((weights.vector(terms), AHEAD if ahead else 1.0))
    sizes = {day: _length(_sum(*zip(*rows, strict=True))) for day, rows in told.items()}
    main = max(sizes, key=lambda day: (_whole(sizes[day]), day), default="")
    scores = {day: _whole(size / (1 + _apart(day, main)) ** DECAY) for day, size in sizes.items()}
    return tuple(sorted(scores, key=lambda day: (-scores[day], day)))


def _told_of_days(tellings: Sequence[Telling]) -> dict[tuple[str, str], tuple[set[str], bool]]:
    """What each article tells with a day, by day and article, and whether it came out before that day."""
    found: dict[tuple[str, str], tuple[set[str], bool]] = {}
    for one in tellings:
        for day in one.named:
            ahead = one.published is not None and day > one.published
            found.setdefault((day, one.span.article), (set(), ahead))[0].update(one.terms)
    return found


def choose(tellings: Iterable[Telling], count: int, weights: Weights) -> tuple[Telling, ...]:
    """At most `count` sentences that together tell best what all of them tell, none of which tells again what another does.

    Each next one is that with which the sum of those chosen points most nearly where the sum of all does (Gholipour Ghalandari
    2017), the matter as a whole counted in.
    """
    rows = _distinct(tellings)
    vectors = [weights.vector(one.terms) for one in rows]
    wanted = _sum((_unit(_sum(vectors)), weights.whole), (1.0, WHOLE))
    reach = [_dot(vector, wanted) for vector in vectors]
    left, chosen, told = list(range(len(rows))), list[int](), dict[str, float]()
    while left and len(chosen) < count:
        here, size = sum(reach[row] for row in chosen), _dot(told, told)
        gain = {row: _whole((here + reach[row]) / math.sqrt(size + 1 + 2 * _dot(vectors[row], told))) for row in left}
        best = max(left, key=lambda row: (gain[row], -row))
        chosen.append(best)
        told = _sum((told, vectors[best]))
        left = [row for row in left if row != best and _dot(vectors[row], vectors[best]) <= SAME]
    return tuple(rows[row] for row in chosen)


def _distinct(tellings: Iterable[Telling]) -> list[Telling]:
    """Those that tell something, in order of place, of those with the same terms the first."""
    first: dict[frozenset[str], Telling] = {}
    for one in sorted(tellings, key=lambda one: one.span):
        if one.terms:
            first.setdefault(one.terms, one)
    return list(first.values())


def _sum(vectors: Sequence[Vector], shares: Sequence[float] = ()) -> dict[str, float]:
    total: dict[str, float] = {}
    for vector, share in zip(vectors, shares or repeat(1.0), strict=False):
        for term, weight in vector.items():
            total[term] = total.get(term, 0.0) + share * weight
    return total


def _dot(one: Vector, other: Vector) -> float:
    small, large = sorted((one, other), key=len)
    return sum(weight * large[term] for term, weight in small.items() if term in large)


def _length(vector: Vector) -> float:
    return math.sqrt(_dot(vector, vector))


def _unit(vector: Vector) -> dict[str, float]:
    length = _length(vector)
    return {term: weight / length for term, weight in vector.items()} if length else {}


def _whole(value: float) -> int:
    """A value that is compared: the last bits of a sum decide nothing."""
    return round(value * PRECISION)


def _apart(day: str, other: str) -> int:
    return abs((date.fromisoformat(day) - date.fromisoformat(other)).days)

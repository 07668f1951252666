"""Relatedness: how much of what one article tells another tells too, and so how far alike statements of the two can be trusted.

Two articles on one event share a fact in a few; two that only lie in one large heap share hardly any, and then most of what looks
alike is alike by chance. How much two share is estimated from how alike their statements are, as one step of expectation
maximization does; where that is less than in the storylines that the weights were fitted on, the odds of their pairs are lowered.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product
from math import log

Pair = tuple[int, int]
Sides = tuple[str, str]  # two articles

# From this share of their statements on nothing is lowered; chosen with `STRICT` so that half A of the gold keeps its recall.
USUAL = 0.07
# How many statements of the share of the whole storyline are added to what two articles tell: of short ones little is known.
ADDED = 15
# By how much more than the estimate says odds are lowered, since what is alike by chance is counted in it too.
STRICT = 1.5
# Pairs less likely than this are not counted.
UNLIKELY = 0.1
# So many of the articles that share a wording stand for all.
HOMES = 4


class Relatedness:
    """What articles have in common; `homes` are those of each wording, `likely` how likely two wordings say the same, 0 to 1."""

    def __init__(self, homes: Sequence[Sequence[str]], likely: Mapping[Pair, float]) -> None:
        self._homes = [found[:HOMES] for found in homes]
        self._told: dict[str, list[int]] = defaultdict(list)
        for place, found in enumerate(homes):
            for article in found:
                self._told[article].append(place)
        self._near: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for (left, right), likelihood in likely.items():
            if likelihood >= UNLIKELY:
                self._near[left].append((right, likelihood))
                self._near[right].append((left, likelihood))
        self._whole = self._share_of_all(homes, likely)
        self._known: dict[Sides, float] = {}

    def _share_of_all(self, homes: Sequence[Sequence[str]], likely: Mapping[Pair, float]) -> float:
        """What share of its statements an article of the storyline has in common with another, on average."""
        alike = sum(2.0 * found * len(homes[a]) * len(homes[b]) for (a, b), found in likely.items() if found >= UNLIKELY)
        alike += sum(len(found) * (len(found) - 1.0) for found in homes)
        met = sum(map(len, homes)) * max(0, len(self._told) - 1)
        return min(USUAL, (alike + USUAL * ADDED) / (met + ADDED))

    def discount(self, left: int, right: int) -> float:
        """What is added to the log odds that two wordings say the same: nothing, or less where their articles share little."""
        sides = product(self._homes[left], self._homes[right])
        return max((self._of(min(pair), max(pair)) for pair in sides if pair[0] != pair[1]), default=0.0)

    def _of(self, here: str, there: str) -> float:
        if (here, there) not in self._known:
            ours, theirs = self._told[here], self._told[there]
            shared = min(self._shared(ours, frozenset(theirs)), self._shared(theirs, frozenset(ours)))
            share = (shared + self._whole * ADDED) / (min(len(ours), len(theirs)) + ADDED)
            self._known[here, there] = STRICT * (_odds(min(USUAL, share)) - _odds(USUAL))
        return self._known[here, there]

    def _shared(self, ours: Sequence[int], theirs: frozenset[int]) -> float:
        """How many of our wordings are expected to be told by them: of each the likest of theirs."""
        near = (
            1.0 if one in theirs else max((p for x, p in self._near.get(one, ()) if x in theirs), default=0.0) for one in ours
        )
        return sum(near)


def _odds(share: float) -> float:
    return log(share / (1.0 - share))

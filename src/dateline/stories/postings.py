"""Which articles share rare terms: those near in time by their heaviest terms, those far away only by terms that few hold."""

from array import array
from bisect import bisect_left, insort
from collections.abc import Sequence

import numpy as np

from dateline.stories.rows import Integers

NEAR_DAYS = 30
SHARED_NEAR = 2  # heaviest terms that two articles share which are printed within `NEAR_DAYS`
SHARED_FAR = 3  # the same for articles farther apart or without a day, of terms that no crowd holds
# Articles that hold a term before it is a crowd's: one more article then costs the same in a store of any size. On the
# development sets 50 and 100 give the same stories as no bound.
CROWD = 50
DAY = 1 << 32

Far = dict[int, int]


class Postings:
    """For each term the articles that have it among their heaviest, in order of day, undated ones first."""

    def __init__(self) -> None:
        self._holders: dict[int, array[int]] = {}

    def add(self, article: int, day: int | None, terms: Sequence[int]) -> list[list[int]]:
        """Enter an article with its heaviest terms; the holders of each term that has become a crowd's by it."""
        entry = (0 if day is None else (day + 1) * DAY) + article
        crowds: list[list[int]] = []
        for term in terms:
            holders = self._holders.setdefault(term, array("q"))
            insort(holders, entry)
            if len(holders) == CROWD + 1:
                crowds.append([one % DAY for one in holders])
        return crowds

    def near(self, day: int | None, terms: Sequence[int]) -> Integers:
        """The articles near in time that share terms enough, in order."""
        if day is None:
            return np.zeros(0, dtype=np.int64)
        first, end = (max(0, day - NEAR_DAYS) + 1) * DAY, (day + NEAR_DAYS + 2) * DAY
        found = [h[bisect_left(h, first) : bisect_left(h, end)] for h in (self._holders[term] for term in terms)]
        return _sharing(found, SHARED_NEAR)[0]

    def far(self, terms: Sequence[int]) -> Far:
        """The articles of any day that share terms enough which no crowd holds, and how many each shares."""
        held = [holders for term in terms if len(holders := self._holders[term]) <= CROWD]
        articles, counts = _sharing(held, SHARED_FAR)
        return dict(zip(articles.tolist(), counts.tolist(), strict=True))


def _sharing(found: Sequence["array[int]"], least: int) -> tuple[Integers, Integers]:
    """The articles in at least `least` of the lists, in order, and in how many each is."""
    joined = np.concatenate([np.array(one, dtype=np.int64) for one in found]) if found else np.zeros(0, dtype=np.int64)
    articles, counts = np.unique(joined % DAY, return_counts=True)
    return articles[counts >= least], counts[counts >= least]

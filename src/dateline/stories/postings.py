"""Which articles share rare terms: those near in time by their heaviest terms, those far away only by terms that few hold.

Kept as rows: for each term, the articles of a month that hold it; and how many hold it at all.
"""

from array import array
from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from dateline.ledger import Drawer, Ledger
from dateline.stories.rows import Integers

NEAR_DAYS = 30
SHARED_NEAR = 2  # heaviest terms that two articles share which are printed within `NEAR_DAYS`
SHARED_FAR = 3  # the same for articles farther apart or without a day, of terms that no crowd holds
# Articles that hold a term before it is a crowd's: one more article then costs the same in a store of any size. On the
# development sets 50 and 100 give the same stories as no bound.
CROWD = 50
DAY = 1 << 32
MONTH = 30  # days whose holders of a term stand in one row
UNDATED = -1

Far = dict[int, int]


@dataclass(slots=True)
class Term:
    """How many articles hold a term in each month, and which, as long as they are no crowd."""

    months: dict[int, int] = field(default_factory=dict)
    holders: list[int] = field(default_factory=list)

    def count(self) -> int:
        """How many articles hold it."""
        return sum(self.months.values())


class Postings:
    """For each term the articles that have it among their heaviest."""

    def __init__(self, ledger: Ledger, name: str) -> None:
        self._terms: Drawer[str, Term] = Drawer(ledger, f"terms of {name}", Term)
        self._months: Drawer[str, array[int]] = Drawer(ledger, f"months of {name}", array)

    def add(self, article: int, day: int | None, terms: Sequence[str]) -> list[list[int]]:
        """Enter an article with its heaviest terms; the holders of each term that has become a crowd's by it."""
        month, entry = _month(day), _entry(article, day)
        self._terms.fetch(terms)
        self._months.fetch([f"{month} {term}" for term in terms])
        crowds: list[list[int]] = []
        for term in terms:
            row = self._months.get(f"{month} {term}") or array("q")
            insort(row, entry)
            self._months[f"{month} {term}"] = row
            held = self._terms.get(term) or Term()
            held.months[month] = len(row)
            held.holders.append(article)
            count = held.count()
            if count > CROWD:
                held.holders.clear()
            if count == CROWD + 1:
                crowds.append(self._holders(term, held))
            self._terms[term] = held
        return crowds

    def drop(self, article: int, day: int | None, terms: Sequence[str]) -> list[list[int]]:
        """Take an article out; the holders of each term that is no longer a crowd's."""
        month, entry = _month(day), _entry(article, day)
        freed: list[list[int]] = []
        for term in terms:
            row, held = self._months[f"{month} {term}"], self._terms[term]
            row.pop(bisect_left(row, entry))
            held.months[month] = len(row)
            self._months.changed(f"{month} {term}")
            self._terms.changed(term)
            if not row:
                del self._months[f"{month} {term}"], held.months[month]
            if article in held.holders:
                held.holders.remove(article)
            elif held.count() == CROWD:
                held.holders = self._holders(term, held)
                freed.append(held.holders)
            if not held.months:
                del self._terms[term]
        return freed

    def near(self, day: int | None, terms: Sequence[str]) -> Integers:
        """The articles near in time that share terms enough, in order."""
        if day is None:
            return np.zeros(0, dtype=np.int64)
        first, last = day - NEAR_DAYS, day + NEAR_DAYS
        months = range(_month(first), _month(last) + 1)
        keys = [f"{month} {term}" for term in terms for month in months if month in self._terms[term].months]
        self._months.fetch(keys)
        rows = [self._months[key] for key in keys]
        bounds = _entry(0, first), _entry(0, last + 1)
        return _sharing([row[bisect_left(row, bounds[0]) : bisect_left(row, bounds[1])] for row in rows], SHARED_NEAR)[0]

    def far(self, terms: Sequence[str]) -> Far:
        """The articles of any day that share terms enough which no crowd holds, and how many each shares."""
        articles, counts = _sharing([array("q", self._terms[term].holders) for term in terms], SHARED_FAR)
        return dict(zip(articles.tolist(), counts.tolist(), strict=True))

    def write_back(self) -> None:
        """Keep what was changed."""
        self._terms.write_back()
        self._months.write_back()

    def _holders(self, term: str, held: Term) -> list[int]:
        """All that hold a term."""
        keys = [f"{month} {term}" for month in held.months]
        self._months.fetch(keys)
        return [entry % DAY for key in keys for entry in self._months[key]]


def _month(day: int | None) -> int:
    return UNDATED if day is None else max(0, day) // MONTH


def _entry(article: int, day: int | None) -> int:
    """An article with its day before it, so that a row is in order of days."""
    return article if day is None else max(0, day) * DAY + article


def _sharing(found: Sequence["array[int]"], least: int) -> tuple[Integers, Integers]:
    """The articles in at least `least` of the lists, in order, and in how many each is."""
    joined = np.concatenate([np.array(one, dtype=np.int64) for one in found]) if found else np.zeros(0, dtype=np.int64)
    articles, counts = np.unique(joined % DAY, return_counts=True)
    return articles[counts >= least], counts[counts >= least]

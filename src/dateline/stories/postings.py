"""Which articles share rare terms: those near in time by their heaviest terms, those far away only by terms that few hold.

Kept as rows: for each term, the articles of a month that hold it; and how many hold it at all.
"""

from array import array
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from dateline.ledger import Drawer, Ledger
from dateline.stories.rows import MILLION, Integers

NEAR_DAYS = 30
LEAST = 23_000  # cosine, in millionths, of the heaviest terms of two articles that are printed within `NEAR_DAYS`
SHARED_FAR = 3  # heaviest terms that articles share which are farther apart or have no day, of terms that no crowd holds
# Articles that hold a term before it is a crowd's: one more article then costs the same in a store of any size. On the
# development sets 50 and 100 give the same stories as no bound.
CROWD = 50
# An entry is a day, an article and the article's weight on the term, so that a row is in order of days.
WEIGHT = 1 << 15
DAY = 1 << 43
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
    """For each term the articles that have it among their heaviest, with its weight there: a share of `WEIGHT`."""

    def __init__(self, ledger: Ledger, name: str) -> None:
        self._terms: Drawer[str, Term] = Drawer(ledger, f"terms of {name}", Term)
        self._months: Drawer[str, array[int]] = Drawer(ledger, f"months of {name}", array)

    def add(self, article: int, day: int | None, terms: Mapping[str, int]) -> list[list[int]]:
        """Enter an article with its heaviest terms; the holders of each term that has become a crowd's by it."""
        month = _month(day)
        self._terms.fetch(terms)
        self._months.fetch([f"{month} {term}" for term in terms])
        crowds: list[list[int]] = []
        for term, weight in terms.items():
            row = self._months.get(f"{month} {term}") or array("q")
            insort(row, _entry(day, article, weight))
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

    def drop(self, article: int, day: int | None, terms: Mapping[str, int]) -> list[list[int]]:
        """Take an article out; the holders of each term that is no longer a crowd's."""
        month = _month(day)
        freed: list[list[int]] = []
        for term, weight in terms.items():
            row, held = self._months[f"{month} {term}"], self._terms[term]
            row.pop(bisect_left(row, _entry(day, article, weight)))
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

    def near(self, day: int | None, terms: Mapping[str, int]) -> Integers:
        """The articles near in time that are alike enough by their heaviest terms, in order."""
        if day is None:
            return np.zeros(0, dtype=np.int64)
        first, last = _entry(day - NEAR_DAYS), _entry(day + NEAR_DAYS + 1)
        months = range(_month(day - NEAR_DAYS), _month(day + NEAR_DAYS) + 1)
        keys = [
            (f"{month} {term}", weight) for term, weight in terms.items() for month in months if month in self._terms[term].months
        ]
        self._months.fetch(key for key, _ in keys)
        found = [(np.array(_between(self._months[key], first, last), dtype=np.int64), weight) for key, weight in keys]
        if not found:
            return np.zeros(0, dtype=np.int64)
        entries = np.concatenate([row for row, _ in found])
        products = np.concatenate([row % WEIGHT * weight for row, weight in found])
        articles, at = np.unique(entries % DAY // WEIGHT, return_inverse=True)
        alike = np.zeros(len(articles), dtype=np.int64)
        np.add.at(alike, at, products)
        return articles[alike >= LEAST * WEIGHT * WEIGHT // MILLION]

    def far(self, terms: Iterable[str]) -> Far:
        """The articles of any day that share terms enough which no crowd holds, and how many each shares."""
        counts = Counter(article for term in terms for article in self._terms[term].holders)
        return {article: count for article, count in counts.items() if count >= SHARED_FAR}

    def write_back(self) -> None:
        """Keep what was changed."""
        self._terms.write_back()
        self._months.write_back()

    def _holders(self, term: str, held: Term) -> list[int]:
        """All that hold a term."""
        keys = [f"{month} {term}" for month in held.months]
        self._months.fetch(keys)
        return [entry % DAY // WEIGHT for key in keys for entry in self._months[key]]


def _month(day: int | None) -> int:
    return UNDATED if day is None else max(0, day) // MONTH


def _entry(day: int | None, article: int = 0, weight: int = 0) -> int:
    return max(0, day or 0) * DAY + article * WEIGHT + weight


def _between(row: "array[int]", first: int, last: int) -> "array[int]":
    return row[bisect_left(row, first) : bisect_left(row, last)]

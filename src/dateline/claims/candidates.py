"""Candidates: which wordings are worth comparing, so that the work grows with the number of pages and not with its square."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Protocol

# All that have a key are compared with one another up to this many; of more each with its nearest (no sample story has so many).
ALL = 100
# How many of those that follow in the order of their rarest keys a wording is compared with.
REACH = 8


class Keyed(Protocol):
    """What is brought together with others by its keys."""

    @property
    def keys(self) -> Sequence[str]:
        """The keys, in any order."""
        ...


def find_candidates(wordings: Sequence[Keyed], common: frozenset[str]) -> list[tuple[int, int]]:
    """The pairs of wordings to compare, by place, sorted; a common key brings together only the nearest."""
    keys = [one.keys for one in wordings]
    holders: dict[str, list[int]] = defaultdict(list)
    for place in _by_rarest(keys):
        for key in keys[place]:
            holders[key].append(place)
    pairs: set[tuple[int, int]] = set()
    for key, found in holders.items():
        every = len(found) <= ALL and key not in common
        pairs.update((min(pair), max(pair)) for pair in (combinations(found, 2) if every else _near(found)))
    return sorted(pairs)


def _near(found: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((one, other) for at, one in enumerate(found) for other in found[at + 1 : at + 1 + REACH])


def _by_rarest(keys: Sequence[Sequence[str]]) -> list[int]:
    """The places in an order that brings together those whose rarest keys are the same."""
    count = Counter(key for found in keys for key in found)
    rank = {key: place for place, key in enumerate(sorted(count, key=lambda key: (count[key], key)))}
    return sorted(range(len(keys)), key=lambda place: (sorted(rank[key] for key in keys[place]), place))

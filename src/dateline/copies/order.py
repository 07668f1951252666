"""The order of facts in two texts: a rewrite changes the words and tells the same things one after the other."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from dateline.copies.facts import Facts

TELLING = 5  # what the facts of a chain that two sentences share must count: a figure or two names, and something more


class Common(NamedTuple):
    """A fact of two texts: its places among the facts of each, and what it counts."""

    left: int
    right: int
    weight: int


def common_facts(left: Facts, right: Facts, skip: tuple[frozenset[int], frozenset[int]]) -> list[Common]:
    """The facts that two texts share, in order of the left one; `skip` are facts of each that do not count."""
    places = {key: at for at, key in enumerate(right.keys) if at not in skip[1]}
    return [
        Common(at, places[key], min(left.weights[at], right.weights[places[key]]))
        for at, key in enumerate(left.keys)
        if at not in skip[0] and key in places
    ]


def longest_chain(shared: Sequence[Common]) -> list[Common]:
    """The heaviest of the chains of facts that stand in the same order in both texts."""
    tops: list[int] = []  # right places of the ends of the best chains, rising, as do their weights
    ends: list[tuple[int, int]] = []  # weight of the best chain that ends there, and its last fact
    before: list[int] = []
    for index, fact in enumerate(shared):
        at = bisect_left(tops, fact.right)
        weight, last = ends[at - 1] if at else (0, -1)
        before.append(last)
        weight += fact.weight
        stop = at
        while stop < len(tops) and ends[stop][0] <= weight:
            stop += 1
        tops[at:stop] = [fact.right]
        ends[at:stop] = [(weight, index)]
    chain = []
    at = ends[-1][1] if ends else -1
    while at >= 0:
        chain.append(shared[at])
        at = before[at]
    return chain[::-1]


def aligned_sentences(chain: Sequence[Common], left: Facts, right: Facts) -> list[tuple[int, int]]:
    """The pairs of sentences that a chain leads through, those that share enough of it, in order."""
    weights: dict[tuple[int, int], int] = {}
    for fact in chain:
        pair = left.sentence[fact.left], right.sentence[fact.right]
        weights[pair] = weights.get(pair, 0) + fact.weight
    return [pair for pair, weight in weights.items() if weight >= TELLING]

"""A second look at large groups: two events with the same actors share their background and differ in the rest."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from dateline.stories.clusters import Pair, cluster
from dateline.stories.terms import MILLION, Matrix, Terms, cosines, lengths

# Read off the development sets, where the right splits reach 38 and groups of one event begin at 39, most above 43.
# Halves of fewer articles fall apart by chance.
HALF = 7
BETWEEN_PERCENT = 36
LARGEST = 400  # articles of a group whose pairs are all looked at


def regroup(
    groups: Sequence[Sequence[int]], terms: Terms, languages: Sequence[str], event: Mapping[Pair, int]
) -> list[list[int]]:
    """The groups, those split that fall into two halves once what all their articles share no longer counts; by first item.

    Words tell languages apart before events: a group is judged by the articles of its commonest language, and the others go
    with the half that they are likelier to by `event`.
    """
    waiting = [list(group) for group in groups]
    done: list[list[int]] = []
    while waiting:
        group = waiting.pop()
        counted = Counter(languages[at] for at in group)
        common = max(counted, key=lambda language: (counted[language], language))
        main = [at for at in group if languages[at] == common]
        halves = _halves(main, terms.weights) if 2 * HALF <= len(main) <= LARGEST else None
        if halves is None:
            done.append(group)
        else:
            left, right = ([main[at] for at in half] for half in halves)
            waiting.extend(_with_others(left, right, [at for at in group if languages[at] != common], event))
    return sorted(done)


def _with_others(
    left: list[int], right: list[int], others: Sequence[int], event: Mapping[Pair, int]
) -> tuple[list[int], list[int]]:
    """The two halves, each with those of the others that are likelier to it."""
    found = (list(left), list(right))
    for at in others:
        near = [sum(event.get((min(at, k), max(at, k)), 0) for k in half) * MILLION // len(half) for half in (left, right)]
        found[near[1] > near[0]].append(at)
    return sorted(found[0]), sorted(found[1])


def _halves(group: Sequence[int], weights: Matrix) -> tuple[list[int], list[int]] | None:
    """The two halves of a group by position in it, or None where it is of one piece."""
    alike = _alike_inside(group, weights)
    found = cluster(len(group), alike, least=1, fewest=2)
    if len(found) != 2 or min(len(half) for half in found) < HALF:
        return None
    between = _mean(alike, found[0], found[1])
    within = min(_mean(alike, half, half) for half in found)
    return (found[0], found[1]) if 100 * between <= BETWEEN_PERCENT * within else None


def _alike_inside(group: Sequence[int], weights: Matrix) -> dict[Pair, int]:
    """Likeness of the pairs of a group by their terms, each lowered by the share of the group's articles that hold it."""
    part = weights[np.array(group)]
    holders = np.bincount(part.indices, minlength=part.shape[1])
    lowered = part.copy()
    lowered.data = part.data * (len(group) - holders[part.indices]) // len(group)
    left, right = np.triu_indices(len(group), k=1)
    values = cosines(Terms(lowered, lengths(lowered)), left.astype(np.int64), right.astype(np.int64))
    return {(int(i), int(j)): int(like) for i, j, like in zip(left, right, values, strict=True)}


def _mean(alike: Mapping[Pair, int], left: Sequence[int], right: Sequence[int]) -> int:
    """Mean likeness of the pairs between two halves, or inside one when both are the same."""
    found = [alike[min(i, j), max(i, j)] for i in left for j in right if i != j]
    return sum(found) // max(1, len(found))

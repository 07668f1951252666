"""The stories in a connected part of a stream: average link, then a look at what holds each group together."""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from dateline.stories.clusters import Cluster, Pair, cluster
from dateline.stories.likeness import Sketch
from dateline.stories.rows import MILLION, Integers, Matrix

# Swept on the development sets in one run with all weights: from 330 000 to 360 000 no figure changes by more than .015.
ONE_STORY = 350_000  # mean likeness of a group
PAIR = 480_000  # likeness of a group of two, which nothing else supports
CERTAIN = 900_000  # copies
FAINTEST = -4_650  # score of pairs that count at all: half the likeness of ONE_STORY
# Reports of one event share words in twos and threes beside what all have; reports of one topic share the topic only. Mean
# likeness once each word is lowered by the share of the group that has it. Of the development sets' groups of three and more
# 224 of one event all lie above, and 21 of 83 of a mere topic below; with PAIR this adds .04 to pairwise F.
COHESION = {3: 20_000, 4: 30_000}
COHESION_OF_MORE = 40_000
# Two events with the same actors fall into halves that share little but what all have. The right splits reach 38 there, and
# groups of one event begin at 39, most above 43. Halves of fewer articles fall apart by chance.
HALF = 7
BETWEEN_PERCENT = 36
LARGEST = 400  # articles of a group whose pairs are all looked at

Matrices = Callable[[Sequence[int]], Matrix]


def form(part: Sequence[int], alike: Mapping[Pair, int], matrix: Matrices, sketches: Mapping[int, Sketch]) -> list[list[int]]:
    """The groups of the articles of `part`, each in its order.

    `alike` goes by position in `part`, `sketches` by article; `matrix` gives the terms of some articles.
    """
    if len(part) == 1:
        return [list(part)]
    waiting = cluster(len(part), alike, least=ONE_STORY, days=[sketches[at].day for at in part])
    kept: list[tuple[int, ...]] = []
    while waiting:
        one = waiting.pop()
        if _holds(one, [part[at] for at in one.items], matrix, sketches):
            kept.append(one.items)
        else:
            waiting.extend(one.parts)
    groups = [half for items in kept for half in _halved(items, part, alike, matrix, sketches)]
    return [[part[at] for at in group] for group in sorted(groups)]


def _holds(found: Cluster, articles: Sequence[int], matrix: Matrices, sketches: Mapping[int, Sketch]) -> bool:
    """Whether a cluster is a group: a lone article, copies, a pair alike enough, or more that share more than a topic."""
    if len(articles) == 1 or found.mean >= CERTAIN or len(articles) > LARGEST:
        return True
    if len(articles) == 2:
        return found.mean >= PAIR
    main = _main(articles, sketches)
    return len(main) < 3 or _mean(list(_beside_the_common(main, matrix).values())) >= COHESION.get(len(main), COHESION_OF_MORE)


def _main(articles: Sequence[int], sketches: Mapping[int, Sketch]) -> list[int]:
    """The articles in the commonest language: words tell languages apart before events."""
    counted = Counter(sketches[at].language for at in articles)
    common = max(counted, key=lambda language: (counted[language], language))
    return [at for at in articles if sketches[at].language == common]


def _beside_the_common(articles: Sequence[int], matrix: Matrices) -> dict[Pair, int]:
    """Likeness of the pairs of a group by position in it, each term lowered by the share of the group's articles that hold it."""
    weights = matrix(articles)
    holders = np.bincount(weights.indices, minlength=weights.shape[1])
    lowered: Matrix = weights.copy()
    lowered.data = weights.data * (len(articles) - holders[weights.indices]) // len(articles)
    products: Integers = (lowered @ lowered.T).toarray()
    norms = np.maximum(1, np.array([math.isqrt(int(square)) for square in products.diagonal()], dtype=np.int64))
    cosines = products * MILLION // (norms[:, None] * norms[None, :])
    left, right = np.triu_indices(len(articles), k=1)
    return {(int(i), int(j)): int(like) for i, j, like in zip(left, right, cosines[left, right], strict=True)}


def _halved(
    items: Sequence[int], part: Sequence[int], alike: Mapping[Pair, int], matrix: Matrices, sketches: Mapping[int, Sketch]
) -> list[list[int]]:
    """A group, or its halves where it falls into two once what all have no longer counts; others go where they are likelier."""
    place = {part[at]: at for at in items}
    main = _main(list(place), sketches)
    halves = _halves(main, matrix) if 2 * HALF <= len(main) <= LARGEST else None
    if halves is None:
        return [sorted(items)]
    found = tuple([place[main[at]] for at in half] for half in halves)
    grown = tuple(list(half) for half in found)
    for at in sorted(set(items) - set(found[0]) - set(found[1])):
        near = [sum(alike.get((min(at, k), max(at, k)), 0) for k in half) * MILLION // len(half) for half in found]
        grown[near[1] > near[0]].append(at)
    return [piece for half in grown for piece in _halved(sorted(half), part, alike, matrix, sketches)]


def _halves(articles: Sequence[int], matrix: Matrices) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """The two halves of a group by position in it, or None where it is of one piece."""
    alike = _beside_the_common(articles, matrix)
    found = [one.items for one in cluster(len(articles), alike, least=1, fewest=2)]
    if len(found) != 2 or min(len(half) for half in found) < HALF:
        return None
    between = _mean([alike[min(i, j), max(i, j)] for i in found[0] for j in found[1]])
    within = min(_mean([alike[i, j] for i in half for j in half if i < j]) for half in found)
    return (found[0], found[1]) if 100 * between <= BETWEEN_PERCENT * within else None


def _mean(values: Sequence[int]) -> int:
    return sum(values) // max(1, len(values))

"""Joining: by which link each statement came into its claim, and why."""

from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

import numpy as np

from dateline.claims.comparing import Comparisons, Pair
from dateline.claims.matching import SCALE, model
from dateline.claims.reasons import Meeting, Texts, find_reasons
from dateline.types import Joined, Reason, Statement

# A link that a person made is stronger than any likeness.
TIED = SCALE + 1
# The reasons that no feature gives.
PERSON, SAME_WORDS = Reason("person"), Reason("same_words")

Link = tuple[int, int, int]  # a wording, the one it is joined to, and how likely both say the same, or `TIED`


class Joining:
    """How the wordings of `groups`, by the one that stands for each, hang together; `tied` are pairs that persons tied."""

    def __init__(self, groups: Mapping[int, Sequence[int]], comparisons: Comparisons, tied: Sequence[Pair], texts: Texts) -> None:
        self._wordings = comparisons.wordings
        self._links = find_links(groups, comparisons, tied)
        every = [link for links in self._links.values() for link in links]
        pairs = np.array([(one, to) for one, to, _ in every], np.int64).reshape(len(every), 2)
        # As integers, so that the last bits of a weight cannot change which reason comes first.
        weighed = np.asarray(np.rint(comparisons.measures.of(pairs) * np.array(model("same").weights) * SCALE), np.int64)
        sides = comparisons.measures.sides
        self._reasons = {
            link: find_reasons(Meeting(sides[link[0]], sides[link[1]], comparisons.weights, texts), row.tolist())
            for link, row in zip(every, weighed, strict=True)
        }

    def of(self, root: int, ranked: Sequence[Statement]) -> Iterator[Joined]:
        """How the statements of a group were joined, but for the one that stands for it; of one wording each to its first."""
        links = self._links[root]
        for link in links:
            here, there = (self._wordings[place].profile.statement.id for place in link[:2])
            decided = (PERSON,) if link[2] == TIED else ()
            yield Joined(here, there, min(link[2], SCALE), (*decided, *self._reasons[link]))
        for one in (root, *(link[0] for link in links)):
            first, *others = self._wordings[one].members
            yield from (Joined(ranked[other].id, ranked[first].id, SCALE, (SAME_WORDS,)) for other in others)


def find_links(groups: Mapping[int, Sequence[int]], comparisons: Comparisons, tied: Sequence[Pair]) -> dict[int, list[Link]]:
    """For each group the strongest links that connect it, from its root on."""
    home = {one: root for root, group in groups.items() for one in group}
    near: dict[int, list[tuple[int, int]]] = {}
    for (left, right), score in (*comparisons.alike().items(), *((pair, TIED) for pair in tied)):
        if home[left] == home[right]:
            near.setdefault(left, []).append((right, score))
            near.setdefault(right, []).append((left, score))
    return {root: list(_tree(root, near)) for root in groups}


def _tree(root: int, near: Mapping[int, Sequence[tuple[int, int]]]) -> Iterator[Link]:
    """The links of the tree; of equally strong ones that of the earlier wording first."""
    reached = {root}
    waiting = [(-score, other, root) for other, score in near.get(root, ())]
    heapify(waiting)
    while waiting:
        score, one, to = heappop(waiting)
        if one not in reached:
            reached.add(one)
            yield one, to, -score
            for other, found in near[one]:
                heappush(waiting, (-found, other, one))

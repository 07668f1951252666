"""Groups: wordings joined by average link, with the groups that a veto keeps apart."""

from collections.abc import Iterable, Sequence
from itertools import product

from dateline.claims.comparing import Comparisons, Pair

# The average between two groups is taken over up to this many wordings of each, so that the work stays bounded.
CORE = 16


class Groups:
    """The groups so far, each named by one of its wordings; at first those that were `tied` are one, others each one of its own.

    Pairs kept `apart` never come into one group.
    """

    def __init__(
        self, sizes: Sequence[int], comparisons: Comparisons, tied: Iterable[Pair] = (), apart: Iterable[Pair] = ()
    ) -> None:
        self._sizes = sizes
        self._comparisons = comparisons
        self._group = list(range(len(sizes)))
        self._members = {place: [place] for place in self._group}
        self._walls: list[set[int]] = [set() for _ in sizes]
        self._tried: dict[tuple[int, int], tuple[int, int]] = {}
        for left, right in tied:
            if self._group[left] != self._group[right]:
                self._merge(*sorted((self._group[left], self._group[right])))
        for left, right in (*comparisons.apart(), *apart):
            if self._group[left] != self._group[right]:  # what a person tied no veto parts
                self._wall(self._group[left], self._group[right])

    def members(self) -> list[list[int]]:
        """The wordings of each group, ascending."""
        return sorted(sorted(found) for found in self._members.values())

    def join(self, left: int, right: int, *, least: int) -> None:
        """Make the groups of two wordings one, if nothing keeps them apart and they are at least so alike on average."""
        a, b = sorted((self._group[left], self._group[right]))
        lengths = len(self._members[a]), len(self._members[b])
        if a == b or b in self._walls[a] or self._tried.get((a, b)) == lengths:
            return
        self._tried[a, b] = lengths
        if self._alike(a, b, least):
            self._merge(a, b)

    def _alike(self, a: int, b: int, least: int) -> bool:
        """Whether the statements of two groups are alike on average; a pair that is kept apart parts the groups."""
        near = [(min(pair), max(pair)) for pair in product(self._core(a), self._core(b)) if not self._comparisons.within(*pair)]
        self._comparisons.look(near)
        told = total = 0
        for left, right in near:
            vetoes, score = self._comparisons.of(left, right)
            if vetoes:
                self._wall(a, b)
                return False
            pairs = self._sizes[left] * self._sizes[right]
            told, total = told + pairs, total + pairs * score
        return total >= least * told

    def _core(self, group: int) -> list[int]:
        """The wordings that stand for a group: those that the most statements have, the earliest of equals."""
        found = self._members[group]
        return found if len(found) <= CORE else sorted(found, key=lambda place: (-self._sizes[place], place))[:CORE]

    def _merge(self, a: int, b: int) -> None:
        """The group that fewer belong to or are kept apart from goes, so that little is moved."""
        gone, kept = sorted((a, b), key=lambda group: (len(self._members[group]) + len(self._walls[group]), -group))
        for other in self._walls[gone]:
            self._walls[other].remove(gone)
            self._wall(kept, other)
        for place in self._members[gone]:
            self._group[place] = kept
        self._members[kept] += self._members.pop(gone)

    def _wall(self, a: int, b: int) -> None:
        self._walls[a].add(b)
        self._walls[b].add(a)

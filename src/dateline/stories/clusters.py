"""Average-link clustering of a sparse likeness, in whole numbers."""

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Pair = tuple[int, int]
# Two tight groups that were printed at other times are two events, unless they are nearly as like one another as in themselves.
APART_DAYS = 5  # between the last of one and the first of the other; 5 to 8 give the same on the development sets
AS_LIKE_LATER_PERCENT = 60
AS_LIKE_PERCENT = 40


@dataclass(frozen=True, slots=True)
class Cluster:
    """Items in order, and the two clusters it was joined from at `mean` likeness; a single item has no parts."""

    items: tuple[int, ...]
    mean: int
    parts: tuple["Cluster", ...]


def cluster(
    count: int, alike: Mapping[Pair, int], *, least: int, fewest: int = 1, days: Sequence[int | None] = ()
) -> list[Cluster]:
    """Clusters of the items 0 … count-1 whose mean likeness is `least` or more, in order of their first item.

    A pair that is not in `alike` counts as 0. The likest two are joined first, ties by their first items. Joining ends when
    only `fewest` are left. Two that the `days` of their items keep apart are not joined.
    """
    growing = _Growing(count, alike, days or [None] * count)
    heap = [(-like, i, j, 0, 0) for (i, j), like in alike.items() if like >= least]
    heapq.heapify(heap)
    while heap and len(growing.clusters) > fewest:
        mean, i, j, left_age, right_age = heapq.heappop(heap)
        if not growing.current(i, left_age) or not growing.current(j, right_age) or growing.strange(i, j):
            continue
        for k, like in growing.join(i, j, -mean):
            if like >= least:
                first, second = min(i, k), max(i, k)
                heapq.heappush(heap, (-like, first, second, growing.age[first], growing.age[second]))
    return [growing.clusters[i] for i in sorted(growing.clusters)]


class _Growing:
    """Growing clusters, each known by its first item, with the sums over pairs between them."""

    def __init__(self, count: int, alike: Mapping[Pair, int], days: Sequence[int | None]) -> None:
        self.inside = [0] * count
        self.days = [[] if day is None else [day] for day in days]
        self.clusters = {i: Cluster((i,), 0, ()) for i in range(count)}
        self.age = [0] * count
        self.sums: list[dict[int, int]] = [{} for _ in range(count)]
        for (i, j), like in alike.items():
            self.sums[i][j] = self.sums[j][i] = like

    def current(self, at: int, age: int) -> bool:
        """Whether a cluster still is as it was at that age."""
        return at in self.clusters and self.age[at] == age

    def strange(self, i: int, j: int) -> bool:
        """Whether two clusters were printed at other times and are far likelier in themselves than to one another."""
        sizes = [len(self.clusters[k].items) for k in (i, j)]
        inner = min((2 * self.inside[k] // (n * (n - 1)) for k, n in zip((i, j), sizes, strict=True) if n > 1), default=0)
        percent = AS_LIKE_LATER_PERCENT if self._later(i, j) else AS_LIKE_PERCENT
        return 100 * self.sums[i].get(j, 0) < percent * inner * sizes[0] * sizes[1]

    def _later(self, i: int, j: int) -> bool:
        left, right = self.days[i], self.days[j]
        return bool(left and right) and max(left[0] - right[-1], right[0] - left[-1]) >= APART_DAYS

    def join(self, i: int, j: int, mean: int) -> Iterable[tuple[int, int]]:
        """Join the later cluster `j` to `i`; the mean likeness of both to each of their neighbours, in order."""
        left, right = self.clusters[i], self.clusters.pop(j)
        self.clusters[i] = Cluster(tuple(sorted(left.items + right.items)), mean, (left, right))
        self.age[i] += 1
        self.inside[i] += self.inside[j] + self.sums[i].get(j, 0)
        self.days[i] = sorted(self.days[i] + self.days[j])
        for k, like in self.sums[j].items():
            del self.sums[k][j]
            if k != i:
                self.sums[i][k] = self.sums[k][i] = self.sums[i].get(k, 0) + like
        self.sums[j] = {}
        size = len(self.clusters[i].items)
        return [(k, like // (size * len(self.clusters[k].items))) for k, like in sorted(self.sums[i].items())]

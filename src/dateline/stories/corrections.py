"""Groups as persons corrected them: articles they tied together lie in one group, those they keep apart in different ones."""

from collections.abc import Mapping, Sequence

from dateline.judgements import Knots
from dateline.stories.likeness import likeness
from dateline.stories.rows import MILLION
from dateline.stories.stream import Edge

Edges = Sequence[Mapping[int, Edge]]


def corrected(groups: Sequence[Sequence[int]], articles: Sequence[str], knots: Knots, edges: Edges) -> list[list[int]]:
    """The groups with what persons decided, each in order, in order of their first articles.

    `articles` are ids; groups and edges go by position in them. Groups that one knot reaches into are one. Where such a group
    holds knots that are kept apart, each of those is a group, and whatever else was in it goes with the one it is likelier to.
    """
    knot = {at: name for at, article in enumerate(articles) if (name := knots.knot.get(article)) is not None}
    return sorted(side for whole in _united(groups, knot) for side in _sides(whole, knot, knots.apart, edges))


def _united(groups: Sequence[Sequence[int]], knot: Mapping[int, str]) -> list[list[int]]:
    """The groups, those that share a knot put together."""
    into = list(range(len(groups)))
    first: dict[str, int] = {}
    for n, group in enumerate(groups):
        for name in (knot[at] for at in group if at in knot):
            left, right = sorted((_last(into, first.setdefault(name, n)), _last(into, n)))
            into[right] = left
    found: dict[int, list[int]] = {}
    for n, group in enumerate(groups):
        found.setdefault(_last(into, n), []).extend(group)
    return [sorted(whole) for whole in found.values()]


def _last(into: list[int], n: int) -> int:
    """Where a group was put in the end; the way there is shortened for those who ask next."""
    while into[n] != n:
        into[n] = n = into[into[n]]
    return n


def _sides(whole: list[int], knot: Mapping[int, str], apart: Mapping[str, frozenset[str]], edges: Edges) -> list[list[int]]:
    names = {knot[at] for at in whole if at in knot}
    parted = {name for name in names if not names.isdisjoint(apart.get(name, ()))}
    if not parted:
        return [whole]
    sides: dict[str, list[int]] = {}
    units: dict[str | int, list[int]] = {}
    for at in whole:
        name = knot.get(at)
        if name in parted:
            sides.setdefault(str(name), []).append(at)
        else:
            units.setdefault(at if name is None else name, []).append(at)
    return _gathered(list(sides.values()), list(units.values()), edges)


def _gathered(sides: list[list[int]], units: list[list[int]], edges: Edges) -> list[list[int]]:
    """The sides with the units, each of them where it is likeliest to; those like none go with what is like them.

    All that are like a side choose at once, then those that are like these, and so on, so that no choice hangs on another's.
    Of equals the side that came first is chosen, and it has what is like nothing.
    """
    side_of = {at: n for n, side in enumerate(sides) for at in side}
    unit_of = {at: n for n, unit in enumerate(units) for at in unit}
    fresh = list(side_of)
    while fresh:
        touched = {unit_of[other] for at in fresh for other in edges[at] if other in unit_of}
        sizes = [len(side) for side in sides]
        likest = {n: _likest(units[n], sizes, side_of, edges) for n in sorted(touched)}
        chosen = {at: side for n, side in likest.items() if side is not None for at in units[n]}
        for at, side in chosen.items():
            sides[side].append(at)
            del unit_of[at]
        side_of.update(chosen)
        fresh = list(chosen)
    sides[0].extend(unit_of)
    return [sorted(side) for side in sides]


def _likest(unit: Sequence[int], sizes: Sequence[int], side_of: Mapping[int, int], edges: Edges) -> int | None:
    """The side with the greatest mean likeness to a unit; None where it is like none of them."""
    sums = [0] * len(sizes)
    for at in unit:
        for other, edge in edges[at].items():
            if other in side_of:
                sums[side_of[other]] += likeness(edge.event)
    means = [total * MILLION // size for total, size in zip(sums, sizes, strict=True)]
    return means.index(max(means)) if any(means) else None

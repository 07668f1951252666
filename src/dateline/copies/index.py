"""The copies among a set of articles that come and go.

What is found depends on the set alone: two articles are linked when an exact look says so, and are looked at when the keys that
pair them count enough. Which keys pair two articles depends on who else holds them (`holders.py`): so whoever comes or goes may
shift other pairs, and those are counted again.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from dateline.copies.candidates import LEAST, may_be_copy, weight_of
from dateline.copies.groups import copy_of
from dateline.copies.holders import Holders, Mates, Shifts, mark_of
from dateline.copies.links import Link, link
from dateline.copies.reading import Readings
from dateline.copies.ties import Pair, Ties
from dateline.ledger import Drawer, Ledger, Library, Scratch
from dateline.types import Article, Copy

AT_ONCE = 400  # pairs whose articles are asked of the library together


@dataclass(frozen=True, slots=True)
class Held:
    """An article of the index: its id and its keys, in order."""

    id: str
    keys: tuple[int, ...]


def find_copies(articles: Sequence[Article]) -> tuple[Copy, ...]:
    """The groups of articles that derive from one text, by id; the same for any order of the articles.

    Shared quotations and standing lines alone make no copy. `matches` holds the like passages of the pairs that were found alike.
    """
    known = {article.id: article for article in articles}
    index = CopyIndex(Scratch(), lambda ids: {one: known[one] for one in ids})
    index.update(list(known.values()), ())
    return index.copies()


class CopyIndex:
    """The copies among the articles that were taken in; what is kept of them lies in the ledger.

    The library has all of them, from the moment on that they are taken in.
    """

    def __init__(self, ledger: Ledger, library: Library) -> None:
        self._held: Drawer[int, Held] = Drawer(ledger, "copies articles", Held)
        self._holders = Holders(ledger)
        self._ties = Ties(ledger)
        self._readings = Readings(library)

    def update(self, arrived: Sequence[Article], gone: Sequence[str]) -> frozenset[str]:
        """Takes articles in and out; the ids of those (gone ones too) whose group of copies is another now than before."""
        come = {mark_of(article.id): article for article in arrived}
        leave = {mark_of(one) for one in gone}.union(come)
        self._held.fetch(sorted(leave))
        former = {mark: self._held[mark].id for mark in sorted(leave) if mark in self._held}
        shifts = self._take_out(former)
        self._take_in(come, shifts)
        self._ties.fetch(former)
        cut = {_pair(mark, other) for mark in former for other in self._ties.others(mark)}
        cut.update(self._parted(shifts.lost_by(leave)))
        found = dict(self._look(sorted({*self._wanted(come), *self._met(shifts.gained_by(leave))})))
        touched = sorted({mark for pair in cut.union(found) for mark in pair})
        changed = {mark for group in self._ties.groups(touched) for mark in group}
        self._change(cut, found)
        changed.update(mark for group in self._ties.groups(touched) for mark in group)
        self._held.fetch(changed.difference(former))
        return frozenset(former.get(mark) or self._held[mark].id for mark in changed)

    def copies(self, articles: Iterable[str] | None = None) -> tuple[Copy, ...]:
        """The copies that touch these articles, or all, by id."""
        marks = self._ties if articles is None else sorted(map(mark_of, articles))
        return tuple(sorted(map(self._copy, self._ties.groups(marks)), key=lambda copy: copy.id))

    def write_back(self) -> None:
        """Write what was changed to the ledger."""
        self._held.write_back()
        self._holders.write_back()
        self._ties.write_back()

    def _take_out(self, former: Mapping[int, str]) -> Shifts:
        """Has articles hold nothing more; what that shifts for others."""
        shifts = Shifts()
        self._holders.fetch({key for mark in former for key in self._held[mark].keys})
        for mark in former:
            for key in self._held[mark].keys:
                self._holders.remove(key, mark, shifts)
            del self._held[mark]
        self._readings.drop(former.values())
        return shifts

    def _take_in(self, come: Mapping[int, Article], shifts: Shifts) -> None:
        """Has articles hold their keys."""
        new = frozenset(come)
        for mark, article in sorted(come.items()):
            self._held[mark] = Held(article.id, tuple(sorted(self._readings.take(article).keys())))
        self._holders.fetch({key for mark in come for key in self._held[mark].keys})
        for mark in sorted(come):
            for key in self._held[mark].keys:
                self._holders.add(key, mark, shifts, new)

    def _change(self, cut: Iterable[Pair], found: Mapping[Pair, Link]) -> None:
        """Has links go and come."""
        for pair in sorted(cut):
            self._ties.cut(pair)
        for pair, one in found.items():
            self._ties.put(pair, one)

    def _wanted(self, come: Iterable[int]) -> Iterator[Pair]:
        """The pairs with an article that came which share enough to be of one event."""
        for mark in come:
            shared: Counter[int] = Counter()
            for key in self._held[mark].keys:
                mates = self._holders.mates(key, mark)
                if len(mates) > 1:
                    weight = weight_of(key)
                    for mate in mates:
                        shared[mate] += weight
            yield from (_pair(mark, mate) for mate, count in shared.items() if count >= LEAST and mate != mark)

    def _parted(self, groups: Collection[Mates]) -> Iterator[Pair]:
        """The linked pairs, of those that lost a key, which no longer share enough."""
        self._ties.fetch({mark for group in groups for mark in group[:-1]})
        linked = {(one, other) for group in groups for one in group for other in self._ties.others(one) if other in group}
        pairs = [pair for pair in linked if pair[0] < pair[1]]
        self._held.fetch({mark for pair in pairs for mark in pair})
        return (pair for pair in pairs if not self._enough(pair))

    def _met(self, groups: Collection[Mates]) -> Iterator[Pair]:
        """The pairs without a link, of those that gained a key, which now share enough."""
        self._ties.fetch({mark for group in groups for mark in group[:-1]})
        pairs = {pair for group in groups for pair in combinations(group, 2) if pair[1] not in self._ties.others(pair[0])}
        self._held.fetch({mark for pair in pairs for mark in pair})
        return (pair for pair in pairs if self._enough(pair))

    def _enough(self, pair: Pair) -> bool:
        """Whether the keys that pair two articles count enough."""
        shared = set(self._held[pair[0]].keys).intersection(self._held[pair[1]].keys)
        self._holders.fetch(shared)
        return sum(weight_of(key) for key in shared if pair[1] in self._holders.mates(key, pair[0])) >= LEAST

    def _look(self, pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Link]]:
        """The links that an exact look at pairs gives."""
        self._held.fetch({mark for pair in pairs for mark in pair})
        rest = (pair for pair in pairs if may_be_copy(self._held[pair[0]].keys, self._held[pair[1]].keys))
        while part := list(islice(rest, AT_ONCE)):
            named = [sorted((self._held[one].id, self._held[other].id)) for one, other in part]
            readings = self._readings.of(one for pair in named for one in pair)
            for pair, (one, other) in zip(part, named, strict=True):
                found = link(readings[one], readings[other])
                if found is not None:
                    yield pair, found

    def _copy(self, group: Sequence[int]) -> Copy:
        self._held.fetch(group)
        return copy_of(self._ties.links(group), self._readings.of(self._held[mark].id for mark in group))


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)

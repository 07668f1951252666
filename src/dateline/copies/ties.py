"""The links between articles and the groups that they form, kept as rows."""

from collections.abc import Iterable, Iterator

from dateline.copies.links import Link
from dateline.ledger import Drawer, Ledger

Pair = tuple[int, int]  # marks, the lower first


class Ties:
    """Which articles are linked, by mark, and how."""

    def __init__(self, ledger: Ledger) -> None:
        self._others: Drawer[int, list[int]] = Drawer(ledger, "copies linked", list[int])
        self._links: Drawer[str, Link] = Drawer(ledger, "copies links", Link)

    def __iter__(self) -> Iterator[int]:
        """The articles that have a link."""
        return iter(self._others)

    def fetch(self, marks: Iterable[int]) -> None:
        """Read with which others several articles are linked, at once."""
        self._others.fetch(marks)

    def write_back(self) -> None:
        """Write what was changed."""
        self._others.write_back()
        self._links.write_back()

    def others(self, mark: int) -> list[int]:
        """The articles that one is linked with, in order."""
        return self._others.get(mark) or []

    def put(self, pair: Pair, link: Link) -> None:
        """Link two articles."""
        self._links[_name(pair)] = link
        for one, other in (pair, pair[::-1]):
            self._others[one] = sorted({*self.others(one), other})

    def cut(self, pair: Pair) -> None:
        """Part two articles."""
        del self._links[_name(pair)]
        for one, other in (pair, pair[::-1]):
            left = [mark for mark in self.others(one) if mark != other]
            if left:
                self._others[one] = left
            else:
                del self._others[one]

    def groups(self, marks: Iterable[int]) -> Iterator[list[int]]:
        """The groups of linked articles that these stand in, each once."""
        seen: set[int] = set()
        for mark in marks:
            if mark not in seen and self.others(mark):
                group = self._reached(mark)
                seen.update(group)
                yield sorted(group)

    def links(self, group: Iterable[int]) -> list[Link]:
        """The links within a group."""
        names = [_name((one, other)) for one in group for other in self.others(one) if one < other]
        self._links.fetch(names)
        return [self._links[name] for name in names]

    def _reached(self, mark: int) -> set[int]:
        reached = {mark}
        edge = [mark]
        while edge:
            self.fetch(edge)
            edge = sorted({other for one in edge for other in self.others(one)} - reached)
            reached.update(edge)
        return reached


def _name(pair: Pair) -> str:
    return f"{pair[0]:x} {pair[1]:x}"

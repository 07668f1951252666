"""Which articles hold a fingerprint or an anchor, and which of them it pairs, kept as rows.

An article stands in them by its mark, a number made of its id. The marks under a key are in order: few in one row, many in
pages, so that one more changes a page, however many there are.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dateline.ids import content_id
from dateline.ledger import Drawer, Ledger

CROWD = 40  # articles with one key, above which only neighbours are paired: copies chain, and cost no square
NEXT = 2  # neighbours on either side in a crowd: one that only shares the key does not break the chain
PAGE = 256  # marks in a row; twice the crowd at least, so that pages hold crowds only
Mates = tuple[int, ...]


def mark_of(article: str) -> int:
    """The number of an article, of 63 bits: as sure to be another's as its id is, and in no order that means anything."""
    return int(content_id(article), 16) >> 1


@dataclass(frozen=True, slots=True)
class Shifts:
    """Articles of which two have perhaps lost a key that paired them, or gained one, because others came or went."""

    lost: set[Mates] = field(default_factory=set)
    gained: set[Mates] = field(default_factory=set)

    def lost_by(self, moved: Container[int]) -> list[Mates]:
        """Those of articles that did not move themselves, which have perhaps lost a key."""
        return _still(self.lost, moved)

    def gained_by(self, moved: Container[int]) -> list[Mates]:
        """Those of articles that did not move themselves, which have perhaps gained a key."""
        return _still(self.gained, moved)


class Holders:
    """The articles that hold each key, by mark. Two are paired by it when few hold it, or when they stand near each other."""

    def __init__(self, ledger: Ledger) -> None:
        self._rows: Drawer[int, list[int]] = Drawer(ledger, "copies holders", list[int])  # marks, or where pages begin, as ~mark
        self._pages: Drawer[str, list[int]] = Drawer(ledger, "copies pages", list[int])

    def fetch(self, keys: Iterable[int]) -> None:
        """Read the rows of several keys at once."""
        self._rows.fetch(keys)

    def write_back(self) -> None:
        """Write what was changed."""
        self._rows.write_back()
        self._pages.write_back()

    def mates(self, key: int, mark: int) -> Sequence[int]:
        """The articles that the key pairs with one that holds it; of few, that one is among them."""
        row = self._rows[key]
        if _is_crowd(row):
            below, above = self._around(key, row, mark)
            return [*below, *above]
        return row

    def add(self, key: int, mark: int, shifts: Shifts, new: Container[int] = ()) -> None:
        """Has an article hold a key. What shifts for `new` articles, which are looked at anyhow, is not noted."""
        row = self._rows.get(key)
        if row is None:
            self._rows[key] = [mark]
            return
        if _is_crowd(row):
            pairs = _across(*self._around(key, row, mark))
            shifts.lost.update(pair for pair in pairs if pair[0] not in new and pair[1] not in new)
        elif len(row) == CROWD:
            shifts.lost.add(tuple(one for one in row if one not in new))
        self._insert(key, row, mark)

    def remove(self, key: int, mark: int, shifts: Shifts) -> None:
        """Has an article hold a key no more."""
        row = self._rows[key]
        crowd = _is_crowd(row)
        if crowd:
            shifts.gained.update(_across(*self._around(key, row, mark)))
        row = self._take_out(key, row, mark)
        if crowd and not _is_crowd(row):
            shifts.gained.add(tuple(row))

    def _insert(self, key: int, row: list[int], mark: int) -> None:
        if _is_paged(row):
            at = _page_at(row, mark)
            page = self._pages[_name(key, row[at])]
            page.insert(bisect_left(page, mark), mark)
            self._pages.changed(_name(key, row[at]))
            if len(page) > PAGE:
                self._split(key, row, at, page)
            return
        row.insert(bisect_left(row, mark), mark)
        self._rows.changed(key)
        if len(row) > PAGE:
            begins = self._rows[key] = [~0]
            self._split(key, begins, 0, row)

    def _split(self, key: int, row: list[int], at: int, page: list[int]) -> None:
        """Makes two pages of one."""
        half = len(page) // 2
        row.insert(at + 1, ~page[half])
        self._rows.changed(key)
        self._pages[_name(key, row[at])] = page[:half]
        self._pages[_name(key, row[at + 1])] = page[half:]

    def _take_out(self, key: int, row: list[int], mark: int) -> list[int]:
        """The row of a key without a mark."""
        if _is_paged(row):
            at = _page_at(row, mark)
            page = self._pages[_name(key, row[at])]
            page.remove(mark)
            self._pages.changed(_name(key, row[at]))
            return self._join(key, row, at) if len(page) <= PAGE // 4 else row
        row.remove(mark)
        if row:
            self._rows.changed(key)
        else:
            del self._rows[key]
        return row

    def _join(self, key: int, row: list[int], at: int) -> list[int]:
        """The row of a key when a small page was put together with the one beside it, and cut again where they are too many."""
        first = max(0, at - 1)
        names = _name(key, row[first]), _name(key, row[first + 1])
        joined = self._pages[names[0]] + self._pages[names[1]]
        del self._pages[names[1]]
        del row[first + 1]
        self._pages[names[0]] = joined
        self._rows.changed(key)
        if len(joined) > PAGE:
            self._split(key, row, first, joined)
        elif len(row) == 1:
            del self._pages[names[0]]
            self._rows[key] = joined
            return joined
        return row

    def _around(self, key: int, row: list[int], mark: int) -> tuple[list[int], list[int]]:
        """The marks next to one, nearest first, below and above it."""
        marks = row
        if _is_paged(row):
            at = _page_at(row, mark)
            marks = [one for begin in row[max(0, at - 1) : at + 2] for one in self._pages[_name(key, begin)]]
        start, end = bisect_left(marks, mark), bisect_right(marks, mark)
        return marks[max(0, start - NEXT) : start][::-1], marks[end : end + NEXT]


def _is_paged(row: Sequence[int]) -> bool:
    return bool(row) and row[0] < 0


def _is_crowd(row: Sequence[int]) -> bool:
    return len(row) > CROWD or _is_paged(row)


def _page_at(row: Sequence[int], mark: int) -> int:
    """Which page a mark belongs on; the first begins at 0."""
    return bisect_right(row, mark, key=lambda begin: ~begin) - 1


def _name(key: int, begin: int) -> str:
    return f"{key} {~begin}"


def _across(below: Sequence[int], above: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs that stand too far from each other when one more stands between them."""
    for n, one in enumerate(below):
        if NEXT - 1 - n < len(above):
            yield one, above[NEXT - 1 - n]


def _still(groups: Iterable[Mates], moved: Container[int]) -> list[Mates]:
    still = {tuple(mark for mark in group if mark not in moved) for group in groups}
    return sorted(group for group in still if len(group) > 1)

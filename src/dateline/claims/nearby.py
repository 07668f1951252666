"""Nearby: what of an article stands around a place in it, found without a look at all the rest."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from dateline.types import Span

# Code points of a stretch; most clauses lie in one or two, and a stretch holds few of them.
STRETCH = 256

Item = TypeVar("Item")


class Nearby(Generic[Item]):
    """Things by the stretches of the text that they reach over."""

    def __init__(self, placed: Iterable[tuple[Span, Item]]) -> None:
        self._items: list[Item] = []
        self._at: dict[int, list[int]] = {}
        for place, (span, item) in enumerate(placed):
            self._items.append(item)
            for stretch in _stretches(span):
                self._at.setdefault(stretch, []).append(place)

    def to(self, span: Span) -> list[Item]:
        """All that meets, holds or lies in a span, and some of what stands beside it, in the order in which it was given."""
        places = {place for stretch in _stretches(span) for place in self._at.get(stretch, ())}
        return [self._items[place] for place in sorted(places)]


def _stretches(span: Span) -> range:
    return range(span.start // STRETCH, span.end // STRETCH + 1)

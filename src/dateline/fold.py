"""The articles that came since folded into what a store keeps of all: newest revisions, copies, stories and storylines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.errors import StoreBusy
from dateline.judgements import follow
from dateline.ledger import Drawer, Ledger
from dateline.pipeline import Grouped, Heap
from dateline.stores import Shelf, Store
from dateline.stores.revisions import Revisions
from dateline.types import Judgement

BATCH = 250  # articles: few enough that others who write need not wait long
HELD = 40  # batches after which what was read is let go: memory does not grow with the store
ALL = -1
COUNT = "count"


@dataclass(frozen=True, slots=True)
class Whole:
    """What a store holds at one moment: `newest` has for each article its newest revision.

    `kept` says whether all of it was folded in for good; it was not where another process went on writing.
    """

    shelf: Shelf
    judgements: tuple[Judgement, ...]
    grouped: Grouped
    newest: Mapping[str, str]
    kept: bool


def fold(store: Store, pipeline: str) -> None:
    """Folds in what came since, batch by batch in order of days; `StoreBusy` when another process goes on writing."""
    folded: _Folded | None = None
    while store.arrivals(pipeline, 1):
        with store.ledger(pipeline) as ledger:
            if folded is None or not folded.is_current(ledger):
                folded = _Folded(store, pipeline, ledger)
            arrived = store.arrivals(pipeline, BATCH)
            folded.update(arrived, store.judgements())
            folded.write_back()
            store.seen(pipeline, len(arrived))


def whole_of(store: Store, pipeline: str) -> Whole:
    """What a store holds now. What cannot be kept, because another process goes on writing, is folded in again next time."""
    try:
        fold(store, pipeline)
        kept = True
    except StoreBusy:
        kept = False
    # One transaction: what others add while this reads is in all of it or in none.
    with store.ledger_as_is(pipeline) as ledger:
        folded, judgements = _Folded(store, pipeline, ledger), store.judgements()
        folded.update(store.arrivals(pipeline, ALL), judgements)
        return Whole(store.shelf(pipeline), judgements, folded.heap.grouped(), folded.newest(), kept)


class _Folded:
    """The revisions and the heap of a store, as its ledger has them."""

    def __init__(self, store: Store, pipeline: str, ledger: Ledger) -> None:
        self._store, self._pipeline = store, pipeline
        self._revisions = Revisions(ledger, lambda ids: store.articles(pipeline, ids))
        self.heap = Heap(ledger, lambda ids: store.articles(pipeline, ids))
        self._batches: Drawer[str, int] = Drawer(ledger, "batches", int)
        self._first = self._batches.get(COUNT) or 0

    def is_current(self, ledger: Ledger) -> bool:
        """Whether nobody else folded anything since, and little enough is held."""
        count = self._batches.get(COUNT) or 0
        return count == (Drawer[str, int](ledger, "batches", int).get(COUNT) or 0) and count - self._first < HELD

    def update(self, arrived: Sequence[str], judgements: Sequence[Judgement]) -> None:
        """Takes articles in, and what persons decided."""
        named = {one for judgement in judgements for one in (judgement.left, judgement.right) if one is not None}
        # Judgements grow with the pages that change: whether an article is there is told without reading it.
        self._revisions.newest.fetch(sorted(named))
        here = {one for one in named if one in self._revisions.newest}.union(named.intersection(arrived))
        came, went = self._revisions.update(arrived, follow(judgements, here, {}))
        articles = self._store.articles(self._pipeline, came)
        newer = {one: last for one in here if (last := self._revisions.newest.get(one)) is not None}
        decided = follow(judgements, here, newer)
        self.heap.update(list(articles.values()), went, self._store.analyses(self._pipeline, came), decided)

    def newest(self) -> dict[str, str]:
        """For each article its newest revision."""
        return {one: self._revisions.newest[one] for one in self._revisions.newest}

    def write_back(self) -> None:
        """Keeps what was changed."""
        self._batches[COUNT] = (self._batches.get(COUNT) or 0) + 1
        self._batches.write_back()
        self._revisions.write_back()
        self.heap.write_back()

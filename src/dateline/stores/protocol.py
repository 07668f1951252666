"""What a store must do. Pages, articles, analyses and judgements are kept; everything else may be forgotten and found again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from dateline.ledger import Ledger
from dateline.types import Analysis, Article, Judgement, Outcome, Page, Rejected, Span


@dataclass(frozen=True, slots=True)
class Shelf:
    """What one pipeline made of the pages of a store, each list in order of id.

    `twins` are articles of `articles` as they stand in other files.
    """

    articles: tuple[Article, ...]
    twins: tuple[Article, ...]
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that holds all words of a search: the stretch from the first to the last of them, and each of them."""

    span: Span
    words: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """The record of a store as it was shown from one time on: the how many-th it is, and the digest of the record.

    `made` is a time in UTC, as in judgements.
    """

    number: int
    digest: str
    made: str


# What an edition says of a thing, by its kind and its id.
States = Mapping[tuple[str, str], str]


class Store(Protocol):
    """Keeps pages and what was made of them. `pipeline` is a digest of the code, data and model that made it.

    Every method that writes does so in one transaction, and raises `StoreBusy` when another process keeps writing.
    """

    def result(self, page: Page, pipeline: str) -> Article | Rejected | None:
        """What the pipeline made of the page; None when it has not read it."""
        ...

    def unread(self, pipeline: str) -> Iterator[Page]:
        """The kept pages that the pipeline has not read yet, in order of their ids."""
        ...

    def add(self, outcomes: Sequence[Outcome], pipeline: str, judgements: Iterable[Judgement] = ()) -> None:
        """Keep pages, what became of them, and what was decided when they came."""
        ...

    def namesakes(self, name: str, pipeline: str) -> tuple[Article, ...]:
        """The articles that the pipeline found in kept pages of that name, in order of id."""
        ...

    def last_page(self, name: str) -> Page | None:
        """The kept page of that name that was fetched last; None if there is none."""
        ...

    def reject(self, rejected: Iterable[Rejected]) -> None:
        """Keep the reasons why something could not be read as a page at all."""
        ...

    def shelf(self, pipeline: str) -> Shelf:
        """Everything that pipeline made of the pages, all revisions of every article."""
        ...

    def articles(self, pipeline: str, ids: Sequence[str]) -> dict[str, Article]:
        """Those of the articles that pipeline found; of one in two files, the file whose name comes first."""
        ...

    def analyses(self, pipeline: str, ids: Sequence[str] | None = None) -> tuple[Analysis, ...]:
        """The analyses of the articles that pipeline found, or of some of them, in order of article."""
        ...

    def arrivals(self, pipeline: str, limit: int) -> tuple[str, ...]:
        """The first articles by day that the steps of a pipeline which see all articles have not seen yet."""
        ...

    def seen(self, pipeline: str, count: int) -> None:
        """Note, while its ledger is open, that those steps have seen the first of the arrivals."""
        ...

    def ledger(self, pipeline: str) -> AbstractContextManager[Ledger]:
        """What those steps keep; what is written is all kept at the end, or nothing, and nobody else writes meanwhile."""
        ...

    def ledger_as_is(self, pipeline: str) -> AbstractContextManager[Ledger]:
        """The same, without waiting for others that write, and without keeping anything."""
        ...

    def pipelines(self) -> tuple[str, ...]:
        """The pipelines that read pages of this store, in order."""
        ...

    def damaged(self) -> tuple[str, ...]:
        """The names of the kept pages whose bytes are no longer those that were read, in order."""
        ...

    def renamed(self, pipeline: str) -> tuple[tuple[str, str], ...]:
        """The articles that other pipelines found in kept pages, each with the other one that this finds there, in order."""
        ...

    def forget(self, pipeline: str) -> None:
        """Drop what other pipelines made of the pages."""
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """All decisions, withdrawn ones too, in order of id."""
        ...

    def judge(self, judgements: Iterable[Judgement]) -> None:
        """Keep decisions; one with a known id takes the place of the former."""
        ...

    def recall(self, key: str) -> bytes | None:
        """What is cached under `key`."""
        ...

    def keep(self, found: Mapping[str, bytes], shelf: str = "") -> None:
        """Cache these in the place of all that was cached on the same shelf."""
        ...

    def cached(self) -> Iterator[tuple[str, str, bytes | None]]:
        """Key, shelf and bytes of all that is cached, in order of key; None for bytes that can no longer be unpacked."""
        ...

    def remember_names(self, names: Mapping[str, str]) -> None:
        """Keep, for each id of a story, the article it is named after."""
        ...

    def named_after(self, former: str) -> str | None:
        """The article a story with that id, or the only one whose id begins so, was named after; None if there was none."""
        ...

    def note(self, name: str, value: str) -> None:
        """Keep a fact about the store itself."""
        ...

    def fact(self, name: str) -> str | None:
        """The fact kept under that name; None if there is none."""
        ...

    def search(self, query: str, limit: int) -> list[Found]:
        """The passages that hold all words of `query`, best first."""
        ...

    def editions(self) -> tuple[Edition, ...]:
        """The editions of the record that were shown, in order."""
        ...

    def publish(self, digest: str, made: str, states: States) -> Edition:
        """Keep the edition with that digest and what it says; the last one, if it is that already."""
        ...

    def states(self, edition: int) -> dict[tuple[str, str], tuple[str, int]]:
        """What an edition says of each thing in it, and the first edition that said so without a break."""
        ...

    def version(self) -> int:
        """A number that is another one when someone else has written since it was asked for."""
        ...

    def close(self) -> None:
        """Give the store back."""
        ...

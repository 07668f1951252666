"""The write side: pages into a store, each read once by each pipeline, and folded into its stories."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from dateline.engines.local import read_all
from dateline.errors import StoreBusy
from dateline.fold import fold
from dateline.ids import content_id
from dateline.judgements import read_anew
from dateline.languages import is_read
from dateline.passages import article_of, moved, passage_name, passage_named
from dateline.pipeline import fingerprint, versions_of
from dateline.read import read_pages
from dateline.read.inputs import find_inputs, sort_out
from dateline.settings import Settings
from dateline.stores import Store
from dateline.stores.revisions import revises, supersede
from dateline.types import Article, Judgement, Outcome, Page, Rejected

Tick = Callable[[int], None]


# Each process loads the model for itself, in about the time in which one analyses twenty short pages.
POOL_FROM = 24
MOST_WORKERS = 8


@dataclass(frozen=True, slots=True)
class Added:
    """What adding pages did: how many were new or known, how many give an article, which are revisions, which cannot be used.

    `foreign` holds the language of each new article of which only the words were read, sorted.
    """

    new: int
    known: int
    readable: int
    revisions: tuple[str, ...]
    rejected: tuple[Rejected, ...]
    foreign: tuple[str, ...] = ()


def count_inputs(paths: Sequence[str | Path]) -> int | None:
    """How many files and addresses there are to read; None where an archive is among them, which may hold any number.

    A list of addresses counts as one.
    """
    named = sort_out(paths)
    found = find_inputs(named.files)
    return None if any(one.packed for one in found) else len(found) + len(named.addresses) + len(named.lists)


def workers_for(count: int | None) -> int:
    """How many processes, beside the one that extracts, analyse that many pages fastest here; any number gives the same."""
    return 1 if count is not None and count < POOL_FROM else max(1, min(MOST_WORKERS, (os.cpu_count() or 1) - 1))


def pipeline_key(settings: Settings) -> str:
    """The digest of everything that readings of pages depend on: code, data and language model."""
    return content_id(fingerprint(), versions_of(settings).model)


def add_pages(store: Store, paths: Sequence[str | Path], settings: Settings, *, tick: Tick | None = None) -> Added:
    """Adds the pages at `paths` to the store; a page that is there already changes nothing. `tick` is called after each batch."""
    key = pipeline_key(settings)
    tally = Tally()
    pages = read_pages(paths, settings, known=store.last_page)
    with closing(read_all(_unknown(store, pages, key, tally), settings)) as batches:
        for batch in batches:
            judgements = [judgement for outcome in batch for judgement in _later(store, outcome, key, tally)]
            store.add(batch, key, judgements)
            tally.new += len(batch)
            tally.rejected += [outcome.result for outcome in batch if isinstance(outcome.result, Rejected)]
            articles = [outcome.result for outcome in batch if isinstance(outcome.result, Article)]
            tally.foreign += [article.language for article in articles if not is_read(article)]
            if tick is not None:
                tick(len(batch))
    store.reject(tally.unread)
    with suppress(StoreBusy):  # whoever reads next folds in what is left
        fold(store, key)
    rejected = (*tally.unread, *tally.rejected)
    readable = tally.new + tally.known - len(tally.rejected)
    return Added(tally.new, tally.known, readable, tuple(sorted(tally.revisions)), rejected, tuple(sorted(tally.foreign)))


def catch_up(store: Store, settings: Settings, *, tick: Tick | None = None) -> None:
    """Reads again the pages that this pipeline has not read, after a change of program or model, and drops what others made.

    What was decided of articles that are read otherwise now goes on to what their pages give in their place.
    """
    key = pipeline_key(settings)
    with closing(read_all(store.unread(key), settings)) as batches:
        for batch in batches:
            store.add(batch, key)
            if tick is not None:
                tick(len(batch))
    _hand_on(store, key)
    store.forget(key)


def _hand_on(store: Store, key: str) -> None:
    """Keeps, of the articles and passages that judgements name, which ones this pipeline found in their place."""
    anew = store.renamed(key)
    if anew:
        named = {name for one in store.judgements() for name in (one.left, one.right) if name is not None}
        articles = [read_anew(now, former) for former, now in anew if former in named]
        store.judge([*articles, *_passages(store, key, anew, named)])


def _passages(store: Store, key: str, anew: Sequence[tuple[str, str]], named: Iterable[str]) -> Iterator[Judgement]:
    """The judgements that passages stand elsewhere now, in articles that were read anew and still have their words."""
    wanted: dict[str, list[str]] = {}
    for name in sorted(named):
        wanted.setdefault(article_of(name), []).append(name)
    pairs = [(former, now) for former, now in anew if any(passage_named(name) for name in wanted.get(former, ()))]
    others = [one for one in store.pipelines() if one != key]
    before = {one: article for pipeline in others for one, article in store.articles(pipeline, [a for a, _ in pairs]).items()}
    after = store.articles(key, [now for _, now in pairs])
    for former, now in pairs:
        for name in wanted[former]:
            place = passage_named(name)
            there = None if place is None else moved(place, before[former].text, after[now].text, now)
            if there is not None:
                yield read_anew(passage_name(there), name)


@dataclass(slots=True)
class Tally:
    """Counts what happens to the pages of one run."""

    new: int = 0
    known: int = 0
    revisions: list[str] = field(default_factory=list)
    unread: list[Rejected] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


def _unknown(store: Store, pages: Iterable[Page | Rejected], key: str, tally: Tally) -> Iterator[Page]:
    """The pages that the store does not have; what could not be read as a page is set aside."""
    for page in pages:
        if isinstance(page, Rejected):
            tally.unread.append(page)
            continue
        result = store.result(page, key)
        if result is None:
            yield page
            continue
        tally.known += 1
        if isinstance(result, Rejected):
            tally.rejected.append(result)


def _later(store: Store, outcome: Outcome, key: str, tally: Tally) -> tuple[Judgement, ...]:
    """The judgements that a page takes the place of those read under its name before."""
    article = outcome.result
    if isinstance(article, Rejected):
        return ()
    older = [old for old in store.namesakes(article.file, key) if old.id != article.id and revises(article, old)]
    if older:
        tally.revisions.append(article.id)
    return supersede(article, older)

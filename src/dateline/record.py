"""The read side: what every door asks of a record or a store."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

import msgspec

from dateline import pipeline
from dateline.errors import NotFound, StoreBusy
from dateline.fold import whole_of
from dateline.intake import catch_up, pipeline_key
from dateline.passages import follow_passages
from dateline.settings import Settings
from dateline.stores import Shelf, Store
from dateline.types import Article, Span
from dateline.views.assemble import assemble
from dateline.views.cite import cite
from dateline.views.document import Moment, Record, RecordClaim, RecordQuote, RecordStory
from dateline.views.evidence import Evidence
from dateline.views.material import Kept

Tick = Callable[[int], None]
LEAST_PREFIX = 4  # fewer characters of an id say too little to stand for it


@dataclass(frozen=True, slots=True)
class Place:
    """Code points of the text of an article, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """Sentences that hold the words of a search, where the words stand in them, and the stories their article belongs to."""

    evidence: Evidence
    words: tuple[Place, ...]
    title: str | None
    outlet: str | None
    stories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """A story in a list: `claims`, `disagreements` and `quotes` are counts."""

    id: str
    title: str
    first: str | None
    last: str | None
    storyline: str
    articles: tuple[str, ...]
    claims: int
    disagreements: int
    quotes: int


class Identified(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """The id."""
        ...


Some = TypeVar("Some", bound=Identified)


def encode(record: object) -> bytes:
    """A record, or a part of one, as JSON: UTF-8, sorted keys, one line."""
    return msgspec.json.encode(record, order="sorted") + b"\n"


def record_of(store: Store, settings: Settings, *, analysis: bool = False, tick: Tick | None = None) -> Record:
    """The record of all pages in the store. It is kept there; a second call without new pages finds it."""
    catch_up(store, settings, tick=tick)
    made_by = pipeline_key(settings)
    whole = whole_of(store, made_by)
    shelf = whole.shelf
    versions = pipeline.versions_of(settings)
    articles = tuple(article for article in shelf.articles if whole.newest[article.id] == article.id)
    kept = Kept(versions, whole.judgements, shelf.rejected, _superseded(shelf, whole.newest))
    key = _digest(articles, kept, analysis=analysis)
    known = store.recall(key)
    if known is not None:
        return msgspec.json.decode(known, type=Record)
    shown = {article.id for article in articles}
    analyses = [one for one in store.analyses(made_by) if one.article in shown]
    cache = _Cache(store, busy=not whole.kept)
    texts = {article.id: article.text for article in shelf.articles}
    judgements = follow_passages(whole.judgements, texts, whole.newest)
    material = pipeline.tell(
        articles, analyses, whole.grouped, versions, judgements=judgements, known=settings.known, memory=cache, tick=tick
    )
    record = assemble(material, kept, analysis=analysis)
    cache.keep_on(f"record {analysis}", {key: encode(record)})
    if not cache.busy:
        with suppress(StoreBusy):
            store.remember_names({story.id: _first(story, record) for story in record.stories})
    return record


class _Cache:
    """The store's cache, of which the pipeline sees the findings.

    Nothing is kept once another process was found to go on writing: a reader waits for it once, and what is not kept is found
    again.
    """

    def __init__(self, store: Store, *, busy: bool) -> None:
        self._store = store
        self.busy = busy

    def recall(self, key: str) -> bytes | None:
        return self._store.recall(key)

    def keep(self, found: Mapping[str, bytes]) -> None:
        self.keep_on("findings", found)

    def keep_on(self, shelf: str, found: Mapping[str, bytes]) -> None:
        """Keep these in the place of all on that shelf."""
        if not self.busy:
            try:
                self._store.keep(found, shelf)
            except StoreBusy:
                self.busy = True


def _superseded(shelf: Shelf, newest: Mapping[str, str]) -> tuple[tuple[Article, str], ...]:
    """The versions that are not in the record themselves, each with the id of the one that is."""
    replaced = tuple((one, newest[one.id]) for one in shelf.articles if newest[one.id] != one.id)
    return replaced + tuple((one, newest[one.id]) for one in shelf.twins)


def _digest(articles: Sequence[Article], kept: Kept, *, analysis: bool) -> str:
    # The id stands for both texts; what else is told of an article may hang on which of two files came.
    told = [replace(article, text="", matter="") for article in articles]
    seen = (pipeline.fingerprint(), told, kept, analysis)
    return hashlib.sha256(msgspec.msgpack.encode(seen)).hexdigest()


def _first(story: RecordStory, record: Record) -> str:
    """The article that a story is named after: its earliest, then the first by id."""
    days = {article.id: article.published.earliest or "9999" for article in record.articles}
    return min(story.articles, key=lambda identity: (days[identity], identity))


# Questions to a record


def stories(record: Record) -> tuple[Summary, ...]:
    """The stories in order of their first day, each in a few figures."""
    return tuple(
        Summary(
            one.id,
            one.title,
            one.first,
            one.last,
            one.storyline,
            one.articles,
            len(one.claims),
            len(one.disagreements),
            len(one.quotes),
        )
        for one in record.stories
    )


def show(record: Record, identity: str, *, store: Store | None = None) -> RecordStory:
    """The story with that id or an id it had before, or the beginning of either; else `NotFound`."""
    found = pick(record.stories, identity)
    if found is None and store is not None and len(identity) >= LEAST_PREFIX:
        article = store.named_after(identity)
        newer = {one.article.id: one.by for one in record.superseded}
        found = next((story for story in record.stories if newer.get(article or "", article) in story.articles), None)
    if found is None:
        raise NotFound(f"There is no story {identity}. 'dateline stories' lists them.")
    return found


def claims(record: Record, identity: str | None = None, *, store: Store | None = None) -> tuple[RecordClaim, ...]:
    """The claims of one story, or of all stories, each claim once."""
    told = record.stories if identity is None else (show(record, identity, store=store),)
    return _once(claim for story in told for claim in story.claims)


def quotes(
    record: Record, identity: str | None = None, *, speaker: str | None = None, store: Store | None = None
) -> tuple[RecordQuote, ...]:
    """The quotations in one story, or in all; with `speaker`, those whose speaker goes by a name that holds these words."""
    told = record.stories if identity is None else (show(record, identity, store=store),)
    found = _once(quote for story in told for quote in story.quotes)
    if speaker is None:
        return found
    names = _names(record)
    return tuple(quote for quote in found if _speaks(quote, speaker.casefold(), names))


def _names(record: Record) -> dict[str, str]:
    """All names of each entity, without case."""
    return {entity.id: " | ".join((entity.name, *entity.variants)).casefold() for entity in record.entities}


def timeline(
    record: Record,
    identity: str | None = None,
    *,
    actor: str | None = None,
    most: int | None = None,
    store: Store | None = None,
) -> tuple[Moment, ...]:
    """The timeline of one story or storyline, or of all stories together, in order of time; with `most`, only what most tell.

    With `actor`, only events of entities that go by a name that holds these words.
    """
    line = None if identity is None or pick(record.stories, identity) else pick(record.storylines, identity)
    if line is not None and line.timeline:
        moments: Iterable[Moment] = line.timeline
    else:
        named = line.stories[0] if line is not None else identity
        told = record.stories if named is None else (show(record, named, store=store),)
        moments = (moment for story in told for moment in story.timeline)
    if actor is not None:
        meant = {identity for identity, name in _names(record).items() if actor.casefold() in name}
        moments = (moment for moment in moments if not meant.isdisjoint(moment.entities))
    found = {(one.date.earliest, one.date.latest, one.statement.evidence): one for one in moments}
    kept = sorted(found, key=lambda key: (-found[key].origins, -found[key].outlets, -found[key].articles, key))[:most]
    return tuple(found[key] for key in sorted(kept))


def search(store: Store, record: Record, query: str, *, settings: Settings, limit: int = 50) -> tuple[Hit, ...]:
    """The sentences of the record's articles that hold all words and "phrases" of `query` in one passage, best first."""
    articles = {one.id: one for one in record.articles}
    homes: dict[str, list[str]] = {}
    for story in record.stories:
        for article in story.articles:
            homes.setdefault(article, []).append(story.id)
    found = [one for one in store.search(query, limit) if one.span.article in articles]
    here = list(dict.fromkeys(one.span.article for one in found))
    made_by = pipeline_key(settings)
    whole = store.articles(made_by, here)
    sentences = {one.article: one.sentences for one in store.analyses(made_by, here)}
    hits = []
    for match in found:
        one = articles[match.span.article]
        cited = cite(whole[one.id], _widen(match.span, sentences.get(one.id, ())))
        words = tuple(Place(word.start, word.end) for word in match.words)
        hits.append(Hit(cited, words, one.title, one.outlet, tuple(homes.get(one.id, ()))))
    return tuple(hits)


def _widen(span: Span, sentences: Sequence[Span]) -> Span:
    """The whole sentences that `span` touches."""
    touched = [sentence for sentence in sentences if sentence.meets(span)]
    return replace(
        span, start=min([span.start, *(one.start for one in touched)]), end=max([span.end, *(one.end for one in touched)])
    )


def _speaks(quote: RecordQuote, wanted: str, names: dict[str, str]) -> bool:
    if quote.speaker is None:
        return False
    return wanted in quote.speaker.name.casefold() or wanted in names.get(quote.speaker.entity or "", "")


def _once(found: Iterable[Some]) -> tuple[Some, ...]:
    return tuple({one.id: one for one in found}.values())


def pick(found: Sequence[Some], identity: str) -> Some | None:
    """The one with that id, or the only one whose id begins so; None if there is none."""
    exact = [one for one in found if one.id == identity]
    near = [one for one in found if len(identity) >= LEAST_PREFIX and one.id.startswith(identity)]
    return exact[0] if exact else near[0] if len(near) == 1 else None

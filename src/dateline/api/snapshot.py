"""One edition of the record in memory, with what requests ask of it looked up; never changed, so that many may read it."""

import gc
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from threading import Lock

import msgspec

from dateline.api.shapes import ArticlePage, Where
from dateline.api.summaries import Kept, Listed, list_stories
from dateline.errors import NotFound
from dateline.excerpt import excerpt, line_of
from dateline.record import encode, pick
from dateline.stores import Edition
from dateline.views.document import Record, RecordStory
from dateline.views.found import RecordAnalysis

MOST_PARTS = 16  # encoded storylines that are kept; the largest is some megabytes


@dataclass(frozen=True, slots=True)
class Made:
    """An edition as the process that made it hands it over: the JSON record, and apart what was found in each article.

    `kept` is what the edition says of each thing, and since when. `data` is empty where it is the edition that was known.
    """

    edition: Edition
    data: bytes
    analyses: Mapping[str, bytes]
    kept: Kept


def _read(data: bytes) -> Record:
    """The record in the bytes, decoded without looking for cycles, of which it has none: that takes five times as long.

    Nor is it looked through later (`freeze`): all who ask would wait meanwhile. It goes when nothing refers to it any more.
    """
    gc.disable()
    try:
        record = msgspec.json.decode(data, type=Record)
        gc.freeze()
    finally:
        gc.enable()
    return record


class Snapshot:
    """An edition of the record. What was found in each article stays encoded: it is most of a record, and seldom asked for."""

    def __init__(self, made: Made) -> None:
        self.edition = made.edition
        self.record = _read(made.data)
        self._analyses = made.analyses
        self._parts: dict[tuple[str, bool], bytes] = {}
        self._lock = Lock()
        self.listed: tuple[Listed, ...] = list_stories(self.record, made.kept)

    @property
    def tag(self) -> str:
        """The entity tag of everything that is told of this edition."""
        return f'W/"{self.edition.digest}"'

    def part(self, story: RecordStory, *, analysis: bool = False) -> bytes:
        """The record of the storyline of a story, as JSON; with `analysis`, what was found in each of its articles as well."""
        key = (story.storyline, analysis)
        with self._lock:
            known = self._parts.pop(key, None)
            if known is None:
                told = excerpt(self.record, line_of(self.record, story))
                known = encode(self.with_analyses(told) if analysis else told)
            self._parts[key] = known  # as the last one used
            for oldest in list(self._parts)[:-MOST_PARTS]:
                del self._parts[oldest]
        return known

    def article(self, identity: str) -> ArticlePage:
        """One article with all that is told of it; `NotFound` when there is none with that id, or one that begins so."""
        record = self.record
        article = pick(record.articles, identity)
        if article is None:
            newer = pick([one.article for one in record.superseded], identity)
            by = next((one.by for one in record.superseded if newer is not None and one.article.id == newer.id), None)
            article = None if by is None else pick(record.articles, by)
        if article is None:
            raise NotFound(f"There is no article {identity}.")
        stories = [story for story in record.stories if article.id in story.articles]
        claims = [one for story in stories for one in story.claims]
        return ArticlePage(
            article=article,
            analysis=self.analysis(article.id),
            stories=tuple(story.id for story in stories),
            claims=tuple(one.id for one in claims if any(told.article == article.id for told in one.statements)),
            quotes=tuple(one.id for story in stories for one in story.quotes if one.article == article.id),
            copies=tuple(one for one in record.copies if article.id in one.articles),
            superseded=tuple(one for one in record.superseded if one.by == article.id),
        )

    def analysis(self, article: str) -> RecordAnalysis | None:
        """What was found in an article."""
        raw = self._analyses.get(article)
        return None if raw is None else msgspec.json.decode(raw, type=RecordAnalysis)

    def with_analyses(self, record: Record) -> Record:
        """The record, or a part of it, with what was found in each article."""
        found = (self.analysis(article.id) for article in record.articles)
        return replace(record, analyses=tuple(one for one in found if one is not None))

    def where(self, identity: str) -> Where:
        """Where the thing of that id is told; `NotFound` for an id that nothing has."""
        found = self._places.get(identity)
        if found is None:
            raise NotFound(f"Nothing in this record has the id {identity}.")
        return found

    @cached_property
    def _places(self) -> dict[str, Where]:
        """Every id of the record with the first story in which it stands."""
        places: dict[str, Where] = {}
        for where in self._told():
            places.setdefault(where.id, where)
        for one in self.record.superseded:
            if one.by in places:
                newer = places[one.by]
                places.setdefault(one.article.id, Where(newer.id, "article", newer.story, newer.storyline))
        return places

    def _told(self) -> Iterator[Where]:
        for story in self.record.stories:
            here = (story.id, story.storyline)
            yield Where(story.id, "story", *here)
            yield Where(story.storyline, "storyline", *here)
            yield from (Where(one, "article", *here) for one in story.articles)
            for claim in story.claims:
                yield Where(claim.id, "claim", *here)
                yield from (Where(one.id, "statement", *here) for one in claim.statements)
            yield from (Where(one.id, "quote", *here) for one in story.quotes)
            yield from (Where(one.id, "disagreement", *here) for one in story.disagreements)
            yield from (Where(one.id, "event", *here) for one in story.events)
            yield from (Where(one.entity, "entity", *here) for one in story.actors)

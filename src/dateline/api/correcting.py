"""The routes that correct: what a person decides of stories, claims, origins and disagreements, and how it is undone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Body, Request, Response
from pydantic import Field

from dateline.api.answers import answer, answer_of, gives
from dateline.api.jobs import Job
from dateline.api.reading import Here, Now
from dateline.api.room import Room
from dateline.api.worker import now
from dateline.correct import Correction, corrections, merge, split, undo
from dateline.correct_claims import no_conflict, not_same, rests_on, same_claim
from dateline.passages import article_of, passage_named
from dateline.stores import Store
from dateline.types import Judgement
from dateline.views.document import Record

MOST_NAMED = 500

routes = APIRouter(prefix="/api", tags=["correcting"])

Name = Annotated[str, Field(max_length=200)]
Names = Annotated[list[Name], Field(max_length=MOST_NAMED)]
SourceKind = Literal["agency", "official", "person", "document", "outlet"]


@dataclass(frozen=True, slots=True)
class Merge:
    """These stories are one."""

    kind: Literal["merge"]
    stories: Names
    by: Name | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """These articles of a story are one of their own, or belong to the story `into`."""

    kind: Literal["split"]
    story: Name
    articles: Names
    into: Name | None = None
    by: Name | None = None


@dataclass(frozen=True, slots=True)
class SameClaim:
    """These claims say the same."""

    kind: Literal["same claim"]
    claims: Names
    by: Name | None = None


@dataclass(frozen=True, slots=True)
class NotSame:
    """These statements do not say what the rest of their claim says."""

    kind: Literal["not same"]
    claim: Name
    statements: Names
    by: Name | None = None


@dataclass(frozen=True, slots=True)
class RestsOn:
    """A statement, or each one of a claim, rests on the word of a source."""

    kind: Literal["origin"]
    told: Name
    source: Name
    source_kind: SourceKind | None = None
    by: Name | None = None


@dataclass(frozen=True, slots=True)
class NoConflict:
    """The sides of a disagreement do not conflict."""

    kind: Literal["no conflict"]
    disagreement: Name
    by: Name | None = None


Decision = Annotated[Merge | Split | SameClaim | NotSame | RestsOn | NoConflict, Body(discriminator="kind")]


@dataclass(frozen=True, slots=True)
class Decided:
    """A correction, with the titles of the articles or the words of the passages that it names; null for what is not here."""

    correction: Correction
    words: tuple[tuple[str | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """The judgements that were kept or withdrawn, and the job that makes the record with them."""

    judgements: tuple[Judgement, ...]
    job: Job


@routes.get("/corrections", **gives(tuple[Decided, ...], 503))
def list_corrections(request: Request, snapshot: Now) -> Response:
    """What persons decided, in order of time, also what was withdrawn or overruled."""
    record = snapshot.record

    def _make() -> list[Decided]:
        return [Decided(one, tuple(_words(record, part) for part in one.parts)) for one in corrections(record)]

    return answer_of(snapshot, request, _make)


@routes.post("/corrections", status_code=201, **gives(Corrected, 400, 403, 404, 422, 503, status=201))
def correct(room: Here, snapshot: Now, decision: Decision) -> Response:
    """Keeps a decision. The record that follows it is made by the job that comes back."""
    by = decision.by or room.by
    with room.store() as store:
        made = _decide(store, snapshot.record, decision, by)
    return _corrected(room, made, decision.kind)


@routes.delete("/corrections/{judgement}", **gives(Corrected, 400, 403, 404, 503))
def undo_correction(room: Here, judgement: str) -> Response:
    """Withdraws the correction that a judgement belongs to."""
    with room.store() as store:
        made = undo(store, judgement)
    return _corrected(room, made, "undo", status=200)


def _corrected(room: Room, made: Sequence[Judgement], title: str, *, status: int = 201) -> Response:
    return answer(Corrected(tuple(made), room.ask(title)), status=status)


def _decide(store: Store, record: Record, one: Decision, by: str) -> tuple[Judgement, ...]:
    when = now()
    if isinstance(one, Merge):
        return merge(store, record, one.stories, by=by, when=when)
    if isinstance(one, Split):
        return split(store, record, one.story, one.articles, into=one.into, by=by, when=when)
    if isinstance(one, SameClaim):
        return same_claim(store, record, one.claims, by=by, when=when)
    if isinstance(one, NotSame):
        return not_same(store, record, one.claim, one.statements, by=by, when=when)
    if isinstance(one, RestsOn):
        return rests_on(store, record, one.told, one.source, kind=one.source_kind, by=by, when=when)
    return no_conflict(store, record, one.disagreement, by=by, when=when)


def _words(record: Record, part: Sequence[str]) -> tuple[str | None, ...]:
    articles = {article.id: article for article in (*record.articles, *(one.article for one in record.superseded))}

    def _of(name: str) -> str | None:
        article, place = articles.get(article_of(name)), passage_named(name)
        if article is None:
            return None
        return (article.title or article.file) if place is None else article.text[place.start : place.end]

    return tuple(_of(name) for name in part)

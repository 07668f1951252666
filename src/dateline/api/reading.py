"""The routes that read: stories, one story, one article, search, figures, and what is new."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from dateline import __version__
from dateline.api.answers import answer, answer_of, gives
from dateline.api.room import Room
from dateline.api.shapes import ArticlePage, FigureList, Results, Status, StoryList, Where
from dateline.api.snapshot import Snapshot
from dateline.api.summaries import Filter, choose, facets_of
from dateline.changes import Changes, changes, edition_at
from dateline.excerpt import excerpt
from dateline.record import search, show
from dateline.stores import Edition
from dateline.views.document import Record, RecordStory
from dateline.views.found import RecordAnalysis

MOST_LISTED = 500
MOST_HITS = 200
MOST_BYTES = 200_000_000  # of one request: an archive of a few thousand pages
LIMITS = {"/api/pages/files": MOST_BYTES}

routes = APIRouter(prefix="/api", tags=["reading"])


def room_of(request: Request) -> Room:
    """The room that the server serves."""
    room: Room = request.app.state.room
    return room


def snapshot_of(request: Request) -> Snapshot:
    """The last edition of its record."""
    return room_of(request).snapshot


Here = Annotated[Room, Depends(room_of)]
Now = Annotated[Snapshot, Depends(snapshot_of)]
Day = Annotated[str | None, Query(pattern=r"^\d{4}-\d\d-\d\d$", description="An ISO day.")]
Words = Annotated[str | None, Query(max_length=200)]


@routes.get("/status", **gives(Status))
def status(room: Here) -> Response:
    """What is served, and which edition of its record."""
    shown = room.current
    told = Status(
        version=__version__,
        store=room.name,
        state="ready" if shown else "failed" if room.reason else "making",
        reason=room.reason,
        edition=shown.edition if shown else None,
        behind=room.behind,
        articles=len(shown.record.articles) if shown else 0,
        stories=len(shown.record.stories) if shown else 0,
        live=room.jobs.live(),
        by=room.by,
        most_bytes=MOST_BYTES,
    )
    return answer(told)


@routes.get("/stories", **gives(StoryList, 422, 503))
def stories(
    request: Request,
    snapshot: Now,
    first: Annotated[Day, Query(alias="from")] = None,
    last: Annotated[Day, Query(alias="to")] = None,
    outlet: Words = None,
    actor: Words = None,
    place: Words = None,
    event: Words = None,
    title: Words = None,
    limit: Annotated[int, Query(ge=1, le=MOST_LISTED)] = 100,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> Response:
    """The stories that a filter leaves, those first in which something is new, and what they can be filtered by.

    Outlet, actor and place are told by a value of the facets or by words of a name, an event by its PLOVER type.
    """

    def _make() -> StoryList:
        chosen = choose(snapshot.listed, Filter(first, last, outlet, actor, place, event, title))
        shown = tuple(one.entry for one in chosen[offset : offset + limit])
        return StoryList(snapshot.edition.number, len(chosen), shown, facets_of(chosen))

    return answer_of(snapshot, request, _make)


@routes.get("/stories/{story}", **gives(RecordStory, 404, 503))
def story_of(request: Request, room: Here, snapshot: Now, story: str) -> Response:
    """One story, as it stands in the record. Its id may be shortened, or be one that it had before."""
    with room.store() as store:
        found = show(snapshot.record, story, store=store)
    return answer_of(snapshot, request, lambda: found)


@routes.get("/stories/{story}/record", **gives(Record, 404, 503))
def record_of_story(request: Request, room: Here, snapshot: Now, story: str, analysis: bool = False) -> Response:
    """The record of the storyline of one story: the same JSON as that of the whole store, without what others rest on.

    With `analysis`, what was found in each article is in it.
    """
    with room.store() as store:
        found = show(snapshot.record, story, store=store)
    return answer_of(snapshot, request, lambda: snapshot.part(found, analysis=analysis))


@routes.get("/stories/{story}/figures", **gives(FigureList, 404, 503))
def figures_of(request: Request, room: Here, snapshot: Now, story: str) -> Response:
    """The figures of one story, and the quantities over time that they belong to."""
    with room.store() as store:
        found = show(snapshot.record, story, store=store)
    return answer_of(snapshot, request, lambda: FigureList(found.figures, excerpt(snapshot.record, (found,)).series))


@routes.get("/stories/{story}/changes", **gives(Changes, 400, 404, 503))
def changes_of(
    request: Request,
    room: Here,
    snapshot: Now,
    story: str,
    since: Annotated[str, Query(max_length=40, description="The number of an edition, or a day or time.")],
) -> Response:
    """What is new in one story since an edition of the record: that of a former visit, or the last one before a day or time."""
    with room.store() as store:
        number = edition_at(store.editions(), since)
        found = changes(store, snapshot.record, story, since=number, now=snapshot.edition.number)
    return answer_of(snapshot, request, lambda: found)


@routes.get("/editions", **gives(tuple[Edition, ...]))
def editions(room: Here) -> Response:
    """The editions of the record that were shown, in order."""
    with room.store() as store:
        return answer(store.editions())


@routes.get("/articles/{article}", **gives(ArticlePage, 404, 503))
def article_of(request: Request, snapshot: Now, article: str) -> Response:
    """One article with everything found in it. Its id may be shortened, or be that of a version that it replaced."""
    found = snapshot.article(article)
    return answer_of(snapshot, request, lambda: found)


@routes.get("/articles/{article}/analysis", **gives(RecordAnalysis | None, 404, 503))
def analysis_of(request: Request, snapshot: Now, article: str) -> Response:
    """Names, times, figures, places and attributions found in one article."""
    found = snapshot.article(article)
    return answer_of(snapshot, request, lambda: found.analysis)


@routes.get("/where/{identity}", **gives(Where, 404, 503))
def where(request: Request, snapshot: Now, identity: str) -> Response:
    """The story in which the thing of an id is told: a claim, a quote, an article, a disagreement, an event, an entity."""
    found = snapshot.where(identity)
    return answer_of(snapshot, request, lambda: found)


@routes.get("/search", **gives(Results, 400, 422, 503))
def search_for(
    request: Request,
    room: Here,
    snapshot: Now,
    q: Annotated[str, Query(max_length=400)],
    limit: Annotated[int, Query(ge=1, le=MOST_HITS)] = 50,
) -> Response:
    """The sentences that hold all words and "phrases", best first; `words` are the places of the words in the article's text."""
    with room.store() as store:
        hits = search(store, snapshot.record, q, settings=room.settings(store), limit=limit)
    return answer_of(snapshot, request, lambda: Results(q, hits))

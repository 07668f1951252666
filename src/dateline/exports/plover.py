"""The events of a record as PLOVER rows: who did what to whom, with the reports each rests on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from dateline.data import table
from dateline.types import EventModality, FoldReason
from dateline.views.document import Record, RecordArticle, RecordEvent, RecordPlace, RecordReport, RecordStory
from dateline.views.evidence import Evidence

Quad = Literal[1, 2, 3, 4]


@dataclass(frozen=True, slots=True)
class Location:
    """Where an event was: the name, degrees and ISO 3166 country, as far as they are known."""

    name: str
    lat: float | None
    lon: float | None
    country: str | None


@dataclass(frozen=True, slots=True)
class PloverReport:
    """One report of an event: the words it was coded from, where they stand, and why it is folded into this event."""

    outlet: str | None
    url: str | None
    file: str
    published: str | None
    text: str
    start: int
    end: int
    modality: EventModality
    reason: FoldReason


@dataclass(frozen=True, slots=True)
class PloverEvent:
    """One event under PLOVER's names; `source` and `target` are names, or the words for them; `quad` is the class of four."""

    id: str
    story: str
    date: str | None
    source: tuple[str, ...]
    target: tuple[str, ...]
    event: str
    mode: str | None
    context: tuple[str, ...]
    quad: Quad
    cameo: str | None
    modality: EventModality
    location: Location | None
    origins: int
    reports: tuple[PloverReport, ...]


def export(record: Record) -> bytes:
    """A JSON array of the events of all stories, each once, in order of day, then id."""
    rows = {event.id: event for event in plover_events(record)}
    ordered = sorted(rows.values(), key=lambda event: (event.date or "9999", event.id))
    return msgspec.json.format(msgspec.json.encode(ordered, order="sorted"), indent=1) + b"\n"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the file."""
    made: dict[str, Any] = msgspec.json.schema(tuple[PloverEvent, ...])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Dateline events in PLOVER", **made}


def plover_events(record: Record) -> Iterator[PloverEvent]:
    """The events story by story, each in every story that reports it."""
    articles = {article.id: article for article in record.articles}
    names = {entity.id: entity.name for entity in record.entities}
    for story in record.stories:
        yield from (
            _event(event, story, names, articles) for event in story.events if event.type in table("plover.toml")["types"]
        )


def _event(
    event: RecordEvent, story: RecordStory, names: Mapping[str, str], articles: Mapping[str, RecordArticle]
) -> PloverEvent:
    first = event.reports[0] if event.reports else None
    return PloverEvent(
        id=event.id,
        story=story.id,
        date=event.date,
        source=_named(event.source, names, None if first is None else first.doer),
        target=_named(event.target, names, None if first is None else first.done_to),
        event=event.type,
        mode=event.mode,
        context=() if event.context is None else (event.context,),
        quad=table("plover.toml")["types"][event.type]["quad"],
        cameo=event.cameo,
        modality=event.modality,
        location=_location(event.place, story, names),
        origins=len(event.origins),
        reports=tuple(_report(report, articles[report.article]) for report in event.reports),
    )


def _named(entity: str | None, names: Mapping[str, str], words: Evidence | None) -> tuple[str, ...]:
    """The name of an actor, else the words for it."""
    if entity is not None:
        return (names.get(entity, entity),)
    return () if words is None else (words.exact,)


def _location(entity: str | None, story: RecordStory, names: Mapping[str, str]) -> Location | None:
    if entity is None:
        return None
    place: RecordPlace | None = next((one for one in story.places if one.entity == entity), None)
    if place is None:
        return Location(names.get(entity, entity), None, None, None)
    return Location(place.name, place.lat, place.lon, place.country)


def _report(report: RecordReport, article: RecordArticle) -> PloverReport:
    cited = report.evidence
    published = article.published.earliest
    return PloverReport(
        outlet=article.outlet,
        url=article.url,
        file=article.file,
        published=published,
        text=cited.exact,
        start=cited.start,
        end=cited.end,
        modality=report.modality,
        reason=report.reason,
    )

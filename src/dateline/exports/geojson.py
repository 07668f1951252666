"""The places of a record, and its events at their places, as GeoJSON (RFC 7946) for a map."""

import json
from collections.abc import Iterator, Mapping

from dateline.views.document import Record, RecordArticle, RecordEvent, RecordPlace, RecordStory


def export(record: Record) -> bytes:
    """A feature for each place of each story and each event whose place is among them; degrees in WGS 84, longitude first.

    A place without coordinates has no geometry.
    """
    articles = {article.id: article for article in record.articles}
    names = {entity.id: entity.name for entity in record.entities}
    features = [feature for story in record.stories for feature in _features(story, articles, names)]
    told = {"type": "FeatureCollection", "features": features}
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def _features(story: RecordStory, articles: Mapping[str, RecordArticle], names: Mapping[str, str]) -> Iterator[dict[str, object]]:
    about = {"story": story.id, "story_title": story.title, "first": story.first, "last": story.last}
    for place in story.places:
        yield _feature(place, about | _of_place(place, articles[place.evidence.article]))
    at = {place.entity: place for place in reversed(story.places) if place.entity is not None}
    for event in story.events:
        where = at.get(event.place) if event.place is not None else None
        if where is not None:
            yield _feature(where, about | _of_event(event, where, names))


def _feature(place: RecordPlace, properties: dict[str, object]) -> dict[str, object]:
    located = place.lat is not None and place.lon is not None
    geometry = {"type": "Point", "coordinates": [place.lon, place.lat]} if located else None
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _of_place(place: RecordPlace, article: RecordArticle) -> dict[str, object]:
    cited = place.evidence
    return {
        "what": "place",
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "radius_km": place.radius,
        "sure": place.sure,
        "mentions": place.mentions,
        "words": cited.exact,
        "article": cited.article,
        "start": cited.start,
        "end": cited.end,
        "outlet": article.outlet,
        "file": article.file,
        "url": article.url,
    }


def _of_event(event: RecordEvent, place: RecordPlace, names: Mapping[str, str]) -> dict[str, object]:
    return {
        "what": "event",
        "event": event.id,
        "type": event.type,
        "cameo": event.cameo,
        "date": event.date,
        "source": names.get(event.source or "", event.source),
        "target": names.get(event.target or "", event.target),
        "name": place.name,
        "sure": place.sure,
        "words": event.evidence[0].exact if event.evidence else None,
        "reports": len(event.statements),
    }

"""Events: the claims that tell of an act between named actors, under the type of the PLOVER ontology that their verb has."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from dateline.data import table
from dateline.ids import content_id
from dateline.types import Claim, Entity, Event, Span, Statement


@cache
def _types_by_verb() -> Mapping[str, tuple[str, Mapping[str, Any]]]:
    types = table("plover.toml")
    return {verb: (name, row) for name, row in types.items() for verb in row["verbs"]}


def code_events(statements: Sequence[Statement], claims: Sequence[Claim], entities: Sequence[Entity]) -> tuple[Event, ...]:
    """One event for each claim whose canonical statement tells an act that happened and names who did it, in order of id."""
    told = {statement.id: statement for statement in statements}
    by_id = {entity.id: entity for entity in entities}
    places = _spans_by_article(entities)
    found = (event for claim in claims for event in _event(claim, told, by_id, places))
    return tuple(sorted(found, key=lambda event: event.id))


def _spans_by_article(entities: Sequence[Entity]) -> dict[str, list[tuple[Span, str]]]:
    spans: dict[str, list[tuple[Span, str]]] = {}
    for entity in entities:
        for mention in entity.mentions:
            spans.setdefault(mention.article, []).append((mention, entity.id))
    return {article: sorted(found) for article, found in spans.items()}


def _event(
    claim: Claim,
    told: Mapping[str, Statement],
    entities: Mapping[str, Entity],
    mentions: Mapping[str, list[tuple[Span, str]]],
) -> Iterator[Event]:
    statement = told[claim.canonical]
    coded = _types_by_verb().get(statement.predicate)
    if coded is None or statement.modality != "happened" or statement.polarity == "negated" or statement.subject is None:
        return
    name, row = coded
    near = mentions.get(statement.article, [])
    source = _actor((statement.subject,), near, entities)
    target = _actor(statement.arguments, near, entities)
    if source is None or (row["needs_target"] and target is None):
        return
    yield Event(
        id=content_id("event", claim.id),
        type=name,
        mode=row.get("modes", {}).get(statement.predicate),
        context=None,
        cameo=row["cameo"],
        source=source,
        target=target,
        place=_place(statement.arguments, near, entities),
        date=statement.time.earliest if statement.time is not None else None,
        evidence=tuple(sorted(told[identity].span for identity in claim.statements)),
        statements=claim.statements,
    )


def _actor(spans: Sequence[Span], mentions: Sequence[tuple[Span, str]], entities: Mapping[str, Entity]) -> str | None:
    """The id of the first actor named in the spans; a place is an actor only where it is all that its span names."""
    for span in spans:
        inside = [identity for mention, identity in mentions if span.holds(mention)]
        acting = [identity for identity in inside if entities[identity].kind in ("person", "body", "group")]
        if acting or inside:
            return (acting or inside)[0]
    return None


def _place(spans: Sequence[Span], mentions: Sequence[tuple[Span, str]], entities: Mapping[str, Entity]) -> str | None:
    inside = (identity for span in spans for mention, identity in mentions if span.holds(mention))
    return next((identity for identity in inside if entities[identity].kind == "place"), None)

"""Events: the claims that tell of an act between named actors, under the type of the PLOVER ontology that their verb has."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from dateline.data import table
from dateline.ids import content_id
from dateline.types import Claim, Entity, Event, Statement

# Where the one whom an act is done to may stand, first to last; a passive clause has its roles turned already.
TARGETS = ("object", "with", "against", "on", "to", "at", "from")


@cache
def _types_by_verb() -> Mapping[str, tuple[str, Mapping[str, Any]]]:
    types = table("plover.toml")
    return {verb: (name, row) for name, row in types.items() for verb in row["verbs"]}


def code_events(statements: Sequence[Statement], claims: Sequence[Claim], entities: Sequence[Entity]) -> tuple[Event, ...]:
    """One event for each claim whose canonical statement tells an act that happened and names who did it, in order of id."""
    told = {statement.id: statement for statement in statements}
    by_id = {entity.id: entity for entity in entities}
    found = (event for claim in claims for event in _event(claim, told, by_id))
    return tuple(sorted(found, key=lambda event: event.id))


def _event(claim: Claim, told: Mapping[str, Statement], entities: Mapping[str, Entity]) -> Iterator[Event]:
    statement = told[claim.canonical]
    coded = _types_by_verb().get(statement.predicate)
    if coded is None or statement.modality != "happened" or statement.polarity == "negated" or statement.figure is not None:
        return
    name, row = coded
    source = _actor(statement, ("subject",), entities)
    target = _actor(statement, TARGETS, entities)
    if source is None or source == target or (row["needs_target"] and target is None):
        return
    yield Event(
        id=content_id("event", claim.id),
        type=name,
        mode=row.get("modes", {}).get(statement.predicate),
        context=None,
        cameo=row["cameo"],
        source=source,
        target=target,
        place=_place(statement, target),
        date=statement.time.earliest if statement.time is not None else None,
        evidence=tuple(sorted(told[identity].span for identity in claim.statements)),
        statements=claim.statements,
    )


def _actor(statement: Statement, roles: Sequence[str], entities: Mapping[str, Entity]) -> str | None:
    """The id of the first actor named in the roles, in order; a place acts only where no person, body or group is named."""
    named = [slot.entity for role in roles for slot in statement.slots if slot.role == role and slot.entity is not None]
    acting = [entity for entity in named if entities[entity].kind in ("person", "body", "group")]
    return next(iter(acting or named), None)


def _place(statement: Statement, target: str | None) -> str | None:
    """The place that the clause names behind "in" or "at", unless it is whom the act was done to."""
    found = (slot.entity for slot in statement.slots if slot.role in ("in", "at", "near") and slot.kind == "place")
    return next((place for place in found if place != target), None)

"""Events: what the reports of one happening tell together."""

from collections.abc import Mapping, Sequence

from dateline.events.folding import fold
from dateline.events.reports import reports_of
from dateline.ids import content_id
from dateline.types import Article, Claim, Entity, Event, Report, Statement


def code_events(
    deeds: Sequence[Statement], claims: Sequence[Claim], entities: Sequence[Entity], articles: Sequence[Article]
) -> tuple[Event, ...]:
    """The events that deeds tell, each happening once with all its reports, in order of id."""
    told = {deed.id: deed for deed in deeds}
    groups = fold(tuple(reports_of(deeds, articles, entities)), told, claims, {one.id: one for one in articles})
    return tuple(sorted((_event(group, told) for group in groups), key=lambda event: event.id))


def _event(reports: Sequence[Report], told: Mapping[str, Statement]) -> Event:
    """The event of a group: what its first report leaves open is taken from the next that tells it."""
    first = reports[0]
    source, target = _actors(reports)
    return Event(
        id=content_id("event", first.statement),
        type=first.type,
        mode=next((one.mode for one in reports if one.type == first.type and one.mode), None),
        context=first.context,
        cameo=first.cameo,
        source=source,
        target=target,
        place=next((one.place for one in reports if one.place), None),
        date=next((one.date for one in reports if one.date), None),
        evidence=tuple(sorted(told[one.statement].span for one in reports)),
        statements=tuple(one.statement for one in reports),
        modality=first.modality,
        reports=tuple(reports),
    )


def _actors(reports: Sequence[Report]) -> tuple[str | None, str | None]:
    """The two actors: of the first report that names both, else the first of each that is named; one does nothing to himself."""
    both = next(((one.source, one.target) for one in reports if one.source and one.target), None)
    if both is not None:
        return both
    source = next((one.source for one in reports if one.source), None)
    return source, next((one.target for one in reports if one.target and one.target != source), None)

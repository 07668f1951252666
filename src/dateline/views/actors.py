"""Who and where: the actors and places of a story."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.types import Analysis, Article, Attribution, Place, Span, Statement
from dateline.views.cite import cite_in
from dateline.views.document import Actor, RecordPlace
from dateline.views.names import Names
from dateline.views.posts import tell_posts

KINDS = ("person", "body", "group")


def tell_actors(
    analyses: Sequence[Analysis], statements: Sequence[Statement], names: Names, articles: Mapping[str, Article]
) -> tuple[Actor, ...]:
    """Persons, bodies and groups named in the articles of `analyses`, and places that speak or act; most often named first."""
    shown = frozenset(analysis.article for analysis in analyses)
    named = [entity for article in sorted(shown) for entity in names.of(article)]
    counts = Counter(entity.id for entity in named)
    attributions = (one for analysis in analyses for one in analysis.attributions)
    acting = _acting(attributions, (one for one in statements if one.article in shown), names)
    told = (
        Actor(
            entity=entity.id,
            name=entity.name,
            kind=entity.kind,
            variants=entity.variants,
            roles=entity.roles,
            mentions=counts[entity.id],
            posts=tell_posts(entity.posts, shown, articles),
            wikidata=entity.wikidata,
        )
        for entity in {entity.id: entity for entity in named}.values()
        if entity.kind in KINDS or entity.id in acting
    )
    return tuple(sorted(told, key=lambda actor: (-actor.mentions, actor.entity)))


def _acting(attributions: Iterable[Attribution], statements: Iterable[Statement], names: Names) -> frozenset[str]:
    """The ids of the entities that are named best where someone speaks or does something."""
    spans = [one.source for one in attributions] + [one.subject for one in statements]
    found = (names.at(span) for span in spans if span is not None)
    return frozenset(entity.id for entity in found if entity is not None)


def tell_places(analyses: Sequence[Analysis], names: Names, articles: Mapping[str, Article]) -> tuple[RecordPlace, ...]:
    """The places resolved in the articles of `analyses`, one line for each, in order of name; cited where it is first named.

    A name that no table has is one place in a story, and has no point: the one that its article gives it is a neighbour's.
    """
    told: defaultdict[tuple[object, ...], list[Place]] = defaultdict(list)
    for place in sorted((place for analysis in analyses for place in analysis.places), key=lambda place: place.span):
        point = (place.lat, place.lon, place.country)
        told[(place.name.casefold(),) if place.kind is None else (place.name, *point)].append(place)
    return tuple(
        sorted((_tell_place(each, names, articles) for each in told.values()), key=lambda place: (place.name, place.evidence))
    )


def _tell_place(places: Sequence[Place], names: Names, articles: Mapping[str, Article]) -> RecordPlace:
    """One line for the places of one key, the first named first."""
    first = places[0]
    located = first.kind is not None
    return RecordPlace(
        entity=entity_id(names, first.span),
        name=first.name,
        lat=first.lat if located else None,
        lon=first.lon if located else None,
        country=first.country if located else None,
        evidence=cite_in(articles, first.span),
        mentions=len(places),
        sure=all(place.sure for place in places),
        kind=first.kind,
        radius=first.radius,
    )


def entity_id(names: Names, span: Span) -> str | None:
    """The id of the entity named at `span`."""
    entity = names.at(span)
    return None if entity is None else entity.id

"""Who is who in the whole record: what the storylines say of one entity, put together."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dateline.types import Article, Entity
from dateline.views.cite import cite_all
from dateline.views.document import RecordEntity


def join_entities(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Every entity once, in order of id, with all its names, roles and mentions; of two spellings of its name the first."""
    groups: dict[str, list[Entity]] = {}
    for entity in entities:
        groups.setdefault(entity.id, []).append(entity)
    return tuple(_join(groups[identity]) for identity in sorted(groups))


def _join(group: list[Entity]) -> Entity:
    first = min(group, key=lambda entity: entity.name)
    return replace(
        first,
        variants=tuple(sorted({variant for entity in group for variant in entity.variants})),
        roles=tuple(sorted({role for entity in group for role in entity.roles})),
        mentions=tuple(sorted({span for entity in group for span in entity.mentions})),
        posts=tuple(sorted({post for entity in group for post in entity.posts}, key=lambda post: post.span)),
    )


def tell_entity(entity: Entity, articles: Mapping[str, Article]) -> RecordEntity:
    """The entity with every place it is named."""
    return RecordEntity(
        entity.id, entity.name, entity.kind, entity.variants, entity.roles, cite_all(articles, entity.mentions), entity.wikidata
    )

"""Which entity the words at a span name."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.types import Entity, MentionKind, Span

# Who can speak or act comes before what merely stands in the same words ("the minister in Seoul").
RANK: dict[MentionKind, int] = {"person": 0, "body": 1, "group": 2, "place": 3, "event": 4, "work": 5, "other": 6}


@dataclass(frozen=True, slots=True)
class Names:
    """The mentions of all entities, by article and part, in order of the text."""

    mentions: dict[tuple[str, str], tuple[tuple[int, int, Entity], ...]]

    def inside(self, span: Span) -> tuple[Entity, ...]:
        """The entities named within `span`, in order of the text."""
        mentions = self.mentions.get((span.article, span.part), ())
        first = bisect_left(mentions, span.start, key=lambda mention: mention[0])
        found = []
        for start, end, entity in mentions[first:]:
            if start >= span.end:
                break
            if end <= span.end:
                found.append(entity)
        return tuple(found)

    def at(self, span: Span) -> Entity | None:
        """The entity that `span` names best: a person before a body, a body before a place, then the first; None if none."""
        return min(self.inside(span), key=lambda entity: RANK[entity.kind], default=None)

    def speaker(self, spans: Sequence[Span | None], name: str | None) -> Entity | None:
        """The entity that speaks: of those named at `spans` the one that goes by `name`, else the one named best at the first."""
        there = [span for span in spans if span is not None]
        for span in there:
            for entity in self.inside(span):
                if name is not None and (name == entity.name or name in entity.variants):
                    return entity
        named = (self.at(span) for span in there)
        return next((entity for entity in named if entity is not None), None)

    def of(self, article: str) -> tuple[Entity, ...]:
        """The entity of every mention in the text of an article, in order."""
        return tuple(entity for _, _, entity in self.mentions.get((article, "text"), ()))


def index_names(entities: Sequence[Entity]) -> Names:
    """The index of all mentions of `entities`."""
    found: dict[tuple[str, str], list[tuple[int, int, Entity]]] = {}
    for entity in entities:
        for span in entity.mentions:
            found.setdefault((span.article, span.part), []).append((span.start, span.end, entity))
    ordered = {key: tuple(sorted(rows, key=lambda row: (row[0], row[1], row[2].id))) for key, rows in found.items()}
    return Names(ordered)

"""Which entity the words at a span name."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.types import Entity, MentionKind, Span
from dateline.words import is_beside

# Who can speak or act comes before what merely stands in the same words ("the minister in Seoul").
RANK: dict[MentionKind, int] = {"person": 0, "body": 1, "group": 2, "place": 3, "event": 4, "work": 5, "other": 6}

# What may follow the name of a speaker in the words that name it: nothing, or a mark before what is added.
SETS_OFF = ("", ",", ";", "(")

# Who speaks for the body named behind; nobody else does ("a lawyer for", "opponents of").
VOICE = re.compile(r"\b(?:spokes\w+|officials?|representatives?) (?:of|for|at|from|with) (?:the )?$")


@dataclass(frozen=True, slots=True)
class Names:
    """The mentions of all entities, by article and part, in order of the text."""

    mentions: dict[tuple[str, str], tuple[tuple[int, int, Entity], ...]]

    def named(self, span: Span) -> tuple[tuple[int, int, Entity], ...]:
        """Start, end and entity of each mention within `span`, in order of the text."""
        mentions = self.mentions.get((span.article, span.part), ())
        first = bisect_left(mentions, span.start, key=lambda mention: mention[0])
        found = []
        for start, end, entity in mentions[first:]:
            if start >= span.end:
                break
            if end <= span.end:
                found.append((start, end, entity))
        return tuple(found)

    def at(self, span: Span) -> Entity | None:
        """The entity that `span` names best: a person before a body, a body before a place, then the first; None if none."""
        return _best(entity for _, _, entity in self.named(span))

    def called(self, span: Span, name: str) -> Entity | None:
        """The first entity named within `span` that goes by `name`."""
        return next((entity for _, _, entity in self.named(span) if name == entity.name or name in entity.variants), None)

    def speaking(self, span: Span, words: str) -> Entity | None:
        """The entity that the `words` at `span` name as a whole, not one that only tells which ("police in X", "X's ministry").

        Its name ends the words or a part of them set off by a mark, and a place begins them too. Nobody speaks for the person
        whose wife, lawyer or friend it is.
        """
        return _best(
            entity
            for start, end, entity in self.named(span)
            if words[end - span.start :].lstrip()[:1] in SETS_OFF and not _beside(entity, words[: start - span.start])
        )

    def of(self, article: str) -> tuple[Entity, ...]:
        """The entity of every mention in the text of an article, in order."""
        return tuple(entity for _, _, entity in self.mentions.get((article, "text"), ()))


def _beside(entity: Entity, before: str) -> bool:
    """Whether the words before a name make it but whose or where the one that speaks is."""
    if entity.kind in ("place", "person"):
        return bool(before) if entity.kind == "place" else is_beside(before, person=True)
    return is_beside(before, person=False) or (is_beside(before, person=True) and VOICE.search(before) is None)


def _best(entities: Iterable[Entity]) -> Entity | None:
    return min(entities, key=lambda entity: RANK[entity.kind], default=None)


def index_names(entities: Sequence[Entity]) -> Names:
    """The index of all mentions of `entities`."""
    found: dict[tuple[str, str], list[tuple[int, int, Entity]]] = {}
    for entity in entities:
        for span in entity.mentions:
            found.setdefault((span.article, span.part), []).append((span.start, span.end, entity))
    ordered = {key: tuple(sorted(rows, key=lambda row: (row[0], row[1], row[2].id))) for key, rows in found.items()}
    return Names(ordered)

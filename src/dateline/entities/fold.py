"""Who is who across articles: mentions folded to entities."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.entities.bodies import acronyms, full_name, is_public, owned_bodies, owner_before
from dateline.entities.countries import countries, country_name
from dateline.entities.names import body_words, key_words
from dateline.entities.people import Person, fold_people
from dateline.entities.roles import role_before
from dateline.ids import content_id
from dateline.types import Analysis, Article, Entity, Mention, MentionKind, Span

Key = tuple[str, ...]
COMPASS = {"n": "north", "s": "south"}  # N. Korea, S. Sudan
POSSESSIVE = re.compile(r"['’]s\s")


@dataclass(frozen=True, slots=True)
class Named:
    """One mention with the name it is known by in full and the key it is folded under."""

    span: Span
    name: str
    full: str
    key: Key
    kind: MentionKind


def fold_entities(articles: Sequence[Article], analyses: Sequence[Analysis]) -> tuple[Entity, ...]:
    """The persons, bodies, places and other names of the articles, each with all its mentions; sorted by id.

    The result does not depend on the order of the articles. Give the articles of one storyline: a surname alone is folded to
    a full name of another article when only one bears it.
    """
    texts = {article.id: article.text for article in articles}
    named = sorted(_named(texts, analyses), key=lambda one: (one.span, one.kind, one.name))
    named = _surnames(_one_kind(named))
    people = [one for one in named if one.kind == "person"]
    others: dict[tuple[MentionKind, Key], list[Named]] = {}
    for one in named:
        if one.kind != "person":
            others.setdefault((one.kind, one.key), []).append(one)
    groups = [[people[at] for at in group] for group in _persons(people)]
    entities = [_entity(group, texts) for group in [*groups, *others.values()]]
    return tuple(sorted(_distinct(entities), key=lambda entity: entity.id))


def _named(texts: Mapping[str, str], analyses: Sequence[Analysis]) -> Iterator[Named]:
    """Every mention under its full name; bodies that only their owner makes a name are added."""
    long_forms = acronyms(texts[key] for key in sorted(texts))
    for analysis in analyses:
        text = texts.get(analysis.article)
        if text is None:
            continue
        taken = [mention.span for mention in analysis.mentions if mention.kind == "body"]
        for mention in analysis.mentions:
            if mention.name != mention.name.lower():  # a name without a capital is a slip of the model
                yield _name(mention, text, long_forms)
        for start, end, full in owned_bodies(text):
            span = Span(analysis.article, start, end)
            if not any(span.meets(other) for other in taken):
                yield Named(span, text[start:end], full, body_words(full), "body")


def _name(mention: Mention, text: str, long_forms: Mapping[str, str]) -> Named:
    if mention.kind == "person":
        mention = _before_possessive(mention)
    words = key_words(mention.name)
    iso = countries().get((COMPASS.get(words[0], words[0]), *words[1:])) if words else None
    if iso and mention.kind in ("place", "body", "person"):
        return Named(mention.span, mention.name, country_name(iso), key_words(country_name(iso)), "place")
    if mention.kind == "body":
        return _body(mention, text, long_forms)
    full = long_forms.get(mention.name, mention.name)
    return Named(mention.span, mention.name, full, key_words(full), mention.kind)


def _before_possessive(mention: Mention) -> Mention:
    """A person's mention without what the person owns ("Hegseth's Asia tour")."""
    owner = POSSESSIVE.split(mention.name, maxsplit=1)[0]
    if owner == mention.name or not owner:
        return mention
    end = mention.span.start + len(owner)
    return Mention(Span(mention.span.article, mention.span.start, end, mention.span.part), owner, mention.kind)


def _body(mention: Mention, text: str, long_forms: Mapping[str, str]) -> Named:
    """A body under its long form; a public body takes the name of the country that owns it."""
    full = long_forms.get(mention.name, mention.name)
    inner = _own_part(mention, full)
    if is_public(inner):
        owner = owner_before(text, mention.span.end - len(inner) if inner != full else mention.span.start)
        if owner:
            full = full_name(owner[0], body_words(inner))
            start = min(owner[1], mention.span.start)
            span = Span(mention.span.article, start, mention.span.end)
            return Named(span, text[start : mention.span.end], full, body_words(full), "body")
    return Named(mention.span, mention.name, full, body_words(full), "body")


def _own_part(mention: Mention, full: str) -> str:
    """The name behind the longest beginning that leaves a public body ("South Korea's |Defense Ministry")."""
    words = full.split(" ")
    tails = (" ".join(words[at:]) for at in range(len(words)))
    return next((tail for tail in tails if is_public(tail)), full)


def _one_kind(named: Sequence[Named]) -> list[Named]:
    """Each name under the kind most of its mentions have: the model is not always of one mind."""
    votes: dict[Key, Counter[MentionKind]] = {}
    for one in named:
        votes.setdefault(one.key, Counter())[one.kind] += 1
    kinds = {key: min(count, key=lambda kind: (-count[kind], kind)) for key, count in votes.items()}
    return [Named(one.span, one.name, one.full, one.key, kinds[one.key]) for one in named if one.key]


def _surnames(named: Sequence[Named]) -> list[Named]:
    """Single words taken for a body or the like that are the surname of a person named in full are that person's."""
    surnames = {one.key[-1] for one in named if one.kind == "person" and len(one.key) > 1}
    return [
        Named(one.span, one.name, one.full, one.key, "person")
        if one.kind != "place" and len(one.key) == 1 and one.key[0] in surnames
        else one
        for one in named
    ]


def _persons(people: Sequence[Named]) -> list[list[int]]:
    return fold_people([Person(at, one.span.article, one.key) for at, one in enumerate(people)])


def _entity(group: Sequence[Named], texts: Mapping[str, str]) -> Entity:
    kind = group[0].kind
    name = _canonical(group)
    spans = sorted({one.span for one in group})
    roles = {role_before(texts[span.article], span.start) for span in spans} if kind == "person" else set()
    return Entity(
        id=content_id("entity", kind, " ".join(key_words(name))),
        name=name,
        kind=kind,
        variants=tuple(sorted({one.name for one in group})),
        roles=tuple(sorted(role for role in roles if role)),
        mentions=tuple(spans),
    )


def _canonical(group: Sequence[Named]) -> str:
    """The fullest name of the mentions: of those with most words the commonest; ties by spelling."""
    counts = Counter(one.full for one in group)
    words = {name: min(3, len(key_words(name))) for name in counts}
    return min(counts, key=lambda name: (-words[name], -counts[name], name))


def _distinct(entities: Sequence[Entity]) -> Iterator[Entity]:
    """Entities with ids of their own: two who bear one surname are told apart by their first mentions."""
    seen = Counter(entity.id for entity in entities)
    for entity in entities:
        if seen[entity.id] == 1:
            yield entity
        else:
            own = content_id(entity.id, entity.mentions[0].article, str(entity.mentions[0].start))
            yield Entity(own, entity.name, entity.kind, entity.variants, entity.roles, entity.mentions)

"""Who is who across articles: mentions folded to entities."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from dateline.entities.acquainted import acquaintance, join_known, short_forms, sought
from dateline.entities.aliases import alike, joined
from dateline.entities.bodies import acronyms
from dateline.entities.countries import is_city
from dateline.entities.doubles import parted
from dateline.entities.groups import group_others
from dateline.entities.kinds import settle
from dateline.entities.named import Named, names_in
from dateline.entities.names import key_words, plain
from dateline.entities.overlooked import add_overlooked, common_words, opens_sentence
from dateline.entities.persons import group_people
from dateline.entities.posts import posts_of
from dateline.entities.roles import role_before
from dateline.entities.seats import acting_in, is_located, seats_in
from dateline.ids import content_id
from dateline.types import Analysis, Article, Entity, KnownEntity, Span, TimeRef

OWNED = re.compile(r"['’]s |:")  # what a full name does not hold: whose it is, or what follows it in a headline


def fold_entities(
    articles: Sequence[Article], analyses: Sequence[Analysis], known: Sequence[KnownEntity] = ()
) -> tuple[Entity, ...]:
    """The persons, bodies, places and other names of the articles, each with all its mentions; sorted by id.

    The result does not depend on the order of the articles. Give the articles of one storyline: a surname alone is folded to
    a full name of another article when only one bears it. Whoever bears a name of a `known` entity is taken for it.
    """
    texts = {article.id: article.text for article in articles}
    shown = sorted((one for one in analyses if one.article in texts), key=lambda one: one.article)
    named, pairs = alike(_named(texts, shown, known), texts)
    people = [one for one in named if one.kind == "person"]
    others = [one for one in named if one.kind != "person"]
    acting = frozenset(span for one in shown for span in acting_in(one, texts[one.article]))
    told = {article.id: article for article in articles}
    times = {one.article: one.times for one in shown}
    groups = list(parted([[people[at] for at in group] for group in group_people(people, texts)], texts))
    groups += [[others[at] for at in group] for group in group_others(others, _acting(others, texts, acting))]
    entities = [
        _with_posts(_entity(group, texts, one), told, times)
        for group, one in join_known(joined(groups, pairs), acquaintance(known))
    ]
    return tuple(sorted(_distinct(entities), key=lambda entity: entity.id))


def _with_posts(entity: Entity, articles: Mapping[str, Article], times: Mapping[str, Sequence[TimeRef]]) -> Entity:
    """A person with the roles that the articles give it."""
    if entity.kind != "person":
        return entity
    mentions: dict[str, list[Span]] = {}
    for span in entity.mentions:
        mentions.setdefault(span.article, []).append(span)
    posts = (post for key, spans in mentions.items() for post in posts_of(articles[key], times[key], spans))
    return replace(entity, posts=tuple(sorted(set(posts), key=lambda post: post.span)))


def _named(texts: Mapping[str, str], analyses: Sequence[Analysis], known: Sequence[KnownEntity]) -> list[Named]:
    """All names of the articles in order, each of one kind, with those that the model passed over."""
    common = acronyms(texts[key] for key in sorted(texts))
    common = {**short_forms(known), **common}
    long_forms = {article: {**common, **acronyms([text])} for article, text in texts.items()}
    named = [
        name
        for one in analyses
        for name in names_in(one, texts[one.article], long_forms[one.article], seats_in(one, texts[one.article]))
    ]
    explained = [form for forms in long_forms.values() for form in forms.values()]
    lower = common_words(texts.values())
    settled = settle(sorted(_sensible(named, texts, lower), key=_order), texts, explained)
    return sorted(add_overlooked(settled, texts, long_forms, list(sought(known)), lower), key=_order)


def _sensible(named: Sequence[Named], texts: Mapping[str, str], common: Set[str]) -> Iterator[Named]:
    """The names without lines in capitals that the model took for one, without words that begin sentences, and without pieces."""
    written = {one.key for one in named if not one.name.isupper()}
    longer = {word for one in named if len(one.key) > 1 for word in one.key}
    sure = {one.key for one in named if len(one.key) > 1 or not opens_sentence(texts[one.span.article], one.span.start)}
    kept = [
        one
        for one in named
        if not (one.name.isupper() and " " in one.name and one.key not in written)
        and (one.key in sure or plain(one.name) not in common or not longer.isdisjoint(one.key))
    ]
    spans: dict[str, list[Span]] = {}
    for one in kept:
        spans.setdefault(one.span.article, []).append(one.span)
    ordered = {article: sorted(places) for article, places in spans.items()}
    for one in kept:
        if not any(other.holds(one.span) and other != one.span for other in _around(one.span, ordered[one.span.article])):
            yield one


def _around(span: Span, spans: Sequence[Span]) -> Sequence[Span]:
    at = bisect_left(spans, span)
    return spans[max(0, at - 2) : at + 2]


def _order(one: Named) -> tuple[Span, str, str]:
    return one.span, one.kind, one.name


def _acting(others: Sequence[Named], texts: Mapping[str, str], acting: frozenset[Span]) -> dict[int, bool]:
    """Of names of places by their number, whether each does something, or is a place only by the model's word."""
    located = {one.key for one in others if is_city(one.key) or is_located(one.span, texts[one.span.article])}
    return {at: one.span in acting or one.key not in located for at, one in enumerate(others) if one.kind == "place"}


def _entity(group: Sequence[Named], texts: Mapping[str, str], known: KnownEntity | None) -> Entity:
    kinds = Counter(one.kind for one in group)
    kind = "body" if "body" in kinds else min(kinds, key=lambda one: (-kinds[one], one))
    name = _canonical([one for one in group if one.kind == kind]) if known is None else known.name
    spans = sorted({one.span for one in group})
    roles = {role_before(texts[span.article], span.start) for span in spans} if kind == "person" else set()
    return Entity(
        id=content_id("entity", kind, " ".join(key_words(name))),
        name=name,
        kind=kind,
        variants=tuple(sorted({one.name for one in group})),
        roles=tuple(sorted(role for role in roles if role)),
        mentions=tuple(spans),
        wikidata=None if known is None else known.wikidata,
    )


def _canonical(group: Sequence[Named]) -> str:
    """The fullest name of the mentions, of a body the commonest of several words; ties by spelling."""
    counts = Counter(one.full for one in group)
    if group[0].kind == "body":
        several = {name: count for name, count in counts.items() if " " in name and not OWNED.search(name)} or counts
        return min(several, key=lambda name: (name.isupper(), -several[name], -len(name), name))
    words = {name: min(3, sum(len(word) > 1 for word in key_words(name))) for name in counts}
    return min(counts, key=lambda name: (name.isupper(), -words[name], -counts[name], -len(name), name))


def _distinct(entities: Sequence[Entity]) -> Iterator[Entity]:
    """Entities with ids of their own: two who bear one surname are told apart by their first mentions."""
    seen = Counter(entity.id for entity in entities)
    for entity in entities:
        if seen[entity.id] == 1:
            yield entity
        else:
            own = content_id(entity.id, entity.mentions[0].article, str(entity.mentions[0].start))
            yield replace(entity, id=own)

"""On whose word: the sourcing chain of every statement, and how many independent origins each claim has."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.decisions import decided_origin
from dateline.origins.carrying import find_carried
from dateline.origins.counting import fewest_origins
from dateline.origins.documents import find_authors
from dateline.origins.inheriting import cites, inherit_sources
from dateline.origins.naming import Sources
from dateline.origins.resting import rest_on_earlier_word, rest_on_named
from dateline.origins.retelling import rest_on_retold
from dateline.origins.sourcing import carry, find_descents, trace_decision, trace_statement
from dateline.origins.standing import follow_outlets, share_sources, stand
from dateline.types import Analysis, Article, Claim, Copy, Entity, Judgement, Origin, Sourcing, Standing, Statement

__all__ = ["fewest_origins", "trace_origins"]


def trace_origins(
    statements: Sequence[Statement],
    claims: Sequence[Claim],
    articles: Sequence[Article],
    copies: Sequence[Copy],
    entities: Sequence[Entity],
    analyses: Sequence[Analysis],
    decided: Sequence[Judgement] = (),
    deeds: Sequence[Statement] = (),
) -> tuple[tuple[Origin, ...], tuple[Sourcing, ...], tuple[Standing, ...]]:
    """The origins of a storyline by id, the sourcing of each statement in order, and the standing of each claim in order.

    A statement of whose origin a person `decided` has that one, whatever it cites. `deeds` that are no statements are traced each
    by itself.
    """
    speakers = {one.attribution.speaker for one in statements if one.attribution is not None and one.attribution.speaker}
    sources = Sources(entities, articles, speakers)
    by_id = {article.id: article for article in articles}
    descents = find_descents(articles, copies)
    sourcings: dict[str, Sourcing] = {}
    origins: dict[str, Origin] = {}
    judged = {one.left: one for one in decided if decided_origin(one) is not None}
    authors = find_authors(analyses, by_id)
    for statement in statements:
        meant = authors.get(statement.attribution) if statement.attribution is not None else None
        told_by = statement if meant is None else replace(statement, attribution=meant)
        sourcing, found = trace_statement(told_by, by_id, descents, sources)
        if statement.id in judged:
            sourcing, found = trace_decision(sourcing, judged[statement.id], sources)
        sourcings[statement.id] = sourcing
        origins.update({origin.id: _plainer(origins.get(origin.id), origin) for origin in found})
    sourcings = inherit_sources(statements, sourcings, descents)
    for identity, attribution in find_carried(statements, sourcings, by_id, analyses).items():
        sourcing, found = carry(sourcings[identity], authors.get(attribution, attribution), sources)
        sourcings[identity] = sourcing
        origins.update({origin.id: _plainer(origins.get(origin.id), origin) for origin in found})
    outlets = {article.id: frozenset({sources.named(article.outlet, "unstated").id}) for article in articles if article.outlet}
    owner = {statement.id: statement.article for statement in statements}
    copied = {
        one.id: descent.copy.id for one in statements for descent in descents.get(one.article, ())[:1] if descent.covers(one.span)
    }
    cited = frozenset(one.id for one in statements if cites(sourcings[one.id]))
    sourcings = share_sources(claims, sourcings, copied, owner, cited)
    firm = {identity: sourcings[identity] for identity in judged if identity in sourcings}
    sourcings = {**follow_outlets(claims, sourcings, outlets, owner), **firm}
    told = {statement.id: statement for statement in statements}
    sourcings = rest_on_named(claims, sourcings, origins)
    retold = rest_on_retold(claims, sourcings, told, by_id, entities)
    sourcings = {**rest_on_earlier_word(claims, retold, told, by_id, origins), **firm}
    others = tuple(one for one in {deed.id: deed for deed in deeds}.values() if one.id not in owner)
    for deed in others:
        sourcings[deed.id], found = trace_statement(deed, by_id, descents, sources)
        origins.update({origin.id: _plainer(origins.get(origin.id), origin) for origin in found})
    standings = tuple(stand(claim, told, by_id, descents, sourcings) for claim in claims)
    return (
        tuple(origins[identity] for identity in sorted(origins)),
        tuple(sourcings[statement.id] for statement in (*statements, *others)),
        standings,
    )


def _plainer(known: Origin | None, new: Origin) -> Origin:
    """Of two namings of one origin the shorter, then the first in order, so that the order of articles does not matter."""
    return new if known is None else min(known, new, key=lambda origin: (len(origin.name), origin.name, origin.kind))

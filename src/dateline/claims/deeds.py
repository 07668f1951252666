"""Deeds: what is told of somebody as done, whether or not its clause asserts enough to be compared with others."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.claims.slots import Named
from dateline.claims.statements import Told, names_by_article, statement_of, told_in
from dateline.types import Act, Analysis, Article, Clause, Entity, Statement


def find_deeds(articles: Sequence[Article], analyses: Sequence[Analysis], entities: Sequence[Entity]) -> tuple[Statement, ...]:
    """What the articles tell as acts or deny, in order of article id and place; titles and questions tell none.

    A clause that only says that somebody spoke is no statement, and yet an act of who accuses, complains or praises by it.
    """
    text_of = {article.id: article for article in articles}
    names = names_by_article(entities, analyses)
    found: list[Statement] = []
    for analysis in sorted(analyses, key=lambda analysis: analysis.article):
        article = text_of[analysis.article]
        body = 0 if article.title is None else len(article.title)
        told, mentions = told_in(analysis), names.get(article.id, [])
        clauses = (clause for clause in analysis.clauses if clause.span.start >= body and not clause.nominal)
        found += (deed for clause in clauses for deed in _deeds(clause, told, article.text, mentions))
    return tuple({deed.id: deed for deed in found}.values())


def _deeds(clause: Clause, told: Told, text: str, mentions: Sequence[Named]) -> Iterator[Statement]:
    if clause.act is not None or any(piece.holds(clause.verb) for _, _, piece in told.said.to(clause.verb)):
        deed = statement_of(clause, told, text, mentions)
        if deed.act is not None or deed.modality == "denied":
            yield replace(deed, lemmas=tuple(sorted({*deed.lemmas, *_said(clause, told)})))
    for act in clause.deeds:
        yield _of_noun(act, clause, told, text, mentions)


def _of_noun(act: Act, clause: Clause, told: Told, text: str, mentions: Sequence[Named]) -> Statement:
    """The deed that a noun tells: of its clause only what stands in its phrase."""
    phrase = clause.span if act.phrase is None else act.phrase
    words = text[phrase.start : phrase.end].lower()
    lemmas = tuple(lemma for lemma in clause.lemmas if lemma[:4] in words)
    alone = replace(
        clause, span=phrase, verb=act.verb, predicate=text[act.verb.start : act.verb.end].lower(), subject=None, arguments=(),
        lemmas=lemmas, negated=False, modality="happened", meant=None, passive=False, act=act,
    )  # fmt: skip
    return statement_of(alone, told, text, mentions)


def _said(clause: Clause, told: Told) -> Iterator[str]:
    """The words of what is said by a clause: they tell which accusation or demand it is."""
    cued = (one for one in told.cued.to(clause.verb) if one.cue is not None and clause.verb.meets(one.cue))
    for piece in (piece for one in cued for piece in one.content):
        yield from (lemma for other in told.clauses.to(piece) if piece.holds(other.verb) for lemma in other.lemmas)

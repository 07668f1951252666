"""Statements: what each article asserts, made of its clauses with the figures, times, names and sources in them."""

from bisect import bisect_left
from collections.abc import Sequence

from dateline.ids import content_id
from dateline.types import Analysis, Article, Attribution, Clause, Entity, Figure, Modality, Span, Statement, TimeRef

# A clause with fewer content words says too little to be compared ("he agreed", "this includes").
LEAST_LEMMAS = 3


def find_statements(
    articles: Sequence[Article], analyses: Sequence[Analysis], entities: Sequence[Entity]
) -> tuple[Statement, ...]:
    """The statements of the articles in order of article id and place; titles, questions and bare cues make none."""
    text_of = {article.id: article for article in articles}
    names = _mentions_by_article(entities)
    found = []
    for analysis in sorted(analyses, key=lambda analysis: analysis.article):
        article = text_of[analysis.article]
        body = 0 if article.title is None else len(article.title)
        mentions = names.get(article.id, [])
        clauses = (clause for clause in analysis.clauses if clause.span.start >= body and _asserts(clause, analysis))
        found += [_statement(clause, analysis, mentions) for clause in clauses]
    return tuple({statement.id: statement for statement in found}.values())


def _mentions_by_article(entities: Sequence[Entity]) -> dict[str, list[tuple[Span, str]]]:
    mentions: dict[str, list[tuple[Span, str]]] = {}
    for entity in entities:
        for span in entity.mentions:
            mentions.setdefault(span.article, []).append((span, entity.id))
    return {article: sorted(spans) for article, spans in mentions.items()}


def _asserts(clause: Clause, analysis: Analysis) -> bool:
    """Whether a clause says something of its own, other than that somebody said something."""
    if len(clause.lemmas) < LEAST_LEMMAS and not _figures(clause, analysis):
        return False
    spoken = [attribution for attribution in analysis.attributions if _is_cue(clause, attribution)]
    return not any(
        other is not clause and piece.holds(other.span)
        for attribution in spoken
        for piece in attribution.content
        for other in analysis.clauses
    )


def _is_cue(clause: Clause, attribution: Attribution) -> bool:
    inside = any(piece.holds(clause.span) for piece in attribution.content)
    return attribution.cue is not None and clause.verb.meets(attribution.cue) and not inside


def _statement(clause: Clause, analysis: Analysis, mentions: Sequence[tuple[Span, str]]) -> Statement:
    attribution = _attribution(clause, analysis)
    return Statement(
        id=content_id("statement", clause.span.article, str(clause.span.start), str(clause.span.end)),
        article=clause.span.article,
        span=clause.span,
        subject=clause.subject,
        predicate=clause.predicate,
        arguments=clause.arguments,
        lemmas=clause.lemmas,
        entities=_entities(clause.span, mentions),
        time=_time(clause, analysis),
        figures=_figures(clause, analysis),
        polarity="negated" if clause.negated else "affirmed",
        modality=_modality(clause, attribution),
        attribution=attribution,
    )


def _attribution(clause: Clause, analysis: Analysis) -> Attribution | None:
    """The innermost attribution whose content holds the clause, or whose source is told inside it ("according to police")."""
    holding = [
        (piece.end - piece.start, index)
        for index, attribution in enumerate(analysis.attributions)
        for piece in attribution.content
        if piece.holds(clause.verb)
    ]
    return analysis.attributions[min(holding)[1]] if holding else None


def _entities(span: Span, mentions: Sequence[tuple[Span, str]]) -> tuple[str, ...]:
    first = bisect_left(mentions, (Span(span.article, span.start, 0), ""))
    inside = set()
    for mention, entity in mentions[first:]:
        if mention.start >= span.end:
            break
        if span.holds(mention):
            inside.add(entity)
    return tuple(sorted(inside))


def _time(clause: Clause, analysis: Analysis) -> TimeRef | None:
    inside = [time for time in analysis.times if clause.span.holds(time.span) and time.earliest is not None]
    return inside[0] if inside else None


def _figures(clause: Clause, analysis: Analysis) -> tuple[Figure, ...]:
    return tuple(figure for figure in analysis.figures if clause.span.holds(figure.span))


def _modality(clause: Clause, attribution: Attribution | None) -> Modality:
    denied = attribution is not None and attribution.polarity == "denied"
    return "denied" if denied else clause.modality

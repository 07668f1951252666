"""Claims and disagreements as the record shows them, each statement with its sourcing chain."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.types import Article, Claim, Disagreement, Joined, Sourcing, Standing, Statement, Value
from dateline.views.cite import cite_in
from dateline.views.document import RecordClaim, RecordDisagreement, RecordStatement, Side, SidedStatement
from dateline.views.evidence import Cited, SourcingLink
from dateline.views.material import Findings
from dateline.views.reasons import tell_joined

# The relations that leave a question open; an update or a difference of weight does not.
OPEN = ("contradiction", "denial")


@dataclass(frozen=True, slots=True)
class Told:
    """The findings of one storyline, by id."""

    statements: Mapping[str, Statement]
    sourcing: Mapping[str, Sourcing]
    standings: Mapping[str, Standing]
    disputed: frozenset[str]
    corrected: Mapping[str, tuple[str, ...]]


def index_findings(findings: Findings) -> Told:
    """The findings by id, with the statements that take part in an open disagreement."""
    corrected: dict[str, set[str]] = {}
    for one in findings.decided:
        for identity in filter(None, (one.left, one.right)):
            corrected.setdefault(identity, set()).add(one.id)
    open_ones = (one for one in findings.disagreements if one.relation in OPEN)
    return Told(
        statements={statement.id: statement for statement in (*findings.deeds, *findings.statements)},
        sourcing={sourcing.statement: sourcing for sourcing in findings.sourcing},
        standings={standing.claim: standing for standing in findings.standings},
        disputed=frozenset(identity for one in open_ones for value in one.values for identity in value.statements),
        corrected={identity: tuple(sorted(ids)) for identity, ids in corrected.items()},
    )


def tell_claims(findings: Findings, articles: Mapping[str, Article]) -> tuple[RecordClaim, ...]:
    """The claims of a storyline, the best attested first: by origins, outlets, texts, then by where they are first told."""
    told = index_findings(findings)
    claims = [_tell_claim(claim, told, articles) for claim in findings.claims]
    return tuple(
        sorted(claims, key=lambda claim: (-claim.origins, -claim.outlets, -claim.texts, claim.statements[0].evidence, claim.id))
    )


def tell_disagreements(findings: Findings, articles: Mapping[str, Article]) -> tuple[RecordDisagreement, ...]:
    """The disagreements of a storyline in order of id; agreements and differences of weight are none."""
    told = index_findings(findings)
    shown = (one for one in findings.disagreements if one.relation not in ("agree", "framing"))
    return tuple(sorted((_tell_disagreement(one, told, articles) for one in shown), key=lambda one: one.id))


def _tell_claim(claim: Claim, told: Told, articles: Mapping[str, Article]) -> RecordClaim:
    standing = told.standings[claim.id]
    statements = sorted(
        (told.statements[identity] for identity in claim.statements), key=lambda statement: (statement.span, statement.id)
    )
    joined = {one.statement: one for one in claim.joined}
    return RecordClaim(
        id=claim.id,
        statement=Cited(cite_in(articles, told.statements[claim.canonical].span)),
        label=standing.label,
        disputed=not told.disputed.isdisjoint(claim.statements),
        outlets=standing.outlets,
        texts=standing.texts,
        origins=standing.origins,
        unsourced=standing.unsourced,
        statements=tuple(_tell_statement(statement, joined.get(statement.id), told, articles) for statement in statements),
    )


def _tell_statement(statement: Statement, joined: Joined | None, told: Told, articles: Mapping[str, Article]) -> RecordStatement:
    return RecordStatement(
        id=statement.id,
        article=statement.article,
        evidence=cite_in(articles, statement.span),
        figure=None if statement.figure is None else cite_in(articles, statement.figure.span),
        polarity=statement.polarity,
        modality=statement.modality,
        sourcing=tell_chain(told.sourcing.get(statement.id), articles),
        origins=origins_of(statement.id, told),
        corrected=told.corrected.get(statement.id, ()),
        joined=None if joined is None else tell_joined(joined),
    )


def tell_chain(sourcing: Sourcing | None, articles: Mapping[str, Article]) -> tuple[SourcingLink, ...]:
    """The sourcing chain with the words of each link, from the outlet inwards."""
    chain = () if sourcing is None else sourcing.chain
    return tuple(
        SourcingLink(link.kind, link.name, None if link.span is None else cite_in(articles, link.span), link.carried)
        for link in chain
    )


def origins_of(statement: str, told: Told) -> tuple[str, ...]:
    """The ids of the origins that a statement may rest on."""
    return told.sourcing[statement].origins if statement in told.sourcing else ()


def _tell_disagreement(one: Disagreement, told: Told, articles: Mapping[str, Article]) -> RecordDisagreement:
    return RecordDisagreement(
        id=one.id,
        about=_slot(one, told, articles),
        kind=one.about,
        relation=one.relation,
        reason=one.reason,
        values=tuple(_tell_side(value, told, articles) for value in one.values),
    )


def _slot(one: Disagreement, told: Told, articles: Mapping[str, Article]) -> str:
    """What is disputed, in words of the pages: the thing counted, else the shortest clause that asserts it."""
    statements = [told.statements[identity] for identity in _ordered(one.values, told)]
    if one.about == "number":
        for figure in (figure for statement in statements for figure in statement.figures if figure.what):
            return " ".join(filter(None, (figure.what, figure.state)))
    asserting = [statement for statement in statements if statement.polarity == "affirmed" and statement.modality != "denied"]
    shortest = min(asserting or statements, key=lambda statement: (statement.span.end - statement.span.start, statement.span))
    return " ".join(cite_in(articles, shortest.span).exact.split())


def _ordered(values: Sequence[Value], told: Told) -> Iterator[str]:
    yield from (identity for value in values for identity in sorted(value.statements, key=lambda one: told.statements[one].span))


def _tell_side(value: Value, told: Told, articles: Mapping[str, Article]) -> Side:
    ordered = _ordered((value,), told)
    return Side(value.value, value.normalized, tuple(_tell_sided(told.statements[one], told, articles) for one in ordered))


def _tell_sided(statement: Statement, told: Told, articles: Mapping[str, Article]) -> SidedStatement:
    days = [figure.as_of for figure in statement.figures if figure.as_of is not None]
    timed = None if statement.time is None else statement.time.latest
    return SidedStatement(
        id=statement.id,
        article=statement.article,
        evidence=cite_in(articles, statement.span),
        as_of=days[0] if days else timed,
        sourcing=tell_chain(told.sourcing.get(statement.id), articles),
    )

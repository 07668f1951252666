"""Which reports tell one happening: of one claim, or alike in type, actors, day and words, and nothing speaks against it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import log

from dateline.types import Article, Claim, FoldReason, Report, Statement

# The least share of rare words that two reports of one deed have in common, fitted on half A of the sample coverage.
LEAST = 0.35
# Reports that name no day are of one happening only when their articles came out this near each other.
NEAR = timedelta(days=4)
TRUE = frozenset({"happened", "historical"})
WORD = frozenset({"AGREE", "THREATEN"})
# What two do together, whichever of them is told to do it.
MUTUAL = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AGREE"})


@dataclass(frozen=True, slots=True)
class Row:
    """A report with what it is compared by; `terms` weigh the words of its statement by how rare they are here."""

    report: Report
    claim: str
    terms: Mapping[str, float]
    weight: float
    earliest: str | None
    latest: str | None
    published: str | None


def fold(
    reports: Sequence[Report], told: Mapping[str, Statement], claims: Sequence[Claim], articles: Mapping[str, Article]
) -> list[tuple[Report, ...]]:
    """The reports in groups of one happening each: earliest article first, each with why it is there."""
    claim_of = {statement: claim.id for claim in claims for statement in claim.statements}
    rows = _rows(reports, told, claim_of, articles)
    groups: list[list[Row]] = []
    like: dict[tuple[str, str], list[list[Row]]] = {}  # those of one type that are told as one kind of fact
    for row in rows:
        near = like.setdefault((row.report.type, _standing(row.report)), [])
        likest = max(((_likeness(row, group), -at) for at, group in enumerate(near)), default=(0.0, 0))
        if likest[0] >= LEAST:
            group = near[-likest[1]]
            why: FoldReason = "same claim" if any(one.claim == row.claim for one in group) else "same deed"
            group.append(replace(row, report=replace(row.report, reason=why)))
        else:
            near.append([row])
            groups.append(near[-1])
    return [tuple(row.report for row in group) for group in groups]


def _rows(
    reports: Sequence[Report], told: Mapping[str, Statement], claim_of: Mapping[str, str], articles: Mapping[str, Article]
) -> list[Row]:
    words = {one.statement: _words(told[one.statement]) for one in reports}
    spread = Counter(word for own in words.values() for word in own)
    rows = []
    for one in reports:
        statement = told[one.statement]
        time = statement.time
        terms = {word: log(1 + len(reports) / spread[word]) for word in words[one.statement]}
        out = articles[statement.article].published.earliest
        earliest, latest = (None, None) if time is None else (time.earliest, time.latest)
        rows.append(Row(one, claim_of.get(one.statement, one.statement), terms, sum(terms.values()), earliest, latest, out))
    return sorted(rows, key=lambda row: (row.published or "9999", told[row.report.statement].span))


def _words(statement: Statement) -> tuple[str, ...]:
    """The words of a statement but its verb, which its type tells, in one order: so sums of weights are the same everywhere."""
    return tuple(sorted({*statement.lemmas, *statement.names} - {statement.predicate}))


def _likeness(row: Row, group: Sequence[Row]) -> float:
    """How alike a report and a group are, 0 to 1; 0 where anything keeps it apart from one of them."""
    if any(_apart(row, one) for one in group):
        return 0.0
    return max(1.0 if row.claim == one.claim else _shared(row, one) for one in group)


def _apart(left: Row, right: Row) -> bool:
    """Whether two reports cannot tell one happening."""
    one, other = left.report, right.report
    if left.claim == right.claim:
        return False
    both = one.type in MUTUAL and {one.source, one.target} & {other.source, other.target} - {None}
    if not both and (_differ(one.source, other.source) or _differ(one.target, other.target)):
        return True
    return _other_day(left, right)


def _standing(one: Report) -> str:
    """Whether it is told as a fact; a word given or a threat is one whether the verb says so or its tense."""
    return "true" if one.modality in TRUE or (one.modality == "planned" and one.type in WORD) else one.modality


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _other_day(left: Row, right: Row) -> bool:
    if left.earliest and left.latest and right.earliest and right.latest:
        return left.latest < right.earliest or right.latest < left.earliest
    if left.published is None or right.published is None:
        return False
    return abs(date.fromisoformat(left.published[:10]) - date.fromisoformat(right.published[:10])) > NEAR


def _shared(left: Row, right: Row) -> float:
    """The weight of the words that both have, as a share of the lighter one's."""
    both = sum(weight for word, weight in left.terms.items() if word in right.terms)
    return both / max(1e-9, min(left.weight, right.weight))

"""Which reports tell one happening: of one claim, or alike in type, actors, day and words, and nothing speaks against it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from math import log

from dateline.types import Article, Claim, FoldReason, Report, Span, Statement
from dateline.words import normal_form

# The least share of what two reports of one deed tell that both tell, fitted on halves A of the sample and of invented coverage.
LEAST = 0.3
# Reports that name no day are of one happening only when their articles came out this near each other.
NEAR = timedelta(days=4)
# What no day tells is taken to have been in this time before its article.
LONG_AGO = timedelta(days=31)
# What one does but once: two days of it are one, told otherwise.
ONCE = frozenset({"resign"})
TRUE = frozenset({"happened", "historical"})
WORD = frozenset({"AGREE", "THREATEN", "REQUEST", "ACCUSE", "REJECT", "SUPPORT"})
HARM = "kill"  # an attack, and those who came to harm in it, are two
# Of these one deed may be told under two modes: by the weapon or the charge that each report names.
ANY_MODE = frozenset({"ASSAULT", "ACCUSE", "CONSULT", "PROTEST"})
# What two do together, whichever of them is told to do it.
MUTUAL = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AGREE"})


@dataclass(frozen=True, slots=True)
class Row:
    """A report with what it is compared by; `terms` weigh what it tells by how rare that is here.

    `thing` is the last word for what it is done to, `rank` its place among all in order of time.
    """

    report: Report
    claim: str
    terms: Mapping[str, float]
    weight: float
    earliest: str | None
    latest: str | None
    published: str | None
    thing: str | None = None
    rank: int = 0


def fold(
    reports: Sequence[Report], told: Mapping[str, Statement], claims: Sequence[Claim], articles: Mapping[str, Article]
) -> list[tuple[Report, ...]]:
    """The reports in groups of one happening each: earliest article first, each with why it is there."""
    claim_of = {statement: claim.id for claim in claims for statement in claim.statements}
    like: dict[tuple[str, str], list[list[Row]]] = {}  # those of one type that are told as one kind of fact
    for row in _rows(reports, told, claim_of, articles):
        _join(row, like.setdefault((row.report.type, _standing(row.report)), []))
    return [tuple(_reasoned(group)) for groups in like.values() for group in groups]


def _join(row: Row, groups: list[list[Row]]) -> None:
    """Puts a row into the group it is likest to, with what else is like it and not apart from that; else it begins one."""
    likely = sorted(((_likeness(row, group), -at) for at, group in enumerate(groups)), reverse=True)
    fit = [groups[-at] for likeness, at in likely if likeness >= LEAST]
    joined = [row]
    for group in fit:
        if len(joined) == 1 or _one(joined, group):
            joined += group
            groups.remove(group)
    groups.append(sorted(joined, key=lambda one: one.rank))


def _one(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether two groups that one row is like are one: nothing keeps any two apart, and they are done to like things."""
    return not any(_apart(one, other) or _other_thing(one, other) for one, other in product(left, right))


def _reasoned(group: Sequence[Row]) -> Iterator[Report]:
    """The reports of a group, each but the first with the reason why it is there."""
    yield group[0].report
    for at, row in enumerate(group[1:], start=1):
        why: FoldReason = "same claim" if any(one.claim == row.claim for one in group[:at]) else "same deed"
        yield replace(row.report, reason=why)


def _rows(
    reports: Sequence[Report], told: Mapping[str, Statement], claim_of: Mapping[str, str], articles: Mapping[str, Article]
) -> list[Row]:
    words = {one.statement: _words(told[one.statement], one, articles[told[one.statement].article].text) for one in reports}
    spread = Counter(word for own in words.values() for word in own)
    rows = []
    for one in reports:
        statement = told[one.statement]
        time = statement.time
        terms = {word: log(1 + len(reports) / spread[word]) for word in words[one.statement]}
        article = articles[statement.article]
        clock = time is None or time.granularity in ("minute", "hour")  # an hour alone is of the day before as often as not
        rows.append(
            Row(
                report=one,
                claim=claim_of.get(one.statement, one.statement),
                terms=terms,
                weight=sum(terms.values()),
                earliest=None if time is None or clock else time.earliest,
                latest=None if time is None or clock else time.latest,
                published=article.published.earliest,
                thing=_last(one.done_to, article.text),
            )
        )
    rows.sort(key=lambda row: (row.published or "9999", told[row.report.statement].span))
    return [replace(row, rank=rank) for rank, row in enumerate(rows)]


def _words(statement: Statement, report: Report, text: str) -> tuple[str, ...]:
    """What two reports of a deed have in common, in one order: so sums of weights are the same everywhere.

    That is the words of the statement but its verb, the kind of the deed, its actors and its day.
    """
    kind = f"{report.type} {report.cameo}"
    day = statement.time.value if statement.time is not None and statement.time.granularity == "day" else None
    roles = (_role("by", report.source, report.doer, text), _role("to", report.target, report.done_to, text))
    told = filter(None, (kind, day, *roles))
    return tuple(sorted({*statement.lemmas, *statement.names, *told} - {statement.predicate}))


def _role(role: str, entity: str | None, words: Span | None, text: str) -> str | None:
    """Who fills a role: the entity, else the last of the words for it."""
    last = _last(words, text)
    return f"{role} {entity or last}" if entity or last else None


def _last(words: Span | None, text: str) -> str | None:
    """The last of the words for an actor or thing, before an "of", as a lemma."""
    if words is None:
        return None
    last = text[words.start : words.end].split(" of ")[0].rsplit(" ", 1)[-1]
    return normal_form(last.lower().removesuffix("s"))


def _likeness(row: Row, group: Sequence[Row]) -> float:
    """How alike a report and a group are, 0 to 1; 0 where anything keeps it apart from one of them."""
    if any(_apart(row, one) for one in group):
        return 0.0
    return max(_alike(row, one) for one in group)


def _alike(left: Row, right: Row) -> float:
    """How alike two reports are: fully where they are of one claim, else by what they share."""
    return 1.0 if left.claim == right.claim else _shared(left, right)


def _apart(left: Row, right: Row) -> bool:
    """Whether two reports cannot tell one happening."""
    one, other = left.report, right.report
    if left.claim == right.claim:
        return False
    if one.mode != other.mode and ((one.type not in ANY_MODE and one.mode and other.mode) or HARM in (one.mode, other.mode)):
        return True
    if one.type in MUTUAL and (_one_day(left, right) or {one.source, one.target} & {other.source, other.target} - {None}):
        return _other_day(left, right)
    if _differ(one.source, other.source) or _differ(one.target, other.target):
        return True
    return _other_day(left, right)


def _other_thing(left: Row, right: Row) -> bool:
    """Whether two are done to other things, of which neither is told by the other."""
    if left.report.target is not None or right.report.target is not None or left.thing is None or right.thing is None:
        return False
    return left.thing not in right.terms and right.thing not in left.terms


def _one_day(left: Row, right: Row) -> bool:
    return left.earliest is not None and left.earliest == left.latest == right.earliest == right.latest


def _standing(one: Report) -> str:
    """Whether it is told as a fact; a word given or a threat is one whether the verb says so or its tense."""
    return "true" if one.modality in TRUE or (one.modality == "planned" and one.type in WORD) else one.modality


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _other_day(left: Row, right: Row) -> bool:
    if left.earliest and left.latest and right.earliest and right.latest:
        return left.report.mode not in ONCE and (left.latest < right.earliest or right.latest < left.earliest)
    for dated, other in ((left, right), (right, left)):
        if dated.latest and other.published and _days(dated.latest, other.published) > LONG_AGO:
            return True
    if left.published is None or right.published is None:
        return False
    return abs(_days(left.published, right.published)) > NEAR


def _days(earlier: str, later: str) -> timedelta:
    return date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])


def _shared(left: Row, right: Row) -> float:
    """The weight of the words that both have, as a share of the lighter one's."""
    both = sum(weight for word, weight in left.terms.items() if word in right.terms)
    return both / max(1e-9, min(left.weight, right.weight))

"""What happened, is planned, or is reported to have happened, day by day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from dateline.types import Article, Claim, Dating, Granularity, Statement, TimeRef
from dateline.views.cite import cite_all, cite_in
from dateline.views.document import Date, Moment, Status
from dateline.views.evidence import Cited
from dateline.views.material import Findings

FINENESS: tuple[Granularity, ...] = (
    "minute", "hour", "day", "week", "month", "quarter", "season", "year", "decade", "century", "unknown",
)  # fmt: skip
# News tells of the days around it: what ended more than two weeks before the first page is background.
BACKGROUND_DAYS = 14


def tell_timeline(
    findings: Findings, articles: Mapping[str, Article], datings: Mapping[str, Dating], shown: frozenset[str]
) -> tuple[Moment, ...]:
    """The dated lines of a story, in order of time; `shown` holds the ids of its articles. One claim gives at most one line."""
    statements = {statement.id: statement for statement in findings.statements}
    days = {identity: _days(articles[identity], datings.get(identity)) for identity in sorted(shown)}
    start = min((first for first, _ in days.values() if first), default=None)
    found = []
    for claim in findings.claims:
        told = [statements[identity] for identity in claim.statements]
        lead = _lead(told, shown)
        if lead is not None:
            found.append((lead, told, claim))
    moments = (_moment(lead, told, claim, days, start, articles) for lead, told, claim in _outermost(found))
    return tuple(sorted(moments, key=_order))


def _order(moment: Moment) -> tuple[object, ...]:
    return moment.date.earliest, moment.date.latest, moment.statement.evidence


def _days(article: Article, dating: Dating | None) -> tuple[str | None, str | None]:
    if article.published.earliest is None and dating is not None:
        return dating.earliest, dating.latest
    return article.published.earliest, article.published.latest


def _lead(told: Sequence[Statement], shown: frozenset[str]) -> Statement | None:
    """The statement of the story that dates its claim most finely, then the first in order."""
    dated = [one for one in told if one.article in shown and one.time is not None and one.time.earliest and one.time.latest]
    return min(dated, key=lambda one: (_fineness(one.time), one.span), default=None)


def _fineness(time: TimeRef | None) -> int:
    return FINENESS.index("unknown" if time is None else time.granularity)


def _outermost(
    found: Sequence[tuple[Statement, list[Statement], Claim]],
) -> Iterator[tuple[Statement, list[Statement], Claim]]:
    """Without the clauses that lie inside another clause told for the same days: the longer says it all."""
    kept: dict[tuple[str | None, ...], list[Statement]] = {}
    for row in sorted(found, key=lambda row: (row[0].span.start - row[0].span.end, row[0].span)):
        lead = row[0]
        same = kept.setdefault((lead.article, *_range(lead)), [])
        if not any(one.span.holds(lead.span) for one in same):
            same.append(lead)
            yield row


def _range(statement: Statement) -> tuple[str | None, str | None]:
    return (None, None) if statement.time is None else (statement.time.earliest, statement.time.latest)


def _moment(
    lead: Statement,
    told: Sequence[Statement],
    claim: Claim,
    days: Mapping[str, tuple[str | None, str | None]],
    start: str | None,
    articles: Mapping[str, Article],
) -> Moment:
    when = _date(lead)
    support = sorted(one.span for one in told if one.id != lead.id)
    return Moment(
        date=when,
        status=_status(lead, told, articles[lead.article].entry_day(lead.span) or days[lead.article][1]),
        background=start is not None and when.latest < _before(start),
        claim=claim.id,
        statement=Cited(cite_in(articles, lead.span)),
        support=cite_all(articles, tuple(support)),
    )


def _date(statement: Statement) -> Date:
    time = statement.time
    assert time is not None and time.earliest is not None and time.latest is not None
    return Date(time.earliest, time.latest, time.granularity)


def _before(day: str) -> str:
    return (date.fromisoformat(day[:10]) - timedelta(days=BACKGROUND_DAYS)).isoformat()


def _status(lead: Statement, told: Sequence[Statement], published: str | None) -> Status:
    """Planned if it is told as a plan or lies after the page; reported if nobody tells it on their own word; else happened."""
    ahead = published is not None and _date(lead).earliest > published
    if lead.modality == "planned" or ahead:
        return "planned"
    sure = any(one.modality == "happened" and one.attribution is None for one in told)
    return "happened" if sure else "reported"

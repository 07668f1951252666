"""The events of a story, with the report that each statement makes of them."""

from collections.abc import Mapping

from dateline.types import Article, Event, Report
from dateline.views.cite import cite, cite_all
from dateline.views.claims import Told, index_findings, origins_of
from dateline.views.document import RecordEvent, RecordReport
from dateline.views.material import Findings


def tell_events(findings: Findings, shown: frozenset[str], articles: Mapping[str, Article]) -> tuple[RecordEvent, ...]:
    """The events that an article of the story reports, in order of id."""
    told = index_findings(findings)
    events = (one for one in findings.events if any(span.article in shown for span in one.evidence))
    return tuple(sorted((_tell_event(one, told, articles) for one in events), key=lambda one: one.id))


def _tell_event(event: Event, told: Told, articles: Mapping[str, Article]) -> RecordEvent:
    return RecordEvent(
        id=event.id,
        type=event.type,
        mode=event.mode,
        context=event.context,
        cameo=event.cameo,
        source=event.source,
        target=event.target,
        place=event.place,
        date=event.date,
        evidence=cite_all(articles, event.evidence),
        statements=event.statements,
        origins=tuple(sorted({origin for one in event.statements for origin in origins_of(one, told)})),
        modality=event.modality,
        reports=tuple(_tell_report(one, told, articles) for one in event.reports),
    )


def _tell_report(report: Report, told: Told, articles: Mapping[str, Article]) -> RecordReport:
    statement = told.statements[report.statement]
    article = articles[statement.article]
    return RecordReport(
        statement=report.statement,
        article=statement.article,
        evidence=cite(article, statement.span),
        type=report.type,
        mode=report.mode,
        context=report.context,
        cameo=report.cameo,
        modality=report.modality,
        source=report.source,
        target=report.target,
        place=report.place,
        date=report.date,
        doer=None if report.doer is None else cite(article, report.doer),
        done_to=None if report.done_to is None else cite(article, report.done_to),
        reason=report.reason,
        origins=tuple(sorted(origins_of(report.statement, told))),
    )

"""What happened, is planned, or was announced, day by day: one line for each event, with all that tells it."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from dateline.types import Article, Statement
from dateline.views.cite import cite_all, cite_in
from dateline.views.document import Moment, Status
from dateline.views.evidence import Cited
from dateline.views.happenings import Happening, Scene, find_happenings

# News tells of the days around it: what ended more than two weeks before the first page is background.
BACKGROUND_DAYS = 14


def tell_timeline(scene: Scene, shown: frozenset[str]) -> tuple[Moment, ...]:
    """The lines of the articles `shown`, in order of time."""
    days = [scene.days[article] for article in sorted(shown)]
    start = min((first for first, _ in days if first), default=None)
    end = max((last for _, last in days if last), default=None)
    told = [_tell(one, scene, start, end) for one in find_happenings(scene, shown)]
    return tuple(sorted(told, key=lambda one: (one.date.earliest, one.date.latest, one.statement.evidence)))


def _tell(one: Happening, scene: Scene, start: str | None, end: str | None) -> Moment:
    best = scene.best_sentence(one)
    when = one.date
    evidence = {told.span for told in one.told}
    announced = {told.span for told in one.announced}
    statements = (*one.told, *one.announced)
    return Moment(
        date=when,
        status=_status(one, end),
        background=start is not None and when.latest < _before(start),
        claim=one.claims[0],
        statement=Cited(cite_in(scene.articles, best)),
        support=cite_all(scene.articles, tuple(sorted(span for span in evidence if not best.holds(span)))),
        announced=cite_all(scene.articles, tuple(sorted(announced))),
        claims=one.claims,
        articles=len({told.article for told in statements}),
        outlets=len(_outlets(statements, scene.articles)),
        origins=max(scene.origins.get(claim, 0) for claim in one.claims),
        entities=tuple(sorted({entity for told in statements for entity in told.entities})),
    )


def _outlets(statements: Iterable[Statement], articles: Mapping[str, Article]) -> set[str]:
    return {outlet for told in statements if (outlet := articles[told.article].outlet)}


def _before(day: str) -> str:
    return (date.fromisoformat(day[:10]) - timedelta(days=BACKGROUND_DAYS)).isoformat()


def _status(one: Happening, end: str | None) -> Status:
    """Planned while the day is to come, announced for it when it has come, unless somebody tells that it happened.

    What nobody tells on their own word is reported, and so is what was announced and of which no page tells any more.
    """
    if any(told.modality == "happened" and told.attribution is None for told in one.told) and not one.is_plan:
        return "happened"
    return "planned" if one.is_plan and (end is None or one.date.latest >= end) else "reported"

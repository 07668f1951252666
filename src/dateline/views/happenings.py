"""Events as a timeline has them: dated claims, folded where they tell the same of the same days."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.openings import is_in_opening
from dateline.tellings import Telling, Vector, Weights, choose
from dateline.terms import terms_in
from dateline.types import Analysis, Article, Claim, Dating, Granularity, Span, Statement, TimeRef
from dateline.views.document import Date
from dateline.views.material import Findings

FINENESS: tuple[Granularity, ...] = (
    "minute", "hour", "day", "week", "month", "quarter", "season", "year", "decade", "century", "unknown",
)  # fmt: skip
HOURLY = ("minute", "hour")
Days = tuple[str | None, str | None]
# Up to the time that something was the first of its kind, or the greatest, since.
FIRST_SINCE = re.compile(
    r"\b(?:first|only|last|worst|best|most|least|\w+est)\b[^.;:]* since (?:the |late |early )*$", re.IGNORECASE
)
REACH = 120  # characters before a time in which such a word stands
# Two claims of one day that are this much alike, in their words and those of their sentences, tell one event. On the sample
# coverage and a few real pages all pairs above are of one event, of those down to .3 one in three.
SAME = 0.4


@dataclass(frozen=True, slots=True)
class Scene:
    """What the timelines of one storyline are told from.

    `days` are those of publication, `origins` the numbers of origins of claims, by id.
    """

    findings: Findings
    articles: Mapping[str, Article]
    sentences: Mapping[str, tuple[Span, ...]]
    days: Mapping[str, Days]
    origins: Mapping[str, int]
    weights: Weights

    def telling(self, span: Span, without: Span | None = None) -> Telling:
        """A passage by its terms, leaving out those of a place in it."""
        return Telling(span, frozenset(terms_in(self._words(span, without))))

    def _words(self, span: Span, without: Span | None) -> str:
        text = self.articles[span.article].text
        if without is None or not span.holds(without):
            return text[span.start : span.end]
        return f"{text[span.start : without.start]} {text[without.end : span.end]}"

    def sentence(self, span: Span) -> Span:
        """The sentence that a passage lies in; the passage itself where there is none."""
        sentences = self.sentences[span.article]
        before = bisect_right(sentences, span.start, key=lambda one: one.start)
        return sentences[before - 1] if before and sentences[before - 1].holds(span) else span

    def best_sentence(self, one: "Happening") -> Span:
        """Of the sentences that tell an event with its day, the one that tells best what all of them tell."""
        dated = [[told.span for told in part if _range(told.time) == one.days] for part in (one.told, one.announced)]
        sentences = sorted({self.sentence(span) for span in dated[0] or dated[1]})
        chosen = choose(map(self.telling, sentences), 1, self.weights)
        return chosen[0].span if chosen else sentences[0]

    def is_dateline(self, told: Statement) -> bool:
        """Whether the time of a statement is that of a dateline, on which its text was written."""
        return told.time is not None and is_in_opening(self.articles[told.article].text, told.time.span.start)

    def is_dated(self, told: Statement) -> bool:
        """Whether a statement tells the day or days of what it says.

        The time of a dateline is that of the text; an hour has no day where nothing tells which; "the first since 2019" was not
        in 2019.
        """
        time = told.time
        if time is None or None in _range(time) or self.is_dateline(told):
            return False
        if time.granularity in HOURLY and time.earliest != time.latest:
            return False
        text = self.articles[told.article].text
        return not FIRST_SINCE.search(text, max(self.sentence(time.span).start, time.span.start - REACH), time.span.start)

    def looks_ahead(self, told: Statement, day: str) -> bool:
        """Whether a statement was made before the day it tells of, or on it as of a plan."""
        here = self.articles[told.article].entry_day(told.span) or self.days[told.article][1]
        if here is None or here[:10] == day[:10]:
            return told.modality == "planned"
        return here < day


def set_scene(
    findings: Findings, analyses: Sequence[Analysis], articles: Mapping[str, Article], datings: Mapping[str, Dating]
) -> Scene:
    """What the timelines of a storyline are told from; `analyses` are those of its articles."""
    sentences = {one.article: one.sentences for one in analyses}
    words = (
        Telling(span, frozenset(terms_in(articles[span.article].text[span.start : span.end])))
        for one in analyses
        for span in one.sentences
    )
    days = {one.article: _days(articles[one.article], datings.get(one.article)) for one in analyses}
    origins = {one.claim: one.origins for one in findings.standings}
    return Scene(findings, articles, sentences, days, origins, Weights(words))


def _days(article: Article, dating: Dating | None) -> Days:
    if article.published.earliest is None and dating is not None:
        return dating.earliest, dating.latest
    return article.published.earliest, article.published.latest


@dataclass(frozen=True, slots=True)
class Happening:
    """Statements of one event on some days: those that tell it and those that announced it. One that `is_plan` is only a plan.

    The first of its `claims` is told by most articles.
    """

    date: Date
    days: Days
    claims: tuple[str, ...]
    told: tuple[Statement, ...]
    announced: tuple[Statement, ...]
    is_plan: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A claim with the statement that dates it and the terms of its sentence; its statements that look ahead stand apart."""

    claim: Claim
    lead: Statement
    told: tuple[Statement, ...]
    announced: tuple[Statement, ...]
    sentence: frozenset[str]
    vector: Vector

    @property
    def is_plan(self) -> bool:
        """Whether all look ahead."""
        return not self.told


def find_happenings(scene: Scene, shown: frozenset[str]) -> Iterator[Happening]:
    """The events of the articles `shown` that have a day or days, one for all claims that tell the same of the same days."""
    statements = {statement.id: statement for statement in scene.findings.statements}
    by_days: dict[Days, list[Row]] = defaultdict(list)
    for claim in scene.findings.claims:
        row = _row(claim, [statements[identity] for identity in claim.statements], scene, shown)
        if row is not None:
            by_days[_range(row.lead.time)].append(row)
    for _, rows in sorted(by_days.items()):
        yield from (_join(group) for group in _fold(rows))


def _row(claim: Claim, told: Sequence[Statement], scene: Scene, shown: frozenset[str]) -> Row | None:
    """A claim on a day or days: the statement of the shown articles that dates it most finely, then the first, is its lead."""
    dated = [one for one in told if one.article in shown and scene.is_dated(one)]
    lead = min(dated, key=lambda one: (_fineness(one.time), one.span), default=None)
    if lead is None or lead.time is None or lead.time.earliest is None:
        return None
    ahead = [one for one in told if scene.looks_ahead(one, lead.time.earliest)]
    clause, sentence = (scene.telling(span, lead.time.span).terms for span in (lead.span, scene.sentence(lead.span)))
    done = tuple(one for one in told if one not in ahead)
    return Row(claim, lead, done, tuple(ahead), sentence, scene.weights.joint(clause, sentence))


def _range(time: TimeRef | None) -> Days:
    """The days of a time, without hours: one event may be told by the day and by the hour."""
    if time is None or time.earliest is None or time.latest is None:
        return None, None
    return time.earliest[:10], time.latest[:10]


def _fineness(time: TimeRef | None) -> int:
    return FINENESS.index("unknown" if time is None else time.granularity)


def _fold(rows: Sequence[Row]) -> list[list[Row]]:
    """The claims of some days by event: each goes to the first group that has its sentence, or to the one whose first is likest.

    What has happened comes before what is planned, and what more articles tell before the rest.
    """
    groups: list[list[Row]] = []
    within: dict[tuple[frozenset[str], bool], int] = {}
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for row in sorted(
        rows, key=lambda row: (row.is_plan, -len({one.article for one in (*row.told, *row.announced)}), row.lead.span)
    ):
        place = within.get((row.sentence, row.is_plan), _likest(row, groups, holders))
        if place is None:
            place = len(groups)
            groups.append([])
            for term, weight in row.vector.items():
                holders[term].append((place, weight))
        groups[place].append(row)
        within.setdefault((row.sentence, row.is_plan), place)
    return groups


def _likest(row: Row, groups: Sequence[Sequence[Row]], holders: Mapping[str, Sequence[tuple[int, float]]]) -> int | None:
    """The group whose first claim tells the same, with no other figures; None where there is none."""
    likeness: dict[int, float] = defaultdict(float)
    for term, weight in row.vector.items():
        for place, other in holders.get(term, ()):
            likeness[place] += weight * other
    near = {place: round(value, 6) for place, value in likeness.items() if round(value, 6) > SAME}
    fit = (place for place in near if not _counts_apart(row.lead, groups[place][0].lead))
    return max(fit, key=lambda place: (near[place], -place), default=None)


def _counts_apart(one: Statement, other: Statement) -> bool:
    """Whether both have figures, none of which is the same."""
    here, there = ({(figure.low, figure.high) for figure in told.figures} for told in (one, other))
    return bool(here and there and not here & there)


def _join(group: Sequence[Row]) -> Happening:
    """One event of several claims; of what has happened, what was planned is its announcement."""
    first = min(group, key=lambda row: (row.is_plan, _fineness(row.lead.time), row.lead.span))
    when = first.lead.time
    assert when is not None and when.earliest is not None and when.latest is not None
    told = [one for row in group for one in row.told]
    announced = [one for row in group for one in row.announced]
    return Happening(
        date=Date(when.earliest, when.latest, when.granularity),
        days=_range(when),
        claims=tuple(row.claim.id for row in group),
        told=_in_order(told or announced),
        announced=_in_order(announced) if told else (),
        is_plan=not told,
    )


def _in_order(told: Sequence[Statement]) -> tuple[Statement, ...]:
    return tuple(sorted(told, key=lambda one: (one.span, one.id)))

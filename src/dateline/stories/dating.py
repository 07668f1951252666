"""When undated articles were written: the days that their story's dated members give them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.stories.days import BACK, LEAD, UNPLACED, day_of
from dateline.types import Analysis, Article, Dating, Span, Story, TimeRef

WEEK = 6  # days after a Monday in which "Monday" still is that Monday


@dataclass(frozen=True, slots=True)
class Shared:
    """A day that a dated member tells of, and where it does."""

    day: date
    span: Span


def date_articles(articles: Sequence[Article], analyses: Sequence[Analysis], stories: Sequence[Story]) -> tuple[Dating, ...]:
    """The inferred days of the articles that state none, sorted by article; none for a story without dated members.

    A weekday in the lead that a dated member's lead places on a day gives that day and the six after it, the days on which the
    name still means it. Without one the article gets the days from the first to the last dated member. Evidence is the spans
    of both time expressions, or of the title or first line of the dated members.
    """
    by_id = {article.id: article for article in articles}
    times = {analysis.article: analysis.times for analysis in analyses}
    datings = []
    for story in stories:
        members = [by_id[article] for article in story.articles if article in by_id]
        dated = [article for article in members if day_of(article)]
        if dated:
            datings += [_date(article, dated, times) for article in members if article.published.basis == "unknown"]
    return tuple(sorted(datings, key=lambda dating: dating.article))


def _date(article: Article, dated: Sequence[Article], times: Mapping[str, Sequence[TimeRef]]) -> Dating:
    shared = [told for member in dated for told in _days_told(member, times.get(member.id, ()))]
    found = sorted(_intervals(times.get(article.id, ()), shared), key=lambda pair: (pair[0].span, pair[1].day, pair[1].span))
    if found:
        own, told = found[0]
        latest = told.day + timedelta(WEEK)
        return Dating(article.id, told.day.isoformat(), latest.isoformat(), (own.span, told.span))
    return _span_of(article, dated)


def _intervals(times: Iterable[TimeRef], shared: Sequence[Shared]) -> Iterator[tuple[TimeRef, Shared]]:
    """The weekdays of an undated lead with the days they fall on in dated leads."""
    for time in times:
        match = UNPLACED.match(time.value)
        if match and time.span.part == "text" and time.span.start < LEAD:
            for told in shared:
                if told.day.isoweekday() == int(match.group(1)):
                    yield time, told


def _days_told(article: Article, times: Iterable[TimeRef]) -> Iterator[Shared]:
    """The days up to a week before publication that a dated lead tells of."""
    published = day_of(article)
    for time in times:
        whole_day = time.granularity in ("day", "minute") and time.earliest is not None
        if published and whole_day and time.earliest and time.span.part == "text" and time.span.start < LEAD:
            day = date.fromisoformat(time.earliest[:10])
            if published - timedelta(BACK) <= day <= published:
                yield Shared(day, time.span)


def _span_of(article: Article, dated: Sequence[Article]) -> Dating:
    """The days from the first to the last dated member."""
    earliest = min(member.published.earliest or "" for member in dated)
    latest = max(member.published.latest or member.published.earliest or "" for member in dated)
    firsts = sorted(_published_at(member) for member in dated)
    return Dating(article.id, earliest, latest, tuple(firsts))


def _published_at(article: Article) -> Span:
    """Where an article says when it was published; else its first line."""
    for note in article.notes:
        if note.field == "published":
            return Span(article.id, note.start, note.end, note.part)
    end = article.text.find("\n")
    return Span(article.id, 0, end if end > 0 else len(article.text))

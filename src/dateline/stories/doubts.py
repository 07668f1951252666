"""What speaks against the days of publication: what extraction noted, and what the texts tell."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import cast

from dateline.data import table
from dateline.stories.days import LEAD, MONTHS, WEEKDAYS
from dateline.types import Analysis, Article, Doubt, DoubtKind, Span, TimeRef

NOTE = "doubt "  # the fields of the notes in which extraction keeps the doubts of each kind
ZONE = 1  # days that time zones may put between an event and the day of publication
FINE = ("minute", "hour", "day", "month")
# How far before and after publication a day without a year may lie: one that has the weekday told there is no fault.
BEFORE, AFTER = 300, 365
YEARS = 12  # how far off the year is looked for in which the days have the weekdays told; the calendar comes round in 11
BESIDE = 100  # characters before a time, and half as many behind it, that may say what was done to a text then
NAMED = re.compile(r"\b(" + "|".join(WEEKDAYS) + r")\b", re.IGNORECASE)
MONTH = re.compile(r"\b(?:" + "|".join(MONTHS) + r")", re.IGNORECASE)


def find_doubts(articles: Sequence[Article], analyses: Sequence[Analysis]) -> tuple[Doubt, ...]:
    """The doubts about the days that pages state, by article, kind and place; articles whose page gives no day have none."""
    times = {analysis.article: analysis.times for analysis in analyses}
    found = []
    for article in articles:
        if article.published.earliest and article.published.latest:
            found += [*_noted(article), *_told(article, times.get(article.id, ())), *_named(article, times.get(article.id, ()))]
    return tuple(sorted(found, key=lambda doubt: (doubt.article, doubt.kind, doubt.span, doubt.day)))


def _noted(article: Article) -> Iterator[Doubt]:
    """The doubts that extraction noted, each where it stands."""
    for note in article.notes:
        if note.field.startswith(NOTE):
            kind = cast(DoubtKind, note.field.removeprefix(NOTE))
            yield Doubt(article.id, kind, note.value, Span(article.id, note.start, note.end, note.part))


def _told(article: Article, times: Sequence[TimeRef]) -> Iterator[Doubt]:
    """The first of the later days that the text, with a date in full, tells of as past."""
    last = _shifted(article.published.latest or "", ZONE)
    for time in times:
        later = time.anchor is None and time.granularity in FINE and time.earliest is not None and time.earliest[:10] > last
        if later and time.earliest and time.direction == "past" and not _is_of_text(article, time):
            yield Doubt(article.id, "told", time.earliest[:10], time.span)
            return


def _is_of_text(article: Article, time: TimeRef) -> bool:
    """Whether the words around a time say that a text was put out or changed then: a new print, a correction, a comment."""
    before = article.text[max(0, time.span.start - BESIDE) : time.span.start].rpartition("\n")[2]
    after = article.text[time.span.end : time.span.end + BESIDE // 2].partition("\n")[0]
    return not _issued().isdisjoint(re.findall(r"\w+", f"{before} {after}".lower()))


@cache
def _issued() -> frozenset[str]:
    return frozenset(table("bylines.toml")["dates"]["issued"])


def _named(article: Article, times: Sequence[TimeRef]) -> Iterator[Doubt]:
    """The first of the days told without a year, one of them in the lead, where all have their weekdays in another year only.

    That is not a year of which the text, with a date in full, tells anyway.
    """
    told = list(_with_weekdays(article, times))
    published = date.fromisoformat(article.published.earliest or "")
    if not any(time.span.start < LEAD for time, *_ in told) or any(_is_near(published, day, name) for _, day, name in told):
        return
    fitting = [year for year in _years(published) if all(_is_named(_in_year(day, year), name) for _, day, name in told)]
    past = {int(time.earliest[:4]) for time in times if time.anchor is None and time.granularity == "day" and time.earliest}
    if fitting and past.isdisjoint(fitting):
        time, day, _ = told[0]
        yield Doubt(article.id, "weekday", day.replace(year=fitting[0]).isoformat(), time.span)


def _years(published: date) -> list[int]:
    """The years around that of publication, the nearest first."""
    return sorted(range(published.year - YEARS, published.year + YEARS + 1), key=lambda year: abs(year - published.year))


def _with_weekdays(article: Article, times: Iterable[TimeRef]) -> Iterator[tuple[TimeRef, date, int]]:
    """The times whose words have an ISO weekday, a day and a month, and no year, with the day they were taken for."""
    for time in times:
        if time.granularity == "day" and time.anchor and time.earliest and time.span.part == "text":
            words = article.text[time.span.start : time.span.end]
            match = NAMED.search(words)
            if match and MONTH.search(words):
                yield time, date.fromisoformat(time.earliest), WEEKDAYS.index(match[1].lower()) + 1


def _is_near(published: date, day: date, weekday: int) -> bool:
    """Whether a day and month have the weekday in some year around publication."""
    found = [_in_year(day, year) for year in range(published.year - 1, published.year + 2)]
    first, last = published - timedelta(BEFORE), published + timedelta(AFTER)
    return any(one is not None and first <= one <= last and _is_named(one, weekday) for one in found)


def _is_named(day: date | None, weekday: int) -> bool:
    return day is not None and day.isoweekday() == weekday


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return None


def _shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()

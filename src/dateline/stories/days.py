"""The days an article tells of at its beginning: the same actors on another day are another story."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.languages import is_read
from dateline.stories.foreign_days import foreign_days
from dateline.types import Analysis, Article, TimeRef

LEAD = 800  # characters: title and the first three or four sentences
BACK = 7  # days before publication that news tells of as its own
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAY = re.compile(r"\b(" + "|".join(WEEKDAYS) + r")\b", re.IGNORECASE)
DATE = re.compile(
    r"\b(?:(?P<before>\d{1,2})\s+)?(?P<month>" + "|".join(MONTHS) + r")[a-z]{0,6}\.?"
    r"(?:\s+(?P<after>\d{1,2})\b)?(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
UNPLACED = re.compile(r"XXXX-WXX-([1-7])")


@dataclass(frozen=True, slots=True)
class Told:
    """The days a lead tells of (numbers since the year 1), and the weekdays (0 is Monday) that could not be placed in a week.

    `sure` says whether they were resolved by the grammar of times, which knows last Tuesday from next.
    """

    days: frozenset[int]
    weekdays: frozenset[int]
    sure: bool


def day_of(article: Article) -> date | None:
    """The day an article says it was published, or None."""
    stated = article.published.earliest
    return date.fromisoformat(stated[:10]) if stated else None


def told_days(article: Article, analysis: Analysis | None) -> Told:
    """The days up to a week before publication that the lead tells of.

    Taken from the analysed times where there are some; else from dates and weekday names, each read as the last such day. In
    a language that is not read, from both.
    """
    published = day_of(article)
    lead = article.text[:LEAD]
    if not is_read(article):
        return _told_foreign(article, analysis, published)
    found = _analysed(analysis.times) if analysis else [*_dates(lead, published), *_weekdays(lead, published)]
    days = (day for day in found if published is None or published - timedelta(BACK) <= day <= published)
    return Told(
        frozenset(map(date.toordinal, days)), frozenset(() if published else _unplaced(lead, analysis)), analysis is not None
    )


def _told_foreign(article: Article, analysis: Analysis | None, published: date | None) -> Told:
    """The days in the lead of an article in another language: never sure, and none where it is not dated."""
    if published is None:
        return Told(frozenset(), frozenset(), sure=False)
    written = _analysed(analysis.times) if analysis else ()
    days = {*written, *foreign_days(article.text[:LEAD], published, article.language)}
    near = (day for day in days if published - timedelta(BACK) <= day <= published)
    return Told(frozenset(map(date.toordinal, near)), frozenset(), sure=False)


def days_between(left: Told, right: Told) -> int:
    """The least number of days between what two leads tell of; 0 where one tells of none.

    A weekday without a week may be any day of that name.
    """
    if not left.days.isdisjoint(right.days):
        return 0
    gaps = [abs(i - j) for i in left.days for j in right.days]
    if left.weekdays or right.weekdays:
        names = [[*((day + 6) % 7 for day in told.days), *told.weekdays] for told in (left, right)]
        gaps += [_around(i, j) for i in names[0] for j in right.weekdays]
        gaps += [_around(i, j) for i in left.weekdays for j in names[1]]
    return min(gaps, default=0)


def _around(left: int, right: int) -> int:
    """The days between two weekdays, the short way around the week."""
    gap = abs(left - right)
    return min(gap, 7 - gap)


def _analysed(times: Iterable[TimeRef]) -> Iterator[date]:
    for time in times:
        whole_day = time.granularity in ("day", "minute") and time.earliest is not None
        if whole_day and time.earliest and time.span.part == "text" and time.span.start < LEAD:
            yield date.fromisoformat(time.earliest[:10])


def _unplaced(lead: str, analysis: Analysis | None) -> Iterator[int]:
    if analysis is None:
        yield from (WEEKDAYS.index(match.group().lower()) for match in WEEKDAY.finditer(lead))
        return
    for time in analysis.times:
        match = UNPLACED.match(time.value)
        if match and time.span.part == "text" and time.span.start < LEAD:
            yield int(match.group(1)) - 1


def _weekdays(lead: str, published: date | None) -> Iterator[date]:
    if published:
        for match in WEEKDAY.finditer(lead):
            yield published - timedelta((published.weekday() - WEEKDAYS.index(match.group().lower())) % 7)


def _dates(lead: str, published: date | None) -> Iterator[date]:
    """The dates written out with day and month; the year is that of publication where none is told."""
    for match in DATE.finditer(lead):
        day = match["before"] or match["after"]
        year = int(match["year"]) if match["year"] else published.year if published else 0
        month = MONTHS.index(match["month"].lower()[:3]) + 1
        if day and year and 1 <= int(day) <= monthrange(year, month)[1]:
            yield date(year, month, int(day))

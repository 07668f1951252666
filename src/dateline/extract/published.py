"""The day an article was published: the surest of those its page gives, and what on the page speaks against it."""

import re
from datetime import date

from dateline.extract.dates import iso_day
from dateline.extract.draft import Dated, Draft, Line, Value
from dateline.types import Published

URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
FAR = 7  # days
GUESSED = 9  # the rank of a day that a library made out


def published_of(draft: Draft, url: str | None, fetched: str | None = None) -> Published:
    """The best ranked date that the page states; failing that the day in its address.

    The day in the address is in the outlet's own time zone, so it is right where the head gives the day before or after; and it
    is surer than a date that merely stands above the article, or was guessed, where the two are further apart. A day after the
    page was fetched, or more than a week after it was updated, gives way to one that is not; and one more than a week from the
    day in the address, where another that the page states is that day.
    """
    addressed = _day_in(url)
    if not draft.dates:
        return Published(addressed, addressed, "url" if addressed else "unknown")
    best: Dated = min(_possible(draft, fetched) or draft.dates, key=lambda day: (day.rank, day.earliest))
    apart = abs(_ordinal(addressed) - _ordinal(best.earliest)) if addressed else 0
    if addressed and apart > FAR and _stands_alone(draft, best, addressed):
        return Published(addressed, addressed, "url")
    guessed = best.rank >= GUESSED  # and where it is the same day, out of the address
    if addressed and (guessed or (apart and (apart == 1) == (best.basis == "metadata"))):
        return Published(addressed, addressed, "url")
    return Published(best.earliest, best.latest, best.basis)


def note_doubt(draft: Draft, published: Published, url: str | None, fetched: str | None) -> None:
    """Notes the day that speaks against the day of publication where the latter stands."""
    against = _doubt(draft, published, url, fetched)
    for index, line in enumerate(draft.lines if against else ()):
        read = [value for value in line.values if value.field in ("published", "url") and value.start >= 0]
        for value in read:
            if against and (value.value == published.earliest or (value.field == "url" and published.basis == "url")):
                draft.lines[index] = Line(line.text, (*line.values, Value("doubt", against, value.start, value.end)))
                return


def _possible(draft: Draft, fetched: str | None) -> list[Dated]:
    """The dates that are not after the page was fetched or updated."""
    return [day for day in draft.dates if not _after(draft, day.earliest, fetched)]


def _after(draft: Draft, day: str, fetched: str | None) -> str | None:
    """The day, of fetching or updating, that a day of publication cannot be after but is; time zones make a day."""
    read = iso_day(fetched) if fetched else None
    if read and _ordinal(day) > _ordinal(read) + 1:
        return read
    updated = max((value for value in draft.values("updated") if len(value) == len("2025-11-03")), default=None)
    return updated if updated and _ordinal(day) > _ordinal(updated) + FAR else None


def _stands_alone(draft: Draft, best: Dated, addressed: str) -> bool:
    """Whether another date of the page is the day in its address, give or take one, and none is that of the best."""
    others = [day.earliest for day in draft.dates if day.rank != best.rank]
    near = any(abs(_ordinal(other) - _ordinal(addressed)) <= 1 for other in others)
    return near and not any(abs(_ordinal(other) - _ordinal(best.earliest)) <= 1 for other in others)


def _doubt(draft: Draft, published: Published, url: str | None, fetched: str | None) -> str | None:
    """The day that speaks against the day of publication: of fetching or updating, or in the address more than a week away."""
    day = published.earliest
    if day is None:
        return None
    addressed = _day_in(url)
    apart = abs(_ordinal(addressed) - _ordinal(day)) if addressed else 0
    return _after(draft, day, fetched) or (addressed if apart > FAR and day == published.latest else None)


def _day_in(url: str | None) -> str | None:
    match = URL_DAY.search(url or "")
    try:
        return date(*map(int, match.groups())).isoformat() if match else None
    except ValueError:
        return None


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()

"""The day an article was published: the surest of those its page gives."""

import re
from datetime import date
from typing import Literal

from dateline.extract.dates import iso_day
from dateline.extract.draft import Dated, Draft
from dateline.types import Published

URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
FAR = 7  # days
SCHEDULED = 30  # days that a finished text may wait to be published; two of 400 pages did for 8 and 9 days, none for longer
GUESSED = 9  # the rank of a day that a library made out


def published_of(draft: Draft, url: str | None, fetched: str | None = None) -> Published:
    """The best ranked date that the page states; failing that the day in its address.

    The day in the address is in the outlet's own time zone, so it is right where the head gives the day before or after; and it
    is surer than a date that merely stands above the article, or was guessed, where the two are further apart. A day after the
    page was fetched, or more than a month after it was updated, gives way to one that is not; and one more than a week from the
    day in the address, where another that the page states is that day.
    """
    addressed = day_in(url)
    if not draft.dates:
        return Published(addressed, addressed, "url" if addressed else "unknown")
    best: Dated = min(_possible(draft, fetched) or draft.dates, key=lambda day: (day.rank, day.earliest))
    apart = abs(ordinal(addressed) - ordinal(best.earliest)) if addressed else 0
    if addressed and apart > FAR and _stands_alone(draft, best, addressed):
        return Published(addressed, addressed, "url")
    guessed = best.rank >= GUESSED  # and where it is the same day, out of the address
    if addressed and (guessed or (apart and (apart == 1) == (best.basis == "metadata"))):
        return Published(addressed, addressed, "url")
    return Published(best.earliest, best.latest, best.basis)


def _possible(draft: Draft, fetched: str | None) -> list[Dated]:
    """The dates that are not after the page was fetched or updated."""
    return [day for day in draft.dates if not too_late(draft, day.earliest, fetched)]


def too_late(draft: Draft, day: str, fetched: str | None) -> tuple[Literal["fetched", "updated"], str] | None:
    """What was done to a page before the day on which it is said to be published, and on which day; time zones make a day."""
    read = iso_day(fetched) if fetched else None
    if read and ordinal(day) > ordinal(read) + 1:
        return "fetched", read
    updated = max((value for value in draft.values("updated") if len(value) == len("2025-11-03")), default=None)
    return ("updated", updated) if updated and ordinal(day) > ordinal(updated) + SCHEDULED else None


def _stands_alone(draft: Draft, best: Dated, addressed: str) -> bool:
    """Whether another date of the page is the day in its address, give or take one, and none is that of the best."""
    others = [day.earliest for day in draft.dates if day.rank != best.rank]
    near = any(abs(ordinal(other) - ordinal(addressed)) <= 1 for other in others)
    return near and not any(abs(ordinal(other) - ordinal(best.earliest)) <= 1 for other in others)


def day_in(url: str | None) -> str | None:
    """The day in an address, as `/2025/11/03/` or `/20251103-`."""
    match = URL_DAY.search(url or "")
    try:
        return date(*map(int, match.groups())).isoformat() if match else None
    except ValueError:
        return None


def ordinal(day: str) -> int:
    """The number of an ISO day, by which days are counted between two."""
    return date.fromisoformat(day).toordinal()

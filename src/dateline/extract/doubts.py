"""What on a page speaks against the day it was published, noted where it stands."""

from collections.abc import Iterator

from dateline.extract.dates import iso_day
from dateline.extract.draft import Draft, Line, Value
from dateline.extract.published import FAR, GUESSED, URL_DAY, day_in, ordinal, too_late
from dateline.types import DoubtKind, Published


def note_doubts(draft: Draft, published: Published, url: str | None, fetched: str | None) -> None:
    """Notes the days that speak against the day of publication, as `doubt KIND`: of fetching or updating, or in the address.

    The day of a `revision` is the same day, which the page gives for an update only.
    """
    for kind, day in _against(draft, published, url, fetched):
        place = _place(draft, kind, day) or _of_publication(draft, published)
        if place:
            index, start, end = place
            line = draft.lines[index]
            draft.lines[index] = Line(line.text, (*line.values, Value(f"doubt {kind}", day, start, end)))


def day_of_dateline(words: str, published: Published) -> str | None:
    """The day that a dateline ("Nov 3", "3 November 2025") tells, where it is more than a week from that of publication.

    Without a year it is of the year that brings it nearest.
    """
    if published.earliest is None or published.earliest != published.latest:
        return None
    day, year = published.earliest, int(published.earliest[:4])
    told = iso_day(words)
    found = [told] if told else [one for near in (year - 1, year, year + 1) if (one := iso_day(f"{words} {near}"))]
    nearest = min(found, key=lambda one: abs(ordinal(one) - ordinal(day)), default=None)
    return nearest if nearest and abs(ordinal(nearest) - ordinal(day)) > FAR else None


def _against(draft: Draft, published: Published, url: str | None, fetched: str | None) -> Iterator[tuple[DoubtKind, str]]:
    day = published.earliest
    if day is None:
        return
    if late := too_late(draft, day, fetched):
        yield late
    guessed = published.basis != "url" and all(one.rank >= GUESSED for one in draft.dates)
    if guessed and day in draft.values("updated"):
        yield "revision", day
    addressed = day_in(url)
    if addressed and day == published.latest and abs(ordinal(addressed) - ordinal(day)) > FAR:
        yield "address", addressed


def _place(draft: Draft, kind: DoubtKind, day: str) -> tuple[int, int, int] | None:
    """Where the day that speaks against stands: the line, start and end; that of fetching stands nowhere."""
    for index, line in enumerate(draft.lines):
        for value in line.values:
            if kind in ("updated", "revision") and (value.field, value.value) == ("updated", day) and value.start >= 0:
                return index, value.start, value.end
            if kind == "address" and value.field == "url" and (match := URL_DAY.search(line.text)):
                return index, match.start(1), match.end(3)
    return None


def _of_publication(draft: Draft, published: Published) -> tuple[int, int, int] | None:
    """Where the day of publication stands."""
    for index, line in enumerate(draft.lines):
        for value in line.values:
            if value.start >= 0 and (
                (value.field, value.value) == ("published", published.earliest)
                or (value.field == "url" and published.basis == "url")
            ):
                return index, value.start, value.end
    return None

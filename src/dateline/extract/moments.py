"""When the entries of a live blog appeared: reading lines and `datetime` values, their order, the days of bare clock times."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from dateline.extract.dates import find_days, rest_of
from dateline.extract.draft import Told
from dateline.types import Published

CLOCK = re.compile(
    r"(?=\d{1,2}(?:[:.h]\d\d|\s?[ap]\.?m))"  # a full hour has no minutes where it has a half of the day: "7pm"
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.h](?P<minute>[0-5]\d))?\s?(?:(?P<half>[ap])\.?m\.?)?(?:\s?\(?(?P<zone>(?-i:[A-Z]{2,4}))\)?)?",
    re.IGNORECASE,
)
STAMP = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)(?:\.\d{1,9})?\s?(Z|[+-]\d\d:?\d\d)?)?")
WORLD = ("GMT", "UTC")  # other short names of zones mean several
LONGEST = 20  # characters of a clock time
DATED = 60  # characters of a line that is a day, or a day and a clock time
HALF_DAY = 720  # minutes
STRAY = 5  # one step in five may be out of order, as where an old entry is pinned to the top


def read_stamp(value: str, *, line: str = "") -> Told | None:
    """When an ISO 8601 value says; None where it has no day in the calendar."""
    match = STAMP.fullmatch(value.strip())
    try:
        day = date.fromisoformat(match[1]).isoformat() if match else None
    except ValueError:
        return None
    return Told(day, (match[2] + (match[3] or "")) if match[2] else None, line or value.strip()) if match else None


def read_clock(line: str) -> Told | None:
    """The time of day in a line that is a clock time and nothing else."""
    match = CLOCK.fullmatch(line) if len(line) <= LONGEST else None
    return Told(None, _clock(match), line) if match else None


def read_dated_clock(line: str) -> Told | None:
    """The day and the time of day in a line that is these and nothing else."""
    day = read_day(line)
    match = CLOCK.search(line[: find_days(line)[0].start]) or CLOCK.search(line, find_days(line)[0].end) if day else None
    return Told(day, _clock(match), line) if day and match else None


def read_day(line: str) -> str | None:
    """The day in a line that is one, with or without a clock time, and is not called a day of publishing or updating."""
    days = find_days(line) if len(line) <= DATED else ()
    plain = len(days) == 1 and days[0].kind is None and days[0].earliest == days[0].latest
    return days[0].earliest if plain and not rest_of(line, days) else None


def _clock(match: re.Match[str]) -> str:
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return f"{hour:02}:{match['minute'] or '00'}" + ("Z" if match["zone"] in WORLD else "")


def in_order(told: Sequence[Told]) -> bool:
    """Whether times run forwards or backwards down the page; where all have their days, one step in five may be stray."""
    if not all(one.day for one in told):
        return midnights(told) is not None
    steps = [(a.day, a.time) <= (b.day, b.time) for a, b in pairwise(told)]
    back = [(a.day, a.time) >= (b.day, b.time) for a, b in pairwise(told)]
    return max(sum(steps), sum(back)) * STRAY >= len(steps) * (STRAY - 1)


def midnights(told: Sequence[Told]) -> tuple[int, list[int]] | None:
    """The direction of clock times (1 is forwards, -1 backwards) and how many midnights lie between the first and each.

    A midnight is a jump against the direction by half a day or more; None where the times are in no order.
    """
    minutes = [int(one.time[:2]) * 60 + int(one.time[3:5]) for one in told if one.time]
    if len(minutes) < len(told):
        return None
    for way in (1, -1):
        steps = [(b - a) * way for a, b in pairwise(minutes)]
        back = [step <= -HALF_DAY for step in steps]
        if all(step >= 0 or jump for step, jump in zip(steps, back, strict=True)) and sum(back) * 3 <= len(steps):
            return way, [sum(back[:at]) for at in range(len(minutes))]
    return None


def days_of(told: Sequence[Told], published: Published, updated: str | None) -> list[str | None]:
    """The day of each time: as told; else counted from one that is told, or from the day of publication, where that is sure.

    `updated` is the ISO day of the last change. A blog that ran over midnight is sure if that is as many days after publication.
    """
    found = midnights(told)
    known = {one.day for one in told} - {None}
    if found is None or all(one.day for one in told):  # two kinds of times, in two zones, are in no order
        alone = {published.earliest, published.latest, updated or published.latest} == known and len(known) == 1
        return [one.day or (published.earliest if alone else None) for one in told]
    way, numbers = found
    bases = {date.fromisoformat(one.day).toordinal() - way * number for one, number in zip(told, numbers, strict=True) if one.day}
    if not known and published.earliest and published.earliest == published.latest:
        first = date.fromisoformat(published.earliest).toordinal()
        ran = date.fromisoformat(updated).toordinal() - first if updated else 0
        bases = {first if way == 1 else first + numbers[-1]} if ran == numbers[-1] else set()
    base = bases.pop() if len(bases) == 1 else None
    return [
        one.day or (None if base is None else date.fromordinal(base + way * number).isoformat())
        for one, number in zip(told, numbers, strict=True)
    ]

"""Time expressions of an article, resolved against the day or days it was published."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc

from dateline.analyze.calendar import away, days_of, open_granularity
from dateline.analyze.tense import Direction, direction, has_happened
from dateline.analyze.timechecks import Syntax, is_time
from dateline.analyze.timephrases import UNKNOWN, Phrase
from dateline.analyze.timerules import phrase_of, phrases_of
from dateline.types import Entry, Span, TimeRef, day_at

# How far, in code points, the day of a time of day may stand from it, on one line.
NEAR = 40
# Units whose "previous" needs a day, not only a month or a year, to be counted from.
FINE = {"day", "week", "weekend"}
DAILY = {"day", "hour", "minute"}
SATURDAY = 6
# How many expressions back the time told before is looked for; bounds the work on texts that are all times.
RECENT = 12
SENTENCE_END = re.compile(r"[;\n]|[.!?][\"”’)]*\s+(?:[^\sa-z]|$)")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The first and last day an article can be from; both None when nothing is known."""

    earliest: str | None
    latest: str | None

    def days(self) -> tuple[date, ...]:
        """The two ends, one day when they are equal, none when unknown."""
        ends = sorted({end for end in (self.earliest, self.latest) if end})
        return tuple(date.fromisoformat(end[:10]) for end in ends)

    def name(self) -> str | None:
        """The day, or `first/last` where it is not known to the day."""
        return "/".join(day.isoformat() for day in self.days()) or None


@dataclass(frozen=True, slots=True)
class Anchors:
    """What the times of an article are resolved against: the days it is from and, in the entries of a live blog, theirs."""

    article: Anchor
    entries: Sequence[Entry] = ()

    def at(self, place: Span) -> Anchor:
        """The anchor of a place in the text."""
        day = day_at(self.entries, place)
        return Anchor(day, day) if day else self.article


def find_times(
    doc: Doc, article: str, *, earliest: str | None = None, latest: str | None = None, entries: Sequence[Entry] = ()
) -> tuple[TimeRef, ...]:
    """The time expressions of a parsed article in order of the text, resolved against the days it was published.

    `earliest` and `latest` are ISO days, equal for an article dated to the day and None for an undated one, whose weekdays and
    the like keep open values (`XXXX-WXX-1`) until `anchor_times`. In `entries` that have a day, it counts instead.
    """
    text, syntax = doc.text, Syntax.of(doc)
    found: list[tuple[TimeRef, Phrase | None]] = []
    for start, end, rule, phrase in phrases_of(text):
        if is_time(syntax, rule, start, end):
            side: Direction = direction(syntax, start, end) if _needs_tense(phrase) else ""
            if _is_later(phrase, latest) and has_happened(syntax, start, end):
                side = "past"
            found.append((_open(phrase, Span(article, start, end), side), phrase))
    return _resolved(found, text, Anchors(Anchor(earliest, latest), entries))


def anchor_times(times: tuple[TimeRef, ...], text: str, *, earliest: str, latest: str) -> tuple[TimeRef, ...]:
    """The same times with those left open resolved against the days an undated article was inferred to be from.

    `text` is the article's text. An expression that means different days within the interval gets the hull of them.
    """
    found = [(time, _reread(time, text)) for time in times]
    return _resolved(found, text, Anchors(Anchor(earliest, latest)))


def _needs_tense(phrase: Phrase) -> bool:
    """Whether last, this and next leave open on which side of publication a time lies; "this weekend" may be over or to come."""
    return (phrase.form in ("partial", "weekday") and phrase.amount in (None, 0)) or phrase.unit == "weekend"


def _is_later(phrase: Phrase, published: str | None) -> bool:
    """Whether a time that its own words place lies after the day of publication, which a past verb speaks against."""
    days = days_of(phrase.value) if published and phrase.form == "fixed" else None
    return days is not None and published is not None and days[0] > published[:10]


def _open(phrase: Phrase, span: Span, side: Direction) -> TimeRef:
    """A time before anything but its own words is known."""
    value = phrase.value or UNKNOWN.get(phrase.unit, UNKNOWN["day"])
    if phrase.form == "either":
        value = f"{value[:4]}-XX-XX"
    return TimeRef(span, phrase.kind, value + phrase.time, open_granularity(value + phrase.time), None, None, None, side)


def _reread(time: TimeRef, text: str) -> Phrase | None:
    """What an open time says, read again from its own words; None for one that is not open."""
    if time.earliest or time.kind not in ("DATE", "TIME") or time.value.endswith("_REF") or time.span.part != "text":
        return None
    phrase = phrase_of(text[time.span.start : time.span.end])
    return phrase if phrase and phrase.form != "fixed" else None


def _resolved(found: list[tuple[TimeRef, Phrase | None]], text: str, anchors: Anchors) -> tuple[TimeRef, ...]:
    """The times with their days; times of day come last, since the day may be told after them."""
    times: list[TimeRef] = []
    for time, phrase in found:
        if phrase is not None and phrase.form != "clock":
            bases = _told_before(time, phrase.unit, times, text) if phrase.form == "previous" else anchors.at(time.span)
            time = _placed(time, phrase, bases)
        times.append(time)
    clocks = frozenset(place for place, (_, phrase) in enumerate(found) if phrase is not None and phrase.form == "clock")
    for place in sorted(clocks):
        times[place] = _on_day(times, place, clocks, text, anchors.at(times[place].span))
    return tuple(times)


def _placed(time: TimeRef, phrase: Phrase, anchor: Anchor) -> TimeRef:
    """The time seen from each end of the anchor: its value where both agree, else the hull of the two under its open value.

    A bare weekday that would be six days ago is tomorrow: pages are often dated in a time zone where the day has not begun, and
    all six such mentions in 140 dated articles read as the day after.
    """
    if phrase.form == "fixed":
        return _with_days(time, [phrase.value], None)
    days = anchor.days()
    values = [VALUES[phrase.form](phrase, day, time.direction) for day in days]
    if phrase.form == "weekday" and phrase.amount is None and len(days) == 1 and values[0] == _shifted(days[0], -6):
        values = [_shifted(days[0], 1)]
    values = [value + phrase.time for value in values]
    placed = _with_days(time, values, anchor.name()) if values else time
    if phrase.nights and placed.latest:
        return replace(placed, latest=_shifted(date.fromisoformat(placed.latest), phrase.nights))
    return placed


def _with_days(time: TimeRef, values: list[str], anchor: str | None) -> TimeRef:
    """The time with one value, or the hull of several; without days where none of them is in the calendar."""
    value = values[0] if len(set(values)) == 1 else time.value
    days = [days for days in map(days_of, values) if days]
    if not days:
        return TimeRef(time.span, time.kind, value, open_granularity(value), None, None, anchor, time.direction)
    first, last, fineness = min(day[0] for day in days), max(day[1] for day in days), days[0][2]
    return TimeRef(time.span, time.kind, value, fineness, first, last, anchor, time.direction)


def _told_before(time: TimeRef, unit: str, times: list[TimeRef], text: str) -> Anchor:
    """The days of the last time told in this paragraph or the one before, fine enough to count units from."""
    for told in reversed(times[-RECENT:]):
        if text.count("\n\n", told.span.end, time.span.start) > 1:
            break
        if told.earliest and (told.granularity in DAILY or unit not in FINE):
            return Anchor(told.earliest, told.latest)
    return Anchor(None, None)


def _on_day(times: list[TimeRef], place: int, clocks: frozenset[int], text: str, anchor: Anchor) -> TimeRef:
    """A time of day on the day told next to it in the sentence, before or after; else on the day of publication."""
    time = times[place]
    clock = time.value[time.value.index("T") :]
    for near in (place - 1, place + 1, place - 2, place + 2):
        if 0 <= near < len(times) and near not in clocks and _beside(time, times[near], text):
            day = times[near].value.split("T")[0]
            if len(day) == len(UNKNOWN["day"]) and day != UNKNOWN["day"]:
                return _with_days(time, [day + clock], times[near].anchor)
    values = [day.isoformat() + clock for day in anchor.days()]
    return _with_days(time, values, anchor.name()) if values else time


def _beside(time: TimeRef, other: TimeRef, text: str) -> bool:
    """Whether two expressions stand close together in one sentence."""
    first, second = sorted((time.span, other.span))
    gap = text[first.end : second.start]
    return len(gap) <= NEAR and not SENTENCE_END.search(gap)


def _year_chosen(phrase: Phrase, day: date, side: Direction) -> str:
    """A month, day or season in the year that "last", "next" or the tense asks for; without either, the nearest one.

    Four years either way reach every 29 February but those around a year such as 1900.
    """
    values = [phrase.value.replace("XXXX", f"{year:04}") for year in range(max(1, day.year - 4), min(9999, day.year + 5))]
    spans = [(days[0], days[1], value) for value in values if (days := days_of(value))]
    now = day.isoformat()
    if phrase.unit:
        return phrase.value.replace("XXXX", away(day, phrase.unit, phrase.amount or 0))
    if phrase.amount == -1:
        fit = [span for span in spans if span[1] < now][-1:]
    elif phrase.amount == 1:
        fit = [span for span in spans if span[0] > now][:1]
    elif side == "past":
        fit = [span for span in spans if span[0] <= now][-1:]
    elif side == "future":
        fit = [span for span in spans if span[1] >= now][:1]
    else:
        fit = sorted(spans, key=lambda span: (_gap(span[0], span[1], day), span[0]))[:1]
    return fit[0][2] if fit else phrase.value


def _gap(first: str, last: str, day: date) -> int:
    """How many days a day lies outside a stretch of days."""
    return max((date.fromisoformat(first) - day).days, (day - date.fromisoformat(last)).days, 0)


def _weekday_chosen(phrase: Phrase, day: date, side: Direction) -> str:
    """A day of the week: the last one with the past or no tense, the coming one with the future, today when it is today.

    "last" is the last one before today, "next" the one of the week after, as style books ask for the bare name within a week.
    """
    number = int(phrase.value[-1])
    if phrase.unit or phrase.amount == 1:
        return _shifted(day, (phrase.amount or 0) * 7 + number - day.isoweekday())
    if phrase.amount == -1:
        return _shifted(day, -((day.isoweekday() - number - 1) % 7) - 1)
    if side == "future" or (phrase.amount == 0 and side != "past"):
        return _shifted(day, (number - day.isoweekday()) % 7)
    return _shifted(day, -((day.isoweekday() - number) % 7))


def _shifted(day: date, days: int) -> str:
    return away(day, "day", days)


def _units_away(phrase: Phrase, day: date, side: Direction) -> str:
    """What lies a number of units before or after a day.

    Before a Saturday, "this weekend" with a past verb is the last one, and so is "the weekend" unless the verb is in the future.
    """
    is_over = side == "past" or (phrase.amount is None and side != "future")
    if phrase.unit == "weekend" and not phrase.amount and is_over and day.isoweekday() < SATURDAY:
        return away(day, phrase.unit, -1)
    return away(day, phrase.unit, phrase.amount or 0)


def _nearer(phrase: Phrase, day: date, _side: Direction) -> str:
    """Of two days, the one nearer to the anchor."""
    return min(phrase.value.split("|"), key=lambda value: _gap(value, value, day))


VALUES: dict[str, Callable[[Phrase, date, Direction], str]] = {
    "partial": _year_chosen,
    "weekday": _weekday_chosen,
    "offset": _units_away,
    "previous": _units_away,
    "either": _nearer,
}

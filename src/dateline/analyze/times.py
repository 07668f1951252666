"""Time expressions of an article, resolved against the day or days it was published."""

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc

from dateline.analyze.calendar import away, days_of, feast_in, open_granularity
from dateline.analyze.tense import Direction, direction, has_happened, was_planned
from dateline.analyze.timechecks import Syntax, is_time
from dateline.analyze.timephrases import UNKNOWN, Phrase
from dateline.analyze.timerules import phrase_of, phrases_of
from dateline.openings import is_in_opening
from dateline.types import Entry, Granularity, Span, TimeRef, day_at, entry_at

# How far, in code points, the day of a time of day may stand from it, on one line.
NEAR = 40
# Units whose "previous" needs a day, not only a month or a year, to be counted from.
FINE = {"day", "week", "weekend"}
DAILY = {"day", "hour", "minute"}
SATURDAY = 6
MIDNIGHT = "T00:00"
WEEK = 7
# Code points from the beginning in which news says of which day it tells.
LEAD = 400
WEEK_AFTER = 2  # the amount of "Monday week"
# How many expressions back the time told before is looked for; bounds the work on texts that are all times.
RECENT = 12
SENTENCE_END = re.compile(r"[;\n]|[.!?][\"”’)]*\s+(?:[^\sa-z]|$)")
SINCE = re.compile(r"\b[Ss]ince\s+$")
# News that leaves the year out means the nearest day; a verb in the past reaches back so many days where the day to come is not
# so many ahead.
BACK, AHEAD = 300, 60
# A year in the units that a told time was as fine as.
MONTHS: dict[Granularity, tuple[str, int]] = {"month": ("month", 12), "quarter": ("quarter", 4)}


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

    def together(self, one: Span, other: Span) -> bool:
        """Whether two places stand in one entry, or both in none."""
        return entry_at(self.entries, one) == entry_at(self.entries, other)


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
            if phrase.form == "partial" and side == "future" and was_planned(syntax, start, end):
                side = ""  # what was planned may be over by now: the nearest one
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
    open_side = phrase.form in ("partial", "weekday") and phrase.amount in (None, 0)
    return open_side or phrase.unit == "weekend" or phrase.form == "clock"


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
        if phrase is not None and phrase.form == "previous":
            time = _counted(time, phrase, times, text)
        elif phrase is not None and phrase.form != "clock":
            is_over = bool(SINCE.search(text, max(0, time.span.start - len("since  ")), time.span.start))
            time = _placed(time, phrase, anchors.at(time.span), is_over=is_over)
        times.append(time)
    clocks = frozenset(place for place, (_, phrase) in enumerate(found) if phrase is not None and phrase.form == "clock")
    for place in sorted(clocks):
        anchor = anchors.at(times[place].span)
        beside = _day_beside(times, place, clocks, text)
        before = None if beside else _day_before(times, place, clocks, text, anchors)
        times[place] = _on_day(times[place], beside or before, anchor, is_carried=before is not None)
    return tuple(times)


def _placed(time: TimeRef, phrase: Phrase, anchor: Anchor, *, is_over: bool = False) -> TimeRef:
    """The time seen from each end of the anchor: its value where both agree, else the hull of the two under its open value.

    A bare weekday that would be six days ago is tomorrow, unless it `is_over`: pages are often dated in a time zone where the
    day has not begun, and all six such mentions in 140 dated articles read as the day after.
    """
    if phrase.form == "fixed":
        return _with_days(time, [phrase.value + phrase.time], None)
    days = anchor.days()
    side: Direction = "past" if is_over and phrase.form == "weekday" else time.direction
    values = [VALUES[phrase.form](phrase, day, side) for day in days]
    if phrase.form == "partial" and time.direction == "past" and phrase.amount is None and not (is_over or phrase.feast):
        values = [_nearer_by_far(value, phrase, day) for value, day in zip(values, days, strict=True)]
    is_bare = phrase.form == "weekday" and phrase.amount is None and not is_over
    if is_bare and len(days) == 1 and values[0] == _shifted(days[0], -6):
        values = [_shifted(days[0], 1)]
    values = [value + phrase.time for value in values]
    placed = _with_days(time, values, anchor.name()) if values else time
    if phrase.nights and placed.latest:
        return replace(placed, latest=_shifted(date.fromisoformat(placed.latest), phrase.nights))
    return placed


def _nearer_by_far(value: str, phrase: Phrase, day: date) -> str:
    """A day without its year that would lie far back, or the same one shortly ahead."""
    ahead, days = _year_chosen(phrase, day, "future"), days_of(value)
    coming = days_of(ahead)
    if days is None or coming is None or days[2] != "day":
        return value
    is_far = _gap(days[0], days[1], day) > BACK and _gap(coming[0], coming[1], day) < AHEAD
    return ahead if is_far else value


def _with_days(time: TimeRef, values: list[str], anchor: str | None) -> TimeRef:
    """The time with one value, or the hull of several; without days where none of them is in the calendar."""
    value = values[0] if len(set(values)) == 1 else time.value
    days = [days for days in map(days_of, values) if days]
    if not days:
        return TimeRef(time.span, time.kind, value, open_granularity(value), None, None, anchor, time.direction)
    first, last, fineness = min(day[0] for day in days), max(day[1] for day in days), days[0][2]
    return TimeRef(time.span, time.kind, value, fineness, first, last, anchor, time.direction)


def _counted(time: TimeRef, phrase: Phrase, times: list[TimeRef], text: str) -> TimeRef:
    """What is counted from the time told before; a year after a month is that month of another year."""
    told = _told_before(time, phrase.unit, times, text)
    if told is None:
        return _placed(time, phrase, Anchor(None, None))
    if phrase.unit == "year" and told.granularity in MONTHS and phrase.amount:
        unit, parts = MONTHS[told.granularity]
        phrase = replace(phrase, unit=unit, amount=phrase.amount * parts)
    return _placed(time, phrase, Anchor(told.earliest, told.latest))


def _told_before(time: TimeRef, unit: str, times: list[TimeRef], text: str) -> TimeRef | None:
    """The last time told in this paragraph or the one before, fine enough to count units from."""
    for told in reversed(times[-RECENT:]):
        if text.count("\n\n", told.span.end, time.span.start) > 1:
            break
        if told.earliest and (told.granularity in DAILY or unit not in FINE):
            return told
    return None


def _on_day(time: TimeRef, told: TimeRef | None, anchor: Anchor, *, is_carried: bool) -> TimeRef:
    """A time of day on the day that was told for it, or where that `is_carried` at its end; else on that of publication."""
    clock = time.value[time.value.index("T") :]
    time = replace(time, direction="")
    if told is None:
        values = [day.isoformat() + clock for day in anchor.days()]
        return _with_days(time, values, anchor.name()) if values else time
    nights = int(is_carried and clock == MIDNIGHT)
    days = [_shifted(date.fromisoformat(end[:10]), nights) for end in (told.earliest, told.latest) if end]
    if len(set(days)) == 1:
        return _with_days(time, [days[0] + clock], told.anchor)
    placed = _with_days(time, [told.value.split("T")[0] + clock], told.anchor)
    return replace(placed, earliest=days[0], latest=days[1]) if days else placed


def _is_day(time: TimeRef) -> bool:
    """Whether an expression says which day it is of, be it a weekday that nothing places yet."""
    day = time.value.split("T")[0]
    return len(day) == len(UNKNOWN["day"]) and day != UNKNOWN["day"]


def _day_beside(times: list[TimeRef], place: int, clocks: Set[int], text: str) -> TimeRef | None:
    """The day told next to a time of day in its sentence, before or after."""
    for near in (place - 1, place + 1, place - 2, place + 2):
        if 0 <= near < len(times) and near not in clocks and _is_day(times[near]) and _beside(times[place], times[near], text):
            return times[near]
    return None


def _beside(time: TimeRef, other: TimeRef, text: str) -> bool:
    """Whether the day of a time of day stands close to it in its sentence; behind it, in its own clause."""
    first, second = sorted((time.span, other.span))
    gap = text[first.end : second.start]
    if len(gap) > NEAR:
        return False
    if not gap.strip():
        return True
    stop = text[first.end - 1 : first.end].replace(":", "")  # that of "p.m." may end the sentence
    return not SENTENCE_END.search(stop + gap) and (first == other.span or "," not in gap)


def _day_before(times: list[TimeRef], place: int, clocks: Set[int], text: str, anchors: Anchors) -> TimeRef | None:
    """The last day told before a time of day in its paragraph that lies where the tense asks for.

    Else the first day of the article, in the paragraph before; at which end of it midnight is, nothing tells.
    """
    time = times[place]
    ends = anchors.at(time.span).days()
    for near in range(place - 1, max(-1, place - 1 - RECENT), -1):
        told = times[near]
        if "\n\n" in text[told.span.end : time.span.start] or not anchors.together(told.span, time.span):
            break
        if near not in clocks and _is_day(told) and _fits(told, time.direction, ends):
            return told
    if time.value.endswith(MIDNIGHT):
        return None
    days = (one for near, one in enumerate(times[:RECENT]) if near not in clocks and _is_day(one))
    lead = next((one for one in days if not is_in_opening(text, one.span.start)), None)
    if lead is None or lead.span.start > LEAD or text.count("\n\n", lead.span.end, time.span.start) != 1:
        return None
    is_told = lead.span < time.span and anchors.together(lead.span, time.span)
    return lead if is_told and _is_news(lead, ends) and _fits(lead, time.direction, ends) else None


def _fits(told: TimeRef, side: Direction, ends: Sequence[date]) -> bool:
    """Whether a day lies on the side of publication that a tense asks for, or it is not known."""
    is_ahead = bool(ends and told.earliest and told.earliest[:10] > ends[-1].isoformat())
    is_over = bool(ends and told.latest and told.latest[:10] < ends[0].isoformat())
    return not (side == "past" and is_ahead) and not (side == "future" and is_over)


def _is_news(told: TimeRef, ends: Sequence[date]) -> bool:
    """Whether a day lies within a week of publication."""
    return bool(ends and told.earliest and told.latest) and _gap(told.earliest or "", told.latest or "", ends[-1]) <= WEEK


def _year_chosen(phrase: Phrase, day: date, side: Direction) -> str:
    """A month, day or season in the year that "last", "next" or the tense asks for; without either, the nearest one.

    Four years either way reach every 29 February but those around a year such as 1900.
    """
    values = [_in_year(phrase, f"{year:04}") for year in range(max(1, day.year - 4), min(9999, day.year + 5))]
    spans = [(days[0], days[1], value) for value in values if (days := days_of(value))]
    now = day.isoformat()
    if phrase.unit:
        return _in_year(phrase, away(day, phrase.unit, phrase.amount or 0))
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


def _in_year(phrase: Phrase, year: str) -> str:
    """What a phrase without its year says in one."""
    if phrase.feast and year.isdecimal():
        return feast_in(phrase.feast, int(year)) or phrase.value
    return phrase.value.replace("XXXX", year)


def _gap(first: str, last: str, day: date) -> int:
    """How many days a day lies outside a stretch of days."""
    return max((date.fromisoformat(first) - day).days, (day - date.fromisoformat(last)).days, 0)


def _weekday_chosen(phrase: Phrase, day: date, side: Direction) -> str:
    """A day of the week: the last one with the past or no tense, the coming one with the future, today when it is today.

    "last" is the last one before today, "next" the one of the week after, as style books ask for the bare name within a week.
    """
    number = int(phrase.value[-1])
    if phrase.amount == WEEK_AFTER:
        return _shifted(day, (number - day.isoweekday() - 1) % 7 + 8)
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

"""When words were said: the day that the sentence of a quotation tells, else the day of the article or the one before."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice

from dateline.types import Analysis, Article, Span, TimeRef

# Code points between the word that reports and a day that tells when.
NEAR = 80
LEAD = 2  # sentences behind the headline
SHORTEST = 4  # words of a sentence of the lead; fewer are a dateline or a kicker
BACK = 7  # days before its article on which what somebody "has said" may have been said; by judgement
PART = frozenset({"day", "hour", "minute"})  # of a time within one day
TELLING = frozenset({"day", "week", "month", "hour", "minute"})


@dataclass(frozen=True, slots=True)
class Occasion:
    """The days on one of which words were said; `told` where the sentence says so, `led` where the lead of the article does.

    None where nothing tells.
    """

    first: str | None
    last: str | None
    told: bool = False
    led: bool = False

    def far(self, other: "Occasion") -> bool:
        """Whether the articles are of two days, and neither sentence says when, nor both leads the same day."""
        led = self.led and other.led and self.first == other.first
        return self.last != other.last and not (self.told or other.told or led)

    def meets(self, other: "Occasion") -> bool:
        """Whether both can be one occasion."""
        if self.first is None or other.first is None or self.last is None or other.last is None:
            return True
        return self.first <= other.last and other.first <= self.last


UNKNOWN = Occasion(None, None)


def day_of(article: Article, analysis: Analysis) -> Occasion:
    """The day of an article and the one before; where its lead names one of the two, from that day on.

    Of an article without a stated day it is the day that its times were resolved against.
    """
    first, last = article.published.earliest, article.published.latest
    if first is None or last is None:
        anchors = Counter(time.anchor for time in analysis.times if time.anchor is not None and "/" not in time.anchor)
        first = last = min(anchors, key=lambda day: (-anchors[day], day), default=None)
    if first is None or last is None:
        return UNKNOWN
    named = [day for day in _lead_days(article, analysis) if _before(first) <= day <= last[:10]]
    return Occasion(min(named, default=_before(first)), last[:10], led=bool(named))


def _lead_days(article: Article, analysis: Analysis) -> list[str]:
    """The days that the first sentences behind the headline name."""
    behind = islice(
        (
            sentence
            for sentence in analysis.sentences
            if sentence.start >= len(article.title or "") and len(article.text[sentence.start : sentence.end].split()) >= SHORTEST
        ),
        LEAD,
    )
    ends = max((sentence.end for sentence in behind), default=0)
    return [
        time.earliest[:10]
        for time in analysis.times
        if time.granularity in PART and time.earliest and time.latest and time.span.start < ends
        if time.earliest[:10] == time.latest[:10]
    ]


@lru_cache(maxsize=4096)
def _before(day: str) -> str:
    return (date.fromisoformat(day[:10]) - timedelta(days=1)).isoformat()


def earlier(day: Occasion) -> Occasion:
    """The occasion of what somebody "has said" on a day: up to a week earlier."""
    if day.told or day.first is None:
        return day
    return replace(day, first=(date.fromisoformat(day.first[:10]) - timedelta(days=BACK)).isoformat(), led=False)


def occasion_of(cue: Span, said: Sequence[Span], analysis: Analysis, day: Occasion) -> Occasion:
    """When words were said that stand around `cue`; times within what is `said` are the speaker's affair."""
    sentence = _sentence(cue, analysis.sentences)
    times = [time for time in _within(sentence, analysis.times) if _tells(time, said, day)]
    near = [time for time in times if _distance(time.span, cue) <= NEAR]
    if not near:
        return day
    best = min(near, key=lambda time: (_distance(time.span, cue), time.span))
    return Occasion(best.earliest, best.latest, told=True)


def _sentence(place: Span, sentences: Sequence[Span]) -> Span:
    at = bisect_right(sentences, place.start, key=lambda one: one.start) - 1
    return sentences[at] if at >= 0 and sentences[at].meets(place) else place


def _within(sentence: Span, times: Sequence[TimeRef]) -> Sequence[TimeRef]:
    ordered = sorted(times, key=lambda time: time.span)
    first = bisect_left(ordered, sentence.start, key=lambda time: time.span.start)
    last = bisect_left(ordered, sentence.end, key=lambda time: time.span.start)
    return ordered[first:last]


def _tells(time: TimeRef, said: Sequence[Span], day: Occasion) -> bool:
    """Whether a time can be that of the saying: a day or a stretch of days that has come, outside of what is said."""
    if time.kind not in ("DATE", "TIME") or time.earliest is None or time.latest is None or time.granularity not in TELLING:
        return False
    came = day.last is None or time.earliest[:10] <= day.last
    vague = day.last is not None and time.earliest[:10] < day.last <= time.latest[:10]  # "this month" tells nothing
    return came and not vague and not any(piece.meets(time.span) for piece in said)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)

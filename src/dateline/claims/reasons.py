"""Why two statements are one claim: the features that weighed most, summed up to reasons, with the values that both tell.

What is said of each reason, and which features it sums up, stands in `data/claim_reasons.toml`.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from dateline.claims.contexts import Context
from dateline.claims.features import NAMES, Side
from dateline.claims.matching import SCALE
from dateline.claims.shared import name_terms, present, shared_words
from dateline.claims.vetoes import agree
from dateline.data import table
from dateline.figures import kind_of
from dateline.types import Analysis, Article, Figure, Reason, Span, TimeRef
from dateline.words import spoken_words

# So much a reason must add to the logarithm of the odds, or take from it, to be told, and so many are told.
LEAST = SCALE // 2
FOR, AGAINST = 3, 1
# So many values of one reason are told.
VALUES = 3

# The values of a reason, and the share that it has in the weight of its features; the rest is left to later ones.
Found = tuple[tuple[str, ...], float]


class Texts:
    """The texts of articles, and their sentences."""

    def __init__(self, articles: Iterable[Article], analyses: Iterable[Analysis]) -> None:
        self._texts = {article.id: article.text for article in articles}
        self._sentences = {analysis.article: sorted(analysis.sentences) for analysis in analyses}

    def of(self, *spans: Span) -> str:
        """The words of each span, on a line of its own."""
        return "\n".join(" ".join(self._texts[span.article][span.start : span.end].split()) for span in spans)

    def around(self, context: Context) -> str:
        """The words of the sentence of a statement and of those beside it."""
        article, number = context.place
        return self.of(*self._sentences.get(article, ())[max(0, number - 1) : number + 2])


class Meeting:
    """Two statements that are one claim: the terms that both have, and the words of both as they stand in the texts."""

    def __init__(self, here: Side, there: Side, weights: Mapping[str, float], texts: Texts) -> None:
        self.sides = here, there
        self.statements = here[0].profile.statement, there[0].profile.statement
        self.shared = here[0].profile.terms & there[0].profile.terms
        self.weights = weights
        self.texts = texts
        # With what fills a role of a statement and stands elsewhere.
        self._words = [texts.of(one.span, *(slot.span for slot in one.slots)) for one in self.statements]
        known = {name for one in self.statements for name in one.names}
        self.names = name_terms(self.shared, known, *self._words)

    def told(self, terms: Collection[str], *, around: bool = False) -> tuple[str, ...]:
        """The heaviest of these terms in words that both have."""
        here, there = (self.texts.around(context) for _, context in self.sides) if around else self._words
        return shared_words(terms, here, there, self.weights)[:VALUES]


def same_figure(meeting: Meeting) -> Found | None:
    """The figure that both tell in the same words."""
    found = _agreeing(meeting)
    words = [] if found is None else [meeting.texts.of(figure.span) for figure in found]
    return ((words[0],), 1.0) if words and words[0].lower() == words[1].lower() else None


def agreeing_figures(meeting: Meeting) -> Found | None:
    """Two figures in other words, or of which one is rounded."""
    found = _agreeing(meeting)
    return None if found is None else (tuple(meeting.texts.of(figure.span) for figure in found), 1.0)


def figure_beside(meeting: Meeting) -> Found | None:
    """A figure that stands in the sentences of both."""
    pairs = product(*(context.figures for _, context in meeting.sides))
    told = ([meeting.texts.of(figure.span) for figure in pair] for pair in pairs if kind_of(pair[0]) == kind_of(pair[1]))
    found = next((one for one, other in told if one.lower() == other.lower()), None)
    return None if found is None else ((found,), 1.0)


def same_words(meeting: Meeting) -> Found | None:
    """Nothing further where all words are the same."""
    told = {spoken_words(meeting.texts.of(one.span)) for one in meeting.statements}
    return ((), 1.0) if len(told) == 1 else None


def names(meeting: Meeting) -> Found | None:
    """The names that both have."""
    total, named = (sum(meeting.weights.get(one, 1.0) for one in sorted(terms)) for terms in (meeting.shared, meeting.names))
    found = tuple(name for name in meeting.told(meeting.names) if name[0].isupper())
    return (found, named / total) if found else None


def words(meeting: Meeting) -> Found | None:
    """The other words that both have, but for those of their figures."""
    counted = "\n".join(meeting.texts.of(figure.span) for one in meeting.statements for figure in one.figures)
    return _quoted(meeting.told(meeting.shared - meeting.names - present(meeting.shared, counted)))


def words_around(meeting: Meeting) -> Found | None:
    """The words that the sentences around both have, and the statements themselves do not."""
    terms = frozenset.intersection(*(context.window for _, context in meeting.sides)) - meeting.shared
    return _quoted(meeting.told(terms, around=True))


def _quoted(told: Sequence[str]) -> Found | None:
    return (tuple(f"“{words}”" for words in told), 1.0) if told else None


def same_day(meeting: Meeting) -> Found | None:
    """The day that both tell."""
    days = [_day(one.time) for one in meeting.statements]
    return ((days[0],), 1.0) if days[0] and days[0] == days[1] else None


def agreeing_times(meeting: Meeting) -> Found | None:
    """The words in which each tells when."""
    times = [one.time for one in meeting.statements]
    told = tuple(dict.fromkeys(meeting.texts.of(time.span) for time in times if time is not None))
    return _quoted(told) if None not in times else None


def other_times(meeting: Meeting) -> Found | None:
    """The days that both tell, else the words in which they tell when."""
    days = tuple(_day(one.time) for one in meeting.statements)
    return (days, 1.0) if all(days) and days[0] != days[1] else agreeing_times(meeting)


def source(meeting: Meeting) -> Found | None:
    """The words that the names of both sources share."""
    speakers = [(one.attribution.speaker or "") if one.attribution else "" for one in meeting.statements]
    shared = {word.lower() for word in speakers[0].split()} & {word.lower() for word in speakers[1].split()}
    told = " ".join(word for word in speakers[0].split() if word.lower() in shared)
    return ((told,), 1.0) if told else None


def other_figures(meeting: Meeting) -> Found | None:
    """The figures of which no two agree."""
    told = [one.figure or next(iter(one.figures), None) for one in meeting.statements]
    return (tuple(meeting.texts.of(one.span) for one in told if one is not None), 1.0) if None not in told else None


def without_values(_: Meeting) -> Found | None:
    """What a feature says by itself."""
    return (), 1.0


FINDERS: Mapping[str, Callable[[Meeting], Found | None]] = {
    finder.__name__: finder
    for finder in (
        same_figure, agreeing_figures, figure_beside, same_words, names, words, words_around, same_day, agreeing_times, source,
        other_times, other_figures,
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of reason: the places of its features in `NAMES`, and on which side (1, or -1 if against) it is told."""

    name: str
    features: tuple[int, ...]
    sign: int


@cache
def kinds() -> tuple[Kind, ...]:
    """The kinds in the order in which they are tried."""
    place = {name: at for at, name in enumerate(NAMES)}
    return tuple(
        Kind(name, tuple(place[feature] for feature in row["features"].split()), sign)
        for side, sign in (("for", 1), ("against", -1))
        for name, row in table("claim_reasons.toml")[side].items()
    )


def find_reasons(meeting: Meeting, weighed: Sequence[int]) -> tuple[Reason, ...]:
    """The weightiest reasons for two statements being one claim, then the one against.

    `weighed` is what each feature adds to the logarithm of the odds, in parts of `SCALE`.
    """
    found = sorted(_found(meeting, weighed), key=lambda one: -one[0])
    told = [reason for weight, sign, reason in found if sign > 0][:FOR]
    against = [reason for weight, sign, reason in found if sign < 0][:AGAINST]
    return (*told, *against)


def _found(meeting: Meeting, weighed: Sequence[int]) -> Iterator[tuple[int, int, Reason]]:
    """How much each reason weighs, and for or against; a feature counts for the first that finds values."""
    rest = list(weighed)
    for kind in kinds():
        weight = kind.sign * sum(rest[at] for at in kind.features)
        found = FINDERS.get(kind.name, without_values)(meeting) if weight >= LEAST else None
        if found is None:
            continue
        values, share = found
        for at in kind.features:
            rest[at] = round(rest[at] * (1.0 - share))
        if round(share * weight) >= LEAST:
            yield round(share * weight), kind.sign, Reason(kind.name, values)


def _agreeing(meeting: Meeting) -> tuple[Figure, Figure] | None:
    """The figures that agree: those that the statements are about, else the greatest."""
    one, other = meeting.statements
    ones, others = ((told.figure,) if told.figure is not None else told.figures for told in (one, other))
    pairs = [(a, b) for a, b in product(ones, others) if a.high == b.high or (kind_of(a) == kind_of(b) and agree(a, b))]
    return max(pairs, key=lambda pair: (pair[0].high == pair[1].high, pair[0].high), default=None)


def _day(time: TimeRef | None) -> str:
    """The one day of a time; "" where it is none."""
    if time is None or not (time.earliest and time.latest) or time.earliest[:10] != time.latest[:10]:
        return ""
    return time.earliest[:10]

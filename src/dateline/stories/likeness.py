"""How likely two articles report one event: a few features with fixed weights, in whole thousandths."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dateline.stories.days import Told, days_between
from dateline.stories.rows import MILLION, Integers

# Weights of a logistic regression on the pairs of the development sets (newscluster, basil, ecb, stream_thin), each set weighing
# the same, rounded. Fitted on the stream alone or on the three others alone, core B-cubed F stays within .04. Cosines are 0 to 1.
NOTHING = -6_600  # two articles that share rare words
WORDS, LEADS, TITLES, NUMBERS = 15_900, 6_800, 6_000, 1_600
NAMES = 17_000  # of names alone, for articles in two languages: from 16 000 to 20 000 our own gold stays the same
SAME_DAY, NEXT_DAYS = 1_600, 300  # printed at most 1 and 3 days apart
OTHER_DAYS = -600  # the leads tell of days, and of none in common
# The same actors on another day are another event. The public sets call a topic of several days one story, and many of their days
# are wrong: with analysed leads this costs them .01 of B-cubed F.
SURELY_OTHER_DAYS = -2_600  # the analysed leads tell of days at least `APART` days from each other
APART = 2
# A pair that reports one event has few lookalikes in other weeks; reports of a campaign have many.
LOOKALIKES = -840  # for each natural logarithm of their number
LOOKALIKE = -3_000  # likeness by words from which on an article counts as one
OTHER_WEEKS = 14  # days apart

# The likeness is softened before it is averaged over a group, so that one near copy does not outweigh ten strangers.
SOFT = 3_000
COPIED = 20_000  # copies, printed within `COPIED_DAYS`
COPIED_DAYS = 60


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared beside words: an article's language, the day it was printed (an ordinal), the days its lead tells of."""

    language: str
    day: int | None
    told: Told


def words_score(cosines: Sequence[Integers]) -> Integers:
    """What the words of some articles say, in thousandths, from their cosines in millionths: texts, leads, titles, numbers."""
    whole, leads, titles, numbers = cosines
    return NOTHING + (WORDS * whole + LEADS * leads + TITLES * titles + NUMBERS * numbers) // MILLION


def names_score(cosines: Integers) -> Integers:
    """The same for articles in two languages, from the cosines of their names."""
    return NOTHING + NAMES * cosines // MILLION


def days_score(left: Sketch, right: Sketch) -> int:
    """What the days of two articles say, in thousandths."""
    gap = gap_of(left, right)
    near = 0 if gap is None or gap > 3 else SAME_DAY if gap <= 1 else NEXT_DAYS
    apart = days_between(left.told, right.told)
    surely = apart >= APART and left.told.sure and right.told.sure
    return near + (SURELY_OTHER_DAYS if surely else OTHER_DAYS if apart else 0)


def gap_of(left: Sketch, right: Sketch) -> int | None:
    """The days between two articles; None where one has no day."""
    return None if left.day is None or right.day is None else abs(left.day - right.day)


@lru_cache(maxsize=1 << 16)
def likeness(score: int) -> int:
    """A score in thousandths as likeness, in millionths."""
    return round(MILLION / (1 + math.exp(-score / SOFT)))


@lru_cache(maxsize=1 << 16)
def lookalikes_score(left: int, right: int) -> int:
    """What the numbers of lookalikes in other weeks say of two articles, in thousandths."""
    return round(LOOKALIKES * (math.log1p(left) + math.log1p(right)) / 2)


def ordinal(day: date | None) -> int | None:
    """A day as the number of days since the year 1."""
    return None if day is None else day.toordinal()

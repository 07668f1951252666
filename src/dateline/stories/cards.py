"""What the story steps know of an article: enough to compare it to others without reading it again."""

import math
from collections import Counter
from dataclasses import dataclass

from dateline.languages import is_read
from dateline.stories.counts import count_terms
from dateline.stories.days import day_of, told_days
from dateline.stories.likeness import Sketch, ordinal
from dateline.stories.rarity import rarity
from dateline.stories.rows import Packed, pack
from dateline.types import Analysis, Article

HEAVIEST = 30  # terms of an article by which others are found; 20 lose .01 of core B-cubed on newscluster
SCALE = 256  # weights are kept to 1/256
SHARE = 1 << 15

Weights = dict[str, int]


@dataclass(frozen=True, slots=True)
class Row:
    """The weighted terms of a text, packed, and the heaviest of them, each with its share of the length of all, of `SHARE`."""

    terms: Packed
    heaviest: Weights


@dataclass(frozen=True, slots=True)
class Card:
    """One article: the terms of its text, its lead and its title, and the numbers in it.

    `rank` is what articles are sorted by: the day of publication, undated ones last, then the id. `first` and `last` are the days
    between which it was published. `is_read` says whether more than its words is.
    """

    article: str
    rank: tuple[str, str]
    first: str | None
    last: str | None
    is_read: bool
    titled: bool
    sketch: Sketch
    text: Row
    lead: Packed
    title: Packed
    numbers: Packed


def card_of(article: Article, analysis: Analysis | None = None) -> Card:
    """The card of an article; without an analysis the days that its lead tells of are read from names of weekdays."""
    whole, lead, title = count_terms(article)
    return Card(
        article=article.id,
        rank=(article.published.earliest or "9999", article.id),
        first=article.published.earliest,
        last=article.published.latest,
        is_read=is_read(article),
        titled=bool(article.title),
        sketch=Sketch(article.language, ordinal(day_of(article)), told_days(article, analysis)),
        text=row_of(whole),
        lead=pack(_weigh(lead)),
        title=pack(_weigh(title)),
        numbers=pack(_weigh(Counter({term: count for term, count in whole.items() if term[term.find(":") + 1 :].isdigit()}))),
    )


def row_of(counts: Counter[str]) -> Row:
    """The terms of a text by their counts; of equals the first of the alphabet are the heaviest."""
    weights = _weigh(counts)
    length = max(1, math.isqrt(sum(weight * weight for weight in weights.values())))
    heaviest = sorted(weights, key=lambda term: (-weights[term], term))[:HEAVIEST]
    return Row(pack(weights), {term: min(SHARE - 1, weights[term] * SHARE // length) for term in heaviest})


def _weigh(counts: Counter[str]) -> Weights:
    """One plus the logarithm of each count, times the term's rarity."""
    return {term: round(SCALE * (1 + math.log(count)) * rarity(term)) for term, count in counts.items()}

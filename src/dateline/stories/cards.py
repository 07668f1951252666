"""What the story steps know of an article: enough to compare it to others without reading it again."""

import math
from collections import Counter
from dataclasses import dataclass

from dateline.languages import is_read
from dateline.stories.counts import count_terms
from dateline.stories.days import day_of, told_days
from dateline.stories.likeness import Sketch, ordinal
from dateline.stories.rarity import rarity
from dateline.types import Analysis, Article

HEAVIEST = 30  # terms of an article by which others are found; 20 lose .01 of core B-cubed on newscluster
SHARE = 1 << 15
SCALE = 256  # weights are kept to 1/256

Weights = dict[str, int]


@dataclass(frozen=True, slots=True)
class Card:
    """One article: the terms of its text, lead and title with their weights.

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
    text: Weights
    lead: Weights
    title: Weights

    def rows(self) -> tuple[Weights, ...]:
        """What articles of one language are compared by: text, lead, title, and the numbers in the text."""
        numbers = {term: weight for term, weight in self.text.items() if term[term.find(":") + 1 :].isdigit()}
        return self.text, self.lead, self.title, numbers


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
        text=weigh(whole),
        lead=weigh(lead),
        title=weigh(title),
    )


def heaviest(weights: Weights) -> Weights:
    """The heaviest terms, equals in order of the alphabet, each with its share of the length of all: the cosine of both."""
    length = max(1, math.isqrt(sum(weight * weight for weight in weights.values())))
    terms = sorted(weights, key=lambda term: (-weights[term], term))[:HEAVIEST]
    return {term: min(SHARE - 1, weights[term] * SHARE // length) for term in terms}


def weigh(counts: Counter[str]) -> Weights:
    """One plus the logarithm of each count, times the term's rarity."""
    return {term: round(SCALE * (1 + math.log(count)) * rarity(term)) for term, count in counts.items()}

"""How alike two articles are as reports of one event: whole millionths, only for pairs that share rare terms."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import scipy.sparse as sparse
from numpy.typing import NDArray

from dateline.stories.across import names_of
from dateline.stories.days import Told, day_of, days_between, told_days
from dateline.stories.terms import MILLION, Matrix, Terms, cosines, weigh, weigh_names
from dateline.types import Analysis, Article, Copy

HEAVIEST = 30  # terms of an article that bring it together with others; with 60 six times the pairs, and no better stories
CROWD = 400  # articles that one such term may bring together: bounds the pairs by articles, not by their square
SHARED = 2  # such terms
FLOOR = 100_000  # likeness below which two articles count as strangers
# Time: nearer days are likelier one story. Swept on the development streams, where some dates are wrong by years,
# so that distance lowers likeness and never forbids.
NEAR_DAYS = 7
FAR_DAYS = 60
LASTING, FAR = 0.7, 0.6
OTHER_DAYS = 0.75  # when both leads tell of days, and of none in common
SURELY_APART = 2  # days between what two analysed leads tell of, from which on they count as evidence of two events
# The beginning of an article says which event it tells of, the rest shares its background with other stories of the same actors.
LEAD_WORDS = 100
LEAD_SHARE = 3  # one part of likeness in three is that of the leads; one in two gains nothing more
# Names alone agree more often than all words do: .2 of them weighs like .15 of words. Swept on the development stream with three
# articles in ten taken for another language (pairwise F): 50 .776, 65 .815, 75 .817, 100 .792; at 70 our own gold errs.
ACROSS_PERCENT = 65
COPIED = 500_000  # likeness of copies printed within FAR_DAYS

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Likeness of pairs of articles by position, left before right: `words` by terms alone, `event` with the evidence of days.

    `apart` holds the pairs whose leads surely tell of other days, `terms` what the articles are about.
    """

    terms: Terms
    words: Mapping[Pair, int]
    event: Mapping[Pair, int]
    apart: frozenset[Pair]


def compare(articles: Sequence[Article], analyses: Mapping[str, Analysis], copies: Sequence[Copy]) -> Likeness:
    """The likeness of every pair of articles that share rare terms, in millionths."""
    terms = weigh(articles)
    words = _words(terms, weigh(articles, LEAD_WORDS)) | _across(articles)
    days = [day_of(article) for article in articles]
    told = [told_days(article, analyses.get(article.id)) for article in articles]
    event = {pair: like * _days_factor(pair, days, told) // MILLION for pair, like in words.items()}
    for pair in _copied(articles, copies):
        gap = _gap(days[pair[0]], days[pair[1]])
        if gap is None or gap <= FAR_DAYS:
            event[pair] = max(COPIED, event.get(pair, 0))
    kept = {pair: like for pair, like in event.items() if like >= FLOOR}
    apart = frozenset(pair for pair in kept if _surely_apart(told[pair[0]], told[pair[1]]))
    return Likeness(terms, words, kept, apart)


def _words(whole: Terms, leads: Terms) -> dict[Pair, int]:
    """Likeness of the candidate pairs by their words: the cosine of whole texts and of leads."""
    left, right = _candidates(whole.weights)
    alike = cosines(whole, left, right) * (LEAD_SHARE - 1) + cosines(leads, left, right)
    return {(int(i), int(j)): int(like) // LEAD_SHARE for i, j, like in zip(left, right, alike, strict=True)}


def _across(articles: Sequence[Article]) -> dict[Pair, int]:
    """Likeness of the candidate pairs in two languages, by names and numbers; none where all articles are in one."""
    languages = [article.language for article in articles]
    if len(set(languages)) < 2:
        return {}
    names = weigh_names([names_of(article) for article in articles])
    left, right = _candidates(names.weights)
    two = np.array([languages[i] != languages[j] for i, j in zip(left, right, strict=True)], dtype=bool)
    left, right = left[two], right[two]
    alike = cosines(names, left, right) * ACROSS_PERCENT // 100
    return {(int(i), int(j)): int(like) for i, j, like in zip(left, right, alike, strict=True)}


def _candidates(weights: Matrix) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The pairs that share `SHARED` of their heaviest terms, by position."""
    heavy = _heaviest(weights)
    shared = sparse.triu(heavy @ heavy.T, k=1).tocoo()
    kept = shared.data >= SHARED
    left, right = shared.row[kept].astype(np.int64), shared.col[kept].astype(np.int64)
    order = np.lexsort((right, left))
    return left[order], right[order]


def _heaviest(weights: Matrix) -> Matrix:
    """Ones for the heaviest terms of each row; terms that bring a crowd together are left out."""
    rows: list[int] = []
    columns: list[int] = []
    for row in range(weights.shape[0]):
        part = slice(weights.indptr[row], weights.indptr[row + 1])
        order = np.lexsort((weights.indices[part], -weights.data[part]))[:HEAVIEST]
        columns.extend(weights.indices[part][order].tolist())
        rows.extend([row] * len(order))
    holders = Counter(columns)
    kept = [(row, column) for row, column in zip(rows, columns, strict=True) if 1 < holders[column] <= CROWD]
    places = ([row for row, _ in kept], [column for _, column in kept])
    return sparse.csr_array((np.ones(len(kept), dtype=np.int64), places), shape=weights.shape)


def _days_factor(pair: Pair, days: Sequence[date | None], told: Sequence[Told]) -> int:
    """What the days leave of likeness, in millionths."""
    left, right = pair
    gap = _gap(days[left], days[right])
    factor = 1.0
    if gap is not None:
        factor = FAR if gap > FAR_DAYS else LASTING + (1 - LASTING) * math.exp(-gap / NEAR_DAYS)
    if days_between(told[left], told[right]):
        factor *= OTHER_DAYS
    return round(factor * MILLION)


def _surely_apart(left: Told, right: Told) -> bool:
    """Whether the analysed leads of two articles tell of days well apart."""
    return left.sure and right.sure and days_between(left, right) >= SURELY_APART


def _gap(left: date | None, right: date | None) -> int | None:
    return abs((left - right).days) if left and right else None


def _copied(articles: Sequence[Article], copies: Sequence[Copy]) -> list[Pair]:
    """The pairs of articles that stand next to one another in a copy: enough to hold the copy together."""
    position = {article.id: at for at, article in enumerate(articles)}
    pairs: set[Pair] = set()
    for copy in copies:
        at = sorted(position[article] for article in copy.articles if article in position)
        pairs.update((i, j) for n, i in enumerate(at) for j in at[n + 1 : n + 1 + 20])
    return sorted(pairs)

"""What an article is about, as weighted terms: whole numbers, so that likeness is the same on any machine."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

import numpy as np
import scipy.sparse as sparse
from numpy.typing import NDArray

from dateline.data import lines
from dateline.languages import is_read
from dateline.stories.foreign import count_foreign
from dateline.types import Article

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
ENDINGS = ("ing", "ed", "es", "s")
# Swept on the development streams: core B-cubed rises by .008 with titles and leads weighted, not more with other weights.
TITLE_WEIGHT = 2
LEAD_WORDS = 60
LEAD_WEIGHT = 2
# A small set knows nothing of how common words are. As if PRIOR articles more had been read, of which a lower-case word
# stood in 3 % and a name or number in .5 %: thresholds then mean the same for three pages and for two thousand.
# A list of everyday words, made rarer still, was tried and gained nothing on the stream.
PRIOR = 400
COMMON_WORD = 0.03
COMMON_NAME = 0.005
SCALE = 256  # weights are kept to 1/256
MILLION = 1_000_000
PAIRS_AT_ONCE = 20_000  # bounds memory

Matrix = sparse.csr_array[np.int64]


@dataclass(frozen=True, slots=True)
class Terms:
    """Articles as rows of whole-number weights over terms; `norms` are the rows' lengths."""

    weights: Matrix
    norms: NDArray[np.int64]


def weigh(articles: Sequence[Article], words: int | None = None) -> Terms:
    """The weighted terms of the articles, one row each, in the order given; of the first `words` words where that is told.

    The terms of a language that is not read are its own: how rare they are is measured by its articles alone.
    """
    counts = [
        _count(article, words) if is_read(article) else count_foreign(article, words, (TITLE_WEIGHT, LEAD_WORDS, LEAD_WEIGHT))
        for article in articles
    ]
    written = Counter("" if is_read(article) else article.language for article in articles)
    frequency: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for count, upper in counts:
        frequency.update(count.keys())
        capital.update(upper)
    vocabulary = sorted(frequency)
    rarity = {
        term: _rarity(frequency[term], written[term.rpartition(":")[0]], term, name=2 * capital[term] > frequency[term])
        for term in vocabulary
    }
    columns = {term: at for at, term in enumerate(vocabulary)}
    weights = _matrix([count for count, _ in counts], columns, rarity)
    return Terms(weights, lengths(weights))


def weigh_names(counts: Sequence[Counter[str]]) -> Terms:
    """The weighted names of articles, one row each, given how often each name stands in them."""
    frequency = Counter(name for count in counts for name in count)
    vocabulary = sorted(frequency)
    rarity = {name: _rarity(frequency[name], len(counts), name, name=True) for name in vocabulary}
    weights = _matrix(counts, {name: at for at, name in enumerate(vocabulary)}, rarity)
    return Terms(weights, lengths(weights))


def lengths(weights: Matrix) -> NDArray[np.int64]:
    """The lengths of the rows, rounded down, at least 1."""
    squares: NDArray[np.int64] = np.asarray(weights.multiply(weights).sum(axis=1)).ravel()
    return np.array([max(1, math.isqrt(int(square))) for square in squares], dtype=np.int64)


def cosines(terms: Terms, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.int64]:
    """Cosines of pairs of rows in millionths, rounded down."""
    products = np.zeros(len(left), dtype=np.int64)
    for start in range(0, len(left), PAIRS_AT_ONCE):
        part = slice(start, start + PAIRS_AT_ONCE)
        products[part] = np.asarray(terms.weights[left[part]].multiply(terms.weights[right[part]]).sum(axis=1)).ravel()
    return products * MILLION // (terms.norms[left] * terms.norms[right])


def stem(word: str) -> str:
    """A word in lower case without possessive and common endings."""
    low = word.lower().replace("’", "'").removesuffix("'s")
    if len(low) <= 4:
        return low
    for ending in ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            low = low[: -len(ending)]
            break
    return low.removesuffix("e") if len(low) > 4 else low


@cache
def stock_words() -> frozenset[str]:
    """The stems of words that say nothing of the matter."""
    return frozenset(stem(word) for line in lines("stock_words.txt") for word in line.split())


def _count(article: Article, words: int | None) -> tuple[Counter[str], set[str]]:
    """How much each term weighs in an article, and the terms that stand in it with a capital letter more often than not."""
    stock = stock_words()
    total: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    title = len(article.title or "")
    for at, match in enumerate(islice(WORD.finditer(article.text), words)):
        term = stem(match.group())
        if len(term) < 2 or term in stock:
            continue
        in_title = match.end() <= title
        total[term] += TITLE_WEIGHT if in_title else LEAD_WEIGHT if at < LEAD_WORDS else 1
        if not in_title:
            upper[term] += 1 if match.group()[0].isupper() else -1
    return total, {term for term, balance in upper.items() if balance > 0}


def _rarity(frequency: int, articles: int, term: str, *, name: bool) -> float:
    """The logarithm of how rare a term is, the prior reading included."""
    share = COMMON_NAME if name or term.rpartition(":")[2][0].isdigit() else COMMON_WORD
    return math.log((articles + PRIOR + 1) / (frequency + PRIOR * share))


def _matrix(counts: Sequence[Counter[str]], columns: dict[str, int], rarity: dict[str, float]) -> Matrix:
    """Rounded weights: one plus the logarithm of the count, times rarity."""
    data: list[int] = []
    at: list[int] = []
    ends = [0]
    for count in counts:
        for term in sorted(count):
            data.append(round(SCALE * (1 + math.log(count[term])) * rarity[term]))
            at.append(columns[term])
        ends.append(len(data))
    arrays = (np.array(data, dtype=np.int64), np.array(at, dtype=np.int64), np.array(ends, dtype=np.int64))
    return sparse.csr_array(arrays, shape=(len(counts), len(columns)))

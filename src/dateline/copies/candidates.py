"""Which articles may share a passage or an order of facts: an index of fingerprints, never all pairs.

Fingerprints are local minima of shingle hashes (winnowing, Schleimer, Wilkerson and Aiken 2003): MinHash over a sliding window.
Unlike banded whole-text signatures they find a brief inside a long article as surely as a twin: two texts that share
`SEED + WINDOW - 1` words in a row always share a fingerprint.
"""

import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.copies.passages import SEED

WINDOW = 4  # shingles; 8 words in a row are never missed, and about 40 % of the shingles are kept
CROWD = 40  # articles with one fingerprint above which only neighbours are paired: copies chain, and cost no square

Hashes = NDArray[np.uint64]
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio: spreads neighbouring values (Knuth)
SHIFT = np.uint64(29)


def fingerprints(words: Sequence[str]) -> frozenset[int]:
    """The winnowed hashes of the shingles of a text; the same on any machine."""
    if len(words) < SEED:
        return frozenset()
    shingles = _shingle_hashes(np.array([zlib.crc32(word.encode()) for word in words], dtype=np.uint64))
    window = min(WINDOW, len(shingles))
    minima = np.lib.stride_tricks.sliding_window_view(shingles, window).min(axis=1)
    return frozenset(int(value) for value in np.unique(minima))


def candidates(keys: Mapping[str, frozenset[object]], least: int) -> tuple[tuple[str, str], ...]:
    """The pairs of articles that share `least` keys or more, sorted; `keys` holds the fingerprints or anchors of each article."""
    holders: dict[object, list[str]] = {}
    for article in sorted(keys):
        for key in keys[article]:
            holders.setdefault(key, []).append(article)
    shared: Counter[tuple[str, str]] = Counter()
    for articles in holders.values():
        shared.update(_pairs(articles))
    return tuple(sorted(pair for pair, count in shared.items() if count >= least))


def _pairs(articles: Sequence[str]) -> Iterator[tuple[str, str]]:
    """All pairs of a few articles; of a crowd, each with the next and with the first."""
    if len(articles) <= CROWD:
        for i, left in enumerate(articles):
            for right in articles[i + 1 :]:
                yield left, right
        return
    for i in range(1, len(articles)):
        yield articles[i - 1], articles[i]
        if i > 1:
            yield articles[0], articles[i]


def _shingle_hashes(words: Hashes) -> Hashes:
    """One 64-bit hash for every `SEED` words in a row."""
    count = len(words) - SEED + 1
    mixed = np.zeros(count, dtype=np.uint64)
    for k in range(SEED):
        mixed = (mixed ^ words[k : k + count]) * MULTIPLIER
        mixed ^= mixed >> SHIFT
    return mixed

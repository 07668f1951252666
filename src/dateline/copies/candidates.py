"""By what a pair of articles that may share a passage or an order of facts is found: fingerprints and anchors, never all pairs.

Fingerprints are local minima of shingle hashes (winnowing, Schleimer, Wilkerson and Aiken 2003): MinHash over a sliding window.
Unlike banded whole-text signatures they find a brief inside a long article as surely as a twin: two texts that share
`SEED + WINDOW - 1` words in a row always share a fingerprint. Anchors are names and figures that stand near each other.

Both are whole numbers of 32 bits: small to keep, and the few that meet by chance cost a look at two texts.
"""

import zlib
from bisect import bisect_left
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.copies.passages import SEED

# Shingles: 12 words in a row are never missed, as many as a copy shares at least, and two in nine shingles are kept. With windows
# of 8 and 10 the same copies are found in five sets of articles of the web as with 4; with 12 one pair is lost in three of them.
WINDOW = 8
# A pair is compared key by key that shares two fingerprints, or one and an anchor, or four anchors.
LEAST = 4
PRINT, ANCHOR = 3, 1
# It is looked at if it shares that part of the fingerprints or of the anchors of the article that has fewer of them. Of 596
# linked pairs of those sets, a stream and the gold none shares less than a twelfth, and all but five share a tenth. Of 28,834
# pairs of the stream, which tells of few matters, 12,094 share a fifteenth; of 5,682 pairs of one on many matters, 2,460.
PART = 15

Hashes = NDArray[np.uint64]
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio: spreads neighbouring values (Knuth)
SHIFT = np.uint64(29)
HIGH = np.uint64(33)


def fingerprints(words: Sequence[str]) -> frozenset[int]:
    """The winnowed hashes of the shingles of a text, 0 and above; the same on any machine."""
    if len(words) < SEED:
        return frozenset()
    shingles = _shingle_hashes(np.array([zlib.crc32(word.encode()) for word in words], dtype=np.uint64))
    window = min(WINDOW, len(shingles))
    minima = np.lib.stride_tricks.sliding_window_view(shingles, window).min(axis=1)
    return frozenset((np.unique(minima) * MULTIPLIER >> HIGH).tolist())


def anchor_keys(anchors: Iterable[tuple[str, str]]) -> frozenset[int]:
    """The hashes of anchors, all below 0."""
    return frozenset(~(zlib.crc32(f"{one} {other}".encode()) >> 1) for one, other in anchors)


def weight_of(key: int) -> int:
    """What it counts that two articles share a key."""
    return PRINT if key >= 0 else ANCHOR


def may_be_copy(left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether two articles share enough of their keys, which are in order, for an exact look."""
    shared = set(left).intersection(right)
    prints = sum(key >= 0 for key in shared)
    anchors = bisect_left(left, 0), bisect_left(right, 0)
    fewer = min(len(left) - anchors[0], len(right) - anchors[1])
    return 0 < prints >= fewer / PART or 0 < len(shared) - prints >= min(anchors) / PART


def _shingle_hashes(words: Hashes) -> Hashes:
    """One 64-bit hash for every `SEED` words in a row."""
    count = len(words) - SEED + 1
    mixed = np.zeros(count, dtype=np.uint64)
    for k in range(SEED):
        mixed = (mixed ^ words[k : k + count]) * MULTIPLIER
        mixed ^= mixed >> SHIFT
    return mixed

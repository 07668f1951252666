"""MinHash likeness of texts: the usual way to find near-duplicates, as a baseline."""

import re
import zlib
from collections.abc import Mapping
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

SHINGLE = 3  # words
PERMUTATIONS = 128
LEAST = 0.04  # of ten from .02 to .8, with shingles of two, three and five words, the best on half A of the gold of copies
PRIME = (1 << 61) - 1
WORD = re.compile(r"\w+")
Signature = NDArray[np.uint64]


def alike(texts: Mapping[str, str], least: float = LEAST) -> frozenset[frozenset[str]]:
    """The pairs of texts whose signatures agree in that share of places."""
    signatures = {name: signature(text) for name, text in texts.items()}
    pairs = combinations(sorted(signatures), 2)
    return frozenset(frozenset(pair) for pair in pairs if np.mean(signatures[pair[0]] == signatures[pair[1]]) >= least)


def signature(text: str) -> Signature:
    """The smallest hash of the shingles of a text under each of the permutations."""
    words = WORD.findall(text.lower())
    shingles = {" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}
    hashes = np.array([zlib.crc32(one.encode()) for one in sorted(shingles)], dtype=np.uint64)
    seeds = np.array([zlib.crc32(b"%d" % k) >> 1 for k in range(2 * PERMUTATIONS)], dtype=np.uint64).reshape(2, PERMUTATIONS)
    mixed = hashes[:, None] * seeds[0] + seeds[1]  # below 2^64: no overflow
    least: Signature = (mixed % np.uint64(PRIME)).min(axis=0)
    return least

"""Articles as rows of whole-number weights over terms, which grow at the end; whole numbers are the same on any machine."""

import math
import zlib
from collections.abc import Mapping
from typing import TypeVar

import numpy as np
import scipy.sparse as sparse
from numpy.typing import NDArray

MILLION = 1_000_000
PLACES = 1 << 20  # of terms; two that fall on one are one, a pair in every thirtieth text
WEIGHTS = 1 << 16

Kind = TypeVar("Kind", bound=np.generic)
Integers = NDArray[np.int64]
Matrix = sparse.csr_array[np.int64]
Packed = bytes  # numbers of 64 bits, the lowest byte first


def pack(weights: Mapping[str, int]) -> Packed:
    """The weights of terms by the place of each, in one number each; the same on any machine."""
    places = ((zlib.crc32(term.encode()) % PLACES, min(weight, WEIGHTS - 1)) for term, weight in weights.items())
    return np.array(sorted(place * WEIGHTS + weight for place, weight in places), dtype="<i8").tobytes()


def spread() -> NDArray[np.int32]:
    """Room for one row over all terms, while it is compared to others."""
    return np.zeros(PLACES, dtype=np.int32)


class Rows:
    """Rows of weights over terms. Memory is doubled when it is full, so that a row costs the same at any size."""

    def __init__(self, spread: NDArray[np.int32]) -> None:
        self._terms: NDArray[np.int32] = np.zeros(1024, dtype=np.int32)
        self._weights: NDArray[np.int32] = np.zeros(1024, dtype=np.int32)
        self._starts: Integers = np.zeros(1024, dtype=np.int64)
        self._norms: Integers = np.ones(1024, dtype=np.int64)
        self._spread = spread
        self._count = 0

    def append(self, row: Packed) -> None:
        """Add a row of packed weights."""
        packed: Integers = np.frombuffer(row, dtype="<i8").astype(np.int64)
        start = int(self._starts[self._count])
        end = start + len(packed)
        if end > len(self._terms):
            self._terms, self._weights = _grown(self._terms, end), _grown(self._weights, end)
        if self._count + 2 > len(self._starts):
            self._starts, self._norms = _grown(self._starts, self._count + 2), _grown(self._norms, self._count + 2)
        weights = packed % WEIGHTS
        self._terms[start:end] = packed // WEIGHTS
        self._weights[start:end] = weights
        self._norms[self._count] = max(1, math.isqrt(int(weights @ weights)))
        self._count += 1
        self._starts[self._count] = end

    def cosines(self, row: int, others: Integers) -> Integers:
        """The cosines of a row with others in millionths, rounded down."""
        own = slice(self._starts[row], self._starts[row + 1])
        self._spread[self._terms[own]] = self._weights[own]
        flat, ends = self._flat(others)
        sums = np.concatenate(([0], np.cumsum(self._spread[self._terms[flat]].astype(np.int64) * self._weights[flat])))
        self._spread[self._terms[own]] = 0
        products = sums[ends[1:]] - sums[ends[:-1]]
        scaled: Integers = products * MILLION // (self._norms[row] * self._norms[others])
        return scaled

    def matrix(self, rows: Integers) -> Matrix:
        """Some of the rows as a matrix over the terms that stand in them."""
        flat, ends = self._flat(rows)
        _, columns = np.unique(self._terms[flat], return_inverse=True)
        shape = (len(rows), int(columns.max(initial=-1)) + 1)
        return sparse.csr_array((self._weights[flat].astype(np.int64), columns, ends), shape=shape)

    def _flat(self, rows: Integers) -> tuple[Integers, Integers]:
        """Where the entries of some rows stand, one row after the other, and where each row begins and ends in that."""
        starts = self._starts[rows]
        ends = np.concatenate(([0], np.cumsum(self._starts[rows + 1] - starts)))
        return np.arange(ends[-1]) + np.repeat(starts - ends[:-1], np.diff(ends)), ends


def _grown(values: NDArray[Kind], least: int) -> NDArray[Kind]:
    larger = np.ones(max(least, 2 * len(values)), dtype=values.dtype)
    larger[: len(values)] = values
    return larger

"""How likely two statements say the same, and how likely they answer one question: a weighted sum of their features."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from dateline.claims.features import NAMES, Numbers
from dateline.data import table

# Likelihoods are compared as integers, so that the last bits of a sum cannot change a record.
SCALE = 1_000_000

Likelihoods = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of the features, in the order of `NAMES`, and what is added to their sum."""

    bias: float
    weights: tuple[float, ...]

    def odds(self, measured: Numbers) -> Numbers:
        """The log odds that each pair is one; a row of `measured` has the features of a pair."""
        return np.asarray(np.sum(measured * np.array(self.weights), axis=1) + self.bias)


def likelihoods(odds: Numbers) -> Likelihoods:
    """The likelihoods of log odds, 0 to `SCALE`."""
    return np.asarray(np.rint(SCALE / (1.0 + np.exp(-odds))), np.int64)


@cache
def model(name: str) -> Model:
    """The model of that name: `same` or `question`; a feature without a weight says nothing."""
    told = table("claim_weights.toml")[name]
    return Model(float(told["bias"]), tuple(float(told["weights"].get(feature, 0.0)) for feature in NAMES))

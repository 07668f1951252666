"""Comparing: how likely two wordings say the same, and what keeps them apart, found once for each pair."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from dateline.claims.chance import by_chance
from dateline.claims.contexts import Context
from dateline.claims.features import NAMES, Measures, Numbers
from dateline.claims.matching import SCALE, likelihoods, model
from dateline.claims.relatedness import Relatedness
from dateline.claims.vetoes import VETOES
from dateline.claims.wordings import Wording

Pair = tuple[int, int]
Judged = tuple[tuple[str, ...], int]  # what keeps two wordings apart, and how likely they say the same, or answer one question
UNLIKE: Judged = ((), 0)
FIRST_VETO = len(NAMES) - len(VETOES)


class Comparisons:
    """What was found of the pairs of wordings that were compared; a wording is named by its place.

    Those that share no more than one word that many have, or that share words by chance, are unlike without a closer look.
    """

    def __init__(
        self,
        wordings: Sequence[Wording],
        contexts: Sequence[Context],
        weights: Mapping[str, float],
        common: frozenset[str],
        pairs: Iterable[Pair],
        homes: Sequence[Sequence[str]],
    ) -> None:
        self.wordings = wordings
        self._spans = [one.profile.statement.span for one in wordings]
        self._keys = [frozenset(one.keys) for one in wordings]
        self.weights = weights
        self._common = common
        self._same: dict[Pair, Judged] = {}
        self._question: dict[Pair, Judged] = {}
        near = [pair for pair in pairs if self.told(*pair)]
        self.measures = Measures(wordings, contexts, weights, np.array(near, np.int64).reshape(len(near), 2))
        measured = self._measured(near)
        self._related = Relatedness(homes, self._likely(near, measured))
        self._compare(near, measured)

    def told(self, left: int, right: int) -> bool:
        """Whether a closer look may tell that two are alike."""
        if self.within(left, right) and self._spans[left].meets(self._spans[right]):
            return False
        shared = self._keys[left] & self._keys[right]
        near = len(shared) > 1 or not shared <= self._common
        return near and not by_chance(self.wordings[left].profile, self.wordings[right].profile, self.weights)

    def look(self, pairs: Iterable[Pair]) -> None:
        """Compare these pairs, each once."""
        fresh = [pair for pair in pairs if pair not in self._same]
        near = [pair for pair in fresh if self.told(*pair)]
        self._same.update(dict.fromkeys(fresh, UNLIKE))
        self._compare(near, self._measured(near))

    def _measured(self, near: Sequence[Pair]) -> Numbers:
        return self.measures.of(np.array(near, np.int64).reshape(len(near), 2))

    def _likely(self, near: Sequence[Pair], measured: Numbers) -> dict[Pair, float]:
        """How likely the pairs of two articles that nothing keeps apart say the same, by what is told of the two alone."""
        found = likelihoods(model("same").odds(measured)) / SCALE
        free = np.flatnonzero(~np.any(measured[:, FIRST_VETO:], axis=1)).tolist()
        return {near[place]: float(found[place]) for place in free if not self.within(*near[place])}

    def _compare(self, near: Sequence[Pair], measured: Numbers) -> None:
        vetoes = [tuple(VETOES[one].__name__ for one in np.flatnonzero(row)) for row in measured[:, FIRST_VETO:]]
        discounts = np.array([self._related.discount(*pair) for pair in near])
        same, question = model("same").odds(measured) + discounts, model("question").odds(measured)
        for found, odds in ((self._same, same), (self._question, question)):
            found.update(zip(near, zip(vetoes, likelihoods(odds).tolist(), strict=True), strict=True))

    def within(self, left: int, right: int) -> bool:
        """Whether one article tells both: then how alike they are says nothing."""
        return self._spans[left].article == self._spans[right].article

    def of(self, left: int, right: int) -> Judged:
        """The vetoes on two wordings that were compared and how likely they say the same, whichever comes first."""
        return self._same.get((min(left, right), max(left, right)), UNLIKE)

    def alike(self) -> dict[Pair, int]:
        """How likely the pairs of two articles that nothing keeps apart say the same."""
        return {pair: found for pair, (vetoes, found) in self._same.items() if not vetoes and not self.within(*pair)}

    def apart(self) -> Iterator[Pair]:
        """The pairs that a veto keeps apart."""
        return (pair for pair, (vetoes, _) in self._same.items() if vetoes)

    def rivals(self, least: int) -> dict[Pair, Judged]:
        """The pairs that a veto keeps apart and that answer one question at least so likely."""
        return {pair: judged for pair, judged in self._question.items() if judged[0] and judged[1] >= least}

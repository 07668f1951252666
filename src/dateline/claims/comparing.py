"""Comparing: how alike two wordings are and what keeps them apart, found once for each pair."""

from collections.abc import Iterator, Mapping, Sequence

from dateline.claims.matching import SCALE, Profile, likeness, trimmed
from dateline.claims.vetoes import ROLES, VETOES, untold_roles, vetoed
from dateline.claims.wordings import Wording

# What is less alike than this counts as not alike at all.
LIKE = round(0.2 * SCALE)
ROLE_VETOES = tuple(veto for veto in VETOES if veto.__name__ in ROLES)

Pair = tuple[int, int]
Judged = tuple[tuple[str, ...], int]  # what keeps two wordings apart, and how alike they are
UNLIKE: Judged = ((), 0)


class Comparisons:
    """What was found of the pairs of wordings that were compared; a wording is named by its place."""

    def __init__(self, wordings: Sequence[Wording], weights: Mapping[str, float], common: frozenset[str]) -> None:
        self._wordings = wordings
        self._keys = [frozenset(one.keys) for one in wordings]
        self._weights = weights
        self._common = common
        self._found: dict[Pair, Judged] = {}

    def of(self, left: int, right: int) -> Judged:
        """The vetoes and the likeness of two wordings, whichever comes first; no veto is told of what is not alike."""
        pair = min(left, right), max(left, right)
        if pair not in self._found:
            a, b = (self._wordings[place].profile for place in pair)
            self._found[pair] = _judge(a, b, self._weights) if self._near(left, right) else UNLIKE
        return self._found[pair]

    def _near(self, left: int, right: int) -> bool:
        """Whether two wordings have a telling key in common, or two that are not; one common word says nothing."""
        shared = self._keys[left] & self._keys[right]
        return len(shared) > 1 or not shared <= self._common

    def alike(self) -> dict[Pair, int]:
        """The likeness of the pairs that may be one claim."""
        return {pair: score for pair, (vetoes, score) in self._found.items() if score and not vetoes}

    def apart(self) -> Iterator[tuple[Pair, Judged]]:
        """The pairs that a veto keeps apart."""
        return ((pair, judged) for pair, judged in self._found.items() if judged[0])


def _judge(a: Profile, b: Profile, weights: Mapping[str, float]) -> Judged:
    score = _likeness(a, b, weights)
    return UNLIKE if score < LIKE else (vetoed(a.statement, b.statement), score)


def _likeness(a: Profile, b: Profile, weights: Mapping[str, float]) -> int:
    """How alike two statements are in what no veto of a role is about; the other vetoes cost more and come later."""
    roles = untold_roles(tuple(veto.__name__ for veto in ROLE_VETOES if veto(a.statement, b.statement)))
    if roles:
        a, b = trimmed(a, b, roles, weights), trimmed(b, a, roles, weights)
    return likeness(a, b, weights)

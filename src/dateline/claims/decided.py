"""What persons decided of statements, as pairs of wordings that are one claim whatever they say, or never are."""

from collections.abc import Sequence
from itertools import pairwise

from dateline.claims.comparing import Pair
from dateline.claims.wordings import Wording
from dateline.decisions import ANOTHER_CLAIM, SAME_CLAIM
from dateline.judgements import tie
from dateline.types import Judgement


class Decided:
    """The `knots` of statements that judgements tie together, and keep apart; they name statements by id."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        self.knots = tie(judgements, same=SAME_CLAIM, another=ANOTHER_CLAIM)

    def pairs(self, wordings: Sequence[Wording]) -> tuple[list[Pair], list[Pair]]:
        """The pairs of wordings, by place, that are tied together, and those kept apart; a wording is of one knot at most."""
        places: dict[str, list[int]] = {}
        for place, one in enumerate(wordings):
            knot = self.knots.knot.get(one.profile.statement.id)
            if knot is not None:
                places.setdefault(knot, []).append(place)
        tied = [pair for found in places.values() for pair in pairwise(found)]
        apart = [
            (min(found[0], places[other][0]), max(found[0], places[other][0]))
            for knot, found in places.items()
            for other in sorted(self.knots.apart.get(knot, ()))
            if other in places
        ]
        return tied, sorted(set(apart))

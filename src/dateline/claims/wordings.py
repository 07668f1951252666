"""Wordings: statements that are equal in all that is compared, so that what many pages copy is compared once."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from dateline.claims.matching import Profile
from dateline.types import Figure, Statement
from dateline.words import normal_form


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording: its profile, its verb in comparable form, and the places of the statements that have it, ascending."""

    profile: Profile
    members: tuple[int, ...]


def find_wordings(profiles: Sequence[Profile]) -> list[Wording]:
    """The wordings of the statements, in order of their first; what has no comparable word is equal to nothing."""
    members: dict[Hashable, list[int]] = defaultdict(list)
    for place, one in enumerate(profiles):
        empty = not one.terms and one.statement.figure is None
        members[place if empty else _compared(one)].append(place)
    return [Wording(profiles[found[0]], tuple(found)) for found in members.values()]


def _compared(one: Profile) -> Hashable:
    """All of a statement that likeness and vetoes look at; who says it and where it stands they do not."""
    told = one.statement
    return (
        one.terms,
        normal_form(told.predicate),
        told.polarity,
        told.modality,
        _when(told),
        tuple(_quantity(figure) for figure in told.figures),
        None if told.figure is None else _quantity(told.figure),
        tuple((slot.role, slot.terms, slot.entity, slot.kind) for slot in told.slots),
        told.names,
    )


def _when(told: Statement) -> Hashable:
    time = told.time
    return None if time is None else (time.granularity, time.value, time.earliest, time.latest)


def _quantity(figure: Figure) -> Hashable:
    return (figure.low, figure.high, figure.bound, figure.unit, figure.what, figure.state, figure.scope, figure.as_of)

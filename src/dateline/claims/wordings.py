"""Wordings: statements that are equal in all that is compared, so that what many pages copy is compared once."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from dateline.claims.terms import terms
from dateline.figures import kind_of
from dateline.predicates import negative
from dateline.types import Figure, Statement
from dateline.words import normal_form

# Keys of a figure: what kind of quantity it is, before each key, and the mark of what it counts and of its state.
KIND, SLOT = "|", "#"
# Keys that more than this share of a storyline's wordings have, and more than `FEW`, say little of what is told.
COMMON = 0.2
FEW = 8


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a statement is compared: its terms and their weight, its verb, whether it negates, the states it counts."""

    statement: Statement
    terms: frozenset[str]
    weight: float
    verb: str
    negative: bool
    states: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording: its profile, what brings it together with others, and the places of the statements that have it, ascending."""

    profile: Profile
    keys: tuple[str, ...]
    members: tuple[int, ...]


def profile(statement: Statement, weights: Mapping[str, float]) -> Profile:
    """The comparable side of a statement."""
    found = terms(statement.lemmas)
    return Profile(
        statement=statement,
        terms=found,
        weight=sum(weights[term] for term in sorted(found)),
        verb=normal_form(statement.predicate),
        negative=negative(statement),
        states=frozenset(figure.state for figure in statement.figures if figure.state),
    )


def find_wordings(profiles: Sequence[Profile], knots: Mapping[str, str]) -> list[Wording]:
    """The wordings of the statements, in order of their first; what has no comparable word is equal to nothing.

    What persons decided on is equal only to what is in one of the `knots` with it.
    """
    members: dict[Hashable, list[int]] = defaultdict(list)
    for place, one in enumerate(profiles):
        empty = not one.terms and one.statement.figure is None
        members[place if empty else (_compared(one.statement), knots.get(one.statement.id))].append(place)
    return [Wording(profiles[found[0]], _keys(profiles[found[0]]), tuple(found)) for found in members.values()]


def common_keys(wordings: Sequence[Wording]) -> frozenset[str]:
    """The terms and values that too many wordings have, whatever these are about; what is counted is never too common."""
    least = max(FEW, int(COMMON * len(wordings)))
    count = Counter(key.rpartition(KIND)[2] for one in wordings for key in one.keys)
    common = {key for key, number in count.items() if number > least and not key.startswith(SLOT)}
    return frozenset(key for one in wordings for key in one.keys if key.rpartition(KIND)[2] in common)


def _compared(told: Statement) -> Hashable:
    """All of a statement that likeness and vetoes look at; who says it and where it stands they do not."""
    return (
        told.lemmas,
        told.predicate,
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


def _keys(one: Profile) -> tuple[str, ...]:
    """What a wording must have in common with another to be compared: its terms and, of a figure, its value and what it counts.

    A statement of a figure is like none of what happened and like no figure of another kind, so that their keys differ.
    """
    figure = one.statement.figure
    if figure is None:
        return tuple(sorted(one.terms))
    kind = kind_of(figure).replace("people", "")  # people are told with that unit or with none
    slots = {SLOT + word for word in (figure.state, figure.what) if word}
    return tuple(f"{kind}{KIND}{key}" for key in (*sorted(one.terms), f"={figure.high:g}", *sorted(slots)))

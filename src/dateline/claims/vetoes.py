"""Vetoes: what keeps two statements alike in words from being one claim. Each names what differs; the list is in `VETOES`."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import product

from dateline.data import lines
from dateline.figures import relate, same_slot
from dateline.predicates import negative, opposite, same_predicate
from dateline.types import Figure, Slot, Statement, TimeRef

# Units of which a clause may tell two that have nothing to do with one another; a share or a volume it seldom does.
COUNTS = ("", "people", "year", "day", "hour")
# What two do to one another, whichever is told first.
MUTUAL = frozenset(lines("mutual_verbs.txt"))
DIRECTIONS = frozenset(lines("directions.txt"))
CLOCK = re.compile(r"T(\d\d):(\d\d)")
# Hours of the day as different outlets tell them ("shortly before six", "5:41") lie within this many minutes.
NEAR_MINUTES = 20


def figures_differ(left: Statement, right: Statement) -> bool:
    """Both count the same thing, and no figure of one agrees with a figure of the other."""
    if left.figure is not None and right.figure is not None:
        return not agree(left.figure, right.figure)
    pairs = [
        (a, b)
        for a, b in product(left.figures, right.figures)
        if same_slot(a, b) or (a.unit == b.unit and a.unit not in COUNTS) or (a.state and a.state == b.state)
    ]
    return bool(pairs) and not any(agree(a, b) for a, b in pairs)


def agree(left: Figure, right: Figure) -> bool:
    """Whether two figures agree; "640 jobs" and "640 people" are counts both, whatever is counted."""
    if {left.unit, right.unit} == {"", "people"}:
        left, right = replace(left, unit=""), replace(right, unit="")
    return relate(left, right)[0] == "agree"


def polarity_differs(left: Statement, right: Statement) -> bool:
    """One affirms what the other negates, denies or says the opposite of, or has no comment on; words around a figure may."""
    if _silent(left) != _silent(right):
        return True
    if left.figure is not None:
        return (left.modality == "denied") != (right.modality == "denied")
    return (negative(left) != negative(right)) != opposite(left, right)


def _silent(one: Statement) -> bool:
    """Whether a statement tells what somebody does not comment on."""
    return one.attribution is not None and one.attribution.side == "no comment"


def tense_differs(left: Statement, right: Statement) -> bool:
    """One tells as planned what the other tells as done: an update, not the same claim."""
    return {left.modality, right.modality} == {"planned", "happened"} and same_predicate(left, right)


def untold_roles(vetoes: tuple[str, ...]) -> frozenset[str]:
    """The roles in which statements differ by these vetoes; the rest of their words says whether they are of one event."""
    return frozenset(role for veto in vetoes for role in ROLES.get(veto, ()))


def times_differ(left: Statement, right: Statement) -> bool:
    """Both tell when, equally finely, and the times have nothing in common."""
    return left.time is not None and right.time is not None and apart(left.time, right.time)


def apart(left: TimeRef, right: TimeRef) -> bool:
    """Whether two times of one granularity exclude one another; hours of one day do when they are not near."""
    if left.granularity != right.granularity or not (left.earliest and left.latest and right.earliest and right.latest):
        return False
    if left.granularity in ("minute", "hour"):
        clocks = [CLOCK.search(time.value) for time in (left, right)]
        minutes = [int(clock[1]) * 60 + int(clock[2]) for clock in clocks if clock]
        return len(minutes) == 2 and abs(minutes[0] - minutes[1]) > NEAR_MINUTES
    return left.latest < right.earliest or right.latest < left.earliest


def actors_differ(left: Statement, right: Statement) -> bool:
    """Two named actors do one thing."""
    pairs = fillers(left, right, "subject")
    if not same_predicate(left, right):
        return False
    if _swapped(left, right):
        return left.predicate not in MUTUAL
    return any(a.entity and b.entity and _strange(a, b, left, right) for a, b in pairs)


def _swapped(left: Statement, right: Statement) -> bool:
    """Whether who does it in one has it done to them in the other ("Rovers beat Albion", "Albion beat Rovers")."""
    (doer, done), (other, undone) = ([_terms(one, role) for role in ("subject", "object")] for one in (left, right))
    return bool(doer & undone and done & other) and not (doer & other or done & undone)


def _terms(one: Statement, role: str) -> set[str]:
    return {term for slot in one.slots if slot.role == role for term in slot.terms if not term.isdigit()}


def people_differ(left: Statement, right: Statement) -> bool:
    """Two persons fill one role beside the same verb."""
    roles = sorted({slot.role for slot in left.slots} - {"subject"})
    pairs = (pair for role in roles for pair in fillers(left, right, role))
    if not same_predicate(left, right) or _swapped(left, right):
        return False
    return any(a.kind == b.kind == "person" and _strange(a, b, left, right) for a, b in pairs)


def places_differ(left: Statement, right: Statement) -> bool:
    """Two places, two numbered parts or two directions stand behind one preposition."""
    roles = sorted({slot.role for slot in left.slots} - {"subject", "object"})
    return any(differ(a, b, left, right) for role in roles for a, b in fillers(left, right, role))


def differ(a: Slot, b: Slot, one: Statement, other: Statement) -> bool:
    """Whether two fillers of one role name two places, two numbered things of a kind, or two directions."""
    if a.kind == b.kind == "place" and _strange(a, b, one, other):
        return True
    left, right = set(a.terms), set(b.terms)
    numbers = [{term for term in terms if term.isdigit()} for terms in (left, right)]
    if all(len(found) == 1 for found in numbers) and numbers[0] != numbers[1] and (left - numbers[0]) & (right - numbers[1]):
        return True
    ways = left & DIRECTIONS, right & DIRECTIONS
    return bool(ways[0] and ways[1]) and not ways[0] & ways[1] and bool((left - ways[0]) & (right - ways[1]))


def fillers(left: Statement, right: Statement, role: str) -> list[tuple[Slot, Slot]]:
    """The pairs of fillers of one role."""
    return [(a, b) for a, b in product(left.slots, right.slots) if a.role == b.role == role]


def _strange(a: Slot, b: Slot, one: Statement, other: Statement) -> bool:
    """Whether two named fillers have neither entity nor word of a name in common ("the mayor of Oslo", "the mayor of Bergen")."""
    return a.entity != b.entity and not set(a.terms) & set(one.names) & set(b.terms) & set(other.names)


# The roles that a veto is about; "" stands for all prepositions.
ROLES = {"actors_differ": ("subject",), "people_differ": ("object", ""), "places_differ": ("",)}
VETOES: tuple[Callable[[Statement, Statement], bool], ...] = (
    figures_differ,
    polarity_differs,
    tense_differs,
    times_differ,
    actors_differ,
    people_differ,
    places_differ,
)


def vetoed(left: Statement, right: Statement) -> tuple[str, ...]:
    """The names of all that keeps two statements from being one claim."""
    return tuple(veto.__name__ for veto in VETOES if veto(left, right))

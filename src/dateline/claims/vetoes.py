"""Vetoes: what keeps two statements alike in words from being one claim. Each names what differs; the list is in `VETOES`."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import product

from dateline.data import lines
from dateline.figures import relate, same_slot
from dateline.predicates import negative, opposite, same_predicate
from dateline.types import Figure, Slot, Statement, TimeRef
from dateline.words import normal_form

# Units of which a clause may tell two that have nothing to do with one another; a share or a volume it seldom does.
COUNTS = ("", "people", "year", "day", "hour")
# What two do to one another, whichever is told first.
MUTUAL = frozenset(lines("mutual_verbs.txt"))
DIRECTIONS = frozenset(lines("directions.txt"))
WHERE = frozenset(lines("where.txt"))
# Kinds of names and nouns for places, and for bodies.
SORTS = (
    ("place", frozenset(map(normal_form, lines("land_nouns.txt")))),
    ("body", frozenset(normal_form(noun) for table in ("body_nouns", "institutions", "firms") for noun in lines(f"{table}.txt"))),
)
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
        if same_slot(a, b)
        or (a.unit == b.unit and a.unit not in COUNTS)
        or (a.state and a.state == b.state)
        or _of_one_kind(a, b)
    ]
    return bool(pairs) and not any(agree(a, b) for a, b in pairs)


def _of_one_kind(left: Figure, right: Figure) -> bool:
    """Whether two figures count things of one kind in one state, wherever ("12 barns in Mill Lane", "30 in Kiln Row")."""
    return bool(left.what) and (left.what, left.unit, left.state) == (right.what, right.unit, right.state)


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
    """One tells as planned what the other tells as done, by one verb or of one day: an update, not the same claim."""
    if {left.modality, right.modality} != {"planned", "happened"}:
        return False
    plan, deed = (left, right) if left.modality == "planned" else (right, left)
    return same_predicate(left, right) or (_past(deed.time) and _one_day(plan.time, deed.time))


def _past(time: TimeRef | None) -> bool:
    """Whether a time was over when it was told ("takes office on Friday" and "expects her today" tell of what is to come)."""
    if time is None or not time.anchor or not time.earliest:
        return False
    day, told = time.earliest[:10], time.anchor[-10:]
    return day < told or (day == told and time.granularity in ("minute", "hour"))


def _one_day(left: TimeRef | None, right: TimeRef | None) -> bool:
    """Whether two times are of one day."""
    days = [time.earliest[:10] for time in (left, right) if time is not None and time.earliest]
    return len(days) == 2 and days[0] == days[1]


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
    return any(a.entity and b.entity and _of_one_sort(a, b) and _strange(a, b, left, right) for a, b in pairs)


def _of_one_sort(a: Slot, b: Slot) -> bool:
    """Whether both name a person, or neither does: a state or firm acts through those who speak for it."""
    return (a.kind == "person") == (b.kind == "person")


def _swapped(left: Statement, right: Statement) -> bool:
    """Whether who does it in one has it done to them in the other ("Rovers beat Albion", "Albion beat Rovers")."""
    (doer, done), (other, undone) = ([_terms(one, role) for role in ("subject", "object")] for one in (left, right))
    return bool(doer & undone and done & other) and not (doer & other or done & undone)


def _terms(one: Statement, role: str) -> set[str]:
    return {term for slot in one.slots if slot.role == role for term in slot.terms if not term.isdigit()}


def people_differ(left: Statement, right: Statement) -> bool:
    """Two persons fill one role beside the same verb, or a share of the votes is told of each."""
    if _is_share_of_votes(left) and _is_share_of_votes(right) and _two_bearers(left, right):
        return True
    roles = sorted({slot.role for slot in left.slots} - {"subject"})
    pairs = (pair for role in roles for pair in fillers(left, right, role))
    if not same_predicate(left, right) or _swapped(left, right):
        return False
    return any(a.kind == b.kind == "person" and _strange(a, b, left, right) for a, b in pairs)


def _is_share_of_votes(one: Statement) -> bool:
    return one.figure is not None and one.figure.state == "voted" and one.figure.unit == "percent"


def _two_bearers(left: Statement, right: Statement) -> bool:
    """Whether both name persons, in whatever roles, and none of them in common."""
    named = [[slot for slot in one.slots if slot.entity and slot.kind == "person"] for one in (left, right)]
    return all(named) and all(_strange(a, b, left, right) for a, b in product(*named))


def places_differ(left: Statement, right: Statement) -> bool:
    """Two places, numbered parts or directions fill one role, or a place and a body; or each is told of a place of its own."""
    roles = sorted({slot.role for slot in left.slots} - {"subject", "object"})
    if any(differ(a, b, left, right) for role in roles for a, b in fillers(left, right, role)):
        return True
    if _elsewhere(left, right):
        return True
    return same_predicate(left, right) and any(_place_and_body(a, b) for a, b in fillers(left, right, "object"))


def _elsewhere(left: Statement, right: Statement) -> bool:
    """Whether both say where, each in a place of its own, however they say it ("found 19 victims in Bremen", "in London")."""
    located = [
        [slot for slot in one.slots if slot.kind == "place" and (slot.role in WHERE or WHERE & set(slot.terms))]
        for one in (left, right)
    ]
    return all(located) and all(_strange(a, b, left, right) for a, b in product(*located))


def _place_and_body(a: Slot, b: Slot) -> bool:
    """Whether what one thing is done to is a place and a body ("left the company", "left the country")."""
    return {_sort(a), _sort(b)} == {"place", "body"}


def _sort(slot: Slot) -> str:
    """Whether a filler is a "place" or a "body", by its name or its nouns; "" where it is neither or may be both."""
    sorts = [sort for sort, nouns in SORTS if sort == slot.kind or not nouns.isdisjoint(slot.terms)]
    return sorts[0] if len(sorts) == 1 else ""


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

"""What two statements share by chance: words that say of whom or when they tell, and not what they tell."""

from collections.abc import Mapping

from dateline.claims.terms import NAMED
from dateline.claims.wordings import Profile
from dateline.data import lines, table
from dateline.types import Statement

# Two clauses that share a verb which says next to nothing share nothing by it.
EMPTY = frozenset(lines("empty_verbs.txt"))
STATES = table("counts.toml")["states"]
# Up to this many words in common show nothing where the predicates differ.
FEW = 2


def by_chance(left: Profile, right: Profile, weights: Mapping[str, float]) -> bool:
    """Whether two statements of what happened share too little to be of one thing; a figure is not like what happened."""
    a, b = left.statement, right.statement
    if a.figure is not None or b.figure is not None:
        return (a.figure is None) != (b.figure is None)
    if _only_one_counts_harm(left, right):
        return True
    shared = left.terms & right.terms
    related = (left.verb == right.verb and a.predicate not in EMPTY) or (
        left.negative != right.negative and _tells_of(left, right)
    )
    same_time = _same_time(a, b)
    common = len(shared) + same_time + (left.negative and right.negative)
    if common < (FEW if related else FEW + 1) and left.terms != right.terms:
        return True
    if not related and shared <= _elsewhere(a) | _elsewhere(b):
        return True
    when = same_time and not shared <= _about(a) | _about(b)
    if when or _same_object(a, b, weights):
        return False
    if related:
        return _about(a).isdisjoint(_about(b)) and shared <= {*a.names, *b.names, left.verb, right.verb}
    return shared <= _named(a) | _named(b)


def _only_one_counts_harm(left: Profile, right: Profile) -> bool:
    """Whether one counts those its verb did harm to ("two were killed in the fire") and the other nobody ("a fire broke out").

    A verb that only stands beside such a count ("the fire that killed two broke out") tells of the event.
    """
    if bool(left.states) == bool(right.states) or left.verb == right.verb:
        return False
    harmed = left if left.states else right
    return any(harmed.statement.predicate in STATES[state].split() for state in harmed.states if state in STATES)


def _named(one: Statement) -> frozenset[str]:
    """The words of the phrases that name somebody or something: two clauses on one minister need not say the same."""
    return frozenset(term for slot in one.slots if slot.entity is not None for term in slot.terms)


def _elsewhere(one: Statement) -> frozenset[str]:
    """The words of whom a clause is about where they stand outside it: they say what it is told of, not what it tells."""
    return frozenset(term for slot in one.slots if not one.span.holds(slot.span) for term in slot.terms)


def _about(one: Statement) -> frozenset[str]:
    """The words of whom a clause is about: what one person did on one day need not be one thing."""
    return frozenset(term for slot in one.slots if slot.role == "subject" for term in slot.terms)


def _tells_of(left: Profile, right: Profile) -> bool:
    """Whether one tells of what the other is about, as "a secret annex allows it" of "there is no annex"."""
    return left.verb in right.terms or right.verb in left.terms


def _same_object(left: Statement, right: Statement, weights: Mapping[str, float]) -> bool:
    """Whether a telling name that is no person's stands in both, but not as the subject: being at a place is told variously."""
    a, b = (
        {
            term
            for slot in one.slots
            if slot.entity and slot.kind != "person" and slot.role != "subject"
            for term in slot.terms
            if term in one.names and weights.get(term, 0.0) >= 1.0 + NAMED
        }
        for one in (left, right)
    )
    return not a.isdisjoint(b)


def _same_time(left: Statement, right: Statement) -> bool:
    a, b = left.time, right.time
    return a is not None and b is not None and (a.earliest, a.latest) == (b.earliest, b.latest)

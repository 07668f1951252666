"""Whether two statements that differ in a day, a place or an actor are of one event."""

from dateline.data import lines
from dateline.disagreements.finding import Pair
from dateline.predicates import same_predicate
from dateline.types import Statement

ANOTHER = frozenset({"another", "second", "third", "further", "other"})
# Verbs whose subject, for one object, is one alone: who commands, ordered, or won cannot be two.
EXCLUSIVE = frozenset(lines("exclusive_verbs.txt"))


def one_event(pair: Pair) -> bool:
    """Whether two times are of one event; the same words ("today" in a copy printed a day later) say nothing new."""
    a, b = pair.left.time, pair.right.time
    if a is None or b is None or not same_predicate(pair.left, pair.right):
        return False
    return pair.text(a.span).lower() != pair.text(b.span).lower() and _another(pair.left) == _another(pair.right)


def _another(statement: Statement) -> bool:
    """Whether a statement says that it tells of one more thing of its kind ("a second mill burned down")."""
    return any(not ANOTHER.isdisjoint(slot.terms) for slot in statement.slots)


def one_plan(pair: Pair) -> bool:
    """Whether a plan and a deed are told in this order."""
    plan, event = (pair.left, pair.right) if pair.left.modality == "planned" else (pair.right, pair.left)
    return pair.day(plan) < pair.day(event)


def one_actor(pair: Pair) -> bool:
    """Whether both verbs have one subject."""
    return pair.left.predicate in EXCLUSIVE and pair.right.predicate in EXCLUSIVE


def one_person(pair: Pair) -> bool:
    """Whether the verb is of a role that one person fills."""
    return pair.left.predicate in EXCLUSIVE


def one_place(pair: Pair) -> bool:
    """Whether two places behind one preposition are of one event; what keeps them apart is enough."""
    return bool({slot.role for slot in pair.left.slots} - {"subject", "object"})

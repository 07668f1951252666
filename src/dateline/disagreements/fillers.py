"""One event told with two days, two places, or two actors."""

from dateline.data import lines
from dateline.disagreements.finding import Finding, Pair
from dateline.predicates import same_predicate
from dateline.types import About, Slot, Statement, TimeRef

# Verbs whose subject, for one object, is one alone: who commands, ordered, or won cannot be two.
ANOTHER = frozenset({"another", "second", "third", "further", "other"})
EXCLUSIVE = frozenset(lines("exclusive_verbs.txt"))


def judge_times(pair: Pair) -> Finding | None:
    """Two times of one event; None where the words are the same ("today" in a copy printed a day later says nothing new)."""
    a, b = pair.left.time, pair.right.time
    if a is None or b is None or not same_predicate(pair.left, pair.right):
        return None
    if pair.text(a.span).lower() == pair.text(b.span).lower() or _another(pair.left) != _another(pair.right):
        return None
    plan, event = (pair.left, pair.right) if pair.left.modality == "planned" else (pair.right, pair.left)
    if event.modality == "happened" and plan.modality == "planned" and pair.day(plan) < pair.day(event):
        return pair.found("date", "update", "a plan that became an event", _when(pair, a), _when(pair, b))
    return pair.found("date", "contradiction", "one event at two times", _when(pair, a), _when(pair, b))


def _another(statement: Statement) -> bool:
    """Whether a statement says that it tells of one more thing of its kind ("a second mill burned down")."""
    return any(not ANOTHER.isdisjoint(slot.terms) for slot in statement.slots)


def judge_plan(pair: Pair) -> Finding | None:
    """A plan and what became of it, told by a later page."""
    plan, event = (pair.left, pair.right) if pair.left.modality == "planned" else (pair.right, pair.left)
    if not pair.day(plan) < pair.day(event):
        return None
    values = tuple((pair.text(side.span), side.modality) for side in (pair.left, pair.right))
    return pair.found("date", "update", "a plan that became an event", values[0], values[1])


def judge_actors(pair: Pair) -> Finding | None:
    """Two named subjects of a verb that has one."""
    if pair.left.predicate not in EXCLUSIVE or pair.right.predicate not in EXCLUSIVE:
        return None
    return _filled(pair, "subject", "actor", "two actors of one act")


def judge_people(pair: Pair) -> Finding | None:
    """Two persons in a role that one fills."""
    if pair.left.predicate not in EXCLUSIVE:
        return None
    found = (_filled(pair, role, "name", "two names in one role") for role in _roles(pair.left) if role != "subject")
    return next((one for one in found if one is not None), None)


def judge_places(pair: Pair) -> Finding | None:
    """Two places, numbered parts or directions behind one preposition of one event."""
    roles = (role for role in _roles(pair.left) if role not in ("subject", "object"))
    found = (_filled(pair, role, "place", "one event at two places") for role in roles)
    return next((one for one in found if one is not None), None)


def _filled(pair: Pair, role: str, about: About, reason: str) -> Finding | None:
    """The finding for the first two fillers of a role that have no word in common but their kind."""
    for a in pair.left.slots:
        for b in pair.right.slots:
            if a.role == b.role == role and a.terms != b.terms and (a.entity != b.entity or a.entity is None):
                chosen: About = "name" if a.kind == b.kind == "person" else about
                return pair.found(chosen, "contradiction", reason, _who(pair, a), _who(pair, b))
    return None


def _roles(statement: Statement) -> list[str]:
    return sorted({slot.role for slot in statement.slots})


def _when(pair: Pair, time: TimeRef) -> tuple[str, str]:
    days = time.earliest or time.value
    return pair.text(time.span), days if time.earliest == time.latest or not time.latest else f"{days} to {time.latest}"


def _who(pair: Pair, slot: Slot) -> tuple[str, str]:
    return pair.text(slot.span), " ".join(slot.terms)

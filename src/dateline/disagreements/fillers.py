"""Whether two statements that differ in a day, a place or an actor are of one event."""

from itertools import product

from dateline.data import lines
from dateline.disagreements.finding import Pair
from dateline.disagreements.readings import SMALL
from dateline.predicates import same_predicate
from dateline.types import Slot, Statement
from dateline.words import normal_form

ANOTHER = frozenset({"another", "second", "third", "further", "other"})
PREPOSITIONS = frozenset(lines("prepositions.txt"))
IDLE = frozenset(lines("function_words.txt"))
# Verbs whose subject, for one object, is one alone: who commands, ordered, or won cannot be two.
EXCLUSIVE = frozenset(lines("exclusive_verbs.txt"))


def one_event(pair: Pair) -> bool:
    """Whether two times are of one event; the same words ("today" in a copy printed a day later) say nothing new."""
    a, b = pair.left.time, pair.right.time
    if a is None or b is None or not same_predicate(pair.left, pair.right):
        return False
    if pair.text(a.span).lower() == pair.text(b.span).lower() or _another(pair.left) != _another(pair.right):
        return False
    ones, others = (_told_of(one) for one in (pair.left, pair.right))
    return not ones.isdisjoint(others)


def _told_of(statement: Statement) -> set[str]:
    """The words for what an event is told of, beside its verb."""
    forms = {term for slot in statement.slots for term in slot.terms} | set(map(normal_form, statement.lemmas))
    return forms - {normal_form(statement.predicate)}


def _another(statement: Statement) -> bool:
    """Whether a statement says that it tells of one more thing of its kind ("a second mill burned down")."""
    return any(not ANOTHER.isdisjoint(slot.terms) for slot in statement.slots)


def two_things(pair: Pair) -> bool:
    """Whether one role is filled by two things of a kind, each by a word of its own ("the key rate", "mortgage rates")."""
    both = ((a, b) for a, b in product(pair.left.slots, pair.right.slots) if a.role == b.role in ("subject", "object"))
    kinds = ((_kind(pair, a), _kind(pair, b)) for a, b in both)
    return any(a and b and a[-1] == b[-1] and a[:-1] and b[:-1] and set(a).isdisjoint(b[:-1]) for a, b in kinds)


def _kind(pair: Pair, slot: Slot) -> list[str]:
    """The plain words of a filler up to its head, the thing it is; those behind a preposition say which one is meant."""
    words = pair.text(slot.span).split()
    first = next((at for at, word in enumerate(words) if at and word.lower() in PREPOSITIONS), len(words))
    told = [
        plain for word in words[:first] if word.isalpha() and word.islower() and (plain := normal_form(word.removesuffix("s")))
    ]
    return [word for word in told if word not in IDLE and word not in SMALL]


def one_plan(pair: Pair) -> bool:
    """Whether a plan and a deed are told in this order; a page without a day came out no earlier than the deed."""
    plan, event = (pair.left, pair.right) if pair.left.modality == "planned" else (pair.right, pair.left)
    done = pair.day(event) or ((event.time.latest or "") if event.time is not None else "")
    return pair.day(plan) < done


def one_actor(pair: Pair) -> bool:
    """Whether both verbs have one subject."""
    return pair.left.predicate in EXCLUSIVE and pair.right.predicate in EXCLUSIVE


def one_person(pair: Pair) -> bool:
    """Whether the verb is of a role that one person fills."""
    return pair.left.predicate in EXCLUSIVE


def one_place(pair: Pair) -> bool:
    """Whether two places behind one preposition are of one event; what keeps them apart is enough."""
    roles = [{slot.role for slot in one.slots} - {"subject", "object"} for one in (pair.left, pair.right)]
    return not roles[0].isdisjoint(roles[1])

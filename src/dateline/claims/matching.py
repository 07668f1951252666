"""How alike two statements are in words and figures."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.claims.terms import NAMED, terms
from dateline.claims.vetoes import agree
from dateline.data import lines, table
from dateline.figures import kind_of, same_slot
from dateline.predicates import negative, same_predicate
from dateline.types import Figure, Statement
from dateline.words import normal_form

# Likeness is compared as an integer, so that the last bits of a sum cannot change a record.
SCALE = 1_000_000

# Two clauses that share a verb which says next to nothing share nothing by it.
EMPTY = frozenset(lines("empty_verbs.txt"))
STATES = table("counts.toml")["states"]
# Up to this many words in common show nothing where the predicates differ.
FEW = 2

# Weights, swept on the sample coverage (docs/evaluation.md).
CONTAINMENT = 0.5  # share of the shorter statement against share of both
PREDICATE = 0.05
NAME = 0.1
TIME = 0.1
FIGURE = 0.1
UNTOLD = 2.0  # weight added to the shorter statement, so that two words in common are not enough
SLOT = 0.5  # of a figure: what it counts
TELLING = 0.35  # of a figure: how unlikely two figures are the same by chance
CONTEXT = 0.4  # of a figure: the words around it


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a statement is compared: its terms and their total weight."""

    statement: Statement
    terms: frozenset[str]
    weight: float


def profile(statement: Statement, weights: Mapping[str, float]) -> Profile:
    """The comparable side of a statement."""
    found = terms(statement.lemmas)
    return Profile(statement, found, sum(weights[term] for term in sorted(found)))


def trimmed(one: Profile, other: Profile, roles: frozenset[str], weights: Mapping[str, float]) -> Profile:
    """The profile without what fills the given roles in this statement alone ("" stands for every preposition)."""
    own = {
        term
        for slot in one.statement.slots
        if slot.role in roles or ("" in roles and slot.role not in ("subject", "object"))
        for term in slot.terms
    }
    kept = one.terms - (own - other.terms)
    return Profile(one.statement, kept, sum(weights[term] for term in sorted(kept)))


def likeness(left: Profile, right: Profile, weights: Mapping[str, float]) -> int:
    """How alike two statements are, 0 to `SCALE`; a statement of a figure is like no statement of what happened."""
    a, b = left.statement.figure, right.statement.figure
    if (a is None) != (b is None):
        return 0
    shared = sum(weights[term] for term in sorted(left.terms & right.terms))
    alike = _clauses_alike(left, right, shared, weights) if a is None or b is None else _figures_alike(a, b, left, right, weights)
    return min(SCALE, round(SCALE * alike))


def _only_one_counts_harm(left: Statement, right: Statement) -> bool:
    """Whether one counts those its verb did harm to ("two were killed in the fire") and the other nobody ("a fire broke out").

    A verb that only stands beside such a count ("the fire that killed two broke out") tells of the event.
    """
    states = [{figure.state for figure in one.figures if figure.state} for one in (left, right)]
    if bool(states[0]) == bool(states[1]) or same_predicate(left, right):
        return False
    harmed = left if states[0] else right
    return any(harmed.predicate in STATES[state].split() for state in states[0] | states[1] if state in STATES)


def _clauses_alike(left: Profile, right: Profile, shared: float, weights: Mapping[str, float]) -> float:
    """The shared weight as a share of the shorter statement and of both together."""
    shorter = min(left.weight, right.weight)
    if not shorter or _only_one_counts_harm(left.statement, right.statement):
        return 0.0
    union = shared / (left.weight + right.weight - shared)
    same = same_predicate(left.statement, right.statement) and left.statement.predicate not in EMPTY
    exists = negative(left.statement) != negative(right.statement) and _tells_of(left, right)
    related = same or exists
    same_time = _same_time(left.statement, right.statement)
    both_deny = negative(left.statement) and negative(right.statement)
    common = len(left.terms & right.terms) + same_time + both_deny
    if common < (FEW if related else FEW + 1) and left.terms != right.terms:
        return 0.0
    if not related and left.terms & right.terms <= _elsewhere(left) | _elsewhere(right):
        return 0.0
    one_place = _same_object(left.statement, right.statement, weights)
    when = same_time and not left.terms & right.terms <= _about(left) | _about(right)
    if not related and not when and not one_place and left.terms & right.terms <= _named(left) | _named(right):
        return 0.0
    words = CONTAINMENT * shared / (shorter + UNTOLD) + (1 - CONTAINMENT) * union
    told = PREDICATE * same + TIME * same_time + FIGURE * _same_figure(left, right) + NAME * one_place
    return words + told


def _named(one: Profile) -> frozenset[str]:
    """The words of the phrases that name somebody or something: two clauses on one minister need not say the same."""
    return frozenset(term for slot in one.statement.slots if slot.entity is not None for term in slot.terms)


def _elsewhere(one: Profile) -> frozenset[str]:
    """The words of whom a clause is about where they stand outside it: they say what it is told of, not what it tells."""
    span = one.statement.span
    return frozenset(term for slot in one.statement.slots if not span.holds(slot.span) for term in slot.terms)


def _about(one: Profile) -> frozenset[str]:
    """The words of whom a clause is about: what one person did on one day need not be one thing."""
    return frozenset(term for slot in one.statement.slots if slot.role == "subject" for term in slot.terms)


def _tells_of(left: Profile, right: Profile) -> bool:
    """Whether one tells of what the other is about, as "a secret annex allows it" of "there is no annex"."""
    a, b = normal_form(left.statement.predicate), normal_form(right.statement.predicate)
    return a in right.terms or b in left.terms


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


def _same_figure(left: Profile, right: Profile) -> bool:
    pairs = ((a, b) for a in left.statement.figures for b in right.statement.figures)
    return any(kind_of(a) == kind_of(b) and agree(a, b) for a, b in pairs)


def _figures_alike(a: Figure, b: Figure, left: Profile, right: Profile, weights: Mapping[str, float]) -> float:
    """How surely two figures are one quantity: by what they count, how telling the number is, and the words around them."""
    if kind_of(a) != kind_of(b) and {a.unit, b.unit} != {"", "people"}:
        return 0.0
    context = _context(a, b, left, right, weights)
    telling = min(_telling(a), _telling(b)) if agree(a, b) else 0.0
    return SLOT * _slot(a, b) + TELLING * telling + CONTEXT * context


def _context(a: Figure, b: Figure, left: Profile, right: Profile, weights: Mapping[str, float]) -> float:
    """The share of the words around the figures, what they count left out, that the one with fewer has in common."""
    counted = terms([*a.what.split(), *b.what.split(), *(word.rstrip("s") for word in (a.what + " " + b.what).split())])
    around = [one.terms - counted for one in (left, right)]
    shorter = min(sum(weights[term] for term in sorted(found)) for found in around)
    return sum(weights[term] for term in sorted(around[0] & around[1])) / shorter if shorter else 0.0


def _slot(a: Figure, b: Figure) -> float:
    """How much of what two figures count agrees: all of it, the state or the noun, nothing told, nothing."""
    heads = [normal_form(figure.what.rsplit(" ", 1)[-1]) if figure.what else "" for figure in (a, b)]
    if same_slot(a, b) and (a.state or heads[0].rstrip("s") == heads[1].rstrip("s")):
        return 1.0
    if (a.state and a.state == b.state) or (heads[0] and heads[0].rstrip("s") == heads[1].rstrip("s")):
        return 0.7
    people = {a.unit, b.unit} <= {"", "people"} and "people" in (a.unit, b.unit)
    return 0.3 if "" in heads or people else 0.0


def _telling(figure: Figure) -> float:
    """How unlikely it is that a figure is met by chance: 0.2 for one digit, 0.5 for two, 1 for three or more or a fraction."""
    digits = len(f"{figure.high:.6f}".rstrip("0").rstrip(".").replace(".", "").rstrip("0"))
    return (0.2, 0.2, 0.5, 1.0)[min(digits, 3)] if figure.high < 1000 else 1.0

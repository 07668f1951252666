"""Whether two statements say the same: a list of vetoes, a list of weighted features, each able to say its reason."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dateline.claims.terms import terms
from dateline.figures import comparable, relate
from dateline.types import Statement

# Similarities are compared as integers, so that the last bits of a sum cannot change a record.
SCALE = 1_000_000


@dataclass(frozen=True, slots=True)
class Profile:
    """What of a statement is compared: its terms, their total weight, its names and the day it tells."""

    statement: Statement
    terms: frozenset[str]
    weight: float
    days: tuple[str, str] | None


def profile(statement: Statement, weights: Mapping[str, float]) -> Profile:
    """The comparable side of a statement; a day counts only where the text tells one exactly."""
    time = statement.time
    found = terms(statement.lemmas)
    exact = time is not None and time.granularity in ("minute", "hour", "day") and time.earliest and time.latest
    days = (time.earliest, time.latest) if exact and time is not None and time.earliest and time.latest else None
    return Profile(statement, found, sum(weights[term] for term in sorted(found)), days)


def polarity_differs(left: Profile, right: Profile) -> bool:
    """One affirms what the other negates or denies."""
    a, b = left.statement, right.statement
    return a.polarity != b.polarity or (a.modality == "denied") != (b.modality == "denied")


def tense_differs(left: Profile, right: Profile) -> bool:
    """One tells a plan, the other what happened: an update, not the same claim."""
    return {left.statement.modality, right.statement.modality} == {"planned", "happened"}


def figures_differ(left: Profile, right: Profile) -> bool:
    """Both count the same thing, and no figure of one agrees with a figure of the other."""
    pairs = [(a, b) for a in left.statement.figures for b in right.statement.figures if comparable(a, b)]
    return bool(pairs) and not any(relate(a, b)[0] == "agree" for a, b in pairs)


def figures_missing(left: Profile, right: Profile) -> bool:
    """Both tell figures, and none of them counts the same thing."""
    a, b = left.statement.figures, right.statement.figures
    return bool(a) and bool(b) and not any(comparable(x, y) for x in a for y in b)


def days_differ(left: Profile, right: Profile) -> bool:
    """Both tell a day, and the days have nothing in common."""
    if left.days is None or right.days is None:
        return False
    return left.days[1] < right.days[0] or right.days[1] < left.days[0]


VETOES: tuple[Callable[[Profile, Profile], bool], ...] = (
    polarity_differs,
    tense_differs,
    figures_differ,
    figures_missing,
    days_differ,
)


def vetoed(left: Profile, right: Profile) -> str | None:
    """The name of the first veto that keeps two statements from being one claim, or None."""
    return next((veto.__name__ for veto in VETOES if veto(left, right)), None)


def similarity(left: Profile, right: Profile, weights: Mapping[str, float]) -> int:
    """How alike two statements are, 0 to `SCALE`: the shared weight over the shorter and over both, plus what figures add."""
    shared = sum(weights[term] for term in sorted(left.terms & right.terms))
    shorter = min(left.weight, right.weight)
    if not shorter:
        return 0
    containment = shared / shorter
    union = shared / (left.weight + right.weight - shared)
    bonus = FIGURE_BONUS if _same_figure(left, right) else 0.0
    bonus += PREDICATE_BONUS if left.statement.predicate == right.statement.predicate else 0.0
    return min(SCALE, round(SCALE * (CONTAINMENT * containment + (1 - CONTAINMENT) * union + bonus)))


# Chosen on the sample coverage by a sweep in steps of .05; see docs/evaluation.md.
CONTAINMENT = 0.5
FIGURE_BONUS = 0.25
PREDICATE_BONUS = 0.05


def _same_figure(left: Profile, right: Profile) -> bool:
    return any(
        comparable(a, b) and relate(a, b)[0] == "agree" for a in left.statement.figures for b in right.statement.figures
    )

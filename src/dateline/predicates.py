"""What statements assert: by which verb, as so or as not so, and whether somebody vouches for it."""

from dateline.data import lines
from dateline.types import Attribution, Statement
from dateline.words import normal_form

OPPOSITES = frozenset(frozenset(map(normal_form, pair.split())) for pair in lines("opposites.txt"))


def same_predicate(left: Statement, right: Statement) -> bool:
    """Whether two statements have one verb, or two of one family."""
    return normal_form(left.predicate) == normal_form(right.predicate)


def negative(statement: Statement) -> bool:
    """Whether a statement says that something is not so; the denial of a negation affirms."""
    return (statement.polarity == "negated") != (statement.modality == "denied")


def opposite(left: Statement, right: Statement) -> bool:
    """Whether the verbs of two statements say opposite things ("approved", "rejected")."""
    return frozenset({normal_form(left.predicate), normal_form(right.predicate)}) in OPPOSITES


def vouches(attribution: Attribution) -> bool:
    """Whether a source is named that says so; who only thinks, hopes, asks or judges vouches for nothing, the narrator does."""
    return attribution.speaker is not None and attribution.polarity not in ("thought", "asked") and not attribution.judges

"""What two statements assert: whether by one verb, and whether as so or as not so."""

from dateline.types import Statement
from dateline.words import normal_form


def same_predicate(left: Statement, right: Statement) -> bool:
    """Whether two statements have one verb, or two of one family."""
    return normal_form(left.predicate) == normal_form(right.predicate)


def negative(statement: Statement) -> bool:
    """Whether a statement says that something is not so; the denial of a negation affirms."""
    return (statement.polarity == "negated") != (statement.modality == "denied")

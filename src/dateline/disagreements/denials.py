"""Whether two statements of which one negates are of one thing."""

import re

from dateline.disagreements.finding import Pair
from dateline.predicates import negative, same_predicate
from dateline.types import Statement
from dateline.words import normal_form

FORBIDS = re.compile(r"(?:never|don['’]t|do not) ", re.IGNORECASE)


def one_assertion(pair: Pair) -> bool:
    """Whether one denies what the other asserts: nobody denies what may be or is to come, or what he says shall not be done."""
    if "possible" in {pair.left.modality, pair.right.modality}:
        return False
    if any(_is_no_denial(pair, one, other) for one, other in ((pair.left, pair.right), (pair.right, pair.left))):
        return False
    return _one_act(pair.left, pair.right)


def _is_no_denial(pair: Pair, one: Statement, other: Statement) -> bool:
    """Whether one says what shall not be done ("never give out your number"), or foretold what did not come."""
    if not negative(one) or one.modality == "denied":
        return False
    return FORBIDS.match(pair.text(one.span)) is not None or (one.modality == "planned" and other.modality == "happened")


def _one_act(left: Statement, right: Statement) -> bool:
    """Whether both speak of one act of one subject, or one denies that a thing exists which the other tells of."""
    against, other = (left, right) if negative(left) else (right, left)
    if normal_form(against.predicate) in _fillers(against) & _fillers(other):
        return True
    subjects = [{term for slot in one.slots if slot.role == "subject" for term in slot.terms} for one in (left, right)]
    return same_predicate(left, right) and (not all(subjects) or bool(subjects[0] & subjects[1]))


def _fillers(one: Statement) -> set[str]:
    """The words that fill the roles of a statement; what is said not to exist fills one, what is not done does not."""
    return {term for slot in one.slots for term in slot.terms}

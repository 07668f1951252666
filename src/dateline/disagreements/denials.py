"""Whether two statements of which one negates are of one thing."""

from dateline.disagreements.finding import Pair
from dateline.predicates import negative, same_predicate
from dateline.types import Statement
from dateline.words import normal_form


def one_assertion(pair: Pair) -> bool:
    """Whether one denies what the other asserts: nobody denies what may be or is to come."""
    if "possible" in {pair.left.modality, pair.right.modality}:
        return False
    return _one_act(pair.left, pair.right)


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

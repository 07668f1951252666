"""One side says that something is so, the other that it is not."""

import re

from dateline.data import lines
from dateline.disagreements.finding import Finding, Pair
from dateline.predicates import negative, same_predicate
from dateline.types import Relation, Statement
from dateline.words import normal_form

MOVED = frozenset(lines("change_words.txt"))
WORD = re.compile(r"\w+")


def judge_polarity(pair: Pair) -> Finding | None:
    """A denial where somebody is said to deny, else a contradiction; None where they may speak of two things.

    A later report whose words tell of a change is an update: what was not so has become so.
    """
    if {"possible", "planned"} & {pair.left.modality, pair.right.modality} or not _one_assertion(pair.left, pair.right):
        return None
    against = pair.left if negative(pair.left) else pair.right
    later = pair.right if pair.day(pair.left) <= pair.day(pair.right) else pair.left
    relation: Relation = "contradiction"
    reason = "one side negates what the other asserts"
    if pair.day(pair.left) != pair.day(pair.right) and MOVED & set(WORD.findall(pair.text(later.span).lower())):
        relation, reason = "update", "changed since"
    elif against.modality == "denied" or against.attribution is not None:
        relation, reason = "denial", "denied by the one who is cited"
    return pair.found("negation", relation, reason, _sense(pair, pair.left), _sense(pair, pair.right))


def _one_assertion(left: Statement, right: Statement) -> bool:
    """Whether both speak of one act of one subject, or one denies that a thing exists which the other tells of."""
    against, other = (left, right) if negative(left) else (right, left)
    if normal_form(against.predicate) in {term for slot in other.slots for term in slot.terms}:
        return True
    subjects = [{term for slot in one.slots if slot.role == "subject" for term in slot.terms} for one in (left, right)]
    return same_predicate(left, right) and (not all(subjects) or bool(subjects[0] & subjects[1]))


def _sense(pair: Pair, statement: Statement) -> tuple[str, str]:
    return pair.text(statement.span), "denied" if negative(statement) else "asserted"

"""Whether two figures are of one quantity."""

import re
from dataclasses import replace
from datetime import date

from dateline.data import lines, table
from dateline.disagreements.finding import Pair
from dateline.figures import PART, relate
from dateline.predicates import same_predicate
from dateline.types import Figure, Statement
from dateline.words import normal_form

COUNTS = table("counts.toml")
# Nouns that say no more than that people are counted.
GENERAL = frozenset(word.rstrip("s") for word in str(COUNTS["people"]["general"]).split())
# Verbs of a count: what is said of those counted, or of the count itself.
COUNTING = frozenset(lines("count_verbs.txt")) | {word for forms in COUNTS["states"].values() for word in str(forms).split()}
# The likeness of two figures that count one thing and have no other word in common.
SLOT_ALONE = 500_000
# Units of counts; a measure or a sum of money with one noun beside it is one quantity.
COUNTED = ("", "people", "percent", "year", "month", "day", "hour", "minute")
# What may be one quantity all the same, although the two figures alone do not say how they relate.
UNTOLD = ("no day told",)
MONTH = 31
# A figure behind one of these is what another is measured against, or the whole of a part ("up from 49.7 percent").
BASELINE = re.compile(r"\b(?:from|than|against|compared with|compared to|versus|out of|after|until|instead of)\s+(?:the\s+)?$")
# A figure before one of these is a difference or a part, not a count ("6,260 more than", "two hours late").
DIFFERENCE = re.compile(
    r"^\s*(?:[a-z]+\s+)?(?:more|fewer|less|ahead|behind|higher|lower|extra|later|earlier|apart|of the|of them)\b"
)
WORD = re.compile(r"\w+")


def one_quantity(pair: Pair) -> bool:
    """Whether two figures are of one quantity; not where they may well count different things."""
    left, right = pair.left.figure, pair.right.figure
    if left is None or right is None or _aside(left, pair) or _aside(right, pair):
        return False
    if not _one_matter(pair, left, right) or long_apart(left, right):
        return False
    relation, reason = relate(*_filled_in(left, right))
    return relation in ("update", "contradiction") or reason in UNTOLD


def _aside(figure: Figure, pair: Pair) -> bool:
    """Whether a figure is only what another is compared with, a difference, or a part."""
    text = pair.articles[figure.span.article].text
    before, after = text[max(0, figure.span.start - 24) : figure.span.start], text[figure.span.end : figure.span.end + 24]
    return PART in figure.scope or bool(BASELINE.search(before)) or bool(DIFFERENCE.match(after))


def long_apart(left: Figure, right: Figure) -> bool:
    """Whether the days that two figures hold for lie further apart than one event is counted: then one is of another event."""
    if left.as_of is None or right.as_of is None:
        return False
    return abs((date.fromisoformat(left.as_of) - date.fromisoformat(right.as_of)).days) > MONTH


def _one_matter(pair: Pair, left: Figure, right: Figure) -> bool:
    """Whether the words around two figures speak of one thing: by their verb, by a state they tell, or by a name of two words."""
    around = pair.likeness > SLOT_ALONE
    if not left.state and not right.state and left.what != right.what:
        return False
    counted = normal_form(left.what.rsplit(" ", 1)[-1]).rstrip("s")
    if same_predicate(pair.left, pair.right) and normal_form(pair.left.predicate) != counted:
        return around or left.unit not in COUNTED
    if left.state and left.state == right.state:
        return {pair.left.predicate, pair.right.predicate} <= COUNTING
    if left.unit not in COUNTED and left.what == right.what:
        return True
    names = [figure.what.split() for figure in (left, right)]
    return (
        (around or left.scope == right.scope != ())
        and min(map(len, names)) > 1
        and names[0][-1] == names[1][-1]
        and names[0][-1].rstrip("s") not in GENERAL
    )


def _filled_in(left: Figure, right: Figure) -> tuple[Figure, Figure]:
    """The figures with state and scope, where one side alone tells them, taken over for one noun that is not just "people"."""
    heads = [normal_form(figure.what.rsplit(" ", 1)[-1]).rstrip("s") for figure in (left, right)]
    if heads[0] != heads[1] or not heads[0] or heads[0] in GENERAL:
        return left, right
    state, scope = left.state or right.state, left.scope or right.scope
    a = replace(left, state=left.state or state, scope=left.scope or scope)
    return a, replace(right, state=right.state or state, scope=right.scope or scope)


def told_at_once(pair: Pair) -> bool:
    """Whether one article tells both in its own words or on one word: it knows them for two quantities, or for an update."""
    if pair.left.article != pair.right.article:
        return False
    a, b = _counters(pair, pair.left), _counters(pair, pair.right)
    return not (a and b) or bool(a & b)


def _counters(pair: Pair, statement: Statement) -> set[str]:
    """The words that name who counts: the source of the statement, or the counter told beside its figure."""
    counter = None if statement.figure is None else statement.figure.counter
    spans = [counter, None if statement.attribution is None else statement.attribution.source]
    told = " ".join(pair.text(span) for span in spans if span is not None)
    return {normal_form(word) for word in WORD.findall(told)} - {"the", "a", "of", "s", "said", "say"}

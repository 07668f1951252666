"""Two figures for one quantity: an update where the quantity moves, a contradiction where it cannot."""

import re
from dataclasses import replace
from datetime import date

from dateline.data import lines, table
from dateline.disagreements.finding import Finding, Pair
from dateline.figures import PART, relate
from dateline.predicates import same_predicate
from dateline.types import Figure, Relation
from dateline.words import normal_form

COUNTS = table("counts.toml")
# States whose count goes on while the event is reported; what else is counted of an event stands still.
RUNNING = frozenset((*str(COUNTS["rising"]["states"]).split(), "missing", "charged", "released")) - {"voted"}
# What is done to people on a day that is told: the day's count stands, while a toll of the day goes on being counted.
DONE = frozenset({"charged", "arrested", "convicted", "released"})
# Nouns that say no more than that people are counted.
GENERAL = frozenset(word.rstrip("s") for word in str(COUNTS["people"]["general"]).split())
# Verbs of a count: what is said of those counted, or of the count itself.
COUNTING = frozenset(lines("count_verbs.txt")) | {word for forms in COUNTS["states"].values() for word in str(forms).split()}
# The likeness of two figures that count one thing and have no other word in common.
SLOT_ALONE = 500_000
# Units of counts; a measure or a sum of money with one noun beside it is one quantity.
COUNTED = ("", "people", "percent", "year", "month", "day", "hour", "minute")
# Words that say a figure has changed, looked for this many code points around it.
MOVED = frozenset(lines("change_words.txt"))
BESIDE = 80
MONTH = 31
# A figure behind one of these is what another is measured against, or the whole of a part ("up from 49.7 percent").
BASELINE = re.compile(r"\b(?:from|than|against|compared with|compared to|versus|out of|after|until|instead of)\s+(?:the\s+)?$")
# A figure before one of these is a difference or a part, not a count ("6,260 more than", "two hours late").
DIFFERENCE = re.compile(
    r"^\s*(?:[a-z]+\s+)?(?:more|fewer|less|ahead|behind|higher|lower|extra|later|earlier|apart|of the|of them)\b"
)
WORD = re.compile(r"\w+")


def judge_figures(pair: Pair) -> Finding | None:
    """What two figures for one quantity are to one another; None where they may well count different things."""
    left, right = pair.left.figure, pair.right.figure
    if (
        left is None
        or right is None
        or _aside(left, pair)
        or _aside(right, pair)
        or not _one_matter(pair, left, right)
        or _long_apart(left, right)
    ):
        return None
    relation, reason = _relate(pair, *_filled_in(left, right))
    if relation not in ("update", "contradiction") or (relation == "contradiction" and _told_at_once(pair, left, right)):
        return None
    return pair.found("number", relation, reason, _told(left, pair), _told(right, pair))


def _relate(pair: Pair, left: Figure, right: Figure) -> tuple[Relation, str]:
    """The relation of the figures; what stands still has one value on whatever day it is told.

    What a live blog counts moves from entry to entry, on one day too.
    """
    relation, reason = relate(left, right)
    if relation == "update" and not _moves(pair, left, right):
        relation, reason = relate(left, replace(right, as_of=left.as_of))
    if relation == "contradiction" and left.unit in COUNTED and pair.apart():
        return ("update", "moves on") if _moves(pair, left, right) else ("unclear", "counted in two entries")
    return relation, reason


def _aside(figure: Figure, pair: Pair) -> bool:
    """Whether a figure is only what another is compared with, a difference, or a part."""
    text = pair.articles[figure.span.article].text
    before, after = text[max(0, figure.span.start - 24) : figure.span.start], text[figure.span.end : figure.span.end + 24]
    return PART in figure.scope or bool(BASELINE.search(before)) or bool(DIFFERENCE.match(after))


def _long_apart(left: Figure, right: Figure) -> bool:
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


def _moves(pair: Pair, left: Figure, right: Figure) -> bool:
    """Whether the later figure can have replaced the earlier: the count runs on, or the words say that it changed."""
    if {pair.left.modality, pair.right.modality} == {"planned", "happened"}:
        return True
    later = right if pair.day(pair.left) <= pair.day(pair.right) else left
    return _changed(later, pair) or (left.state in RUNNING and not (left.state in DONE and _one_day(pair)))


def _changed(figure: Figure, pair: Pair) -> bool:
    """Whether the words beside a figure say that it is a new value of what was told before."""
    text = pair.articles[figure.span.article].text
    around = text[max(0, figure.span.start - BESIDE) : figure.span.end + BESIDE].lower()
    return bool(MOVED & set(WORD.findall(around)))


def _one_day(pair: Pair) -> bool:
    """Whether both statements put what they count on one and the same day."""
    a, b = pair.left.time, pair.right.time
    return a is not None and b is not None and a.granularity == b.granularity == "day" and a.earliest == b.earliest


def _told_at_once(pair: Pair, left: Figure, right: Figure) -> bool:
    """Whether one article tells both in its own words or on one word: it knows them for two quantities, or for an update."""
    if pair.left.article != pair.right.article:
        return False
    a, b = _counters(pair, left), _counters(pair, right)
    return not (a and b) or bool(a & b)


def _counters(pair: Pair, figure: Figure) -> set[str]:
    """The words that name who counts: the source of the statement, or the counter told beside the figure."""
    statement = pair.left if figure is pair.left.figure else pair.right
    spans = [figure.counter, None if statement.attribution is None else statement.attribution.source]
    told = " ".join(pair.text(span) for span in spans if span is not None)
    return {normal_form(word) for word in WORD.findall(told)} - {"the", "a", "of", "s", "said", "say"}


def _told(figure: Figure, pair: Pair) -> tuple[str, str]:
    bounds = f"{figure.low:,.10g}" if figure.low == figure.high else f"{figure.low:,.10g} to {figure.high:,.10g}"
    hedge = "" if figure.bound == "exact" else f"{figure.bound} "
    return pair.text(figure.span), f"{hedge}{bounds} {figure.unit}".strip()

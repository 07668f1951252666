"""Two counts of one thing: the same told otherwise, moved on, or two counters who do not agree."""

import re
from dataclasses import replace
from itertools import product

from dateline.data import lines, table
from dateline.disagreements.finding import Finding, Pair
from dateline.disagreements.numbers import COUNTED, long_apart
from dateline.disagreements.readings import quantities
from dateline.disagreements.sides import Side, by_day, in_order, sources, words_of
from dateline.figures import PART, base_value, kind_of, relate
from dateline.types import Figure, Relation
from dateline.words import normal_form

COUNTS = table("counts.toml")
RISING = frozenset(str(COUNTS["rising"]["states"]).split()) - {"voted"}
# States whose count goes on while the event is reported; what else is counted of an event stands still.
RUNNING = RISING | {"missing", "charged", "released"}
# What is done to people on a day that is told: the day's count stands, while a toll of the day goes on being counted.
DONE = frozenset({"charged", "arrested", "convicted", "released"})
MOVED = frozenset(lines("change_words.txt"))
RENEWED = re.compile(rf"\b(?:{'|'.join(lines('renewed.txt'))})\b", re.IGNORECASE)
BESIDE = 80  # code points around a figure in which a word says that it has changed
# What a figure is for, up to two words behind it: "40,000 cars a day", "€3 million per week", "12 million crowns annually".
RATE = re.compile(
    r"(?:[ -][a-z]+){0,2} (?:an?|per|each|every) (hour|day|night|week|month|year)\b(?! (?:after|ago|before|earlier|later))"
    r"|(?: [a-z]+){0,2} (hourly|daily|weekly|monthly|annually)\b"
)
WORD = re.compile(r"\w+")
# A hedged figure agrees with one that lies this near to it, and with none that lies further off than `ROUGH`, as shares of the
# greater; chosen on the development half of the claims and the sample coverage.
HEDGED, ROUGH = 0.06, 0.25
# A number without a noun from here on is a sum or a count, whatever unit the other side tells ("half a billion").
LARGE = 1000
# Equal counts up to this may be equal by chance.
FEW = 12
# Figures of one question seldom lie further apart than this many times; 3 and 5 keep true ones apart.
FAR = 8
PARTS = 4  # so many parts of a sum are told at most


def judge_counts(pair: Pair, left: Side, right: Side) -> Finding | None:
    """What two figures of one thing are to one another; None where there is nothing to compare or they agree."""
    ones, others = quantities(left), quantities(right)
    alone = len(ones) == len(others) == 1
    comparable = [both for both in product(ones, others) if _comparable(*both)]
    compared = [
        both for both in comparable if (alone or _one_thing(*both)) and not (_two_things(*both) or _two_rates(pair, *both))
    ]
    if not compared or any(_agree(left, right, *both) for both in comparable) or _sums(left, right):
        return None
    if [left.statement.modality, right.statement.modality].count("possible") == 1:
        return None  # what may come is no count ("300 ships could be diverted", "120 were")
    a, b = max(compared, key=lambda both: (both[0].state == both[1].state != "", _head(both[0]) == _head(both[1]) != ""))
    relation, reason = _differ(pair, left, right, a, b)
    return pair.found("number", relation, reason, told_figure(a, pair), told_figure(b, pair))


def told_figure(figure: Figure, pair: Pair) -> tuple[str, str]:
    """A figure as told and normalised."""
    bounds = f"{figure.low:,.10g}" if figure.low == figure.high else f"{figure.low:,.10g} to {figure.high:,.10g}"
    hedge = "" if figure.bound == "exact" else f"{figure.bound} "
    return pair.text(figure.span), f"{hedge}{bounds} {figure.unit}".strip()


def values_agree(left: Side, right: Side) -> bool:
    """Whether both tell one figure that is not met by chance: then they say one thing, however they put it."""
    every = product(quantities(left), quantities(right))
    return any(_comparable(a, b) and _same(a, b) and (a.unit not in ("", "people") or a.high > FEW) for a, b in every)


def _comparable(a: Figure, b: Figure) -> bool:
    """Whether two figures may measure one thing: by their kind and state, or as large numbers of which one has no noun."""
    if kind_of(a) == kind_of(b) or {a.unit, b.unit} <= {"", "people"}:
        return not a.state or not b.state or a.state == b.state
    return "" in (a.unit, b.unit) and "" in (a.what, b.what) and min(a.high, b.high) >= LARGE


def _two_things(a: Figure, b: Figure) -> bool:
    """Whether unequal figures are of two things: a part and a whole, two events in time, or two orders of magnitude."""
    if PART in {*a.scope, *b.scope} or long_apart(a, b):
        return True
    low, high = sorted((abs(base_value(a)), abs(base_value(b))))
    return kind_of(a) == kind_of(b) and high > FAR * low


def _two_rates(pair: Pair, a: Figure, b: Figure) -> bool:
    """Whether one figure is for each day, week or the like and the other is not ("€3 million a day", "€11 million")."""
    rates = [RATE.match(pair.articles[one.span.article].text[one.span.end :][:BESIDE]) for one in (a, b)]
    each, other = (None if found is None else found[1] or found[2] for found in rates)
    return each != other


def _one_thing(a: Figure, b: Figure) -> bool:
    """Whether two of several figures count one thing: by their noun or state, or as a measure ("4.6 hectares")."""
    named = _head(a) == _head(b) != ""
    return named or a.state == b.state != "" or (a.unit == b.unit and a.unit not in ("", "people"))


def _head(figure: Figure) -> str:
    return normal_form(figure.what.rsplit(" ", 1)[-1]).rstrip("s")


def _agree(left: Side, right: Side, a: Figure, b: Figure) -> bool:
    """Whether two figures agree; "at least nine" of Tuesday's toll is no longer so when 14 are counted on Wednesday."""
    if in_order(left, right) and {a.state, b.state} & RUNNING and "at least" in (a.bound, b.bound):
        return relate(_plain(a, left.day), _plain(b, right.day))[0] == "agree"
    return _same(a, b)


def _plain(figure: Figure, day: str | None = None) -> Figure:
    """The bare value of a figure, of a thing that is known to be the same."""
    return replace(figure, what="thing", state="", scope=(), as_of=day)


def _same(a: Figure, b: Figure) -> bool:
    """Whether two figures are one value: within rounding, a hedge, a bound or a unit, or as a share and the rest."""
    if kind_of(a) != kind_of(b):
        a, b = replace(a, unit=""), replace(b, unit="")
    hedged = "about" in (a.bound, b.bound)
    gap = abs(base_value(a) - base_value(b)) / max(abs(base_value(a)), abs(base_value(b)), 1e-9)
    if relate(_plain(a), _plain(b))[0] == "agree":
        return not hedged or gap <= ROUGH
    rest = a.unit == b.unit == "percent" and abs(a.high + b.high - 100) < 0.5
    return rest or (hedged and gap <= HEDGED)


def _sums(left: Side, right: Side) -> bool:
    """Whether the figures of one side add up to one of the other ("189 passengers and a crew of 23", "212 people")."""
    return _adds_up(left, right) or _adds_up(right, left)


def _adds_up(one: Side, other: Side) -> bool:
    parts = {figure.span: figure for figure in quantities(one, whole=True)}
    if not 1 < len(parts) <= PARTS:
        return False
    low, high = (sum(values) for values in zip(*((figure.low, figure.high) for figure in parts.values()), strict=True))
    total = replace(next(iter(parts.values())), low=low, high=high)
    return any(_comparable(total, figure) and _same(total, figure) for figure in quantities(other))


def _differ(pair: Pair, left: Side, right: Side, a: Figure, b: Figure) -> tuple[Relation, str]:
    """The relation of two unequal figures: whether the later can have taken the place of the earlier."""
    earlier, later = by_day(left, right)
    old, new = (a, b) if earlier is left else (b, a)
    running = _runs_on(pair, a, b)
    if pair.apart() and a.unit in COUNTED:
        return ("update", "moves on") if running or _changed(later, new) else ("unclear", "counted in two entries")
    if not in_order(left, right):
        undated = running and not (left.day and right.day)
        return ("unclear", "no day told") if undated else ("contradiction", "incompatible values")
    if _changed(later, new):
        return "update", "changed since"
    if (earlier.statement.modality, later.statement.modality) == ("planned", "happened"):
        return "update", "a plan that became an event"
    ones, others = _counters(earlier, old), _counters(later, new)
    fell = bool(ones and others) and ones.isdisjoint(others) and new.high < old.high and bool({a.state, b.state} & RISING)
    if running and not fell:
        return "update", "moves on"
    if ones & others:
        return "update", "a later count by the one who counted"
    return "contradiction", "incompatible values"


def _runs_on(pair: Pair, a: Figure, b: Figure) -> bool:
    """Whether what is counted goes on being counted; what was done on one day that both tell does not."""
    one, other = pair.left.time, pair.right.time
    dated = one is not None and other is not None and one.granularity == other.granularity == "day"
    one_day = dated and one is not None and other is not None and one.earliest == other.earliest
    states = {a.state, b.state}
    return bool(states & RUNNING) and not (states & DONE and one_day)


def _changed(side: Side, figure: Figure) -> bool:
    """Whether the words beside a figure say that it is a new value of what was told before."""
    text = side.article.text[max(0, figure.span.start - BESIDE) : figure.span.end + BESIDE].lower()
    return not MOVED.isdisjoint(WORD.findall(text)) or RENEWED.search(text) is not None


def _counters(side: Side, figure: Figure) -> set[str]:
    """The words that name who counts: the source of the statement, or else the counter told beside the figure."""
    return sources(side) or (set() if figure.counter is None else words_of(side, figure.counter))

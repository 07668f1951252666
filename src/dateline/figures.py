"""Whether two figures fill the same slot, and how they relate: pure functions over `Figure`, each answer with its rule.

A contradiction is claimed only where nothing else explains two values: not a unit, rounding, hedge, bound or range, not another
day, scope or state, not a part against a whole, not a toll that is still being counted. Reasons are in `REASONS`.
"""

import math
from dataclasses import dataclass
from functools import cache

from dateline.data import table
from dateline.types import Figure, Relation

REASONS = (
    "equal", "within rounding", "within bound", "within range", "moves on", "revised", "count still open",
    "different units", "different states", "different scopes", "different things", "part of a whole",
    "no day told", "bound too far", "incompatible values",
)  # fmt: skip
PART = "among them"
_NEAR = 2.0  # a bound holds for a count up to this many times it; "at least 20" says nothing of 200
_CLOSE = 1e-9


@dataclass(frozen=True, slots=True)
class _Reading:
    """A figure in the base unit of its kind: its value, the ends it admits, and half a step of the precision it was told with."""

    low: float
    high: float
    step: float


@cache
def _units() -> dict[str, tuple[str, float, float]]:
    """Kind, factor and offset of each canonical unit; the first entry of a name has its factor."""
    found: dict[str, tuple[str, float, float]] = {}
    for entry in table("units.toml")["unit"]:
        found.setdefault(entry["name"], (entry["kind"], float(entry["factor"]), float(entry.get("offset", 0))))
    return found


@cache
def _words(section: str, key: str) -> frozenset[str]:
    return frozenset(str(table("counts.toml")[section][key]).split())


def kind_of(figure: Figure) -> str:
    """What the unit of a figure measures; a unit without an entry is a kind of its own."""
    return _units().get(figure.unit, (figure.unit, 1.0, 0.0))[0]


def same_slot(left: Figure, right: Figure) -> bool:
    """Whether two figures answer the same question: one kind of unit, one state, things and scopes that may be the same.

    Where a state or scope is told on one side only, equal values must vouch for it.
    """
    if kind_of(left) != kind_of(right) or (PART in left.scope) != (PART in right.scope):
        return False
    equal = _equal(left, right)
    if left.state != right.state and not (equal and "" in (left.state, right.state)):
        return False
    if left.scope != right.scope and not (equal and _nested(set(left.scope), set(right.scope))):
        return False
    return _things_meet(left, right)


def relate(left: Figure, right: Figure) -> tuple[Relation, str]:
    """How two figures relate, and the rule that says so; symmetric in its arguments."""
    if kind_of(left) != kind_of(right):
        return "unclear", "different units"
    if left.state != right.state and left.state and right.state:
        return "unclear", "different states"
    if _equal(left, right):
        return "agree", "equal"
    other = _other_slot(left, right)
    if other:
        return "unclear", other
    if left.as_of and right.as_of and left.as_of != right.as_of:
        earlier, later = sorted((left, right), key=lambda figure: figure.as_of or "")
        return _in_time(earlier, later)
    return _at_once(left, right)


def _other_slot(left: Figure, right: Figure) -> str:
    """Why two unequal figures need not speak of the same thing; "" where nothing says so."""
    if PART in left.scope or PART in right.scope:
        return "part of a whole"
    if left.state != right.state:
        return "different states"
    if left.scope != right.scope:
        return "different scopes"
    return "" if _things_meet(left, right) else "different things"


def _in_time(earlier: Figure, later: Figure) -> tuple[Relation, str]:
    """The relation of two unequal figures of different days: the same within rounding, a bound that still holds, or an update."""
    if _rounds(earlier, later, wide=False):
        return "agree", "within rounding"
    a, b = _reading(earlier), _reading(later)
    if later.low < later.high and b.low <= a.low and a.high <= b.high:
        return "agree", "within range"
    if later.bound in ("at least", "at most") and _admits(later, a) and _near(a, b):
        return "agree", "within bound"
    return "update", "moves on" if b.high >= a.high else "revised"


def _at_once(left: Figure, right: Figure) -> tuple[Relation, str]:
    """The relation of two unequal figures of one day, or of days not told."""
    if _rounds(left, right, wide=True):
        return "agree", "within rounding"
    a, b = _reading(left), _reading(right)
    if a.low <= b.high and b.low <= a.high:
        return "agree", "within range"
    if _admits(left, b) or _admits(right, a):
        return (
            ("agree", "within bound") if _near(a, b) or "at most" in (left.bound, right.bound) else ("unclear", "bound too far")
        )
    higher = left if a.low > b.low else right
    if higher.bound == "at least" and higher.state in _words("rising", "states"):
        return "update", "count still open"
    if not _definite(left, right):
        return "unclear", "different things"
    if not (left.as_of and right.as_of) and kind_of(left) not in ("length", "area", "age"):
        return "unclear", "no day told"
    return "contradiction", "incompatible values"


def _near(a: _Reading, b: _Reading) -> bool:
    """Whether two values are near enough for a bound that admits one to mean it."""
    return max(a.high, b.high) <= _NEAR * max(min(a.low, b.low), _CLOSE)


def _definite(left: Figure, right: Figure) -> bool:
    """Whether both certainly count one thing: the same words, or people in a state that is told."""
    if not left.what or not right.what:
        return False
    if left.unit == "people" and is_general(left) and is_general(right):
        return bool(left.state)
    return _modifiers(left) == _modifiers(right) and _head(left) == _head(right)


def _things_meet(left: Figure, right: Figure) -> bool:
    """Whether the things counted may be one: people as such and broad groups of them, or one noun with nested modifiers."""
    if not left.what or not right.what:
        return False
    if left.unit == right.unit == "people" and (left.state or right.state):
        broad = [is_general(figure) or _head(figure) in _broad() for figure in (left, right)]
        if all(broad):
            return True
    return _head(left) == _head(right) and _nested(_modifiers(left), _modifiers(right))


def is_general(figure: Figure) -> bool:
    """Whether the words say no more than that people are counted."""
    return figure.what.rsplit(" ", 1)[-1] in _words("people", "general")


@cache
def _broad() -> frozenset[str]:
    return frozenset(_singular(word) for word in _words("people", "broad"))


def _head(figure: Figure) -> str:
    return _singular(figure.what.rsplit(" ", 1)[-1])


def _modifiers(figure: Figure) -> set[str]:
    """The words before the head noun that do not name the scope."""
    named = {word for name in figure.scope for word in name.split()}
    return {word for word in figure.what.split()[:-1] if word not in named and not (figure.scope and word in ("us", "uk"))}


def _singular(noun: str) -> str:
    """The noun without a plural ending; only for comparing nouns with one another."""
    for ending, other in (
        ("men", "man"),
        ("children", "child"),
        ("people", "person"),
        ("ies", "y"),
        ("sses", "ss"),
        ("ches", "ch"),
        ("xes", "x"),
    ):
        if noun.endswith(ending):
            return noun.removesuffix(ending) + other
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") and len(noun) > 3 else noun


def _nested(left: set[str], right: set[str]) -> bool:
    return left <= right or right <= left


def base_value(figure: Figure) -> float:
    """The higher end of a figure in the base unit of its kind."""
    return _base(figure, figure.high)


def _base(figure: Figure, value: float) -> float:
    """A told value in the base unit of its kind."""
    _, factor, offset = _units().get(figure.unit, ("", 1.0, 0.0))
    return (value + offset) * factor


def _equal(left: Figure, right: Figure) -> bool:
    """Whether both tell the same value, or ends of a range, in the same kind of unit."""
    pairs = ((_base(left, left.low), _base(right, right.low)), (_base(left, left.high), _base(right, right.high)))
    return all(math.isclose(a, b, rel_tol=_CLOSE, abs_tol=_CLOSE) for a, b in pairs)


def _reading(figure: Figure) -> _Reading:
    low, high = sorted((_base(figure, figure.low), _base(figure, figure.high)))
    return _Reading(low, high, _base(figure, _step(figure.high)) - _base(figure, 0.0))


def _step(value: float) -> float:
    """The unit of the last digit told: 100 for 28,500, 0.1 for 3.4, 1 for 30 (a small whole number is told in full)."""
    if value != int(value):
        digits = f"{value:.6f}".rstrip("0")
        return float(10.0 ** -(len(digits) - digits.index(".") - 1))
    return _zeros(value) if abs(value) >= 1000 else 1.0


def _zeros(value: float) -> float:
    """The power of ten of the last digit that is not zero."""
    digits = str(int(abs(value))) if value else "1"
    return float(10 ** (len(digits) - len(digits.rstrip("0"))))


def _hedged_step(figure: Figure) -> float:
    """The step of a hedged value: its zeros are not told, and a last 5 stands for steps of five ("about 150" goes by fifties)."""
    value = figure.high
    if value != int(value):
        return _step(value)
    unit = _zeros(value)
    return unit * 5 if int(abs(value) / unit) % 10 == 5 else unit


def _rounds(left: Figure, right: Figure, *, wide: bool) -> bool:
    """Whether one value is the other told less precisely; `wide` lets a hedge, or a change of unit, count its zeros as untold."""
    if left.low < left.high or right.low < right.high or {left.bound, right.bound} & {"at least", "at most"}:
        return False
    a, b = _reading(left), _reading(right)
    gap = abs(a.low - b.low)
    loose = "about" in (left.bound, right.bound) or left.unit != right.unit
    if not loose:
        return gap < max(a.step, b.step) / 2
    steps = [_loose_step(figure, wide=wide) for figure in (left, right) if figure.bound == "about" or left.unit != right.unit]
    return gap <= max(*steps, a.step, b.step) / 2 * (1 + _CLOSE)


def _loose_step(figure: Figure, *, wide: bool) -> float:
    step = _hedged_step(figure) if wide else _zeros(figure.high)
    return _base(figure, step) - _base(figure, 0.0)


def _admits(bound: Figure, value: _Reading) -> bool:
    """Whether a figure that is a bound leaves room for the value."""
    own = _reading(bound)
    if bound.bound == "at least":
        return value.high >= own.low
    return bound.bound == "at most" and value.low <= own.high

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.figures import REASONS, relate, same_slot
from dateline.types import Bound, Figure, Span

DAY, NEXT = "2031-05-14", "2031-05-15"
BOUNDS: tuple[Bound, ...] = ("exact", "at least", "at most", "about")


def told(value: float, bound: Bound = "exact", *, day: str | None = DAY, high: float | None = None) -> Figure:
    return Figure(Span("a", 0, 1), value, value if high is None else high, bound, "people", "people", "killed", (), day, None)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (told(12), told(12), ("agree", "equal")),
        (told(28_500, "about"), told(28_500), ("agree", "equal")),
        (told(28_500), told(28_532), ("agree", "within rounding")),
        (told(700_000, "about"), told(693_665), ("agree", "within rounding")),
        (told(20, "at least"), told(23), ("agree", "within bound")),
        (told(40, "at most"), told(31), ("agree", "within bound")),
        (told(20, high=30), told(25), ("agree", "within range")),
        (told(20, "at least"), told(200), ("unclear", "bound too far")),
        (told(12), told(15, day=NEXT), ("update", "moves on")),
        (told(15), told(12, day=NEXT), ("update", "revised")),
        (told(4), told(6, "at least"), ("update", "count still open")),
        (told(4), told(6), ("contradiction", "incompatible values")),
        (told(0), told(2), ("contradiction", "incompatible values")),
        (told(4, day=None), told(6), ("unclear", "no day told")),
        (told(4), replace(told(6), state="injured"), ("unclear", "different states")),
        (told(4), replace(told(6), scope=("france",)), ("unclear", "different scopes")),
        (told(4), replace(told(6), scope=("among them",)), ("unclear", "part of a whole")),
        (told(4), replace(told(6), what="pilots"), ("unclear", "different things")),
        (told(4), replace(told(6), unit="km", what="road"), ("unclear", "different units")),
    ],
)
def test_relation(left: Figure, right: Figure, expected: tuple[str, str]) -> None:
    assert relate(left, right) == expected


def test_units_are_converted() -> None:
    road = Figure(Span("a", 0, 1), 250, 250, "exact", "km", "border", "", (), DAY, None)
    assert relate(road, replace(road, low=155, high=155, unit="mile"))[0] == "agree"
    assert relate(road, replace(road, low=400, high=400, unit="mile"))[0] == "contradiction"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"what": "civilians"}, True),
        ({"what": "pilots"}, False),
        ({"state": "injured"}, False),
        ({"scope": ("france",)}, False),
        ({"scope": ("france",), "low": 4.0, "high": 4.0}, True),
        ({"state": "", "low": 4.0, "high": 4.0}, True),
        ({"unit": "km"}, False),
    ],
)
def test_same_slot(changes: dict[str, object], expected: bool) -> None:
    assert same_slot(told(4), replace(told(6), **changes)) is expected  # type: ignore[arg-type]


values = st.one_of(st.integers(0, 10**9).map(float), st.floats(0, 1e6, allow_nan=False))
figures = st.builds(told, values, st.sampled_from(BOUNDS), day=st.sampled_from([DAY, NEXT, None]))


@given(figures, figures)
def test_the_order_of_the_sides_does_not_matter(left: Figure, right: Figure) -> None:
    assert relate(left, right) == relate(right, left)
    assert same_slot(left, right) == same_slot(right, left)
    assert relate(left, right)[1] in REASONS


@given(figures)
def test_a_figure_agrees_with_itself(figure: Figure) -> None:
    assert relate(figure, figure) == ("agree", "equal")
    assert same_slot(figure, figure)

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "low", "high", "bound", "unit"),
    [
        ("It cost $3.4bn.", 3.4e9, 3.4e9, "exact", "USD"),
        ("a grant of €20m", 20e6, 20e6, "exact", "EUR"),
        ("the fund of $2-3 billion", 2e9, 3e9, "exact", "USD"),
        ("about 5-6,000 people", 5000, 6000, "about", ""),
        ("between 20 and 30 boats", 20, 30, "exact", ""),
        ("10 to 15 million birds", 10e6, 15e6, "exact", ""),
        ("two or three goats", 2, 3, "exact", ""),
        ("half a million trees", 500_000, 500_000, "exact", ""),
        ("two thousand and six pots", 2006, 2006, "exact", ""),
        ("seven hundred and twenty thousand hens", 720_000, 720_000, "exact", ""),
        ("Twenty-five sheep", 25, 25, "exact", ""),
        ("at least two ferries", 2, 2, "at least", ""),
        ("as many as 40 lamps", 40, 40, "at most", ""),
        ("up to 40 lamps", 40, 40, "at most", ""),
        ("the toll has gone up to 40", 40, 40, "exact", ""),
        ("some 300 lamps", 300, 300, "about", ""),
        ("500 or more lamps", 500, 500, "at least", ""),
        ("a 250-kilometre-long wall", 250, 250, "exact", "km"),
        ("up 20 percentage points", 20, 20, "exact", "percentage point"),
        ("38.5°C in the shade", 38.5, 38.5, "exact", "°C"),
        ("two and a half years", 2.5, 2.5, "exact", "year"),
        ("1,50,000 rupees", 150_000, 150_000, "exact", "INR"),
        ("in Marseille, 19 people died", 19, 19, "exact", ""),
        ("12 Mayors", 12, 12, "exact", ""),
    ],
)
def test_reads_one_number(text: str, low: float, high: float, bound: str, unit: str) -> None:
    (number,) = find_numbers(text)
    assert (number.low, number.high, number.bound, number.unit) == (low, high, bound, unit)


@pytest.mark.parametrize(
    "text",
    [
        "on 31 October, at 21:00",
        "at 9 p.m.",
        "the A/4 sheet, 24/7",
        "call 555-123-4567",
        "the F-16 and COVID-19",
        "Article 5 and Flight 123",
        "hundreds of thousands, several million, dozens",
        "the twenty-fifth",
        "two-thirds of them",
        "1. Wash the leeks",
        "version 3.8.1",
    ],
)
def test_leaves_what_counts_nothing(text: str) -> None:
    assert find_numbers(text) == ()


def test_a_change_is_no_range() -> None:
    assert [number.high for number in find_numbers("rose from 10 to 15 percent")] == [10, 15]


@given(st.integers(1, 999_999_999), st.sampled_from(["", "at least ", "nearly ", "up to "]))
def test_digits_with_separators_are_read_back(value: int, hedge: str) -> None:
    text = f"There were {hedge}{value:,} lamps."
    (number,) = find_numbers(text)
    assert number.low == number.high == value
    assert text[number.core : number.stop] == f"{value:,}"
    assert text[number.start : number.core] == hedge


@given(st.text())
def test_offsets_lie_in_the_text_and_in_order(text: str) -> None:
    numbers = find_numbers(text)
    assert all(0 <= number.start <= number.core < number.stop <= number.end <= len(text) for number in numbers)
    assert all(left.stop <= right.core for left, right in pairwise(numbers))


@pytest.mark.parametrize(
    "text", ["The code " + "9" * 310 + " was read.", "It counted " + "7" * 400 + " million stars.", "1" + "0" * 16 + " were seen"]
)
def test_what_no_one_could_count_is_no_figure(text: str) -> None:
    assert find_numbers(text) == ()


def test_a_range_up_to_nowhere_keeps_its_foot() -> None:
    (number,) = find_numbers("between 20 and " + "9" * 330 + " people")
    assert (number.low, number.high) == (20, 20)

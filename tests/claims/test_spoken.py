"""The words of speech in the forms that are compared."""

import time

from hypothesis import given
from hypothesis import strategies as st
from pytest import mark

from dateline.claims.spoken import read_words
from dateline.types import Span


def forms(text: str) -> str:
    return " ".join(word.form for word in read_words(text, Span("a", 0, len(text))))


@mark.parametrize(
    ("text", "expected"),
    [
        ("It’s ours, and we won’t", "it is ours and we will not"),
        ("three hundred and forty-two of 1,400", "342 of 1400"),
        ("1.2 million; a million; twenty, thirty", "1200000 1000000 20 30"),
        ("4.8 per cent, 14%", "4.8 percent 14 percent"),
        ("no one cent", "no one cent"),
        ("the first, the 1st, the twenty-first, the 21st", "the 1th the 1th the 21th the 21th"),
        ("June 3rd, 3rd June, the third", "june 3 3 june the 3th"),
        ("one barrel, 1 barrel", "one barrel one barrel"),
        ("£2m, $3.4bn, 50k and two million pounds", "2000000 pounds 3400000000 dollars 50000 and 2000000 pounds"),
        ("€12 or £", "12 euros or"),
        ("a 5m wall, 2m people", "a 5 m wall 2000000 people"),
        ("two and a half million, 2.5 million", "2500000 2500000"),
        ("half a million; half a loaf; two and a half", "500000 half a loaf 2.5"),
        ("Brandt & Sons", "brandt and sons"),
        ("in May we may march", "in may we may march"),
        ("The harbour’s labour", "the harbors labor"),
    ],
)
def test_forms(text: str, expected: str) -> None:
    assert forms(text) == expected


def test_names_and_numbers_are_known() -> None:
    words = read_words("Today we wrote to Pell Line on 3 June. They", Span("a", 0, 43))
    assert [word.form for word in words if word.name] == ["pell", "line"]
    assert [word.form for word in words if word.number] == ["3", "june"]


@given(st.text())
def test_every_word_stands_in_its_place_and_in_order(text: str) -> None:
    words = read_words(text, Span("a", 0, len(text)))
    assert all(0 <= word.span.start < word.span.end <= len(text) for word in words)
    assert [word.span.start for word in words] == sorted(word.span.start for word in words)


def test_a_long_text_takes_time_in_proportion() -> None:
    text = "two hundred and " * 20_000
    start = time.perf_counter()
    read_words(text, Span("a", 0, len(text)))
    assert time.perf_counter() - start < 10

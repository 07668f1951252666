"""Numbers: how unlikely it is that a number of a storyline is met twice by chance."""

from collections import defaultdict
from collections.abc import Iterable

from dateline.types import Figure
from dateline.words import normal_form

# What numbers that are often met by chance tell; of two digits; of more, or a fraction.
CHANCE, TWO_DIGITS, MANY_DIGITS = 0.2, 0.5, 1.0
# A number that counts so many kinds of things in a storyline is met by chance whatever its digits: 12 is all over a large heap.
KINDS = 5


def weigh_numbers(figures: Iterable[Figure]) -> dict[float, float]:
    """How telling the number of each figure is: by its digits, or `CHANCE` where it counts many kinds of things."""
    kinds: dict[float, set[str]] = defaultdict(set)
    for one in figures:
        kinds[one.high].add(one.state or normal_form(one.what.rpartition(" ")[2]).rstrip("s"))
    return {number: CHANCE if len(found - {""}) >= KINDS else _by_digits(number) for number, found in kinds.items()}


def _by_digits(number: float) -> float:
    digits = len(f"{number:.6f}".rstrip("0").rstrip(".").replace(".", "").rstrip("0"))
    return (CHANCE, CHANCE, TWO_DIGITS, MANY_DIGITS)[min(digits, 3)] if number < 1000 else MANY_DIGITS

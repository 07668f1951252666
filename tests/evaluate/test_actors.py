"""The scorer of names: marks in a text, pairs of names, and namesakes."""

from dateline.evaluate.actors import count, figures_of, read_coverage, unmarked
from dateline.types import Entity, Span

FILE = """
namesakes = [["ada", "ida"]]
persons = ["ada", "ida"]

[[articles]]
file = "x/1.txt"
date = "2031-01-01"
text = "[Ada Brun|ada] met [Ida Brun|ida]. [Brun|ada] left the [council|~orven]."
"""


def entity(name: str, *places: tuple[int, int]) -> Entity:
    return Entity(name, name, "person", (), (), tuple(Span("x/1.txt", start, end) for start, end in places))


def test_marks_are_taken_out_of_the_text() -> None:
    text, marked = unmarked("a", "So [Ada|ada] said to the [board|~orven].")
    assert text == "So Ada said to the board."
    assert [(text[one.span.start : one.span.end], one.group, one.noun) for one in marked] == [
        ("Ada", "ada", False),
        ("board", "orven", True),
    ]


def test_names_put_together_rightly() -> None:
    figures = figures_of(count([read_coverage(FILE)], [entity("1", (0, 8), (23, 27)), entity("2", (13, 21))]))
    assert (figures["pairs_f"], figures["names_found"], figures["namesakes_apart"], figures["groups_whole"]) == (1, 1, 1, 2)
    assert (figures["names_gold"], figures["namesakes_merged"]) == (3, 0)
    assert (figures["kinds_gold"], figures["kinds_right"]) == (3, 1)


def test_a_name_put_with_its_namesake_and_one_that_is_missing() -> None:
    figures = figures_of(count([read_coverage(FILE)], [entity("1", (0, 8), (13, 21))]))
    assert (figures["pairs_precision"], figures["pairs_recall_of_all"], figures["namesakes_apart"]) == (0, 0, 0)
    assert (figures["names_found"], figures["namesakes_merged"]) == (2 / 3, 1)

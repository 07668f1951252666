"""Series: one quantity over time, and no others among its figures."""

from pytest import mark
from spacy.language import Language
from storyline import tell

from dateline.claims.series import find_series
from dateline.types import Figure, Span, Statement


def figure(article: str, value: float, day: str, what: str = "people", state: str = "") -> Statement:
    """A statement of one figure of people."""
    span = Span(article, 0, 9)
    told = Figure(span, value, value, "exact", "people", what, state, (), day, None)
    return Statement(
        f"s{article}", article, span, None, "be", (), (), (), None, (told,), "affirmed", "happened", None, (), (), told
    )


def values(*statements: Statement) -> list[list[float]]:
    return sorted([one.low for one in series.figures] for series in find_series(statements))


def test_a_toll_over_days_is_one_series_and_that_of_another_year_is_not_in_it() -> None:
    tolls = [figure("a", 9, "2031-05-03", state="killed"), figure("b", 14, "2031-05-04", state="killed")]
    assert values(*tolls, figure("c", 410, "1987-12-31", state="killed")) == [[9, 14]]


def test_what_is_no_toll_is_told_over_the_years() -> None:
    assert values(figure("a", 300, "2019-12-31", "miners"), figure("b", 280, "2031-05-04", "miners")) == [[300, 280]]


def test_people_as_such_are_no_quantity() -> None:
    assert values(figure("a", 10, "2031-05-03"), figure("b", 2000, "2031-05-04")) == []


@mark.parametrize(
    ("left", "right"),
    [
        ("Cracks were found in two of its 14 piers.", "Cracks were found in three piers."),
        ("Rescuers found nine bodies.", "Rescuers found five more bodies."),
        ("The union signed up 60 new members.", "The union has 1.3 million members."),
        ("A fine of 40 crowns was paid. The mill cost 40 crowns.", "The driver paid 70 crowns."),
        ("The rebels said that 40 soldiers had died.", "The army denied that 40 soldiers had died."),
        ("Three people were killed by a storm in Bremen.", "Five people were killed by a storm in London."),
    ],
)
def test_what_only_looks_like_one_quantity_is_no_series(nlp: Language, left: str, right: str) -> None:
    assert tell(nlp, left, right).series == ()


def test_a_toll_that_is_told_with_its_place_and_without_is_one_series(nlp: Language) -> None:
    told = tell(nlp, "Three people were killed by a storm in Bremen.", "The storm killed five people.")
    assert [[figure.high for figure in series.figures] for series in told.series] == [[3, 5]]

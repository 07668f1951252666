import pytest
from pytest import mark
from spacy.language import Language

from dateline.analyze.figures import find_figures
from dateline.analyze.times import find_times
from dateline.types import Figure

DAY = "2031-05-14"


def figures(nlp: Language, text: str) -> tuple[Figure, ...]:
    doc = nlp(text)
    return find_figures(doc, "a", find_times(doc, "a", earliest=DAY, latest=DAY), DAY)


@pytest.mark.parametrize(
    ("text", "value", "unit", "what", "state"),
    [
        ("At least 12 people were killed in the fire.", 12, "people", "people", "killed"),
        ("The blast killed two people and wounded at least 90, police said.", 90, "people", "people", "injured"),
        ("The storm left 14 dead in the valley.", 14, "people", "people", "killed"),
        ("The death toll rose to 31 on Monday.", 31, "people", "people", "killed"),
        ("Three hikers suffered minor injuries.", 3, "people", "hikers", "injured"),
        ("No one was injured.", 0, "people", "people", "injured"),
        ("Police arrested 17 protesters.", 17, "people", "protesters", "arrested"),
        ("About 900 residents were evacuated.", 900, "people", "residents", "evacuated"),
        ("The mine produced 20 tons of copper.", 20, "ton", "copper", ""),
        ("They signed a $40 million deal.", 40e6, "USD", "deal", ""),
        ("The ministry lowered the death toll to 36.", 36, "people", "people", "killed"),
    ],
)
def test_what_and_state(nlp: Language, text: str, value: float, unit: str, what: str, state: str) -> None:
    found = {figure.high: figure for figure in figures(nlp, text)}
    assert (found[value].unit, found[value].what, found[value].state) == (unit, what, state)


def test_whoever_does_it_is_not_the_one_it_is_done_to(nlp: Language) -> None:
    states = {figure.high: figure.state for figure in figures(nlp, "Two gunmen killed nine villagers.")}
    assert states == {2: "", 9: "killed"}


def test_a_part_of_a_whole_is_marked(nlp: Language) -> None:
    scopes = {figure.high: figure.scope for figure in figures(nlp, "The crash killed 12 people, including 10 French citizens.")}
    assert scopes == {12: (), 10: ("among them", "france")}


def test_the_place_that_opens_a_clause_restricts_its_counts(nlp: Language) -> None:
    told = [one.scope for one in figures(nlp, "In Bergen, 19 people are known to have died. In all 38 people died.")]
    assert told == [("bergen",), ()]


def test_two_counts_joined_make_a_total(nlp: Language) -> None:
    text = "The crash killed two pilots and seven passengers."
    found = {text[figure.span.start : figure.span.end]: figure.high for figure in figures(nlp, text)}
    assert found == {"two": 2, "two pilots and seven": 9, "seven": 7}


def test_none_besides_others_is_no_plain_zero(nlp: Language) -> None:
    (figure,) = figures(nlp, "No other injuries were reported.")
    assert (figure.high, figure.scope) == (0, ("among them",))


def test_dates_and_names_are_no_figures(nlp: Language) -> None:
    assert figures(nlp, "In 2019 the court met on 3 March at 10 Orchard Street.") == ()


@mark.parametrize(
    "text", ["A 6.1 earthquake injured dozens.", "A quake of 6.4 killed dozens.", "The 6.8-magnitude quake killed many."]
)
def test_the_strength_of_a_quake_is_no_toll(nlp: Language, text: str) -> None:
    assert all(not figure.state for figure in figures(nlp, text))


def test_the_day_and_the_counter(nlp: Language) -> None:
    text = "The toll rose to 31 dead on Monday, according to the health ministry."
    (figure,) = figures(nlp, text)
    assert figure.as_of == "2031-05-12"
    assert figure.counter is not None
    assert text[figure.counter.start : figure.counter.end] == "the health ministry"


@mark.parametrize(
    "text",
    [
        "The bridge, which carries 40,000 cars a day, was inspected in June.",
        "Some 40,000 cars a day cross the bridge, which was inspected in June.",
        "The mill employs 300 people and was built in 1994.",
    ],
)
def test_what_is_so_now_is_told_of_the_day_of_publication(nlp: Language, text: str) -> None:
    assert [figure.as_of for figure in figures(nlp, text)] == [DAY]


def test_a_day_told_for_another_figure_is_not_its_own(nlp: Language) -> None:
    now, before = figures(nlp, "Inflation is 4.1 percent, the statistics office said, after 4.4 percent in March.")
    assert (now.as_of, before.as_of) == ("2031-05-14", "2031-03-31")


@pytest.mark.parametrize(
    ("text", "counter"),
    [
        ("The toll of 21 was given by Civil Aid in the afternoon.", "Civil Aid"),
        ("The mayor called it more than the 58 percent announced by the commission.", "the commission"),
        ("The port lawyers stood by their own count of 41.", "The port lawyers"),
        ("The council’s clerk, Olga Brandt, put turnout at 58 percent.", "Olga Brandt"),
        ("The group puts the volume at 2.6 million tons, twice what the owner has stated.", "The group"),
        ("The commission’s final figures gave her 51.3 percent.", "The commission’s final figures"),
        ("The volume is estimated at 1.2 million tons.", None),
        ("The health ministry lowered the death toll to 36.", "The health ministry"),
        ("The health ministry, which puts the toll at 36, rejected the claim.", "The health ministry"),
        ("A second blast raised the toll to 36.", None),
    ],
)
def test_who_counts(nlp: Language, text: str, counter: str | None) -> None:
    (figure,) = figures(nlp, text)
    told = None if figure.counter is None else text[figure.counter.start : figure.counter.end]
    assert told == counter


def test_what_a_number_is_compared_with_is_known_exactly(nlp: Language) -> None:
    (figure,) = figures(nlp, "Turnout was well above the 58 percent of May.")
    assert figure.bound == "exact"


def test_an_age_belongs_to_its_bearer(nlp: Language) -> None:
    (figure,) = figures(nlp, "Maria Lopez, 47, runs the bakery.")
    assert (figure.unit, figure.what) == ("year-old", "maria lopez")


@mark.parametrize(
    ("text", "ages"),
    [
        ("Mayor Olga Brandt (45) left.", [(45, "year-old")]),
        ("A man of 71 died in the mill.", [(71, "year-old")]),
        ("The ferry has a crew of 23.", []),
    ],
)
def test_an_age_is_no_count_of_people(nlp: Language, text: str, ages: list[tuple[float, str]]) -> None:
    assert [(figure.low, figure.unit) for figure in figures(nlp, text)] == ages


def test_a_second_unit_tells_the_same_thing(nlp: Language) -> None:
    told = figures(nlp, "The 250-kilometre (155-mile) canal reopened.")
    assert [figure.unit for figure in told] == ["km", "mile"]
    assert told[0].what == told[1].what


def test_a_numbered_thing_is_no_count(nlp: Language) -> None:
    assert figures(nlp, "They were charged over the Basin 4 disaster.") == ()
